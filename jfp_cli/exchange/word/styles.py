"""How the paragraphs of a Word document look, by their styles: headings, lists, weight and size."""

import re
from dataclasses import dataclass, field
from typing import Any

NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_OFF = frozenset(("0", "false", "off"))
_BODY_LEVEL = 9  # what Word calls the level of running text


def w(name: str) -> str:
    """The full name of an element or attribute of Word's."""
    return NAMESPACE + name


def value(element: Any, *path: str) -> str | None:
    """The value of what stands at a path below an element; None where nothing does."""
    for name in path:
        element = None if element is None else element.find(w(name))
    return None if element is None else element.get(w("val"), "")


def is_on(element: Any, *path: str) -> bool | None:
    """Whether a switch at a path is on; None where it is not there."""
    said = value(element, *path)
    return None if said is None else said not in _OFF


@dataclass(frozen=True, slots=True)
class Look:
    """What a style, or a paragraph itself, says of how it looks; None where it leaves that to another."""

    name: str = ""
    level: int | None = None
    bold: bool | None = None
    size: int | None = None
    list_of: tuple[str, int] | None = None

    def over(self, below: "Look") -> "Look":
        """What it says, and the other where it says nothing."""
        return Look(
            self.name or below.name,
            below.level if self.level is None else self.level,
            below.bold if self.bold is None else self.bold,
            below.size if self.size is None else self.size,
            below.list_of if self.list_of is None else self.list_of,
        )


@dataclass(slots=True)
class Styles:
    """The styles of a document and its lists, from the parts that define them."""

    styles: Any
    numbering: Any = None
    _known: dict[str, Look] = field(default_factory=dict)
    _formats: dict[tuple[str, int], str] = field(default_factory=dict)

    def of(self, name: str | None) -> Look:
        """The look of a style by its id, with what it is based on; of the usual style without one."""
        if not self._known:
            self._read()
        return self._known.get(name or "", self._known.get("", Look()))

    def is_bullet(self, entry: tuple[str, int]) -> bool:
        """Whether the entries of a list have a sign and no number."""
        return self._formats.get(entry, "bullet") == "bullet"

    def _read(self) -> None:
        defined = {style.get(w("styleId"), ""): style for style in self.styles.findall(w("style"))}
        usual = next((name for name, style in defined.items() if style.get(w("default")) == "1"), "")
        for name in defined:
            self._known[name] = _whole(name, defined)
        self._known.setdefault("", self._known.get(usual, Look()))
        if self.numbering is not None:
            self._read_lists()

    def _read_lists(self) -> None:
        kinds = {kind.get(w("abstractNumId")): kind for kind in self.numbering.findall(w("abstractNum"))}
        for made in self.numbering.findall(w("num")):
            kind = kinds.get(value(made, "abstractNumId"))
            for level in () if kind is None else kind.findall(w("lvl")):
                place = (made.get(w("numId"), ""), int(level.get(w("ilvl"), "0")))
                self._formats[place] = value(level, "numFmt") or "bullet"


def look_of(properties: Any) -> Look:
    """What the properties of a paragraph, or of a style, say themselves."""
    level = value(properties, "outlineLvl")
    return Look(
        level=int(level) + 1 if level and level.isdigit() and int(level) < _BODY_LEVEL else None,
        list_of=_list_of(properties),
    )


def _list_of(properties: Any) -> tuple[str, int] | None:
    number = value(properties, "numPr", "numId")
    if number is None:
        return None
    level = value(properties, "numPr", "ilvl") or "0"
    return (number, int(level) if level.isdigit() else 0)


def _whole(name: str, defined: dict[str, Any]) -> Look:
    """A style with what it is based on; a circle ends where it closes."""
    look, seen, at = Look(), set[str](), name
    while at in defined and at not in seen:
        seen.add(at)
        style = defined[at]
        called = value(style, "name") or ""
        heading = _HEADING.match(called)
        said = look_of(style.find(w("pPr")))
        size = value(style, "rPr", "sz")
        own = Look(
            called.lower(),
            int(heading[1]) if heading else said.level,
            is_on(style, "rPr", "b"),
            int(size) if size and size.isdigit() else None,
            said.list_of,
        )
        look, at = look.over(own), value(style, "basedOn") or ""
    return look
