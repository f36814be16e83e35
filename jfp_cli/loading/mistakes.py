"""What pydantic found wrong in a file: findings with their places, and what to leave out for the rest to be read."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from jfp_cli.loading.codes import CODES
from jfp_cli.loading.explanations import explain
from jfp_cli.loading.model_keys import keys_of, owner_of
from jfp_cli.loading.source_map import SourceFile, address_of, shown_part
from jfp_cli.loading.written_references import written_references
from jfp_cli.model.fields import Entity
from jfp_cli.model.references import Reference
from jfp_cli.model.things import VOCABULARIES
from jfp_cli.values.address import Address, Path
from jfp_cli.values.finding import Finding, Severity
from jfp_cli.values.near_miss import near_miss
from jfp_cli.values.span import Span

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


def findings_of(file: SourceFile, model: type[Entity], details: "list[ErrorDetails]") -> list[Finding]:
    """Each fault once, in plain English, at its place."""
    told = _without_slips(model, _sentences(details))
    return [finding for detail in told if (finding := _finding(file, model, detail))]


def leave_out(file: SourceFile, details: "list[ErrorDetails]") -> tuple[list[tuple[Address, Span]], list[Reference]]:
    """Take what is at fault out of a file's data and places; comes back: what it was, where it stood, what it names."""
    paths = {path for detail in details if (path := _to_leave_out(file, _path(detail)))}
    in_order = sorted(paths, key=_order)
    left_out = [(address_of(file, path), file.span(*shown_part(*file.place(path)))) for path in in_order]
    names = [reference for path in in_order for reference in written_references(file, path)]
    _take_out(file, paths)
    return left_out, list(dict.fromkeys(names))


def _sentences(details: "list[ErrorDetails]") -> "Iterator[ErrorDetails]":
    """The errors of a file, where an indicator that is a sentence with a colon in it is one fault.

    YAML reads "- Fewer leavers: in year one" as keys, so that it fails as a target in several ways at once.
    """
    from jfp_cli.model.target import Target  # noqa: PLC0415 - only needed after a mistake

    sentences = {
        indicator
        for detail in details
        if detail["type"] == "missing"
        and (indicator := _indicator(detail["loc"]))
        and not set(detail["input"]) & set(Target.model_fields)
    }
    said = set()
    for detail in details:
        indicator = _indicator(detail["loc"])
        if indicator not in sentences:
            yield detail
        elif indicator not in said and detail["type"] == "missing":
            said.add(indicator)
            whole = detail.copy()
            whole["type"], whole["loc"] = "string_type", indicator
            yield whole


def _without_slips(model: type[Entity], details: "Iterable[ErrorDetails]") -> "Iterator[ErrorDetails]":
    """The errors but for keys that are missing because they are misspelt, which the unknown key says already."""
    details = list(details)
    slips = set()
    for detail in details:
        if detail["type"] == "extra_forbidden":
            path = _path(detail)
            slips.add((*path[:-1], near_miss(str(path[-1]), keys_of(owner_of(model, path)))))
    return (detail for detail in details if detail["type"] != "missing" or _path(detail) not in slips)


def _indicator(loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """The part of a place that leads to an indicator; its last step is the name of a kind, put in by pydantic."""
    for at in range(2, len(loc)):
        if loc[at - 2] == "indicators" and isinstance(loc[at - 1], int):
            return loc[: at + 1]
    return ()


def _path(detail: "ErrorDetails") -> Path:
    """The path of an error in the data, without what pydantic adds to it."""
    loc, kind = detail["loc"], detail["type"]
    if loc[-1:] == ("[key]",) and kind != "extra_forbidden":
        loc = loc[:-1]
    tag = len(_indicator(loc))
    return (*loc[: tag - 1], *loc[tag:]) if tag else loc


def _finding(file: SourceFile, model: type[Entity], detail: "ErrorDetails") -> Finding | None:
    path = _path(detail)
    place, there = file.place(path)
    if detail["type"] == "missing" and there:
        return None  # the key is there without a value, which reading the YAML has reported
    said = explain(model, path, detail)
    in_key = said.name in ("unknown-key", "missing-key") or detail["loc"][-1:] == ("[key]",)
    start, end = shown_part(place, there, key=in_key)
    if said.name == "wrong-shape" and place[0] < 0:  # an entry of a list: all of it that stands on its first line
        start, end = place[2], place[3]
        end = min(end, file.line_end(start))
    span, address = file.span(start, end), address_of(file, path)
    return Finding(CODES[said.name], said.name, Severity.ERROR, said.message, span, address, said.help)


def _to_leave_out(file: SourceFile, path: Path) -> Path | None:
    """What to leave out for the rest to be read: the nearest thing with an id, else the nearest entry of a list.

    Else it is the entry of a vocabulary of plan.yaml, else the key of the file.
    """
    data: Any = file.document.data
    if not isinstance(data, dict):
        return None
    thing: Path = ()
    entry = path[:2] if file.kind == "plan" and path[:1] and path[0] in VOCABULARIES else path[:1]
    for at, step in enumerate(path):
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(step, int):
            entry = path[: at + 1]
            if isinstance(data, dict) and "id" in data:
                thing = entry
    return thing or entry or None


def _order(path: Path) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in path)


def _take_out(file: SourceFile, paths: Iterable[Path]) -> None:
    """Take values and their places out, each once, though an alias may show it at several paths."""
    doomed: dict[tuple[int, str | int], tuple[Any, Any]] = {}
    for path in paths:
        *above, last = path
        data: Any = file.document.data
        for step in above:
            data = data[step]
        places = file.place(tuple(above))[0][4]
        if last in data if isinstance(data, dict) else isinstance(last, int):
            doomed[id(data), last] = (data, places)
    for (_, last), (data, places) in sorted(doomed.items(), key=lambda item: _last_first(item[0][1])):
        del data[last], places[last]


def _last_first(step: str | int) -> int:
    """So that the entries of a list still to be taken out keep their numbers."""
    return -step if isinstance(step, int) else 0
