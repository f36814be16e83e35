"""A piece of a text, and what takes its place."""

from typing import NamedTuple


class Splice(NamedTuple):
    """Between two offsets of a text stands `text` from now on; everything else stays."""

    start: int
    end: int
    text: str

    def apply(self, whole: str) -> str:
        """The text with this piece in it."""
        return whole[: self.start] + self.text + whole[self.end :]


class EditError(Exception):
    """An edit that cannot be made; the text says why and what to do."""


class GoneError(EditError):
    """An edit of something that an earlier step of the same change has taken out."""
