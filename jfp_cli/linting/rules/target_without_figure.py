"""JFP401 target-without-figure."""

from collections.abc import Iterator

from jfp_cli.linting.rule import Candidates, Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.linting.target_figures import has_figure_in_words
from jfp_cli.model.target import Target
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for target in subject.targets:
        if target.target is None and not _is_done_or_not(target):
            yield Problem(Address("targets", target.id), *_message_and_help(target))


def _is_done_or_not(target: Target) -> bool:
    """Something to be finished by a date, such as a tool that works, needs no figure, nor what has one in words."""
    if has_figure_in_words(target.statement):
        return not target.trajectory
    return target.due is not None and target.measure is None and target.better is None


def _message_and_help(target: Target) -> tuple[str, str]:
    if target.trajectory:
        last = target.trajectory[-1]
        return (
            f'"{target.statement}" has figures on the way, the last "{last.target}" ({last.due}), and none at the end',
            f'write the last one as "target: {last.target}" and "due: {last.due}"',
        )
    if target.measure is None and target.better is None:
        return (
            f'"{target.statement}" has neither a figure nor a date',
            'say how much with a line such as "target: 92%", or by when it is done with one such as "due: March 2026"',
        )
    gap = f'"{target.statement}" has no figure'
    if target.measure is None:
        return (
            gap,
            'say what is counted and how much, with lines such as "measure: Staff turnover" and "target: 9%"',
        )
    return gap, 'say how much with a line such as "target: 92%"'


RULE = Rule(
    code="JFP401",
    name="target-without-figure",
    severity=Severity.WARNING,
    what="A target says what becomes better, but not how much.",
    why="Without a figure nobody can say later whether it was met. A warning: the commitment stands, but it cannot be "
    "tracked. Something to be finished by a date, without a measure, needs no figure, and some words are one: nobody, "
    "every practice, half.",
    bad="""
targets:
  - id: staff-turnover  # <--
    statement: Lower staff turnover
    better: lower
    due: March 2028
  - id: same-day-care  # <--
    statement: Same day care that is easy to reach
""",
    good="""
targets:
  - id: staff-turnover
    statement: Lower staff turnover
    measure: Leavers in twelve months, as a share of all staff
    better: lower
    target: 9%
    due: March 2028
  - id: staff-passport
    statement: A staff passport in use at every provider
    due: March 2026
  - id: long-waits
    statement: Nobody waits more than 18 weeks
    measure: Patients who wait more than 18 weeks
    better: lower
    due: March 2028
""",
    check=_check,
    by_file=True,
    candidates=Candidates(
        lambda subject: len(subject.targets),
        "none of {of} targets has a figure",
        "{count} of {of} targets have no figure",
    ),
)
