"""Targets: commitments on a measure, and the readings taken of it."""

from typing import Literal

from jfp_cli.model.fields import Date, Entity, Figure, Id, Ids, Pending, Text, Truth

Better = Literal["lower", "higher", "exactly"]


class Baseline(Entity):
    """Where a measure stood before the work began."""

    value: Figure
    at: Date | None = None


class TrajectoryPoint(Entity):
    """A figure to be reached on the way to the target."""

    target: Figure
    due: Date


class Target(Entity):
    """A commitment on a measure; `target` is missing where the commitment has no figure.

    With `relative: true` a figure such as `-5%` is a change of the baseline, not a level.
    """

    id: Id
    statement: Text
    measure: Text | None = None
    better: Better | None = None
    relative: Truth = False
    places: Ids = ()
    baseline: Baseline | None = None
    trajectory: tuple[TrajectoryPoint, ...] = ()
    target: Figure | None = None
    due: Date | None = None
    owner: Text | None = None
    pending: tuple[Pending, ...] = ()


class Reading(Entity):
    """A measured value on a date."""

    at: Date
    value: Figure
    source: Text | None = None
    note: Text | None = None


class Readings(Entity):
    """The readings of one target, oldest first."""

    target: Id
    readings: tuple[Reading, ...]
