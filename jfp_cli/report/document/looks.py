"""How things stand, in the words and colours of the plan's pages."""

from collections.abc import Mapping

from jfp_cli.model.publishing import STATUS_WORDS
from jfp_cli.model.settings import Settings
from jfp_cli.report.document import view

_USUAL = {word: word.replace("_", " ").capitalize() for word in STATUS_WORDS} | {
    "breached": "Not held",
    "awaiting_reading": "Awaiting a reading",
    "no_reading": "No reading yet",
    "not_measurable": "Cannot be measured",
}
OVERDUE, NO_UPDATE = "overdue", "no_update"
NO_UPDATE_WORDS = "Date passed, no update"
"""Where nobody reported anything: that the work is late is more than anybody knows."""


@view
class Look:
    """The colour that a plan gives to a status or to the progress of targets."""

    status: str
    colour: str


def words_of(settings: Settings) -> Mapping[str, str]:
    """What each status and each progress is called on the pages of a plan."""
    own = {word: look.label for word, look in settings.statuses.items() if look.label}
    return _USUAL | own


def looks_of(settings: Settings) -> tuple[Look, ...]:
    """The colours that a plan sets anew."""
    return tuple(Look(word, look.colour) for word, look in settings.statuses.items() if look.colour)
