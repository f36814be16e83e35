"""A document while it is written: its links, pictures, bookmarks, headings and lists, under their names there."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from jfp_cli.report.pages.word.pictures import Drawn, drawn, inline, photograph
from jfp_cli.report.pages.word.xml import element

_LONGEST = 40  # characters of a bookmark's name
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_]")


class Heading(NamedTuple):
    """A heading: its level from 1, what it says, and the bookmark at it."""

    level: int
    text: str
    bookmark: str


@dataclass(slots=True)
class Underway:
    """What the body of a document refers to.

    `link` and `file` give the relation of a web address and of a picture's file; `anchors` the bookmark of each place
    of the page that links can lead to; `turned` is the room across a page that is turned.
    """

    link: Callable[[str], str]
    file: Callable[[bytes], str]
    anchors: dict[str, str]
    turned: int
    headings: list[Heading] = field(default_factory=list)
    ordered: list[bool] = field(default_factory=list)
    _marked: set[str] = field(default_factory=set)
    _pictures: int = 0

    def bookmark(self, anchor: str) -> str:
        """The bookmark of a place, which the document has once."""
        name = self.anchors.get(anchor, "")
        return self._mark(name) if name and name not in self._marked else ""

    def heading(self, level: int, text: str) -> str:
        """The bookmark that the contents lead to, of a heading that is noted for them."""
        name = f"_Toc{len(self.headings) + 1:08}"
        self.headings.append(Heading(level, text, name))
        return self._mark(name)

    def picture(self, source: str, room: float) -> str:
        """An SVG as a drawing within a run; nothing where it has no size."""
        return self._placed(drawn(source, room))

    def photograph(self, attributes: Mapping[str, str], room: float) -> str:
        """An image that stands in the page itself; nothing where it stands elsewhere or is of no known kind."""
        return self._placed(photograph(attributes, room))

    def numbered(self, *, ordered: bool) -> int:
        """The number of a list's own numbering, from 1."""
        self.ordered.append(ordered)
        return len(self.ordered)

    def _placed(self, picture: Drawn | None) -> str:
        if picture is None:
            return ""
        self._pictures += 1
        return inline(picture, self.file(picture.file), self._pictures)

    def _mark(self, name: str) -> str:
        self._marked.add(name)
        number = len(self._marked)
        return element("bookmarkStart", id=number, name=name) + element("bookmarkEnd", id=number)


def bookmarks(anchors: Iterable[str]) -> dict[str, str]:
    """A bookmark's name for each place: letters, digits and underscores, at most forty, no two alike in any case."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for anchor in dict.fromkeys(anchors):
        plain = _NOT_IN_NAMES.sub("_", anchor)
        first = name = (plain if plain[:1].isalpha() else f"at_{plain}")[:_LONGEST]
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{first[: _LONGEST - 6]}_{number}"
        taken.add(name.casefold())
        names[anchor] = name
    return names
