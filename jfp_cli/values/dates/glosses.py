"""A date that says itself again: year 1 (2025/26), quarter 4 (January to March 2026), Q1 2024/25: Apr - Jun 2024."""

from collections.abc import Iterator

from jfp_cli.values.dates.links import year_of_unit_at
from jfp_cli.values.dates.parts import Part
from jfp_cli.values.dates.periods import Period
from jfp_cli.values.dates.prefixes import Way, prefixes_at
from jfp_cli.values.dates.spans import span_at
from jfp_cli.values.dates.unit import Unit
from jfp_cli.values.dates.words import Words
from jfp_cli.values.dates.years import Year
from jfp_cli.values.unclear import UnclearError

_OPENING = frozenset({"(", ":", "="})


def glossed_at(words: Words, i: int, part: Part, j: int) -> tuple[Period, int] | None:
    """The period of a part that was read from `i` to `j`, with what says it again and the place after that.

    What it leaves out may stand there: "Q3 (2025/26)", "end of the financial year (March 2026)", "2025/26 (Q3)".
    None for a part without a year in prose; raises UnclearError elsewhere.
    """
    if words.prose:
        return (part.period, j) if part.period else None
    period, end = part.period, j
    linked = year_of_unit_at(words, j) if period is None else None
    # "Y3 2025/26" may contradict itself, which nobody can tell where the plan's start is not known.
    if linked and part.unit and (not part.unit.missing or words.at(j) in _OPENING):
        year, end = linked
        period = _of(part.unit, year, i, end)
    again = _again_at(words, end)
    if again is None:
        if period is None and part.unit:
            raise part.unit.without_year().at(i, j)
        return (period, end) if period else None
    gloss, after = again
    agreed = _agreed(words, part, period, gloss)
    if agreed is None:
        ways = (words.written(i, end), words.written(gloss.start, gloss.end))
        raise UnclearError("gives two different dates", *ways).at(i, after)
    return agreed, after


def _again_at(words: Words, i: int) -> tuple[Part, int] | None:
    """The date in the bracket, or after the colon, that begins at `i`."""
    is_bracket = words.at(i) == "("
    if words.at(i) not in _OPENING:
        return None
    way, j = prefixes_at(words, i + 1)
    read = span_at(words, j, is_between=way is Way.BETWEEN) if way in {Way.NEUTRAL, Way.BETWEEN} else None
    if not read or (is_bracket and words.at(read[1]) != ")"):
        return None
    return read[0].placed(j, read[1]), read[1] + is_bracket


def _agreed(words: Words, part: Part, period: Period | None, gloss: Part) -> Period | None:
    """The period that both name; None where they name two, or none."""
    if period is None:
        if part.unit is None or gloss.period is None:
            return None
        return next((found for found in _near(words, part.unit, gloss.period) if _fits(found, gloss.period)), None)
    if gloss.period:
        return period if _fits(period, gloss.period) else None
    if gloss.unit is None:
        return None
    if part.year and part.unit is None:
        return gloss.unit.of(part.year)
    return period if any(_fits(period, found) for found in _near(words, gloss.unit, period)) else None


def _fits(period: Period, again: Period) -> bool:
    """Whether another period says the same as this one: it is the same, it holds it, or it ends on the same day."""
    return again.last == period.last or (again.first <= period.first and period.last <= again.last)


def _near(words: Words, unit: Unit, period: Period) -> Iterator[Period]:
    """What a unit may be that is said of a period: itself in one of the years around it, the likeliest first."""
    numbers = sorted({period.first.year - 1, period.first.year, period.last.year}, reverse=True)
    years = (
        *(Year.financial(number, words.year_starts) for number in numbers),
        *(Year.calendar(number, words.year_starts, stated=True) for number in numbers),
        *(Year.academic(number) for number in numbers),
    )
    for year in years:
        try:
            yield unit.of(year)
        except UnclearError:
            continue


def _of(unit: Unit, year: Year, i: int, end: int) -> Period:
    try:
        return unit.of(year)
    except UnclearError as error:
        raise error.at(i, end) from None
