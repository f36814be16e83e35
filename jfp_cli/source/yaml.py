"""YAML text to plain data and positions, in one pass over libyaml's events.

The one user of ruamel.yaml. The YAML is the 1.2 core schema read without types: every scalar stays the text
that was typed, so `no`, `on`, `12:30` and `2026-03` mean what was written, and a value type reads them later.
"""

import gc
import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from _ruamel_yaml import CParser
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from jfp_cli.source.syntax_help import explain

Data = dict[str, Any] | list[Any] | str
# The place of a value: where its key begins and ends (-1, -1 in a list), where it begins and ends, and the
# places of what it holds. Offsets count characters of the text. A plain tuple, since every key makes one.
Place = tuple[int, int, int, int, "Tree | None"]
Tree = dict[str, Place] | list[Place]

MAX_DEPTH = 40
MAX_ALIASED = 10_000  # values, a hundred characters of text counting as one
UNFINISHED: "tuple[Data, Tree | None, int]" = ("", None, -1)  # what an anchor stands for until its end is read
NULLS = frozenset(("", "~", "null", "Null", "NULL"))
ODD_KEYS = NULLS | {"<<"}
SET_ASIDE = "\0"  # begins the name of a value whose key is at fault; no text of a plan can hold it
# This libyaml reads YAML 1.1: it ends a line at these three, and a text within brackets at a colon or a question mark.
# YAML 1.2 does neither. So a code point that Unicode keeps out of every text stands in for them while it reads.
STAND_INS = {"\x85": "\ufdd0", "\u2028": "\ufdd1", "\u2029": "\ufdd2", ":": "\ufdd3", "?": "\ufdd4"}
STOOD_FOR = {ord(sign): char for char, sign in STAND_INS.items()}
TAKEN = re.compile("[\ufdd0-\ufdd4]")
NO_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
INSIDE_TEXT = re.compile(r"(?<=[^\s\"'{}\[\],]):(?=[^\s{}\[\],])|(?<=[^\s\"'{}\[\],])\?")
SWALLOWED = re.compile(r"[\r\n][ \t]*(- [^\r\n]*)")
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class Fault(NamedTuple):
    """A fault of the YAML itself, between two offsets of the text."""

    name: str
    message: str
    help: str
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class Document:
    """What one file says: its data, the places of everything in it, and what is wrong with its YAML.

    A key without a value is left out of `data` and reported in `faults`; its place stays in `root`.
    """

    data: Data | None = None
    root: Place = (-1, -1, 0, 0, None)
    faults: list[Fault] = field(default_factory=list)


class _Stop(Exception):  # noqa: N818 - not an error: reading stops at a fault that nothing after can mend
    def __init__(self, fault: Fault) -> None:
        self.fault = fault


def parse(text: str) -> Document:
    """Read one YAML document; whatever the text holds, the answer is a Document, never an exception."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _parse(text)
    finally:
        if collecting:
            gc.enable()


def _parse(text: str) -> Document:
    readable = text
    if ("\x85" in text or "\u2028" in text or "\u2029" in text) and not TAKEN.search(text):
        readable = NO_LINE_ENDS.sub(_stand_in, text)
    document, error = _attempt(readable)
    if error is not None and not TAKEN.search(text):
        again = INSIDE_TEXT.sub(_stand_in, readable)
        if again != readable:
            other, second = _attempt(again)
            if second is None or _reach(second) > _reach(error):
                readable, document, error = again, other, second
    if readable is not text:
        _restore(document)
    if error is not None:
        document.faults.append(_unprintable(text) or _syntax_fault(error, text))
    return document


def _attempt(text: str) -> tuple[Document, Exception | None]:
    """What can be read of a text, and the error at which libyaml stopped."""
    document = Document()
    try:
        _Reader(document, text).read()
    except _Stop as stop:
        document.faults.append(stop.fault)
    except (YAMLError, UnicodeEncodeError) as error:
        document.data = None
        return document, error
    else:
        return document, None
    document.data = None
    return document, None


def _stand_in(match: re.Match[str]) -> str:
    return STAND_INS[match[0]]


def _reach(error: Exception) -> int:
    """How far into the text libyaml came before an error."""
    mark = getattr(error, "problem_mark", None)
    return mark.index if mark is not None else -1


def _restore(document: Document) -> None:
    """Put back the characters for which others stood in."""
    document.data, places = _restored(document.data, document.root[4])
    document.root = (*document.root[:4], places)
    document.faults = [
        fault._replace(message=fault.message.translate(STOOD_FOR), help=fault.help.translate(STOOD_FOR))
        for fault in document.faults
    ]


def _restored(data: Any, places: Any) -> tuple[Any, Any]:
    if isinstance(data, str):
        return data.translate(STOOD_FOR), places
    if isinstance(data, list):
        pairs = [_restored(value, place[4]) for value, place in zip(data, places, strict=True)]
        return [value for value, _ in pairs], [(*place[:4], pair[1]) for place, pair in zip(places, pairs, strict=True)]
    if isinstance(data, dict):
        restored = {key: _restored(value, places[key][4]) for key, value in data.items()}
        found = {key: (*place[:4], restored[key][1] if key in restored else place[4]) for key, place in places.items()}
        return (
            {key.translate(STOOD_FOR): value for key, (value, _) in restored.items()},
            {key.translate(STOOD_FOR): place for key, place in found.items()},
        )
    return data, places


class _Reader:
    """One pass over the events of one text, with a stack of the containers that are open."""

    def __init__(self, document: Document, text: str) -> None:
        self.document = document
        self.text = text
        self.anchors: dict[str, tuple[Data, Tree | None, int]] = {}
        self.aliased = 0
        self.set_aside = 0

    def read(self) -> None:  # noqa: C901, PLR0912, PLR0915 - one loop: a call for each event would cost a third of the budget
        next_event = CParser(self.text).get_event
        # What is set aside while a container within is read: the fields are those just below.
        stack: list[tuple[Any, Any, bool, Any, int, int, int, Any, Any, int]] = []
        data: Any = None
        places: Any = None
        in_mapping = False
        key: Any = None  # the key that awaits its value
        key_start = key_end = -1
        end = 0  # where the last value ended: a block container ends with the last thing in it
        count = 0  # how many values there are, those that aliases repeat included
        documents = 0
        while True:
            event = next_event()
            kind = event.__class__
            if kind is ScalarEvent:
                start = event.start_mark.index
                end = event.end_mark.index
                value = event.value
                if in_mapping and key is None:
                    key, key_start, key_end = value, start, end
                    if key in places or key in ODD_KEYS or event.ctag is not None:
                        key = self.odd_key(event, places)
                    continue
                style = event.style
                if event.ctag is not None:
                    self.refuse_tag(event)
                elif style == "" and value in NULLS:
                    if data is not None:
                        self.empty_value(key, key_start, key_end, start, end, bool(stack[-1][8]))
                    if in_mapping:
                        places[key] = (key_start, key_end, start, end, None)
                        key = None
                    continue
                if style == "|" or style == ">":  # noqa: PLR1714 - `in` with a tuple is slower here
                    end = start + len(self.text[start:end].rstrip(" \t\r\n"))
                elif style == "" and end - start != len(value) and not (stack and stack[-1][8]):
                    self.check_folded(start, end)
                count += 1
                children = None
                if event.anchor is not None:
                    self.anchors[event.anchor] = (value, None, 1 + len(value) // 100)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                start = event.start_mark.index
                if in_mapping and key is None:
                    raise _Stop(_complex_key(start))
                if len(stack) >= MAX_DEPTH:
                    raise _Stop(_too_deep(start))
                if event.ctag is not None:
                    self.refuse_tag(event)
                if event.anchor is not None:
                    self.anchors[event.anchor] = UNFINISHED
                frame = (data, places, in_mapping, key, key_start, key_end, start)
                stack.append((*frame, event.anchor, event.flow_style, count))
                in_mapping = kind is MappingStartEvent
                data = {} if in_mapping else []
                places = {} if in_mapping else []
                key = None
                count += 1
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                value, children = data, places
                data, places, in_mapping, key, key_start, key_end, start, anchor, in_flow, before = stack.pop()
                if in_flow:
                    end = event.end_mark.index
                if anchor is not None:
                    self.anchors[anchor] = (value, children, count - before + (end - start) // 100)
            elif kind is AliasEvent:
                start, end = event.start_mark.index, event.end_mark.index
                if in_mapping and key is None:
                    raise _Stop(_complex_key(start))
                value, children, size = self.resolve(event, len(stack))
                count += size
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise _Stop(_second_document(event.start_mark.index))
                continue
            elif kind is StreamEndEvent:
                if self.set_aside:
                    _drop_set_aside(self.document)
                return
            else:
                continue
            if in_mapping:
                data[key] = value
                places[key] = (key_start, key_end, start, end, children)
                key = None
            elif data is None:
                self.document.data, self.document.root = value, (-1, -1, start, end, children)
            else:
                data.append(value)
                places.append((-1, -1, start, end, children))

    def fault(self, name: str, message: str, help: str, start: int, end: int) -> None:  # noqa: A002
        self.document.faults.append(Fault(name, message, help, start, end))

    def odd_key(self, event: Any, places: dict[str, Place]) -> str:
        """Report a key that is empty, tagged, a merge or a repetition; return a key to keep its value under."""
        key: str = event.value
        start, end = event.start_mark.index, event.end_mark.index
        if event.ctag is not None:
            self.refuse_tag(event)
        if key == "<<" and event.style == "":
            self.fault(
                "refused-yaml",
                'the merge key "<<" is not read in a plan',
                "write the keys out in full",
                start,
                end,
            )
        elif key in places:
            first_line = self.text.count("\n", 0, places[key][0]) + 1
            self.fault(
                "duplicate-key",
                f'"{key}" stands twice here, first on line {first_line}',
                "keep one of the two; if both are meant, write them as one list",
                start,
                end,
            )
        elif key in NULLS and event.style == "":
            self.fault(
                "yaml-syntax",
                "a value stands here without a name before its colon",
                'write a name before the colon, as in "due: March 2026"',
                start,
                max(end, start + 1),
            )
        else:
            return key
        self.set_aside += 1
        return f"{SET_ASIDE}{self.set_aside}"

    def check_folded(self, start: int, end: int) -> None:
        """Report an entry of a list that YAML reads as more of the text above it."""
        entry = SWALLOWED.search(self.text, start, end)
        if entry is not None:
            self.fault(
                "yaml-syntax",
                "this line begins with a dash, but its indentation makes it more of the text above",
                "line its dash up with the dashes of the list it belongs to, or put the whole text in quotes",
                entry.start(1),
                entry.end(1),
            )

    def empty_value(self, key: str | None, key_start: int, key_end: int, start: int, end: int, in_flow: bool) -> None:
        if key is None:
            self.fault(
                "empty-value",
                "this entry of the list is empty",
                "write something, or delete the entry",
                start - 1 if start == end else start,
                end,
            )
        elif key.startswith(SET_ASIDE):
            return
        elif in_flow and start == end and self.text[key_end:start].strip() != ":":
            self.fault(
                "empty-value",
                f'"{key}" has no colon and no value',
                'write "name: value" with a space after the colon; put a text or a figure that holds a comma in quotes, '
                'such as "150,000"',
                key_start,
                key_end,
            )
        else:
            self.fault(
                "empty-value",
                f'"{key}" has no value',
                "write a value after the colon, or delete the line",
                key_start,
                key_end,
            )

    def refuse_tag(self, event: Any) -> None:
        start = event.start_mark.index
        tag = self.text[start : event.end_mark.index].split(None, 1)[0] if self.text[start : start + 1] == "!" else ""
        self.fault(
            "refused-yaml",
            f"the YAML tag {tag or event.tag} is not read in a plan",
            "delete the tag; put the value in quotes if it should stay as it is",
            start,
            start + max(len(tag), 1),
        )

    def resolve(self, event: Any, depth: int) -> tuple[Data, Tree | None, int]:
        start, end = event.start_mark.index, event.end_mark.index
        found = self.anchors.get(event.anchor)
        if found is None:
            raise _Stop(
                Fault(
                    "refused-yaml",
                    f'text that begins with "*" repeats what was marked "&{event.anchor}" above, and nothing was',
                    f'put "*{event.anchor}" in quotes if it is meant as text, or write out what it should repeat',
                    start,
                    end,
                )
            )
        if found is UNFINISHED:
            raise _Stop(
                Fault(
                    "refused-yaml",
                    f'"*{event.anchor}" repeats the very thing that it stands in',
                    "write the value out instead of repeating it",
                    start,
                    end,
                )
            )
        if depth + _depth(found[1]) > MAX_DEPTH:
            raise _Stop(_too_deep(start))
        self.aliased += found[2]
        if self.aliased > MAX_ALIASED:
            raise _Stop(
                Fault(
                    "refused-yaml",
                    "the aliases of this file repeat too much: more than a whole plan",
                    "write the values out instead of repeating them with aliases",
                    start,
                    end,
                )
            )
        return found


def _depth(places: Tree | None) -> int:
    if places is None:
        return 0
    below = places.values() if isinstance(places, dict) else places
    return 1 + max((_depth(place[4]) for place in below), default=0)


def _complex_key(start: int) -> Fault:
    return Fault(
        "refused-yaml",
        "something other than a plain name stands before a colon",
        'write a plain name before the colon; put text that begins with "[", "{" or "*" in quotes',
        start,
        start + 1,
    )


def _too_deep(start: int) -> Fault:
    return Fault(
        "refused-yaml",
        f"lists and keys are nested more than {MAX_DEPTH} deep here",
        "a plan needs fewer than ten levels; look for brackets that are never closed",
        start,
        start + 1,
    )


def _second_document(start: int) -> Fault:
    return Fault(
        "refused-yaml",
        "a second YAML document begins here",
        'delete the line "---"; one file holds one section, area or enabler',
        start,
        start + 3,
    )


def _unprintable(text: str) -> Fault | None:
    found = UNPRINTABLE.search(text)
    if found is None:
        return None
    return Fault(
        "not-text",
        f"the file holds a character that is not text (U+{ord(found[0]):04X})",
        "delete it, or save the file again as plain UTF-8 text",
        found.start(),
        found.end(),
    )


def _syntax_fault(error: YAMLError, text: str) -> Fault:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    at = min(mark.index, len(text)) if mark is not None else 0
    context_mark = getattr(error, "context_mark", None)
    explained = explain(
        getattr(error, "problem", None) or "",
        getattr(error, "context", None) or "",
        text,
        at,
        context_mark.index if context_mark is not None else None,
    )
    return Fault("yaml-syntax", explained.message, explained.help, explained.start, explained.end)


def _drop_set_aside(document: Document) -> None:
    """Take out the values whose keys are at fault, so that nothing further is said of them."""
    todo: list[tuple[Any, Any]] = [(document.data, document.root[4])]
    while todo:
        data, places = todo.pop()
        if isinstance(data, dict):
            for key in [key for key in places if key.startswith(SET_ASIDE)]:
                del places[key]
                data.pop(key, None)
            todo.extend((data[key], places[key][4]) for key in data)
        elif isinstance(data, list):
            todo.extend((data[at], places[at][4]) for at in range(len(data)))
