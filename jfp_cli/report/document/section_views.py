"""Sections and enablers of the document, as plain values."""

from datetime import date

from jfp_cli.measures.line import Line
from jfp_cli.model.target import Reading
from jfp_cli.report.document.shape import Named, PendingView, VoiceView, view


@view
class FigureView:
    """A figure and when it stands, both as written; a reading says where it comes from."""

    figure: str
    at: str
    source: str = ""


@view
class Track:
    """A target's line, and the readings in its unit that had been taken by a day."""

    line: Line
    readings: tuple[Reading, ...]
    day: date


@view
class TargetView:
    """A commitment on a measure, and how far it is."""

    id: str
    anchor: str
    statement: str
    measure: str
    better: str
    figure: str
    due: str
    baseline: FigureView | None
    trajectory: tuple[FigureView, ...]
    latest: FigureView | None
    progress: str
    progress_words: str
    owner: str | None
    places: tuple[str, ...]
    pending: tuple[PendingView, ...]
    line: Track | None


@view
class IndicatorView:
    """How delivery is tracked: a sentence, and the target where it has a figure."""

    text: str
    target: TargetView | None


@view
class WorkstreamView:
    """A row of a section's plan; `actions` has an entry for each planning period, in their order."""

    id: str
    anchor: str
    title: str
    introduction: tuple[str, ...]
    areas: tuple[Named, ...]
    places: tuple[str, ...]
    pending: tuple[PendingView, ...]
    actions: tuple[tuple[str, tuple[str, ...]], ...]
    indicators: tuple[IndicatorView, ...]
    milestones: tuple[Named, ...]


@view
class SectionView:
    """One numbered section."""

    id: str
    anchor: str
    number: str
    title: str
    supports: tuple[Named, ...]
    duties: tuple[Named, ...]
    introduction: tuple[str, ...]
    ambitions: tuple[str, ...]
    challenges: tuple[str, ...]
    voices: tuple[VoiceView, ...]
    pending: tuple[PendingView, ...]
    periods: tuple[str, ...]
    workstreams: tuple[WorkstreamView, ...]
    targets: tuple[TargetView, ...]


@view
class FactView:
    """A figure that an enabler rests on."""

    figure: str
    what: str
    at: str


@view
class CommitmentView:
    """Something that an enabler promises."""

    commitment: str
    places: tuple[str, ...]
    due: str
    owner: str | None


@view
class TopicView:
    """A headed part of an enabler."""

    title: str
    places: tuple[str, ...]
    points: tuple[str, ...]
    facts: tuple[FactView, ...]
    commitments: tuple[CommitmentView, ...]


@view
class StrategyView:
    """A strategy that an enabler names."""

    title: str
    years: str
    what: str


@view
class LawView:
    """Law or guidance that an enabler rests on."""

    title: str
    published: str
    in_force: str
    what: str


@view
class EnablerView:
    """A supporting topic."""

    id: str
    anchor: str
    number: str
    title: str
    edition: str
    supports: tuple[Named, ...]
    duties: tuple[Named, ...]
    areas: tuple[Named, ...]
    points: tuple[str, ...]
    topics: tuple[TopicView, ...]
    facts: tuple[FactView, ...]
    commitments: tuple[CommitmentView, ...]
    strategies: tuple[StrategyView, ...]
    laws: tuple[LawView, ...]
    pending: tuple[PendingView, ...]
