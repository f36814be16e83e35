"""plan.yaml: what the plan is, the order of its parts, and the words that its other files use."""

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
