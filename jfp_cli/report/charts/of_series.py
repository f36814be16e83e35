"""A measure in a place as the pictures and the terminal draw it."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from jfp_cli.measures.asked import asked
from jfp_cli.measures.line import ends, line
from jfp_cli.measures.season import Season, season
from jfp_cli.measures.series import Figure, Held, Series
from jfp_cli.measures.spc import Level
from jfp_cli.model.plan import Plan
from jfp_cli.report.charts.measured import Aim, Measured
from jfp_cli.report.document.dates import by, in_words
from jfp_cli.report.language import say, spoken
from jfp_cli.values.figures.writing import in_decimals, written


def measured_in(plan: Plan, series: Series) -> Measured:
    """What is drawn of a measure, under its title and that of its place."""
    title = series.measure.title
    return measured(series, title if series.place is None else f"{title}: {plan.settings.places[series.place]}")


def measured(series: Series, title: str) -> Measured:
    """What is drawn of a measure in a place, under a title."""
    measure, every = series.measure, series.every
    bounds = ends(measure.bounds, series.unit) if measure.bounds else None
    pattern = season(series.chart) if every == "month" else None
    return Measured(
        title,
        series.chart,
        series.unit,
        every,
        tuple(aim for held in series.targets if (aim := _aim(held, series)) is not None),
        (bounds.low, bounds.high) if bounds else None,
        _seasonal(pattern) if pattern else None,
        series.has_targets,
        series.has_targets and not series.targets,
        series.apart,
    )


def _aim(held: Held, series: Series) -> Aim | None:
    """A target as a line across the chart; None where it has no figure in the chart's unit."""
    shown = held.final or held.in_force
    if shown is None:
        return None
    force = held.in_force
    kind, figure = say("standard") if held.target.hold else say("target"), _level(shown, series.unit)
    change = f" ({shown.written})" if shown.written.change else ""
    return Aim(
        words=f"{kind} {figure}{change} {by(shown.at)}".rstrip(),
        level=shown.asked.level,
        way=tuple(_way(held, series)),
        figure=_level(force, series.unit) + (f" ({in_words(force.at)})" if force.at else "") if force else None,
        assurance=held.assurance,
        forecast=_foretold(held, series.unit),
    )


def _level(figure: Figure, unit: str) -> str:
    """A figure as it is written; a change as the level that it comes to."""
    if figure.written.change is None:
        return figure.written.text
    return written(in_decimals(Fraction(figure.asked.level)), unit)


def _foretold(held: Held, unit: str) -> str | None:
    """What a steady process will do about a figure that is still to come; None where nothing may be said."""
    final = held.final
    if held.forecast is None or final is None or final.at is None:
        return None
    told = {
        "will_meet": "it will reach {figure} by {date} if nothing changes",
        "will_not_meet": "it will not reach {figure} by {date} without a change",
    }
    return say(told[held.forecast], figure=_level(final, unit), date=in_words(final.at))


def _seasonal(pattern: Season) -> str:
    """What is pointed out below the chart of a measure that follows the year."""
    highest, lowest = (spoken().month(date(1, number, 1)) for number in pattern)
    return say(
        "There is a yearly pattern, highest in {highest} and lowest in {lowest}: compare a month with the same month "
        "of other years.",
        highest=highest,
        lowest=lowest,
    )


def _way(held: Held, series: Series) -> Iterator[tuple[date, Level]]:
    """The line that leads to a target, in the chart's unit."""
    way = line(held.target)
    for point in way.points if way and way.whole else ():
        found = asked(point.level, series.unit, series.better)
        if found is not None:
            yield point.day, found.level
