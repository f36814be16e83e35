"""Sections: a priority, an ambition or a workforce theme, with its workstreams and targets."""

from typing import Annotated

from pydantic import Discriminator, Tag

from jfp_cli.model import shared
from jfp_cli.model.field import Entity, field, required
from jfp_cli.model.shared import Pending, Voice
from jfp_cli.model.target import Target
from jfp_cli.model.types import Id, Ids, Names, Text, Texts

SENTENCE, FIGURE = "as sentence", "as target"
Indicator = Annotated[
    Annotated[Text, Tag(SENTENCE)] | Annotated[Target, Tag(FIGURE)],
    Discriminator(lambda value: SENTENCE if isinstance(value, str) else FIGURE),
]


class Workstream(Entity):
    """A titled body of work: actions for each planning period, and the indicators that track it."""

    id: Id = shared.own_id("workstream", "outpatients")
    title: Text = shared.title("Outpatients")
    introduction: Texts = shared.introduction()
    areas: Ids = field(
        "The service areas that deliver it, by the names of their files.",
        ["planned-care"],
        default=(),
        names="areas",
        prose=False,
    )
    places: Ids = shared.places()
    pending: tuple[Pending, ...] = shared.pending()
    actions: dict[Text, Texts] = field(
        "What will be done, under the planning period in which it is.",
        {"2026-27": ["Cut missed appointments"]},
        default={},
        names="planning_periods",
        may_hide=True,
    )
    indicators: tuple[Indicator, ...] = field(
        "How delivery is tracked: a sentence, or a target where there is a figure or a date.",
        ["Working decision support tool"],
        default=(),
        may_hide=True,
    )


class Section(Entity):
    """One numbered section of the plan."""

    id: Id = required("The name of the file without its ending.", "elective-care", prose=False)
    title: Text = shared.title("Elective care recovery")
    supports: Ids = shared.supports()
    duties: Names = shared.duties()
    introduction: Texts = shared.introduction()
    ambitions: Texts = shared.ambitions()
    challenges: Texts = shared.challenges()
    voices: tuple[Voice, ...] = shared.voices()
    pending: tuple[Pending, ...] = shared.pending()
    workstreams: tuple[Workstream, ...] = field("The bodies of work that it consists of.", default=())
    targets: tuple[Target, ...] = field("How we will know that we made a difference.", default=(), may_hide=True)
