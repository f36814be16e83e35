"""How the house writes a date that planners abbreviate, number or turn about: "31 January 2025", "Q3 2025/26"."""

import re
from collections.abc import Callable

from jfp_cli.values.dates.periods import MONTHS_A_QUARTER, MONTHS_A_YEAR, Precision
from jfp_cli.values.dates.plan_date import PlanDate
from jfp_cli.values.dates.vocabulary import COUNTS, MONTHS, QUARTER_WORDS, SEASONS
from jfp_cli.values.dates.words import APRIL
from jfp_cli.values.text import long_day, long_month

_LEAD = re.compile(r"(?:(?:by|in|on|for|from|during|since|no later than)\s+)*", re.IGNORECASE)
_PIECE = re.compile(r"[^\W\d_]+|\d+")
_ORDINALS = frozenset(("st", "nd", "rd", "th", "of", "the"))
# What else a date of each kind may be written with and say no more than the house writes.
_WORDS = {
    Precision.DAY: frozenset(MONTHS) | _ORDINALS,
    Precision.MONTH: frozenset(MONTHS) | _ORDINALS,
    Precision.QUARTER: QUARTER_WORDS | {"fy", "of", *COUNTS},
    Precision.FINANCIAL_YEAR: frozenset(("fy", "to")),
    Precision.SEASON: frozenset(SEASONS) - {"fall"},
}
_KEPT = re.compile(r"\d{4}-\d{2}(?:-\d{2})?|\d{4}[/-]\d{2}")  # what programs write, and the names of planning periods


def house_style(date: PlanDate, year_starts: int = APRIL) -> str | None:
    """The same date as the house writes it; None where it is written so, or says more than the house would.

    The words before it stay: "by 31/03/2026" is "by 31 March 2026".
    """
    write, words = _WRITERS.get(date.precision), _WORDS.get(date.precision, frozenset())
    text = " ".join(date.text.split())
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    written = text[begin:]
    if write is None or _KEPT.fullmatch(written):
        return None
    if not all(piece.isdecimal() or piece in words for piece in _PIECE.findall(written.lower())):
        return None
    meant = write(date, year_starts)
    return None if meant is None or written == meant else text[:begin] + meant


def _day(date: PlanDate, _: int) -> str:
    return long_day(date.first)


def _month(date: PlanDate, _: int) -> str:
    return long_month(date.first)


def _quarter(date: PlanDate, year_starts: int) -> str | None:
    number, inside = divmod((date.first.month - year_starts) % MONTHS_A_YEAR, MONTHS_A_QUARTER)
    year = _financial_year(date, year_starts)
    return None if inside or year is None else f"Q{number + 1} {year}"


def _financial_year(date: PlanDate, year_starts: int) -> str | None:
    if year_starts == 1:
        return None  # its years have one number
    year = date.first.year - (date.first.month < year_starts)
    return f"{year}/{(year + 1) % 100:02d}"


def _season(date: PlanDate, _: int) -> str:
    name = next(name for name, month in SEASONS.items() if month == date.first.month)
    year = f"{date.first.year}"
    following = f"/{(date.first.year + 1) % 100:02d}" if name == "winter" else ""
    return f"{name.capitalize()} {year}{following}"


_WRITERS: dict[Precision, Callable[[PlanDate, int], str | None]] = {
    Precision.DAY: _day,
    Precision.MONTH: _month,
    Precision.QUARTER: _quarter,
    Precision.FINANCIAL_YEAR: _financial_year,
    Precision.SEASON: _season,
}
