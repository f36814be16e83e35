"""What the public does not see: fields taken out of a plan before a document is made of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from jfp_cli.model.field import Audience, Entity, Field, fields_of
from jfp_cli.model.kinds import FILE_KINDS
from jfp_cli.model.plan import Plan
from jfp_cli.model.walk import below, walk
from jfp_cli.query.search import texts_of
from jfp_cli.values.address import Address


@dataclass(frozen=True, slots=True)
class Hidden:
    """Which fields an audience does not see: none, or those that are internal and those that the plan names."""

    audience: Audience
    names: frozenset[str] = frozenset()

    def __call__(self, field: Field) -> bool:
        """Whether a field is hidden."""
        return self.audience == "public" and (field.about.audience == "internal" or field.key in self.names)


def hidden_from(audience: Audience, plan: Plan) -> Hidden:
    """What an audience of a plan does not see; without a status nobody may see when something was completed."""
    if audience != "public":
        return Hidden(audience)
    names = frozenset(plan.settings.publish.public.hide)
    return Hidden(audience, names | {"completed"} if "status" in names else names)


def without(plan: Plan, hidden: Hidden) -> Plan:
    """The plan as if nobody had written the hidden fields."""
    if hidden.audience != "public":
        return plan
    files = {
        kind.name: {name: _stripped(entity, hidden) for name, entity in getattr(plan, kind.name).items()}
        for kind in FILE_KINDS
        if plan.has(kind.name)
    }
    return replace(plan, settings=_stripped(plan.settings, hidden), **files)


def hidden_texts(plan: Plan, hidden: Hidden) -> Iterator[tuple[Address, str]]:
    """Every text that stands in a hidden field, or below one."""
    for found in walk(plan, hidden):
        yield from texts_of([found] if not isinstance(found.value, Entity) else below(found.at, found.value))


def _stripped(entity: Any, hidden: Hidden) -> Any:
    """An entity with the defaults in place of hidden fields, or nothing, in everything below it too."""
    changed: dict[str, Any] = {}
    model: type[Entity] = type(entity)
    for field in fields_of(model).values():
        value = getattr(entity, field.attribute)
        if hidden(field):
            info = model.model_fields[field.attribute]
            changed[field.attribute] = None if field.required else info.get_default(call_default_factory=True)
        elif field.models:
            changed[field.attribute] = _stripped_below(value, hidden)
    return entity.model_copy(update=changed) if changed else entity


def _stripped_below(value: Any, hidden: Hidden) -> Any:
    """The same for the entities in a list or a mapping at any depth; a sentence in place of one stays."""
    if isinstance(value, tuple):
        return tuple(_stripped_below(entry, hidden) for entry in value)
    if isinstance(value, dict):
        return {key: _stripped_below(entry, hidden) for key, entry in value.items()}
    return _stripped(value, hidden) if isinstance(value, Entity) else value
