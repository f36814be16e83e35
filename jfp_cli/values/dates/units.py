"""What needs a year to be a date: 31 March, March, Autumn, Q3, Easter."""

from jfp_cli.values.dates.feasts import FEASTS, feast
from jfp_cli.values.dates.periods import DateError, Period
from jfp_cli.values.dates.portions import MID, third
from jfp_cli.values.dates.vocabulary import (
    DIVISION_WORDS,
    MONTH_NAMES,
    MONTHS,
    ORDINALS,
    QUARTER_WORDS,
    SEASONS,
    WEEKDAY_NAMES,
    WEEKDAYS,
)
from jfp_cli.values.dates.words import SHORT_DIGITS, YEAR_DIGITS, Words
from jfp_cli.values.dates.year_names import year_pair_at
from jfp_cli.values.dates.years import Unit, Year

_QUARTERS, _HALVES = 4, 2


def unit_at(words: Words, i: int) -> tuple[Unit, int] | None:
    """A unit of any kind."""
    word = words.at(i)
    if word in WEEKDAYS:
        return _weekday_at(words, i)
    if word in SEASONS:
        return (lambda year: year.season(word, SEASONS[word])), i + 1
    if word == "midsummer":
        return (lambda year: third(year.season("summer", SEASONS["summer"]), MID)), i + 1
    if word in FEASTS:
        return feast(FEASTS[word]), i + 1 + (words.at(i + 1) in {"day", "sunday"})
    return _day_at(words, i) or _month_at(words, i) or _division_at(words, i)


def _month_at(words: Words, i: int) -> tuple[Unit, int] | None:
    month = MONTHS.get(words.at(i))
    if month is None:
        return None
    return (lambda year: year.month(month)), i + 1


def _day_at(words: Words, i: int) -> tuple[Unit, int] | None:
    """31 March, 31-Mar, 31st March, March 31st, and March 31 before a year."""
    day = words.number(i)
    if day is not None and len(words.at(i)) <= SHORT_DIGITS:
        j = i + 1 + (words.at(i + 1) == "-" and words.glued(i, 3))
    else:
        j, i = i, i + 1
        day = words.number(i) if len(words.at(i)) <= SHORT_DIGITS else None
        if i not in words.ordinal and (words.digits(i + 1, YEAR_DIGITS) is None or year_pair_at(words, i)):
            return None
    month = MONTHS.get(words.at(j))
    if month is None or day is None:
        return None
    end = max(i, j) + 1
    end += words.at(end) == "-" and words.glued(end - 1, 3) and words.number(end + 1) is not None and j > i + 1
    return (lambda year: year.day(day, month)), end


def _weekday_at(words: Words, i: int) -> tuple[Unit, int] | None:
    read = _day_at(words, i + 1)
    if not read:
        return None
    unit, j = read
    weekday = WEEKDAYS[words.at(i)]

    def on_that_weekday(year: Year) -> Period:
        day = unit(year)
        actual = day.first.weekday()
        if actual != weekday:
            name = f"{day.first.day} {MONTH_NAMES[day.first.month - 1]} {day.first.year}"
            raise DateError(
                f"is not a {WEEKDAY_NAMES[weekday]}: {name} is a {WEEKDAY_NAMES[actual]}; "
                "correct the day or leave its name out"
            )
        return day

    return on_that_weekday, j


def _division_at(words: Words, i: int) -> tuple[Unit, int] | None:
    """Q3, quarter three, third quarter, final quarter, H1, half 2."""
    word, after = words.at(i), words.at(i + 1)
    which: int | None
    if word in DIVISION_WORDS:
        which, name = words.count(i + 1), word
    elif after in {"quarter", "qtr"}:
        which = _QUARTERS if word in {"final", "last"} else ORDINALS.get(word)
        which, name = words.number(i) if i in words.ordinal else which, after
    else:
        return None
    if which is None or (len(word) == 1 and not words.touches(i + 1) and words.prose):
        return None
    return _quarter_or_half(which, is_quarter=name in QUARTER_WORDS), i + 2


def _quarter_or_half(which: int, *, is_quarter: bool) -> Unit:
    count = _QUARTERS if is_quarter else _HALVES
    if not 1 <= which <= count:
        what, best = ("four quarters", "Q4") if is_quarter else ("two halves", "H2")
        raise DateError(f'has no such part: a year has {what}; write one of them, such as "{best} 2025/26"')
    return lambda year: year.quarter(which) if is_quarter else year.half(which)
