"""The sentences, titles and notes of a plan: what its readers read, and what the rules about wording look at."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from itertools import accumulate, chain, groupby

from jfp_cli.model.kinds import KINDS
from jfp_cli.model.plan import Plan
from jfp_cli.model.walk import Found, is_prose, walk_files
from jfp_cli.values.address import Address
from jfp_cli.values.text import composed

_MARKS = ".,;:!?()[]\"'\u2018\u2019\u201c\u201d"
_JOINT = re.compile("[-/]")
_ENDING = re.compile(r"['\u2019]?s$")
Sought = str | re.Pattern[str]
"""A word or a part of one; or a pattern, which is found at once where it begins with a rare letter, and else slowly."""


Prose = tuple[Address, str]
"""A sentence, title or note of the plan after its address; a plan has thousands, so that they are plain."""


def prose_by_file(plan: Plan) -> dict[str, tuple[Prose, ...]]:
    """Every text that people read, but for the vocabularies of plan.yaml, by file (`sections/cancer`)."""
    return {_file(at): _prose(values) for at, values in walk_files(plan, is_prose)}


def _file(at: Address) -> str:
    folder = KINDS[at.kind].folder
    return f"{folder}/{at.id}" if folder else at.kind


def _prose(values: Iterable[Found]) -> tuple[Prose, ...]:
    return tuple([(at, value) for at, _, value, in_key in values if isinstance(value, str) and not in_key])


class ProseIndex:
    """Finds words in much prose at once, far quicker than text by text; case, and what does not show, are ignored."""

    def __init__(self, by_file: Iterable[tuple[Prose, ...]]) -> None:
        files = tuple(by_file)
        self._ends = list(accumulate(map(len, files)))
        self._prose = tuple(chain.from_iterable(files))
        lowered = [text.lower() if text.isascii() else composed(text).lower() for _, text in self._prose]
        self._text = "\n".join(lowered)
        self._starts = [0, *accumulate([len(text) + 1 for text in lowered])]

    def holding(self, *sought: Sought) -> Iterator[Prose]:
        """The texts that hold any of what is sought, all in lower case, each once and in the plan's order."""
        return map(self._prose.__getitem__, sorted(self._numbers(sought)))

    def holding_by_file(self, *sought: Sought) -> Iterator[list[Prose]]:
        """The same file by file, of those that have some."""
        for _, numbers in groupby(sorted(self._numbers(sought)), partial(bisect_right, self._ends)):
            yield [self._prose[number] for number in numbers]

    @cached_property
    def words(self) -> set[str]:
        """Every word and part of a compound, in small letters, without marks around it or the s of a plural."""
        written = {word.strip(_MARKS) for word in set(self._text.split())}
        written |= {part for word in written if "-" in word or "/" in word for part in _JOINT.split(word)}
        return written | {_ENDING.sub("", word) for word in written if word.endswith("s")}

    def _numbers(self, sought: Iterable[Sought]) -> set[int]:
        return {number for one in sought for number in (self._with(one) if isinstance(one, str) else self._like(one))}

    def _with(self, word: str) -> Iterator[int]:
        find: Callable[[str, int], int] = self._text.find
        at = find(word, 0)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            yield number
            at = find(word, self._starts[number + 1])

    def _like(self, pattern: re.Pattern[str]) -> Iterator[int]:
        return (bisect_right(self._starts, found.start()) - 1 for found in pattern.finditer(self._text))
