"""Readings that are another figure than they were, or that are gone."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from jfp_cli.model.measure import Measure, Reading


class Rewritten(NamedTuple):
    """A reading as it was, and as it is at its place in the list; None where it is gone."""

    was: Reading
    now: Reading | None
    number: int


def rewritten(old: Measure, new: Measure) -> Iterator[Rewritten]:
    """The readings of a measure that are gone, or another figure and no new note says why; no provisional ones."""
    now = _by_date(new)
    for taken, (_, was) in _by_date(old).items():
        number, reading = now.get(taken, (0, None))
        if was.provisional or (reading and (reading.value == was.value or reading.note not in (None, was.note))):
            continue
        yield Rewritten(was, reading, number)


def _by_date(measure: Measure) -> dict[tuple[date, date | None, str | None], tuple[int, Reading]]:
    """The readings of a measure, each with its position, by when and where they were taken."""
    return {(one.at.first, one.at.last, one.place): (number, one) for number, one in enumerate(measure.readings)}
