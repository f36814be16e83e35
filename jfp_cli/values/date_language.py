"""Dates as planners write them: words such as "by" before them, two joined into a span, open ends."""

from jfp_cli.values import periods
from jfp_cli.values.date_figures import DIVISION_WORDS
from jfp_cli.values.date_parts import Part, PartReader
from jfp_cli.values.date_words import MIDPOINTS, SHORT
from jfp_cli.values.periods import ONE_DAY, DateError, Period, Precision, Unit, Year

NEUTRAL, OPEN, AFTER, BEFORE, BETWEEN = "neutral", "open", "after", "before", "between"
_MOST_PREFIXES = 4  # "to be completed by", "due no later than"

_PROSE_PREFIXES = {
    NEUTRAL: "by|in|during|on|until|across|throughout|no later than|not later than|before end|up to",
    OPEN: "from|since|starting from|starting in|with effect from",
    AFTER: "after",
    BEFORE: "before|prior to",
    BETWEEN: "between",
}
_FIELD_PREFIXES = {
    NEUTRAL: (
        "for|at|within|over|to|till|through|up until|due|due by|due on|due in|due date|deadline|target date|"
        "expected|expected by|planned|planned for|as at|as of|into|all|whole|sometime in|at some point in|"
        "ongoing until|ongoing to|complete|completed|complete by|completed by|to be completed by|completion|"
        "delivered by|latest|latest by|at latest|prior to end|on or before|by or before|in or before"
    ),
    OPEN: (
        "starting|starts|commencing|commences|starting on|commencing on|commencing in|commencing from|"
        "beginning in|beginning on|beginning from|effective|effective from|wef|as from|on or after|"
        "ongoing from|ongoing since|onwards from"
    ),
    AFTER: "following|post|beyond|later than",
    BEFORE: "ahead|in advance|earlier than",
}


def _table(*groups: dict[str, str]) -> dict[tuple[str, ...], str]:
    return {tuple(p.split()): kind for g in groups for kind, phrases in g.items() for p in phrases.split("|")}


PROSE_PREFIXES = _table(_PROSE_PREFIXES)
PREFIXES = _table(_PROSE_PREFIXES, _FIELD_PREFIXES)
_EXAMPLE_YEAR = 2026
_LONGEST_PREFIX = max(map(len, PREFIXES))

_OPEN_ENDS = (
    ("and", "beyond"),
    ("&", "beyond"),
    ("and", "onwards"),
    ("and", "onward"),
    ("and", "after"),
    ("and", "later"),
    ("and", "thereafter"),
    ("and", "ongoing"),
    ("then", "ongoing"),
    ("or", "later"),
    ("onwards",),
    ("onward",),
    ("ongoing",),
    ("beyond",),
    ("+",),
    ("-", "ongoing"),
    ("-", "onwards"),
)
_LATEST = (("at", "latest"), ("latest",), ("or", "sooner"), ("or", "earlier"), ("or", "before"))
_TO = (
    ("up", "to"),
    ("and", "end"),
    ("to",),
    ("-",),
    ("until",),
    ("till",),
    ("through", "to"),
    ("through",),
    ("thru",),
)
_AND = (("and",), ("&",), ("/",), ("or",), ("into",))


class DateReader(PartReader):
    """Reads one whole date phrase."""

    def phrase(self, i: int) -> tuple[Period, bool, int] | None:
        """Read a date and what belongs to it: its period, whether it is open, and the place after it."""
        kind, j = self._prefixes(i)
        read = self._span(j, joined=kind == BETWEEN)
        if not read:
            return None
        period, k = read
        k = self._latest(self._time_after(k))
        period, is_open = self._turned(period, kind)
        for end in _OPEN_ENDS:
            if self.words.sequence(k, len(end)) == end and not (self.prose and end == ("beyond",)):
                return period, True, k + len(end)
        return period, is_open, k

    def _turned(self, period: Period, kind: str) -> tuple[Period, bool]:
        """Apply "from", "after" or "before": what they make of a period; "from 2025 to 2030" stays a span."""
        if kind == AFTER:
            return periods.single_day(period.last + ONE_DAY), True
        if kind == BEFORE:
            return periods.single_day(period.first - ONE_DAY), False
        return period, kind == OPEN and period.precision is not Precision.SPAN

    def _prefixes(self, i: int) -> tuple[str, int]:
        """Read the strongest of the words before a date, and the place after them."""
        strongest = NEUTRAL
        table = PROSE_PREFIXES if self.prose else PREFIXES
        for _ in range(_MOST_PREFIXES):
            i = self._time_before(i)
            kind, j = self._prefix(i, table)
            if j == i:
                break
            strongest, i = (kind if kind != NEUTRAL else strongest), j
            i += self.words.at(i) == ":" and not self.prose
        return strongest, i

    def _prefix(self, i: int, table: dict[tuple[str, ...], str]) -> tuple[str, int]:
        for count in range(_LONGEST_PREFIX, 0, -1):
            sequence = self.words.sequence(i, count)
            if len(sequence) == count and sequence in table:
                return table[sequence], i + count
        return NEUTRAL, i

    def _time(self, i: int) -> int:
        """Find the place after a time of day: 5pm, 5.30 pm, 17:00, noon."""
        words = self.words
        if words.at(i) in MIDPOINTS:
            return i + 1
        if words.number(i) is None:
            return i
        j = i + 1
        colon = False
        while words.at(j) in {":", "."} and words.number(j + 1) is not None and j < i + 6:
            colon, j = colon or words.at(j) == ":", j + 2
        if words.at(j) in {"am", "pm"}:
            return j + 1
        return j if colon else i

    def _time_before(self, i: int) -> int:
        j = self._time(i)
        return j + (self.words.at(j) == "on") if j > i else i

    def _time_after(self, i: int) -> int:
        words = self.words
        j = self._time(i + (words.at(i) in {"at", "by", "t"}))
        if words.at(j - 1) in {"t", "at", "by"} or (j in {i, i + 1} and words.at(i) in {"at", "by", "t"}):
            return i
        if j > i and words.at(j) in {"z", "utc", "gmt", "bst"}:
            return j + 1
        if j > i and words.at(j) == "+" and self._time(j + 1) > j + 1:
            return self._time(j + 1)
        return j

    def _latest(self, i: int) -> int:
        return next((i + len(w) for w in _LATEST if self.words.sequence(i, len(w)) == w), i)

    def _span(self, i: int, *, joined: bool) -> tuple[Period, int] | None:
        """Read one date, or two that make a span."""
        read = self._day_to_day(i) or self.part(i)
        if not read:
            return None
        left, j = read
        for way, joints in (("to", _TO), ("and", _AND)):
            k = next((j + len(w) for w in joints if self.words.sequence(j, len(w)) == w), j)
            right = self.part(k) if k > j else None
            if right:
                period = self._joined(left, right[0], adjacent=way == "and" and not joined)
                if period:
                    return period, right[1]
                break
        if left.period:
            return left.period, j
        if self.prose:
            return None
        raise DateError(self._no_year(i, j))

    def _no_year(self, i: int, j: int) -> str:
        name = " ".join(self.words.written(i, j).replace("-", " ").split()).rstrip(",.")
        year = str(self.plan_starts.year if self.plan_starts else _EXAMPLE_YEAR)
        if not DIVISION_WORDS.isdisjoint(self.words.words[i:j]):
            year = periods.financial_year_name(int(year))
        return f'has no year; add the one that is meant, as in "{name} {year}"'

    def _day_to_day(self, i: int) -> tuple[Part, int] | None:
        """Read days of one month: 1-5 March 2025, 1st to 5th March 2025."""
        words = self.words
        first = words.number(i)
        if first is None or len(words.at(i)) > SHORT or words.at(i + 1) not in {"-", "to", "and", "/"}:
            return None
        j = i + 2
        read = self.part(j) if words.number(j) is not None and not self.figures(i) and not self.year_pair(i) else None
        if not read or not read[0].period or not read[0].year or read[0].period.precision is not Precision.DAY:
            return None
        last = read[0].period.last
        start = periods.day_of(last.year, last.month, first).first
        if start > last:
            raise DateError("ends before it starts; write the earlier date first")
        return Part(Period(start, last, Precision.SPAN)), read[1]

    def _joined(self, left: Part, right: Part, *, adjacent: bool) -> Period | None:
        """Make the span of two parts, one of which may take its year from the other."""
        ends = self._years_shared(left, right)
        if not ends:
            return None
        first, last = ends
        if last.last < first.first:
            raise DateError("ends before it starts; write the earlier date first")
        if adjacent and first.last + ONE_DAY != last.first:
            if self.prose:
                return None
            raise DateError("names two dates; write one of them here and the other as a checkpoint")
        return Period(first.first, last.last, Precision.SPAN)

    def _years_shared(self, left: Part, right: Part) -> tuple[Period, Period] | None:
        if left.period and right.period:
            return left.period, right.period
        if right.period and left.unit:
            if right.year and not right.unit:
                raise DateError("has no year in its first date; write both dates with their years")
            year = right.year or self.calendar_year(right.period.first.year)
            return self._latest_before(left.unit, right.period, year), right.period
        if left.period and right.unit and left.year and not left.year.is_calendar:
            return left.period, right.unit(left.year)
        if self.prose or not left.period:
            return None
        raise DateError("has no year in its second date; write both dates with their years")

    @staticmethod
    def _latest_before(unit: Unit, end: Period, year: Year) -> Period:
        """November to January 2026 starts in November 2025."""
        start = unit(year)
        return unit(year.before()) if year.is_calendar and start.first > end.first else start
