"""What pydantic found wrong in a file: findings with their places, and what to leave out for the rest to be read."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from jfp_cli.loading.codes import CODES
from jfp_cli.loading.explanations import explain
from jfp_cli.loading.source_file import SourceFile, shown_part
from jfp_cli.model.field import Entity
from jfp_cli.model.kinds import VOCABULARIES
from jfp_cli.model.spot import spot_at
from jfp_cli.values.address import Path
from jfp_cli.values.finding import Finding, Severity
from jfp_cli.values.near_miss import near_miss

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


def findings_of(file: SourceFile, model: type[Entity], details: "list[ErrorDetails]") -> list[Finding]:
    """Each fault once, in plain English, at its place."""
    told = _without_slips(model, _sentences(details))
    return [finding for detail in told if (finding := _finding(file, model, detail))]


def paths_to_leave_out(file: SourceFile, details: "list[ErrorDetails]") -> list[Path]:
    """The parts of a file that must go for the rest to be read, in its order."""
    return sorted({path for detail in details if (path := _to_leave_out(file, _path(detail)))}, key=_order)


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
            slips.add((*path[:-1], near_miss(str(path[-1]), _keys_beside(model, path))))
    return (detail for detail in details if detail["type"] != "missing" or _path(detail) not in slips)


def _keys_beside(model: type[Entity], path: Path) -> list[str]:
    spot = spot_at(model, path[:-1])
    return spot.keys if spot else []


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
    span, address = file.span(start, end), file.address_of(path)
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
