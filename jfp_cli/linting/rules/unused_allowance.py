"""JFP608 unused-allowance."""

from collections.abc import Iterator

from jfp_cli.linting.allowances import UNUSED
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.finding import Severity


def _check(_subject: Subject) -> Iterator[Problem]:
    """Nothing: the engine, which knows what was allowed, finds these."""
    yield from ()


RULE = Rule(
    code=UNUSED,
    name="unused-allowance",
    severity=Severity.WARNING,
    what="An allowance in plan.yaml allows nothing.",
    why="What it allowed has been mended, or its address is mistyped and it never worked. A warning: left alone it "
    "would hide the fault when it comes back.",
    bad="""
--- plan.yaml
lint:
  allow:
    - rule: JFP401
      at: targets/staff-turnover  # <--
      because: agreed with the board
--- sections/workforce.yaml
targets:
  - {id: staff-turnover, statement: Lower turnover, better: lower, target: 9%, due: March 2028}
""",
    good="""
--- plan.yaml
lint:
  allow:
    - rule: JFP401
      at: targets/staff-turnover
      because: agreed with the board
--- sections/workforce.yaml
targets:
  - {id: staff-turnover, statement: Lower turnover, better: lower}
""",
    check=_check,
)
