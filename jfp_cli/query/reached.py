"""Which figures targets were to reach in a financial year, and which they did by what was measured until its end."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import NamedTuple

from jfp_cli.measures.progress import Progress, progress
from jfp_cli.model.measure import Reading
from jfp_cli.model.plan import Plan, TargetHome
from jfp_cli.model.target import Target
from jfp_cli.query.happened import Time
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.figures import Quantity

_AFTER = timedelta(days=1)


class Reached(NamedTuple):
    """A figure that a target asked for in a year, or a standard that it held, and its progress at the year's end.

    `is_step` where the figure is one on the way to the target.
    """

    home: TargetHome
    figure: Quantity | None
    due: PlanDate | None
    is_step: bool
    progress: Progress


def reached_in(plan: Plan, homes: Iterable[TargetHome], year: Time) -> Iterator[Reached]:
    """What targets asked for in a financial year: a figure due then, the last if several are; a standard; each year's.

    Only what was measured by the year's end counts, and of a standard only what was measured in the year.
    """
    for home in homes:
        asked = _asked(home.target, plan, year)
        if asked is None:
            continue
        judged, is_step = asked
        readings = [reading for reading in _judging(plan, home.target) if reading.day <= year.last]
        if judged.hold:
            readings = [reading for reading in readings if reading.day >= year.first]
        found = progress(judged, readings, year.last + _AFTER, plan.settings.year_starts)
        if found.breaches:
            found = Progress("breached", found.latest, breaches=found.breaches)
        yield Reached(home, judged.target, judged.due, is_step, found)


def _judging(plan: Plan, target: Target) -> Iterable[Reading]:
    """The readings by which a target is judged: those of its places where there are any, whenever they were taken."""
    readings = plan.readings_of(target)
    return [reading for reading in readings if reading.place in target.places] or readings


def _asked(target: Target, plan: Plan, year: Time) -> tuple[Target, bool] | None:
    """A target as it was to be reached in a year, and whether that was a step on its way; None where nothing was."""
    due, begins = target.due, plan.settings.period.start.first
    if target.hold:
        return (target, False) if ((due.last or due.first) if due else begins) <= year.last else None
    if target.each:
        is_asked = begins <= year.last and (due is None or due.first >= year.first)
        return (target, False) if is_asked else None
    if year.holds(due):
        return target, False
    steps = [step for step in target.trajectory if year.holds(step.due)]
    if not steps:
        return None
    last = max(steps, key=lambda step: step.due.last or year.last)
    return target.model_copy(update={"target": last.target, "due": last.due, "trajectory": ()}), True
