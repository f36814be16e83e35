"""A figure as planners write it: "134,140", "at least 19%", "£7m", "down 5%", "between 1% and 2%"."""

import operator
from dataclasses import dataclass, field
from decimal import Context, Decimal
from typing import Literal

from jfp_cli.values.figures.amounts import SUCH_AS, Amount, amounts_of
from jfp_cli.values.figures.comparisons import TURNED_ROUND, Change, Comparison, meaning_of
from jfp_cli.values.figures.units import PER_CENT, POINTS, POUNDS, QuantityError, common_unit
from jfp_cli.values.text import printable, quoted, short

Better = Literal["lower", "higher", "exactly"]

# One character for one, so that offsets into prose stay true.
PLAIN = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d", "-") | {"\u2019": "'"})
_LONGEST_TEXT = 200
# Wide enough for any product of figures that parse, so that nothing is rounded.
_EXACT = Context(prec=200)
_HOLDS = {
    Comparison.EXACTLY: operator.eq,
    Comparison.AT_LEAST: operator.ge,
    Comparison.MORE_THAN: operator.gt,
    Comparison.AT_MOST: operator.le,
    Comparison.UNDER: operator.lt,
}
_BETTER = {"lower": Comparison.AT_MOST, "higher": Comparison.AT_LEAST, "exactly": Comparison.EXACTLY}
_WRITTEN_BEFORE = {
    Comparison.EXACTLY: "exactly ",
    Comparison.AT_LEAST: "at least ",
    Comparison.MORE_THAN: "more than ",
    Comparison.AT_MOST: "at most ",
    Comparison.UNDER: "under ",
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure, exact, with its unit and its meaning; equal figures are equal however they are written.

    `unit` is lower case and plural: "%", "percentage points", "£", "weeks", a noun, "of 35", "" for a bare
    count. `comparison` is None where the text has none: it then comes from the target's `better`. Comparisons
    are with the signed value, so "down at least 5%" is -5 with AT_MOST. A range goes from `value` to `upper`.
    """

    text: str = field(compare=False)
    value: Decimal
    unit: str = ""
    comparison: Comparison | None = None
    upper: Decimal | None = None
    change: Change | None = None
    approximate: bool = False

    @classmethod
    def parse(cls, text: str, *, relative: bool = False) -> "Quantity":
        """Read a figure or raise QuantityError; `relative`, as in the plan, makes "-5%" a change."""
        if len(text) > _LONGEST_TEXT:
            raise QuantityError(f"A figure has at most {_LONGEST_TEXT} characters: {SUCH_AS}.")
        plain = " ".join(text.translate(PLAIN).lower().split()).rstrip(".")
        meaning = meaning_of(plain)
        if meaning.contradicts:
            raise QuantityError(f'{quoted(text)} compares twice: write it once, such as "at least 19%".')
        if meaning.direction and meaning.figure.startswith("to "):
            level = meaning.figure.removeprefix("to ")
            raise QuantityError(f"{quoted(text)} names a level, not a change: write {quoted(level)}.")
        if meaning.figure.startswith("by "):
            by = printable(short(meaning.figure.removeprefix("by ")))
            raise QuantityError(f'{quoted(text)} does not say which way: write "down {by}" or "up {by}".')
        ends = amounts_of(meaning.figure)
        low, high = ends[0], ends[-1]
        comparison = meaning.comparison
        if high.or_more or (comparison and high is not low):
            if comparison or high is not low:
                raise QuantityError(f'{quoted(text)} compares a range: write "1% to 2%" or "at least 1%".')
            comparison = Comparison.AT_LEAST
        change = _change(text, low, meaning.direction, relative=relative)
        values = [end.signed for end in ends]
        if meaning.direction < 0:
            values = [-value if value else value for value in reversed(values)]
            comparison = comparison and TURNED_ROUND[comparison]
        elif change and low.sign == "-" and comparison:
            raise QuantityError(f'{quoted(text)} has two readings: write "down at least 5%" or "down at most 5%".')
        if len(values) > 1 and values[0] >= values[1]:
            raise QuantityError(f'{quoted(text)} is no range: write the lower figure first, such as "1% to 2%".')
        upper = values[1] if len(values) > 1 else None
        return cls(text, values[0], high.unit, comparison, upper, change, meaning.approximate)

    def against(self, baseline: "Quantity") -> "Quantity":
        """Turn a change into the level it makes of a baseline, exactly; a level stays itself.

        Raises QuantityError where the units do not fit. Weeks against days gives days: the smaller unit keeps
        the arithmetic exact.
        """
        if baseline.change or baseline.upper is not None or baseline.comparison:
            raise QuantityError(f'A baseline is one level, not "{baseline}": write one such as "17.6%".')
        ends = [self.value] if self.upper is None else [self.value, self.upper]
        if self.change is Change.RELATIVE:
            if baseline.value < 0:
                raise QuantityError(f'"{self}" of a baseline below zero means nothing: write a level.')
            shares = [_EXACT.add(end, Decimal(100)) for end in ends]
            levels = [_EXACT.multiply(baseline.value, share).scaleb(-2, _EXACT) for share in shares]
            return self._level(baseline, baseline.unit, levels)
        points_of_a_percentage = self.change is Change.POINTS and baseline.unit == PER_CENT
        units = (PER_CENT, 1, 1) if points_of_a_percentage else common_unit(self.unit, baseline.unit)
        if units is None:
            raise QuantityError(f'"{self}" and the baseline "{baseline}" differ in unit: write both in one.')
        if self.change is None:
            return self
        unit, times, baseline_times = units
        start = _EXACT.multiply(baseline.value, Decimal(baseline_times))
        return self._level(baseline, unit, [_EXACT.fma(end, Decimal(times), start) for end in ends])

    def is_met_by(self, value: "Decimal | Quantity", better: Better | None) -> bool | None:
        """Say whether a reading meets this level; None where nobody can: a change, other units, no direction.

        A written comparison outranks `better`. A range is met inside it, or on its better side.
        """
        times = own_times = 1
        if isinstance(value, Quantity):
            units = common_unit(value.unit, self.unit)
            if units is None or value.change or value.comparison or value.upper is not None:
                return None
            _, times, own_times = units
            value = value.value
        comparison = self.comparison or (_BETTER[better] if better else None)
        if self.change or not value.is_finite() or (comparison is None and self.upper is None):
            return None
        reading = _EXACT.multiply(value, Decimal(times))
        low = _EXACT.multiply(self.value, Decimal(own_times))
        if self.upper is None:
            return comparison is not None and _HOLDS[comparison](reading, low)
        high = _EXACT.multiply(self.upper, Decimal(own_times))
        return (better == "lower" or reading >= low) and (better == "higher" or reading <= high)

    def __str__(self) -> str:
        return self.text

    def _level(self, baseline: "Quantity", unit: str, ends: list[Decimal]) -> "Quantity":
        approximate = self.approximate or baseline.approximate
        figures = [_written(end, unit) for end in ends]
        figure = figures[0] if len(figures) == 1 else f"between {figures[0]} and {figures[1]}"
        before = _WRITTEN_BEFORE[self.comparison] if self.comparison else ""
        text = ("about " if approximate else "") + before + figure
        upper = ends[1] if len(ends) > 1 else None
        return Quantity(text, ends[0], unit, self.comparison, upper, None, approximate)


def _change(text: str, amount: Amount, direction: int, *, relative: bool) -> Change | None:
    signed = bool(direction or amount.sign)
    if direction and amount.sign:
        raise QuantityError(f'{quoted(text)} says its direction twice: write "up 5%" or "+5 percentage points".')
    if relative and not signed:
        raise QuantityError(f'{quoted(text)} is relative but does not say which way: write "down 5%" or "up 5%".')
    if amount.unit == POINTS:
        return Change.POINTS if signed else None
    if not (direction or relative or amount.sign == "+"):
        return None
    if amount.unit != PER_CENT:
        return Change.AMOUNT
    if amount.sign == "+" and not relative:
        raise QuantityError(f'{quoted(text)} can be read two ways: write "up 5%" or "+5 percentage points".')
    return Change.RELATIVE


def _written(value: Decimal, unit: str) -> str:
    digits = f"{abs(value):,f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    sign = "-" if value < 0 else ""
    if unit.startswith(POUNDS):
        return f"{sign}{POUNDS}{digits}{unit.removeprefix(POUNDS)}"
    return f"{sign}{digits}{unit}" if unit.startswith(PER_CENT) else f"{sign}{digits} {unit}".rstrip()
