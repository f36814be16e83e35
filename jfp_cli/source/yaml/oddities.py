"""What libyaml reads and a plan does not hold: odd keys, empty values, tags, and entries swallowed by a text."""

import re
from bisect import bisect_right
from typing import Any

from jfp_cli.source.yaml import faults
from jfp_cli.source.yaml.document import Document, Place, drop_keys
from jfp_cli.source.yaml.faults import Fault
from jfp_cli.values.text import LINE_END

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
MERGE = "<<"
ODD_KEYS = NULLS | {MERGE}
SET_ASIDE = "\0"  # begins the name of a value whose key is at fault; no text of a plan can hold it
_TAG = re.compile(r"![^\s,\[\]{}]*")
_SWALLOWED = re.compile(r"[\r\n][ \t]*(- [^\r\n]*)")


class Oddities:
    """Reports the oddities of one text to its faults."""

    def __init__(self, text: str, found: list[Fault]) -> None:
        self.text = text
        self.found = found
        self.set_aside = 0
        self.lines: list[int] = []

    def key(self, event: Any, places: dict[str, Place]) -> str:
        """Report a key that is empty, tagged, a merge or a repetition; return a key to keep its value under."""
        key: str = event.value
        start, end = event.start_mark.index, event.end_mark.index
        if event.ctag is not None:
            self.tag(event)
        if key == MERGE and event.style == "":
            self.found.append(faults.merge_key(start, end))
        elif key in places:
            self.found.append(faults.duplicate(key, self._line(places[key][0]), start, end))
        elif key in NULLS and event.style == "":
            self.found.append(faults.nameless(start, max(end, min(start + 1, len(self.text)))))
        else:
            return key
        self.set_aside += 1
        return f"{SET_ASIDE}{self.set_aside}"

    def tag(self, event: Any) -> None:
        """Report a tag."""
        written = _TAG.search(self.text, event.start_mark.index)  # an anchor may stand before it
        if written is not None:
            self.found.append(faults.tag(written[0], written.start()))

    def empty(self, key: str | None, key_start: int, key_end: int, start: int, end: int, in_flow: bool) -> None:
        """Report a key, or an entry of a list, without a value."""
        if key is None:
            self.found.append(faults.empty_entry(start - 1 if start == end else start, end))  # its dash
        elif key.startswith(SET_ASIDE):
            return
        elif in_flow and start == end and self.text[key_end:start].strip() != ":":
            self.found.append(faults.bare_key(key, key_start, key_end))
        else:
            self.found.append(faults.empty_key(key, key_start, key_end))

    def swallowed(self, start: int, end: int) -> None:
        """Report an entry of a list that YAML reads as more of the text of the entry above it."""
        entry = _SWALLOWED.search(self.text, start, end)
        if entry is not None:
            self.found.append(faults.swallowed_entry(*entry.span(1)))

    def drop(self, document: Document) -> None:
        """Take out what was set aside."""
        if self.set_aside:
            drop_keys(document, SET_ASIDE)

    def _line(self, offset: int) -> int:
        if not self.lines:
            self.lines = [0, *(end.end() for end in LINE_END.finditer(self.text))]
        return bisect_right(self.lines, offset)
