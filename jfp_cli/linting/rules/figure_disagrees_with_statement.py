"""JFP411 figure-disagrees-with-statement."""

from collections.abc import Iterator

from jfp_cli.linting.messages import bare
from jfp_cli.linting.prose.promised_dates import disagrees, overlaps, promised_dates
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.rules.stated_figures import stated_figures
from jfp_cli.linting.rules.worded_figures import agrees, worded_figure
from jfp_cli.linting.subject import Subject
from jfp_cli.linting.target_figures import compared
from jfp_cli.model.target import Target
from jfp_cli.values.address import Address
from jfp_cli.values.figures import Quantity
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for target, promised in subject.promised_figures:
        yield from _in_date(subject, target)
        if target.target is None:
            continue
        worded = worded_figure(target)
        stated = list(stated_figures(target))
        if worded and not stated and not agrees(worded, target):
            yield _problem(
                target, f'the statement says "{worded.words}", but the target is "{target.target}"', worded.words
            )
        if not stated or any(_agree(each.figure, target.target) for each in stated):
            continue
        # Beside its own figure a statement may name where it started, and points on the way.
        known = [promise.figure for promise in promised] + ([target.baseline.value] if target.baseline else [])
        for words, figure, is_promised in stated:
            if is_promised and not any(_agree(figure, other) for other in known):
                yield _problem(target, f'the statement says "{words}", but the target is "{target.target}"', words)
                break


def _in_date(subject: Subject, target: Target) -> Iterator[Problem]:
    """The first date that the statement promises, where it is none of the target's own."""
    if target.due is None:
        return
    own = [target.due, *(point.due for point in target.trajectory)]
    own += [target.baseline.at] if target.baseline and target.baseline.at else []
    promised = [date for date in promised_dates(target.statement, subject.dates_in) if date.is_deadline]
    if any(overlaps(promise.date, date) for promise in promised for date in own):
        return
    for promise in promised:
        if disagrees(promise, target.due):
            message = f"the statement says {bare(promise.date)}, but the target is due {bare(target.due)}"
            yield _problem(target, message, promise.words)
            return


def _problem(target: Target, message: str, words: str) -> Problem:
    return Problem(
        Address("targets", target.id, ("statement",)),
        message,
        "correct one of the two, or leave it out of the statement",
        words=words,
    )


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
    what="The statement of a target promises another figure, or another date, than the target.",
    why="The statement is what is published and the figure is what is tracked, so that one is met while the other is "
    "missed. A warning: it is clear that they differ, but a statement can put one figure in many ways. A figure that "
    'is part of the measure, and one in words such as "halve", are read as what they are.',
    bad="""
targets:
  - id: missed-appointments
    statement: Cut missed appointments from 8% to under 6%  # <--
    better: lower
    baseline: {value: 8%, at: March 2025}
    target: under 5%
    due: March 2026
  - id: long-waits
    statement: Halve the share of residents who wait  # <--
    better: lower
    baseline: {value: 60%, at: March 2025}
    target: 40%
    due: March 2027
  - id: health-checks
    statement: Health checks for 70% of residents by March 2026  # <--
    better: higher
    target: 70%
    due: March 2028
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
    by_file=True,
)
