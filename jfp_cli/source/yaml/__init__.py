"""The YAML of plan files: what a text says, where each part of it stands, and what is wrong with it.

It is the 1.2 core schema read without types: every scalar stays the text that was typed, so `no`, `on`, `12:30` and
`2026-03` mean what was written, and a value type reads them later.
"""

from jfp_cli.source.yaml import plain
from jfp_cli.source.yaml.document import Data, Document, Place, Tree
from jfp_cli.source.yaml.suspicion import is_suspect

__all__ = ["Data", "Document", "Place", "Tree", "parse"]


def parse(text: str) -> Document:
    """Read one YAML document; whatever the text holds, the answer is a Document, never an exception.

    A byte-order mark is for the reader of the file to take off.
    """
    if not is_suspect(text):
        return _read(text)
    from jfp_cli.source.yaml.scanning import Scan  # noqa: PLC0415 - most plans hold nothing that is suspect

    scan = Scan(text)
    return scan.apply(_read(scan.readable))


def _read(text: str) -> Document:
    document = plain.read(text)
    if document is not None:
        return document
    from jfp_cli.source.yaml import thorough  # noqa: PLC0415 - ruamel.yaml is slow to import, and seldom needed

    return thorough.read(text)
