"""What the cells of a tracker say, as texts: numbers and days as they are shown, quotation marks as in the plan."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from jfp_cli.exchange.excel.cells import Cell
from jfp_cli.exchange.excel.numbers import day_expected, shown_number
from jfp_cli.exchange.excel.typography import Hand, tidy, typed
from jfp_cli.values.text import folded, long_day, long_month

_NOTHING = (
    "n/a|na|none|nil|tbc|tba|tbd|redacted|x|0|to be confirmed|to be advised|to be agreed|to follow|blank"
    "|not applicable|not known|unknown|vacant"
)
_PLACEHOLDERS = frozenset(_NOTHING.split("|"))
_CHOOSE = re.compile(
    r"[<\[{(]\s*(?:please )?(?:select|choose|insert|enter|add|none|not)\b.*[>\]})]|(?:please )?select\.*"
)
_PLACES = re.compile(r"0\.(0+)")


class Telling:
    """How the cells of one file are read."""

    def __init__(self, texts: Iterable[str], *, is_1904: bool = False) -> None:
        self._hand = Hand(texts)
        self._is_1904 = is_1904

    def text(self, cell: Cell) -> str:
        """What a cell says, in lines; nothing where it has a fault."""
        if cell.fault:
            return ""
        if isinstance(cell.value, bool):
            return "yes" if cell.value else "no"
        if isinstance(cell.value, Decimal):
            shown = shown_number(cell.value, cell.number_format, is_1904=self._is_1904)
            return shown.text or _day_text(shown.day, is_month=shown.is_month)
        return "\n".join(line for line in self._hand.written(tidy(cell.value)).split("\n") if line)

    def line(self, cell: Cell) -> str:
        """What a cell says, on one line."""
        return " ".join(self.text(cell).split())

    def date_text(self, cell: Cell) -> str:
        """What a cell says where a date is expected: a number without a format is a day there."""
        if isinstance(cell.value, Decimal) and not cell.fault:
            shown = shown_number(cell.value, cell.number_format, is_1904=self._is_1904)
            if shown.day is None and (day := day_expected(cell.value, is_1904=self._is_1904)):
                return _day_text(day)
        return typed(self.text(cell))

    def number_text(self, cell: Cell) -> str:
        """What a cell says where a tracker's number is expected: 1.10 is not 1.1."""
        places = _PLACES.search(cell.number_format)
        if isinstance(cell.value, Decimal) and places and not cell.fault:
            return f"{cell.value:.{len(places[1])}f}"
        return typed(self.text(cell))

    def is_share(self, cell: Cell) -> bool:
        """Whether a cell says a percentage."""
        return "%" in cell.number_format if isinstance(cell.value, Decimal) else _is_percentage(str(cell.value))

    def is_number(self, cell: Cell) -> bool:
        """Whether a cell holds a number that is no day."""
        if not isinstance(cell.value, Decimal):
            return False
        return shown_number(cell.value, cell.number_format, is_1904=self._is_1904).day is None


def is_placeholder(text: str) -> bool:
    """Whether a text stands where nothing is known yet."""
    key = folded(typed(text)).strip(" ()[]") or "-"
    return key in _PLACEHOLDERS or _CHOOSE.fullmatch(folded(typed(text))) is not None or set(key) <= set("-._?*")


def _is_percentage(text: str) -> bool:
    return re.fullmatch(r"\s*\d+(?:\.\d+)?\s*%\s*", text) is not None


def _day_text(day: date | None, *, is_month: bool = False) -> str:
    if day is None:
        return ""
    return long_month(day) if is_month else long_day(day)
