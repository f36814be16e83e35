"""Sections: a priority, an ambition or a workforce theme, with its workstreams and targets."""

from typing import Annotated, Any

from pydantic import Discriminator, Tag

from jfp_cli.model.fields import Entity, Id, Ids, Names, Pending, Text, Texts, Voice
from jfp_cli.model.target import Target

SENTENCE, FIGURE = "as sentence", "as target"


def _kind(value: Any) -> str:
    return SENTENCE if isinstance(value, str) else FIGURE


Indicator = Annotated[Annotated[Text, Tag(SENTENCE)] | Annotated[Target, Tag(FIGURE)], Discriminator(_kind)]


class Workstream(Entity):
    """A titled body of work: actions for each planning period, and the indicators that track it."""

    id: Id
    title: Text
    introduction: Texts = ()
    areas: Ids = ()
    places: Ids = ()
    pending: tuple[Pending, ...] = ()
    actions: dict[Text, Texts] = {}
    indicators: tuple[Indicator, ...] = ()


class Section(Entity):
    """One numbered section of the plan."""

    id: Id
    title: Text
    supports: Ids = ()
    duties: Names = ()
    introduction: Texts = ()
    ambitions: Texts = ()
    challenges: Texts = ()
    voices: tuple[Voice, ...] = ()
    pending: tuple[Pending, ...] = ()
    workstreams: tuple[Workstream, ...] = ()
    targets: tuple[Target, ...] = ()
