"""Dates with the words around them: "by" and "no later than" before, "onwards" and "at the latest" after."""

from jfp_cli.values.dates.glosses import glossed_at
from jfp_cli.values.dates.periods import ONE_DAY, Period, Precision, single_day
from jfp_cli.values.dates.prefixes import Way, prefixes_at
from jfp_cli.values.dates.spans import span_at
from jfp_cli.values.dates.times import after_time
from jfp_cli.values.dates.words import Words
from jfp_cli.values.unclear import UnclearError

OPEN_ENDS = (
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
    ("/", ".."),
    ("at", "earliest"),
    ("earliest",),
)
LATEST = (("at", "latest"), ("latest",), ("or", "sooner"), ("or", "earlier"), ("or", "before"))


def phrase_at(words: Words, i: int) -> tuple[Period, bool, int] | None:
    """A date and what belongs to it: its period, whether it is open, and the place after it."""
    way, j = prefixes_at(words, i)
    read = span_at(words, j, is_between=way is Way.BETWEEN)
    glossed = glossed_at(words, j, *read) if read else None
    if not glossed:
        return None
    period, k = glossed
    if way is Way.STARTS:
        starts = f"starts: {words.written(j, k)}"
        raise UnclearError("says when something starts", starts, further="and here when it is due").at(i, k)
    period, is_open = _turned(period, way, is_span="to" in words.words[j:k])
    k = words.after(after_time(words, k), LATEST)
    end = words.after(k, OPEN_ENDS)
    if end > k and not (words.prose and words.at(k) == "beyond"):
        return period, True, end
    return period, is_open, k


def _turned(period: Period, way: Way, *, is_span: bool) -> tuple[Period, bool]:
    """What "from", "after" or "before" make of a period; "from 2025 to 2030" stays a span."""
    if way is Way.AFTER:
        return single_day(period.last + ONE_DAY), True
    if way is Way.BEFORE:
        return single_day(period.first - ONE_DAY), False
    return period, way is Way.OPEN and not is_span and period.precision is not Precision.SPAN
