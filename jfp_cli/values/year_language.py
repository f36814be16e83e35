"""How years are written: 2026, 2025/26, FY25/26, 2025-26 financial year, 2026-30, year 2 of the plan."""

from datetime import date

from jfp_cli.values.date_words import COUNTS, MONTHS, ORDINALS, SHORT, YEAR_DIGITS, YEAR_WORDS, Words
from jfp_cli.values.periods import (
    ONE_DAY,
    YEAR,
    DateError,
    Period,
    Precision,
    Year,
    check_year,
    financial_year_name,
    run_of_months,
    shift,
)

CENTURY = 2000  # of a year written with two digits
_YEARS_IN_CENTURY = 100
_LONGEST_PLAN = 30
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
_PLAN_NAMES = (("joint", "forward", "plan"), ("delivery", "plan"), ("plan",), ("jfp",))
# After a number these show that it counts something: "in 25/26 weeks", "in 2000 patients".
_COUNTED = frozenset(
    {"people", "patients", "residents", "staff", "children", "adults", "appointments", "places", "practices"}
    | {"beds", "pupils", "minutes", "hours", "days", "weeks", "months", "years", "year", "old"}
)


class YearPair:
    """Two years joined by a slash or a dash: 2025/26, 2026-2030, 25/26."""

    __slots__ = ("end", "first", "second", "short", "slash")

    def __init__(self, first: int, second: int, slash: bool, short: bool, end: int) -> None:
        self.first = first
        self.second = second
        self.slash = slash
        self.short = short  # both have two digits
        self.end = end


class YearReader:
    """Reads years; every reader gives what it read at a place and the place after it, or None."""

    def __init__(self, words: Words, year_starts: int, plan_starts: date | None, *, prose: bool) -> None:
        self.words = words
        self.year_starts = year_starts
        self.plan_starts = plan_starts
        self.prose = prose

    def year(self, i: int) -> tuple[Year, int] | None:
        """Read one year, of any kind."""
        kind, j = self.kind(i)
        pair = self.year_pair(j)
        if pair:
            if pair.second != pair.first + 1:
                return None
            after, k = self.kind(pair.end)
            if (kind or after) == "academic":
                return Year.academic(pair.first), k
            return Year.financial(pair.first, self.year_starts), k
        if not kind and self.words.at(j) == "year":
            j += 1
        return self._single_year(j, kind)

    def _single_year(self, i: int, kind: str) -> tuple[Year, int] | None:
        number = self.words.digits(i, YEAR_DIGITS)
        if number is None and self.words.at(i) == "'":
            number, i = self.two_digits(i + 1), i + 1
        elif number is None and kind == "financial":
            number = self.two_digits(i)
        if number is None or i in self.words.ordinal:
            return None
        after, j = self.kind(i + 1)
        kind = kind or after
        if kind and kind != "calendar":
            check_year(number)
            before, same = financial_year_name(number - 1), financial_year_name(number)
            raise DateError(f'could be {before} or {same}; write "{before}" or "{same}"')
        return self.calendar_year(number, stated=kind == "calendar"), j

    def calendar_year(self, number: int, *, stated: bool = False) -> Year:
        return Year.calendar(number, stated=stated, has_quarters=self.year_starts == 1)

    def two_digits(self, i: int) -> int | None:
        number = self.words.digits(i, 2)
        return None if number is None or i in self.words.ordinal else CENTURY + number

    def kind(self, i: int) -> tuple[str, int]:
        for count in (2, 1):
            kind = _KINDS.get(self.words.sequence(i, count))
            if kind:
                return kind, i + count
        return "", i

    def year_pair(self, i: int) -> YearPair | None:
        words = self.words
        joint, k = words.at(i + 1), i + 2
        if joint not in {"/", "-"} or {i, k} & words.ordinal or self._starts_a_day(k):
            return None
        first, second = words.digits(i, YEAR_DIGITS), words.number(k)
        short = first is None
        if short:
            first = self.two_digits(i)
        if first is None or second is None or len(words.at(k)) not in ({SHORT} if short else {SHORT, YEAR_DIGITS}):
            return None
        if len(words.at(k)) == SHORT:
            century, year = divmod(first, _YEARS_IN_CENTURY)
            ends_century = second == 0 and year == _YEARS_IN_CENTURY - 1  # 1999/00
            second += (century + ends_century) * _YEARS_IN_CENTURY
        if short and second != first + 1:
            return None
        if self.prose and second != first + 1 and not words.glued(i, 3):
            return None
        return YearPair(first, second, joint == "/", short, k + 1)

    def _starts_a_day(self, i: int) -> bool:
        """Whether the number at `i` is a day of the month: the 26 in 2025 - 26 May 2026."""
        after = self.words.at(i + 1)
        return after in MONTHS or (after in {"/", ".", ":"} and self.words.glued(i, 3) and self._counts(i + 2))

    def _counts(self, i: int) -> bool:
        return self.words.number(i) is not None

    def year_span(self, i: int) -> tuple[Period, int] | None:
        """Several financial years: 2026-30 is April 2026 to March 2030."""
        kind, j = self.kind(i)
        pair = self.year_pair(j)
        if not pair or pair.second == pair.first + 1:
            return None
        if pair.second <= pair.first:
            raise DateError("ends before it starts; write the earlier year first")
        check_year(pair.first)
        check_year(pair.second)
        after, k = self.kind(pair.end)
        if "academic" in {kind, after}:
            return None
        months = (pair.second - pair.first) * YEAR
        return run_of_months(pair.first, self.year_starts, months, Precision.SPAN), k

    def year_ending_in(self, number: int) -> Period:
        """Find the financial year that ends in a calendar year."""
        return Year.financial(number - 1 if self.year_starts > 1 else number, self.year_starts).whole()

    def plan_year(self, i: int) -> tuple[Period, int] | None:
        """Read a year of the plan's period: year 2, second year of the plan, years 1 to 3."""
        words = self.words
        j = i + 1 if words.at(i) == "plan" and words.at(i + 1) in YEAR_WORDS else i
        ordinal = ORDINALS.get(words.at(j)) or (words.number(j) if j in words.ordinal else None)
        if ordinal and words.at(j + 1) == "year":
            k = self._plan_name(j + 2)
            return None if k is None else (self._plan_years(ordinal, ordinal), k)
        first = self.count(j + 1) if words.at(j) in YEAR_WORDS else None
        if first is None:
            return None
        last, k = first, j + 2
        if words.at(j) == "years" and words.at(k) in {"to", "-", "and", "&"}:
            last, k = self.count(k + 1) or 0, k + 2
        named = self._plan_name(k)
        if self.prose and named is None:
            return None  # "year 2 priorities of the Southend strategy" is another plan's year
        return self._plan_years(first, last), named or k

    def _plan_name(self, i: int) -> int | None:
        i += self.words.at(i) in {"this", "our"}
        return next((i + len(n) for n in _PLAN_NAMES if self.words.sequence(i, len(n)) == n), None)

    def count(self, i: int) -> int | None:
        """Read a small number in digits or as a word."""
        number = COUNTS.get(self.words.at(i), self.words.number(i))
        return number if number is not None and number < _YEARS_IN_CENTURY else None

    def _plan_years(self, first: int, last: int) -> Period:
        if not 1 <= first <= last <= _LONGEST_PLAN:
            raise DateError('is no year of a plan; the first is "year 1"')
        if self.plan_starts is None:
            raise DateError(
                'counts from the start of the plan, which is not known here; write the year itself, such as "2026/27"'
            )
        starts = shift(self.plan_starts, YEAR * (first - 1))
        ends = shift(self.plan_starts, YEAR * last) - ONE_DAY
        return Period(starts, ends, Precision.PLAN_YEAR if first == last else Precision.SPAN)

    def is_counted(self, i: int) -> bool:
        return self.words.at(i) in _COUNTED
