"""JFP402 target-without-date."""

from collections.abc import Iterator

from jfp_cli.linting.rule import Candidates, Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.linting.target_figures import is_held, with_figure
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for target in subject.targets:
        if target.target is not None and target.due is None and not is_held(target):
            yield Problem(
                Address("targets", target.id),
                f'nothing says by when {target.id} is to reach "{target.target}"',
                'add a line such as "due: March 2028"',
            )


RULE = Rule(
    code="JFP402",
    name="target-without-date",
    severity=Severity.WARNING,
    what="A target has a figure, but no date by which it is to be reached.",
    why="A figure without a date is never missed. A warning: the target is right as far as it goes, but it cannot be "
    "tracked. What is to be held, as the statement then says, is due at every reading and needs no date.",
    bad="""
targets:
  - id: hypertension-control  # <--
    statement: Blood pressure under control for more people
    better: higher
    target: 77%
""",
    good="""
targets:
  - id: hypertension-control
    statement: Blood pressure under control for more people
    better: higher
    target: 77%
    due: March 2028
  - {id: staff-turnover, statement: Lower staff turnover, better: lower}
  - {id: two-hour-response, statement: Continue to answer urgent calls in time, better: higher, target: 70%}
""",
    check=_check,
    by_file=True,
    candidates=Candidates(
        with_figure,
        "none of {of} targets with a figure has a date",
        "{count} of {of} targets with a figure have no date",
    ),
)
