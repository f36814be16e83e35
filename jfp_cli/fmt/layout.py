"""A plan file as a tree of what it says, with every comment and blank line at the thing that it belongs to."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from jfp_cli.edit.yaml.comments import SIGN, comments_of
from jfp_cli.edit.yaml.habits import is_block
from jfp_cli.edit.yaml.lines import column, dash_before, is_blank, line_before
from jfp_cli.source.lines import line_end, line_start
from jfp_cli.source.yaml import Document, Place
from jfp_cli.values.address import Path

_ANCHOR = re.compile(r"(&\S+)\s+")


@dataclass(slots=True, eq=False)
class Node:
    """A value: `raw` is a scalar as it is written; a list or mapping has `entries`, and `tail`, comments after them.

    `anchor` stands before it; `at` is the column in which its entries stand.
    """

    value: Any
    span: tuple[int, int]
    raw: str = ""
    anchor: str = ""
    in_flow: bool = False
    at: int = -1
    path: Path = ()
    above: "Node | None" = None
    entries: "list[Entry]" = field(default_factory=list)
    tail: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Entry:
    """A key with its value, or an entry of a list; `lead` are comments and blank lines above, `beside` a comment after.

    `start` is the offset of its key or dash, `ends` are those of its key and of its value on one line.
    """

    key: str
    node: Node
    home: Node
    start: int
    ends: list[int]
    lead: list[str] = field(default_factory=list)
    beside: str = ""

    def put_beside(self, comment: str) -> None:
        """Put a comment at the end of its line; one that stood there already goes above."""
        if self.beside:
            self.lead.append(self.beside.strip())
        self.beside = comment


def tree_of(text: str, document: Document) -> Node:
    """The tree of a file that has no faults."""
    root = _node(text, document.data, document.root, (), None)
    entries = sorted(_entries(root), key=lambda entry: entry.start)
    ended = sorted(((end, entry) for entry in entries for end in entry.ends), key=lambda pair: pair[0])
    for entry in entries:
        start = line_start(text, entry.start)
        if not text[start : entry.start].strip() and _blank_above(text, start) and not entry.home.in_flow:
            entry.lead.append("")
    for at in comments_of(text, document, behind_signs=False):
        _attach(text, at, root, entries, ended)
    return root


def let_go(node: Node) -> None:
    """Take a tree apart: what leads back up in it would keep it in memory to the end of the run."""
    for entry in node.entries:
        let_go(entry.node)
    node.entries, node.above = [], None


def has_anchors(node: Node) -> bool:
    """Whether anything in it is written once and repeated."""
    return bool(node.anchor) or node.raw.startswith("*") or any(has_anchors(entry.node) for entry in node.entries)


def _node(text: str, data: Any, place: Place, path: Path, above: Node | None) -> Node:
    start, end, below = place[2], place[3], place[4]
    node = Node(data, (start, end), path=path, above=above)
    if text[start] == "*":
        node.raw = text[start:end]
        return node
    anchored = _ANCHOR.match(text, start, end)
    node.anchor = anchored[1] if anchored else ""
    if below is None:
        node.raw = text[anchored.end() if anchored else start : end]
        return node
    node.in_flow = not is_block(text, place) or (above is not None and above.in_flow)
    pairs: Any = data.items() if isinstance(data, dict) else enumerate(data)
    for step, value in pairs:
        there: Any = below[step]
        made = _node(text, value, there, (*path, step), node)
        if isinstance(data, dict):
            entry = Entry(text[there[0] : there[1]], made, node, there[0], [there[1]])
        else:
            entry = Entry("", made, node, there[2] if node.in_flow else dash_before(text, there[2]), [])
        if made.raw or made.in_flow:
            entry.ends.append(made.span[1])
        header = SIGN.match(made.raw)
        if header and header[2]:
            made.raw = header[1] + made.raw[header.end() :]
            entry.beside = header[2].replace("\t", "  ").rstrip()
        node.entries.append(entry)
    if not node.in_flow and node.entries:
        node.at = column(text, node.entries[0].start)
    return node


def _entries(node: Node) -> Iterator[Entry]:
    for entry in node.entries:
        yield entry
        yield from _entries(entry.node)


def _blank_above(text: str, start: int) -> bool:
    return start > 0 and is_blank(text, line_before(text, start))


def _attach(text: str, at: int, root: Node, entries: list[Entry], ended: list[tuple[int, Entry]]) -> None:
    """Give a comment to what it stands beside, above or at the end of; `ended` has what ends where, in order."""
    comment = text[at : line_end(text, at)].rstrip()
    start = line_start(text, at)
    number = bisect_left(entries, at, key=lambda entry: entry.start)
    before, following = entries[number - 1] if number else None, entries[number] if number < len(entries) else None
    if text[start:at].strip():
        last = bisect_right(ended, at, key=lambda pair: pair[0]) - 1
        if last >= 0 and ended[last][0] >= start:
            gap = text[start + len(text[start:at].rstrip(" \t")) : at].replace("\t", "  ") or "  "
            ended[last][1].put_beside(gap + comment)
        else:  # beside a dash or an opening bracket alone
            (before if before and before.start >= start else following or entries[-1]).lead.append(comment)
        return
    if before and at < before.node.span[0] and (before.node.raw or before.node.in_flow):
        before.lead.append(comment)  # between a key or a dash and its value
        return
    lines = ["", comment] if _blank_above(text, start) else [comment]
    home = _ended(at, at - start, before, following)
    if home is None and following is not None:
        blank_last = following.lead[-1:] == [""]
        if blank_last:
            following.lead.pop()
        following.lead += lines + ([""] if blank_last else [])
    else:
        (home or root).tail += lines


def _ended(at: int, indent: int, before: Entry | None, following: Entry | None) -> Node | None:
    """The list or mapping at whose end a comment stands: one that ends here, and that is indented no further."""
    still_open = list(_homes(following))
    here = -1 if following is None else following.home.at
    for home in _homes(before):
        if home in still_open:
            return None
        if home.span[0] < at < home.span[1] if home.in_flow else here < indent >= home.at:
            return home
    return None


def _homes(entry: Entry | None) -> Iterator[Node]:
    if entry is None:
        return
    home: Node | None = entry.node if entry.node.entries else entry.home
    while home is not None:
        yield home
        home = home.above
