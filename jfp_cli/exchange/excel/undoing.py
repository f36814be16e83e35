"""What Excel made of a cell, undone: the text that somebody meant, as the plan's files would have it."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from jfp_cli.exchange.bare_numbers import NoUnitError, with_unit
from jfp_cli.exchange.cell_text import BETWEEN, NO, YES
from jfp_cli.exchange.columns import TRUTHS
from jfp_cli.exchange.excel.cells import Cell
from jfp_cli.exchange.excel.numbers import day_expected, plain_number, shown_number
from jfp_cli.exchange.excel.typography import Hand, tidy, typed
from jfp_cli.exchange.readings import is_month
from jfp_cli.exchange.table import Column, Role
from jfp_cli.model.field import Shape
from jfp_cli.query.filters import status_word
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import DateError, PlanDate
from jfp_cli.values.text import folded, long_day, long_month, quoted

_PARTS = re.compile(r"[,;\n]")
_NUMBERED_DAY, _NUMBERED_MONTH = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-\d\d")
_YES, _NO = ("yes", "y", "true", "x", "1"), ("no", "n", "false", "0")


class NotTakenError(Exception):
    """A cell says nothing that could be taken; the text says why."""


class Undoing:
    """How a workbook's cells are read: with the plan's dates, words, ids and hand.

    `words` are those of the plan's files by what they are called, and `ids` those of each kind by titles as well.
    """

    def __init__(
        self,
        calendar: Calendar,
        words: Mapping[str, str],
        ids: Mapping[str, Mapping[str, str]],
        hand: Hand,
        *,
        is_1904: bool = False,
    ) -> None:
        self._calendar = calendar
        self._words = words
        self._ids = ids
        self._hand = hand
        self._is_1904 = is_1904

    def text(self, cell: Cell, column: Column, before: str = "") -> str:
        """What a cell says, where the plan said something before; raises NotTakenError."""
        if cell.fault:
            raise NotTakenError(cell.fault)
        if isinstance(cell.value, bool):
            return _truth(YES if cell.value else NO, column)
        if isinstance(cell.value, Decimal):
            return self._number(cell.value, cell.number_format, column, before)
        text = tidy(cell.value)
        if text.count("\n") == before.count("\n") and typed(text) == typed(before):
            return before
        if column.choices == TRUTHS:
            return _truth(typed(text), column)
        if column.is_words:
            return self._word(typed(text), column)
        if column.kind and column.role is not Role.TITLES:
            return self._named(text, column)
        if column.is_date or column.role is Role.READING:
            return typed(text)
        if column.shape is Shape.TEXTS:
            return "\n".join(line for line in self._hand.written(text, before).split("\n") if line)
        return self._hand.written(text, before)

    def with_unit(self, text: str, column: Column, like: str) -> str:
        """A figure as the one was written that stood there or stands beside it; raises NotTakenError."""
        is_figure = column.role is Role.READING or (column.field is not None and column.field.sort == "figure")
        if not is_figure or not like:
            return text
        try:
            return with_unit(text, like, self._calendar)
        except NoUnitError as error:
            raise NotTakenError(str(error)) from None

    def heading(self, cell: Cell) -> str:
        """What a head says: a period is a period, whatever Excel made of it."""
        if isinstance(cell.value, Decimal):
            shown = shown_number(cell.value, cell.number_format, is_1904=self._is_1904)
            return shown.text or self._day(shown.day, "", by_month=shown.is_month)
        return typed(str(cell.value))

    def period(self, heading: str) -> PlanDate | None:
        """The period that a head names; None where it names none that ends."""
        at = self._calendar.date_if_any(heading)
        return at if at and at.last else None

    def why_no_period(self, heading: str) -> str:
        """Why a head that is like a period names none, and what to write; nothing where it is not like one."""
        try:
            at = self._calendar.date(heading)
        except DateError as error:
            return str(error) if error.is_understood else ""
        return "" if at.last else f"{quoted(heading)} never ends; write a month, such as March 2026"

    def _number(self, value: Decimal, number_format: str, column: Column, before: str) -> str:
        shown = shown_number(value, number_format, is_1904=self._is_1904)
        day = shown.day
        if day is None and column.is_date:
            day = day_expected(value, is_1904=self._is_1904)
        if day is not None:
            return self._day(day, before, by_month=shown.is_month)
        if column.choices == TRUTHS:
            return _truth(plain_number(value), column)
        if _is_same_number(value, before):
            return before
        is_grouped = "," in before and shown.text == plain_number(value)
        return f"{Decimal(shown.text):,}" if is_grouped else shown.text

    def _day(self, day: date | None, before: str, *, by_month: bool) -> str:
        """A day, or a month of which Excel made its first day, as the plan writes such dates."""
        if day is None:
            return ""
        was = self._calendar.date_if_any(before)
        if was is not None and was.first == day and (was.last == day or is_month(was.first, was.last)):
            return before  # so is "March 2026" where Excel shows it as 01/03/2026
        if by_month:
            return f"{day:%Y-%m}" if _NUMBERED_MONTH.fullmatch(before) else long_month(day)
        return day.isoformat() if _NUMBERED_DAY.fullmatch(before) else long_day(day)

    def _word(self, text: str, column: Column) -> str:
        choices = column.field.choices if column.field else ()
        called = self._words.get(folded(text), "")
        word = called if called in choices else status_word(text)
        return next((one for one in choices if status_word(one) == word), text)

    def _named(self, text: str, column: Column) -> str:
        """The ids that a cell names, by themselves or by what they are called."""
        known = self._ids.get(column.kind, {})
        if column.shape is not Shape.NAMES:
            return known.get(folded(typed(text)), typed(text))
        whole = known.get(folded(typed(text)))
        if whole:
            return whole
        names = (typed(part) for part in _PARTS.split(text))
        return BETWEEN.join(dict.fromkeys(known.get(folded(name), name) for name in names if name))


def _truth(text: str, column: Column) -> str:
    """Whether somebody says yes; what the field says anyway is not said."""
    if column.choices != TRUTHS:
        return text
    word = YES if folded(text) in _YES else NO if folded(text) in _NO else text
    return "" if word == column.usual else word


def _is_same_number(value: Decimal, before: str) -> bool:
    """Whether a text was this number, as a share or grouped by commas too."""
    text = before.replace(",", "").replace(" ", "").removeprefix("\N{POUND SIGN}")
    is_share = text.endswith("%")
    try:
        was = Decimal(text.rstrip("%"))
    except InvalidOperation:
        return False
    return plain_number(was / 100 if is_share else was) == plain_number(value)
