"""JFP603 priority-not-supported."""

from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.query.coverage import uncovered
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    if not subject.is_whole("sections", "enablers"):
        return  # what could not be read may say it
    for priority in uncovered(subject.coverage["strategy_priorities"]):
        yield Problem(
            Address("strategy_priorities", priority.id),
            f'nothing in the plan supports "{priority.title}"',
            f'add {priority.id} to "supports" of the sections and enablers that serve it',
            key=True,
        )


RULE = Rule(
    code="JFP603",
    name="priority-not-supported",
    severity=Severity.WARNING,
    what="No section and no enabler supports a priority of the strategy that the plan serves.",
    why="The plan must show how the strategy will be delivered, and readers will look for each of its priorities. A "
    "warning: the work may be in the plan, but nobody can trace it.",
    bad="""
--- plan.yaml
strategy_priorities:
  best-start: Give every child the best start in life
  ageing-well: Enable our residents to age well  # <--
--- sections/family-hubs.yaml
supports: [best-start]
""",
    good="""
--- plan.yaml
strategy_priorities:
  best-start: Give every child the best start in life
  ageing-well: Enable our residents to age well
--- sections/family-hubs.yaml
supports: [best-start]
--- enablers/estates.yaml
supports: [ageing-well]
""",
    check=_check,
)
