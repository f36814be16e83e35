"""Dates in running prose, with their offsets, for the rules about wording."""

from collections.abc import Iterator
from datetime import date

from jfp_cli.values.dates.date_error import DateError
from jfp_cli.values.dates.feasts import FEASTS
from jfp_cli.values.dates.modifiers import MODIFIERS
from jfp_cli.values.dates.phrases import phrase_at
from jfp_cli.values.dates.plan_date import PlanDate
from jfp_cli.values.dates.prefixes import PROSE_PREFIXES
from jfp_cli.values.dates.vocabulary import COUNTED, MONTHS, ORDINALS, SEASONS, WEEKDAYS
from jfp_cli.values.dates.words import APRIL, SHORT_DIGITS, Words
from jfp_cli.values.dates.year_names import year_pair_at
from jfp_cli.values.unclear import UnclearError

# A date in prose starts with one of these or with a number.
_STARTS = frozenset(
    {"q", "h", "quarter", "qtr", "half", "fy", "f", "ay", "m", "month", "year", "years", "plan", "midsummer"}
    | {"financial", "fiscal", "calendar", "academic", "school", "final", "last", "fye", "yearend"}
    | {phrase[0] for table in (MODIFIERS, PROSE_PREFIXES) for phrase in table}
    | {*MONTHS, *WEEKDAYS, *SEASONS, *FEASTS, *ORDINALS}
)
_JOINS_FIGURES = frozenset("/-.,:£$€#_@%+'")
_CALENDAR_WORDS = frozenset({*MONTHS, *WEEKDAYS, *SEASONS, "/", "-", "q", "h", "fy"})


def find_dates(
    text: str, year_starts: int = APRIL, plan_starts: date | None = None
) -> Iterator[tuple[int, int, PlanDate]]:
    """The dates in running prose, each with where it starts and ends.

    Doubtful ones are left out: "2026 open pathways" names no date, "in 2026" does.
    """
    words = Words(text, year_starts, plan_starts, prose=True)
    i = 0
    while i < len(words):
        end = _end_of_date(words, i)
        date_alone = _read_alone(words, i, end) if end else None
        if date_alone:
            yield words.starts[i], words.ends[end - 1], date_alone
        i = max(end, i + 1)


def _end_of_date(words: Words, i: int) -> int:
    """The place after the date that starts at `i`, 0 where none does; a wrong date is stepped over."""
    if words.number(i) is None and words.at(i) not in _STARTS:
        return 0
    before = words.at(i - 1)
    if words.touches(i) and (before in _JOINS_FIGURES or (before[-1].isalnum() and words.at(i)[0].isdigit())):
        return 0
    try:
        read = phrase_at(words, i)
    except UnclearError:
        return _past_wrong_date(words, i)
    if not read or _is_doubtful(words, i, read[2]):
        return 0
    return read[2]


def _past_wrong_date(words: Words, i: int) -> int:
    while words.number(i) is not None or words.at(i) in _CALENDAR_WORDS:
        i += 1
    return i


def _is_doubtful(words: Words, i: int, end: int) -> bool:
    """Whether what reads as a date may be some other figure."""
    ends_in_figures = words.at(end - 1)[0].isdigit()
    if ends_in_figures and words.touches(end):
        after, later = words.at(end), words.at(end + 1)
        joins = after in _JOINS_FIGURES and words.touches(end + 1) and later.isalnum()
        if after == "%" or after[0].isalnum() or joins:
            return True
    is_short_year = words.digits(i, SHORT_DIGITS) is not None and year_pair_at(words, i) is not None
    if words.number(i) is not None and (end - i == 1 or is_short_year):
        return True
    return ends_in_figures and words.at(end) in COUNTED


def _read_alone(words: Words, i: int, end: int) -> PlanDate | None:
    """The date as it reads by itself, so that what is found is what would be parsed."""
    try:
        return PlanDate.parse(words.written(i, end), words.year_starts, words.plan_starts)
    except DateError:
        return None
