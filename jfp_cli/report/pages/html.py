"""Texts of a plan as HTML: escaped, with their small Markdown, and with abbreviations explained at first use."""

import base64
import hashlib
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from jfp_cli.report.pages.prose import addresses, is_plain, tokens

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAGS = {
    "paragraph": "p",
    "bullet_list": "ul",
    "ordered_list": "ol",
    "list_item": "li",
    "em": "em",
    "strong": "strong",
}


class Prose:
    """Writes the texts of one page; remembers which abbreviations it has explained."""

    def __init__(self, meanings: Mapping[str, str]) -> None:
        self._left = dict(meanings)
        longest_first = sorted(meanings, key=lambda term: (-len(term), term))
        self._terms = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def prose(self, text: str) -> Markup:
        """A text for a block such as a list item, a cell or a div: bare where it is one paragraph."""
        return self._linked(text) if is_plain(text) else self._marked(text, within_block=True)

    def paragraphs(self, text: str) -> Markup:
        """A text as paragraphs and lists."""
        if not is_plain(text) and "\n" in text:
            return self._marked(text, within_block=False)
        return Markup("<p>{}</p>").format(self.prose(text))

    def inline(self, text: str) -> Markup:
        """A text for a heading, a caption or a sentence: its lines run on, its lists are text."""
        line = " ".join(text.split())
        return self.prose(line)

    def _linked(self, text: str) -> Markup:
        """A text with no Markdown, the web addresses in it as links."""
        pieces: list[str] = []
        done = 0
        for start, end in addresses(text):
            link = escape(text[start:end])
            pieces += (self.explained(text[done:start]), f'<a href="{link}" rel="noreferrer">{link}</a>')
            done = end
        return Markup("".join((*pieces, self.explained(text[done:]))))  # noqa: S704 - each piece is escaped

    def explained(self, text: str) -> Markup:
        """A text with no Markdown, its abbreviations explained where the page uses them first."""
        if not self._left:
            return escape(text)
        pieces: list[str] = []
        done = 0
        for match in self._terms.finditer(text):
            term, start, end = match[0], match.start(), match.end()
            if term not in self._left or not _stands_alone(text, start, end):
                continue
            pieces += (
                escape(text[done:start]),
                f'<abbr tabindex="0" title="{escape(self._left.pop(term))}">{escape(term)}</abbr>',
            )
            done = end
        return Markup("".join((*pieces, escape(text[done:]))))  # noqa: S704 - each piece is escaped

    def _marked(self, text: str, *, within_block: bool) -> Markup:
        found = list(tokens(text))
        opened = [token.type for token in found if token.level == 0 and token.nesting == 1 and token.block]
        if within_block and opened == ["paragraph_open"]:
            found = found[1:-1]
        pieces: list[str] = []
        links = 0
        for token in found:
            links += token.nesting if token.type.startswith("link_") else 0
            pieces.append(self._piece(token, in_link=bool(links)))
        return Markup("".join(pieces))  # noqa: S704 - each piece is escaped

    def _piece(self, token: "Token", *, in_link: bool) -> str:
        if token.hidden:
            return ""
        if token.type == "link_open":
            named = "" if token.info == "auto" else ' class="named"'  # paper says where these lead
            return f'<a{named} href="{escape(token.attrGet("href"))}" rel="noreferrer">'
        if token.type == "link_close":
            return "</a>"
        tag = _TAGS.get(token.type.removesuffix("_open").removesuffix("_close"))
        if tag is None:
            return escape(token.content) if in_link else self._linked(token.content)
        return f"<{tag}>" if token.nesting > 0 else f"</{tag}>"


def sha256(text: str) -> str:
    """The hash of an inline style or script, as a content security policy wants it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether an abbreviation is a word of its own, an s of the plural allowed."""
    if text[end : end + 1] == "s":
        end += 1
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or before in ("_", "-") or after.isalnum() or after == "_")
