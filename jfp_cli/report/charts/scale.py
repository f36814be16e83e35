"""From days and levels to places: days across in percent, levels down in pixels, and the ticks of both."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor, log10
from typing import Literal, NamedTuple

from jfp_cli.report.language import spoken

Anchor = Literal["start", "middle", "end"]
"""Which end of a label stands at its place."""

NARROWEST = 288  # pixels: a phone's page between its margins, for which every label is placed
_LETTER, _WIDE, _NARROW = 7.5, 12.0, 4.5  # pixels that a letter of a label takes, whichever sans-serif it is in
_WIDE_LETTERS, _NARROW_LETTERS = frozenset("%MWmw@"), frozenset(" .,:'-ijl")
_ROOM = 6  # steps between ticks that a scale has room for
_STEPS = (1, 2, 5, 10)


def wide(text: str) -> float:
    """The most that a label takes across, in percent of the narrowest picture."""
    letters = (_WIDE if char in _WIDE_LETTERS else _NARROW if char in _NARROW_LETTERS else _LETTER for char in text)
    return 100 * (sum(letters) + 4) / NARROWEST


class Levels(NamedTuple):
    """The levels that a picture shows, and between which heights."""

    low: Fraction
    high: Fraction
    top: float
    bottom: float

    def y(self, level: Fraction) -> float:
        """The height of a level."""
        share = float(level - self.low) / float(self.high - self.low)
        return round(self.bottom - (self.bottom - self.top) * share, 2)

    def ticks(self) -> list[Decimal]:
        """Round levels with equal steps between them, three to seven."""
        step = _step(self.high - self.low)
        first = -(-self.low // Fraction(step))
        found = []
        while (tick := first * step) <= self.high:
            found.append(tick)
            first += 1
        return found


class Days(NamedTuple):
    """The days that a picture shows, and between which places."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """The place of a day; the middle where there is one day alone."""
        span = (self.last - self.first).days
        share = (day - self.first).days / span if span else 0.5
        return round(self.left + (self.right - self.left) * share, 3)


def spread(levels: Sequence[Fraction], bounds: tuple[Fraction, Fraction] | None) -> tuple[Fraction, Fraction]:
    """The lowest and the highest level to show: all that is given with some room around it, nothing beyond bounds."""
    low, high = min(levels), max(levels)
    room = (high - low) / 20 or abs(high) / 20 or Fraction(1)
    low, high = low - room, high + room
    if bounds is None:
        return low, high
    within = max(low, bounds[0]), min(high, bounds[1])
    return within if within[0] < within[1] else bounds


def dates(days: Sequence[date], scale: Days, every: str) -> Iterator[tuple[float, str, Anchor]]:
    """Labels below the picture that never touch: the first day, the last, and those between that have room."""
    if not days:
        return
    names = [(scale.x(day), named(day, every)) for day in (days[0], *days[1:-1], days[-1])]
    (first, name), (last, end) = names[0], names[-1]
    if len(days) == 1 or first == last:
        yield first, name, "middle"
        return
    yield first, name, "start"
    reached, stop = first + wide(name), last - wide(end)
    for x, between in names[1:-1]:
        half = wide(between) / 2
        if x - half >= reached and x + half <= stop:
            yield x, between, "middle"
            reached = x + half
    if reached <= stop:
        yield last, end, "end"


def named(day: date, every: str) -> str:
    """The last day of a reading as its label: a week by the day, a year by its number, all else by the month.

    A year that ends with March is the financial year.
    """
    if every == "week":
        return spoken().short_day(day)
    if every == "year":
        is_financial = (day.month, day.day) == (3, 31)
        return f"{day.year - 1}/{day.year % 100:02}" if is_financial else str(day.year)
    return spoken().short_month(day)


def _step(span: Fraction) -> Decimal:
    """The smallest round step of which a span holds few enough."""
    wanted = span / _ROOM
    power = floor(log10(wanted))
    steps = (Decimal(times).scaleb(power) for times in _STEPS)
    return next((step for step in steps if Fraction(step) >= wanted), Decimal(1).scaleb(power + 1))
