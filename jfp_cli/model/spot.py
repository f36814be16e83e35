"""What may stand at a path of a thing, as its model says."""

from typing import NamedTuple

from jfp_cli.model.field import Entity, Field, Shape, fields_of
from jfp_cli.values.address import Path


class Spot(NamedTuple):
    """A place in a thing: the entities that may stand there, the field that it is in and how many steps below that.

    `owner` is the model that has the field; the thing itself has neither.
    """

    models: tuple[type[Entity], ...]
    owner: type[Entity] | None = None
    field: Field | None = None
    depth: int = 0

    @property
    def shape(self) -> Shape:
        """What it holds."""
        if self.field is None:
            return Shape.FIELDS
        return self.field.shapes[self.depth]

    @property
    def keys(self) -> list[str]:
        """The keys that may stand here."""
        return list(fields_of(self.models[0])) if self.models else []

    def below(self, step: str | int) -> "Spot | None":
        """What may stand one step further down; None where nothing may."""
        for model in self.models:
            field = fields_of(model).get(step) if isinstance(step, str) else None
            if field is not None:
                return Spot(field.models if field.shape is Shape.FIELDS else (), model, field)
        if self.field is None or self.models:
            return None
        is_list = self.shape in (Shape.NAMES, Shape.TEXTS, Shape.ENTRIES)
        depth, innermost = self.depth + 1, len(self.field.shapes) - 1
        if depth > innermost or not isinstance(step, int if is_list else str):
            return None
        return self._replace(depth=depth, models=self.field.models if depth == innermost else ())


def spot_at(model: type[Entity], path: Path) -> Spot | None:
    """What may stand at a path below a model; None where nothing may."""
    spot: Spot | None = Spot((model,))
    for step in path:
        spot = spot.below(step) if spot else None
    return spot
