"""What a file has that its model does not allow: findings with their places, and what to leave out to read the rest."""

from typing import TYPE_CHECKING, Any

from jfp_cli.loading.explanations import explain
from jfp_cli.loading.faults import schema
from jfp_cli.loading.model_errors import ModelError, model_errors, paths_of
from jfp_cli.loading.source_file import SourceFile, shown_part
from jfp_cli.model.field import Entity
from jfp_cli.model.kinds import OF_LIST, VOCABULARIES
from jfp_cli.values.address import Path
from jfp_cli.values.finding import Finding

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


def findings_of(file: SourceFile, model: type[Entity], details: "list[ErrorDetails]") -> list[Finding]:
    """Each fault once, in plain English, at its place."""
    findings = (_finding(file, model, error) for error in model_errors(model, details))
    return [finding for finding in findings if finding]


def paths_to_leave_out(file: SourceFile, model: type[Entity], details: "list[ErrorDetails]") -> list[Path]:
    """The parts of a file that must go for the rest to be read, in its order."""
    parts = {_to_leave_out(file, path) for path in paths_of(model, details)}
    return sorted((part for part in parts if part), key=_order)


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


def _to_leave_out(file: SourceFile, path: Path) -> Path:
    """What to leave out for the rest to be read: the nearest thing with an id, else the nearest entry of a list.

    Else it is the entry of a vocabulary of plan.yaml, else the key of the file; of a file without keys it is nothing.
    """
    data: Any = file.document.data
    if not isinstance(data, dict):
        return ()
    thing: Path = ()
    entry = path[:2] if file.kind == "plan" and path[:1] and path[0] in VOCABULARIES else path[:1]
    for at, step in enumerate(path):
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(step, int):
            entry = path[: at + 1]
            kind = OF_LIST.get(str(path[at - 1]))
            if kind is not None and isinstance(data, dict) and kind.id_key in data:
                thing = entry
    return thing or entry


def _order(path: Path) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in path)
