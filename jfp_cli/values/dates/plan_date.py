"""A date as it stands in a plan, with the first and last day that it stands for."""

from dataclasses import dataclass, field
from datetime import date

from jfp_cli.values.dates.periods import EARLIEST_YEAR, LATEST_YEAR, DateError, Period, Precision, run_of_months
from jfp_cli.values.dates.phrases import phrase_at
from jfp_cli.values.dates.undated import NOT_A_DATE, advice
from jfp_cli.values.dates.vocabulary import MONTHS
from jfp_cli.values.dates.words import APRIL, Words
from jfp_cli.values.text import quoted

LONGEST = 200  # characters
_FINAL_MARKS = {".", ";", ":", ")"}


@dataclass(frozen=True, slots=True)
class PlanDate:
    """A date as it was written, from its first day to its last; an open one has no last day."""

    text: str = field(compare=False)
    first: date
    last: date | None
    precision: Precision = field(compare=False)

    @classmethod
    def parse(cls, text: str, year_starts: int = APRIL, plan_starts: date | None = None) -> "PlanDate":
        """Read a date; `year_starts` is the number of the financial year's first month.

        `plan_starts` is the first day of the plan's period, which "year 2" counts from. Raises DateError.
        """
        if (month := _named_month(text)) is not None:
            return cls(text, month.first, month.last, month.precision)
        shown = quoted(text)
        if len(text) > LONGEST:
            raise DateError(f'{shown} is too long to be a date; write only the date, such as "March 2026"')
        words = Words(text, year_starts, plan_starts)
        if not len(words):
            raise DateError('The date is empty; write one, such as "31 March 2026" or "2025/26"')
        try:
            period, is_open = _whole(words)
        except DateError as error:
            raise DateError(f"{shown} {error}") from None
        last = None if is_open else period.last
        return cls(text, period.first, last, Precision.OPEN if is_open else period.precision)

    @property
    def is_open(self) -> bool:
        return self.last is None

    def overdue(self, as_of: date) -> bool:
        """Whether the last day has passed; on the last day itself it has not."""
        return self.last is not None and self.last < as_of

    def days_overdue(self, as_of: date) -> int:
        """Days since the last day, 0 where it has not passed or there is none."""
        return (as_of - self.last).days if self.last is not None and self.last < as_of else 0

    def __str__(self) -> str:
        return self.text


def _named_month(text: str) -> Period | None:
    """Read "March 2026" straight away: most dates of a plan are written so, and a start of jfp reads a hundred."""
    name, _, year = text.partition(" ")
    month = MONTHS.get(name.lower())
    if month is None or len(year) != len("2026") or not (year.isascii() and year.isdecimal()):
        return None
    if not EARLIEST_YEAR <= int(year) <= LATEST_YEAR:
        return None
    return run_of_months(int(year), month, 1, Precision.MONTH)


def _whole(words: Words) -> tuple[Period, bool]:
    """The period that all of the words name, and whether it is open."""
    read = phrase_at(words, 0)
    if not read:
        raise DateError(advice(words.words))
    period, is_open, end = read
    end = _after_gloss(words, period, end)
    while words.at(end) in _FINAL_MARKS:
        end += 1
    if end == len(words):
        return period, is_open
    why_undated = advice(words.words)
    if why_undated != NOT_A_DATE:
        raise DateError(why_undated)
    rest = words.written(end, len(words))
    raise DateError(f"has more than a date in it; write {quoted(words.written(0, end))} without {quoted(rest)}")


def _after_gloss(words: Words, period: Period, i: int) -> int:
    """The place after a date's explanation: Q1 2024/25: Apr 2024 - Jun 2024, year 2 (2026/27)."""
    in_brackets = words.at(i) == "("
    if not in_brackets and words.at(i) not in {":", "="}:
        return i
    gloss = phrase_at(words, i + 1)
    if not gloss or (in_brackets and words.at(gloss[2]) != ")"):
        return i
    if (gloss[0].first, gloss[0].last) != (period.first, period.last):
        raise DateError("gives two different dates; write only the one that is meant")
    return gloss[2] + in_brackets
