"""Whether what an audience must not see stands in a page all the same, by whatever way it came there."""

import html
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from jfp_cli.report.language import speaking
from jfp_cli.report.pages.own_words import GAP, Words, own_words, without_own_words
from jfp_cli.report.pages.prose import is_plain, tokens
from jfp_cli.values.address import Address

FEWEST_WORDS = 3
FEWEST_LETTERS = 12
_KEY = 3  # words by which texts are looked up
_WORD = re.compile(rf"[^\W_]+|{GAP}")
_PROSE_TAG = re.compile(r"</?(?:abbr|b|code|em|i|mark|strong)\b[^<>]*>")  # within a sentence; others part jfp's words
_INLINE_TAG = re.compile(r"</?(?:a|abbr|b|code|em|i|mark|span|strong)\b[^<>]*>")
_TAG = re.compile(r"<[^<>]*>")
_CODED = re.compile(r"\\u([0-9a-fA-F]{4})")
_SHOWN = 80  # characters of the page's line


class Leak(NamedTuple):
    """A hidden text with its address, and the line of the page on which it begins."""

    address: Address
    text: str
    line: int
    excerpt: str


def leaks(
    page: str,
    hidden: Iterable[tuple[Address, str]],
    public: Iterable[str] = (),
    headings: Iterable[str] = (),
    own: frozenset[Words] = frozenset(),
) -> list[Leak]:
    """Each hidden text that the page holds, where it holds it first, in the page's order.

    Words are compared, without regard to case, escapes or the marks between them. Owners and web addresses always
    count, but for an owner who is called as one of the `headings` that everybody sees; other texts where they are long
    enough to be known again, three words or twelve letters, and no `public` text says the same. What jfp says itself,
    its `own` words, counts where something of the plan stands beside it.
    """
    headed = frozenset(map(_words, headings))
    wanted: dict[Words, list[tuple[Words, Address, str]]] = {}
    said_anyway = "\n".join(f" {' '.join(_words(text))} " for text in public)
    for address, text in hidden:
        for sought in _readings(text):
            if sought not in headed and _identifies(address, text, sought, said_anyway):
                wanted.setdefault(sought[:_KEY], []).append((sought, address, text))
    lines = page.split("\n")
    found: dict[Address, Leak] = {}
    for reading in _as_written(_others(page, own)), _as_read(_others(_PROSE_TAG.sub("", page), own)):
        words = [(word, number) for number, line in enumerate(reading.split("\n"), 1) for word in _words(line)]
        texts = tuple(word for word, _ in words)
        for at, (_, number) in enumerate(words):
            for length in range(1, _KEY + 1):
                for sought, address, text in wanted.get(texts[at : at + length], ()):
                    if address not in found and texts[at : at + len(sought)] == sought:
                        found[address] = Leak(address, text, number, _excerpt(lines[number - 1], sought[0]))
    return sorted(found.values(), key=lambda leak: leak.line)


def words_of_templates(folder: Path, form: str, language: str) -> frozenset[Words]:
    """What the templates of a folder say themselves in a format, on pages in a language."""
    with speaking(language):
        return own_words(folder, form, _words)


def _identifies(address: Address, text: str, words: Words, said_anyway: str) -> bool:
    """Whether a text found elsewhere is this one and no coincidence."""
    if not words:
        return False
    if "owner" in address.path or "://" in text:
        return True
    is_long = len(words) >= FEWEST_WORDS or sum(map(len, words)) >= FEWEST_LETTERS
    return is_long and f" {' '.join(words)} " not in said_anyway


def _readings(text: str) -> set[Words]:
    """The words of a text as they are typed, and as they are read where the text has Markdown."""
    typed = _words(text)
    if is_plain(text):
        return {typed}
    return {typed, _words(" ".join(token.content for token in tokens(text)))}


def _words(text: str) -> Words:
    return tuple(_WORD.findall(text.casefold()))


def _others(page: str, own: frozenset[Words]) -> str:
    """A page without what jfp says itself."""
    return without_own_words(page, own, _words) if own else page


def _as_written(page: str) -> str:
    """A page with what stands in its tags, comments and scripts."""
    return _decoded(_CODED.sub(lambda match: chr(int(match[1], 16)), page))


def _as_read(page: str) -> str:
    """A page as people read it, its tags gone."""
    return _decoded(_TAG.sub(lambda tag: "\n" * tag[0].count("\n") or " ", _INLINE_TAG.sub("", page)))


def _decoded(page: str) -> str:
    """A page with escapes as the characters that they stand for, line by line."""
    return "\n".join(_line(line) if "&" in line or "%" in line else line for line in page.split("\n"))


def _line(line: str) -> str:
    return " ".join(unquote(html.unescape(line)).splitlines())


def _excerpt(line: str, word: str) -> str:
    """The part of a line that begins a little before a word."""
    start = max(0, line.casefold().find(word) - _SHOWN // 4)
    return line[start : start + _SHOWN].strip()
