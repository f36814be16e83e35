"""Dates that could be written instead of a text that is none."""

import re
from datetime import date, timedelta

from jfp_cli.values.dates.periods import EARLIEST_YEAR, LATEST_YEAR
from jfp_cli.values.dates.vocabulary import MONTH_NAMES, SEASONS, WEEKDAY_NAMES
from jfp_cli.values.dates.whole import whole
from jfp_cli.values.dates.words import Words
from jfp_cli.values.mending import Mender
from jfp_cli.values.near_miss import near_miss
from jfp_cli.values.text import long_day

STARTS = "starts: "  # begins an advice for that field
_SPREADSHEET_NUMBER = re.compile(r"(\d{5})(?:\.\d+)?", re.ASCII)
_SPREADSHEET_EPOCH = date(1899, 12, 30)  # where Excel counts days from
_CALENDAR_NAMES = (*MONTH_NAMES, *SEASONS, *WEEKDAY_NAMES, "quarter")
_MISSPELT = range(4, 13)  # letters


def mender_for(words: Words) -> Mender[Words]:
    """Mends texts as dates of the plan that some words stand in."""

    def read(text: Words) -> object:
        return whole(words.same(text.text.removeprefix(STARTS)))

    return Mender(words.same, read)


def spreadsheet_day(text: str) -> str | None:
    """The day that Excel would show for a number: 46112 is 31 March 2026."""
    number = _SPREADSHEET_NUMBER.fullmatch(text.strip())
    day = _SPREADSHEET_EPOCH + timedelta(days=int(number[1])) if number else None
    return long_day(day) if day and EARLIEST_YEAR <= day.year <= LATEST_YEAR else None


def well_spelt(words: Words) -> list[str]:
    """A text with the one name in it put right that is misspelt, where that makes a date of it."""
    for i, word in enumerate(words.words):
        meant = near_miss(word, _CALENDAR_NAMES) if word.isalpha() and len(word) in _MISSPELT else None
        if meant and meant.lower() != word:
            text = words.replaced(i, i + 1, meant)
            if mender_for(words).readable(text) == [text]:
                return [text]
    return []
