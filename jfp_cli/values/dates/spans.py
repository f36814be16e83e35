"""Two dates joined into one: April to June 2025, Autumn/Winter 2025, 1-5 March 2025."""

from jfp_cli.values.dates.numeric import numeric_at
from jfp_cli.values.dates.parts import Part, part_at
from jfp_cli.values.dates.periods import ONE_DAY, DateError, Period, Precision, day_of
from jfp_cli.values.dates.vocabulary import DIVISION_WORDS
from jfp_cli.values.dates.words import SHORT_DIGITS, Words
from jfp_cli.values.dates.year_names import year_pair_at
from jfp_cli.values.dates.years import Unit, Year, financial_year_name

_EXAMPLE_YEAR = 2026
_TO = (
    ("up", "to"),
    ("and", "end"),
    ("to",),
    ("-",),
    ("until",),
    ("till",),
    ("through", "to"),
    ("through",),
    ("thru",),
)
_AND = (("and",), ("&",), ("/",), ("or",), ("into",))


def span_at(words: Words, i: int, *, is_between: bool) -> tuple[Period, int] | None:
    """One date, or two that make a span; `is_between`: "between" stands before them."""
    read = _days_of_one_month_at(words, i) or part_at(words, i)
    if not read:
        return None
    left, j = read
    for joints in (_TO, _AND):
        k = words.after(j, joints)
        right = part_at(words, k) if k > j else None
        if right:
            period = _joined(words, left, right[0], are_adjacent=joints is _AND and not is_between)
            if period:
                return period, right[1]
            break
    if left.period:
        return left.period, j
    if words.prose:
        return None
    raise DateError(_no_year(words, i, j))


def _no_year(words: Words, i: int, j: int) -> str:
    name = " ".join(words.written(i, j).replace("-", " ").split()).rstrip(",.")
    year = str(words.plan_starts.year if words.plan_starts else _EXAMPLE_YEAR)
    if not DIVISION_WORDS.isdisjoint(words.words[i:j]):
        year = financial_year_name(int(year))
    return f'has no year; add the one that is meant, as in "{name} {year}"'


def _days_of_one_month_at(words: Words, i: int) -> tuple[Part, int] | None:
    """1-5 March 2025, 1st to 5th March 2025."""
    day = words.number(i)
    if day is None or len(words.at(i)) > SHORT_DIGITS or words.at(i + 1) not in {"-", "to", "and", "/"}:
        return None
    j = i + 2
    if words.number(j) is None or numeric_at(words, i) or year_pair_at(words, i):
        return None
    read = part_at(words, j)
    if not read or not read[0].period or not read[0].year or read[0].period.precision is not Precision.DAY:
        return None
    last = read[0].period.last
    first = day_of(last.year, last.month, day).first
    if first > last:
        raise DateError("ends before it starts; write the earlier date first")
    return Part(Period(first, last, Precision.SPAN)), read[1]


def _joined(words: Words, left: Part, right: Part, *, are_adjacent: bool) -> Period | None:
    """The span of two parts, one of which may take its year from the other."""
    ends = _with_years(words, left, right)
    if not ends:
        return None
    first, last = ends
    if last.last < first.first:
        raise DateError("ends before it starts; write the earlier date first")
    if are_adjacent and first.last + ONE_DAY != last.first:
        if words.prose:
            return None
        raise DateError("names two dates; write one of them here and the other as a checkpoint")
    return Period(first.first, last.last, Precision.SPAN)


def _with_years(words: Words, left: Part, right: Part) -> tuple[Period, Period] | None:
    if left.period and right.period:
        return left.period, right.period
    if right.period and left.unit:
        if right.year and not right.unit:
            raise DateError("has no year in its first date; write both dates with their years")
        year = right.year or Year.calendar(right.period.first.year, words.year_starts)
        return _latest_before(left.unit, right.period, year), right.period
    if left.period and right.unit and left.year and not left.year.is_calendar:
        return left.period, right.unit(left.year)
    if words.prose or not left.period:
        return None
    raise DateError("has no year in its second date; write both dates with their years")


def _latest_before(unit: Unit, end: Period, year: Year) -> Period:
    """November to January 2026 starts in November 2025."""
    start = unit(year)
    return unit(year.before()) if year.is_calendar and start.first > end.first else start
