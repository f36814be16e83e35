"""YAML as libyaml reads it, in one pass over its events: the one user of ruamel.yaml."""

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

from jfp_cli.source.yaml import faults
from jfp_cli.source.yaml.document import Data, Document, Tree, depth_of
from jfp_cli.source.yaml.faults import Fault, Stopped
from jfp_cli.source.yaml.oddities import NULLS, ODD_KEYS, Oddities

MAX_DEPTH = 40
MAX_ALIASED = 10_000  # values, a hundred characters of text counting as one
# A value, the places of what it holds, and how many values it holds.
Marked = tuple[Data, "Tree | None", int]
UNFINISHED: Marked = ("", None, -1)  # what an anchor stands for until its end is read


def read(text: str) -> tuple[Document, Stopped | Fault | None]:
    """What can be read of a text, and the error at which libyaml stopped, or the fault at which this does."""
    document = Document()
    stopped: Stopped | Fault | None = None
    try:
        _read_events(text, document)
    except faults.Stop as stop:
        document.data, stopped = None, stop.fault
    except (YAMLError, UnicodeEncodeError) as error:
        document.data, stopped = None, _stopped(error)
    return document, stopped


def _stopped(error: Exception) -> Stopped:
    at, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    problem, context = getattr(error, "problem", None) or "", getattr(error, "context", None) or ""
    return Stopped(problem, context, at and at.index, began and began.index)


def _read_events(text: str, document: Document) -> None:  # noqa: C901, PLR0912, PLR0915 - one loop: a call for each event would cost a third of the budget
    next_event = CParser(text).get_event
    anchors = Anchors()
    oddities = Oddities(text, document.faults)
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
                    key = oddities.key(event, places)
                continue
            style = event.style
            if event.ctag is not None:
                oddities.tag(event)
            elif style == "" and value in NULLS:
                if data is not None:
                    oddities.empty(key, key_start, key_end, start, end, bool(stack[-1][8]))
                else:
                    document.root = (-1, -1, start, end, None)
                if in_mapping:
                    places[key] = (key_start, key_end, start, end, None)
                    key = None
                continue
            if style == "|" or style == ">":  # noqa: PLR1714 - `in` with a tuple is slower here
                end = start + len(text[start:end].rstrip(" \t\r\n"))
            elif style == "" and end - start != len(value) and not in_mapping and stack and not stack[-1][8]:
                oddities.swallowed(start, end)
            count += 1
            children = None
            if event.anchor is not None:
                anchors.mark(event.anchor, value, None, 1, len(value))
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            start = event.start_mark.index
            if in_mapping and key is None:
                raise faults.Stop(faults.complex_key(start))
            if len(stack) >= MAX_DEPTH:
                raise faults.Stop(faults.too_deep(start, MAX_DEPTH))
            if event.ctag is not None:
                oddities.tag(event)
            if event.anchor is not None:
                anchors.begin(event.anchor)
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
                anchors.mark(anchor, value, children, count - before, end - start)
        elif kind is AliasEvent:
            start, end = event.start_mark.index, event.end_mark.index
            if in_mapping and key is None:
                raise faults.Stop(faults.complex_key(start))
            value, children, size = anchors.repeated(event, len(stack))
            count += size
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise faults.Stop(faults.second_document(event.start_mark.index))
            continue
        elif kind is StreamEndEvent:
            oddities.drop(document)
            return
        else:
            continue
        if in_mapping:
            data[key] = value
            places[key] = (key_start, key_end, start, end, children)
            key = None
        elif data is None:
            document.data, document.root = value, (-1, -1, start, end, children)
        else:
            data.append(value)
            places.append((-1, -1, start, end, children))


class Anchors:
    """The anchors of one text, and how much was repeated so far."""

    def __init__(self) -> None:
        self.marked: dict[str, Marked] = {}
        self.aliased = 0

    def begin(self, name: str) -> None:
        """An anchor marks a list or keys whose end is not read yet."""
        self.marked[name] = UNFINISHED

    def mark(self, name: str, value: Data, places: Tree | None, count: int, length: int) -> None:
        """An anchor marks a value of so many values and characters."""
        self.marked[name] = (value, places, count + length // 100)

    def repeated(self, alias: Any, depth: int) -> Marked:
        """What the event of an alias stands for, at a depth of lists and keys."""
        start, end, name = alias.start_mark.index, alias.end_mark.index, alias.anchor
        found = self.marked.get(name)
        if found is None:
            raise faults.Stop(faults.unknown_alias(name, start, end))
        if found is UNFINISHED:
            raise faults.Stop(faults.alias_in_itself(name, start, end))
        if depth + depth_of(found[1]) > MAX_DEPTH:
            raise faults.Stop(faults.too_deep(start, MAX_DEPTH))
        self.aliased += found[2]
        if self.aliased > MAX_ALIASED:
            raise faults.Stop(faults.too_many_aliases(start, end))
        return found
