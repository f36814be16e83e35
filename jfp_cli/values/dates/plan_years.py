"""Years of the plan's own period: year 2, second year of the plan, years 1 to 3."""

from jfp_cli.values.dates.periods import MONTHS_A_YEAR, ONE_DAY, DateError, Period, Precision, shift
from jfp_cli.values.dates.vocabulary import ORDINALS, YEAR_WORDS
from jfp_cli.values.dates.words import Words

_LONGEST_PLAN = 30  # years
_PLAN_NAMES = (("joint", "forward", "plan"), ("delivery", "plan"), ("plan",), ("jfp",))


def plan_year_at(words: Words, i: int) -> tuple[Period, int] | None:
    """One year of the plan, or several."""
    j = i + 1 if words.at(i) == "plan" and words.at(i + 1) in YEAR_WORDS else i
    ordinal = ORDINALS.get(words.at(j)) or (words.number(j) if j in words.ordinal else None)
    if ordinal and words.at(j + 1) == "year":
        k = _after_plan_name(words, j + 2)
        return None if k is None else (_plan_years(words, ordinal, ordinal), k)
    first = words.count(j + 1) if words.at(j) in YEAR_WORDS else None
    if first is None:
        return None
    last, k = first, j + 2
    if words.at(j) == "years" and words.at(k) in {"to", "-", "and", "&"}:
        last, k = words.count(k + 1) or 0, k + 2
    after_name = _after_plan_name(words, k)
    if words.prose and after_name is None:
        return None  # "year 2 priorities of the Southend strategy" is another plan's year
    return _plan_years(words, first, last), after_name or k


def _after_plan_name(words: Words, i: int) -> int | None:
    i += words.at(i) in {"this", "our"}
    after = words.after(i, _PLAN_NAMES)
    return after if after > i else None


def _plan_years(words: Words, first: int, last: int) -> Period:
    if not 1 <= first <= last <= _LONGEST_PLAN:
        raise DateError('is no year of a plan; the first is "year 1"')
    if words.plan_starts is None:
        raise DateError(
            'counts from the start of the plan, which is not known here; write the year itself, such as "2026/27"'
        )
    starts = shift(words.plan_starts, MONTHS_A_YEAR * (first - 1))
    ends = shift(words.plan_starts, MONTHS_A_YEAR * last) - ONE_DAY
    return Period(starts, ends, Precision.PLAN_YEAR if first == last else Precision.SPAN)
