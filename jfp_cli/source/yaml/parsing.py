"""YAML text to plain data and positions.

The YAML is the 1.2 core schema read without types: every scalar stays the text that was typed, so `no`, `on`, `12:30`
and `2026-03` mean what was written, and a value type reads them later.
"""

from jfp_cli.source.yaml import faults, stand_ins
from jfp_cli.source.yaml.document import Document
from jfp_cli.source.yaml.plain import reading as plain


def parse(text: str) -> Document:
    """Read one YAML document; whatever the text holds, the answer is a Document, never an exception.

    A byte-order mark is for the reader of the file to take off.
    """
    document = plain.read(text)
    return parse_any(text) if document is None else document


def parse_any(text: str) -> Document:
    """The same, by libyaml alone."""
    from jfp_cli.source.yaml import libyaml  # noqa: PLC0415 - slow to import, and most plans are read without it

    if text.startswith("\ufeff"):  # libyaml would not count it
        return Document(faults=[faults.not_text(text, 0)])
    readable = stand_ins.without_line_ends(text)
    document, stopped = libyaml.read(readable)
    if stopped is not None:
        again = stand_ins.without_inner_marks(readable, text)
        if again != readable:
            other, second = libyaml.read(again)
            if second is None or second.reach > stopped.reach:
                readable, document, stopped = again, other, second
    if readable is not text:
        _restore(document)
    if stopped is not None:
        document.faults.append(faults.syntax(stopped, text))
    return document


def _restore(document: Document) -> None:
    """Put back the characters for which others stood in."""
    document.data, places = stand_ins.restored_tree(document.data, document.root[4])
    document.root = (*document.root[:4], places)
    document.faults = [
        fault._replace(message=stand_ins.restored(fault.message), help=stand_ins.restored(fault.help))
        for fault in document.faults
    ]
