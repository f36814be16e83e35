"""JFP202 open-ended-date."""

from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for at, date in subject.due_dates:
        if date.is_open:
            yield Problem(
                at,
                f'"{date}" has no last day, so this can never be late',
                f'write the date by which it will be done, such as "March {date.first.year + 1}"',
            )


RULE = Rule(
    code="JFP202",
    name="open-ended-date",
    severity=Severity.WARNING,
    what="A date says when something starts, but not by when it is to be done.",
    why="It is never overdue, so `jfp overdue` and `jfp due` never show it and nobody asks. A warning, since it cannot "
    "be tracked.",
    bad="""
milestones:
  - id: neighbourhood-outcomes
    activity: Neighbourhood teams reach the outcomes in their plans
    due: April 2026 and beyond  # <--
""",
    good="""
milestones:
  - id: neighbourhood-outcomes
    activity: Neighbourhood teams reach the outcomes in their plans, from April 2026 onwards
    due: March 2027
  - id: digital-stock-system
    activity: Run the digital stock system in every theatre
    due: April 2026 to March 2027
""",
    check=_check,
    by_file=True,
)
