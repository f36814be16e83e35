"""JFP411 figure-disagrees-with-statement."""

from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.rules.stated_figures import stated_figures
from jfp_cli.linting.subject import Subject
from jfp_cli.linting.target_figures import compared, promises
from jfp_cli.model.target import Target
from jfp_cli.values.address import Address
from jfp_cli.values.figures import Quantity
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for target in subject.targets:
        if target.target is None:
            continue
        stated = list(stated_figures(target))
        if not stated or any(_agree(each.figure, target.target) for each in stated):
            continue
        known = _others(target)
        for words, figure, is_promised in stated:
            if is_promised and not any(_agree(figure, other) for other in known):
                yield Problem(
                    Address("targets", target.id, ("statement",)),
                    f'the statement says "{words}", but the target is "{target.target}"',
                    "correct one of the two, or leave the figure out of the statement",
                    words=words,
                )
                break


def _others(target: Target) -> list[Quantity]:
    """The figures that a statement may name beside the target's own: where it started, and points on the way."""
    return [promise.figure for promise in promises(target)] + ([target.baseline.value] if target.baseline else [])


def _agree(one: Quantity, other: Quantity) -> bool:
    """Whether two figures have an end in common, whatever they say of more or less."""
    pair = compared(one, other)
    if pair is None:
        return False
    ends = {one.value, one.upper} & {other.value, other.upper} - {None}
    return pair[0] == pair[1] or (one.unit == other.unit and bool(ends))


RULE = Rule(
    code="JFP411",
    name="figure-disagrees-with-statement",
    severity=Severity.WARNING,
    what="The statement of a target promises another figure than the target.",
    why="The statement is what is published and the figure is what is tracked, so that one is met while the other is "
    "missed. A warning: it is clear that they differ, but a statement can put one figure in many ways.",
    bad="""
targets:
  - id: missed-appointments
    statement: Cut missed appointments from 8% to under 6%  # <--
    better: lower
    baseline: {value: 8%, at: March 2025}
    target: under 5%
    due: March 2026
""",
    good="""
targets:
  - id: missed-appointments
    statement: Cut missed appointments from 8% to under 6%
    better: lower
    target: under 6%
    due: March 2026
  - id: hypertension-where-deprivation-is-greatest
    statement: More hypertension diagnosed among the most deprived 20%
    better: higher
    target: 19%
    due: March 2026
""",
    check=_check,
)
