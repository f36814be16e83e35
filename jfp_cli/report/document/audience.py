"""What the public does not see: fields taken out of a plan before a document is made of it."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

from jfp_cli.model.fields import Entity
from jfp_cli.model.plan import Plan
from jfp_cli.query.texts import texts
from jfp_cli.report.document.shape import Audience
from jfp_cli.values.address import Address

ALWAYS_HIDDEN = frozenset({"owner", "updates", "evidence", "pending"})
READINGS = "readings"


def hidden_fields(plan: Plan, audience: Audience) -> AbstractSet[str]:
    """The names of the fields that an audience does not see."""
    if audience != "public":
        return frozenset()
    hidden = ALWAYS_HIDDEN | {*plan.settings.publish.public.hide}
    return hidden | {"completed"} if "status" in hidden else hidden


def without(plan: Plan, hidden: AbstractSet[str]) -> Plan:
    """The plan as if nobody had written these fields."""
    if not hidden:
        return plan
    files = {
        kind: {}
        if kind == READINGS in hidden
        else {name: _stripped(entity, hidden) for name, entity in entities.items()}
        for kind, entities in plan.files.items()
    }
    return replace(plan, settings=_stripped(plan.settings, hidden), files=files)


def hidden_texts(plan: Plan, hidden: AbstractSet[str]) -> Iterator[tuple[Address, str]]:
    """Every text that stands in a field of these names, or below one."""
    for address, text in texts(plan):
        if not hidden.isdisjoint(address.path) or (address.kind == READINGS and READINGS in hidden):
            yield address, text


def _stripped(value: Any, hidden: AbstractSet[str]) -> Any:
    """An entity with the defaults in place of hidden fields, in everything below it too."""
    fields = type(value).model_fields
    changed: dict[str, Any] = {}
    for name, own in value.__dict__.items():
        if name in hidden:
            changed[name] = fields[name].get_default(call_default_factory=True)
        elif isinstance(own, Entity):
            changed[name] = _stripped(own, hidden)
        elif isinstance(own, tuple) and any(isinstance(entry, Entity) for entry in own):
            changed[name] = tuple(_stripped(entry, hidden) if isinstance(entry, Entity) else entry for entry in own)
    return value.model_copy(update=changed) if changed else value
