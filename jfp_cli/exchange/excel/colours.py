"""The colours that cells of a workbook are filled with, in the words that people have for them."""

import colorsys
from collections.abc import Mapping
from typing import NamedTuple

from jfp_cli.exchange.excel.cells import number_of
from jfp_cli.exchange.excel.package import Package
from jfp_cli.exchange.excel.parts import Book, parts_of, read_part

_THEME, _STYLES = "theme1.xml", "styles.xml"
# The order in which the colours of a theme are counted, which is not that in which its file has them.
_OF_THEME = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
_INDEXED = {"10": "FF0000", "11": "00FF00", "12": "0000FF", "13": "FFFF00", "17": "008000", "22": "C0C0C0"} | {
    "23": "808080",
    "42": "CCFFCC",
    "43": "FFFF99",
    "50": "99CC00",
    "51": "FFCC00",
    "52": "FF9900",
    "57": "339966",
}
_HUES = ((15, "red"), (65, "amber"), (170, "green"), (260, "blue"), (330, "purple"), (361, "red"))  # degrees
_YELLOW = range(52, 66)
_PALE, _BLACK, _WHITE = 0.12, 0.1, 0.93  # of saturation, and of lightness
_MOST = 200_000  # cells whose colours are looked at


class _Style(NamedTuple):
    fills: list[str]
    of_styles: list[int]


def colours_of(package: Package, book: Book) -> dict[str, dict[tuple[int, int], str]]:
    """The colours of the filled cells of each sheet, by row and column; white, black and none are no colours."""
    parts = parts_of(package)
    styles = next((part for part in parts if part.endswith(_STYLES)), "")
    theme = next((part for part in parts if part.endswith(_THEME)), "")
    if not styles or not package.has(styles):
        return {}
    style = _styles(package, styles, _theme(package, theme))
    names = [style.fills[number] if number < len(style.fills) else "" for number in style.of_styles]
    return {name: _filled(package, part, names) for name, part in book.sheets.items()} if any(names) else {}


def colour_word(rgb: str) -> str:
    """What people call a colour of six hexadecimal digits; empty where it is white, black or no colour."""
    try:
        red, green, blue = (int(rgb[-6:][at : at + 2], 16) / 255 for at in (0, 2, 4))
    except ValueError:
        return ""
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    if light > _WHITE or light < _BLACK:
        return ""
    if saturation < _PALE:
        return "grey"
    degrees = round(hue * 360)
    if degrees in _YELLOW:
        return "yellow"
    return next(word for end, word in _HUES if degrees < end)


def _theme(package: Package, part: str) -> list[str]:
    """The colours of the theme, in the order in which they are counted."""
    found: dict[str, str] = {}
    here = [""]

    def begin(element: str, said: Mapping[str, str]) -> None:
        if element in _OF_THEME:
            here[0] = element
        elif element in ("srgbClr", "sysClr") and here[0]:
            found.setdefault(here[0], said.get("lastClr") or said.get("val", ""))

    def end(element: str) -> None:
        if element == here[0]:
            here[0] = ""

    if part and package.has(part):
        read_part(package, part, begin, end)
    return [found.get(name, "") for name in _OF_THEME]


def _styles(package: Package, part: str, theme: list[str]) -> _Style:
    """The colour of each fill, and the number of the fill of each style."""
    style = _Style([], [])
    inside: list[str] = []
    solid = [False]

    def begin(element: str, said: Mapping[str, str]) -> None:
        if element == "fill" and inside[-1:] == ["fills"]:
            style.fills.append("")
        elif element == "patternFill" and "fills" in inside:
            solid[0] = said.get("patternType", "none") not in ("none", "gray125")
        elif element == "fgColor" and "fills" in inside and solid[0]:
            style.fills[-1] = colour_word(_rgb(said, theme))
        elif element == "xf" and inside[-1:] == ["cellXfs"]:
            number = said.get("fillId", "0")
            style.of_styles.append(int(number) if number.isdigit() else 0)
        inside.append(element)

    read_part(package, part, begin, lambda _: inside.pop())
    return style


def _rgb(said: Mapping[str, str], theme: list[str]) -> str:
    number = said.get("theme", "")
    if number.isdigit() and int(number) < len(theme):
        return theme[int(number)]
    return said.get("rgb", "") or _INDEXED.get(said.get("indexed", ""), "")


def _filled(package: Package, part: str, names: list[str]) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    spot = [0, 0]

    def begin(element: str, said: Mapping[str, str]) -> None:
        if element == "row":
            spot[:] = [int(said["r"]) if said.get("r", "").isdigit() else spot[0] + 1, 0]
        elif element == "c":
            letters = said.get("r", "").rstrip("0123456789")
            spot[1] = number_of(letters) if letters.isascii() and letters.isalpha() else spot[1] + 1
            number = said.get("s", "")
            name = names[int(number)] if number.isdigit() and int(number) < len(names) else ""
            if name and len(found) < _MOST:
                found[spot[0], spot[1]] = name

    read_part(package, part, begin)
    return found
