"""The columns of a table, and how the fields of the plan become columns."""

from collections.abc import Container, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from jfp_cli.model.field import Entity, Field, Shape, fields_of
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.figures import Quantity

Row = dict[str, Any]


class Sort(StrEnum):
    """What stands in a column."""

    TEXT = "text"
    DAY = "day"
    TRUTH = "true or false"
    COUNT = "whole number"
    NUMBER = "number"
    TEXTS = "list of texts"
    WORDS = "texts by name"
    ROWS = "list of rows"


class Column(NamedTuple):
    """A column of a table; one of rows says which columns those have."""

    name: str
    sort: Sort
    about: str
    inner: tuple["Column", ...] = ()


def columns_of(model: type[Entity], without: Container[str] = (), prefix: str = "") -> Iterator[Column]:
    """The columns for the fields of a model that every plan has.

    A date has its text, its first day and its last; a figure its text, its number, its unit and what it is meant as.
    """
    for field in _shared(model, without):
        name, about = prefix + field.key, field.about.sentence
        match field.shape:
            case Shape.FIELDS:
                yield from columns_of(field.models[0], prefix=f"{name}_")
            case Shape.ENTRIES:
                yield Column(name, Sort.ROWS, about, tuple(columns_of(field.models[0])))
            case Shape.NAMES | Shape.TEXTS:
                yield Column(name, Sort.TEXTS, about)
            case Shape.WORDS:
                yield Column(name, Sort.WORDS, about)
            case Shape.BARE:
                yield Column(name, Sort.TRUTH if field.sort == "truth" else Sort.COUNT, about)
            case Shape.TEXT:
                yield Column(name, Sort.TEXT, about)
                yield from _parts(field, name)


def _parts(field: Field, name: str) -> Iterator[Column]:
    """The columns for what a date or a figure stands for."""
    if field.sort == "date":
        yield Column(f"{name}_first", Sort.DAY, f"The first day of {name}.")
        yield Column(f"{name}_last", Sort.DAY, f"The last day of {name}; none where it is open.")
    elif field.sort == "figure":
        yield Column(f"{name}_number", Sort.NUMBER, f"The number of {name}; of a range the lower one.")
        yield Column(f"{name}_upper", Sort.NUMBER, f"The upper number of {name}, where it is a range.")
        yield Column(f"{name}_unit", Sort.TEXT, f"The unit of {name}; nothing where it is a bare count.")
        yield Column(f"{name}_comparison", Sort.TEXT, f"How {name} compares, where it says so.")
        yield Column(f"{name}_change", Sort.TEXT, f"What sort of change of a baseline {name} is, where it is one.")


def values_of(entity: Entity, without: Container[str] = (), prefix: str = "") -> Row:
    """The values of an entity in the columns for its fields."""
    row: Row = {}
    for field in _shared(type(entity), without):
        name, value = prefix + field.key, getattr(entity, field.attribute)
        if isinstance(value, Entity):
            row |= values_of(value, prefix=f"{name}_")
        elif field.shape is Shape.ENTRIES:
            row[name] = [values_of(entry) for entry in value]
        else:
            row |= in_columns(name, value)
    return row


def in_columns(name: str, value: Any) -> Row:
    """A value in the columns for it, by the name of the first."""
    match value:
        case PlanDate():
            return {name: value.text, f"{name}_first": value.first, f"{name}_last": value.last}
        case Quantity():
            return {
                name: value.text,
                f"{name}_number": float(value.value),
                f"{name}_upper": None if value.upper is None else float(value.upper),
                f"{name}_unit": value.unit or None,
                f"{name}_comparison": value.comparison.name.lower() if value.comparison else None,
                f"{name}_change": value.change.value if value.change else None,
            }
        case Mapping():
            return {name: dict(value)}
        case tuple():
            return {name: list(value)}
        case _:
            return {name: value}


def own_values(entity: Entity) -> dict[str, str]:
    """What an entity says in the fields that its plan declares for itself, as texts."""
    own = (field for field in fields_of(type(entity)).values() if field.about.own)
    found = ((field.key, getattr(entity, field.attribute)) for field in own)
    return {key: str(value) for key, value in found if value is not None}


def filled(columns: tuple[Column, ...], values: Row) -> Row:
    """A row with every column in its order, with what each holds where nothing is said."""
    return {column.name: _or_nothing(column, values.get(column.name)) for column in columns}


def _or_nothing(column: Column, value: Any) -> Any:
    match column.sort:
        case Sort.ROWS:
            return [filled(column.inner, entry) for entry in value or ()]
        case Sort.TEXTS:
            return value or []
        case Sort.WORDS:
            return value or {}
        case _:
            return value


def as_json(value: Any) -> Any:
    """A value of a row as JSON has it."""
    match value:
        case date():
            return value.isoformat()
        case list():
            return [as_json(entry) for entry in value]
        case Mapping():
            return {key: as_json(entry) for key, entry in value.items()}
        case float() if value.is_integer():
            return int(value)
        case _:
            return value


def _shared(model: type[Entity], without: Container[str]) -> Iterator[Field]:
    return (field for field in fields_of(model).values() if not field.about.own and field.key not in without)
