"""YAML text to plain data and positions.

The YAML is the 1.2 core schema read without types: every scalar stays the text that was typed, so `no`, `on`, `12:30`
and `2026-03` mean what was written, and a value type reads them later.
"""

from jfp_cli.source.yaml.document import Document
from jfp_cli.source.yaml.plain import reading as plain


def parse(text: str) -> Document:
    """Read one YAML document; whatever the text holds, the answer is a Document, never an exception.

    A byte-order mark is for the reader of the file to take off.
    """
    document = plain.read(text)
    if document is not None:
        return document
    from jfp_cli.source.yaml import thorough  # noqa: PLC0415 - ruamel.yaml is slow to import, and seldom needed

    return thorough.read(text)
