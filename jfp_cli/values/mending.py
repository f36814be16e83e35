"""Texts that could be written instead of one that cannot be read; each is read before it is offered."""

import re
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from jfp_cli.values.cut_text import CutText
from jfp_cli.values.text import quoted_in_full
from jfp_cli.values.unclear import UnclearError

_MOST_PLACES = 3  # mended in one text
_MOST_TEXTS = 4
_ARTICLE = re.compile(r"\bthe\s+\Z", re.IGNORECASE)
Words = TypeVar("Words", bound=CutText)


class Mender(Generic[Words]):
    """Mends texts of one kind: `cut` cuts one into words, `read` reads them or raises UnclearError."""

    def __init__(self, cut: Callable[[str], Words], read: Callable[[Words], object]) -> None:
        self.cut = cut
        self.read = read
        self.problems: list[str] = []  # of the texts that were mended, the first one's first

    def readable(self, text: str, places: int = _MOST_PLACES) -> list[str]:
        """A text where it can be read, else those that it may be mended to."""
        words = self.cut(text)
        try:
            self.read(words)
        except UnclearError as error:
            return self.mended(words, error, places)
        return [text]

    def mended(self, words: Words, error: UnclearError, places: int = _MOST_PLACES) -> list[str]:
        """The texts that come of one when what is unclear in it is replaced by what it may be."""
        texts: list[str] = []
        lost: list[str] = []
        for instead in error.instead if error.start >= 0 and places else ():
            readable = self._instead(words, error, instead, places - 1)
            texts += readable
            lost += [] if readable else [quoted_in_full(instead)]
        if texts:
            self.problems.insert(0, error.problem + (f", one of them {' or '.join(lost)}" if lost else ""))
        return list(dict.fromkeys(texts))[:_MOST_TEXTS]

    def _instead(self, words: Words, error: UnclearError, instead: str, places: int) -> list[str]:
        """What a text may be mended to with one text for what is unclear; "the" goes, as in the fourth quarter."""
        if error.start == 0 and error.end == len(words):
            return self.readable(instead, places)
        text = words.replaced(error.start, error.end, instead)
        before = words.text[: words.starts[error.start]]
        without = f"{_ARTICLE.sub('', before)}{text[len(before) :]}"
        return (self.readable(without, places) if without != text else []) or self.readable(text, places)

    @property
    def problem(self) -> str:
        """What was wrong with the text that was mended, in one sentence."""
        return ", and ".join(dict.fromkeys(self.problems))


def either(texts: Sequence[str]) -> str:
    """Texts to choose from, as a sentence offers them: "A", "B" or "C"."""
    *before, last = map(quoted_in_full, texts)
    return f"{', '.join(before)} or {last}" if before else last
