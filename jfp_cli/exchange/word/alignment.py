"""Cells that hold several things in step: which date stands beside which line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jfp_cli.exchange.word.blocks import Line
from jfp_cli.exchange.word.markers import NO_HEADING
from jfp_cli.values.text import quoted

_SHORT = 6  # words that a sub-heading within a cell has at the most


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """What stands beside one date: the lines of the one, the sub-heading above it, and the line of the date.

    `doubt` says why the two may not belong together.
    """

    lines: tuple[Line, ...]
    date: Line | None
    group: Line | None = None
    doubt: str = ""


@dataclass(slots=True, eq=False)
class _Entry:
    """A line that says something: whether a blank line, and whether an entry of a list, follows it directly."""

    line: Line
    at: int
    starts: bool
    has_below: bool
    leads_list: bool


def in_step(lines: Sequence[Line], dates: Sequence[Line]) -> list[Step]:
    """The things of one cell with the dates of another, paired by their order and by the blank lines between."""
    entries, written = list(_entries(lines)), [line for line in dates if line.text]
    if not entries:
        return []
    if len(written) <= 1 or len(entries) == 1:
        return _together(entries, written)
    heads = {entry for entry in entries if _is_heading(entry)}
    own = [entry for entry in entries if entry not in heads]
    if len(own) == len(written):
        return _paired(entries, heads, written)
    if len(entries) == len(written):
        return _paired(entries, set(), written)
    more = _demoted(own, len(own) - len(written))
    if more is not None:
        return [
            Step(step.lines, step.date, step.group, _doubt_of(step, more))
            for step in _paired(entries, heads | more, written)
        ]
    blocks = _blocks(entries)
    if len(blocks) == len(written):
        return [Step(tuple(entry.line for entry in block), date) for block, date in zip(blocks, written, strict=True)]
    return _by_place(own, heads, entries, dates)


def _entries(lines: Sequence[Line]) -> Iterator[_Entry]:
    for at, line in enumerate(lines):
        if line.text:
            following = lines[at + 1] if at + 1 < len(lines) else None
            has_below = following is not None and bool(following.text)
            starts = at == 0 or not lines[at - 1].text
            leads = has_below and following is not None and following.is_item and not line.is_item
            yield _Entry(line, at, starts, has_below, leads)


def _is_heading(entry: _Entry) -> bool:
    """Whether a line is the sub-heading of those below it."""
    return entry.leads_list or (entry.line.text.endswith(":") and not entry.line.is_item)


def _together(entries: Sequence[_Entry], written: Sequence[Line]) -> list[Step]:
    """One thing, with one date or none; where it may be several, that is said."""
    blocks = _blocks(entries)
    several = len(blocks) > 1 or (len(entries) > 1 and not _is_heading(entries[0]))
    if len(written) == 1 and several and all(_is_own(entry) for entry in entries):
        return [
            Step((entry.line,), written[0], None, "it shares its date with what stands beside it") for entry in entries
        ]
    doubt = "several lines stand beside one date, and were taken for one thing" if several and written else ""
    if len(written) > 1:
        doubt = f"{len(written)} dates stand beside it, and the last was taken"
    return [Step(tuple(entry.line for entry in entries), written[-1] if written else None, None, doubt)]


def _is_own(entry: _Entry) -> bool:
    """Whether a line is one of several things, and not a part of a text."""
    return entry.line.is_item and not _is_heading(entry)


def _demoted(own: Sequence[_Entry], many: int) -> set[_Entry] | None:
    """The short lines with another directly below that must be headings for the dates to fit; None where none fit."""
    likely = [entry for entry in own if entry.starts and entry.has_below and _is_short(entry.line)]
    return set(likely) if many > 0 and len(likely) == many else None


def _is_short(line: Line) -> bool:
    return len(line.text.split()) <= _SHORT and not line.text.endswith(NO_HEADING) and not line.is_item


def _doubt_of(step: Step, demoted: set[_Entry]) -> str:
    """Why a thing may have another date: what stands over it was taken for a heading because the dates fit then."""
    group = step.group
    if group is None or group not in [entry.line for entry in demoted]:
        return ""
    return f"{quoted(group.text)} over it was read as a heading, since there is a date for every other line"


def _paired(entries: Sequence[_Entry], heads: set[_Entry], written: Sequence[Line]) -> list[Step]:
    own = [entry for entry in entries if entry not in heads]
    groups = _groups(entries, heads)
    return [Step((entry.line,), date, groups[entry]) for entry, date in zip(own, written, strict=True)]


def _groups(entries: Sequence[_Entry], heads: set[_Entry]) -> dict[_Entry, Line | None]:
    """The sub-heading of each line: one of a list holds for that, one of other lines until the next."""
    found: dict[_Entry, Line | None] = {}
    group: _Entry | None = None
    for entry in entries:
        if entry in heads:
            group = entry
        elif group is not None and group.leads_list and entry.starts and not entry.line.is_item:
            group = None
        found[entry] = group.line if group else None
    return found


def _blocks(entries: Sequence[_Entry]) -> list[list[_Entry]]:
    """The lines that stand together, between blank ones."""
    blocks: list[list[_Entry]] = []
    for entry in entries:
        if entry.starts or not blocks:
            blocks.append([])
        blocks[-1].append(entry)
    return blocks


def _by_place(
    own: Sequence[_Entry], heads: set[_Entry], entries: Sequence[_Entry], dates: Sequence[Line]
) -> list[Step]:
    """The date at the height of each line, or the next one before the next line: the best there is."""
    groups = _groups(entries, heads)
    steps = []
    for number, entry in enumerate(own):
        until = own[number + 1].at if number + 1 < len(own) else len(dates)
        near = [line for line in dates[entry.at : max(until, entry.at + 1)] if line.text]
        doubt = f"{len(own)} lines stand beside {sum(bool(line.text) for line in dates)} dates"
        steps.append(Step((entry.line,), near[0] if near else None, groups[entry], doubt))
    return steps
