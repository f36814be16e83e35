"""Targets: commitments on a measure."""

from typing import Literal

from jfp_cli.model import promise, shared
from jfp_cli.model.field import Entity, field, required
from jfp_cli.model.measure import BETTER, DIRECTIONS, MEANT
from jfp_cli.model.promise import Update
from jfp_cli.model.shared import Pending
from jfp_cli.model.types import Date, Figure, Id, Ids, Level, Text, Truth
from jfp_cli.values.figures import Better


class Baseline(Entity):
    """Where a measure stood before the work began."""

    value: Level = required("The figure.", "150,000", synonyms=("figure", "level"))
    at: Date | None = field("When it was measured.", "April 2025", synonyms=("date", "when", "year"))


class TrajectoryPoint(Entity):
    """A figure to be reached on the way to the target."""

    target: Figure = required("The figure to reach.", "134,140", synonyms=("value", "figure"))
    due: Date = required("By when.", "March 2026", synonyms=("at", "by", "date", "when"))


class Target(Entity):
    """A commitment on a measure; `target` is missing where the commitment has no figure.

    With `relative: true` a figure such as `-5%` is a change of the baseline, not a level.
    """

    id: Id = shared.own_id("target", "waiting-list-size")
    statement: Text = required(
        "What is promised, in words.",
        "A smaller elective waiting list",
        synonyms=("title", "name", "description", "commitment", "text"),
    )
    measure: Text | None = field(
        "What is counted: the id or title of a file in measures/, or words; targets on one measure share this text.",
        "waiting-list",
        "Open elective pathways",
        names="measures",
        or_words=True,
        may_hide=True,
        synonyms=("metric", "indicator", "kpi"),
    )
    better: Better | None = field(
        "Which way is better; the measure's own where it has a file.",
        "lower",
        prose=False,
        synonyms=DIRECTIONS,
        means=MEANT,
        meanings=BETTER,
    )
    relative: Truth = field("Whether a figure such as -5% is a change of the baseline.", True, default=False)
    places: Ids = shared.places()
    baseline: Baseline | None = field(
        "Where the measure stood before.",
        {"value": "150,000", "at": "April 2025"},
        may_hide=True,
        synonyms=("starting_point", "current"),
    )
    trajectory: tuple[TrajectoryPoint, ...] = field(
        "The figures to reach on the way.",
        [{"target": "134,140", "due": "March 2026"}],
        default=(),
        may_hide=True,
        synonyms=("profile", "interim_targets"),
    )
    target: Figure | None = field(
        "The figure to reach.",
        "92,300",
        "at least 85%",
        "under 6%",
        "+2 percentage points",
        synonyms=("goal", "aim", "target_value"),
    )
    due: Date | None = promise.due()
    hold: Truth = field(
        "Whether it is a standard, which every reading must meet, from its date on where it has one.",
        True,
        default=False,
        synonyms=("standard", "maintain"),
    )
    each: Literal["year"] | None = field(
        "Whether it is to be reached again each financial year, against the reading that closed the one before.",
        "year",
        prose=False,
    )
    owner: Text | None = shared.owner()
    leads: Ids = shared.leads()
    updates: tuple[Update, ...] = promise.updates()
    pending: tuple[Pending, ...] = shared.pending()
