"""Dates with the words around them: "by" and "no later than" before, "onwards" and "at the latest" after."""

from jfp_cli.values.dates.periods import ONE_DAY, Period, Precision, single_day
from jfp_cli.values.dates.spans import span_at
from jfp_cli.values.dates.times import after_time, after_time_before
from jfp_cli.values.dates.words import Words

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
    return {tuple(p.split()): way for g in groups for way, phrases in g.items() for p in phrases.split("|")}


PROSE_PREFIXES = _table(_PROSE_PREFIXES)
_PREFIXES = _table(_PROSE_PREFIXES, _FIELD_PREFIXES)
_LONGEST_PREFIX = max(map(len, _PREFIXES))

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


def phrase_at(words: Words, i: int) -> tuple[Period, bool, int] | None:
    """A date and what belongs to it: its period, whether it is open, and the place after it."""
    way, j = _prefixes_at(words, i)
    read = span_at(words, j, is_between=way == BETWEEN)
    if not read:
        return None
    period, k = read
    k = words.after(after_time(words, k), _LATEST)
    period, is_open = _turned(period, way)
    end = words.after(k, _OPEN_ENDS)
    if end > k and not (words.prose and words.at(k) == "beyond"):
        return period, True, end
    return period, is_open, k


def _turned(period: Period, way: str) -> tuple[Period, bool]:
    """What "from", "after" or "before" make of a period; "from 2025 to 2030" stays a span."""
    if way == AFTER:
        return single_day(period.last + ONE_DAY), True
    if way == BEFORE:
        return single_day(period.first - ONE_DAY), False
    return period, way == OPEN and period.precision is not Precision.SPAN


def _prefixes_at(words: Words, i: int) -> tuple[str, int]:
    """The strongest of the words before a date, and the place after them."""
    strongest = NEUTRAL
    for _ in range(_MOST_PREFIXES):
        i = after_time_before(words, i)
        way, j = _prefix_at(words, i)
        if j == i:
            break
        strongest, i = (way if way != NEUTRAL else strongest), j
        i += words.at(i) == ":" and not words.prose
    return strongest, i


def _prefix_at(words: Words, i: int) -> tuple[str, int]:
    table = PROSE_PREFIXES if words.prose else _PREFIXES
    for count in range(_LONGEST_PREFIX, 0, -1):
        sequence = words.sequence(i, count)
        if sequence in table:
            return table[sequence], i + count
    return NEUTRAL, i
