"""JFP206 date-not-in-house-style."""

from collections.abc import Iterator
from functools import cache

from jfp_cli.edit.remedies import Rewrite
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.field import holds_dates
from jfp_cli.model.walk import walk
from jfp_cli.values.dates import PlanDate, house_style
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    calendar = subject.plan.settings.calendar

    @cache
    def instead(text: str) -> str | None:
        """How the house writes a date, where that is read as the same one."""
        date = calendar.date(text)
        meant = house_style(date, calendar.year_starts)
        return meant if meant and calendar.date(meant) == date else None

    for at, _, date, _ in walk(subject.plan, holds_dates):
        if isinstance(date, PlanDate) and (meant := instead(date.text)):
            yield Problem(
                at,
                f'"{date}" is read as {meant}',
                f'write "{meant}", as the rest of the plan does',
                remedies=(Rewrite(f'write "{meant}"', True, at, meant),),
            )


RULE = Rule(
    code="JFP206",
    name="date-not-in-house-style",
    severity=Severity.ADVICE,
    what="A date is read, but written in another way than the published plan writes dates.",
    why="Readers stumble over 01/03/2026, which is January elsewhere, and no search for March finds it. Advice: jfp "
    "reads what is meant. Days and months as programs write them, such as 2026-03-31, are left alone.",
    bad="""
milestones:
  - id: breast-pain-clinic
    activity: Open the breast pain clinic
    due: 01/03/2026  # <--
    updates: [{date: 1st Sept 2025, note: Rooms found}]  # <--
  - id: skin-clinic
    activity: Open the skin clinic
    due: by 2025-26 q4  # <--
""",
    good="""
milestones:
  - id: breast-pain-clinic
    activity: Open the breast pain clinic
    due: 1 March 2026
    updates: [{date: 2025-09-01, note: Rooms found}]
  - id: skin-clinic
    activity: Open the skin clinic
    due: by Q4 2025/26
  - id: heart-clinic
    activity: Open the heart clinic
    due: by the end of March 2026
""",
    check=_check,
    by_file=True,
)
