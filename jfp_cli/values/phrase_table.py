"""Phrases of several words, and what each of them means."""

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from jfp_cli.values.cut_text import CutText

Meant = TypeVar("Meant")


class PhraseTable(Generic[Meant]):
    """Finds the longest phrase that begins at a place; most words begin none, and are passed over at once."""

    __slots__ = ("_longest", "phrases")

    def __init__(self, phrases: Mapping[tuple[str, ...], Meant]) -> None:
        self.phrases = dict(phrases)
        self._longest: dict[str, int] = {}
        for phrase in phrases:
            self._longest[phrase[0]] = max(len(phrase), self._longest.get(phrase[0], 0))

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return iter(self.phrases)

    def at(self, words: CutText, i: int) -> tuple[Meant, int] | None:
        """What the words at `i` mean, and the place after them."""
        for count in range(self._longest.get(words.at(i), 0), 0, -1):
            phrase = words.sequence(i, count)
            if phrase in self.phrases:
                return self.phrases[phrase], i + count
        return None
