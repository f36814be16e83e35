"""A plain text as blocks: what is left of a Word document that was saved or copied as text."""

import re
from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.exchange.word.blocks import Block, Cell, Line, Table
from jfp_cli.exchange.word.markers import NO_HEADING, clean, unmarked, without_bookmarks
from jfp_cli.exchange.word.roles import is_lead_in, role_of
from jfp_cli.values.text import quoted

_SHORT = 20  # words of a heading
_PARAGRAPH = 10  # words of a text under a heading
_HASHES = re.compile(r"(#{1,6})\s+(?=\S)")
_TOP = re.compile(r"(\d{1,2})\.?\s+(?=[A-Z])")
_RULE = re.compile(r"[\s|:-]+")


def text_of(data: bytes, name: str) -> str:
    """The text of a file in whatever letters it is written; raises EditError for what is no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data or data.startswith(b"PK\x03\x04"):
        raise EditError(f"{quoted(name)} is no plain text; say --type docx where it is a Word document")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read_text(text: str) -> list[Block]:
    """The blocks of a plain text: headings by numbers and marks, tables by tabs or bars, lists by signs."""
    lines = _Lines(text)
    return list(lines.blocks())


class _Lines:
    """The lines of a text, and which of them are headings."""

    def __init__(self, text: str) -> None:
        self._marked: list[bool] = []
        self._written: list[str] = []
        for typed in text.splitlines():
            line, is_marked = without_bookmarks(typed)
            self._written.append(line)
            self._marked.append(is_marked)
        self._levels = self._headings()
        self._tables = 0

    def blocks(self) -> Iterator[Block]:
        """The blocks in their order."""
        at = 0
        first = next((number for number, line in enumerate(self._written) if line.strip()), 0)
        while at < len(self._written):
            end = self._table_from(at)
            if end > at:
                self._tables += 1
                yield self._table(at, end)
                at = end
                continue
            line = self._line(at)
            yield replace(line, kind="title", level=0) if at == first and self._is_title(at) else line
            at += 1

    def _line(self, at: int, text: str | None = None, where: str = "") -> Line:
        written = (self._written[at] if text is None else text).strip()
        level = self._levels.get(at, 0)
        if level:
            written = _HASHES.sub("", written)
        marked = unmarked(written)
        number, said = marked.number, marked.text
        if level and (top := _TOP.match(written)):
            number, said = top[1], written[top.end() :].strip()
        is_item = marked.is_item and not level
        return Line(clean(said), where or f"line {at + 1}", level, number, marked.depth, is_item)

    def _is_title(self, at: int) -> bool:
        """Whether the first line is the title: short, without a number, and no heading right over a text."""
        if not self._is_short(at) or unmarked(self._written[at].strip()).number:
            return False
        return at not in self._levels or self._next(at) in self._levels

    def _is_short(self, at: int) -> bool:
        text = self._written[at].strip()
        return bool(text) and len(text.split()) <= _SHORT and not text.endswith(NO_HEADING)

    def _next(self, at: int) -> int:
        """The next line that says something; behind the last where none does."""
        return next((n for n in range(at + 1, len(self._written)) if self._written[n].strip()), len(self._written))

    def _is_blank(self, at: int) -> bool:
        return not 0 <= at < len(self._written) or not self._written[at].strip()

    def _headings(self) -> dict[int, int]:
        """The headings by line, with their level: marked ones, numbered ones, else short lines over texts."""
        found: dict[int, int] = {}
        for at, line in enumerate(self._written):
            text = line.strip()
            if hashes := _HASHES.match(text):
                found[at] = len(hashes[1])
            elif not line.startswith("\t") and self._is_short(at):
                depth = unmarked(text).depth
                if depth > 1:
                    found[at] = depth
                elif self._marked[at]:
                    found[at] = 1
        found |= self._top_numbers(found)
        if found:
            return found | {at: 2 for at in range(len(self._written)) if at not in found and self._is_over_label(at)}
        return {at: 1 for at in range(len(self._written)) if self._is_over_label(at) or self._is_over_text(at)}

    def _top_numbers(self, found: dict[int, int]) -> dict[int, int]:
        """Lines with a single number that go before headings of two numbers, or follow on from one that does."""
        tops, last = dict[int, int](), 0
        second = sorted(at for at, level in found.items() if level == 2)
        for at, line in enumerate(self._written):
            top = _TOP.match(line) if at not in found and self._is_short(at) else None
            if top is None or not self._is_blank(at - 1):
                continue
            following = second[bisect(second, at) :][:1]
            number = unmarked(self._written[following[0]].strip()).number if following else ""
            is_next = last > 0 and int(top[1]) == last + 1
            if number == f"{top[1]}.1" or (is_next and self._is_chapter(at, line[top.end() :])):
                tops[at], last = 1, int(top[1])
        return tops

    def _is_chapter(self, at: int, title: str) -> bool:
        """Whether a line says what stands under it, or a table does stand there."""
        return role_of(title) is not None or self._is_cell(self._next(at))

    def _is_cell(self, at: int) -> bool:
        return at < len(self._written) and self._written[at].startswith(("\t", "|"))

    def _is_plain(self, at: int) -> bool:
        """Whether a line could be a heading: short, no entry of a list, and no cell."""
        text = self._written[at].strip()
        is_taken = self._written[at].startswith(("\t", "|", "  ")) or "\t" in text or unmarked(text).is_item
        return self._is_short(at) and not is_taken and not is_lead_in(text)

    def _is_over_label(self, at: int) -> bool:
        """Whether a line stands directly over one that says what comes under it, and says no such thing itself."""
        following = at + 1
        if self._is_blank(following) or not self._is_plain(at) or role_of(self._written[at]):
            return False
        below = self._written[following].strip()
        return self._is_blank(at - 1) and below.endswith(":") and role_of(below) is not None

    def _is_over_text(self, at: int) -> bool:
        """Whether a line reads like a heading: blank above, and a text or a table under it."""
        if not self._is_plain(at) or not self._is_blank(at - 1) or self._written[at].strip().endswith(":"):
            return False
        following = self._next(at)
        if following >= len(self._written):
            return False
        below = self._written[following].strip()
        return (
            self._is_cell(following)
            or len(below.split()) >= _PARAGRAPH
            or (role_of(below) is not None and below.endswith(":"))
        )

    def _table_from(self, at: int) -> int:
        """Where the table ends that begins at a line; the line itself where none does."""
        if at in self._levels:
            return at
        if self._written[at].startswith("|"):
            return self._run(at, lambda line: line.startswith("|"))
        if self._written[at].startswith("\t"):
            end = at + 1
            while end < len(self._written) and not self._ends_table(end):
                end += 1
            return end
        end = self._run(at, lambda line: "\t" in line.strip())
        return end if end - at > 1 else at

    def _run(self, at: int, belongs: Callable[[str], bool]) -> int:
        """Where lines of one sort end, from one on."""
        while at < len(self._written) and at not in self._levels and belongs(self._written[at]):
            at += 1
        return at

    def _ends_table(self, at: int) -> bool:
        """Whether a line is no part of the cell before it: a heading, or one that says what comes under it."""
        if at in self._levels:
            return True
        text = self._written[at]
        is_set_off = self._is_blank(at - 1) and (self._is_blank(at - 2) or self._is_over_list(at))
        if text.startswith("\t") or not is_set_off:
            return False
        return role_of(text) is not None and not is_lead_in(text) and not self._is_cell(self._next(at))

    def _is_over_list(self, at: int) -> bool:
        """Whether a line leads, with a colon, to a list that stands straight below it and out of any cell."""
        below = self._written[at + 1] if at + 1 < len(self._written) else ""
        return self._written[at].rstrip().endswith(":") and below[:1].strip() != "" and unmarked(below.strip()).is_item

    def _table(self, at: int, end: int) -> Table:
        where = f"table {self._tables}"
        if self._written[at].startswith("|"):
            rows = [row.strip().strip("|").split("|") for row in self._written[at:end] if not _RULE.fullmatch(row)]
            return _even(where, [[self._cell(number + at, [text]) for text in row] for number, row in enumerate(rows)])
        if not self._written[at].startswith("\t"):
            rows = [self._written[number].split("\t") for number in range(at, end)]
            return _even(where, [[self._cell(number + at, [text]) for text in row] for number, row in enumerate(rows)])
        starts = [number for number in range(at, end) if self._written[number].startswith("\t")]
        cells = [
            self._cell(one, self._written[one:other]) for one, other in zip(starts, [*starts[1:], end], strict=True)
        ]
        return Table((tuple(cells),), where, is_ragged=True)

    def _cell(self, at: int, texts: Sequence[str]) -> Cell:
        return Cell(tuple(replace(self._line(at + number, text), level=0) for number, text in enumerate(texts)))


def _even(where: str, rows: Sequence[Sequence[Cell]]) -> Table:
    """A table whose rows are all as long as the longest."""
    width = max(map(len, rows), default=0)
    return Table(tuple((*row, *(Cell() for _ in range(width - len(row)))) for row in rows), where)
