"""Two dates joined into one: April to June 2025, Autumn/Winter 2025, 1-5 March 2025, 2026-04/2026-06."""

from jfp_cli.values.dates.numeric import is_numeric_at
from jfp_cli.values.dates.parts import Part, part_at
from jfp_cli.values.dates.periods import ONE_DAY, Period, Precision, day_of
from jfp_cli.values.dates.unit import Sort, Unit
from jfp_cli.values.dates.words import SHORT_DIGITS, Words
from jfp_cli.values.dates.year_names import year_pair_at
from jfp_cli.values.dates.years import Year
from jfp_cli.values.text import quoted
from jfp_cli.values.unclear import UnclearError

TO = (
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
AND = (("and",), ("&",), ("/",), ("or",), ("into",))
_BOTH_YEARS = "write both dates with their years"


def span_at(words: Words, i: int, *, is_between: bool) -> tuple[Part, int] | None:
    """One date, or two that make a span; `is_between`: "between" stands before them."""
    read = _days_of_one_month_at(words, i) or part_at(words, i)
    if not read:
        return None
    left, j = read
    for joints in (TO, AND):
        k = words.after(j, joints)
        second = part_at(words, k) if k > j else None
        if second:
            right, end = second
            is_interval = words.at(j) == "/" and is_numeric_at(words, i) and is_numeric_at(words, k)
            must_touch = joints is AND and not is_between and not is_interval
            try:
                joined = _joined(words, left.placed(i, j), right.placed(k, end), must_touch=must_touch)
            except UnclearError as error:
                raise error.at(i, end) from None
            return (joined, end) if joined else read
    return read


def _days_of_one_month_at(words: Words, i: int) -> tuple[Part, int] | None:
    """1-5 March 2025, 1st to 5th March 2025."""
    day = words.number(i)
    if day is None or len(words.at(i)) > SHORT_DIGITS or words.at(i + 1) not in {"-", "to", "and", "/"}:
        return None
    j = i + 2
    if words.number(j) is None or is_numeric_at(words, i) or year_pair_at(words, i):
        return None
    read = part_at(words, j)
    unit = read[0].unit if read else None
    if not read or not unit or (read[0].period and read[0].period.precision is not Precision.DAY):
        return None

    def days(year: Year) -> Period:
        last = unit.of(year).last
        return _in_order(day_of(last.year, last.month, day), unit.of(year))

    part, end = read
    try:
        period = days(part.year) if part.year else None
    except UnclearError as error:
        raise error.at(i, end) from None
    return Part(period, Unit(f"{day} to {unit.name}", days), part.year), end


def _joined(words: Words, left: Part, right: Part, *, must_touch: bool) -> Part | None:
    """The span of two parts, one of which may take its year from the other; None where they make none in prose."""
    ends = _ends(words, left, right)
    if ends:
        span = _in_order(*ends)
        if not must_touch or ends[0].last + ONE_DAY == ends[1].first:
            return Part(span)
        if words.prose:
            return None
        ways = (words.written(left.start, left.end), words.written(right.start, right.end))
        raise UnclearError("names two dates", *ways, further="and the other as a checkpoint")
    if words.prose:
        return None
    if left.unit and right.unit and not left.period:
        return Part(None, _unit_of_both(left.unit, right.unit))
    name = right.unit.name if left.period and right.unit else left.unit.name if left.unit else ""
    raise UnclearError(f"does not say which year {quoted(name)} is in", further=_BOTH_YEARS)


def _ends(words: Words, left: Part, right: Part) -> tuple[Period, Period] | None:
    if left.period and right.period:
        return left.period, right.period
    if left.unit and right.period and (right.unit or not right.year):
        year = right.year or Year.calendar(right.period.first.year, words.year_starts)
        try:
            return _latest_before(left.unit, right.period, year), right.period
        except UnclearError as error:
            raise error.at(left.start, left.end) from None
    if left.period and right.unit and left.year and not left.year.is_calendar:
        try:
            return left.period, right.unit.of(left.year)
        except UnclearError as error:
            raise error.at(right.start, right.end) from None
    return None


def _latest_before(unit: Unit, end: Period, year: Year) -> Period:
    """November to January 2026 starts in November 2025."""
    start = unit.of(year)
    is_same = (start.first, start.last) == (end.first, end.last)  # March to March 2027
    return unit.of(year.before()) if year.is_calendar and (is_same or start.first > end.first) else start


def _unit_of_both(left: Unit, right: Unit) -> Unit:
    """Two units that wait for one year: October to December (2025/26)."""
    name = f"{left.name} to {right.name}"

    def within(year: Year) -> Period:
        try:
            end = right.of(year)
            return _in_order(_latest_before(left, end, year), end)
        except UnclearError as error:
            error.instead = ()
            raise

    return Unit(name, within, left.sort if left.sort is right.sort else Sort.OTHER)


def _in_order(start: Period, end: Period) -> Period:
    if end.last < start.first:
        raise UnclearError("ends before it starts", further="write the earlier date first")
    return Period(start.first, end.last, Precision.SPAN)
