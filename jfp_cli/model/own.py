"""Fields that a plan declares for itself, and the models that have them beside their own."""

import re
from collections.abc import Mapping
from functools import cache, reduce
from operator import or_
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

import pydantic

from jfp_cli.model.field import About, Audience, Entity, Field, field, fields_of, required
from jfp_cli.model.kinds import KINDS, kind_of, model_of
from jfp_cli.model.types import WRITTEN, Date, Link, Text, Texts, figure_in, read_by
from jfp_cli.values.text import as_id

FIELDS = "fields"
"""The key of plan.yaml under which they are declared, and the one of rows under which they stand."""
OwnType = Literal["text", "date", "figure", "choice", "link"]
CHOICE = "choice"
TYPES: Mapping[OwnType, str] = {
    "text": "Words.",
    "date": "A date as planners write it, such as Autumn 2026.",
    "figure": "A figure, such as £2.4m.",
    "choice": "One of the words that `choices` lists.",
    "link": "An address, such as https://example.org.",
}
AUDIENCES: Mapping[Audience, str] = {
    "public": "Everybody who reads the published plan.",
    "internal": "The organisation's own people; the published plan leaves it out.",
}
OF_KINDS = tuple(name for name, kind in KINDS.items() if kind.model and kind.id_key)
"""The kinds of thing that have keys, which a plan may add to."""
_OWN = "own_"
_PLAIN = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*\Z")


class Declaration(Entity):
    """A field of the plan's own: what it says, how it is written, and who sees it."""

    about: Text = required("What it says, in a sentence.", "What it costs in its first year")
    type: OwnType = required("How it is written.", "figure", prose=False, meanings=TYPES)
    choices: Texts = field(
        "The words of which it may have one, where its type is choice.",
        ["low", "moderate", "high"],
        default=(),
        prose=False,
    )
    audience: Audience = field(
        "Who sees it in the published plan.", "public", "internal", default="internal", prose=False, meanings=AUDIENCES
    )


class OwnField(NamedTuple):
    """A field that the things of a kind have in one plan; of a choice without choices any text will do."""

    kind: str
    key: str
    about: str = ""
    type: OwnType = "text"
    choices: tuple[str, ...] = ()
    audience: Audience = "internal"


class Models(NamedTuple):
    """The classes of a plan's things: those that everybody has, with the fields that the plan declares."""

    own: tuple[OwnField, ...] = ()

    def of(self, kind: str) -> type[Entity]:
        """The class of a kind of thing; the ordinary one where neither it nor what it holds has fields of its own."""
        model = model_of(kind)
        return _with_own(model, self.own) if self.own else model


PLAIN = Models()
"""The classes that everybody has."""


def is_plain_key(name: str) -> bool:
    """Whether a field can be called so, wherever its name is typed."""
    return _PLAIN.match(name) is not None


def as_plain_key(name: str) -> str:
    """The name that is nearest to one by which no field can be called; empty where nothing of it is left."""
    return as_id(name).lstrip("0123456789-").replace("-", "_")


def has_field(kind: str, key: str) -> bool:
    """Whether things of a kind have a field of this name in every plan."""
    return key in fields_of(model_of(kind))


def is_own(field: Field) -> bool:
    """A field that the plan declares."""
    return field.attribute.startswith(_OWN)


def may_be_declared(kind: str, key: str) -> bool:
    """Whether things of a kind can have another field of this name."""
    return kind in OF_KINDS and is_plain_key(key) and not has_field(kind, key)


def declared_in(kinds: dict[str, dict[str, Declaration]]) -> tuple[OwnField, ...]:
    """The fields that a plan can have of those that it declares."""
    return tuple(
        OwnField(kind, key, said.about, said.type, said.choices if said.type == CHOICE else (), said.audience)
        for kind, fields in kinds.items()
        for key, said in fields.items()
        if may_be_declared(kind, key)
    )


@cache
def _with_own(model: type[Entity], own: tuple[OwnField, ...]) -> type[Entity]:
    """A model with its own fields and those of what it holds; the same class where it has none."""
    kind = kind_of(model)
    made: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        annotation = _rewritten(info.annotation, own)
        if annotation is not info.annotation:
            default = ... if info.is_required() else info.default
            said = pydantic.Field(default, alias=info.alias, json_schema_extra=info.json_schema_extra)
            made[name] = (Annotated[(annotation, *info.metadata)] if info.metadata else annotation, said)
    for one in own:
        if kind is not None and one.kind == kind.name:
            made[f"{_OWN}{one.key}"] = (_type_of(one) | None, _said(one))
    if not made:
        return model
    extended: type[Entity] = pydantic.create_model(
        model.__name__, __base__=model, __module__=model.__module__, __doc__=model.__doc__, **made
    )
    return extended


def _rewritten(annotation: Any, own: tuple[OwnField, ...]) -> Any:
    """A type with the models of a plan in place of those that everybody has; itself where that changes nothing."""
    if isinstance(annotation, type) and issubclass(annotation, Entity):
        return _with_own(annotation, own)
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is None or origin is Literal:
        return annotation
    inner = parts[:1] if origin is Annotated else parts
    changed = tuple(_rewritten(part, own) for part in inner)
    if all(after is before for after, before in zip(changed, inner, strict=True)):
        return annotation
    if origin is Annotated:
        return Annotated[(changed[0], *parts[1:])]
    return origin[changed] if origin in (tuple, dict) else reduce(or_, changed)


def _said(one: OwnField) -> Any:
    about = About(one.about, one.choices, audience=one.audience, prose=one.type not in ("choice", "link"), own=True)
    return pydantic.Field(None, alias=one.key, json_schema_extra=about)


def _type_of(one: OwnField) -> Any:
    if one.type == CHOICE:
        return Literal[one.choices] if one.choices else Text
    return {"text": Text, "date": Date, "figure": _Figure, "link": Link}[one.type]


def _figure(value: Any, info: Any) -> Any:
    return figure_in(value, info.context)


_Figure = Annotated[Any, read_by(_figure, WRITTEN, "figure")]
"""A figure that stands by itself, whatever the thing says of its target."""
