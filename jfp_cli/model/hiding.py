"""Which fields the public edition leaves out, and which it may leave out."""

from functools import cache

from jfp_cli.model.field import Entity, fields_of
from jfp_cli.model.kinds import KINDS, model_of


@cache
def every_model() -> tuple[type[Entity], ...]:
    """The classes of everything that plan files can hold, each once."""
    found: dict[type[Entity], None] = {}
    todo = [model_of(kind.name) for kind in KINDS.values() if kind.model]
    while todo:
        model = todo.pop(0)
        if model not in found:
            found[model] = None
            todo += [below for field in fields_of(model).values() for below in field.models]
    return tuple(found)


@cache
def hideable() -> tuple[str, ...]:
    """The keys that `publish.public.hide` may name, by name."""
    return tuple(
        sorted({field.key for model in every_model() for field in fields_of(model).values() if field.about.may_hide})
    )
