"""A tree as the lines of a file in the house style: two spaces, keys in the model's order, a hundred columns."""

from collections.abc import Callable, Iterator, Sequence

from jfp_cli.edit.yaml.scalars import WIDTH, folded, is_foldable, is_plain, literal, one_line, quoted
from jfp_cli.fmt.layout import Entry, Node
from jfp_cli.values.address import Path
from jfp_cli.values.text import LINE_END

STEP = 2
Order = Callable[[Path], Sequence[str]]


def lines_of(root: Node, order: Order) -> list[str]:
    """The lines of a file; `order` has the keys of what stands at a path, in their order."""
    head: list[str] = []
    if root.entries and "" in root.entries[0].lead:  # what a blank line parts from the first key is about the file
        lead = root.entries[0].lead
        cut = len(lead) - lead[::-1].index("")
        head, root.entries[0].lead = lead[:cut], lead[cut:]
    lines = [*head, *_Printer(order).block(root, 0)] if not root.raw else [root.raw]
    return tidy(lines)


def tidy(lines: Sequence[str]) -> list[str]:
    """Lines with no blank one at the beginning or the end, and one at most between."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    while kept and not kept[-1]:
        kept.pop()
    return kept


class _Printer:
    def __init__(self, order: Order) -> None:
        self.order = order

    def block(self, node: Node, at: int) -> list[str]:
        """A list or mapping in lines, from a column on."""
        lines: list[str] = []
        for entry in self.sorted(node):
            lines += _at(at, entry.lead)
            lines += self.pair(entry, at) if entry.key else self.dashed(entry, at)
        return [*lines, *_at(at, node.tail)]

    def sorted(self, node: Node) -> list[Entry]:
        known = list(self.order(node.path)) if isinstance(node.value, dict) else []
        rank = {key: number for number, key in enumerate(known)}
        return (
            sorted(node.entries, key=lambda entry: rank.get(str(entry.node.path[-1]), len(rank)))
            if rank
            else node.entries
        )

    def pair(self, entry: Entry, at: int) -> list[str]:
        """A key with its value."""
        head, node = f"{' ' * at}{entry.key}:", entry.node
        short = self.short(node, len(head) + 1)
        if short is not None:
            return [f"{head} {short}{entry.beside}"]
        below = self.short(node, at + STEP) if _are_names(node) else None
        if below is not None:
            return [head, f"{' ' * (at + STEP)}{below}{entry.beside}"]
        anchor = f" {node.anchor}" if node.anchor else ""
        if node.raw:
            first, *rest = _written(node, len(head) + 1 + len(anchor), at + STEP)
            return [f"{head}{anchor} {first}{entry.beside}", *rest]
        return [f"{head}{anchor}{entry.beside}", *self.block(node, at + STEP)]

    def dashed(self, entry: Entry, at: int) -> list[str]:
        """An entry of a list with its dash."""
        head, node = " " * at + "- ", entry.node
        short = self.short(node, len(head))
        if short is not None:
            return [f"{head}{short}{entry.beside}"]
        anchor = f"{node.anchor} " if node.anchor else ""
        if node.raw:
            first, *rest = _written(node, len(head) + len(anchor), at + STEP)
            return [f"{head}{anchor}{first}{entry.beside}", *rest]
        above = [entry.beside.strip()] if entry.beside else []
        if node.anchor:
            return [*_at(at, above), head + node.anchor, *self.block(node, at + STEP)]
        first_of_all = self.sorted(node)[0]
        while True:  # what stands above the first key goes above the dash
            above += [comment for comment in first_of_all.lead if comment]
            first_of_all.lead = []
            inner = first_of_all.node
            if first_of_all.key or inner.raw or not inner.entries or self.short(inner, 0) is not None:
                break
            first_of_all = self.sorted(inner)[0]
        first, *rest = self.block(node, at + STEP)
        return [*_at(at, above), head + first.lstrip(" "), *rest]

    def short(self, node: Node, start: int) -> str | None:
        """A list or mapping within brackets, where it was written so and a line holds it."""
        if node.raw or not (node.in_flow or not node.entries) or _has_comments(node):
            return None
        text = _flow(node)
        return text if start + len(text) <= WIDTH else None


def _at(at: int, comments: Sequence[str]) -> Iterator[str]:
    return (" " * at + comment if comment else "" for comment in comments)


def _are_names(node: Node) -> bool:
    """Whether a list holds ids alone, which read well side by side."""
    return isinstance(node.value, list) and all(entry.node.raw and " " not in entry.node.raw for entry in node.entries)


def _has_comments(node: Node) -> bool:
    return bool(node.tail) or any(
        entry.lead or (entry.beside and node.in_flow) or _has_comments(entry.node) for entry in node.entries
    )


def _flow(node: Node) -> str:
    anchor = f"{node.anchor} " if node.anchor else ""
    if node.raw:
        plain = "\n" not in node.raw and "\r" not in node.raw
        return anchor + (node.raw if plain else one_line(node.value, in_flow=True, quote='"'))
    if isinstance(node.value, dict):
        return anchor + "{" + ", ".join(f"{entry.key}: {_flow(entry.node)}" for entry in node.entries) + "}"
    return anchor + "[" + ", ".join(_flow(entry.node) for entry in node.entries) + "]"


def _written(node: Node, start: int, indent: int) -> list[str]:
    """A scalar from a column on: on one line as it is, or in a block that is indented by `indent`."""
    first, *rest = LINE_END.split(node.raw)
    text, in_block = node.value, first[0] in "|>"
    line = first if not rest else _joined(first, text)
    if first[0] == "*" or (not in_block and start + len(line) <= WIDTH):
        return [line]
    if "\n" not in text and is_plain(text, in_flow=False, bare=True) and start + len(text) <= WIDTH:
        return [text]
    if is_foldable(text):
        return folded(text, indent, "\n").split("\n")
    if not in_block:
        return [line]
    if "\n" not in text:
        return [one_line(text, in_flow=False, quote='"', bare=True)]
    block = literal(text, indent, "\n") if first[0] == "|" else None
    if block is None:
        block = quoted(text, '"') if first.strip("|>-") else _moved(first, rest, indent)
    return block.split("\n")


def _joined(first: str, text: str) -> str:
    """A text of several lines on one, in the quotes that it has."""
    return quoted(text, first[0]) if first[0] in "'\"" else one_line(text, in_flow=False, quote='"')


def _moved(header: str, lines: list[str], indent: int) -> str:
    """A block of lines at another indentation."""
    before = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    return "\n".join([header, *(" " * indent + line[before:] if line.strip() else "" for line in lines)])
