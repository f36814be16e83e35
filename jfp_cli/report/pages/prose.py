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
_MARKED = re.compile(r"[*_\[\\\n]|<(?:https?:|mailto:)")


def is_plain(text: str) -> bool:
    """Whether a text uses no Markdown: nearly all do not, and need no parser."""
    return len(text) > LONGEST or _MARKED.search(text) is None


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
