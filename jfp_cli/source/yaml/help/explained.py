"""A fault of YAML syntax, explained."""

from typing import NamedTuple


class Explained(NamedTuple):
    """A fault in plain words, between two offsets of the text."""

    message: str
    help: str
    start: int
    end: int


SECOND_NAME = "this text holds a colon followed by a space, which YAML reads as a second name"
QUOTE_ALL = "put the whole text in quotes"
