"""JFP201 bare-year."""

from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.dates import MONTH_NAMES, Precision
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    starts = subject.plan.settings.year_starts
    if starts == 1:
        return  # both readings are the same twelve months
    for at, date in subject.due_dates:
        if date.precision is Precision.BARE_YEAR:
            year = date.first.year
            yield Problem(
                at,
                f'"{date}" can be the calendar year or a financial year',
                f'write "{MONTH_NAMES[starts - 2]} {year}", "December {year}" or "{year}/{(year + 1) % 100:02}"',
            )


RULE = Rule(
    code="JFP201",
    name="bare-year",
    severity=Severity.WARNING,
    what="A date is a year and no more.",
    why="It ends in December for one reader and in March for another, months apart. A warning, since the plan can be "
    "read but not held to the date.",
    bad="""
milestones:
  - id: first-recruits
    activity: Complete the first wave of recruitment
    due: by 2026  # <--
""",
    good="""
milestones:
  - id: first-recruits
    activity: Complete the first wave of recruitment
    due: by 2026/27
  - id: pilot-sites
    activity: Open the pilot sites
    due: 2025
    status: complete
    completed: 2025-11-03
""",
    check=_check,
    by_file=True,
)
