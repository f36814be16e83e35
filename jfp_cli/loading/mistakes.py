"""What a file has that its model does not allow, as findings with their places."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jfp_cli.loading.explanations import ModelError, explain
from jfp_cli.loading.faults import schema
from jfp_cli.loading.source_file import SourceFile, shown_part
from jfp_cli.model.field import Entity, Shape
from jfp_cli.model.spot import Spot
from jfp_cli.values.address import Path
from jfp_cli.values.finding import Finding
from jfp_cli.values.near_miss import near_miss

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_KEY = "[key]"  # what pydantic adds where a mapping's key is at fault, not its value


def findings_of(file: SourceFile, model: type[Entity], details: "list[ErrorDetails]") -> list[Finding]:
    """Each fault once, in plain English, at its place."""
    findings = (_finding(file, model, error) for error in model_errors(model, details))
    return [finding for finding in findings if finding]


def _finding(file: SourceFile, model: type[Entity], error: ModelError) -> Finding | None:
    place, there = file.place(error.path)
    if error.type == "missing" and there:
        return None  # the key is there without a value, which reading the YAML has reported
    fault, message, advice = explain(model, error)
    in_key = error.in_key or fault in (schema.UNKNOWN_KEY, schema.MISSING_KEY)
    start, end = shown_part(place, there, key=in_key)
    if fault is schema.WRONG_SHAPE and place[0] < 0:  # an entry of a list: all of it that stands on its first line
        start, end = place[2], place[3]
        end = min(end, file.line_end(start))
    return fault.finding(message, file.span(start, end), file.address_of(error.path), advice)


def model_errors(model: type[Entity], details: "list[ErrorDetails]") -> Iterator[ModelError]:
    """The errors of a file, each fault once.

    YAML reads "- Fewer leavers: in year one" as keys, so that such a sentence fails in several ways at once; and a key
    that is missing because it is misspelt is what the unknown key says already.
    """
    errors = list(_sentences([_error(model, detail) for detail in details]))
    slips = {
        (*error.path[:-1], near_miss(str(error.path[-1]), error.above.keys))
        for error in errors
        if error.type == "extra_forbidden" and error.above
    }
    return (error for error in errors if error.type != "missing" or error.path not in slips)


def paths_of(model: type[Entity], details: "list[ErrorDetails]") -> Iterator[Path]:
    """The path of every error in the data."""
    return (_error(model, detail).path for detail in details)


def _error(model: type[Entity], detail: "ErrorDetails") -> ModelError:
    loc, kind = detail["loc"], detail["type"]
    in_key = loc[-1:] == (_KEY,)
    steps = iter(loc[:-1] if in_key and kind != "extra_forbidden" else loc)
    path: Path = ()
    entry: Path = ()
    above: Spot | None = None
    spot: Spot | None = Spot((model,))
    for step in steps:
        path, above, spot = (*path, step), spot, spot.below(step) if spot else None
        if isinstance(step, int) and _may_be_text(spot):
            entry = path
            next(steps, None)  # the word by which pydantic tells sentences from keys
    return ModelError(kind, path, detail["input"], detail.get("ctx", {}), spot, above, entry, in_key)


def _may_be_text(spot: Spot | None) -> bool:
    """Whether an entry of a list may be a sentence as well as have keys."""
    if spot is None or spot.field is None:
        return False
    return bool(spot.models) and spot.field.inner in (Shape.TEXT, Shape.TEXTS)


def _sentences(errors: list[ModelError]) -> Iterator[ModelError]:
    """The errors, where an entry that is a sentence with a colon in it has one: that it is no text."""
    sentences = {
        error.entry
        for error in errors
        if error.type == "missing"
        and error.path[:-1] == error.entry
        and error.above
        and set(error.value).isdisjoint(error.above.keys)
    }
    told = set()
    for error in errors:
        if error.entry not in sentences:
            yield error
        elif error.entry not in told and error.path[:-1] == error.entry:
            told.add(error.entry)
            yield error._replace(type="string_type", path=error.entry, spot=error.above)
