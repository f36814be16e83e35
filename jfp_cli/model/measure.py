"""Measures: what is counted again and again, and the readings taken of it."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from jfp_cli.model import shared
from jfp_cli.model.field import Entity, field, required
from jfp_cli.model.shared import Pending
from jfp_cli.model.types import Count, Date, Id, Level, Range, Text, Truth, UnitOfMeasure
from jfp_cli.values.figures import Better

DIRECTIONS = ("direction", "desired_direction", "polarity", "good_is", "better_is", "good_performance_is")
MEANT: dict[str, tuple[Better, ...]] = {
    **dict.fromkeys(("up", "increase", "high", "more", "higher_is_better", "bigger_is_better"), ("higher",)),
    **dict.fromkeys(("high_is_good", "increasing", "maximise", "aim_to_maximise", "\N{UPWARDS ARROW}"), ("higher",)),
    **dict.fromkeys(("down", "decrease", "low", "less", "fewer", "lower_is_better", "smaller_is_better"), ("lower",)),
    **dict.fromkeys(("low_is_good", "decreasing", "minimise", "aim_to_minimise", "\N{DOWNWARDS ARROW}"), ("lower",)),
}
BETTER: Mapping[Better, str] = {
    "lower": "Less of it is better, as of people who wait.",
    "higher": "More of it is better, as of people who are seen in time.",
    "exactly": "Neither more nor less than the figure is wanted.",
}
Every = Literal["week", "month", "quarter", "year"]
EVERY: Mapping[Every, str] = {
    "week": "A reading each week.",
    "month": "A reading each month.",
    "quarter": "A reading each quarter of the financial year.",
    "year": "A reading each financial year.",
}


class Reading(Entity):
    """A measured value on a date; without a place it is of all of them together."""

    at: Date = required("When.", "2026-06", "June 2026", synonyms=("date", "month", "period"))
    place: Id | None = field(
        "The place that it is of; all of them together where none is named.", "north-town", names="places", prose=False
    )
    value: Level = required("The figure.", "133,000", synonyms=("figure", "result", "actual"))
    source: Text | None = field("Where it comes from.", "Waiting list return")
    note: Text | None = field("What a reader should know about it.", "After validation", synonyms=("comment",))
    provisional: Truth = field("Whether it may still be corrected.", True, default=False)
    exclude: Text | None = field(
        "Why it counts in no limit, no run and no progress; it is drawn all the same.", "half of the month is missing"
    )

    @property
    def day(self) -> date:
        """The last day of its date; the first of an open one."""
        return self.at.last or self.at.first


class Rebase(Entity):
    """Where a stretch of readings begins that is judged by itself."""

    from_: Date = required("The first date of the new stretch.", "2026-04", alias="from")
    because: Text = required("Why.", "community waits moved to another return")


class Measure(Entity):
    """A measure's file: what is counted, in one unit, and what it was."""

    id: Id = required("The name of the file without its ending.", "waiting-list", prose=False)
    title: Text = shared.title(
        "Open elective pathways", synonyms=("name", "heading", "measure", "metric", "indicator", "kpi")
    )
    unit: UnitOfMeasure | None = field(
        "The unit; that of the first reading where it is left out.",
        "pathways",
        prose=False,
        synonyms=("units", "unit_of_measure"),
    )
    definition: Text | None = field("What is counted and when.", "Everyone waiting, counted at the month's end")
    bounds: Range | None = field("What a chart need not draw beyond.", "0 to 500,000")
    better: Better | None = field(
        "Which way is better.", "lower", prose=False, synonyms=DIRECTIONS, means=MEANT, meanings=BETTER
    )
    every: Every | None = field(
        "How often it is read.", "month", prose=False, synonyms=("frequency", "how_often"), meanings=EVERY
    )
    source: Text | None = field(
        "Where its readings come from.", "NHS England waiting times statistics", synonyms=("data_source",)
    )
    readings: tuple[Reading, ...] = field(
        "What was measured, the oldest first.", [{"at": "2026-06", "value": "133,000"}], default=(), may_hide=True
    )
    rebase: tuple[Rebase, ...] = field(
        "Where its readings are judged anew.",
        [{"from": "2026-04", "because": "community waits moved to another return"}],
        default=(),
    )
    fix_after: Count | None = field(
        "How many points of each stretch its limits come from, not to be relied on below twelve; all, if left out.", 12
    )
    screen: Truth = field("Whether outliers are left out of the limits.", False, default=True)
    pending: tuple[Pending, ...] = shared.pending()

    @property
    def read_unit(self) -> str | None:
        """The unit as figures have it, of which there are several ways to write; None where it states none."""
        from jfp_cli.values.figures.named_unit import unit_named  # noqa: PLC0415 - asked of measures alone

        return unit_named(self.unit) if self.unit else None
