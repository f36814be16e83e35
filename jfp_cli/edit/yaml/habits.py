"""How one file is written by hand: what its quotes, lists and indentation are like."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from jfp_cli.edit.yaml.lines import column, newline_of
from jfp_cli.edit.yaml.scalars import WIDTH, is_plain
from jfp_cli.source.lines import line_start
from jfp_cli.source.yaml import Document, Place

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Habits:
    """What a new line follows: `step` and `dash` are how far keys and dashes stand in from the key above them.

    `gap` is how far an entry stands from its dash; `folds` is whether long texts are folded, `quotes_all` whether
    texts stand in quotes that need none.
    """

    newline: str = "\n"
    quote: str = '"'
    step: int = 2
    dash: int = 2
    gap: int = 2
    folds: bool = True
    quotes_all: bool = False


def habits_of(text: str, document: Document) -> Habits:
    """The habits of a file; where it shows none, those of the house."""
    quotes, steps, dashes, gaps = Counter[str](), Counter[int](), Counter[int](), Counter[int]()
    long, folded, needless, plain = 0, 0, 0, 0
    for value, place, parent in _each(document.data, document.root, None):
        start = place[2]
        if isinstance(value, str):
            first = text[start : start + 1]
            folded += first == ">"
            long += column(text, start) + place[3] - start > WIDTH and "\n" not in text[start : place[3]]
            if first in ("'", '"'):
                quotes[first] += 1
                needless += is_plain(value, in_flow=False)
            else:
                plain += is_plain(value, in_flow=False)
        elif place[0] >= 0 and is_block(text, place):
            below = column(text, start) - column(text, place[0])
            if isinstance(value, dict):
                steps[below] += 1
            else:
                dashes[below] += 1
        if parent is not None and isinstance(parent[4], list) and is_block(text, parent):
            gaps[column(text, start) - column(text, parent[2])] += 1
    return Habits(
        newline=newline_of(text),
        quote=_usual(quotes, '"'),
        step=max(_usual(steps, 2), 1),
        dash=max(_usual(dashes, 2), 0),
        gap=max(_usual(gaps, 2), 2),
        folds=long == 0 or folded >= long,
        quotes_all=needless > plain,
    )


def is_block(text: str, place: Place) -> bool:
    """Whether a list or mapping is written in lines, not within brackets."""
    return text[opening(text, place)] not in "[{"


def opening(text: str, place: Place) -> int:
    """Where a value itself begins, after an anchor before it."""
    start = place[2]
    if text.startswith("&", start):
        while start < place[3] and not text[start].isspace():
            start += 1
        while start < place[3] and text[start].isspace():
            start += 1
    return min(start, max(len(text) - 1, 0))


def begins_line(text: str, offset: int) -> bool:
    """Whether nothing but blanks and dashes stands before an offset on its line."""
    return not text[line_start(text, offset) : offset].strip(" -")


def _each(data: Any, place: Place, parent: Place | None) -> Iterator[tuple[Any, Place, Place | None]]:
    if data is None:
        return
    yield data, place, parent
    below: Any = place[4]
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _each(value, below[key], place)
    elif isinstance(data, list):
        for value, there in zip(data, below, strict=True):
            yield from _each(value, there, place)


def _usual(counts: "Counter[T]", otherwise: T) -> T:
    return counts.most_common(1)[0][0] if counts else otherwise
