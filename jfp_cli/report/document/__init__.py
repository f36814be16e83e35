"""What every view of the document is made of: an entity of the plan and what follows from it, frozen."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

from jfp_cli.model.field import Entity

View = TypeVar("View")


@dataclass_transform(frozen_default=True, eq_default=False)
def view(kind: type[View]) -> type[View]:
    """A frozen dataclass, which nobody compares or prints: making so many of them ready for it takes 10 ms."""
    return dataclass(frozen=True, slots=True, eq=False, repr=False)(kind)


class OfEntity:
    """A view of an `entity` of the plan: a template reads the entity's fields as if they were the view's own."""

    __slots__ = ()
    entity: Entity
