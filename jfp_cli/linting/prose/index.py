"""The sentences, titles and notes of a plan: what its readers read, and what the rules about wording look at."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import accumulate, repeat
from typing import NamedTuple

from jfp_cli.model.kinds import KINDS
from jfp_cli.model.plan import Plan
from jfp_cli.model.walk import Found, is_prose, walk_files
from jfp_cli.values.address import Address

_MARKS = ".,;:!?()[]\"'\u2018\u2019\u201c\u201d"
_JOINT = re.compile("[-/]")
_ENDING = re.compile(r"['\u2019]?s$")


class Prose(NamedTuple):
    """A sentence, title or note of the plan, and its address."""

    at: Address
    text: str


def prose_by_file(plan: Plan) -> dict[str, tuple[Prose, ...]]:
    """Every text that people read, but for the vocabularies of plan.yaml, by file (`sections/cancer`)."""
    return {_file(at): _prose(values) for at, values in walk_files(plan, is_prose)}


def _file(at: Address) -> str:
    folder = KINDS[at.kind].folder
    return f"{folder}/{at.id}" if folder else at.kind


def _prose(values: Iterable[Found]) -> tuple[Prose, ...]:
    texts = [(at, value) for at, _, value, in_key in values if isinstance(value, str) and not in_key]
    return tuple(map(tuple.__new__, repeat(Prose), texts))


class ProseIndex:
    """Finds words in much prose at once, far quicker than text by text; case is ignored."""

    def __init__(self, prose: tuple[Prose, ...]) -> None:
        self._prose = prose
        lowered = [text.lower() for _, text in prose]
        self._text = "\n".join(lowered)
        self._starts = [0, *accumulate(len(text) + 1 for text in lowered)]

    def holding(self, *words: str) -> Iterator[Prose]:
        """The texts that hold any of these lower-case words or parts of words, each once, in the plan's order."""
        return self._at({number for word in words for number in self._numbers(word)})

    def matching(self, pattern: re.Pattern[str]) -> Iterator[Prose]:
        """The same where a lower-case pattern matches: one that begins with a rare letter is found at once."""
        return self._at({bisect_right(self._starts, found.start()) - 1 for found in pattern.finditer(self._text)})

    @cached_property
    def words(self) -> set[str]:
        """Every word and part of a compound, in small letters, without marks around it or the s of a plural."""
        written = {word.strip(_MARKS) for word in set(self._text.split())}
        written |= {part for word in written if "-" in word or "/" in word for part in _JOINT.split(word)}
        return written | {_ENDING.sub("", word) for word in written if word.endswith("s")}

    def _at(self, numbers: set[int]) -> Iterator[Prose]:
        return (self._prose[number] for number in sorted(numbers))

    def _numbers(self, word: str) -> Iterator[int]:
        find: Callable[[str, int], int] = self._text.find
        at = find(word, 0)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            yield number
            at = find(word, self._starts[number + 1])
