"""What the public does not see: fields taken out of a plan before a document is made of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from jfp_cli.model.field import Audience, Entity, Field, fields_of
from jfp_cli.model.kinds import FILE_KINDS
from jfp_cli.model.plan import Plan
from jfp_cli.model.walk import below, walk, with_entities
from jfp_cli.query.search import texts_of
from jfp_cli.values.address import Address
from jfp_cli.values.dates import PlanDate


@dataclass(frozen=True, slots=True)
class Hidden:
    """Which fields an audience does not see: none, or those that are internal and those that the plan names.

    `shown` has the keys of internal fields that the plan shows all the same; of its own fields each says so itself.
    """

    audience: Audience
    names: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()

    def __call__(self, field: Field) -> bool:
        """Whether a field is hidden."""
        about = field.about
        is_internal = about.audience == "internal" and (about.own or field.key not in self.shown)
        return self.audience == "public" and (is_internal or field.key in self.names)

    def and_also(self, other: "Hidden") -> "Hidden":
        """What is hidden here or there."""
        return Hidden(self.audience, self.names | other.names, self.shown & other.shown)


def hidden_from(audience: Audience, plan: Plan) -> Hidden:
    """What an audience of a plan does not see; without a status nobody may see when something was completed."""
    if audience != "public":
        return Hidden(audience)
    public = plan.settings.publish.public
    names, shown = frozenset(public.hide), frozenset(name.rpartition(".")[2] for name in public.show)
    return Hidden(audience, names | {"completed"} if "status" in names else names, shown)


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


def days_of_dates(plan: Plan) -> Iterator[str]:
    """The first and the last day of each date, as pages have them beside it for their filters."""
    for found in walk(plan):
        if isinstance(found.value, PlanDate):
            yield from map(str, filter(None, (found.value.first, found.value.last)))


def _stripped(entity: Any, hidden: Hidden) -> Any:
    """An entity with the defaults in place of hidden fields, in everything below it too.

    What must be there and is internal is nothing: a page has no place for it.
    """
    changed: dict[str, Any] = {}
    model: type[Entity] = type(entity)
    for field in fields_of(model).values():
        value = getattr(entity, field.attribute)
        if not hidden(field):
            if field.models:
                changed[field.attribute] = with_entities(value, partial(_stripped, hidden=hidden))
        elif not field.required:
            changed[field.attribute] = model.model_fields[field.attribute].get_default(call_default_factory=True)
        elif field.about.audience == "internal":
            changed[field.attribute] = None
    return entity.model_copy(update=changed) if changed else entity
