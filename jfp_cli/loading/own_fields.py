"""The fields that a plan declares for itself, as they stand in plan.yaml, and what is wrong with them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from jfp_cli.loading.file_read import FileRead
from jfp_cli.loading.source_file import shown_part
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.own import (
    CHOICE,
    FIELDS,
    OF_KINDS,
    Models,
    OwnField,
    as_plain_key,
    has_field,
    is_plain_key,
    may_be_declared,
)
from jfp_cli.values.finding import Finding
from jfp_cli.values.near_miss import did_you_mean
from jfp_cli.values.text import a_or_an, folded, quoted

if TYPE_CHECKING:
    from jfp_cli.model.settings import Settings


def models_of(settings: FileRead) -> Models:
    """The classes of a plan's things, from its plan.yaml.

    A field whose declaration is at fault is one all the same, which any text will do for: the fault is told where it
    is, and not wherever the field stands.
    """
    typed = _typed(settings)
    if not typed:
        return Models()
    entity: Settings | None = settings.entity  # type: ignore[assignment]  # what its file holds
    read = {(one.kind, one.key): one for one in (entity.own_fields if entity else ())}
    declared = ((kind, key) for kind, fields in typed.items() for key in _below(fields))
    return Models(
        tuple(read.get((kind, key), OwnField(kind, key)) for kind, key in declared if may_be_declared(kind, key))
    )


def check_own_fields(settings: FileRead) -> Iterator[Finding]:
    """Every field that a plan declares is one that its things can have."""
    for kind, fields in _typed(settings).items():
        if kind not in OF_KINDS:
            listed = f"the kinds are: {', '.join(OF_KINDS)}"
            advice = did_you_mean(kind, OF_KINDS, listed)
            yield _finding(settings, (kind,), f"{quoted(kind)} is no kind of thing that has fields", advice)
            continue
        for key, said in _below(fields).items():
            yield from _check_name(settings, kind, key)
            yield from _check_choices(settings, kind, key, _below(said))


def _check_name(settings: FileRead, kind: str, key: str) -> Iterator[Finding]:
    if not is_plain_key(key):
        message = f"{quoted(key)} cannot be the name of a field"
        example = as_plain_key(key) or "risk_rating"
        advice = f'write small letters, and "_" between words, such as "{example}"'
        yield _finding(settings, (kind, key), message, advice)
    elif has_field(kind, key):
        message = f'{a_or_an(KINDS[kind].noun)} has a field "{key}" already'
        yield _finding(settings, (kind, key), message, "give yours another name, or use that one and declare none")


def _check_choices(settings: FileRead, kind: str, key: str, said: dict[str, Any]) -> Iterator[Finding]:
    if said.get("type") == CHOICE and not said.get("choices"):
        message = f'"{key}" is a choice, and nothing says among what'
        yield _finding(settings, (kind, key), message, 'add the words, such as "choices: [low, moderate, high]"')
    elif "choices" in said and said.get("type", CHOICE) != CHOICE:
        message = f'"{key}" has choices, but its type is {quoted(str(said["type"]))}'
        advice = 'write "type: choice", or leave out the choices'
        yield _finding(settings, (kind, key, "choices"), message, advice)
    yield from _check_each_once(settings, kind, key, said.get("choices"))


def _check_each_once(settings: FileRead, kind: str, key: str, choices: Any) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for number, choice in enumerate(choices if isinstance(choices, list) else ()):
        text, name = str(choice), folded(str(choice))
        if name in seen:
            alike = "twice" if seen[name] == text else f"beside {quoted(seen[name])}, which is the same"
            message = f'{quoted(text)} stands among the choices of "{key}" {alike}'
            yield _finding(settings, (kind, key, "choices", number), message, "leave out one of them")
        seen.setdefault(name, text)


def _finding(settings: FileRead, path: tuple[str | int, ...], message: str, advice: str) -> Finding:
    from jfp_cli.loading.faults.own_fields import BAD_OWN_FIELD  # noqa: PLC0415 - only after a mistake

    source, whole = settings.source, (FIELDS, *path)
    span = source.span(*shown_part(*source.place(whole), key=True))
    return BAD_OWN_FIELD.finding(message, span, source.address_of(whole), advice)


def _typed(settings: FileRead) -> dict[str, Any]:
    data = settings.source.document.data
    return _below(data.get(FIELDS)) if isinstance(data, dict) else {}


def _below(data: Any) -> dict[str, Any]:
    """The keys of what is typed, if it has any: its shape is checked elsewhere."""
    return data if isinstance(data, dict) else {}
