"""Targets: commitments on a measure, and the readings taken of it."""

from datetime import date
from typing import Literal

from jfp_cli.model import shared
from jfp_cli.model.field import Entity, field, required
from jfp_cli.model.shared import Pending
from jfp_cli.model.types import Date, Figure, Id, Ids, Level, Text, Truth

Better = Literal["lower", "higher", "exactly"]


class Baseline(Entity):
    """Where a measure stood before the work began."""

    value: Level = required("The figure.", "150,000")
    at: Date | None = field("When it was measured.", "April 2025")


class TrajectoryPoint(Entity):
    """A figure to be reached on the way to the target."""

    target: Figure = required("The figure to reach.", "134,140")
    due: Date = required("By when.", "March 2026")


class Target(Entity):
    """A commitment on a measure; `target` is missing where the commitment has no figure.

    With `relative: true` a figure such as `-5%` is a change of the baseline, not a level.
    """

    id: Id = shared.own_id("target", "waiting-list-size")
    statement: Text = required("What is promised, in words.", "A smaller elective waiting list")
    measure: Text | None = field(
        "What is counted; targets on one measure share this text.", "Open elective pathways", may_hide=True
    )
    better: Better | None = field("Which way is better.", "lower", prose=False)
    relative: Truth = field("Whether a figure such as -5% is a change of the baseline.", True, default=False)
    places: Ids = shared.places()
    baseline: Baseline | None = field(
        "Where the measure stood before.", {"value": "150,000", "at": "April 2025"}, may_hide=True
    )
    trajectory: tuple[TrajectoryPoint, ...] = field(
        "The figures to reach on the way.", [{"target": "134,140", "due": "March 2026"}], default=(), may_hide=True
    )
    target: Figure | None = field("The figure to reach.", "92,300", "at least 85%", "under 6%", "+2 percentage points")
    due: Date | None = field("By when.", "March 2029", "Q3 2026/27")
    owner: Text | None = shared.owner()
    pending: tuple[Pending, ...] = shared.pending()


class Reading(Entity):
    """A measured value on a date."""

    at: Date = required("When.", "2026-06", "June 2026")
    value: Level = required("The figure, in the unit of the target.", "133,000")
    source: Text | None = field("Where it comes from.", "Waiting list return")
    note: Text | None = field("What a reader should know about it.", "After validation")

    @property
    def day(self) -> date:
        """The last day of its date; the first of an open one."""
        return self.at.last or self.at.first


class Readings(Entity):
    """The readings of one target, oldest first."""

    target: Id = required(
        "The target that is measured, by its id: the name of the file.",
        "waiting-list-size",
        names="targets",
        prose=False,
    )
    readings: tuple[Reading, ...] = required(
        "What was measured, the oldest first.", [{"at": "2026-06", "value": "133,000"}], may_hide=True
    )
