"""YAML text to plain data and positions, in one pass over libyaml's events.

The one user of ruamel.yaml. The YAML is the 1.2 core schema read without types: every scalar stays the text
that was typed, so `no`, `on`, `12:30` and `2026-03` mean what was written, and a value type reads them later.
"""

import re
from typing import Any

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

from jfp_cli.source import stand_ins, yaml_faults
from jfp_cli.source.document import Data, Document, Place, Tree, depth_of, drop_keys
from jfp_cli.source.yaml_faults import Fault

__all__ = ["Data", "Document", "Place", "Tree", "parse"]
MAX_DEPTH = 40
MAX_ALIASED = 10_000  # values, a hundred characters of text counting as one
UNFINISHED: "tuple[Data, Tree | None, int]" = ("", None, -1)  # what an anchor stands for until its end is read
NULLS = frozenset(("", "~", "null", "Null", "NULL"))
ODD_KEYS = NULLS | {"<<"}
SET_ASIDE = "\0"  # begins the name of a value whose key is at fault; no text of a plan can hold it
TAG = re.compile(r"![^\s,\[\]{}]*")
LINE_END = re.compile(r"\r\n|\n|\r")
SWALLOWED = re.compile(r"[\r\n][ \t]*(- [^\r\n]*)")


class _Stop(Exception):  # noqa: N818 - not an error: reading stops at a fault that nothing after can mend
    def __init__(self, fault: Fault) -> None:
        self.fault = fault


def parse(text: str) -> Document:
    """Read one YAML document; whatever the text holds, the answer is a Document, never an exception.

    A byte-order mark is for the reader of the file to take off.
    """
    if text.startswith("\ufeff"):  # libyaml would not count it
        return Document(faults=[yaml_faults.not_text(text, 0)])
    readable = stand_ins.without_line_ends(text)
    document, error = _attempt(readable)
    if error is not None:
        again = stand_ins.without_inner_marks(readable, text)
        if again != readable:
            other, second = _attempt(again)
            if second is None or _reach(second) > _reach(error):
                readable, document, error = again, other, second
    if readable is not text:
        _restore(document)
    if error is not None:
        document.faults.append(yaml_faults.syntax(error, text))
    return document


def _attempt(text: str) -> tuple[Document, Exception | None]:
    """What can be read of a text, and the error at which libyaml stopped."""
    document = Document()
    error: Exception | None = None
    try:
        _Reader(document, text).read()
    except _Stop as stop:
        document.faults.append(stop.fault)
        document.data = None
    except (YAMLError, UnicodeEncodeError) as stopped:
        document.data, error = None, stopped
    return document, error


def _reach(error: Exception) -> int:
    """How far into the text libyaml came before an error."""
    mark = getattr(error, "problem_mark", None)
    return mark.index if mark is not None else -1


def _restore(document: Document) -> None:
    """Put back the characters for which others stood in."""
    document.data, places = stand_ins.restored_tree(document.data, document.root[4])
    document.root = (*document.root[:4], places)
    document.faults = [
        fault._replace(message=stand_ins.restored(fault.message), help=stand_ins.restored(fault.help))
        for fault in document.faults
    ]


class _Reader:
    """One pass over the events of one text, with a stack of the containers that are open."""

    def __init__(self, document: Document, text: str) -> None:
        self.document = document
        self.faults = document.faults
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
                elif style == "" and end - start != len(value) and not in_mapping:
                    self.check_folded(start, end, stack)
                count += 1
                children = None
                if event.anchor is not None:
                    self.anchors[event.anchor] = (value, None, 1 + len(value) // 100)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                start = event.start_mark.index
                if in_mapping and key is None:
                    raise _Stop(yaml_faults.complex_key(start))
                if len(stack) >= MAX_DEPTH:
                    raise _Stop(yaml_faults.too_deep(start, MAX_DEPTH))
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
                    raise _Stop(yaml_faults.complex_key(start))
                value, children, size = self.resolve(event, len(stack))
                count += size
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise _Stop(yaml_faults.second_document(event.start_mark.index))
                continue
            elif kind is StreamEndEvent:
                if self.set_aside:
                    drop_keys(self.document, SET_ASIDE)
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

    def odd_key(self, event: Any, places: dict[str, Place]) -> str:
        """Report a key that is empty, tagged, a merge or a repetition; return a key to keep its value under."""
        key: str = event.value
        start, end = event.start_mark.index, event.end_mark.index
        if event.ctag is not None:
            self.refuse_tag(event)
        if key == "<<" and event.style == "":
            self.faults.append(yaml_faults.merge_key(start, end))
        elif key in places:
            first_line = len(LINE_END.findall(self.text, 0, places[key][0])) + 1
            self.faults.append(yaml_faults.duplicate(key, first_line, start, end))
        elif key in NULLS and event.style == "":
            self.faults.append(yaml_faults.nameless(start, max(end, min(start + 1, len(self.text)))))
        else:
            return key
        self.set_aside += 1
        return f"{SET_ASIDE}{self.set_aside}"

    def check_folded(self, start: int, end: int, stack: list[Any]) -> None:
        """Report an entry of a list that YAML reads as more of the text of the entry above it."""
        entry = SWALLOWED.search(self.text, start, end)
        if entry is not None and stack and not stack[-1][8]:
            self.faults.append(yaml_faults.swallowed_entry(*entry.span(1)))

    def empty_value(self, key: str | None, key_start: int, key_end: int, start: int, end: int, in_flow: bool) -> None:
        if key is None:
            self.faults.append(yaml_faults.empty_entry(start - 1 if start == end else start, end))  # its dash
        elif key.startswith(SET_ASIDE):
            return
        elif in_flow and start == end and self.text[key_end:start].strip() != ":":
            self.faults.append(yaml_faults.bare_key(key, key_start, key_end))
        else:
            self.faults.append(yaml_faults.empty_key(key, key_start, key_end))

    def refuse_tag(self, event: Any) -> None:
        written = TAG.search(self.text, event.start_mark.index)  # an anchor may stand before it
        if written is not None:
            self.faults.append(yaml_faults.tag(written[0], written.start()))

    def resolve(self, event: Any, depth: int) -> tuple[Data, Tree | None, int]:
        start, end, name = event.start_mark.index, event.end_mark.index, event.anchor
        found = self.anchors.get(name)
        if found is None:
            raise _Stop(yaml_faults.unknown_alias(name, start, end))
        if found is UNFINISHED:
            raise _Stop(yaml_faults.alias_in_itself(name, start, end))
        if depth + depth_of(found[1]) > MAX_DEPTH:
            raise _Stop(yaml_faults.too_deep(start, MAX_DEPTH))
        self.aliased += found[2]
        if self.aliased > MAX_ALIASED:
            raise _Stop(yaml_faults.too_many_aliases(start, end))
        return found
