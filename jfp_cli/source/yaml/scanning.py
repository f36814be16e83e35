"""What stands in a text that looks like something else, named at its own place.

Blanks that are no spaces, dashes that are no hyphens and what git leaves of two versions break the structure of a file:
they are faults, and before YAML is read what was meant stands in for them, so that the rest can be read and every
offset stays. Characters that do not show, typographic quotation marks and a number sign that cuts a text short leave a
file readable: they are warnings.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import chain
from unicodedata import name as name_of

from jfp_cli.source.yaml import faults
from jfp_cli.source.yaml.document import Document, Place
from jfp_cli.source.yaml.faults import Fault, Mend
from jfp_cli.source.yaml.suspicion import BLANKS, DASHES, FREE_KEYS, OPENING, WORD_ELSEWHERE, may_conflict
from jfp_cli.values.text import INVISIBLE, OTHERWISE, in_quotes, short

_TEXT_AFTER = re.compile(r"#+[^\s#]")
_ELSEWHERE = re.compile(rf"[:-] +({WORD_ELSEWHERE})")
_KEY_ELSEWHERE = re.compile(rf"(?:^[ ]+|[{{,] *)({OTHERWISE})(?= *:(?:[ \r\n]|\Z))", re.MULTILINE)
_CLOSING = "\u201c\u201d\u2019"
_MARKER = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?: [^\r\n]*)?(?=\r?$)", re.MULTILINE)
_INDENT = re.compile(f"^[ ]*([{BLANKS}](?:[ {BLANKS}]*[{BLANKS}])?)", re.MULTILINE)
_AFTER_SIGN = re.compile(f"^[ ]*(?:- )*(?:-|[a-z_]+:)[ ]*([{BLANKS}]+)", re.MULTILINE)
_BULLET = re.compile(f"^[ ]*([{DASHES}])(?=[ \t{BLANKS}])", re.MULTILINE)
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_JOINER = re.compile("(?<=[^\x00-\x7f])[\u034f\u180b-\u180d\u200c\u200d\ufe00-\ufe0f]")  # within scripts and pictures
_IN_QUOTES = re.compile(
    f"^[ ]*(?:- )*[a-z_]+: +([{OPENING}][^\r\n#]*[{_CLOSING}])(?=[ ]*(?:[ ]#[^\r\n]*)?\r?$)", re.MULTILINE
)
_BLOCK = re.compile(r"(?:: +|- +|^)(?:[&!]\S+ +)?[|>][-+\d]{0,2}(?:[ ]+#.*)?$")
_MARKS = re.compile(r"[ ]*(?:- +)*")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_NO_LINE_END = re.compile(r"[^\r\n]")
FaultOf = Callable[[re.Match[str], int, int], Fault | None]


class Scan:
    """A text as it is to be read, and what is wrong with how it looks; offsets are those of the text as it is."""

    def __init__(self, text: str) -> None:
        self.faults: list[Fault] = []
        self.unread: list[tuple[int, int]] = []
        self._text = text
        self.readable = self._without_conflicts(text)
        if not text.isascii():
            self._replace(_INDENT, " ", self._indentation)
            self._replace(_AFTER_SIGN, " ", self._indentation)
            self._replace(_BULLET, "-", self._bullet)

    def apply(self, document: Document) -> Document:
        """What was read of the readable text, with all that this found."""
        document.faults = sorted([*self.faults, *document.faults], key=lambda fault: fault.start)
        document.unread = sorted([*self.unread, *document.unread])
        document.warnings = sorted(self._warnings(document), key=lambda fault: fault.start)
        return document

    def _without_conflicts(self, text: str) -> str:
        """A text with the first of two versions where git left both."""
        if not may_conflict(text):
            return text
        gone: list[tuple[int, int]] = []
        opened: re.Match[str] | None = None
        parted: re.Match[str] | None = None
        for marker in _MARKER.finditer(text):
            sign = marker[1][0]
            if sign == "<":
                opened, parted = marker, None
                gone.append(marker.span())
                self.faults.append(faults.conflict(*marker.span()))
            elif opened and sign in "|=":
                parted = parted or marker
            elif sign == ">":
                gone.append(((parted or marker).start(), marker.end()))
                if opened is None:
                    self.faults.append(faults.conflict(*marker.span()))
                opened = parted = None
        if parted is not None:
            gone.append(parted.span())
        self.unread += gone
        pieces, done = [], 0
        for start, end in gone:
            pieces += [text[done:start], _NO_LINE_END.sub(" ", text[start:end])]
            done = end
        return "".join([*pieces, text[done:]])

    def _replace(self, pattern: re.Pattern[str], sign: str, fault_of: FaultOf) -> None:
        """Put a sign in the place of what a pattern finds, where that is a fault."""
        pieces, done = [], 0
        for found in pattern.finditer(self.readable):
            start, end = found.span(1)
            fault = None if self._is_in_block(start) else fault_of(found, start, end)
            if fault is not None:
                self.faults.append(fault)
                pieces += [self.readable[done:start], sign * (end - start)]
                done = end
        self.readable = "".join([*pieces, self.readable[done:]])

    def _indentation(self, _: re.Match[str], start: int, end: int) -> Fault:
        what = f"a {_called(self._text[start])}, which looks like a space and is none, stands where YAML counts spaces"
        mend = Mend("type spaces", start, end, " " * (end - start))
        return Fault("yaml-syntax", what, "delete it and type a space instead", start, end, mend=mend)

    def _bullet(self, found: re.Match[str], start: int, end: int) -> Fault | None:
        """An entry of a list whose dash is none: below a name without a value, or beside another entry."""
        above = self.readable[: found.start()].rstrip()
        line = above[max(above.rfind("\n"), above.rfind("\r")) + 1 :]
        column = start - found.start()
        beside = line[:column].strip() == "" and line[column : column + 1] in ("-", found[1])
        if not beside and not (line.endswith(":") and len(line) - len(line.lstrip(" -")) <= column):
            return None
        what = (
            f'this entry of a list begins with "{found[1]}" ({_called(found[1])}), which YAML does not take for a dash'
        )
        mend = Mend("type a hyphen", start, end, "-")
        return Fault("yaml-syntax", what, 'begin it with a hyphen and a space: "- "', start, end, mend=mend)

    def _is_in_block(self, at: int) -> bool:
        number = bisect_right(self._blocks, (at, len(self._text)))
        return number > 0 and at < self._blocks[number - 1][1]

    @cached_property
    def _blocks(self) -> list[tuple[int, int]]:
        """From where to where blocks of text stand, whose signs mean nothing."""
        blocks: list[tuple[int, int]] = []
        column: int | None = None  # of what the block that is being read belongs to
        for line in _LINE.finditer(self._text):
            written = line[0].rstrip()
            if column is not None and (not written or len(written) - len(written.lstrip(" ")) > column):
                blocks[-1] = (blocks[-1][0], line.end())
            else:
                column = None
                if _BLOCK.search(written) and written.lstrip()[:1] != "#":
                    marks = _MARKS.match(written)
                    lead = marks[0] if marks else ""
                    column = lead.rfind("-") if written[len(lead) :][:1] in ("|", ">") and "-" in lead else len(lead)
                    blocks.append((line.end(), line.end()))
            if line.end() == len(self._text):
                break
        return blocks

    def _warnings(self, document: Document) -> Iterator[Fault]:
        if document.data is not None and _TEXT_AFTER.search(self.readable):
            yield from self._cut_short(document)
        if document.data is not None:
            bare = set(_scalars(document.root))
            patterns = (_ELSEWHERE, _KEY_ELSEWHERE) if FREE_KEYS in self.readable else (_ELSEWHERE,)
            for found in chain.from_iterable(pattern.finditer(self.readable) for pattern in patterns):
                if found.span(1) in bare:
                    yield faults.read_otherwise(found[1], *found.span(1))
        if self._text.isascii():
            return
        for found in _INVISIBLE.finditer(self._text):
            if not _JOINER.match(self._text, found.start()):
                what = f"a character that does not show stands here ({_called(found[0][0])})"
                advice = "delete it: it came with text from elsewhere, and stops other programs from finding the word"
                yield Fault("odd-character", what, advice, *found.span(), mend=Mend("delete it", *found.span(), ""))
        for found in _IN_QUOTES.finditer(self._text):
            if not self._is_in_block(found.start(1)):
                what = "these quotation marks are part of the text: YAML takes only straight ones for its own"
                advice = f'write straight ones, "{short(found[1][1:-1])}", unless this is a quotation'
                mend = Mend("write straight ones", *found.span(1), in_quotes(found[1][1:-1]), safe=False)
                yield Fault("odd-character", what, advice, *found.span(1), mend=mend)

    def _cut_short(self, document: Document) -> Iterator[Fault]:
        """Remarks that are likely none: text follows their number sign at once, as in "list #1"."""
        texts = sorted(_scalars(document.root))
        taken = sorted([*texts, *document.unread])
        for line in _LINE.finditer(self.readable):
            at = _remark(line, taken)
            before = self.readable[line.start() : at].strip()
            if at >= 0 and _TEXT_AFTER.match(self.readable, at) and before and before[-1] not in ":-":
                end = line.start() + len(line[0].rstrip())
                text = short(self.readable[at:end])
                what = f'"{text}" is not read: this "#" begins a remark'
                advice = 'put the whole text in quotes, or write a blank after the "#" if it is a remark'
                yield Fault("text-after-hash", what, advice, at, end, mend=self._joined(texts, line.start(), at, end))
            if line.end() == len(self.readable):
                break

    def _joined(self, texts: list[tuple[int, int]], line: int, at: int, end: int) -> Mend | None:
        """The whole text in quotes that a number sign cuts short; certain where a figure or a name follows it."""
        start, stop = texts[bisect_right(texts, (at, at)) - 1] if texts else (at, at)
        written = self.readable[start:end]
        is_bare = written[:1] not in ("", "'", '"', "[", "{", "&", "*", "|", ">") and written.isprintable()
        if start < line or self.readable[stop:at].strip(" ") or not is_bare:
            return None
        after = self.readable[at:end].lstrip("#")[:1]
        return Mend("put the whole text in quotes", start, end, in_quotes(written), after.isdigit() or after.isupper())


def odd_in(text: str) -> tuple[str, str, str] | None:
    """What is odd about a value as it is written, what to do about it, and how it is written then."""
    if text[:1] in OPENING and text[-1:] in _CLOSING and text:
        straight = in_quotes(text[1:-1])
        return "these quotation marks are not those that YAML knows", f"write straight ones: {straight}", straight
    found = _INVISIBLE.search(text)
    what = found and f"a character that does not show is part of this ({_called(found[0][0])})"
    return (what, "delete it", _INVISIBLE.sub("", text)) if what else None


def _remark(line: re.Match[str], taken: list[tuple[int, int]]) -> int:
    """Where the remark of a line begins, -1 where it has none; what is taken by texts is none."""
    at = line.start() - 1
    while (at := line.string.find("#", at + 1, line.end())) >= 0:
        number = bisect_right(taken, (at, len(line.string)))
        if number and at < taken[number - 1][1]:
            at = min(taken[number - 1][1], line.end()) - 1
        else:
            return at
    return -1


def _scalars(place: Place) -> Iterator[tuple[int, int]]:
    """Where every key and every text stands."""
    todo = [place]
    while todo:
        key_start, key_end, start, end, below = todo.pop()
        if key_start >= 0:
            yield key_start, key_end
        if below is None:
            yield start, end
        else:
            todo.extend(below.values() if isinstance(below, dict) else below)


def _called(char: str) -> str:
    """What Unicode calls a character: no-break space."""
    return name_of(char, f"U+{ord(char):04X}").lower()
