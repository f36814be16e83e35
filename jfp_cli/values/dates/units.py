"""What needs a year to be a date: 31 March, March, Autumn, an Autumn term, Q3, M6, Easter, a financial year."""

from datetime import timedelta

from jfp_cli.values.dates.divisions import division_at
from jfp_cli.values.dates.feasts import feast_at
from jfp_cli.values.dates.modifiers import FINANCIAL_YEAR_ENDS, YEAR_ENDS
from jfp_cli.values.dates.periods import Period, Precision, run_of_months
from jfp_cli.values.dates.portions import MID, last_day, third
from jfp_cli.values.dates.unit import Sort, Unit
from jfp_cli.values.dates.vocabulary import MONTH_NAMES, MONTHS, SEASONS, TERM_WORDS, WEEKDAY_NAMES, WEEKDAYS
from jfp_cli.values.dates.words import SHORT_DIGITS, YEAR_DIGITS, Words
from jfp_cli.values.dates.year_names import of_kind, year_kind_at, year_pair_at
from jfp_cli.values.dates.years import Year
from jfp_cli.values.text import long_day
from jfp_cli.values.unclear import UnclearError

_TERMS = {"autumn": (9, 4), "spring": (1, 3), "summer": (4, 4)}  # to the first month and how many there are
_DAYS_A_WEEK = 7


def unit_at(words: Words, i: int) -> tuple[Unit, int] | None:
    """A unit of any kind."""
    word = words.at(i)
    if word in WEEKDAYS:
        return _weekday_at(words, i)
    if word in SEASONS:
        return _term_at(words, i) or (_season(word), i + 1)
    if word == "midsummer":
        return Unit("midsummer", _midsummer), i + 1
    return feast_at(words, i) or _day_at(words, i) or _month_at(words, i) or division_at(words, i)


def whole_year_at(words: Words, i: int) -> tuple[Unit, int] | None:
    """A year that the words after it name: the end of the financial year (March 2026)."""
    if words.prose:
        return None
    ends = FINANCIAL_YEAR_ENDS.at(words, i) or YEAR_ENDS.at(words, i)
    if ends:
        return Unit(words.written(i, ends[1]), lambda year: last_day(year.whole())), ends[1]
    kind, j = year_kind_at(words, i)
    if not kind:
        return None
    return Unit(words.written(i, j), lambda year: of_kind(kind, year, words.year_starts).whole()), j


def _season(word: str) -> Unit:
    name = word.capitalize()
    return Unit(name, lambda year: year.season(name, SEASONS[word]))


def _midsummer(year: Year) -> Period:
    summer = year.season("Summer", SEASONS["summer"])
    return third(summer, MID) or summer


def _term_at(words: Words, i: int) -> tuple[Unit, int] | None:
    """Autumn term, as schools in England count: September to December, January to March, April to July."""
    word = words.at(i)
    if words.at(i + 1) not in TERM_WORDS or word not in _TERMS:
        return None
    name, (month, count) = f"{word.capitalize()} term", _TERMS[word]

    def term(year: Year) -> Period:
        starts = year.month(month).first
        of_school = Year.academic(year.number).month(month).first
        if not year.is_calendar and of_school != starts:
            problem = "could be in either of two school years"
            raise UnclearError(problem, f"{name} {starts.year}", f"{name} {of_school.year}")
        return run_of_months(starts.year, starts.month, count, Precision.PART_OF_YEAR)

    return Unit(name, term), i + 2


def _month_at(words: Words, i: int) -> tuple[Unit, int] | None:
    month = MONTHS.get(words.at(i))
    if month is None:
        return None
    return Unit(MONTH_NAMES[month - 1], lambda year: year.month(month), Sort.MONTH), i + 1


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
    return Unit(f"{day} {MONTH_NAMES[month - 1]}", lambda year: year.day(day, month), Sort.DAY), end


def _weekday_at(words: Words, i: int) -> tuple[Unit, int] | None:
    read = _day_at(words, i + 1)
    if not read:
        return None
    day, j = read
    weekday = WEEKDAYS[words.at(i)]

    def on_that_weekday(year: Year) -> Period:
        written = day.of(year)
        actual = written.first.weekday()
        if actual == weekday:
            return written
        name, meant = long_day(written.first), WEEKDAY_NAMES[weekday]
        ahead = (weekday - actual + 3) % _DAYS_A_WEEK - 3
        raise UnclearError(
            f"is not a {meant}: {name} is a {WEEKDAY_NAMES[actual]}",
            f"{WEEKDAY_NAMES[actual]} {name}",
            f"{meant} {long_day(written.first + timedelta(days=ahead))}",
        )

    return Unit(f"{WEEKDAY_NAMES[weekday]} {day.name}", on_that_weekday, Sort.DAY), j
