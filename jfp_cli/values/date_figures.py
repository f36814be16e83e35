"""Dates in figures alone: 31/01/2025, 31.1.25, 2025-01-31, 2026-03, 03/2026."""

from jfp_cli.values import periods
from jfp_cli.values.date_words import HALF_WORDS, MONTH_NAMES, QUARTER_WORDS, SHORT, YEAR_DIGITS
from jfp_cli.values.periods import LONGEST_MONTH, YEAR, DateError, Period
from jfp_cli.values.year_language import CENTURY, YearReader

DIVISION_WORDS = QUARTER_WORDS | HALF_WORDS


class FigureReader(YearReader):
    def figures(self, i: int) -> tuple[Period, int] | None:
        """Read figures alone: 31/01/2025, 31.1.25, 2025-01-31, 2026-03, 03/2026."""
        words = self.words
        mark = words.at(i + 1)
        if mark not in {"/", "-", "."} or not words.glued(i, 3) or i in words.ordinal:
            return None
        a, b, c = words.number(i), words.number(i + 2), words.number(i + 4)
        if a is None or b is None:
            return None
        if c is not None and words.at(i + 3) == mark and words.glued(i, 5):
            return self._figures_day(i)
        if words.digits(i, YEAR_DIGITS) is not None and mark == "-":
            return self._figures_month(i)
        if words.digits(i + 2, YEAR_DIGITS) is not None and len(words.at(i)) <= SHORT and 1 <= a <= YEAR:
            return self.calendar_year(b).month(a), i + 3
        return None

    def _figures_day(self, i: int) -> tuple[Period, int] | None:
        words = self.words
        day, month, year = (words.number(i + n) or 0 for n in (0, 2, YEAR_DIGITS))
        if words.digits(i, YEAR_DIGITS) is not None:
            if len(words.at(i + 4)) > SHORT:
                return None
            day, year = year, day
        elif len(words.at(i + 4)) == SHORT and (words.at(i + 1) != "." or not self.prose):
            year += CENTURY
        elif len(words.at(i + 4)) != YEAR_DIGITS:
            return None
        periods.check_year(year)
        if not 1 <= month <= YEAR:
            example = f"{month:02}/{day:02}/{year}" if 1 <= day <= YEAR and month <= LONGEST_MONTH else f"31/01/{year}"
            raise DateError(f'has no month {month}: the day comes first; write it like "{example}"')
        return periods.day_of(year, month, day), i + 5

    def _figures_month(self, i: int) -> tuple[Period, int] | None:
        words = self.words
        year, month, digits = words.number(i) or 0, words.number(i + 2) or 0, len(words.at(i + 2))
        if digits > SHORT or not 1 <= month <= YEAR or self._is_financial(i + 3):
            return None
        periods.check_year(year)
        name = f"{MONTH_NAMES[month - 1]} {year}"
        if month == (year + 1) % 10**digits:
            financial = periods.financial_year_name(year)
            raise DateError(f'could be {name} or the financial year {financial}; write "{name}" or "{financial}"')
        if digits == 1:
            raise DateError(f'is not clear; write "{name}" if that month is meant')
        return self.calendar_year(year).month(month), i + 3

    def _is_financial(self, i: int) -> bool:
        """Whether what follows a year shows that it is a financial one."""
        return self.kind(i)[0] == "financial" or self.words.at(i) in DIVISION_WORDS
