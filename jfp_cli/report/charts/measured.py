"""What a picture of a measure is made from: its chart, its targets, and how figures and days are written."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from jfp_cli.measures.assurance import Assurance
from jfp_cli.measures.spc import Chart, Level, Point
from jfp_cli.model.measure import Every
from jfp_cli.report.language import say
from jfp_cli.values.figures import PER_CENT, POUNDS
from jfp_cli.values.figures.writing import written

_MILLION, _ROUND = 1_000_000, 100_000  # and what money that is read in millions is a multiple of
_DIGITS = 4  # that a mean or a limit shows at least, where its readings have so many


@dataclass(frozen=True, slots=True)
class Aim:
    """A target: `words` say its figure and date, `way` leads there, and `assurance` is of the `figure` in force.

    `figure` is as it is written, with its date where it has one; None where none is in force yet.
    """

    words: str
    level: Level
    way: tuple[tuple[date, Level], ...] = ()
    figure: str | None = None
    assurance: Assurance | None = None
    forecast: str | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure in a place, ready to be drawn; `bounds` are what a picture need not go beyond.

    It may have a target though none of its `aims` can be drawn, or though it is `judged_elsewhere`, by other places.
    Readings that stand `apart` have no place in the picture.
    """

    title: str
    chart: Chart
    unit: str = ""
    every: Every = "month"
    aims: tuple[Aim, ...] = ()
    bounds: tuple[Level, Level] | None = None
    season: str | None = None
    has_target: bool = False
    judged_elsewhere: bool = False
    apart: int = 0
    in_millions: bool = field(init=False, compare=False, repr=False)
    """Whether its figures are money that is read in millions."""
    finest: int = field(init=False, compare=False, repr=False)
    """The most decimal places that a reading is written with."""

    def __post_init__(self) -> None:
        values = [value for judged in self.chart.points if isinstance(value := judged.point.value, Decimal)]
        millions = self.unit == POUNDS and any(values) and not any(value % _ROUND for value in values)
        object.__setattr__(self, "in_millions", millions)
        exponents = ((value / _MILLION).normalize() if millions else value for value in values)
        places = [-exponent for one in exponents if isinstance(exponent := one.as_tuple().exponent, int)]
        object.__setattr__(self, "finest", max(0, *places) if places else 1)

    @property
    def unit_of_ticks(self) -> str:
        """The unit that stands beside each figure of the scale; a noun is said once."""
        return self.unit if self.unit.startswith((PER_CENT, POUNDS)) else ""

    def levels(self) -> Iterable[Level]:
        """Every level that a picture has to do with, but for the ways to targets."""
        for judged in self.chart.points:
            yield judged.point.value
        for stretch in self.chart.stretches:
            if stretch.limits:
                ends = stretch.limits.mean, stretch.limits.lower, stretch.limits.upper
                yield from (end for end in ends if end is not None)
        yield from (aim.level for aim in self.aims)

    def exactly(self, point: Point) -> str:
        """A reading as it is written."""
        if point.written is not None:
            return point.written
        if not isinstance(point.value, Decimal):
            return self.about(point.value)
        value = point.value / _MILLION if self.in_millions else point.value
        return f"{written(value, self.unit)}{'m' if self.in_millions else ''}"

    def about(self, level: Fraction, unit: str | None = None) -> str:
        """A mean or a limit: four digits or so, and at most one place more than its readings have."""
        level = level / _MILLION if self.in_millions else level
        whole = Decimal(float(level)).adjusted() + 1 if level else 0
        places = max(0, min(_DIGITS - whole, self.finest + 1))
        figure = written(Decimal(round(level * 10**places)).scaleb(-places), self.unit if unit is None else unit)
        return f"{figure}m" if self.in_millions else figure

    def between(self, lower: Fraction, upper: Fraction) -> str:
        """Two limits, with a noun that both count said once."""
        return say("{first} to {last}", first=self.about(lower, self.unit_of_ticks), last=self.about(upper))
