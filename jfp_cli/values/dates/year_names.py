"""How years are written: 2026, 2025/26, FY25/26, 2025-26 financial year, AY 2025/26, 2026-30.

Every function of this package that ends in `_at` gives what it reads at a place and the place after it, or None.
"""

from jfp_cli.values.dates.periods import MONTHS_A_YEAR, Period, Precision, check_year, run_of_months
from jfp_cli.values.dates.vocabulary import MONTHS
from jfp_cli.values.dates.words import SHORT_DIGITS, YEAR_DIGITS, Words
from jfp_cli.values.dates.years import NOT_IN_JANUARY, Year, financial_year_name
from jfp_cli.values.phrase_table import PhraseTable
from jfp_cli.values.unclear import UnclearError

CENTURY = 2000  # of a year written with two digits
_YEARS_IN_CENTURY = 100
_FINANCIAL, _CALENDAR, _ACADEMIC, _ANY = "financial", "calendar", "academic", "any"
_KINDS = {
    _FINANCIAL: "fy|f y|f / y|fiscal year|financial year|financial years|financial yr|fin year|fin yr|fiscal",
    _CALENDAR: "calendar year|cy",
    _ACADEMIC: "ay|academic year|academic years|school year",
    _ANY: "year|full year|whole year|in - year",
}
KIND_OF = PhraseTable({tuple(name.split()): kind for kind, names in _KINDS.items() for name in names.split("|")})


class YearPair:
    """Two years that are joined: 2025/26, 2026-2030, 25/26, 2025 to 26."""

    __slots__ = ("end", "first", "is_short", "joint", "second")

    def __init__(self, first: int, second: int, end: int, joint: str, *, is_short: bool) -> None:
        self.first = first
        self.second = second
        self.end = end
        self.joint = joint
        self.is_short = is_short  # both have two digits


def year_at(words: Words, i: int) -> tuple[Year, int] | None:
    """One year, of any kind."""
    kind, j = year_kind_at(words, i)
    pair = year_pair_at(words, j)
    if not pair:
        return single_year_at(words, j, kind)
    if pair.second != pair.first + 1 or kind == _CALENDAR or (kind == _ANY and words.prose):
        return None
    kind_after, end = _kind_after(words, pair.end)
    return of_kind(kind_after or kind, Year.financial(pair.first, words.year_starts), words.year_starts), end


def single_year_at(words: Words, i: int, kind: str = "") -> tuple[Year, int] | None:
    """A year that is one number; `kind` is what the words before it say of it."""
    number = words.digits(i, YEAR_DIGITS)
    if number is None and words.at(i) == "'":
        number, i = two_digit_year(words, i + 1), i + 1
    elif number is None and kind in {_FINANCIAL, _ACADEMIC}:
        number = two_digit_year(words, i)
    if number is None or i in words.ordinal:
        return None
    kind_after, j = _kind_after(words, i + 1)
    return of_kind(kind_after or kind, Year.calendar(number, words.year_starts), words.year_starts), j


def of_kind(kind: str, year: Year, year_starts: int) -> Year:
    """A year as the words beside it say it is meant: "academic year" beside 2025/26.

    Of one number it is nowhere agreed whether FY25 or AY25 ends or starts in that year.
    """
    number = year.number
    if not year.is_calendar:
        return Year.academic(number) if kind == _ACADEMIC else year
    if kind == _CALENDAR:
        return Year.calendar(number, year_starts, stated=True)
    if kind == _ACADEMIC:
        either = (Year.academic(number - 1), Year.academic(number))
    elif kind == _FINANCIAL and year_starts != 1:
        either = (Year.financial(number - 1, year_starts), Year.financial(number, year_starts))
    else:
        return year
    return year.or_rather(f"could be {financial_year_name(number - 1)} or {financial_year_name(number)}", *either)


def two_digit_year(words: Words, i: int) -> int | None:
    """The year of two digits at `i`."""
    number = words.digits(i, SHORT_DIGITS)
    return None if number is None or i in words.ordinal else CENTURY + number


def year_kind_at(words: Words, i: int) -> tuple[str, int]:
    """What kind of year the words at `i` name, "" where they name none, and the place after them."""
    return KIND_OF.at(words, i) or ("", i)


def is_financial_after(words: Words, i: int) -> bool:
    """Whether the words at `i`, which follow a year, say that it is a financial one."""
    return year_kind_at(words, i)[0] == _FINANCIAL


def _kind_after(words: Words, i: int) -> tuple[str, int]:
    """What the words after a year say of it; a bare "year" there says nothing of that one."""
    kind, j = year_kind_at(words, i)
    return ("", i) if kind == _ANY else (kind, j)


def year_pair_at(words: Words, i: int) -> YearPair | None:
    """Two years with a slash, a dash or "to" between them; "to" only where the second follows the first."""
    joint, k = words.at(i + 1), i + 2
    if joint not in {"/", "-", "to"} or {i, k} & words.ordinal or starts_a_day(words, k):
        return None
    first, second = words.digits(i, YEAR_DIGITS), words.number(k)
    is_short = first is None
    if first is None:
        first = two_digit_year(words, i)
    lengths = {SHORT_DIGITS} if is_short else {SHORT_DIGITS, YEAR_DIGITS}
    if first is None or second is None or len(words.at(k)) not in lengths:
        return None
    if len(words.at(k)) == SHORT_DIGITS:
        century, year = divmod(first, _YEARS_IN_CENTURY)
        ends_century = second == 0 and year == _YEARS_IN_CENTURY - 1  # 1999/00
        second += (century + ends_century) * _YEARS_IN_CENTURY
    follows = second == first + 1
    if not follows and (is_short or (words.prose and not words.glued(i, 3))):
        return None
    is_whole = len(words.at(k)) == YEAR_DIGITS
    if joint == "to" and (is_short or (is_whole and (not follows or words.year_starts == 1))):
        return None  # 25 to 26 may be anything, and 2025 to 2030 are calendar years
    return YearPair(first, second, k + 1, joint, is_short=is_short)


def starts_a_day(words: Words, i: int) -> bool:
    """Whether the number at `i` is a day of the month: the 26 in 2025 - 26 May 2026."""
    after = words.at(i + 1)
    if after in MONTHS:
        # In "2025-26 October" it is the year; in "2025 - 26 October 2026" the month has another.
        is_year = words.glued(i - 2, 3) and words.digits(i + 2, YEAR_DIGITS) is None
        return words.prose or not is_year
    return after in {"/", ".", ":"} and words.glued(i, 3) and words.number(i + 2) is not None


def year_span_at(words: Words, i: int) -> tuple[Period, int] | None:
    """Several financial years: 2026-30 is April 2026 to March 2030."""
    kind, j = year_kind_at(words, i)
    pair = year_pair_at(words, j)
    if not pair or pair.second == pair.first + 1 or (kind == _ANY and words.prose):
        return None
    _, end = _kind_after(words, pair.end)
    if pair.second <= pair.first:
        raise UnclearError("ends before it starts", further="write the earlier year first").at(i, end)
    check_year(pair.first)
    check_year(pair.second)
    if _ACADEMIC in {kind, year_kind_at(words, pair.end)[0]}:
        return None
    if pair.joint == "to":
        names = f"{pair.first}-{pair.second % _YEARS_IN_CENTURY:02}", f"{pair.first} to {pair.second}"
        raise UnclearError("could be financial years or calendar years", *names).at(i, end)
    if words.year_starts == 1:
        ways = [f"{pair.first} to {last}" for last in (pair.second, pair.second - 1)]
        raise UnclearError(NOT_IN_JANUARY, *ways).at(i, end)
    months = (pair.second - pair.first) * MONTHS_A_YEAR
    return run_of_months(pair.first, words.year_starts, months, Precision.SPAN), end


def year_ending_in(words: Words, number: int) -> Period:
    """The financial year that ends in a calendar year."""
    return Year.financial(number - 1 if words.year_starts > 1 else number, words.year_starts).whole()
