"""A number as its format shows it: 0.19 shown as 19% is 19%, and 46082 shown as Mar-26 is March 2026."""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

_DIGITS = 15  # as many as Excel keeps; what comes after them is noise
_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[(?P<elapsed>[hmsHMS]+)\]|(?P<left>\[[^\]]*\])|(?P<gap>[_*].)'
    r"|(?P<number>[0#?][0#?,.]*)|(?P<letter>[A-Za-z]+)|(?P<sign>.)",
    re.DOTALL,
)
_EVERY_DAY = (date(1899, 12, 30), date(1904, 1, 1))  # the days 0 of the two calendars
_NO_DAY = 60  # 29 February 1900, which Excel has and the calendar has not
_LAST = 2_958_465  # 31 December 9999
_OF_THIS_CENTURY = range(20_000, 80_000)


class Shown(NamedTuple):
    """What a number is shown as: a text, or a day, of which only the month may be shown."""

    text: str = ""
    day: date | None = None
    is_month: bool = False


def shown_number(value: Decimal, number_format: str, *, is_1904: bool = False) -> Shown:
    """A number in a format, to all the digits that it has."""
    pieces = [(found.lastgroup or "", found[found.lastgroup or 0]) for found in _PIECE.finditer(_first(number_format))]
    letters = "".join(text for kind, text in pieces if kind in ("letter", "elapsed")).lower()
    if set(letters) & set("dy") and letters != "general":
        day = day_of(value, is_1904=is_1904)
        if day is not None:
            return Shown(day=day, is_month="d" not in letters and day.day == 1)
    elif set(letters) & set("hs") and letters != "general":
        return Shown(_clock(value))
    return Shown(_written(value, pieces))


def day_of(value: Decimal, *, is_1904: bool = False) -> date | None:
    """The day that a number stands for, its time dropped; None where there is none."""
    days = int(value)
    if not 0 < days <= _LAST:
        return None
    early = 1 if not is_1904 and days < _NO_DAY else 0
    try:
        return _EVERY_DAY[is_1904] + timedelta(days + early)
    except OverflowError:
        return None


def day_expected(value: Decimal, *, is_1904: bool = False) -> date | None:
    """The day that a number means where a date is expected, whatever its format; None where it may be none."""
    return day_of(value, is_1904=is_1904) if value == int(value) and int(value) in _OF_THIS_CENTURY else None


def plain_number(value: Decimal) -> str:
    """A number in digits, as short as it can be."""
    rounded = value if value.is_zero() else round(value, _DIGITS - 1 - value.adjusted())
    return f"{rounded:f}".rstrip("0").rstrip(".") if "." in f"{rounded:f}" else f"{rounded:f}"


def _first(number_format: str) -> str:
    """What a format says of numbers above 0."""
    return re.split(r";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", number_format, maxsplit=1)[0]


def _written(value: Decimal, pieces: list[tuple[str, str]]) -> str:
    place = next((at for at, (kind, _) in enumerate(pieces) if kind == "number"), None)
    if place is None:
        return plain_number(value)
    is_share = any(kind == "sign" and text == "%" for kind, text in pieces)
    number = plain_number(abs(value) * (100 if is_share else 1))
    if "," in pieces[place][1].rstrip(","):
        whole, point, rest = number.partition(".")
        number = f"{int(whole):,}{point}{rest}"
    before, after = (_words(part) for part in (pieces[:place], pieces[place + 1 :]))
    return f"{'-' if value < 0 else ''}{before}{number}{after}".strip()


def _clock(days: Decimal) -> str:
    """A part of a day as hours, minutes and seconds."""
    minutes, seconds = divmod(round(days * 86_400), 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"


def _words(pieces: list[tuple[str, str]]) -> str:
    """What a format writes in front of a number or behind it."""
    written = ("quoted", "escaped", "currency", "sign")
    return "".join(text for kind, text in pieces if kind in written and text not in "()")
