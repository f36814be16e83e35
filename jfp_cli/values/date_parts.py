"""One date in one piece: 31 January 2025, mid-summer 2025, Q3 2025/26, 2026-03, w/c 3 March 2025."""

from jfp_cli.values import periods
from jfp_cli.values.date_figures import DIVISION_WORDS, FigureReader
from jfp_cli.values.date_modifiers import (
    FINANCIAL_YEAR_ENDS,
    LONGEST_MODIFIER,
    MODIFIERS,
    THIRDS,
    Change,
    from_one_to_other,
)
from jfp_cli.values.date_words import (
    MONTH_NAMES,
    MONTHS,
    ORDINALS,
    QUARTER_WORDS,
    SEASONS,
    SHORT,
    WEEKDAY_NAMES,
    WEEKDAYS,
)
from jfp_cli.values.feasts import FEASTS, feast
from jfp_cli.values.periods import LONGEST_MONTH, MID, DateError, Period, Precision, Unit, Year

_QUARTERS, _HALVES = 4, 2
_DEEPEST = 3  # modifiers before one date


class Part:
    """A period, or a unit such as "April" that has a period once its year is known."""

    __slots__ = ("period", "unit", "year")

    def __init__(self, period: Period | None, unit: Unit | None = None, year: Year | None = None) -> None:
        self.period = period
        self.unit = unit
        self.year = year

    def changed(self, change: Change) -> "Part":
        unit = self.unit
        return Part(
            change(self.period) if self.period else None,
            (lambda year: change(unit(year))) if unit else None,
            self.year,
        )


class PartReader(FigureReader):
    def part(self, i: int, depth: int = 0) -> tuple[Part, int] | None:
        modified = self._modified(i, depth)
        if modified:
            return modified
        period = self.figures(i) or self.plan_year(i) or self.year_span(i)
        if period:
            return Part(period[0]), period[1]
        return self._dated_unit(i) or self._year_then_unit(i)

    def _modified(self, i: int, depth: int) -> tuple[Part, int] | None:
        read = self._modifier(i) if depth < _DEEPEST else None
        if not read:
            return None
        words = self.words
        change, j = read
        joint = words.at(j) in {"-", "to", "/", "or", "and"}
        also = self._modifier(j + 1) if joint else None
        j += words.at(j) == "-"
        if also and words.at(i) in THIRDS and words.at(also[1] - 1) in THIRDS:
            earlier, (later, j) = change, also  # "mid to late 2025"
            j += words.at(j) == "-"
            change = from_one_to_other(earlier, later)
        inner = self.part(j, depth + 1)
        return (inner[0].changed(change), inner[1]) if inner else None

    def _modifier(self, i: int) -> tuple[Change, int] | None:
        words = self.words
        for count in range(LONGEST_MODIFIER, 0, -1):
            sequence = words.sequence(i, count)
            if sequence in FINANCIAL_YEAR_ENDS:
                return self._financial_year_end, i + count
            change = MODIFIERS.get(sequence)
            if change and len(sequence) == count and (not sequence[0].isdigit() or i in words.ordinal):
                return change, i + count
        return None

    def _financial_year_end(self, period: Period) -> Period:
        if period.precision is Precision.BARE_YEAR:
            return periods.last_day(self.year_ending_in(period.first.year))
        return periods.last_day(period)

    def _dated_unit(self, i: int) -> tuple[Part, int] | None:
        """Read a unit and the year after it, if one does."""
        words = self.words
        read = self.unit(i)
        if not read:
            return None
        unit, j = read
        month = words.at(j - 1) in MONTHS and j - i == 1
        is_day = not month and any(words.at(k) in MONTHS for k in range(i, j))
        pair = self.year_pair(j)
        if pair and month and not pair.slash and not pair.short:
            return self._same_month_of_two_years(unit, pair.first, pair.second), pair.end
        if pair and is_day and not pair.slash:
            year = self._single_year(j, "")
        else:
            year = self.year(j) or self._short_year(j, month=month) or self._year_after_mark(j)
        if not year:
            return Part(None, unit), j
        return Part(unit(year[0]), unit, year[0]), year[1]

    def _year_after_mark(self, i: int) -> tuple[Year, int] | None:
        """Read the year of Jan-2026, Q3-2025/26, Autumn - 2025."""
        if self.words.at(i) not in {"-", "/"} or self.figures(i + 1):
            return None
        return self.year(i + 1)

    def _same_month_of_two_years(self, unit: Unit, first: int, last: int) -> Part:
        """April 2025-26 is April 2025 to April 2026; within the financial year it is April 2025/26."""
        if last <= first:
            raise DateError("ends before it starts; write the earlier year first")
        years = self.calendar_year(first), self.calendar_year(last)
        return Part(Period(unit(years[0]).first, unit(years[1]).last, Precision.SPAN))

    def _short_year(self, i: int, *, month: bool) -> tuple[Year, int] | None:
        """Read a year of two digits: Mar-25, 31 Jan 25. March 25 could be a day, so it is refused."""
        words = self.words
        hyphen = month and words.at(i) == "-" and words.glued(i - 1, 3)
        j = i + hyphen
        year = self.two_digits(j)
        if year is None or (self.prose and not hyphen) or self._starts_a_day(j):
            return None
        number = year % 100
        if month and not hyphen and number <= LONGEST_MONTH:
            name = MONTH_NAMES[MONTHS[words.at(i - 1)] - 1]
            raise DateError(
                f"could be {name} {year} or the day {number} {name}; "
                f'write "{name} {year}", or the day with its year, such as "{number} {name} {year}"'
            )
        return self.calendar_year(year), j + 1

    def _year_then_unit(self, i: int) -> tuple[Part, int] | None:
        """Read a year, and a unit after it: 2025/26 Q3, 2018/19 Quarter One."""
        words = self.words
        read = self.year(i)
        if not read:
            return None
        year, j = read
        k = j + (words.at(j) == "-" and words.glued(j - 1, 3) and words.at(j + 1) in DIVISION_WORDS)
        if not self.prose or words.at(k) in DIVISION_WORDS:
            read_unit = self.unit(k)
            if read_unit and not self.year(read_unit[1]):
                unit, k = read_unit
                return Part(unit(year), unit, year), k
        return Part(year.whole(), None, year), j

    def unit(self, i: int) -> tuple[Unit, int] | None:
        """Read something that needs a year: 31 March, March, Autumn, Q3, Easter."""
        words = self.words
        word = words.at(i)
        if word in WEEKDAYS:
            return self._weekday(i)
        if word in SEASONS:
            return (lambda year: year.season(word, SEASONS[word])), i + 1
        if word == "midsummer":
            return (lambda year: periods.third(year.season("summer", SEASONS["summer"]), MID)), i + 1
        if word in FEASTS:
            return feast(FEASTS[word]), i + 1 + (words.at(i + 1) in {"day", "sunday"})
        return self._day_of_month(i) or self._month(i) or self._division(i)

    def _month(self, i: int) -> tuple[Unit, int] | None:
        month = MONTHS.get(self.words.at(i))
        if month is None:
            return None
        return (lambda year: year.month(month)), i + 1

    def _day_of_month(self, i: int) -> tuple[Unit, int] | None:
        """Read 31 March, 31-Mar, 31st March, March 31st, and March 31 before a year."""
        words = self.words
        day = words.number(i)
        if day is not None and len(words.at(i)) <= SHORT:
            j = i + 1 + (words.at(i + 1) == "-" and words.glued(i, 3))
        else:
            j, i = i, i + 1
            day = words.number(i) if len(words.at(i)) <= SHORT else None
            if i not in words.ordinal and (words.digits(i + 1, 4) is None or self.year_pair(i)):
                return None
        month = MONTHS.get(words.at(j))
        if month is None or day is None:
            return None
        end = max(i, j) + 1
        end += words.at(end) == "-" and words.glued(end - 1, 3) and words.number(end + 1) is not None and j > i + 1
        return (lambda year: year.day(day, month)), end

    def _weekday(self, i: int) -> tuple[Unit, int] | None:
        read = self._day_of_month(i + 1)
        if not read:
            return None
        unit, j = read
        weekday = WEEKDAYS[self.words.at(i)]

        def on_that_weekday(year: Year) -> Period:
            found = unit(year)
            actual = found.first.weekday()
            if actual != weekday:
                day = f"{found.first.day} {MONTH_NAMES[found.first.month - 1]} {found.first.year}"
                raise DateError(
                    f"is not a {WEEKDAY_NAMES[weekday]}: {day} is a {WEEKDAY_NAMES[actual]}; "
                    "correct the day or leave its name out"
                )
            return found

        return on_that_weekday, j

    def _division(self, i: int) -> tuple[Unit, int] | None:
        """Read Q3, quarter three, third quarter, final quarter, H1, half 2."""
        words = self.words
        word, after = words.at(i), words.at(i + 1)
        which: int | None
        if word in DIVISION_WORDS:
            which, name = self.count(i + 1), word
        elif after in {"quarter", "qtr"}:
            which = _QUARTERS if word in {"final", "last"} else ORDINALS.get(word)
            which, name = words.number(i) if i in words.ordinal else which, after
        else:
            return None
        if which is None or (len(word) == 1 and not words.touches(i + 1) and self.prose):
            return None
        return _quarter_or_half(which, is_quarter=name in QUARTER_WORDS), i + 2


def _quarter_or_half(which: int, *, is_quarter: bool) -> Unit:
    count = _QUARTERS if is_quarter else _HALVES
    if not 1 <= which <= count:
        what, best = ("four quarters", "Q4") if is_quarter else ("two halves", "H2")
        raise DateError(f'has no such part: a year has {what}; write one of them, such as "{best} 2025/26"')
    return lambda year: year.quarter(which) if is_quarter else year.half(which)
