"""What a field of the plan is, said at the field: its sentence, examples, who sees it, and what it holds or names."""

from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

import pydantic

from jfp_cli.model.kinds import KINDS, OF_LIST, VOCABULARIES, model_of
from jfp_cli.model.types import Typed

Audience = Literal["public", "internal"]
OF_A_DAY = "on"
"""What the key of an event's day was called; other readers of YAML take it for "true"."""


class Entity(pydantic.BaseModel):
    """A part of the plan: its fields are fixed and it never changes."""

    model_config = pydantic.ConfigDict(frozen=True, extra="forbid", defer_build=True)


@dataclass(frozen=True, slots=True)
class About:
    """What is said of a field where it stands; as pydantic's `json_schema_extra` it describes the field to editors.

    `audience` is who sees it in the published plan, and `may_hide` whether `publish.public.hide` may name it. `prose`
    is text that people read as sentences. `names` is the kind of thing whose ids stand in it: as its values or, of a
    mapping, as its keys. `formerly` is another key that is read for it.
    """

    sentence: str
    examples: tuple[Any, ...] = ()
    audience: Audience = "public"
    may_hide: bool = False
    prose: bool = True
    names: str = ""
    formerly: str = ""

    def __call__(self, schema: dict[str, Any]) -> None:
        """Put the sentence and the examples into the field's JSON Schema."""
        schema["description"] = self.sentence
        if self.examples:
            schema["examples"] = list(self.examples)


def field(sentence: str, *examples: Any, default: Any = None, alias: str | None = None, **said: Any) -> Any:
    """A field that may be left out; the rest is said as About has it, such as `prose=False`."""
    return pydantic.Field(default, alias=alias, json_schema_extra=About(sentence, examples, **said))


def required(sentence: str, *examples: Any, alias: str | None = None, **said: Any) -> Any:
    """A field that must be there."""
    return field(sentence, *examples, default=..., alias=alias, **said)


class Shape(Enum):
    """What a field holds."""

    TEXT = "a text"
    BARE = "a number, true or false"
    NAMES = "a list of names"
    TEXTS = "a list of texts"
    WORDS = "texts by name"
    ENTRIES = "entries with fields of their own"
    FIELDS = "fields of its own"


class Field(NamedTuple):
    """A field of a model, and what follows from how it is declared.

    `key` is its name in YAML, `attribute` that in Python. `inner` is what one of its entries or values holds, and
    `models` the entities that may stand in it or in those. `holds` is the kind of the things with an id that are its
    entries, empty where there are none. `choices` are the words of which it may have one.
    """

    attribute: str
    key: str
    about: About
    shape: Shape
    inner: Shape
    required: bool
    models: tuple[type[Entity], ...]
    holds: str
    choices: tuple[str, ...]

    @property
    def label(self) -> str:
        """What it is called on a page."""
        return self.key.replace("_", " ")


@cache
def fields_of(model: type[Entity]) -> dict[str, Field]:
    """The fields of a model by their keys, in the order in which they are written."""
    return {found.key: found for found in (_field(name, info) for name, info in model.model_fields.items())}


def _field(name: str, info: Any) -> Field:
    about: About = info.json_schema_extra
    whole, said = _parted(info.annotation)
    inner, more = _parted(*(part for kind in whole if get_origin(kind) in (tuple, dict) for part in get_args(kind)))
    every = [*whole, *inner]
    models = tuple(dict.fromkeys(kind for kind in every if isinstance(kind, type) and issubclass(kind, Entity)))
    choices = tuple(word for kind in every if get_origin(kind) is Literal for word in get_args(kind))
    shape = _shape(whole[0], models, {word.sort for word in (*info.metadata, *said, *more) if isinstance(word, Typed)})
    key = info.alias or name
    is_vocabulary = shape is Shape.WORDS and key in VOCABULARIES
    holds = key if is_vocabulary else OF_LIST[key].name if shape is Shape.ENTRIES and key in OF_LIST else ""
    return Field(name, key, about, shape, _inner(whole[0]), info.is_required(), models, holds, choices)


def _shape(whole: Any, models: tuple[type[Entity], ...], sorts: set[str]) -> Shape:
    if get_origin(whole) is dict:
        return Shape.WORDS
    if get_origin(whole) is tuple:
        return Shape.ENTRIES if models else Shape.NAMES if "name" in sorts else Shape.TEXTS
    return Shape.FIELDS if models else Shape.BARE if "bare" in sorts else Shape.TEXT


def _inner(whole: Any) -> Shape:
    """What an entry of a list or a value of a mapping holds; of entries that may be texts, it is a text."""
    entries, _ = _parted(*get_args(whole)[-1:]) if get_origin(whole) is dict else _parted(*get_args(whole)[:1])
    if entries and get_origin(entries[0]) is tuple:
        return Shape.ENTRIES if _inner(entries[0]) is Shape.FIELDS else Shape.TEXTS
    is_entity = bool(entries) and all(isinstance(kind, type) and issubclass(kind, Entity) for kind in entries)
    return Shape.FIELDS if is_entity else Shape.TEXT


def _parted(*annotations: Any) -> tuple[list[Any], list[Any]]:
    """The types that annotations allow, without None, and what Annotated says of them."""
    kinds: list[Any] = []
    said: list[Any] = []
    for annotation in annotations:
        origin, parts = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            said += parts[1:]
        if origin in (Annotated, Union, UnionType):
            inner = _parted(*(parts[:1] if origin is Annotated else parts))
            kinds += inner[0]
            said += inner[1]
        elif annotation not in (NoneType, Ellipsis):
            kinds.append(annotation)
    return kinds, said


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
