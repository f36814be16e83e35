"""The shape of each kind of plan file as JSON Schema (2020-12), for editors that complete and check as one types."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, models_json_schema
from pydantic_core import core_schema

from jfp_cli.loading import Loaded
from jfp_cli.loading.snippets import snippet_of
from jfp_cli.model.field import Entity, Field, every_model, fields_of
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.own import PLAIN, Models
from jfp_cli.model.types import A_DATE, WRITTEN

DATE = "Date"
"""The definition of dates, which all of them share."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS = {kind.schema: kind.name for kind in KINDS.values() if kind.schema}
"""The kinds of things that are files, by the name of their schema."""
Ids = Mapping[str, Sequence[str]]


def json_schema(kind: str | None = None, ids: Ids | None = None, of: Models = PLAIN) -> dict[str, Any]:
    """The schema of one kind of file, or of any; with `ids`, by kind of thing, nothing else may be named."""
    models = {name: of.of(kind) for name, kind in SCHEMAS.items()}
    _, everything = models_json_schema([(model, "validation") for model in models.values()], schema_generator=_Typed)
    definitions = everything["$defs"]
    _allow_former(definitions)
    _offer_snippets(definitions)
    _share_dates(definitions)
    if ids is not None:
        _enumerate(definitions, ids)
    if kind is not None:
        root = models[kind].__name__
        return {"$schema": DIALECT, "$ref": f"#/$defs/{root}", "$defs": _reached(definitions, root)}
    choices = [{"$ref": f"#/$defs/{model.__name__}"} for model in models.values()]
    return {"$schema": DIALECT, "anyOf": choices, "$defs": definitions}


def schema_of(model: type[Entity]) -> dict[str, Any]:
    """The schema of a file that is no part of a plan."""
    return model.model_json_schema(schema_generator=_Typed)


def ids_of(loaded: Loaded) -> dict[str, list[str]]:
    """The ids of a plan by kind of thing, as far as it could be read."""
    found = {field.about.names: loaded.sources.ids(field.about.names) for _, field in _naming()}
    if loaded.plan is not None:
        found["planning_periods"] = list(loaded.plan.settings.planning_periods)
    return found


class _Typed(GenerateJsonSchema):
    """The schema of what is typed: a key that may be left out may not be left empty."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> dict[str, Any]:
        """The schema of the value alone."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> dict[str, Any]:
        """The same: what a key means where it is missing is said in words."""
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: core_schema.DictSchema) -> dict[str, Any]:
        """Keys and values, each as they have to be; pydantic's own lets through the keys that do not match."""
        keys = self.generate_inner(schema["keys_schema"])
        return {
            "type": "object",
            "propertyNames": {"pattern": keys["pattern"]},
            "additionalProperties": self.generate_inner(schema["values_schema"]),
        }

    def literal_schema(self, schema: core_schema.LiteralSchema) -> dict[str, Any]:
        """The words, and as numbers those that other readers of YAML take for numbers."""
        words = _as_typed(schema["expected"])
        return super().literal_schema(schema) if words == schema["expected"] else {"enum": words}

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> dict[str, Any]:
        """Any one of the choices."""
        return {"anyOf": [self.generate_inner(choice) for choice in schema["choices"].values()]}

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - the signature of the class above
        """A title that repeats the key helps nobody."""
        return False


def _naming() -> Iterator[tuple[str, Field]]:
    """The fields that name things of a plan, each with the name of its model."""
    for model in every_model():
        yield from ((model.__name__, field) for field in fields_of(model).values() if field.about.names)


def _allow_former(definitions: dict[str, Any]) -> None:
    """Allow the keys that had another name under that too, and offer them no more."""
    for model in every_model():
        for field in fields_of(model).values():
            if field.about.formerly:
                schema = definitions[model.__name__]
                schema["properties"][field.about.formerly] = schema["properties"][field.key] | {"deprecated": True}
                schema["required"] = [key for key in schema["required"] if key != field.key]
                schema["oneOf"] = [{"required": [key]} for key in (field.key, field.about.formerly)]


def _offer_snippets(definitions: dict[str, Any]) -> None:
    """Say what to write of a thing that is begun."""
    for model in every_model():
        if snippet := snippet_of(model):
            definitions[model.__name__]["defaultSnippets"] = [snippet]


def _share_dates(definitions: dict[str, Any]) -> None:
    """Say once what a date looks like: it takes more to say than all else."""
    from jfp_cli.values.dates.known_words import pattern  # noqa: PLC0415 - only a schema needs it
    from jfp_cli.values.dates.undated import ANY_DATE  # noqa: PLC0415 - the same

    for schema in _schemas(definitions):
        if schema.get("format") == A_DATE:
            del schema["format"], schema["pattern"]
            schema["$ref"] = f"#/$defs/{DATE}"
    told = f"This names no date; {ANY_DATE}"
    said = {"description": "A date as planners write it.", "patternErrorMessage": told}
    definitions[DATE] = {**said, **WRITTEN, "pattern": pattern()}


def _enumerate(definitions: dict[str, Any], ids: Ids) -> None:
    """Allow nothing but the ids of a plan where its things are named; where words may stand too, anything goes."""
    for model, field in _naming():
        if field.about.or_words:
            continue
        schema = definitions[model]["properties"][field.key]
        listed = list(ids.get(field.about.names, ()))
        match schema.get("type"):
            case "array" if listed:
                schema["items"] = {"enum": _as_typed(listed)}
            case "array":
                schema["maxItems"] = 0
            case "object":
                schema["propertyNames"] = {"enum": listed}
            case _ if listed:
                del schema["type"], schema["pattern"], schema["minimum"]
                schema["enum"] = _as_typed(listed)


def _as_typed(ids: list[str]) -> list[str | int]:
    """Ids, and as numbers those that other readers of YAML take for numbers."""
    return [*ids, *(int(name) for name in ids if name.isdecimal())]


def _reached(definitions: dict[str, Any], root: str) -> dict[str, Any]:
    """The definitions that one of them needs, itself included, in their order."""
    needed: set[str] = set()
    todo = [root]
    while todo:
        name = todo.pop()
        if name not in needed:
            needed.add(name)
            todo += _references(definitions[name])
    return {name: definition for name, definition in definitions.items() if name in needed}


def _references(schema: Any) -> Iterator[str]:
    """The names of the definitions that a schema refers to."""
    return (str(found["$ref"]).rpartition("/")[2] for found in _schemas(schema) if "$ref" in found)


def _schemas(schema: Any) -> Iterator[dict[str, Any]]:
    """A schema, and all that it holds."""
    if isinstance(schema, dict):
        yield schema
    for below in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from _schemas(below)
