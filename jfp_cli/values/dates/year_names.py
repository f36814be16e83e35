"""How years are written: 2026, 2025/26, FY25/26, 2025-26 financial year, 2026-30.

Every function of this package that ends in `_at` gives what it reads at a place and the place after it, or None.
"""

from jfp_cli.values.dates.periods import MONTHS_A_YEAR, DateError, Period, Precision, check_year, run_of_months
from jfp_cli.values.dates.vocabulary import MONTHS
from jfp_cli.values.dates.words import SHORT_DIGITS, YEAR_DIGITS, Words
from jfp_cli.values.dates.years import Year, financial_year_name

CENTURY = 2000  # of a year written with two digits
_YEARS_IN_CENTURY = 100
_KINDS = {
    ("fy",): "financial",
    ("f", "y"): "financial",
    ("fiscal", "year"): "financial",
    ("financial", "year"): "financial",
    ("financial", "years"): "financial",
    ("calendar", "year"): "calendar",
    ("academic", "year"): "academic",
    ("school", "year"): "academic",
}


class YearPair:
    """Two years joined by a slash or a dash: 2025/26, 2026-2030, 25/26."""

    __slots__ = ("end", "first", "has_slash", "is_short", "second")

    def __init__(self, first: int, second: int, end: int, *, has_slash: bool, is_short: bool) -> None:
        self.first = first
        self.second = second
        self.end = end
        self.has_slash = has_slash
        self.is_short = is_short  # both have two digits


def year_at(words: Words, i: int) -> tuple[Year, int] | None:
    """One year, of any kind."""
    kind, j = year_kind_at(words, i)
    pair = year_pair_at(words, j)
    if pair:
        if pair.second != pair.first + 1:
            return None
        kind_after, k = year_kind_at(words, pair.end)
        if (kind or kind_after) == "academic":
            return Year.academic(pair.first), k
        return Year.financial(pair.first, words.year_starts), k
    if not kind and words.at(j) == "year":
        j += 1
    return single_year_at(words, j, kind)


def single_year_at(words: Words, i: int, kind: str = "") -> tuple[Year, int] | None:
    """A year that is one number; `kind` is what the words before it say of it."""
    number = words.digits(i, YEAR_DIGITS)
    if number is None and words.at(i) == "'":
        number, i = two_digit_year(words, i + 1), i + 1
    elif number is None and kind == "financial":
        number = two_digit_year(words, i)
    if number is None or i in words.ordinal:
        return None
    kind_after, j = year_kind_at(words, i + 1)
    kind = kind or kind_after
    if kind and kind != "calendar":
        check_year(number)
        ending, starting = financial_year_name(number - 1), financial_year_name(number)
        raise DateError(f'could be {ending} or {starting}; write "{ending}" or "{starting}"')
    return Year.calendar(number, words.year_starts, stated=kind == "calendar"), j


def two_digit_year(words: Words, i: int) -> int | None:
    """The year of two digits at `i`."""
    number = words.digits(i, SHORT_DIGITS)
    return None if number is None or i in words.ordinal else CENTURY + number


def year_kind_at(words: Words, i: int) -> tuple[str, int]:
    """What kind of year the words at `i` name, "" where they name none, and the place after them."""
    for count in (2, 1):
        kind = _KINDS.get(words.sequence(i, count))
        if kind:
            return kind, i + count
    return "", i


def year_pair_at(words: Words, i: int) -> YearPair | None:
    """Two years with a slash or a dash between them."""
    joint, k = words.at(i + 1), i + 2
    if joint not in {"/", "-"} or {i, k} & words.ordinal or starts_a_day(words, k):
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
    if is_short and second != first + 1:
        return None
    if words.prose and second != first + 1 and not words.glued(i, 3):
        return None
    return YearPair(first, second, k + 1, has_slash=joint == "/", is_short=is_short)


def starts_a_day(words: Words, i: int) -> bool:
    """Whether the number at `i` is a day of the month: the 26 in 2025 - 26 May 2026."""
    after = words.at(i + 1)
    if after in MONTHS:
        return True
    return after in {"/", ".", ":"} and words.glued(i, 3) and words.number(i + 2) is not None


def year_span_at(words: Words, i: int) -> tuple[Period, int] | None:
    """Several financial years: 2026-30 is April 2026 to March 2030."""
    kind, j = year_kind_at(words, i)
    pair = year_pair_at(words, j)
    if not pair or pair.second == pair.first + 1:
        return None
    if pair.second <= pair.first:
        raise DateError("ends before it starts; write the earlier year first")
    check_year(pair.first)
    check_year(pair.second)
    kind_after, k = year_kind_at(words, pair.end)
    if "academic" in {kind, kind_after}:
        return None
    months = (pair.second - pair.first) * MONTHS_A_YEAR
    return run_of_months(pair.first, words.year_starts, months, Precision.SPAN), k


def year_ending_in(words: Words, number: int) -> Period:
    """The financial year that ends in a calendar year."""
    return Year.financial(number - 1 if words.year_starts > 1 else number, words.year_starts).whole()
