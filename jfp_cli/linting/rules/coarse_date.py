"""JFP203 coarse-date."""

from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.dates import PlanDate, Precision
from jfp_cli.values.finding import Severity
from jfp_cli.values.text import long_day, long_month

_LONGEST_QUARTER, _LONGEST_YEAR = 92, 366  # days


def _check(subject: Subject) -> Iterator[Problem]:
    for at, step in subject.open_steps:
        first, last = step.due.first, step.due.last
        if last is None or last < subject.day:
            continue  # what is late is asked for its status
        days = (last - first).days + 1
        if _is_coarse(step.due, days):
            months = (last.year - first.year) * 12 + last.month - first.month + 1
            yield Problem(
                at.at("due"),
                f'"{step.due}" leaves {months} months open, up to {long_day(last)}',
                f'write the month in which it will be done, such as "{long_month(last)}"',
                severity=Severity.WARNING if days > _LONGEST_YEAR else None,
            )


def _is_coarse(date: PlanDate, days: int) -> bool:
    """A season, or longer than a quarter; a bare year has a rule of its own."""
    if date.precision is Precision.SEASON:
        return True
    return days > _LONGEST_QUARTER and date.precision is not Precision.BARE_YEAR


RULE = Rule(
    code="JFP203",
    name="coarse-date",
    severity=Severity.ADVICE,
    what="A milestone or checkpoint is dated by a season, a year or longer where a month is expected.",
    why="It is late only when the whole of it has passed, so a slip shows months after it happened. Advice, since the "
    "date can be tracked; a warning where more than a year is left open. Quarters are as good as months here, targets "
    "may well be set for a year, and a date that has passed is only asked for its status.",
    bad="""
milestones:
  - id: autumn-boosters
    activity: Give the autumn boosters to every care home resident
    due: Autumn 2026  # <--
  - id: endoscopy-unit
    activity: Open the endoscopy unit
    due: 2026-30  # <--
""",
    good="""
milestones:
  - id: autumn-boosters
    activity: Give the autumn boosters to every care home resident
    due: November 2026
  - id: spring-boosters
    activity: Give the spring boosters to every care home resident
    due: Spring 2025
    status: off_track
  - id: endoscopy-unit
    activity: Open the endoscopy unit
    due: Q3 2026/27
""",
    check=_check,
    by_file=True,
)
