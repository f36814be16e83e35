"""What plan.yaml says of its pages: who reads what, whom to ask, and how statuses are called there."""

from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, Literal, get_args

from pydantic_core import PydanticCustomError

from jfp_cli.model.field import Entity, field, hideable, required, showable
from jfp_cli.model.promise import NOT_REPORTED, Status
from jfp_cli.model.types import Link, Text, Truth, read_by

Colour = Literal["green", "amber", "red", "blue", "purple", "grey"]
CALLED = {word: word.replace("_", " ").capitalize() for word in (*get_args(Status), NOT_REPORTED)} | {
    "met": "Met",
    "missed": "Missed",
    "breached": "Not held",
    "awaiting_reading": "Awaiting a reading",
    "no_reading": "No reading yet",
    "not_measurable": "Cannot be measured",
}
"""What each word for how something stands, or for how far a target is, is called where a plan says no other."""


def _word_of(choices: Callable[[], tuple[str, ...]], value: Any, _: Any) -> str:
    if value not in choices():
        raise PydanticCustomError("choice", "none of those allowed", {"choices": choices()})
    return str(value)


Hideable = Annotated[str, read_by(partial(_word_of, hideable), {"type": "string"}, "name")]
Showable = Annotated[str, read_by(partial(_word_of, showable), {"type": "string"}, "name")]
StatusWord = Annotated[
    str,
    read_by(partial(_word_of, lambda: tuple(CALLED)), {"type": "string", "pattern": f"^({'|'.join(CALLED)})$"}, "name"),
]


class StatusLook(Entity):
    """How a status, or the progress of a target, is shown on pages and in tables."""

    label: Text | None = field("What it is called there.", "On plan", prose=False)
    colour: Colour | None = field("Its colour on the page.", "green", prose=False)


class Edition(Entity):
    """A published edition of the plan."""

    name: Text = required("What it is called.", "2025-30", prose=False)
    tag: Text = required("The tag of the git repository that has it.", "v2025", prose=False)


class PublicSettings(Entity):
    """What the published plan leaves out beyond what is internal, and what of that it shows.

    `hide` has names of fields: `status` hides the status of every milestone and whether it is overdue, `places` the
    places of everything, `readings` all readings and the progress that follows from them. What is both hidden and
    shown is hidden.
    """

    hide: tuple[Hideable, ...] = field(
        "The fields that the public edition leaves out, besides those it always does.",
        ["baseline"],
        default=(),
        prose=False,
    )
    show: tuple[Showable, ...] = field(
        "The internal fields that the public may see.",
        ["moves.because"],
        default=(),
        prose=False,
    )
    charts: Truth = field("Whether the public edition has the charts of measures.", True, default=False)


class PublishSettings(Entity):
    """How `jfp render` treats this plan."""

    about: Text | None = field(
        "What the plan is, in a sentence, for search engines and for links that people share.",
        "What the health services of North Town will do by 2031",
    )
    contact: Text | None = field("Whom readers may ask.", "planning@example.org", prose=False)
    formats_contact: Text | None = field(
        "Whom to ask for the plan in another format or language.", "planning@example.org", prose=False
    )
    accessibility: Link | None = field(
        "Where the accessibility statement stands.", "https://example.org/accessibility", prose=False
    )
    public: PublicSettings = field("The edition for the public.", default=PublicSettings.model_construct())
