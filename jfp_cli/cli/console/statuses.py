"""Statuses and progress in tables: in the words and the colours of the plan."""

from collections.abc import Iterable, Mapping

from jfp_cli.cli.console.table import Column
from jfp_cli.model.settings import Settings
from jfp_cli.query.status_words import words_of

KEYS = ("status", "progress")
_USUAL = {
    **dict.fromkeys(("complete", "met", "on_track"), "green"),
    "at_risk": "yellow",
    **dict.fromkeys(("off_track", "missed", "breached"), "red"),
}
_OF_PAGES = {"amber": "yellow", "purple": "magenta", "grey": "bright_black"}


def in_words(columns: Iterable[Column], settings: Settings) -> tuple[Column, ...]:
    """Columns in which statuses read as the plan calls them, in its colours."""
    words = words_of(settings)
    own = {word: _OF_PAGES.get(look.colour, look.colour) for word, look in settings.statuses.items() if look.colour}
    colours: Mapping[str, str] = {words[word]: colour for word, colour in (_USUAL | own).items()}
    return tuple(column._replace(words=words, style=colours) if column.key in KEYS else column for column in columns)
