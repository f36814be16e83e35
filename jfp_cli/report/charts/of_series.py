"""A measure in a place as the pictures and the terminal draw it."""

from collections.abc import Iterator
from datetime import date

from jfp_cli.measures.asked import asked
from jfp_cli.measures.line import ends, line
from jfp_cli.measures.season import season
from jfp_cli.measures.series import Held, Series
from jfp_cli.measures.spc import Level
from jfp_cli.model.plan import Plan
from jfp_cli.report.charts.measured import Aim, Measured
from jfp_cli.report.document.dates import by, in_words


def measured_in(plan: Plan, series: Series) -> Measured:
    """What is drawn of a measure, under its title and that of its place."""
    title = series.measure.title
    return measured(series, title if series.place is None else f"{title}: {plan.settings.places[series.place]}")


def measured(series: Series, title: str) -> Measured:
    """What is drawn of a measure in a place, under a title."""
    measure = series.measure
    bounds = ends(measure.bounds, series.unit) if measure.bounds else None
    pattern = season(series.chart) if measure.every == "month" else None
    return Measured(
        title,
        series.chart,
        series.unit,
        measure.every or "month",
        tuple(aim for held in series.targets if (aim := _aim(held, series)) is not None),
        (bounds.low, bounds.high) if bounds else None,
        pattern.words if pattern else None,
        bool(series.targets),
    )


def _aim(held: Held, series: Series) -> Aim | None:
    """A target as a line across the chart; None where it has no figure in the chart's unit."""
    shown = held.final or held.in_force
    if shown is None:
        return None
    force = held.in_force
    return Aim(
        words=f"{shown.written} {by(shown.at)}".strip(),
        level=shown.asked.level,
        way=tuple(_way(held, series)),
        figure=f"{force.written}" + (f" ({in_words(force.at)})" if force.at else "") if force else None,
        assurance=held.assurance,
        forecast=held.forecast or None,
    )


def _way(held: Held, series: Series) -> Iterator[tuple[date, Level]]:
    """The line that leads to a target, in the chart's unit."""
    way = line(held.target)
    for point in way.points if way and way.whole else ():
        found = asked(point.level, series.unit, series.better)
        if found is not None:
            yield point.day, found.level
