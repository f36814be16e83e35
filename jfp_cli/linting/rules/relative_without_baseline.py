"""JFP404 relative-without-baseline."""

from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for target, promised in subject.promised_figures:
        changes = [promise for promise in promised if promise.figure.change is not None]
        # One of each year changes what the year before closed with.
        if changes and target.baseline is None and not target.each:
            yield Problem(
                changes[-1].figure_at,
                f'"{changes[-1].figure}" is a change, and nothing says from what',
                'add where it stood, with a line such as "baseline: {value: ..., at: March 2025}", '
                "or write the level to be reached",
            )


RULE = Rule(
    code="JFP404",
    name="relative-without-baseline",
    severity=Severity.WARNING,
    what="A target is a change, and there is no baseline that it changes.",
    why="Down 5%, but of what, and since when? Everyone can pick the start that suits. A warning: the target may be "
    "right, but it cannot be tracked.",
    bad="""
targets:
  - id: falls-admissions
    statement: Fewer emergency admissions for falls
    better: lower
    target: down 5%  # <--
    due: March 2027
""",
    good="""
targets:
  - id: falls-admissions
    statement: Fewer emergency admissions for falls
    better: lower
    baseline: {value: "2,410", at: 2024-25}
    target: down 5%
    due: March 2027
""",
    check=_check,
    by_file=True,
)
