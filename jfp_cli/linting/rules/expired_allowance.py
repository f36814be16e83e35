"""JFP609 expired-allowance."""

from collections.abc import Iterator

from jfp_cli.linting.allowances import EXPIRED
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.finding import Severity


def _check(_subject: Subject) -> Iterator[Problem]:
    """Nothing: the engine, which knows what was allowed, finds these."""
    yield from ()


RULE = Rule(
    code=EXPIRED,
    name="expired-allowance",
    severity=Severity.WARNING,
    what="An allowance in plan.yaml has come to its end.",
    why="It was agreed for a time and that time is over. A warning: the fault it allowed shows again beside it.",
    bad="""
as of 2026-11-21
--- plan.yaml
lint:
  allow:
    - rule: JFP401
      at: targets/staff-turnover
      because: agreed with the board
      until: June 2026  # <--
--- sections/workforce.yaml
targets:
  - {id: staff-turnover, statement: Lower turnover, better: lower}
""",
    good="""
as of 2026-11-21
--- plan.yaml
lint:
  allow:
    - rule: JFP401
      at: targets/staff-turnover
      because: agreed with the board
      until: June 2027
--- sections/workforce.yaml
targets:
  - {id: staff-turnover, statement: Lower turnover, better: lower}
""",
    check=_check,
)
