"""How work stands, as trackers say it: by words; by colours only where somebody says what they mean."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from jfp_cli.exchange.tracker.heads import NOTHING
from jfp_cli.exchange.tracker.mapping import TrackerMap, by_key
from jfp_cli.model.field import Field
from jfp_cli.model.promise import COLOURS
from jfp_cli.model.synonyms import words_meant
from jfp_cli.values.text import folded

_NUMBERED = re.compile(r"^\(?\d{1,2}\s?[.):\-]\s*")
_BETWEEN = re.compile(r"\s+[\u2010-\u2015-]+\s+|[.;:\n(),]+\s*")
_LETTERS = {"g": "green", "a": "amber", "r": "red", "b": "blue", "y": "yellow"}


class Judged(NamedTuple):
    """What a text says of how something stands: one status, or those that it may mean; `rest` is what else it says."""

    status: str = ""
    options: tuple[str, ...] = ()
    rest: str = ""
    is_known: bool = False


class Statuses:
    """How the words of a tracker are read: as a map says, as the plan calls its statuses, and as planners use them."""

    def __init__(self, field: Field, called: Mapping[str, str], said: TrackerMap) -> None:
        self._field = field
        self._called = {folded(label): word for word, label in called.items() if word in field.choices}
        self._said = by_key(said.statuses)
        self._colours = by_key(said.colours)
        self.seen: dict[str, Judged] = {}

    def read(self, text: str) -> Judged:
        """What a text of a column of statuses says."""
        self.seen[text] = judged = self.judged(text)
        return judged

    def judged(self, text: str) -> Judged:
        """What a text says, wherever it stands."""
        whole = self._meant(text)
        if whole:
            return _judged(whole)
        plain = _NUMBERED.sub("", text)
        parts = [part for part in _BETWEEN.split(plain) if part and part.strip()]
        meant = [self._meant(part) for part in parts]
        known = [words for words in meant if words]
        if not known or not meant[0]:
            return Judged()
        shared = tuple(word for word in known[0] if all(word in words for words in known))
        rest = " ".join(part.strip() for part, words in zip(parts, meant, strict=True) if not words)
        return _judged(shared or known[0], rest) if shared else Judged(options=known[0], rest=rest, is_known=True)

    def of_colour(self, colour: str) -> str:
        """The status that a colour means; empty where nobody says so."""
        return self._colours.get(folded(colour), "")

    def _meant(self, text: str) -> tuple[str, ...]:
        """The statuses that a phrase may mean; none where it is not known."""
        key = folded(_NUMBERED.sub("", text)).strip(" .!*")
        for said in (folded(text), key):
            if said in self._said:
                return (self._said[said],)
        if key in self._called:
            return (self._called[key],)
        colour = colour_of(key)
        if colour:
            meant = self._colours.get(key) or self._colours.get(colour)
            return (meant,) if meant else words_meant(self._field, colour.partition("/")[0])
        return words_meant(self._field, key) if key else ()


def colour_of(text: str) -> str:
    """The colour that a text names, or the letter for one, such as Amber/Green or A/G; empty where it names none."""
    parts = [part.strip() for part in re.split(r"[/-]", folded(text))]
    words = [_LETTERS.get(part, part) for part in parts]
    return "/".join(words) if all(word in COLOURS for word in words) else ""


def _judged(words: tuple[str, ...], rest: str = "") -> Judged:
    if words == (NOTHING,):
        return Judged(is_known=True)
    return Judged(words[0] if len(words) == 1 else "", words, rest, is_known=True)
