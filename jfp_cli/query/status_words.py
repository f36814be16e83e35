"""What statuses and the progress of targets are called where people read them."""

from collections.abc import Mapping

from jfp_cli.model.publishing import STATUS_WORDS
from jfp_cli.model.settings import Settings

USUAL: dict[str, str] = {word: word.replace("_", " ").capitalize() for word in STATUS_WORDS} | {
    "breached": "Not held",
    "awaiting_reading": "Awaiting a reading",
    "no_reading": "No reading yet",
    "not_measurable": "Cannot be measured",
}


def words_of(settings: Settings) -> Mapping[str, str]:
    """What each status and each progress is called in a plan."""
    return USUAL | {word: look.label for word, look in settings.statuses.items() if look.label}
