"""plan.yaml: what the plan is, the order of its parts, and the words that its other files use."""

from datetime import date
from typing import Literal

from jfp_cli.model import shared
from jfp_cli.model.field import Entity, field, required
from jfp_cli.model.own import Declaration, OwnField, declared_in
from jfp_cli.model.promise import MEANT
from jfp_cli.model.publishing import CALLED, Edition, PublishSettings, StatusLook, StatusWord
from jfp_cli.model.shared import Ambitions, Pending, Voice
from jfp_cli.model.types import Date, Id, Ids, Month, Name, Names, Text, Texts, Unit
from jfp_cli.values.calendar import Calendar

WEIGHTS = {
    "error": "The plan is wrong.",
    "warning": "It cannot be tracked.",
    "advice": "It could be clearer.",
}


class Period(Entity):
    """The first and the last day of the plan."""

    start: Date = required("The first day.", "2025-04-01")
    end: Date = required("The last day.", "2030-03-31")

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day that they mean."""
        return self.start.first, self.end.last or self.end.first


class Part(Entity):
    """A chapter of the published plan; a section's number is its place in here."""

    part: Text = required("The heading of the part.", "Our priorities")
    introduction: Texts = field("The paragraphs before its first section.", default=(), may_hide=True)
    ambitions: Ambitions = shared.ambitions()
    challenges: Texts = shared.challenges()
    voices: tuple[Voice, ...] = shared.voices()
    sections: Ids = field(
        "Its sections in their order, by the names of their files.",
        ["elective-care"],
        default=(),
        names="sections",
        prose=False,
    )
    enablers: Ids = field(
        "Its enablers in their order, by the names of their files.",
        ["estates"],
        default=(),
        names="enablers",
        prose=False,
    )


class GuideEntry(Entity):
    """What a reader finds in one part of the published plan."""

    part: Text = required("The heading of the part.", "Our priorities")
    about: Text = required("What a reader finds there.", "Our five priorities for this year")


class Allowance(Entity):
    """A finding that the plan's owners accept: which rule, where, why, and until when."""

    rule: Text = required("The code or the name of the rule.", "JFP403", prose=False)
    at: Text = required("Where: the address of the thing or of its field.", "targets/waiting-list-size", prose=False)
    because: Text = required("Why it is accepted.", "agreed with NHS England", prose=False)
    until: Date | None = field("The last day on which it is.", "2026-06-30")


class LintSettings(Entity):
    """How `jfp lint` treats this plan; what is said on its command line goes before.

    Rules are named by code, by family such as `JFP4`, or by name. What `jfp validate` finds is not theirs to change.
    """

    select: Names = field(
        "The rules that look; all where it is left out.", ["JFP3", "conflicting-targets"], default=(), prose=False
    )
    ignore: Names = field("Rules that do not look.", ["vague-wording"], default=(), prose=False)
    severity: dict[Name, Literal["error", "warning", "advice"]] = field(
        "What the findings of a rule weigh in this plan.",
        {"JFP303": "advice"},
        default={},
        prose=False,
        meanings=WEIGHTS,
    )
    options: dict[Name, dict[Name, Text]] = field(
        "The options of rules, which `jfp rules CODE` lists.",
        {"status-not-reported": {"after": "1 month"}},
        default={},
        prose=False,
    )
    known: Names = field(
        "Abbreviations that every reader of this plan knows, beside those that everybody does.",
        ["ICB", "PCN"],
        default=(),
        prose=False,
    )
    allow: tuple[Allowance, ...] = field("The findings that the owners of the plan accept.", default=())


class Settings(Entity):
    """The whole of plan.yaml."""

    title: Text = required("The title of the published plan.", "Joint Forward Plan 2026-31")
    organisation: Text = required("Whose plan it is.", "North Town Integrated Care Board")
    period: Period = required(
        "The days on which the plan begins and ends.", {"start": "2025-04-01", "end": "2030-03-31"}
    )
    year_starts: Month = field(
        "The month in which the financial year begins; April where it is left out.", "April", default=4
    )
    language: Name | None = field(
        "The language of the published page, as browsers know it; British English where it is left out.",
        "en-GB",
        prose=False,
    )
    planning_periods: Names = required(
        "The columns of the plan, under which actions stand.",
        ["2025-26", "2026-30"],
        prose=False,
    )
    introduction: Texts = field("The paragraphs before the first part.", default=(), may_hide=True)
    guide: tuple[GuideEntry, ...] = field("What a reader finds in each part of the document.", default=())
    pending: tuple[Pending, ...] = shared.pending()
    places: dict[Id, Text] = field(
        "The places that the plan is for: an id and a name each.", {"north-town": "North Town"}, default={}, prose=False
    )
    organisations: dict[Id, Text] = field(
        "The organisations that deliver the plan: an id and a name each.",
        {"north-town-hospital": "North Town Hospital Trust"},
        default={},
        prose=False,
    )
    strategy_priorities: dict[Id, Text] = field(
        "The priorities of the strategy that the plan serves: an id and a name each.",
        {"best-start": "Give every child the best start in life"},
        default={},
        prose=False,
    )
    duties: dict[Name, Text] = field(
        "The statutory duties that the plan explains: the section of the law and its name.",
        {"14Z35": "Reducing inequalities"},
        default={},
        prose=False,
    )
    glossary: dict[Text, Text] = field(
        "The abbreviations that the plan uses, and what they mean.",
        {"SDEC": "same day emergency care"},
        default={},
        prose=False,
    )
    units: tuple[Unit, ...] = field(
        'What figures of this plan count, so that it is read after % and after "per" too.',
        ["beds", "virtual ward places"],
        default=(),
        prose=False,
    )
    contents: tuple[Part, ...] = required(
        "The parts of the document in their order; the numbers of sections come from here.",
        [{"part": "Our priorities", "sections": ["elective-care"]}],
    )
    links_note: Text | None = field(
        "What to say with the strategy priorities and duties of sections, where it was the editors who named them.",
        "The editors tied sections to priorities and duties.",
    )
    fields: dict[Text, dict[Text, Declaration]] = field(
        "Fields of the plan's own: the kind of thing that has one, its name, and what it says.",
        {"milestones": {"cost": {"about": "What it costs in its first year", "type": "figure"}}},
        default={},
    )
    statuses: dict[StatusWord, StatusLook] = field(
        "What statuses and the progress of targets are called on pages and in tables, and their colours there.",
        {"on_track": {"label": "On plan", "colour": "green"}},
        default={},
        means=MEANT,
    )
    editions: tuple[Edition, ...] = field(
        "The published editions of the plan, the oldest first.", [{"name": "2025-30", "tag": "v2025"}], default=()
    )
    lint: LintSettings = field("How jfp lint treats this plan.", default=LintSettings.model_construct())
    publish: PublishSettings = field("How jfp render treats this plan.", default=PublishSettings.model_construct())

    @property
    def calendar(self) -> Calendar:
        """How this plan reads dates and figures."""
        return Calendar(self.year_starts, self.period.start.first, self.units)

    def called(self, status: str) -> str:
        """What a status, or a word for how far a target is, is called on pages and in tables."""
        look = self.statuses.get(status)
        return look.label if look and look.label else CALLED[status]

    def place(self, name: str) -> str:
        """What a place is called; its id where the plan has no such place."""
        return self.places.get(name, name)

    @property
    def own_fields(self) -> tuple[OwnField, ...]:
        """The fields that this plan declares, as far as it can have them."""
        return declared_in(self.fields) if self.fields else ()
