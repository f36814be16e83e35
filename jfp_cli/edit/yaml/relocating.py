"""Entries that go to another list as they are written, and lists that become one."""

from typing import Any

from jfp_cli.edit.yaml.adding import REST_OF_LINE, blank_lines_between, end_of_lines
from jfp_cli.edit.yaml.comments import comments_of
from jfp_cli.edit.yaml.habits import begins_line, is_block
from jfp_cli.edit.yaml.lines import column, comments_above, dash_before, next_line
from jfp_cli.edit.yaml.ordering import lines_of
from jfp_cli.edit.yaml.removing import own_lines
from jfp_cli.edit.yaml.splice import Splice
from jfp_cli.loading.source_file import walk
from jfp_cli.source.lines import line_end, line_start
from jfp_cli.source.yaml import Document, Place
from jfp_cli.values.address import Path


def copied(text: str, source: Place, number: int, into: str, target: Place, at: int, newline: str) -> Splice | None:
    """The lines of an entry and its comments at a position of another list; None where they cannot stand there so.

    That list may stand in another text.
    """
    listed: Any = source[4]
    entries: Any = target[4]
    if not (listed and entries and is_block(text, source) and is_block(into, target)):
        return None
    own, dash = column(text, source[2]), column(into, target[2])
    slot = lines_of(text, listed[number], own)
    written = _shifted(text[slot.start : slot.end], dash - own)
    if written is None or not begins_line(text, dash_before(text, listed[number][2])):
        return None
    apart = newline * (1 + (blank_lines_between(into, entries, dash) or 0))
    if at < len(entries):
        here = dash_before(into, entries[at][2])
        start = comments_above(into, line_start(into, here), dash)
        return Splice(start, start, written + apart) if begins_line(into, here) else None
    end = end_of_lines(into, entries[-1][3], dash)
    return Splice(end, end, apart + written)


def comment_left(text: str, document: Document, source: Path, *, as_written: bool) -> int | None:
    """Where a comment stands that would be lost when an entry goes elsewhere; None where there is none.

    Those above and beside its list's key would be, where it is the last, and its own unless it goes `as_written`.
    """
    place, _ = walk(document.root, source[:-1])
    listed: Any = place[4]
    kept = lines_of(text, listed[source[-1]], column(text, place[2]))[:2] if as_written else (0, 0)
    going = source if len(listed) > 1 else source[:-1]
    start, end = own_lines(text, walk(document.root, going[:-1])[0], going[-1])
    comments = (at for at in comments_of(text, document) if start <= at < end and not kept[0] <= at < kept[1])
    return next(comments, None)


def rank(text: str, document: Document, path: Path) -> tuple[bool, bool]:
    """What says which of two lists stays where they become one: that it is in lines, that comments are of its key."""
    place, _ = walk(document.root, path)
    parent, _ = walk(document.root, path[:-1])
    start, end = own_lines(text, parent, path[-1])
    in_lines = is_block(text, place)
    inside = (line_end(text, place[0]), end) if in_lines else (place[2], place[3])
    comments = (at for at in comments_of(text, document) if start <= at < end)
    return in_lines, any(not inside[0] <= at < inside[1] for at in comments)


def _shifted(lines: str, by: int) -> str | None:
    """Lines so many columns further right, or left where there is room."""
    moved = ""
    for line in lines.splitlines(keepends=True):
        if not line.strip() or by == 0:
            moved += line
        elif by > 0:
            moved += " " * by + line
        elif line.startswith(" " * -by):
            moved += line[-by:]
        else:
            return None
    return moved


def joined(text: str, mapping: Place, first: str, second: str) -> Splice | None:
    """What makes the lists of two keys one, where the second follows the first: the line of its key goes.

    None where it does not, or where the two are written otherwise; a comment beside the key keeps its line.
    """
    keys = mapping[4]
    if not isinstance(keys, dict) or list(keys)[list(keys).index(first) :][:2] != [first, second]:
        return None
    above, below = keys[first], keys[second]
    lists = [place for place in (above, below) if place[4] and isinstance(place[4], list) and is_block(text, place)]
    if len(lists) < 2 or column(text, above[2]) != column(text, below[2]) or not begins_line(text, below[0]):
        return None
    colon = text.find(":", below[1]) + 1
    rest = REST_OF_LINE.fullmatch(text, colon, line_end(text, colon))
    if rest is None:
        return None
    if rest[1]:
        return Splice(below[0], rest.start(1), "")
    return Splice(line_start(text, below[0]), next_line(text, colon), "")
