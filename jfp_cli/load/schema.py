"""One file's data against its model, with every fault said in plain English at its place."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

from jfp_cli.load.codes import CODES
from jfp_cli.load.source_map import SourceFile, address_of, shown_part
from jfp_cli.model.fields import Calendar, Entity
from jfp_cli.values.address import Address, Path
from jfp_cli.values.finding import Finding, Severity
from jfp_cli.values.near_miss import did_you_mean

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

ANSWERS = {
    "due": "due: March 2026",
    "title": "title: Elective care recovery",
    "activity": "activity: Open the elective hub at St Albans",
    "statement": "statement: A smaller elective waiting list",
    "id": "id: elective-hub",
    "area": "area: cancer",
}
SHAPES = {
    "string_type": "text on one line, or a block that begins with >-",
    "date_shape": 'a date, such as "March 2026"',
    "figure_shape": 'a figure, such as "at least 85%"',
    "tuple_type": 'a list: "[one, two]", or a line that begins with "- " for each entry',
    "list_type": 'a list: "[one, two]", or a line that begins with "- " for each entry',
    "dict_type": 'lines of the form "name: value"',
    "model_type": 'lines of the form "name: value"',
    "model_attributes_type": 'lines of the form "name: value"',
}


def model_for(kind: str) -> type[Entity]:
    """The model of a kind of file, imported only when such a file is read."""
    match kind:
        case "plan":
            from jfp_cli.model.settings import Settings as model  # noqa: PLC0415
        case "sections":
            from jfp_cli.model.section import Section as model  # type: ignore[assignment]  # noqa: PLC0415
        case "areas":
            from jfp_cli.model.area import Area as model  # type: ignore[assignment]  # noqa: PLC0415
        case "enablers":
            from jfp_cli.model.enabler import Enabler as model  # type: ignore[assignment]  # noqa: PLC0415
        case _:
            from jfp_cli.model.target import Readings as model  # type: ignore[assignment]  # noqa: PLC0415
    return model


def validate(file: SourceFile, calendar: Calendar) -> tuple[Entity | None, list[Finding], list[Address]]:
    """The model of a file, what is wrong with it, and the addresses of what had to be left out to build it.

    The model is None where too little of the file is right to build one.
    """
    model = model_for(file.kind)
    try:
        return model.model_validate(file.document.data, context=calendar), [], []
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=True)
    findings = [finding for detail in details if (finding := _finding(file, model, detail))]
    paths = {path for detail in details if (path := _to_leave_out(file, _path(detail)))}
    left_out = [address_of(file, path) for path in sorted(paths, key=_in_file_order)]
    for path in sorted(paths, key=_in_file_order, reverse=True):
        _remove(file, path)
    try:
        return model.model_validate(file.document.data, context=calendar), findings, left_out
    except ValidationError:
        return None, findings, []


def _path(detail: "ErrorDetails") -> Path:
    """The path of an error in the data, without the tags that pydantic puts in for a choice of types."""
    return tuple(step for step in detail["loc"] if not (isinstance(step, str) and step.startswith("as ")))


def _finding(file: SourceFile, model: type[Entity], detail: "ErrorDetails") -> Finding | None:
    path, kind = _path(detail), detail["type"]
    if path and path[-1] == "[key]":
        path = path[:-1]
    place, there = file.place(path)
    if kind == "missing" and there:
        return None  # the key is there without a value, which reading the YAML has reported
    name, message, advice = _explain(model, path, detail)
    start, end = shown_part(place, there, key=name in ("unknown-key", "missing-key"))
    return Finding(CODES[name], name, Severity.ERROR, message, file.span(start, end), address_of(file, path), advice)


def _explain(model: type[Entity], path: Path, detail: "ErrorDetails") -> tuple[str, str, str]:
    kind, value = detail["type"], detail["input"]
    last = path[-1] if path else ""
    field = next((str(step) for step in reversed(path) if isinstance(step, str)), "this file")
    owner = _owner(model, path)
    noun = _noun(owner) if owner else "entry"
    match kind:
        case "missing":
            example = ANSWERS.get(str(last), f"{last}: ...")
            return "missing-key", f'this {noun} has no "{last}"', f'add a line such as "{example}"'
        case "extra_forbidden":
            known = [f.alias or name for name, f in owner.model_fields.items()] if owner else []
            otherwise = f"the keys of a {noun} are: {', '.join(known)}"
            return "unknown-key", f'a {noun} has no key "{last}"', did_you_mean(str(last), known, otherwise)
        case "date" | "figure":
            reason = str(detail["ctx"]["reason"])
            message, _, advice = reason.partition("; ")
            return f"bad-{kind}", message, advice
        case "literal_error":
            choices = [choice.strip("'") for choice in str(detail["ctx"]["expected"]).replace(" or ", ", ").split(", ")]
            advice = did_you_mean(str(value), choices, f"write one of: {', '.join(choices)}")
            return "wrong-value", f'"{_short(value)}" is no {field} of a {noun}', advice
        case "string_pattern_mismatch":
            advice = 'an id is lower-case words joined by hyphens, such as "elective-hub"'
            return "bad-id", f'"{_short(value)}" cannot be an id', advice
        case "string_too_short":
            return "empty-value", f'"{field}" has no text', "write a value, or delete the line"
        case "month":
            return "wrong-value", f'"{_short(value)}" is no month', 'write its name, such as "April"'
        case "truth":
            return (
                "wrong-value",
                f'"{field}" is "{_short(value)}", not true or false',
                'write "true" or "false"',
            )
        case "int_parsing" | "int_type" | "int_from_float" | "greater_than_equal" | "int_parsing_size":
            return "wrong-value", f'"{field}" is no whole number', 'write digits alone, such as "1124"'
    wanted = SHAPES.get(kind, "something else")
    return "wrong-shape", f'"{field}" is {_what(value)} here', f"write {wanted}"


def _what(value: Any) -> str:
    if isinstance(value, dict):
        return "a set of keys"
    return "a list" if isinstance(value, list) else f'the text "{_short(value)}"'


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _noun(model: type[BaseModel]) -> str:
    """`TrajectoryPoint` as a person says it: trajectory point."""
    words = "".join(f" {char.lower()}" if char.isupper() else char for char in model.__name__).strip()
    return {"settings": "plan.yaml", "area": "area's file"}.get(words, words)


def _owner(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The model whose field the last step of a path is."""
    here: list[Any] = [model]
    for step in path[:-1]:
        here = [below for kind in here for below in _below(kind, step)]
    return next((kind for kind in here if isinstance(kind, type) and issubclass(kind, BaseModel)), None)


def _below(kind: Any, step: str | int) -> Iterator[Any]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        fields = {field.alias or name: field for name, field in kind.model_fields.items()}
        if step in fields:
            yield from _kinds(fields[str(step)].annotation)
    elif get_origin(kind) is tuple and isinstance(step, int):
        yield from _kinds(get_args(kind)[0])
    elif get_origin(kind) is dict and isinstance(step, str):
        yield from _kinds(get_args(kind)[1])


def _kinds(annotation: Any) -> Iterator[Any]:
    """The types that an annotation allows, with unions and Annotated taken apart."""
    if get_origin(annotation) in (tuple, dict) or isinstance(annotation, type):
        yield annotation
    else:
        for part in get_args(annotation):
            yield from _kinds(part)


def _to_leave_out(file: SourceFile, path: Path) -> Path | None:
    """What to leave out for the rest to be read: the nearest thing with an id, else the entry of the outermost list."""
    data: Any = file.document.data
    if not isinstance(data, dict):
        return None
    whole: Path = ()
    for at, step in enumerate(path):
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(step, int) and (not whole or (isinstance(data, dict) and "id" in data)):
            whole = path[: at + 1]
    return whole or path[:1] or None


def _in_file_order(path: Path) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in path)


def _remove(file: SourceFile, path: Path) -> None:
    """Take a value and its place out, where they are still there."""
    data: Any = file.document.data
    *above, last = path
    place, there = file.place(tuple(above))
    places: Any = place[4]
    try:
        for step in above:
            data = data[step]
        if there and places is not None:
            del places[last]
        del data[last]
    except (KeyError, IndexError, TypeError):
        return
