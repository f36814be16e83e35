"""Any YAML, read by libyaml: what can be read of it, and all that is wrong with it.

libyaml reads YAML 1.1: it ends a line at U+0085, U+2028 and U+2029, which come with text out of Word or a PDF, and ends
a text within brackets at a colon or a question mark, as in `[https://example.org]` and `[Who waits?]`. YAML 1.2 does
neither. So a code point that Unicode keeps out of every text stands in for such a character; offsets stay as they are.
"""

import re
from typing import Any

from jfp_cli.source.yaml import faults, libyaml
from jfp_cli.source.yaml.document import Document
from jfp_cli.source.yaml.faults import Fault, Stopped
from jfp_cli.source.yaml.recovering import recover

STAND_INS = {"\x85": "\ufdd0", "\u2028": "\ufdd1", "\u2029": "\ufdd2", ":": "\ufdd3", "?": "\ufdd4"}
STOOD_FOR = {ord(sign): char for char, sign in STAND_INS.items()}
# Patterns are compiled where they are used, which is seldom: that takes longer than the rest of the import.
TAKEN = "[\ufdd0-\ufdd4]"
NO_LINE_ENDS = "[\x85\u2028\u2029]"
COLON_INSIDE = r"(?<![\"'}\]]):(?=[^\s{}\[\],])"
QUESTION_INSIDE = r"\?(?=[^\s{}\[\],])|(?<=[^\s{}\[\],])\?|(?<=[^\s{}\[\],:-])[ \t]+\?"


def read(text: str) -> Document:
    """Read one YAML document."""
    if text.startswith("\ufeff"):  # libyaml would not count it
        return Document(faults=[faults.not_text(text, 0)])
    document, fault = _read_once(text)
    return document if fault is None else recover(text, document, fault, _read_once)


def _read_once(text: str) -> tuple[Document, Fault | None]:
    """What can be read of a text, and the fault at which reading stopped."""
    readable = without_line_ends(text)
    document, stopped = libyaml.read(readable)
    if isinstance(stopped, Stopped):
        again = without_inner_marks(readable, text)
        if again != readable:
            other, second = libyaml.read(again)
            if not isinstance(second, Stopped) or second.reach > stopped.reach:
                readable, document, stopped = again, other, second
    if isinstance(stopped, Fault):
        document.faults.append(stopped)  # restored with the others
    if readable is not text:
        _restore(document)
    if isinstance(stopped, Fault):
        return document, document.faults.pop()
    return document, stopped and faults.syntax(stopped, text)


def _restore(document: Document) -> None:
    """Put back the characters for which others stood in."""
    document.data, places = restored_tree(document.data, document.root[4])
    document.root = (*document.root[:4], places)
    document.faults = [
        fault._replace(message=restored(fault.message), help=restored(fault.help)) for fault in document.faults
    ]


def without_line_ends(text: str) -> str:
    """A text in which the characters that end no line of YAML 1.2 end none."""
    if ("\x85" in text or "\u2028" in text or "\u2029" in text) and not re.search(TAKEN, text):
        return re.sub(NO_LINE_ENDS, _stand_in, text)
    return text


def without_inner_marks(text: str, original: str) -> str:
    """A text in which colons and question marks inside words end no text within brackets."""
    return text if re.search(TAKEN, original) else re.sub(f"{COLON_INSIDE}|{QUESTION_INSIDE}", _stand_in, text)


def _stand_in(match: re.Match[str]) -> str:
    found: str = match[0]
    return found[:-1] + STAND_INS[found[-1]]


def restored(text: str) -> str:
    """A text with the characters for which others stood in."""
    return text.translate(STOOD_FOR)


def restored_tree(data: Any, places: Any) -> tuple[Any, Any]:
    """The same for data and for the places of all that it holds."""
    if isinstance(data, str):
        return restored(data), places
    if isinstance(data, list):
        pairs = [restored_tree(value, place[4]) for value, place in zip(data, places, strict=True)]
        return [value for value, _ in pairs], [(*place[:4], pair[1]) for place, pair in zip(places, pairs, strict=True)]
    if isinstance(data, dict):
        below = {key: restored_tree(value, places[key][4]) for key, value in data.items()}
        found = {key: (*place[:4], below[key][1] if key in below else place[4]) for key, place in places.items()}
        return (
            {restored(key): value for key, (value, _) in below.items()},
            {restored(key): place for key, place in found.items()},
        )
    return data, places
