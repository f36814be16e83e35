"""Sections: a priority, an ambition or a workforce theme, with its workstreams and targets."""

from typing import TYPE_CHECKING

from jfp_cli.model import promise, shared
from jfp_cli.model.field import Entity, field, required
from jfp_cli.model.promise import Move, Status, Update
from jfp_cli.model.shared import Ambitions, Pending, Voice, sentence_or
from jfp_cli.model.target import Target
from jfp_cli.model.types import Date, Id, Ids, Names, Text, Texts


class Action(Entity):
    """One thing that will be done in a planning period, where it is dated or somebody's."""

    id: Id | None = shared.own_id_if_any("action", "clear-first-appointments")
    action: Text = required(
        "What will be done.",
        "Clear the backlog of first appointments",
        synonyms=("activity", "title", "name", "description", "task", "text"),
    )
    due: Date | None = promise.due()
    forecast: Date | None = promise.forecast()
    status: Status | None = promise.status()
    completed: Date | None = promise.completed()
    owner: Text | None = shared.owner()
    leads: Ids = shared.leads()
    places: Ids = shared.places()
    moves: tuple[Move, ...] = promise.moves()
    updates: tuple[Update, ...] = promise.updates()
    evidence: Texts = promise.evidence()


if TYPE_CHECKING:
    Indicators = tuple[str | Target, ...]
    Actions = tuple[str | Action, ...]
else:
    Indicators = tuple[sentence_or(Target), ...]
    Actions = tuple[sentence_or(Action), ...]


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
    actions: dict[Text, Actions] = field(
        "What will be done, under the planning period in which it is: a sentence, or more where it is dated.",
        {"2026-27": ["Cut missed appointments"]},
        default={},
        names="planning_periods",
        may_hide=True,
    )
    indicators: Indicators = field(
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
    ambitions: Ambitions = shared.ambitions()
    challenges: Texts = shared.challenges()
    voices: tuple[Voice, ...] = shared.voices()
    pending: tuple[Pending, ...] = shared.pending()
    workstreams: tuple[Workstream, ...] = field("The bodies of work that it consists of.", default=())
    targets: tuple[Target, ...] = field("How we will know that we made a difference.", default=(), may_hide=True)
