"""Readings that should have been taken by now, by how often a measure says that it is read."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from jfp_cli.measures.progress import latest_reading
from jfp_cli.measures.rhythm import next_reading
from jfp_cli.model.measure import Every, Measure, Reading

if TYPE_CHECKING:
    from jfp_cli.model.plan import Plan


class Awaited(NamedTuple):
    """A place of which a reading is missing, or all of them together where that is None, and the reading before it.

    The first is missing where there is none.
    """

    place: str | None
    last: Reading | None


def awaited(plan: "Plan", measure: Measure, every: Every, day: date, before: date) -> Iterator[Awaited]:
    """The places of which the next reading, after those that were begun by a day, is of a time that ended `before`.

    The first is of the first week, month, quarter or year of the plan, and none is of a time after its end. What is
    left out or may still be corrected was taken.
    """
    period = plan.settings.period
    read: dict[str | None, list[Reading]] = {} if measure.readings else {None: []}
    for reading in measure.readings:
        read.setdefault(reading.place, []).append(reading)
    for place, own in read.items():
        last = latest_reading(own, day)
        due = next_reading(every, last.day if last else period.start.first - timedelta(days=1))
        if due < before and (period.end.last is None or due <= period.end.last):
            yield Awaited(place, last)
