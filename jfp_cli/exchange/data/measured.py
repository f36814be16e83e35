"""The tables of targets, of measures and of their readings."""

from collections.abc import Iterator

from jfp_cli.exchange.data.column import Column, Row, Sort, columns_of, filled, in_columns, own_values, values_of
from jfp_cli.exchange.data.table import ADDRESS, OWN, PLACE, Exported, Table
from jfp_cli.measures.progress import STATES
from jfp_cli.measures.series import Series, series_of
from jfp_cli.measures.spc import Judged, Level
from jfp_cli.model.kinds import model_of
from jfp_cli.model.measure import Reading
from jfp_cli.query.targets import Tracked, judging, tracked
from jfp_cli.values.address import Address

_CHARTED = (
    Column("mean", Sort.NUMBER, "The mean of its stretch of readings."),
    Column("lower", Sort.NUMBER, "The lower process limit of its stretch."),
    Column("upper", Sort.NUMBER, "The upper process limit of its stretch."),
)
_VARIATION = Column(
    "variation", Sort.TEXT, "What its readings do: common cause, or an improvement or a concern that is no chance."
)
_LATEST = (
    Column("latest", Sort.TEXT, "The latest reading."),
    Column("latest_number", Sort.NUMBER, "Its number."),
    Column("latest_at", Sort.DAY, "Its last day."),
)
_PLACE = Column("place", Sort.TEXT, "The place that it is of; none where it is of all of them together.")
_MEASURE_ID = Column("measure", Sort.TEXT, "The id of the measure.")

_TARGET = (
    ADDRESS,
    Column("section", Sort.TEXT, "The section that it stands in."),
    Column("workstream", Sort.TEXT, "The workstream that it stands in, where it is an indicator."),
    *columns_of(model_of("targets")),
    Column("measure_id", Sort.TEXT, "The id of its measure, where that has a file."),
    Column("progress", Sort.TEXT, f"How far it is: {', '.join(STATES)}."),
    Column("reason", Sort.TEXT, "Why it cannot be measured, where it cannot."),
    *_LATEST,
    Column("expected", Sort.NUMBER, "What the line from its baseline asks for at its latest reading."),
    Column("breaches", Sort.COUNT, "How many readings do not meet it, where it is a standard."),
    _VARIATION,
    Column("assurance", Sort.TEXT, "Whether its figure is met consistently, inconsistently or consistently missed."),
    OWN,
    *PLACE,
)
_MEASURE = (
    ADDRESS,
    *columns_of(model_of("measures"), without=("readings",)),
    _PLACE,
    *_LATEST,
    *_CHARTED,
    Column("provisional", Sort.TRUTH, "Whether there are too few readings to judge by."),
    _VARIATION,
    OWN,
    *PLACE,
)
_READING = (
    _MEASURE_ID,
    *columns_of(Reading),
    *_CHARTED,
    Column("stretch", Sort.COUNT, "Which stretch of readings it is in, from 0; none where it does not compare."),
    Column("rules", Sort.TEXTS, "The rules by which it is no chance."),
    _VARIATION,
)


def _targets(exported: Exported) -> Iterator[Row]:
    plan = exported.plan
    rows = tracked(plan, plan.targets(), exported.day)
    judged = judging(plan, rows, exported.day)
    for row in rows:
        yield filled(_TARGET, _target(row, judged.get(row.home.target.id), exported))


def _target(row: Tracked, series: Series | None, exported: Exported) -> Row:
    home, now, target = row.home, row.progress, row.home.target
    address, measure = Address("targets", target.id), exported.plan.measure_of(target)
    held = series.held(target.id) if series else None
    return values_of(target) | {
        "address": str(address),
        "section": home.section.id,
        "workstream": home.workstream.id if home.workstream else None,
        "measure_id": measure.id if measure else None,
        "progress": now.state,
        "reason": now.reason or None,
        **_latest(now.latest),
        "expected": _number(now.expected),
        "breaches": now.breaches if target.hold else None,
        "variation": series.chart.variation if series else None,
        "assurance": held.assurance if held else None,
        "fields": own_values(target),
        **exported.place_of(address),
    }


def _measures(exported: Exported) -> Iterator[Row]:
    for series in _every(exported):
        chart, address = series.chart, Address("measures", series.measure.id)
        row = values_of(series.measure, without=("readings",)) | _latest(series.latest) | _limits(series, chart.latest)
        row |= {"address": str(address), "place": series.place, "fields": own_values(series.measure)}
        row |= {"provisional": chart.provisional, "variation": chart.variation, "better": series.better}
        yield filled(_MEASURE, row | exported.place_of(address))


def _readings(exported: Exported) -> Iterator[Row]:
    for series in _every(exported):
        judged = {one.point.at: one for one in series.chart.points}
        for reading in series.measure.readings:
            if reading.place == series.place:
                row = values_of(reading) | {"measure": series.measure.id}
                yield filled(_READING, row | _judged(series, judged.get(reading.day)))


def _judged(series: Series, judged: Judged | None) -> Row:
    if judged is None:
        return {}
    said = {"stretch": judged.stretch, "rules": list(judged.rules), "variation": judged.variation}
    return said | _limits(series, judged)


def _every(exported: Exported) -> Iterator[Series]:
    for measure in exported.plan.measures.values():
        yield from series_of(exported.plan, measure, exported.day)


def _limits(series: Series, judged: Judged | None) -> Row:
    limits = series.chart.limits_at(judged) if judged else None
    if limits is None:
        return {}
    return {"mean": _number(limits.mean), "lower": _number(limits.lower), "upper": _number(limits.upper)}


def _latest(reading: Reading | None) -> Row:
    if reading is None:
        return {}
    return {
        "latest": reading.value.text,
        "latest_number": in_columns("latest", reading.value)["latest_number"],
        "latest_at": reading.day,
    }


def _number(value: Level | None) -> float | None:
    return None if value is None else float(value)


TARGETS = Table("targets", "Every target, and how far it is.", _TARGET, _targets)
MEASURES = Table("measures", "Every measure in each place that has readings.", _MEASURE, _measures)
READINGS = Table("readings", "Every reading, and what its chart says of it.", _READING, _readings)
