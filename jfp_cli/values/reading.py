"""How a text is read: as a date, as a figure, or why as neither."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, NamedTuple

from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import DateError
from jfp_cli.values.figures import Change, Comparison, Quantity, QuantityError
from jfp_cli.values.text import long_day, quoted

Kind = Literal["date", "figure"]
Row = Mapping[str, str | bool | None]
_COMPARED = {
    Comparison.EXACTLY: "exactly",
    Comparison.AT_LEAST: "at_least",
    Comparison.MORE_THAN: "more_than",
    Comparison.AT_MOST: "at_most",
    Comparison.UNDER: "under",
}
_CHANGED = {
    Change.RELATIVE: "of the baseline",
    Change.AMOUNT: "against the baseline",
    Change.POINTS: "against the baseline",
}


class ReadDate(NamedTuple):
    """A text that names a date, from its first day to its last; an open one has no last day."""

    text: str
    first: date
    last: date | None

    def row(self) -> Row:
        """The parts as plain data."""
        last = self.last.isoformat() if self.last else None
        return {"text": self.text, "kind": "date", "first": self.first.isoformat(), "last": last}

    def meaning(self) -> str:
        """What it stands for, in words."""
        if self.last is None:
            return f"from {long_day(self.first)}, without an end"
        return long_day(self.first) if self.first == self.last else f"{long_day(self.first)} to {long_day(self.last)}"


class ReadFigure(NamedTuple):
    """A text that states a figure."""

    text: str
    quantity: Quantity

    def row(self) -> Row:
        """The parts as plain data; numbers are decimals in digits."""
        figure = self.quantity
        return {
            "text": self.text,
            "kind": "figure",
            "value": f"{figure.value:f}",
            "upper": None if figure.upper is None else f"{figure.upper:f}",
            "unit": figure.unit or None,
            "comparison": _COMPARED[figure.comparison] if figure.comparison else None,
            "change": figure.change.value if figure.change else None,
            "about": figure.about,
        }

    def meaning(self) -> str:
        """What it comes to, in words."""
        changed = _CHANGED[self.quantity.change] if self.quantity.change else ""
        return f"{self.quantity.in_words()} {changed}".rstrip()


class Refused(NamedTuple):
    """A text that is neither, or not what it was to be."""

    text: str
    message: str
    help: str

    def row(self) -> Row:
        """The parts as plain data."""
        return {"text": self.text, "kind": "refused", "message": self.message, "help": self.help}

    def meaning(self) -> str:
        """Why it is refused, and what to write."""
        return f"{self.message}; {self.help}"


def read(text: str, calendar: Calendar, kind: Kind | None = None) -> ReadDate | ReadFigure | Refused:
    """How a plan reads a text: as a date first, then as a figure; `kind` allows one of the two alone."""
    no_date: DateError | None = None
    if kind != "figure":
        try:
            meant = calendar.date(text)
            return ReadDate(text, meant.first, meant.last)
        except DateError as error:
            no_date = error
    if kind == "date" and no_date:
        return Refused(text, no_date.message, no_date.help)
    try:
        return ReadFigure(text, calendar.quantity(text))
    except QuantityError as error:
        return _neither(text, no_date, error) if no_date else Refused(text, error.message, error.help)


def read_all(texts: Iterable[str], calendar: Calendar, kind: Kind | None = None) -> list[Row]:
    """A row for each text: how it is read."""
    return [read(text, calendar, kind).row() for text in texts]


def explain_all(texts: Iterable[str], calendar: Calendar, kind: Kind | None = None) -> list[Row]:
    """The same for people: each row says in words what the text means."""
    readings = [read(text, calendar, kind) for text in texts]
    return [{**reading.row(), "meaning": reading.meaning()} for reading in readings]


def _neither(text: str, no_date: DateError, no_figure: QuantityError) -> Refused:
    """Both refusals as one; what was understood of a text tells which of the two it was meant to be."""
    helps = {"date": no_date.help, "figure": no_figure.help}
    if no_date.is_understood == no_figure.is_understood:
        message = f"{quoted(text)} is neither a date nor a figure"
    else:
        message = no_date.message if no_date.is_understood else no_figure.message
        helps = helps if no_date.is_understood else dict(reversed(helps.items()))
    return Refused(text, message, "; ".join(f"as a {kind}, {advice}" for kind, advice in helps.items()))
