"""Quarters, halves and numbered months of a year: Q3, quarter three, final quarter, H1, M6, Q3/4, months 3 to 6."""

from jfp_cli.values.dates.periods import MONTHS_A_HALF, MONTHS_A_QUARTER, MONTHS_A_YEAR, Period, Precision
from jfp_cli.values.dates.unit import Sort, Unit
from jfp_cli.values.dates.vocabulary import HALF_WORDS, MONTH_NAMES, MONTH_WORDS, MONTHS, QUARTER_WORDS
from jfp_cli.values.dates.words import Words
from jfp_cli.values.dates.year_names import year_pair_at
from jfp_cli.values.dates.years import Year, financial_year_name
from jfp_cli.values.unclear import UnclearError

_JOINTS = frozenset({"/", "-", "to", "and", "&"})


class _Sort:
    """One way to divide a year into parts of so many months."""

    __slots__ = ("count", "letter", "months", "noun", "precision")

    def __init__(self, noun: str, months: int, precision: Precision) -> None:
        self.noun = noun
        self.letter = noun[0].upper()
        self.months = months
        self.count = MONTHS_A_YEAR // months
        self.precision = precision

    def unit(self, first: int, last: int) -> Unit:
        """One part, or those from the first to the last; raises UnclearError where a year has none such."""
        if not 1 <= first <= last <= self.count:
            problem = f"names {self.noun} {first}, but a year has {self.count}"
            raise UnclearError(problem, further=f"write the {self.noun} that is meant, with its year")
        name = f"{self.letter}{first}" if first == last else f"{self.letter}{first} to {self.letter}{last}"
        return Unit(name, lambda year: self._within(year, name, first, last), Sort.DIVISION)

    def _within(self, year: Year, name: str, first: int, last: int) -> Period:
        start, end = (year.portion(which, self.months, self.precision) for which in (first, last))
        period = start if first == last else Period(start.first, end.last, Precision.SPAN)
        if year.could_be_financial:
            months = dict.fromkeys(MONTH_NAMES[day.month - 1] for day in (period.first, period.last))
            raise UnclearError(
                "could be the calendar year or the financial year",
                *(f"{name} {financial_year_name(number)}" for number in year.financial_years_with(first, self.months)),
                f"{' to '.join(months)} {year.number}",
            )
        return period


_QUARTER = _Sort("quarter", MONTHS_A_QUARTER, Precision.QUARTER)
_HALF = _Sort("half", MONTHS_A_HALF, Precision.HALF)
_MONTH = _Sort("month", 1, Precision.MONTH)
_SORTS = {
    **dict.fromkeys(QUARTER_WORDS, _QUARTER),
    **dict.fromkeys(HALF_WORDS, _HALF),
    **dict.fromkeys(MONTH_WORDS, _MONTH),
}
_LETTERS = frozenset({"q", "h"})
_AFTER_ORDINALS = {"quarter": _QUARTER, "qtr": _QUARTER, "month": _MONTH}


def division_at(words: Words, i: int) -> tuple[Unit, int] | None:
    """A quarter, a half or a numbered month, or several of one sort."""
    word, after = words.at(i), words.at(i + 1)
    if word in _SORTS:
        sort, which, j = _SORTS[word], words.count(i + 1), i + 2
        if which is not None and len(word) == 1 and words.prose and not words.touches(i + 1):
            return None
    elif after in _LETTERS and words.touches(i + 1) and words.number(i) is not None:
        sort, which, j = _SORTS[after], words.number(i), i + 2  # 1Q, 2H
    elif after in _AFTER_ORDINALS:
        sort, j = _AFTER_ORDINALS[after], i + 2
        which = sort.count if word in {"final", "last"} else words.ordinal_at(i)
    else:
        return None
    if which is None or (sort is _MONTH and words.prose and not year_pair_at(words, j)):
        return None
    last, end = _last_of_several_at(words, j, sort, which)
    return sort.unit(which, last), end


def _last_of_several_at(words: Words, i: int, sort: _Sort, first: int) -> tuple[int, int]:
    """The 4 of "Q3/4", with the place after it; a number that is a day or a year is none such."""
    last = words.count(i + 1) if words.at(i) in _JOINTS and not words.prose else None
    is_date = words.at(i + 2) in MONTHS or year_pair_at(words, i + 1) is not None
    if last is None or is_date or not first < last <= sort.count:
        return first, i
    return last, i + 2
