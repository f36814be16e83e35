"""The page of fields, from the models that read them."""

from collections.abc import Iterable, Iterator
from typing import Any, get_args

from pydantic.fields import FieldInfo

from documentation import markdown as md
from jfp_cli.model.field import Entity, Field, fields_of
from jfp_cli.model.kinds import KINDS, OF_FOLDER, model_of
from jfp_cli.model.types import Count, Date, Figure, Month, Truth, Typed

AUDIENCE = {
    ("public", False): "",
    ("public", True): "may be hidden",
    ("internal", False): "*internal*",
    ("internal", True): "*internal*",
}
VALUES = {
    said: words
    for kind, words in (
        (Date, "a [date](dates.md)"),
        (Figure, "a [figure](figures.md)"),
        (Count, "a whole number"),
        (Month, "a month"),
        (Truth, "true or false"),
    )
    for said in get_args(kind)[1:]
}
FILES = {folder: "plan.yaml" if folder == "plan" else f"{folder}/*.yaml" for folder in OF_FOLDER}


def page() -> str:
    """Every key of every kind of file, with what it means and how it is written."""
    parts: list[str] = []
    shown: set[type[Entity]] = set()
    for folder, kind in OF_FOLDER.items():
        parts.append(f"## {FILES[folder]}")
        parts += _models(model_of(kind.name), shown)
    return md.page(
        "Fields",
        "Every key that a plan file may hold. A key in **bold** must be there. What is *internal* is left out of the "
        "page for the public; `publish` in `plan.yaml` may hide more, where the last column says so.",
        *parts,
    )


def _models(model: type[Entity], shown: set[type[Entity]]) -> Iterator[str]:
    """A model and those that stand in it, each once."""
    if model in shown:
        return
    shown.add(model)
    found = fields_of(model)
    yield f"### {title_of(model)}"
    yield md.text(model.__doc__ or "")
    head = ("Key", "What it means", "Holds", "For example", "")
    yield md.table(head, [_row(field, model.model_fields[field.attribute]) for field in found.values()])
    for field in found.values():
        for inner in field.models:
            yield from _models(inner, shown)


def title_of(model: type[Entity]) -> str:
    """What a model is called in a heading."""
    nouns = {model_of(kind.name): kind.noun for kind in KINDS.values() if kind.model}
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in model.__name__).strip()
    return nouns.get(model, words).capitalize()


def _row(field: Field, declared: FieldInfo) -> tuple[str, ...]:
    about = field.about
    key = f"**{md.code(field.key)}**" if field.required else md.code(field.key)
    examples = "<br>".join(md.code(_written(example)) for example in about.examples)
    return key, md.text(about.sentence), _holds(field, declared), examples, AUDIENCE[about.audience, about.may_hide]


def _holds(field: Field, declared: FieldInfo) -> str:
    typed = [VALUES[said] for said in _said((*declared.metadata, declared.annotation)) if said in VALUES]
    if typed:
        return typed[0]
    if field.choices:
        return "one of " + ", ".join(map(md.code, field.choices))
    if field.about.names:
        return f"{field.shape.value}: ids of {field.about.names.replace('_', ' ')}"
    if field.models:
        links = [f"[{title_of(model).lower()}](#{title_of(model).lower().replace(' ', '-')})" for model in field.models]
        return f"{field.shape.value}: {', '.join(links)}"
    return field.shape.value


def _said(annotations: Iterable[Any]) -> Iterator[Typed]:
    """What reads the values of a field, wherever in its annotation."""
    for annotation in annotations:
        if isinstance(annotation, Typed):
            yield annotation
        yield from _said((*getattr(annotation, "__metadata__", ()), *get_args(annotation)))


def _written(example: Any) -> str:
    """An example as it is written in YAML, on one line."""
    if isinstance(example, dict):
        return "{" + ", ".join(f"{key}: {_written(value)}" for key, value in example.items()) + "}"
    if isinstance(example, list):
        return "[" + ", ".join(map(_written, example)) + "]"
    return str(example).lower() if isinstance(example, bool) else str(example)
