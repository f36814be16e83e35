"""Milestones that promise nearly the same thing, found without comparing each with each."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from jfp_cli.linting.prose.promised_dates import PromisedDate
from jfp_cli.linting.prose.words import DOING, EVERYWHERE, SILENT, read_by_piece, stem, words_of
from jfp_cli.model.area import Area, Milestone
from jfp_cli.values.dates import MONTHS, SEASONS
from jfp_cli.values.text import composed

_SENTENCE_END = re.compile(r"[.;:]\s")
_SHORT = 4  # words; a shorter text says too little outside its own area
_FEWEST, _FEWEST_COMMON = 4, 3  # telling words that two areas must share, and how many of them are no names
_LACKING = 6  # one in so many of the telling words of the shorter text may be missing
_REWORDED = 0.8  # of all words of both
_MOST = 8  # texts; what is in more of them is no rare word


class Likeness(NamedTuple):
    """A milestone as its words without their endings; those that tell say what it is about."""

    area: str
    milestone: Milestone
    words: frozenset[str]
    telling: frozenset[str]
    names: frozenset[str]
    figures: frozenset[str]

    @property
    def key(self) -> tuple[object, ...]:
        """The same for milestones that say the same; a short text is compared only within its area."""
        home = self.area if len(self.words) < _SHORT else ""
        return self.words, self.figures, self.milestone.group, self.milestone.places, home


_CALENDAR_WORDS = MONTHS.keys() | SEASONS.keys()
_UNTELLING = frozenset(stem(word) for word in f"{DOING} {EVERYWHERE}".split())


@cache
def _read_in(piece: str) -> tuple[tuple[str, bool, bool], ...]:
    return tuple(map(_read, words_of(piece)))


def _read(written: str) -> tuple[str, bool, bool]:
    """A word without its ending, empty where it says nothing; whether it is a figure, and whether it has a capital."""
    word = written.lower()
    if word in _CALENDAR_WORDS or word[0].isdigit():
        return word.rstrip(",.-/"), True, False
    return "" if word in SILENT else stem(word), False, word != written


def likeness(area: Area, milestone: Milestone, promised: Iterable[PromisedDate]) -> Likeness:
    """The words of a milestone's first sentence, but for the dates that it promises."""
    text = composed(milestone.activity)
    for date in promised:
        text = text.replace(date.words, "", 1)
    end = _SENTENCE_END.search(text)
    read = list(read_by_piece(text[: end.start()] if end else text, _read_in))
    words = frozenset([stem for stem, is_figure, _ in read if stem and not is_figure])
    return Likeness(
        area.area,
        milestone,
        words,
        words - _UNTELLING,
        names=frozenset([stem for stem, _, has_capital in read[1:] if has_capital and stem]),
        figures=frozenset([stem for stem, is_figure, _ in read if is_figure]),
    )


def near_pairs(texts: Sequence[Likeness]) -> Iterator[tuple[Likeness, Likeness]]:
    """Those that say nearly the same though no two have one key, each pair once and in order."""
    holding: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for word in text.telling:
            holding[word].append(number)
    pairs = {
        (min(number, other), max(number, other))
        for number, text in enumerate(texts)
        for word in _rarest(text, holding)
        for other in holding[word]
        if other != number
    }
    for number, other in sorted(pairs):
        if _near(texts[number], texts[other]):
            yield texts[number], texts[other]


def _rarest(text: Likeness, holding: dict[str, list[int]]) -> list[str]:
    """So many of a text's telling words, the rarest first, that a text that is near it has one of them."""
    ordered = sorted(text.telling, key=lambda word: (len(holding[word]), word))
    wanted = ordered[: len(ordered) // _LACKING + 1]
    return [word for word in wanted if 1 < len(holding[word]) <= _MOST]


def _near(one: Likeness, other: Likeness) -> bool:
    """In one area only the same in other words: two steps of one piece of work share much of what they are about."""
    if _apart(one, other):
        return False
    shared = one.words & other.words
    if one.telling <= other.words or other.telling <= one.words:
        longer = one.area == other.area or len(shared) >= _SHORT
        if longer and len(shared) >= _REWORDED * len(one.words | other.words):
            return True
    if one.area == other.area:
        return False
    telling = one.telling & other.telling
    shorter = min(len(one.telling), len(other.telling))
    return (
        len(telling) >= max(_FEWEST, shorter - shorter // _LACKING)
        and len(telling - (one.names & other.names)) >= _FEWEST_COMMON
    )


def _apart(one: Likeness, other: Likeness) -> bool:
    """For other places or groups, or each with a name or figure of its own, as in a series."""
    first, second = one.milestone, other.milestone
    if first.places and second.places and not set(first.places) & set(second.places):
        return True
    if one.area == other.area and first.group != second.group:
        return True
    own = (one.names - other.words) | (one.figures - other.figures)
    others_own = (other.names - one.words) | (other.figures - one.figures)
    return bool(own and others_own)
