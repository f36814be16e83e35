"""The words of a text as several rules compare them: without endings, and without those that say nothing."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import TypeVar

Read = TypeVar("Read")

_WORD = re.compile(r"(?:non-)?[^\W\d_]+|\d[\d,.%/-]*")
# A hyphen after these is a matter of taste: co-ordination and coordination are one word.
_PREFIX = re.compile(r"\b(anti|co|de|e|inter|multi|over|pre|re|sub|tele|under)-(?=[a-z])", re.IGNORECASE)
_STEM = 6  # letters: "assess" and "assessment", "integrate" and "integration" are one word

_SILENT = (
    "a an the of in for to and or with on at by from our its their all is are be been will that which who so as "
    "it they this these those into across through including both each every any most more than up out down off "
    "over within between per not no if when where while also such other there then them what how whose whom but "
    "via until during s"
)
SILENT = frozenset(_SILENT.split())
# In every area of a health service.
EVERYWHERE = (
    "care health healthcare service people patient population resident access nhs ics icb hwe system community "
    "primary local programme project area team staff workforce quality outcome need pathway model integrate "
    "provider partner organisation approach voluntary faith social enterprise vcfse sector"
)

# How far a promise goes, not what it is about.
DOING = (
    "develop implement deliver put place keep continue complete finish start begin improve agree approve write "
    "ratify create creation refresh establish launch have has make get carry bring produce publish provide "
    "support ensure embed introduce review redevelop redesign do run use work take build mobilise extend expand "
    "roll rollout set new full fully further current existing better enhance increase reduce promote adopt "
    "commission procure identify explore evaluate plan strategy action"
)


def words_of(text: str) -> list[str]:
    """The words and figures of a text as they are written, but for hyphens after a prefix."""
    return _WORD.findall(_PREFIX.sub(r"\1", text) if "-" in text else text)


def read_by_piece(text: str, read: Callable[[str], Iterable[Read]]) -> Iterator[Read]:
    """What a cached function reads in each piece of a text between blanks: a plan has the same few of these throughout.

    No word has a blank in it, so that these are the words of the whole.
    """
    return chain.from_iterable(map(read, text.split()))


def singular(word: str) -> str:
    """A small word without the ending of its plural: rates and rate, studies and study."""
    if word.endswith("ies") and len(word) > len("ties"):
        return f"{word[:-3]}y"
    return word if word.endswith(("ss", "us", "is")) else word.removesuffix("s")


def stem(word: str) -> str:
    """A small word without its ending, as far as that can be told."""
    return (word if word.endswith("ss") else word.removesuffix("s"))[:_STEM]


_UNTELLING = frozenset(stem(word) for word in f"{EVERYWHERE} support use new work workstream plan group".split())


@lru_cache(maxsize=4096)
def telling(text: str) -> frozenset[str]:
    """The stems of the words that say what a text is about; figures are none."""
    small = (word.lower() for word in words_of(text) if not word[0].isdigit())
    return frozenset(stem(word) for word in small if word not in SILENT) - _UNTELLING
