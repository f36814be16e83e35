"""Jinja's sandbox for the plan: templates read what things say, and can call and change nothing of them."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any

from jinja2.sandbox import ImmutableSandboxedEnvironment

from jfp_cli.model.field import Entity, Field, fields_of
from jfp_cli.report.document.view import OfEntity

_OF_DATES = ("year", "month", "day", "isoformat", "strftime")


class Sandbox(ImmutableSandboxedEnvironment):
    """A template reads an entity by the keys of its fields in YAML, a view by what it adds and then by those.

    Pydantic's own methods stay out of reach, some of which read files and run what they read.
    """

    read: Callable[[Entity, Field], Any]

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What `obj.attribute` is in a template."""
        kind: Any = type(obj)
        if attribute in _values_of(kind):
            return getattr(obj, attribute)
        entity: Any = obj.entity if isinstance(obj, OfEntity) else obj
        kind = type(entity)
        known = _fields_of(kind)
        if known is None:
            return super().getattr(obj, attribute)
        field = known.get(attribute)
        return self.undefined(obj=entity, name=attribute) if field is None else self.read(entity, field)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """What `obj[argument]` is, and what filters such as `map(attribute=...)` look at."""
        of_plan = isinstance(obj, Entity | OfEntity) and isinstance(argument, str)
        return self.getattr(obj, argument) if of_plan else super().getitem(obj, argument)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may have an attribute: of the plan its fields, of a day what it does not ask the clock."""
        if isinstance(obj, Entity):
            return attr in type(obj).model_fields
        if isinstance(obj, date):
            return attr in _OF_DATES
        is_method = type(obj).__module__.startswith("jfp_cli.") and callable(value)
        return not is_method and super().is_safe_attribute(obj, attr, value)


@cache
def _values_of(kind: type[Any]) -> frozenset[str]:
    """What a view, a date or a figure is made of, which needs no second look."""
    is_value = kind.__module__.startswith("jfp_cli.") and is_dataclass(kind)
    return frozenset(field.name for field in fields(kind)) if is_value else frozenset()


@cache
def _fields_of(kind: type[Any]) -> Mapping[str, Field] | None:
    return fields_of(kind) if issubclass(kind, Entity) else None
