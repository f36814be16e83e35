"""Every text of the plan with its address."""

from collections.abc import Iterable, Iterator
from typing import Any

from jfp_cli.model.fields import Entity
from jfp_cli.model.plan import Plan
from jfp_cli.model.things import FILE_KINDS, NAMED_LISTS
from jfp_cli.values.address import Address
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.quantity import Quantity


def texts(plan: Plan) -> Iterator[tuple[Address, str]]:
    """Every text, id, date and figure as written, in the order of the published document."""
    settings = plan.settings
    for field in ("places", "strategy_priorities", "duties", "glossary"):
        for name, text in getattr(settings, field).items():
            yield Address(field, name), f"{name}: {text}"
    vocabularies = {"places", "strategy_priorities", "duties", "glossary", "contents"}
    yield from _fields(Address("plan"), settings, skipped=vocabularies)
    for number, part in enumerate(settings.contents):
        yield from _fields(Address("plan", "", ("contents", number)), part, skipped={"sections", "enablers"})
    for kind, files in plan.files.items():
        for name, entity in files.items():
            yield from _fields(Address(FILE_KINDS.get(kind, kind), name), entity)


def _fields(here: Address, entity: Any, skipped: Iterable[str] = ()) -> Iterator[tuple[Address, str]]:
    for name, field in type(entity).model_fields.items():
        if name not in skipped:
            yield from _value(here.at(field.alias or name), name, getattr(entity, name))


def _value(here: Address, field: str, value: Any) -> Iterator[tuple[Address, str]]:
    if isinstance(value, str):
        yield here, value
    elif isinstance(value, PlanDate | Quantity):
        yield here, value.text
    elif isinstance(value, tuple):
        for at, entry in enumerate(value):
            kind = NAMED_LISTS.get(field) if isinstance(entry, Entity) else None
            yield from _value(Address(kind, entry.id) if kind else here.at(at), "", entry)
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _value(here.at(key), "", entry)
    elif isinstance(value, Entity):
        yield from _fields(here, value)
