"""A figure as planners write it: "134,140", "at least 19%", "£7m", "down 5%", "between 1% and 2%"."""

import operator
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from decimal import Context, Decimal
from fractions import Fraction
from typing import Literal

from jfp_cli.values.figures.at_sight import at_sight
from jfp_cli.values.figures.kinds import Change, Comparison
from jfp_cli.values.figures.units import PER_CENT, QuantityError, common_unit, is_percentage, share_of
from jfp_cli.values.figures.writing import in_decimals, written
from jfp_cli.values.text import quoted
from jfp_cli.values.unclear import UnclearError

Better = Literal["lower", "higher", "exactly"]

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
_MOST_PARTS = 100  # of a share that was written as a fraction
_NEARLY = Fraction(5, 10**9)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure, exact, with its unit and its meaning; equal figures are equal however they are written.

    `unit` is lower case and plural: "%", "percentage points", "£", "weeks", a noun, "per week", "of 35", "" for a
    bare count. `comparison` is None where the text has none: it then comes from the target's `better`. Comparisons
    are with the signed value, so "down at least 5%" is -5 with AT_MOST. A range goes from `value` to `upper`.
    """

    text: str = field(compare=False)
    value: Decimal
    unit: str = ""
    comparison: Comparison | None = None
    upper: Decimal | None = None
    change: Change | None = None
    about: bool = False

    @classmethod
    def parse(
        cls, text: str, *, relative: bool = False, units: Collection[str] = (), is_level: bool = False
    ) -> "Quantity":
        """Read a figure or raise QuantityError.

        `relative`, as in the plan, makes "-5%" a change; `units` are those that the plan declares and the measure's.
        `is_level`: it is what was measured, so that a change is refused.
        """
        if not relative and (read := at_sight(text)) and not (is_level and read.change):
            return cls(text, *read)
        from jfp_cli.values.figures.tokens import Tokens  # noqa: PLC0415 - whoever only names the class reads nothing
        from jfp_cli.values.figures.whole import whole  # noqa: PLC0415 - the same

        tokens = Tokens(text, relative=relative, units=units, is_level=is_level)
        try:
            figure = whole(tokens)
        except UnclearError as error:
            from jfp_cli.values.figures.refusals import refused  # noqa: PLC0415 - only needed after a mistake

            raise refused(tokens, error) from None
        return cls(text, *figure)

    def against(self, baseline: "Quantity") -> "Quantity":
        """Turn a change into the level it makes of a baseline, exactly; a level stays itself.

        Raises QuantityError where the units do not fit. Weeks against days gives days: the smaller unit keeps
        the arithmetic exact.
        """
        if baseline.change or baseline.upper is not None or baseline.comparison:
            raise QuantityError(f"{quoted(str(baseline))} is no baseline, which is one level", "write one figure alone")
        ends = [self.value] if self.upper is None else [self.value, self.upper]
        if self.change is Change.RELATIVE:
            if baseline.value < 0 or not is_percentage(self.unit):
                of_what = "a baseline below zero" if baseline.value < 0 else "one baseline"
                raise QuantityError(f"{quoted(str(self))} of {of_what} means nothing", "write a level")
            return self._level(baseline, baseline.unit, [_changed(baseline.value, end) for end in ends])
        if self.change is Change.POINTS:
            baseline = baseline.as_percentage()
        points_of_a_percentage = self.change is Change.POINTS and is_percentage(baseline.unit)
        units = (baseline.unit, 1, 1) if points_of_a_percentage else common_unit(self.unit, baseline.unit)
        if units is None:
            raise QuantityError(
                f"{quoted(str(self))} and the baseline {quoted(str(baseline))} differ in unit", "write both in one"
            )
        if self.change is None:
            return self
        unit, times, baseline_times = units
        start = _EXACT.multiply(baseline.value, Decimal(baseline_times))
        return self._level(baseline, unit, [_EXACT.fma(end, Decimal(times), start) for end in ends])

    def as_percentage(self) -> "Quantity":
        """A proportion in per cent; anything else as it is."""
        share = share_of(self.unit)
        if share is None or is_percentage(self.unit):
            return self
        value = in_decimals(Fraction(self.value) * 100 / share[0])
        return replace(self, value=value, unit=PER_CENT)

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

    def in_words(self) -> str:
        """The figure in the form that is read back as itself: "at least 95 beds", "between -10% and -5%"."""
        ends = [self.value] if self.upper is None else [self.value, self.upper]
        figures = [f"{'+' if self.change and end > 0 else ''}{written(end, self.unit)}" for end in ends]
        figure = figures[0] if len(figures) == 1 else f"between {figures[0]} and {figures[1]}"
        before = _WRITTEN_BEFORE[self.comparison] if self.comparison else ""
        return f"{'about ' if self.about else ''}{before}{figure}"

    def __str__(self) -> str:
        return self.text

    def _level(self, baseline: "Quantity", unit: str, ends: list[Decimal]) -> "Quantity":
        about = self.about or baseline.about
        level = Quantity("", ends[0], unit, self.comparison, ends[1] if len(ends) > 1 else None, None, about)
        return replace(level, text=level.in_words())


def _changed(level: Decimal, per_cent: Decimal) -> Decimal:
    """A level after a rise or a fall of so many per cent; 33.333333% is a third."""
    share = Fraction(per_cent) / 100
    nearest = share.limit_denominator(_MOST_PARTS)
    if abs(nearest - share) <= _NEARLY:
        share = nearest
    return in_decimals(Fraction(level) * (1 + share))
