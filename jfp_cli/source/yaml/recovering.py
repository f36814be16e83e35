"""A text that breaks the rules of YAML, read as far as it goes: every fault, and all that the faults do not touch.

Where reading stops, the value at fault is passed over, or the whole line where it has no name, with what is indented
deeper; then the text is read again. Blanks stand for what is passed over, so that every offset stays.
"""

import re
from collections.abc import Callable

from jfp_cli.source.yaml.document import Document
from jfp_cli.source.yaml.faults import Fault

Read = Callable[[str], tuple[Document, Fault | None]]
MOST_FAULTS = 20
MOST_READ = 2_000_000  # characters, all times together: a text that is all faults must not take for ever
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_MARKS = re.compile(r"[ ]*(?:-[ ]+)*")  # what a line begins with: blanks, and the dashes of lists
_NAME = re.compile(r"""(?:"[^"\r\n]*"|'[^'\r\n]*'|[^\s"'\[\]{}#&*!|>%@`,-][^\r\n:#]*?)[ ]*:[ \t]+""")
_LINE_END = re.compile(r"\r\n|\n|\r")
_WRITTEN = re.compile(r"\S")
_NO_LINE_END = re.compile(r"[^\r\n]")


def recover(text: str, document: Document, fault: Fault, read: Read) -> Document:
    """What can be read of a text in which reading stopped at a fault; `read` gives the next one, if there is any."""
    left, told, unread = text, list[Fault](), list[tuple[int, int]]()
    tries = min(MOST_FAULTS, MOST_READ // max(len(text), 1))
    stopped: Fault | None = fault
    while stopped is not None:
        start, end = _at_fault(left, stopped)
        goes_on = bool(left[start:end].strip())
        if stopped.last or len(unread) >= tries or not goes_on:
            end = len(text)
            if _LINE_END.split(left[stopped.start :].rstrip(), maxsplit=1)[1:]:
                line = len(_LINE_END.findall(text, 0, stopped.start)) + 1
                stopped = stopped._replace(message=f"{stopped.message}; nothing was read from line {line} on")
        if not stopped.alias or not any(f"&{stopped.alias}" in text[start:end] for start, end in unread):
            told.append(stopped)
        unread.append((start, end))
        if not goes_on or len(unread) > tries + 1:
            document, unread = Document(), [(0, len(text))]
            break
        left = left[:start] + _NO_LINE_END.sub(" ", left[start:end]) + left[end:]
        document, stopped = read(left)
    found = (fault for fault in document.faults if not _is_emptied(text, fault, unread))
    document.faults = sorted([*told, *found], key=lambda fault: (fault.start, fault.end))
    document.unread = sorted(unread)
    return document


def _at_fault(text: str, fault: Fault) -> tuple[int, int]:
    """What to pass over for reading to go on: the value at fault, else its line, and what is deeper below it."""
    at = fault.start if fault.since is None else min(fault.since, fault.start)
    written = _WRITTEN.search(text, at)
    at = written.start() if written else max(len(text.rstrip()) - 1, 0)
    begin = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    marks = _MARKS.match(text, begin)
    first = marks.end() if marks else begin
    name = _NAME.match(text, first)
    if name is not None and name.end() <= at:
        return name.end(), _end_of(text, name.end(), fault.end, first - begin)
    whole_entry = at < first
    column = len(text[begin:first]) - len(text[begin:first].lstrip()) if whole_entry else first - begin
    return begin, _end_of(text, begin, fault.end, column)


def _end_of(text: str, start: int, reach: int, column: int) -> int:
    """Where the line ends that `reach` stands in, and the lines below it that are indented beyond a column."""
    end = start
    for line in _LINE.finditer(text, start):
        written = line[0].strip()
        outside = len(line[0]) - len(line[0].lstrip(" ")) <= column and not written.startswith(": ")
        if line.start() > reach and written and outside:
            break
        if written or line.start() <= reach:
            end = line.start() + len(line[0].rstrip())
        if line.end() == len(text):
            break
    return end


def _is_emptied(text: str, fault: Fault, unread: list[tuple[int, int]]) -> bool:
    """Whether a key or an entry has no value only because that was passed over."""
    if fault.name != "empty-value":
        return False
    sign = "" if text[fault.start : fault.end] == "-" else ":"
    return any(fault.end <= start and text[fault.end : start].strip(" \t\r\n-") == sign for start, _ in unread)
