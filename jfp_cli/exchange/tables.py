"""A plan, or what filters leave of it, as tables: what a workbook shows, and what it is compared with later."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import cast

from jfp_cli.exchange.cell_text import BETWEEN, cell_of
from jfp_cli.exchange.columns import TABLES, TITLES, UNDER, columns_of
from jfp_cli.exchange.readings import reading_columns, readings_of
from jfp_cli.exchange.standing import Standing, standing_in
from jfp_cli.exchange.table import Column, Role, Row, Table
from jfp_cli.model.field import Shape
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.measure import Measure
from jfp_cli.model.plan import Plan, TargetHome
from jfp_cli.query.filters import Filters
from jfp_cli.query.promises import HOMES, Promise
from jfp_cli.query.things import titles
from jfp_cli.values.address import Address
from jfp_cli.values.dates import PlanDate

Titles = Mapping[Address, str]


def tables_of(plan: Plan, filters: Filters, day: date) -> list[Table]:
    """The tables of a plan whose files are all loaded; raises UnknownValueError.

    `day` says up to which month readings can be entered.
    """
    keeps, called = _keeping(plan, filters), titles(plan)
    rows: dict[str, list[Standing]] = {kind: [] for kind in TABLES}
    for standing in standing_in(plan):
        if standing.kind in rows and keeps(standing):
            rows[standing.kind].append(standing)
    tables = []
    for kind in TABLES:
        columns = columns_of(kind, plan.models)
        if kind == "measures":
            wanted = filters.known(plan).places
            measures = _measures(plan, filters, rows["targets"])
            columns += reading_columns(measures, day, plan.settings.calendar)
            of_kind = [row for measure in measures for row in _rows_of(measure, columns, called, wanted)]
        else:
            of_kind = [_row(standing, columns, called, plan) for standing in rows[kind]]
        tables.append(Table(kind, columns, of_kind))
    return tables


def _keeping(plan: Plan, filters: Filters) -> Callable[[Standing], bool]:
    keeps_promise = filters.keeping(plan, TABLES)
    keeps_target = filters.keeping_targets(plan, TABLES)

    def keeps(one: Standing) -> bool:
        if one.kind in HOMES:
            return keeps_promise(_promise(one))
        if one.kind == "targets":
            home = TargetHome(one.thing, one.around["sections"], one.around.get("workstreams"))
            return not filters.statuses and keeps_target(home)
        return False

    return keeps


def _promise(one: Standing) -> Promise:
    """Something that is to be done, as the filters look at it; they know what has no date."""
    around = one.around
    (innermost,) = list(around)[-1:]
    home = Address(innermost, getattr(around[innermost], KINDS[innermost].id_key))
    milestone = one.thing if one.kind == "milestones" else around.get("milestones")
    return Promise(
        one.kind,
        one.at,
        one.thing,
        cast("PlanDate", one.thing.due),
        home,
        area=around.get("areas"),
        milestone=milestone,
        section=around.get("sections"),
        workstream=around.get("workstreams"),
        enabler=around.get("enablers"),
    )


def _row(one: Standing, columns: list[Column], called: Titles, plan: Plan) -> Row:
    cells = {}
    for column in columns:
        if column.role is Role.ID:
            cells[column.key] = str(one.at) if one.at.path else one.at.id
        elif column.key == UNDER:
            cells[column.key] = one.under
        elif column.role is Role.HOME:
            holder = one.around.get(column.kind)
            cells[column.key] = getattr(holder, KINDS[column.kind].id_key) if holder else ""
        elif column.field is not None and column.role in (Role.FIELD, Role.SHOWN):
            cells[column.key] = cell_of(one.thing, column)
    return Row(one.at, dict(_with_titles(cells, columns, called, plan)))


def _with_titles(
    cells: dict[str, str], columns: list[Column], called: Titles, plan: Plan | None = None
) -> Iterator[tuple[str, str]]:
    """Cells in the order of their columns, and beside those of ids what these are called; empty ones are left out."""
    for column in columns:
        text = cells.get(column.key, "")
        if column.role is Role.TITLES:
            ids = cells.get(column.key.removesuffix(TITLES), "")
            names = ids.split(BETWEEN) if column.shape is Shape.NAMES else [ids]
            text = "; ".join(_called(name, column, called, plan) for name in names if name)
        if text:
            yield column.key, text


def _called(name: str, column: Column, called: Titles, plan: Plan | None) -> str:
    meant = plan.meant_by(column.field, name) if plan and column.field and column.field.about.or_words else name
    return called.get(Address(column.kind, meant or name), "")


def _measures(plan: Plan, filters: Filters, targets: list[Standing]) -> list[Measure]:
    """The measures of targets that are kept; all of them where no filter asks for more than places."""
    if filters.statuses:
        return []
    if not any(filters._replace(places=())):
        return list(plan.measures.values())
    of_targets = (plan.measure_of(one.thing) for one in targets)
    named = {measure.id for measure in of_targets if measure}
    return [measure for measure in plan.measures.values() if measure.id in named]


def _rows_of(measure: Measure, columns: list[Column], called: Titles, wanted: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a measure: of all places, with its fields, and of each place that has readings."""
    at = Address("measures", measure.id)
    places = dict.fromkeys(reading.place for reading in measure.readings if reading.place)
    [own_id, place_column] = [column for column in columns if column.role in (Role.ID, Role.PLACE)]
    for place in (None, *(place for place in places if not wanted or place in wanted)):
        cells = {own_id.key: measure.id, place_column.key: place or ""}
        for column in columns:
            is_its_own = column.role in (Role.FIELD, Role.SHOWN)
            if is_its_own and (place is None or column.path == (KINDS["measures"].title,)):
                cells[column.key] = cell_of(measure, column)
        cells |= {key: reading.value.text for key, reading in readings_of(measure, place)}
        yield Row(at, dict(_with_titles(cells, columns, called)))
