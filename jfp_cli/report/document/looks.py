"""How things stand on the pages of a plan: its own colours, and what nobody reported."""

from jfp_cli.model.settings import Settings
from jfp_cli.report.document import view

OVERDUE, NO_UPDATE = "overdue", "no_update"
NO_UPDATE_WORDS = "Date passed, no update"
"""Where nobody reported anything: that the work is late is more than anybody knows."""


@view
class Look:
    """The colour that a plan gives to a status or to the progress of targets."""

    status: str
    colour: str


def looks_of(settings: Settings) -> tuple[Look, ...]:
    """The colours that a plan sets anew."""
    return tuple(Look(word, look.colour) for word, look in settings.statuses.items() if look.colour)
