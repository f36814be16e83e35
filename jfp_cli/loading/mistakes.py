"""What a file has that its model does not allow: findings with their places, and what to leave out to read the rest."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from jfp_cli.loading.explanations import ModelError, explain, may_be_text
from jfp_cli.loading.faults import schema
from jfp_cli.loading.mends import instead, mends
from jfp_cli.loading.source_file import SourceFile, shown_part
from jfp_cli.model.field import Entity, Shape
from jfp_cli.model.kinds import VOCABULARIES, kind_of_entry, model_of
from jfp_cli.model.own import FIELDS
from jfp_cli.model.references import Reference
from jfp_cli.model.spot import Spot, spot_at
from jfp_cli.model.synonyms import fields_meant
from jfp_cli.source.lines import line_end
from jfp_cli.source.yaml import Data, Place, Tree
from jfp_cli.source.yaml.scanning import odd_in
from jfp_cli.values.address import Path
from jfp_cli.values.finding import Finding
from jfp_cli.values.near_miss import near_miss

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_STEPS: dict[str | int, int] = {FIELDS: 3, **dict.fromkeys(VOCABULARIES, 2)}
"""How many steps lead to one of many entries that stand under names, by the key of plan.yaml that has them."""
_KEY = "[key]"  # what pydantic adds where a mapping's key is at fault, not its value


def findings_of(file: SourceFile, model: type[Entity], details: "list[ErrorDetails]") -> list[Finding]:
    """Each fault once, in plain English, at its place."""
    findings = (_finding(file, model, error) for error in model_errors(model, details))
    return [finding for finding in findings if finding]


def _finding(file: SourceFile, model: type[Entity], error: ModelError) -> Finding | None:
    place, there = file.place(error.path)
    if error.type == "missing" and there:
        return None  # the key is there without a value, which reading the YAML has reported
    if _is_said(file, error) or (error.type == "missing" and _may_be_unread(file, error.path[:-1])):
        return None
    fault, message, advice = explain(model, error)
    in_key = error.in_key or fault in (schema.UNKNOWN_KEY, schema.MISSING_KEY)
    start, end = shown_part(place, there, key=in_key)
    if fault is schema.WRONG_SHAPE and place[0] < 0:  # an entry of a list: all of it that stands on its first line
        start, end = place[2], place[3]
        end = min(end, line_end(file.text, start))
    odd = odd_in(file.text[start:end])
    span, fixes = file.span(start, end), mends(file, error, place) if there else ()
    if odd is not None:
        message, advice, written = odd
        fixes = instead(written, span, safe=True, title=advice)
    return fault.finding(message, span, file.address_of(error.path), advice, fixes)


def _may_be_unread(file: SourceFile, path: Path) -> bool:
    """Whether a part of a thing was passed over with a fault of the YAML: within it, or directly after it."""
    (*_, start, end, _), _ = file.place(path)
    return any(
        not path or start <= at <= end or (at > end and not file.text[end:at].strip()) for at, _ in file.document.unread
    )


def _is_said(file: SourceFile, error: ModelError) -> bool:
    """Whether a fault of the YAML says already what is wrong: that nothing in braces has a value, as in "{targe134}".

    Or that what lacks a key repeats the keys of something else.
    """
    is_missing = error.type == "missing"
    (*_, start, end, below), _ = file.place(error.path[:-1] if is_missing else error.path)
    if not isinstance(below, dict):
        return False
    merged = file.merges[bisect_left(file.merges, start) : bisect_left(file.merges, end)] if is_missing else []
    inner = [place[2:4] for place in below.values()]
    is_merged = any(not any(first <= at < last for first, last in inner) for at in merged)
    return is_merged or (bool(below) and error.value == {})


def model_errors(model: type[Entity], details: "list[ErrorDetails]") -> Iterator[ModelError]:
    """The errors of a file, each fault once.

    YAML reads "- Fewer leavers: in year one" as keys, so that such a sentence fails in several ways at once; and a key
    that is missing because it is misspelt is what the unknown key says already.
    """
    errors = list(_sentences([_error(model, detail) for detail in details]))
    slips = {
        (*error.path[:-1], key)
        for error in errors
        if error.type == "extra_forbidden" and error.above
        for key in _meant(error.above, str(error.path[-1]))
    }
    return (error for error in errors if error.type != "missing" or error.path not in slips)


def _meant(spot: Spot, key: str) -> Iterator[str | None]:
    """The keys that somebody may have meant who wrote another."""
    yield near_miss(key, spot.keys)
    yield from (field.key for model in spot.models[:1] for field in fields_meant(model, key))


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
        if isinstance(step, int) and may_be_text(spot):
            entry = path
            next(steps, None)  # the word by which pydantic tells sentences from keys
    return ModelError(kind, path, detail["input"], detail.get("ctx", {}), spot, above, entry, in_key)


def _sentences(errors: list[ModelError]) -> Iterator[ModelError]:
    """The errors, where an entry that is a sentence with a colon in it has one: that it is no text."""
    sentences = {
        error.entry
        for error in errors
        if error.type == "missing"
        and error.entry
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


def paths_to_leave_out(file: SourceFile, model: type[Entity], details: "list[ErrorDetails]") -> list[Path]:
    """The parts of a file that must go for the rest to be read, in its order."""
    parts = {_to_leave_out(file, path) for path in paths_of(model, details)}
    return sorted(
        (part for part in parts if part),
        key=lambda part: [(step, "") if isinstance(step, int) else (-1, step) for step in part],
    )


def _to_leave_out(file: SourceFile, path: Path) -> Path:
    """What to leave out for the rest to be read: the nearest thing with an id, else the nearest entry of a list.

    Else it is the entry of a vocabulary of plan.yaml or the declaration of a field, else the key of the file; of a
    file without keys it is nothing.
    """
    data: Any = file.document.data
    if not isinstance(data, dict):
        return ()
    thing: Path = ()
    entry = path[: _STEPS.get(path[0], 1)] if file.kind == "plan" and path else path[:1]
    for at, step in enumerate(path):
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(step, int):
            entry = path[: at + 1]
            kind = kind_of_entry(entry)
            if kind is not None and isinstance(data, dict) and kind.id_key in data:
                thing = entry
    return thing or entry


def without(data: Data | None, root: Place, paths: Iterable[Path]) -> tuple[Data | None, Place]:
    """Data and its places without what stands at some paths; what does not change is shared with the original."""
    kept, tree = _without(data, root[4], [path for path in paths if path])
    return kept, (*root[:4], tree)


def _without(data: Any, tree: Tree | None, paths: list[Path]) -> tuple[Any, Tree | None]:
    if not paths or tree is None:
        return data, tree
    gone = {path[0] for path in paths if len(path) == 1}
    deeper: dict[str | int, list[Path]] = {}
    for path in paths:
        if len(path) > 1 and path[0] not in gone:
            deeper.setdefault(path[0], []).append(path[1:])
    if isinstance(tree, list):
        entries = [
            _value(value, place, deeper.get(at, []))
            for at, (value, place) in enumerate(zip(data, tree, strict=True))
            if at not in gone
        ]
        return [value for value, _ in entries], [place for _, place in entries]
    places = {key: place for key, place in tree.items() if key not in gone}
    values = {key: value for key, value in data.items() if key not in gone}
    for step, below in deeper.items():
        if step in values:
            values[step], places[str(step)] = _value(values[step], places[str(step)], below)
    return values, places


def _value(value: Any, place: Place, paths: list[Path]) -> tuple[Any, Place]:
    kept, tree = _without(value, place[4], paths)
    return kept, (*place[:4], tree)


def written_references(file: SourceFile, path: Path) -> Iterator[Reference]:
    """Every reference at or below a path of a file, as far as its data has the shape of one.

    Those of plan.yaml are checked apart.
    """
    spot = spot_at(model_of(file.kind), path) if file.kind != "plan" else None
    data: Any = file.document.data
    try:
        for step in path:
            data = data[step]
    except (KeyError, IndexError, TypeError):
        return
    yield from _below(file, path, data, spot)


def _below(file: SourceFile, path: Path, data: Any, spot: Spot | None) -> Iterator[Reference]:
    if spot is None:
        return
    kind = spot.field.about.names if spot.field else ""
    in_keys = spot.field is not None and spot.field.shape is Shape.WORDS
    if isinstance(data, str) and kind and not in_keys:
        yield Reference(file.address_of(path), kind, data)
    elif isinstance(data, list):
        for at, entry in enumerate(data):
            yield from _below(file, (*path, at), entry, spot.below(at))
    elif isinstance(data, dict):
        for key, value in data.items():
            here = (*path, key)
            if kind and in_keys and spot.depth == 0:
                yield Reference(file.address_of(here), kind, key, in_key=True)
            yield from _below(file, here, value, spot.below(key))
