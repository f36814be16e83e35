"""Changes of a plan as people are told of them: the worst first, like ones together."""

from collections.abc import Iterable, Sequence
from math import inf

from jfp_cli.query.rows import Row
from jfp_cli.query.sentences import counted

SILENT = "silent"
_OF_FIELDS = {
    "better": ("direction", "direction"),
    "completed": ("done", "done"),
    "forecast": ("forecast", "forecast"),
    "moves": ("entered", "memory"),
    "readings": ("read", "reading"),
    "updates": ("noted", "changed"),
}
"""What entries and values of some fields are told as: those that came, and those that were there."""

_AROUND, _LEFT_OUT = 2, "\N{HORIZONTAL ELLIPSIS}"
_SHORT = 10  # characters of a commit's name
_ONE_AND_MORE = {
    SILENT: ("date moved without a reason", "dates moved without a reason"),
    "removed": ("taken out", "taken out"),
    "weaker": ("target weakened", "targets weakened"),
    "baseline": ("baseline rewritten", "baselines rewritten"),
    "direction": ("direction changed", "directions changed"),
    "reopened": ("no longer complete", "no longer complete"),
    "done": ("day of completion changed", "days of completion changed"),
    "memory": ("recorded move changed", "recorded moves changed"),
    "reading": ("reading changed", "readings changed"),
    "moved": ("date moved for a recorded reason", "dates moved for a recorded reason"),
    "forecast": ("forecast changed", "forecasts changed"),
    "status": ("status changed", "statuses changed"),
    "completed": ("completed", "completed"),
    "stronger": ("target strengthened", "targets strengthened"),
    "added": ("added", "added"),
    "renamed": ("renamed", "renamed"),
    "owner": ("owner changed", "owners changed"),
    "links": ("link changed", "links changed"),
    "reworded": ("reworded", "reworded"),
    "changed": ("other change", "other changes"),
    "read": ("reading added", "readings added"),
    "entered": ("move recorded", "moves recorded"),
    "noted": ("update written", "updates written"),
}
_OF_TARGETS = ("weaker", "stronger", "baseline")  # of which several fields change at once, and it is one target


def sort_of(row: Row) -> str:
    """The sort of change that a row is to people: a date that moved without a recorded reason is one of its own."""
    if row["change"] == "moved":
        return "moved" if row["recorded"] else SILENT
    if row["change"] == "changed" and row["field"] in _OF_FIELDS:
        return _OF_FIELDS[row["field"]][row["before"] is not None]
    return str(row["change"])


def grouped(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """Rows by sort of change, what a reader must know first before the others, each with how many it is in words.

    Dates that moved stand the furthest first, those without an end above all, and later ones before earlier ones.
    """
    return [(_number(sort, of_sort), sorted(of_sort, key=_furthest)) for sort, of_sort in _by_sort(rows)]


def _by_sort(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    groups: dict[str, list[Row]] = {sort: [] for sort in _ONE_AND_MORE}
    for row in rows:
        groups[sort_of(row)].append(row)
    return [(sort, of_sort) for sort, of_sort in groups.items() if of_sort]


def _furthest(row: Row) -> float:
    if row["days"] is None:
        return -inf if row["change"] == "moved" else 0
    return -int(row["days"])


def changes_sentence(rows: Sequence[Row], left_out: int = 0) -> str:
    """How many changes there are, and how many of each sort, the worst first; and how much could not be compared."""
    told = ", ".join(_number(sort, of_sort) for sort, of_sort in _by_sort(rows))
    sentence = f"{counted(len(rows), 'change')}: {told}" if rows else "nothing changed"
    if left_out:
        sentence += f" in what can be read; not compared: {counted(left_out, 'part')}"
    return sentence


def in_short(row: Row) -> Row:
    """A row for people: of a text that was reworded the words that changed, with two on each side; a short commit."""
    if row.get("commit"):
        row = row | {"commit": row["commit"][:_SHORT]}
    if row["change"] != "reworded":
        return row
    before, after = row["before"].split(), row["after"].split()
    least = min(len(before), len(after))
    first = next((at for at in range(least) if before[at] != after[at]), least)
    last = next((at for at in range(least - first) if before[-1 - at] != after[-1 - at]), least - first)
    return row | {"before": _within(before, first, last), "after": _within(after, first, last)}


def later(days: int | None) -> str:
    """By how many days a date is later or earlier than another, as the end of a phrase; nothing where there is none."""
    if not days:
        return ""
    return f", {counted(abs(days), 'day')} {'later' if days > 0 else 'earlier'}"


def _within(words: Sequence[str], first: int, last: int) -> str:
    """The words of a text but for so many at its beginning and its end, of which two each stay."""
    begin, end = max(first - _AROUND, 0), len(words) - max(last - _AROUND, 0)
    kept = words[begin:end]
    return " ".join([*(_LEFT_OUT if begin else ""), *kept, *(_LEFT_OUT if end < len(words) else "")])


def _number(sort: str, rows: Sequence[Row]) -> str:
    number = len({row["address"] for row in rows}) if sort in _OF_TARGETS else len(rows)
    one, more = _ONE_AND_MORE[sort]
    return f"{number:,} {one if number == 1 else more}"
