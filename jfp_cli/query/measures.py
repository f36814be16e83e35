"""Measures as plain rows: a row for each measure and place, the first to be discussed first."""

from collections.abc import Iterable

from jfp_cli.measures.line import direction
from jfp_cli.measures.progress import STATES
from jfp_cli.measures.series import Held, Series, as_decimal
from jfp_cli.measures.spc import Judged, Limits
from jfp_cli.model.plan import Plan
from jfp_cli.query.filters import Filters, known_ids, known_statuses
from jfp_cli.query.rows import Locate, Row
from jfp_cli.query.targets import assurance_of, expected_text
from jfp_cli.values.address import Address


def kept_series(plan: Plan, filters: Filters, every: Iterable[Series]) -> list[Series]:
    """The series that filters keep: of the places that are wanted, of a target that is and has a progress that is.

    Words may stand in the measure or in a target of it. Of a target that no place judges, since its measure has
    readings of places alone, it is every place's. Raises UnknownValueError.
    """
    every = list(every)
    places = known_ids("place", filters.places, plan.settings.places)
    states = known_statuses("progress", plan, filters.statuses, STATES)
    others = filters._replace(places=(), where=(), statuses=(), text="")
    wanted = _ids(plan, others) if any(others) else None
    worded, says = _ids(plan, Filters(text=filters.text)), filters.said(plan, ("measures", "targets"))
    judged = {held.target.id for series in every for held in series.targets}

    def keeps(series: Series) -> bool:
        measure, held = series.measure, {one.target.id: one.progress.state for one in series.targets}
        own = [one for one in plan.targets_on(measure) if one.id in held or one.id not in judged]
        if wanted is not None or states:
            own = [one for one in own if wanted is None or one.id in wanted]
            own = [one for one in own if not states or held.get(one.id) in states]
            if not own:
                return False
        if not filters.holds_text(measure.id, measure.title, measure.definition, measure.source):
            own = [one for one in own if one.id in worded]
            if not own:
                return False
        return says(measure) or any(map(says, own))

    return [series for series in every if (not places or series.place in places) and keeps(series)]


def _ids(plan: Plan, filters: Filters) -> set[str]:
    return {home.target.id for home in filters.targets(plan)}


def measure_rows(every: Iterable[Series], locate: Locate) -> list[Row]:
    """A row for each series; levels are decimal strings in the unit of its readings."""
    return [_row(series, locate) for series in every]


def _row(series: Series, locate: Locate) -> Row:
    measure, chart, latest = series.measure, series.chart, series.latest
    address = Address("measures", measure.id)
    span, stretches = locate(address), [_limits(stretch.limits) for stretch in chart.stretches]
    return {
        "id": measure.id,
        "title": measure.title,
        "place": series.place,
        "better": series.better,
        "every": measure.every,
        "latest": latest.value.text if latest else None,
        "at": latest.at.text if latest else None,
        **(stretches[chart.latest.stretch] if chart.latest else _limits(None)),
        "provisional": chart.provisional,
        "variation": chart.variation,
        "targets": [_target(held) for held in series.targets],
        "series": [_point(judged, stretches[judged.stretch]) for judged in chart.points],
        "unit": series.unit,
        "address": str(address),
        "file": span.file,
        "line": span.line,
    }


def _target(held: Held) -> Row:
    target = held.target
    return {
        "id": target.id,
        "target": target.target.text if target.target else None,
        "due": target.due.text if target.due else None,
        "better": direction(target),
        "progress": held.progress.state,
        "reason": held.progress.reason or None,
        "breaches": held.progress.breaches,
        **assurance_of(held),
        "expected": expected_text(held.progress),
    }


def _limits(limits: Limits | None) -> Row:
    """The mean and the limits of a stretch."""
    return {
        "mean": as_decimal(limits.mean) if limits else None,
        "lower": as_decimal(limits.lower) if limits else None,
        "upper": as_decimal(limits.upper) if limits else None,
    }


def _point(judged: Judged, limits: Row) -> Row:
    return {
        "at": judged.point.at.isoformat(),
        "value": as_decimal(judged.point.value),
        **limits,
        "stretch": judged.stretch,
        "screened": judged.screened,
        "rules": list(judged.rules),
        "variation": judged.variation,
    }
