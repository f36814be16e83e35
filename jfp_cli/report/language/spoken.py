"""Which language is spoken, and what is said in it."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from typing import Protocol

from jfp_cli.report.language.english import English
from jfp_cli.values.dates import PlanDate

USUAL = "en-GB"
BABEL = ("babel", "languages")
"""The package that knows other languages, and the part of jfp that brings it."""
_PLACE = re.compile(r"\{(\w+)\}")


class Language(Protocol):
    """What a page needs of a language; `English` says what each of these is."""

    def said(self, english: str) -> str: ...
    def forms(self, one: str, many: str) -> Mapping[str, str]: ...
    def category(self, number: int) -> str: ...
    def figure(self, number: int) -> str: ...
    def day(self, day: date) -> str: ...
    def month(self, day: date) -> str: ...
    def months(self, first: date, last: date) -> str: ...
    def short_month(self, day: date) -> str: ...
    def short_day(self, day: date) -> str: ...
    def in_words(self, date: PlanDate) -> str: ...
    def by(self, date: PlanDate) -> str: ...
    def begins(self, date: PlanDate) -> str: ...


_ENGLISH = English()
_SPOKEN: ContextVar[Language] = ContextVar("spoken")


def spoken() -> Language:
    """The language of the page that is being made."""
    return _SPOKEN.get(_ENGLISH)


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """Make a page in a language, which is named as browsers know it."""
    before = _SPOKEN.set(_language(tag))
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def table_for(tag: str) -> str:
    """The name of the table for a language; empty for English, and for one that has none."""
    name = tag.partition("-")[0].lower()
    return name if name in tables() else ""


def is_english(tag: str) -> bool:
    """Whether a language is English, of whichever country."""
    return tag.partition("-")[0].lower() == "en"


@cache
def tables() -> tuple[str, ...]:
    """The languages that have a table."""
    names = (entry.name for entry in files("jfp_cli.report.language").iterdir())
    return tuple(sorted(name.removesuffix(".po") for name in names if name.endswith(".po")))


@cache
def _language(tag: str) -> Language:
    name = table_for(tag)
    if not name or find_spec(BABEL[0]) is None:
        return _ENGLISH
    from jfp_cli.report.language.translated import Translated  # noqa: PLC0415 - an extra, and slow

    return Translated(name)


def say(english: str, **words: object) -> str:
    """What jfp says itself, with words in the places that are named: `say("Part of {things}", things=...)`."""
    return filled(spoken().said(english), words)


def counted(number: int, one: str, many: str = "", **words: object) -> str:
    """A number with what it counts: `counted(2, "milestone")`, or a sentence of one and of many around {number}."""
    return filled(spoken().forms(*both(one, many))[spoken().category(number)], {"number": number, **words})


def both(one: str, many: str = "") -> tuple[str, str]:
    """What is said of one thing and of many: a noun takes an s, and its number before it."""
    if "{number}" in one:
        return one, many
    return f"{{number}} {one}", f"{{number}} {many or one + 's'}"


def filled(text: str, words: Mapping[str, object]) -> str:
    """A text with words in its places; whole numbers as the language writes them."""
    return _PLACE.sub(lambda place: _written(words[place[1]]) if place[1] in words else place[0], text)


def _written(word: object) -> str:
    return spoken().figure(word) if isinstance(word, int) else str(word)
