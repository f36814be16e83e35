"""What a field says, as the text of a cell: as the plan's file has it, lists in one text."""

from typing import Any

from jfp_cli.exchange.table import Column
from jfp_cli.model.field import Entity, Field, Shape, fields_of
from jfp_cli.values.address import Path
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.figures import Quantity

YES, NO = "yes", "no"
BETWEEN = ", "
PARTS = " \N{MIDDLE DOT} "


def cell_of(entity: Entity, column: Column) -> str:
    """The text of a thing's cell in a column that has a field; empty where the plan does not say it."""
    return _at(entity, column.path)


def _at(entity: Entity, path: Path) -> str:
    field = fields_of(type(entity))[str(path[0])]
    value = getattr(entity, field.attribute)
    if value is None:
        return ""
    if len(path) > 1:
        return _at(value, path[1:])
    if field.shape is Shape.BARE and value == type(entity).model_fields[field.attribute].default:
        return ""
    return _text(value, field)


def _text(value: Any, field: Field) -> str:
    if field.shape is Shape.NAMES:
        return BETWEEN.join(value)
    if isinstance(value, tuple):
        return "\n".join(map(_plain, value))
    return _plain(value)


def _plain(value: Any) -> str:
    """A value in a line; an entry with fields of its own says them one after the other."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, PlanDate | Quantity):
        return value.text
    if isinstance(value, Entity):
        stated = (getattr(value, field.attribute) for field in fields_of(type(value)).values())
        return PARTS.join(_plain(one) for one in stated if one not in (None, (), False))
    if isinstance(value, dict):
        return PARTS.join(f"{key}: {_plain(one)}" for key, one in value.items())
    return BETWEEN.join(map(_plain, value)) if isinstance(value, tuple) else str(value)
