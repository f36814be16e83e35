"""Words that take a portion of a period: early, mid, late, start of, end of, first week of, week commencing."""

from collections.abc import Callable

from jfp_cli.values.dates import portions
from jfp_cli.values.dates.periods import Period, Precision
from jfp_cli.values.dates.portions import EARLY, LATE, MID
from jfp_cli.values.dates.words import SILENT, Words
from jfp_cli.values.dates.year_names import year_ending_in
from jfp_cli.values.dates.years import Year, financial_year_name
from jfp_cli.values.phrase_table import PhraseTable
from jfp_cli.values.unclear import UnclearError

Change = Callable[[Period], Period | None]
_JOINTS = frozenset({"-", "to", "/", "or", "and"})


def modifier_at(words: Words, i: int) -> tuple[Change, int] | None:
    """One modifier, or two that make a stretch: "mid to late"."""
    read = _single_at(words, i)
    if not read:
        return None
    change, j = read
    also = _single_at(words, j + 1) if words.at(j) in _JOINTS else None
    if also and words.at(i) in _THIRDS and words.at(also[1] - 1) in _THIRDS:
        earlier, (later, j) = change, also
        change = _from_one_to_other(earlier, later)
    return change, j + (words.at(j) == "-")


def _single_at(words: Words, i: int) -> tuple[Change, int] | None:
    year_end = FINANCIAL_YEAR_ENDS.at(words, i)
    if year_end:
        return _end_of_financial_year(words), year_end[1]
    school_year_end = SCHOOL_YEAR_ENDS.at(words, i)
    if school_year_end:
        return _end_of_school_year, school_year_end[1]
    modifier = MODIFIERS.at(words, i)
    return modifier if modifier and (not words.at(i).isdigit() or i in words.ordinal) else None


def _third(which: int) -> Change:
    return lambda period: portions.third(period, which)


def _half(which: int) -> Change:
    return lambda period: portions.half_of(period, which)


def _week(which: int) -> Change:
    return lambda period: portions.week_of(period, which)


def _from_one_to_other(earlier: Change, later: Change) -> Change:
    def change(period: Period) -> Period | None:
        start, end = earlier(period), later(period)
        if start is None or end is None:
            return None
        if end.last < start.first:
            raise UnclearError("ends before it starts", further="write the earlier part first")
        return Period(start.first, end.last, Precision.SPAN)

    return change


def _end_of_financial_year(words: Words) -> Change:
    def change(period: Period) -> Period:
        if period.precision is Precision.BARE_YEAR:
            return portions.last_day(year_ending_in(words, period.first.year))
        return portions.last_day(period)

    return change


def _end_of_school_year(period: Period) -> Period:
    is_bare = period.precision is Precision.BARE_YEAR
    return portions.last_day(Year.academic(period.first.year - is_bare).whole())


def _year_end(period: Period) -> Period:
    if period.precision is Precision.BARE_YEAR:
        year = period.first.year
        ends = (f"31 December {year}", f"end of {financial_year_name(year - 1)}")
        raise UnclearError("could be the calendar year or the financial year", *ends)
    return portions.last_day(period)


def _modifiers() -> dict[tuple[str, ...], Change]:
    phrases: dict[str, Change] = {
        "early|early in|early part|early on in": _third(EARLY),
        "mid|middle|mid way through|midway through|mid point|midpoint": _third(MID),
        "late|late in|latter part|later part": _third(LATE),
        "start|beginning|first day|1 day|early start": portions.first_day,
        "end|close|last day|final day|month end|quarter end|very end": portions.last_day,
        "first half|1 half": _half(1),
        "second half|2 half|latter half|last half": _half(2),
        "first week|1 week": _week(1),
        "second week|2 week": _week(2),
        "third week|3 week": _week(3),
        "fourth week|4 week": _week(4),
        "last week|final week": _week(0),
        "w / c|wc|w / b|wb|week commencing|week beginning|week starting|wk commencing|week": portions.week_from,
        "w / e|week ending|week to|wk ending": portions.week_to,
        "year end|year - end|yearend|eoy": _year_end,
        "year to|year ending|year ended": portions.year_to,
    }
    return {phrase_of(p): change for alternatives, change in phrases.items() for p in alternatives.split("|")}


def phrase_of(text: str) -> tuple[str, ...]:
    """A phrase as the words of a text are: without those that say nothing."""
    return tuple(word for word in text.split() if word not in SILENT)


MODIFIERS = PhraseTable(_modifiers())
YEAR_ENDS = PhraseTable({phrase: True for phrase, change in MODIFIERS.phrases.items() if change is _year_end})
_THIRDS = frozenset({"early", "mid", "late"})


def _ends_of(*years: str) -> dict[tuple[str, ...], bool]:
    return {phrase_of(f"{year} {end}"): True for year in years for end in ("end", "ending", "ended")}


FINANCIAL_YEAR_ENDS = PhraseTable(_ends_of("financial year", "fy") | {("fye",): True, ("eofy",): True})
SCHOOL_YEAR_ENDS = PhraseTable(_ends_of("academic year", "school year", "ay"))
