"""What templates may read of the plan: Jinja's sandbox for it, and the fields that name things with those things."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from jinja2 import nodes
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from jfp_cli.model.field import Entity, Field, Shape, fields_of
from jfp_cli.report.document import OfEntity, view
from jfp_cli.report.document.names import Named, Names
from jfp_cli.report.language import say, spoken
from jfp_cli.report.pages.printed import check_concatenated, printed
from jfp_cli.values.text import is_link

_OF_DATES = ("year", "month", "day", "isoformat", "strftime")


class Sandbox(ImmutableSandboxedEnvironment):
    """A template reads an entity by the keys of its fields in YAML, a view by what it adds and then by those.

    Pydantic's own methods stay out of reach, some of which read files and run what they read.
    """

    read: Callable[[Entity, Field], Any]
    intercepted_binops = frozenset({"%"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """What `"%s" % value` is: a text of what may be printed."""
        if isinstance(left, str):
            right = tuple(map(printed, right)) if isinstance(right, tuple) else printed(right)
        return super().call_binop(context, operator, left, right)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return check_concatenated(super()._parse(source, name, filename), self)

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


@view
class Value:
    """One value of a field: prose, a text as it is written, an address, a thing of the plan, or fields of its own."""

    kind: Literal["prose", "written", "link", "thing", "fields"]
    value: Any


@view
class Labelled:
    """A field with its label; `listed` where it holds a list."""

    label: str
    listed: bool
    values: tuple[Value, ...]


class Fields:
    """Reads the fields of entities, and knows what is called how in the document."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def value(self, entity: Entity, field: Field) -> Any:
        """What a field holds; the things that it names in place of their ids."""
        value = getattr(entity, field.attribute)
        kind = field.about.names
        if not kind or field.shape is Shape.WORDS:
            return value
        if isinstance(value, str):
            return self._names.one(kind, value)
        return self._names.all(kind, value) if isinstance(value, tuple) else value

    def others(self, thing: Entity | OfEntity, *placed: str) -> tuple[Labelled, ...]:
        """The fields of an entity that a template does not place itself and that say something.

        Raises ValueError where it places one that there is not.
        """
        entity: Entity = thing.entity if isinstance(thing, OfEntity) else thing
        left = _left(type(entity), placed)
        return tuple(self._labelled(entity, left)) if left else ()

    def _labelled(self, entity: Entity, fields: Iterable[Field]) -> Iterator[Labelled]:
        for field in fields:
            value = self.value(entity, field)
            if value not in (None, (), {}) and value != type(entity).model_fields[field.attribute].default:
                yield self._field(field.label if field.about.own else say(field.label), value, field)

    def _field(self, label: str, value: Any, field: Field) -> Labelled:
        if isinstance(value, dict):
            rows = tuple(self._field(key, entry, field) for key, entry in value.items())
            return Labelled(label, True, (Value("fields", rows),))
        entries = value if isinstance(value, tuple) else (value,)
        return Labelled(label, isinstance(value, tuple), tuple(self._entry(entry, field) for entry in entries))

    def _entry(self, value: Any, field: Field) -> Value:
        if isinstance(value, Entity):
            return Value("fields", tuple(self._labelled(value, fields_of(type(value)).values())))
        if isinstance(value, Named):
            return Value("thing", value)
        if isinstance(value, bool):
            return Value("written", say("yes" if value else "no"))
        if isinstance(value, int):
            return Value("written", spoken().figure(value))
        if field.choices:
            return Value("written", value if field.about.own else say(value.replace("_", " ")))
        if field.about.prose and isinstance(value, str):
            return Value("prose", value)
        text = str(printed(value))
        return Value("link" if is_link(text) else "written", text)


@cache
def _left(model: type[Entity], placed: tuple[str, ...]) -> tuple[Field, ...]:
    fields = fields_of(model)
    if unknown := [name for name in placed if name not in fields]:
        raise ValueError(f'a {model.__name__.lower()} has no field "{unknown[0]}"')
    return tuple(field for key, field in fields.items() if key not in placed)
