"""Years of the plan's own period: year 2, Y2, second year of the plan, years 1 to 3."""

from jfp_cli.values.dates.periods import MONTHS_A_YEAR, ONE_DAY, Period, Precision, shift
from jfp_cli.values.dates.unit import NoYearError, Unit
from jfp_cli.values.dates.vocabulary import MONTHS, YEAR_WORDS
from jfp_cli.values.dates.words import Words
from jfp_cli.values.dates.year_names import year_pair_at
from jfp_cli.values.dates.years import Year
from jfp_cli.values.unclear import UnclearError

_LONGEST_PLAN = 15  # years
_JOINTS = frozenset({"to", "-", "and", "&", "/"})
PLAN_NAMES = (("joint", "forward", "plan"), ("delivery", "plan"), ("plan",), ("jfp",))
WHOSE = frozenset({"this", "our"})
_UNKNOWN_START = "counts from the start of the plan, which is not known here"


class PlanYears:
    """Some years of the plan, from the first to the last of them."""

    __slots__ = ("first", "last")

    def __init__(self, first: int, last: int) -> None:
        self.first = first
        self.last = last

    def period(self, words: Words) -> Period | None:
        """Their days; None where nobody knows when the plan starts."""
        if words.plan_starts is None:
            return None
        starts = shift(words.plan_starts, MONTHS_A_YEAR * (self.first - 1))
        ends = shift(words.plan_starts, MONTHS_A_YEAR * self.last) - ONE_DAY
        return Period(starts, ends, Precision.PLAN_YEAR if self.first == self.last else Precision.SPAN)

    def unit(self) -> Unit:
        """What they are where nobody knows when the plan starts: "year 1 (2025/26)" is what its bracket says.

        Raises UnclearError for several, which no one year can tell.
        """
        if self.first != self.last:
            raise NoYearError(f"years {self.first} to {self.last}", _UNKNOWN_START)
        return Unit(f"year {self.first}", lambda year: year.whole(), missing=_UNKNOWN_START)

    def year(self, words: Words) -> Year | None:
        """One of them as a year that has quarters and months; None where nobody knows when the plan starts."""
        period = self.period(words) if self.first == self.last else None
        return Year.of_plan(self.first, period.first) if period and period.first.day == 1 else None


def plan_years_at(words: Words, i: int) -> tuple[PlanYears, int] | None:
    """One year of the plan, or several."""
    j = i + 1 if words.at(i) == "plan" and words.at(i + 1) in YEAR_WORDS else i
    ordinal = words.ordinal_at(j)
    if ordinal and words.at(j + 1) == "year":
        k = _after_plan_name(words, j + 2)
        return None if k is None else (_checked(ordinal, ordinal), k)
    first = words.count(j + 1) if words.at(j) in YEAR_WORDS and not year_pair_at(words, j + 1) else None
    if first is None:
        return None
    last, k = _last_of_several_at(words, j + 2, first)
    after_name = _after_plan_name(words, k)
    if words.prose and after_name is None:
        return None  # "year 2 priorities of the Southend strategy" is another plan's year
    return _checked(first, last), after_name or k


def _last_of_several_at(words: Words, i: int, first: int) -> tuple[int, int]:
    """The 3 of "years 1 to 3" and of "Y1-Y3", with the place after it."""
    if words.at(i) not in _JOINTS or (words.prose and words.at(i - 2) != "years"):
        return first, i
    j = i + 1 + (words.at(i + 1) in YEAR_WORDS)
    last = words.count(j)
    if last is None or year_pair_at(words, j) or words.at(j + 1) in MONTHS:
        return first, i
    return last, j + 1


def _after_plan_name(words: Words, i: int) -> int | None:
    i += words.at(i) in WHOSE
    after = words.after(i, PLAN_NAMES)
    return after if after > i else None


def _checked(first: int, last: int) -> PlanYears:
    if not 1 <= first <= last <= _LONGEST_PLAN:
        raise UnclearError("counts years that a plan has not", further="count them from 1, the earlier one first")
    return PlanYears(first, last)
