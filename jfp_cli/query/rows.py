"""What every plain row is made of: the fields of an entity as plain data, ready for JSON, a table or a page."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from jfp_cli.model.field import Entity, fields_of
from jfp_cli.model.kinds import kind_of
from jfp_cli.model.own import FIELDS, OF_KINDS
from jfp_cli.values.address import Address
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.figures import Quantity
from jfp_cli.values.finding import Finding, Fix
from jfp_cli.values.span import Span

Locate = Callable[[Address], Span]
Row = dict[str, Any]


def every_field(entity: Entity) -> Row:
    """The fields of an entity by key, those of its entries too; what the plan does not state is null or empty."""
    fields = fields_of(type(entity)).values()
    return in_row(entity, {field.key: _plain(getattr(entity, field.attribute), every_field) for field in fields})


def in_row(entity: Entity, fields: Row) -> Row:
    """Fields of an entity as a row has them: those that the plan itself declares apart, under a key of their own."""
    kind = kind_of(type(entity))
    if kind is None or kind.name not in OF_KINDS:
        return fields
    own = {key for key, field in fields_of(type(entity)).items() if field.about.own}
    shared = {key: value for key, value in fields.items() if key not in own}
    return shared | {FIELDS: {key: value for key, value in fields.items() if key in own}}


def stated_fields(entity: Entity) -> Row:
    """The fields that the plan states of an entity, by key and as they are in the model."""
    stated = entity.model_fields_set
    return {
        field.key: getattr(entity, field.attribute)
        for field in fields_of(type(entity)).values()
        if field.attribute in stated
    }


def plain(value: Any) -> Any:
    """A part of the plan as plain data: what was written and no more, dates and figures as text."""
    return _plain(value, _stated_in_row)


def _stated_in_row(entity: Entity) -> Row:
    return in_row(entity, stated_fields(entity))


def _plain(value: Any, fields: Callable[[Entity], Row]) -> Any:
    if isinstance(value, PlanDate | Quantity):
        return value.text
    if isinstance(value, Entity):
        return _plain(_with_former(value, fields(value)), fields)
    if isinstance(value, tuple):
        return [_plain(entry, fields) for entry in value]
    if isinstance(value, Mapping):
        return {key: _plain(entry, fields) for key, entry in value.items()}
    return value


def _with_former(entity: Entity, fields: Row) -> Row:
    """Fields of an entity, and those that had another name under that too: programs may still ask for it."""
    renamed = {field.about.formerly: field.key for field in fields_of(type(entity)).values() if field.about.formerly}
    return fields | {former: fields[key] for former, key in renamed.items() if key in fields}


def value_in(row: Mapping[str, Any], name: str) -> Any:
    """A field of a row by its name, those that the plan itself declares by theirs; None where there is none."""
    return row[name] if name in row else _own_in(row).get(name.removeprefix(f"{FIELDS}."))


def names_in(row: Mapping[str, Any]) -> Iterator[str]:
    """The names by which the fields of a row may be asked for."""
    yield from row
    for key in _own_in(row):
        yield from (name for name in (key, f"{FIELDS}.{key}") if name not in row)


def flat(rows: Iterable[Mapping[str, Any]]) -> list[Row]:
    """Rows in which each field that the plan itself declares has a column, such as `fields.cost`."""
    rows = list(rows)
    if not any(map(_own_in, rows)):
        return [dict(row) for row in rows]
    return [
        {key: value for key, value in row.items() if key != FIELDS}
        | {f"{FIELDS}.{key}": value for key, value in _own_in(row).items()}
        for row in rows
    ]


def _own_in(row: Mapping[str, Any]) -> Mapping[str, Any]:
    own = row.get(FIELDS)
    return own if isinstance(own, Mapping) else {}


def with_fields(row: Row, fields: Row) -> Row:
    """A row, and after what it says those of some fields that it does not say."""
    return row | {key: value for key, value in fields.items() if key not in row}


def finding_rows(findings: Iterable[Finding]) -> list[Row]:
    """A row for each finding."""
    return [
        {
            "code": finding.code,
            "name": finding.name,
            "severity": str(finding.severity),
            "message": finding.message,
            "address": str(finding.address) if finding.address else None,
            **finding.span._asdict(),
            "help": finding.help,
            "group": asdict(finding.group) if finding.group else None,
            "fixes": [_fix_row(fix) for fix in finding.fixes],
        }
        for finding in findings
    ]


def _fix_row(fix: Fix) -> Row:
    edits = [edit.span._asdict() | {"text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}
