"""The small Markdown that texts of a plan may use: emphasis, lists, and links to the web or of mail.

Everything else of Markdown, and all of HTML, is text.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from jfp_cli.values.text import SAFE_LINKS

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LONGEST = 20_000  # characters of a text that is looked through for Markdown
_ADDRESS = re.compile(r"https?://[^\s<>|*`\\\"]+")
_ENDS = ".,;:!?'"
_PAIRS = {")": "(", "]": "["}
_APART = ("softbreak", "paragraph_close")
_MARKED = re.compile(r"[*_\[\\\n]|<(?:https?:|mailto:)")


def words_of(text: str) -> str:
    """What a text says without its Markdown, on one line."""
    if is_plain(text):
        return " ".join(text.split())
    said = (" " if token.type in _APART else token.content for token in tokens(text))
    return " ".join("".join(said).split())


def is_plain(text: str) -> bool:
    """Whether a text uses no Markdown: nearly all do not, and need no parser."""
    return len(text) > LONGEST or _MARKED.search(text) is None


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where web addresses begin and end in a text: what ends the sentence, or a bracket around them, is not theirs."""
    for match in _ADDRESS.finditer(text) if "://" in text else ():
        address = match[0]
        while address[-1] in _ENDS or (
            address[-1] in _PAIRS and address.count(_PAIRS[address[-1]]) < address.count(address[-1])
        ):
            address = address[:-1]
        yield match.start(), match.start() + len(address)


def tokens(text: str) -> "Iterator[Token]":
    """A text as a parser's tokens, those of a line in place; a text of one line has no paragraph around it."""
    parser = _parser()
    text = text.strip("\n")
    found = parser.parse(text) if "\n" in text else parser.parseInline(text)
    for token in found:
        if token.type == "inline":
            yield from token.children or ()
        else:
            yield token


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - slow, and most plans need none of it

    parser = MarkdownIt("zero").enable(["emphasis", "link", "autolink", "escape", "list"])
    parser.validateLink = lambda url: url.lower().startswith(SAFE_LINKS)  # type: ignore[method-assign]  # its documented way
    return parser
