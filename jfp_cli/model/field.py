"""What a field of the plan is, said at the field: its sentence, examples, who sees it, and what it holds or names."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

import pydantic

from jfp_cli.model.kinds import KINDS, OF_LIST, VOCABULARIES, kind_of, model_of
from jfp_cli.model.types import Sort, Typed

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
    mapping, as its keys; `or_words` where words that name nothing may stand there too. `formerly` is another key that
    is read for it, and `synonyms` are those that planners write elsewhere and that are led to it; `means` does the same
    for its words, of each of which it has those that may be meant. `meanings` says what each word stands for, of which
    it may have one. `own` is a field that the plan itself declares.
    """

    sentence: str
    examples: tuple[Any, ...] = ()
    audience: Audience = "public"
    may_hide: bool = False
    prose: bool = True
    names: str = ""
    or_words: bool = False
    formerly: str = ""
    synonyms: tuple[str, ...] = ()
    means: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    meanings: Mapping[str, str] = dataclasses.field(default_factory=dict)
    own: bool = False

    def __call__(self, schema: dict[str, Any]) -> None:
        """Put the sentence, the examples and what its words stand for into the field's JSON Schema."""
        schema["description"] = self.sentence
        if self.examples:
            schema["examples"] = list(self.examples)
        if self.meanings:
            words = _enumerated(schema)
            words["markdownEnumDescriptions"] = [self.meanings[word] for word in words["enum"]]


def _enumerated(schema: dict[str, Any]) -> dict[str, Any]:
    """The part of a field's schema that lists its words: itself, or that of the values of a mapping."""
    return schema if "enum" in schema else _enumerated(schema["additionalProperties"])


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

    `key` is its name in YAML, `attribute` that in Python. `shapes` is what it holds, what its entries or values hold,
    and so on inwards. `models` are the entities that may stand innermost, where a text may do too. `holds` is the kind
    of the things that are its entries, empty where there are none. `choices` are the words of which it may have one.
    `sort` is what stands innermost where no entity does.
    """

    attribute: str
    key: str
    about: About
    shapes: tuple[Shape, ...]
    required: bool
    models: tuple[type[Entity], ...]
    holds: str
    choices: tuple[str, ...]
    sort: Sort

    @property
    def shape(self) -> Shape:
        """What it holds."""
        return self.shapes[0]

    @property
    def is_date(self) -> bool:
        """Whether dates stand innermost."""
        return self.sort == "date"

    @property
    def or_text(self) -> bool:
        """Where an entity may stand, a sentence may stand instead."""
        return bool(self.models) and self.shapes[-1] is Shape.TEXT

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
    found = _Inside(whole, [*info.metadata, *said])
    key = info.alias or name
    is_vocabulary = found.shapes[0] is Shape.WORDS and key in VOCABULARIES
    holds = key if is_vocabulary else OF_LIST[key].name if Shape.ENTRIES in found.shapes and key in OF_LIST else ""
    return Field(name, key, about, found.shapes, info.is_required(), found.models, holds, found.choices, found.sort)


class _Inside:
    """What some annotated types hold: their shapes inwards, and the entities and words among the innermost."""

    def __init__(self, kinds: list[Any], said: list[Any]) -> None:
        origin = get_origin(kinds[0])
        self.models: tuple[type[Entity], ...]
        self.choices: tuple[str, ...]
        self.shapes: tuple[Shape, ...]
        if origin in (tuple, dict):
            parts = get_args(kinds[0])
            inner = _Inside(*_parted(parts[-1] if origin is dict else parts[0]))
            self.models, self.choices = inner.models, inner.choices
            self.shapes = (Shape.WORDS if origin is dict else _list_of(inner), *inner.shapes)
            self.sort: Sort = inner.sort
            return
        self.models = tuple(kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Entity))
        self.choices = tuple(word for kind in kinds if get_origin(kind) is Literal for word in get_args(kind))
        self.sort = next((word.sort for word in said if isinstance(word, Typed)), "text")
        is_entity = len(self.models) == len(kinds)
        self.shapes = (Shape.FIELDS if is_entity else Shape.BARE if self.sort in ("count", "truth") else Shape.TEXT,)


def _list_of(inner: _Inside) -> Shape:
    return Shape.ENTRIES if inner.models else Shape.NAMES if inner.sort == "name" else Shape.TEXTS


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
def showable() -> tuple[str, ...]:
    """What `publish.public.show` may name: internal fields, those of entries after the list that they stand in."""
    names = {
        f"{outer.key}.{inner.key}"
        for model in every_model()
        for outer in fields_of(model).values()
        for entry in outer.models
        if kind_of(entry) is None
        for inner in fields_of(entry).values()
        if inner.about.audience == "internal"
    }
    of_things = (model for model in every_model() if kind_of(model))
    return tuple(
        sorted(
            names
            | {
                field.key
                for model in of_things
                for field in fields_of(model).values()
                if field.about.audience == "internal"
            }
        )
    )


def holds_dates(field: Field) -> bool:
    """Whether dates stand innermost, for who walks a plan in search of them."""
    return field.is_date


@cache
def hideable() -> tuple[str, ...]:
    """The keys that `publish.public.hide` may name, by name."""
    return tuple(
        sorted({field.key for model in every_model() for field in fields_of(model).values() if field.about.may_hide})
    )
