"""Dates as planners write them, with the first and last day that each stands for."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from jfp_cli.values.date_language import PROSE_PREFIXES, DateReader
from jfp_cli.values.date_modifiers import MODIFIERS
from jfp_cli.values.date_words import MONTHS, ORDINALS, SEASONS, SHORT, WEEKDAYS, Words
from jfp_cli.values.feasts import FEASTS
from jfp_cli.values.periods import EARLIEST_YEAR, LATEST_YEAR, DateError, Period, Precision, run_of_months
from jfp_cli.values.undated import NOT_A_DATE, advice

__all__ = ["DateError", "PlanDate", "Precision", "find_dates"]

LONGEST = 200  # characters
_SHOWN = 60
_APRIL = 4
_FINAL_MARKS = {".", ";", ":", ")"}

# A date in prose starts with one of these or with a number.
_STARTS = frozenset(
    {"q", "h", "quarter", "qtr", "half", "fy", "f", "year", "years", "plan", "midsummer"}
    | {"financial", "fiscal", "calendar", "academic", "school", "final", "last", "fye", "yearend"}
    | {phrase[0] for table in (MODIFIERS, PROSE_PREFIXES) for phrase in table}
    | {*MONTHS, *WEEKDAYS, *SEASONS, *FEASTS, *ORDINALS}
)
_JOINS_FIGURES = frozenset("/-.,:£$€#_@%+'")
_CALENDAR_WORDS = frozenset({*MONTHS, *WEEKDAYS, *SEASONS, "/", "-", "q", "h", "fy"})


@dataclass(frozen=True, slots=True)
class PlanDate:
    """A date as it was written, from its first day to its last; an open one has no last day."""

    text: str = field(compare=False)
    first: date
    last: date | None
    precision: Precision = field(compare=False)

    @classmethod
    def parse(cls, text: str, year_starts: int = _APRIL, plan_starts: date | None = None) -> "PlanDate":
        """Read a date; `year_starts` is the number of the financial year's first month.

        `plan_starts` is the first day of the plan's period, which "year 2" counts from.
        """
        if (month := _named_month(text)) is not None:
            return cls(text, month.first, month.last, month.precision)
        shown = _shown(text)
        if len(text) > LONGEST:
            raise DateError(f'"{shown}" is too long to be a date; write only the date, such as "March 2026"')
        words = Words(text)
        if not len(words):
            raise DateError('The date is empty; write one, such as "31 March 2026" or "2025/26"')
        try:
            period, is_open = _whole(DateReader(words, year_starts, plan_starts, prose=False))
        except DateError as error:
            raise DateError(f'"{shown}" {error}') from None
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


def find_dates(
    text: str, year_starts: int = _APRIL, plan_starts: date | None = None
) -> Iterator[tuple[int, int, PlanDate]]:
    """Find the dates in running prose, each with where it starts and ends.

    Doubtful ones are left out: "2026 open pathways" names no date, "in 2026" does.
    """
    words = Words(text, prose=True)
    reader = DateReader(words, year_starts, plan_starts, prose=True)
    i = 0
    while i < len(words):
        end = _prose_date_end(reader, i)
        found = _same_alone(words, i, end, year_starts, plan_starts) if end else None
        if found:
            yield words.starts[i], words.ends[end - 1], found
        i = max(end, i + 1)


def _named_month(text: str) -> Period | None:
    """Read "March 2026" straight away: most dates of a plan are written so, and a start of jfp reads a hundred."""
    name, _, year = text.partition(" ")
    month = MONTHS.get(name.lower())
    if month is None or len(year) != len("2026") or not (year.isascii() and year.isdecimal()):
        return None
    if not EARLIEST_YEAR <= int(year) <= LATEST_YEAR:
        return None
    return run_of_months(int(year), month, 1, Precision.MONTH)


def _whole(reader: DateReader) -> tuple[Period, bool]:
    """Read the period that all of the words name."""
    words = reader.words
    read = reader.phrase(0)
    if not read:
        raise DateError(advice(words.words))
    period, is_open, end = read
    end = _after_gloss(reader, period, end)
    while words.at(end) in _FINAL_MARKS:
        end += 1
    if end == len(words):
        return period, is_open
    said = advice(words.words)
    if said != NOT_A_DATE:
        raise DateError(said)
    rest = words.written(end, len(words))
    raise DateError(f'has more than a date in it; write "{_shown(words.written(0, end))}" without "{_shown(rest)}"')


def _after_gloss(reader: DateReader, period: Period, i: int) -> int:
    """Find the place after a date's explanation: Q1 2024/25: Apr 2024 - Jun 2024, year 2 (2026/27)."""
    words = reader.words
    bracket = words.at(i) == "("
    if not bracket and words.at(i) not in {":", "="}:
        return i
    said = reader.phrase(i + 1)
    if not said or (bracket and words.at(said[2]) != ")"):
        return i
    if (said[0].first, said[0].last) != (period.first, period.last):
        raise DateError("gives two different dates; write only the one that is meant")
    return said[2] + bracket


def _prose_date_end(reader: DateReader, i: int) -> int:
    """Find the place after the date that starts at `i`, 0 where none does; a wrong date is stepped over."""
    words = reader.words
    if words.number(i) is None and words.at(i) not in _STARTS:
        return 0
    before = words.at(i - 1)
    if words.touches(i) and (before in _JOINS_FIGURES or (before[-1].isalnum() and words.at(i)[0].isdigit())):
        return 0
    try:
        read = reader.phrase(i)
    except DateError:
        return _past_wrong_date(words, i)
    if not read or _is_doubtful(reader, i, read[2]):
        return 0
    return read[2]


def _past_wrong_date(words: Words, i: int) -> int:
    while words.number(i) is not None or words.at(i) in _CALENDAR_WORDS:
        i += 1
    return i


def _is_doubtful(reader: DateReader, i: int, end: int) -> bool:
    """Whether what reads as a date may be some other figure."""
    words = reader.words
    ends_in_figures = words.at(end - 1)[0].isdigit()
    if ends_in_figures and words.touches(end):
        after, later = words.at(end), words.at(end + 1)
        if (
            after == "%"
            or after[0].isalnum()
            or (after in _JOINS_FIGURES and words.touches(end + 1) and later.isalnum())
        ):
            return True
    is_short_year = words.digits(i, SHORT) is not None and reader.year_pair(i) is not None
    if words.number(i) is not None and (end - i == 1 or is_short_year):
        return True
    return ends_in_figures and reader.is_counted(end)


def _same_alone(words: Words, i: int, end: int, year_starts: int, plan_starts: date | None) -> PlanDate | None:
    """Parse the date as it reads by itself, so that what is found is what would be parsed."""
    try:
        return PlanDate.parse(words.written(i, end), year_starts, plan_starts)
    except DateError:
        return None


def _shown(text: str) -> str:
    """Make a text fit for one line of a message."""
    line = "".join(c if c.isprintable() else "?" for c in " ".join(text[:LONGEST].split()))
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}\u2026"
