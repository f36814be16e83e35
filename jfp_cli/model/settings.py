"""plan.yaml: what the plan is, the order of its parts, and the words that its other files use."""

from typing import Literal

from jfp_cli.model.fields import Date, Entity, Id, Ids, Month, Name, Pending, Text, Texts, Voice


class Period(Entity):
    """The first and the last day of the plan."""

    start: Date
    end: Date


class Part(Entity):
    """A chapter of the published plan; a section's number is its place in here."""

    part: Text
    introduction: Texts = ()
    ambitions: Texts = ()
    challenges: Texts = ()
    voices: tuple[Voice, ...] = ()
    sections: Ids = ()
    enablers: Ids = ()


class GuideEntry(Entity):
    """What a reader finds in one part of the published plan."""

    part: Text
    about: Text


class Allowance(Entity):
    """A finding that the plan's owners accept: which rule, where, why, and until when."""

    rule: Text
    at: Text
    because: Text
    until: Date | None = None


class LintSettings(Entity):
    """How `jfp lint` treats this plan."""

    allow: tuple[Allowance, ...] = ()


Hideable = Literal[
    "actions", "agreed_by", "ambitions", "baseline", "challenges", "checkpoints", "commitments", "completed", "duties",
    "evidence", "facts", "indicators", "introduction", "laws", "measure", "moves", "owner", "pending", "places",
    "points", "readings", "respondents", "status", "strategies", "supports", "targets", "topics", "trajectory",
    "updates", "voices",
]  # fmt: skip


class PublicSettings(Entity):
    """What the published plan leaves out beyond owners, updates, evidence and pending notes.

    `hide` has names of fields: `status` hides the status of every milestone and whether it is overdue, `places` the
    places of everything, `readings` all readings and the progress that follows from them.
    """

    hide: tuple[Hideable, ...] = ()


class PublishSettings(Entity):
    """How `jfp render` treats this plan."""

    public: PublicSettings = PublicSettings.model_construct()


class Settings(Entity):
    """The whole of plan.yaml."""

    title: Text
    organisation: Text
    period: Period
    year_starts: Month = 4
    planning_periods: Texts
    introduction: Texts = ()
    guide: tuple[GuideEntry, ...] = ()
    pending: tuple[Pending, ...] = ()
    places: dict[Id, Text] = {}
    strategy_priorities: dict[Id, Text] = {}
    duties: dict[Name, Text] = {}
    glossary: dict[Text, Text] = {}
    contents: tuple[Part, ...]
    lint: LintSettings = LintSettings.model_construct()
    publish: PublishSettings = PublishSettings.model_construct()
