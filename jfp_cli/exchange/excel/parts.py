"""The parts of a workbook that its sheets refer to: their names and files, the texts and the formats of numbers."""

import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple
from xml.parsers import expat

from jfp_cli.exchange.excel.package import Package, UnreadableError

_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_TEXTS, _STYLES = "sharedStrings.xml", "styles.xml"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
# The formats that are known by number alone, as far as they say how a number is to be read.
_KNOWN = {
    "9": "0%",
    "10": "0.00%",
    "3": "#,##0",
    "4": "#,##0.00",
    "14": "dd/mm/yyyy",
    "15": "d-mmm-yy",
    "16": "d-mmm",
    "17": "mmm-yy",
    "18": "h:mm",
    "19": "h:mm:ss",
    "20": "h:mm",
    "21": "h:mm:ss",
    "22": "dd/mm/yyyy h:mm",
    "45": "mm:ss",
    "46": "[h]:mm:ss",
    "47": "mm:ss",
    "49": "@",
}
Begin = Callable[[str, Mapping[str, str]], None]


class Book(NamedTuple):
    """What the sheets of a workbook have in common; `sheets` has the part of each by its name.

    `hidden` are the names of those that nobody sees.
    """

    sheets: Mapping[str, str]
    hidden: frozenset[str]
    texts: Sequence[str]
    formats: Sequence[str]
    is_1904: bool

    def text(self, number: str) -> str:
        """The shared text of this number; empty where there is none."""
        at = int(number) if number.strip().isdigit() else -1
        return self.texts[at] if 0 <= at < len(self.texts) else ""

    def number_format(self, style: str) -> str:
        """How a cell of this style shows its number."""
        at = int(style) if style.isdigit() else 0
        return self.formats[at] if at < len(self.formats) else ""


def open_book(package: Package) -> Book:
    """What the sheets of a workbook have in common; raises UnreadableError."""
    named, hidden, is_1904 = _sheets(package)
    targets = _targets(package)
    sheets = {name: targets[link] for name, link in named if link in targets and package.has(targets[link])}
    parts = {kind: next((part for part in targets.values() if part.endswith(kind)), "") for kind in (_TEXTS, _STYLES)}
    return Book(sheets, hidden, _texts(package, parts[_TEXTS]), _formats(package, parts[_STYLES]), is_1904)


def parts_of(package: Package) -> list[str]:
    """The names of the parts that the workbook refers to."""
    return list(_targets(package).values())


def read_part(
    package: Package,
    part: str,
    begin: Begin,
    end: Callable[[str], object] = lambda _: None,
    text: Callable[[str], None] = lambda _: None,
) -> None:
    """Tell the elements of a part as they come, by their names without a prefix; raises UnreadableError."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, said: begin(name.rpartition(":")[2], said)
    parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    parser.CharacterDataHandler = text
    try:
        with package.archive.open(part) as stream:
            parser.ParseFile(stream)
    except (expat.ExpatError, LookupError, ValueError):  # it is no XML, or states an encoding that there is not
        raise UnreadableError(f"its part {part} is damaged; ask for it again") from None


def unescaped(text: str) -> str:
    """A text in which characters that XML cannot hold stand again."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _sheets(package: Package) -> tuple[list[tuple[str, str]], frozenset[str], bool]:
    """The names of the sheets, each with the link to its part; which are hidden; and whether days count from 1904."""
    named: list[tuple[str, str]] = []
    hidden: set[str] = set()
    settings: dict[str, str] = {}

    def begin(element: str, said: Mapping[str, str]) -> None:
        if element == "sheet":
            link = next((one for key, one in said.items() if key.endswith(":id")), "")
            named.append((said.get("name", ""), link))
            if said.get("state", "visible") != "visible":
                hidden.add(said.get("name", ""))
        elif element == "workbookPr":
            settings.update(said)

    read_part(package, _BOOK, begin)
    return named, frozenset(hidden), settings.get("date1904") in ("1", "true")


def _targets(package: Package) -> dict[str, str]:
    """The parts that the workbook refers to, by the ids of the links."""
    found: dict[str, str] = {}

    def begin(element: str, said: Mapping[str, str]) -> None:
        if element == "Relationship" and said.get("TargetMode") != "External":
            target = said.get("Target", "")
            found[said.get("Id", "")] = posixpath.normpath(posixpath.join("xl", target)).lstrip("/")

    if package.has(_LINKS):
        read_part(package, _LINKS, begin)
    return found


def _texts(package: Package, part: str) -> list[str]:
    found: list[list[str]] = []
    inside: list[str] = []

    def begin(element: str, _: Mapping[str, str]) -> None:
        inside.append(element)
        if element == "si":
            found.append([])

    def text(words: str) -> None:
        if inside[-1:] == ["t"] and "rPh" not in inside and found:  # what is said above letters is no text
            found[-1].append(words)

    if package.has(part):
        read_part(package, part, begin, lambda _: inside.pop(), text)
    return [unescaped("".join(pieces)) for pieces in found]


def _formats(package: Package, part: str) -> list[str]:
    """The format of numbers of each style."""
    own: dict[str, str] = {}
    styles: list[str] = []
    inside: list[str] = []

    def begin(element: str, said: Mapping[str, str]) -> None:
        if element == "numFmt":
            own[said.get("numFmtId", "")] = said.get("formatCode", "")
        elif element == "xf" and inside[-1:] == ["cellXfs"]:
            styles.append(said.get("numFmtId", ""))
        inside.append(element)

    if package.has(part):
        read_part(package, part, begin, lambda _: inside.pop())
    return [own.get(number) or _KNOWN.get(number, "") for number in styles]
