"""What stands between a unit and its year, in either order: Q3 of 2025/26, Jan-2026, Q3 (2025/26), 2025/26: Q3."""

from typing import TypeVar

from jfp_cli.values.dates.numeric import is_numeric_at
from jfp_cli.values.dates.plan_years import plan_years_at
from jfp_cli.values.dates.unit import Unit
from jfp_cli.values.dates.units import unit_at
from jfp_cli.values.dates.vocabulary import DIVISION_WORDS, MONTH_WORDS
from jfp_cli.values.dates.words import Words
from jfp_cli.values.dates.year_names import year_at
from jfp_cli.values.dates.years import Year

_Read = TypeVar("_Read")
BEFORE_A_YEAR = frozenset({":", "=", "in", "for", "during", "within"})
_BEFORE_A_UNIT = frozenset({":", "=", "-"})


def year_of_unit_at(words: Words, i: int) -> tuple[Year, int] | None:
    """The year that belongs to the unit before `i`."""
    year = _any_year_at(words, i)
    if year:
        return year
    link = words.at(i)
    if link in {"-", "/"} and not is_numeric_at(words, i + 1):
        return year_at(words, i + 1)
    if words.prose:
        return None
    if link in BEFORE_A_YEAR:
        return _any_year_at(words, i + 1)
    return closed(words, _any_year_at(words, i + 1)) if link == "(" else None


def unit_of_year_at(words: Words, i: int) -> tuple[Unit, int] | None:
    """The unit that belongs to the year before `i`, where no year of its own follows it."""
    divides = words.at(i + 1) in DIVISION_WORDS | MONTH_WORDS
    j = i + (words.at(i) == "-" and words.glued(i - 1, 3) and divides)
    if words.prose and words.at(j) not in DIVISION_WORDS:
        return None
    read = unit_at(words, j)
    if not read and not words.prose:
        if words.at(i) in _BEFORE_A_UNIT and words.number(i + 1) is None:  # 2026-30 April is no day
            read = unit_at(words, i + 1)
        elif words.at(i) == "(":
            read = closed(words, unit_at(words, i + 1))
    return None if not read or year_at(words, read[1]) else read


def bracketed_unit_at(words: Words, i: int) -> tuple[Unit, int] | None:
    """A unit, which may stand in brackets before its year: (Q3) 2025/26."""
    if words.at(i) == "(" and not words.prose:
        return closed(words, unit_at(words, i + 1))
    return unit_at(words, i)


def bracketed_year_at(words: Words, i: int) -> tuple[Year, int] | None:
    """A year, which may stand in brackets before its unit: (2025/26) Q3."""
    if words.at(i) == "(" and not words.prose:
        return closed(words, _any_year_at(words, i + 1))
    return year_at(words, i)


def closed(words: Words, read: tuple[_Read, int] | None) -> tuple[_Read, int] | None:
    """What was read in a bracket, with the place after its end; None where more stands in it."""
    return (read[0], read[1] + 1) if read and words.at(read[1]) == ")" else None


def _any_year_at(words: Words, i: int) -> tuple[Year, int] | None:
    """A year by its own name or by its number in the plan."""
    read = plan_years_at(words, i)
    year = read[0].year(words) if read else None
    return (year, read[1]) if read and year else year_at(words, i)
