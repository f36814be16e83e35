"""Words and phrases as they are searched for: what is typed, and how well a text holds it."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from jfp_cli.values.text import SMALL_WORDS, unaccented

_EXACT, _OTHER_NUMBER, _BEGINNING = 4, 3, 2  # how well a text holds a word
_IN_QUOTES = re.compile('["\N{LEFT DOUBLE QUOTATION MARK}](.+?)["\N{RIGHT DOUBLE QUOTATION MARK}]')
_BETWEEN = re.compile(r"[\s-]+")
_MANY = {"person": "people", "child": "children", "man": "men", "woman": "women", "analysis": "analyses"}
_ONE = {many: one for one, many in _MANY.items()}


class Wanted(NamedTuple):
    """A word, or the words of a phrase; case, accents and number do not matter, and a word may be begun only."""

    text: str
    is_phrase: bool = False

    def score(self, text: str) -> int:
        """How well a text without accents holds it: as it is, as one or many, as the beginning of a word, or not."""
        exact, whole, begun = _patterns(self)
        if exact.search(text):
            return _EXACT
        if whole.search(text):
            return _OTHER_NUMBER
        return _BEGINNING if not self.is_phrase and begun.search(text) else 0


def wanted_in(typed: Iterable[str]) -> tuple[Wanted, ...]:
    """What somebody searches for, each once: phrases stand in quotation marks.

    Small words such as "in" are passed over, unless there are no others.
    """
    text = " ".join(typed)
    words = _IN_QUOTES.sub(" ", text).split()
    telling = [word for word in words if not _is_small(word)]
    found = [Wanted(unaccented(phrase), is_phrase=True) for phrase in _IN_QUOTES.findall(text)]
    found += [Wanted(unaccented(word)) for word in (telling if telling or found else words)]
    return tuple(dict.fromkeys(one for one in found if one.text))


def _is_small(word: str) -> bool:
    """Whether a word says nothing by itself; IT, US and WHO do."""
    return word.lower() in SMALL_WORDS and not (word.isupper() and len(word) > 1)


@cache
def _patterns(wanted: Wanted) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What finds it as it is, in any number, and as the beginning of a word; a sign at its edge needs no edge."""
    before = r"(?<!\w)" if wanted.text[0].isalnum() else ""
    after = r"(?!\w)" if wanted.text[-1].isalnum() else ""
    words = _BETWEEN.split(wanted.text) if wanted.is_phrase else [wanted.text]
    exact = _BETWEEN.pattern.join(map(re.escape, words))
    whole = _BETWEEN.pattern.join(f"(?:{'|'.join(map(re.escape, _forms(word)))})" for word in words)
    return re.compile(f"{before}{exact}{after}"), re.compile(f"{before}{whole}{after}"), re.compile(before + exact)


def _forms(word: str) -> Iterator[str]:
    """A word as it is, as one of it and as many."""
    yield word
    if not word.isalpha():
        return
    yield f"{word}s"
    yield f"{word}es"
    yield _MANY.get(word) or _ONE.get(word) or word
    if word.endswith("y"):
        yield f"{word[:-1]}ies"
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
