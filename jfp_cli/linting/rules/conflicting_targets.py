"""JFP408 conflicting-targets."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.same_measure import Measured, by_measure
from jfp_cli.linting.subject import Subject
from jfp_cli.linting.target_figures import PromisedFigure
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity

ByMonth = dict[int | None, list[Measured]]


def _check(subject: Subject) -> Iterator[Problem]:
    problems: dict[Address, Problem] = {}
    for group in by_measure(subject.homes):
        if len({one.value for one in group}) < 2:
            continue
        by_month: ByMonth = defaultdict(list)
        for faults in (_two_for_one_date(group, by_month), _for_a_year(group, by_month), _easier_later(group)):
            for here, there, link in faults:
                # Two targets may share several places, and contradict each other in more than one way.
                problems.setdefault(here.promise.at, _problem(here, there, link))
    yield from problems.values()


def _two_for_one_date(group: Sequence[Measured], by_month: ByMonth) -> Iterator[tuple[Measured, Measured, str]]:
    """Promises that contradict one before them for the same month; one promise of each figure is kept in `by_month`."""
    for here in group:
        same_month = by_month[here.month]
        there = _other_figure(here, same_month)
        if there:
            yield here, there, "but as"
        if not any(here.value == one.value and len(here.months) == len(one.months) for one in same_month):
            same_month.append(here)


def _for_a_year(group: Sequence[Measured], by_month: ByMonth) -> Iterator[tuple[Measured, Measured, str]]:
    """Promises for a whole year that contradict one for a month within it.

    Where another promise gives the year's last month the same figure, the month before is a step towards it.
    """
    for here in group:
        at_its_end = by_month[here.month]
        if len(here.months) > 1 and not any(one.value == here.value and len(one.months) == 1 for one in at_its_end):
            within = (there for month in here.months[:-1] if (there := _other_figure(here, by_month.get(month, ()))))
            for there in within:
                yield here, there, "but as"


def _easier_later(group: Sequence[Measured]) -> Iterator[tuple[Measured, Measured, str]]:
    """Promises that ask for less than the hardest before their date."""
    dated = sorted((one for one in group if one.month is not None), key=lambda one: one.month or 0)
    for better in ("lower", "higher"):
        hardest: Measured | None = None
        for here in dated:
            if here.better != better:
                continue
            if hardest and here.is_easier_than(hardest):
                # A target that goes back on itself is found as a trajectory out of order.
                if here.month != hardest.month and here.target is not hardest.target:
                    yield here, hardest, "after"
            elif hardest is None or hardest.is_easier_than(here):
                hardest = here


def _other_figure(here: Measured, others: Iterable[Measured]) -> Measured | None:
    """The first promise of another target that is of another figure."""
    return next((one for one in others if one.value != here.value and one.target is not here.target), None)


def _problem(here: Measured, there: Measured, link: str) -> Problem:
    return Problem(
        here.promise.figure_at,
        f'"{here.target.measure}" is promised as {_shown(here.promise)} here, '
        f"{link} {_shown(there.promise)} in {there.promise.at.thing}",
        "agree on one figure; if one is a step towards the other, make it a point of the other's trajectory",
    )


def _shown(promise: PromisedFigure) -> str:
    return f'"{promise.figure}" ({promise.due or "no date"})'


RULE = Rule(
    code="JFP408",
    name="conflicting-targets",
    severity=Severity.WARNING,
    what="One measure in one place is promised two figures for one date, or an easier figure later.",
    why="One of the two can be met while the other is missed, and each reader quotes the one that suits. A warning: "
    "the two may count slightly different things, and then their measures should say so.",
    bad="""
targets:
  - id: missed-appointments
    statement: Fewer missed appointments
    measure: Missed appointments, as a share of all
    better: lower
    target: under 6%
    due: March 2026
  - id: outpatient-efficiency
    statement: Efficient outpatient services
    measure: Missed appointments as a share of all
    better: lower
    target: under 5%  # <--
    due: 2025-26
""",
    good="""
targets:
  - id: waits-under-18-weeks
    statement: More patients treated in time
    measure: Patients treated within 18 weeks, as a share of all
    better: higher
    target: 65%
    due: March 2026
  - id: waits-under-18-weeks-2029
    statement: Most patients treated in time
    measure: Patients treated within 18 weeks, as a share of all
    better: higher
    target: 92%
    due: March 2029
""",
    check=_check,
)
