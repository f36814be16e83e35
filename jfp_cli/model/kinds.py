"""The kinds of thing that a plan holds: a row for each, which says once what everything else asks of it."""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from jfp_cli.values.address import Path

if TYPE_CHECKING:
    from jfp_cli.model.field import Entity


class Kind(NamedTuple):
    """A kind of thing that has an id.

    `name` begins its addresses, as in `milestones/ehr-go-live`; `noun` is one of it in a sentence. `model` is its class
    below `jfp_cli.model`, `id_key` the key that holds its id and `title` the field that says what it is. `folder` has a
    file for each, and `schema` is what its JSON Schema is called; `lists` are the keys whose entries are such things,
    which may go without an id where the model has none to require. In `by_name` such lists stand in a mapping, each
    under a name. `listed` are those that the contents of plan.yaml list. A `vocabulary` is a mapping of plan.yaml, from
    the id to its meaning; an id that is `free` is a name as it is written elsewhere, such as 14Z35.
    """

    name: str
    noun: str
    model: str = ""
    title: str = ""
    id_key: str = "id"
    folder: str = ""
    schema: str = ""
    lists: tuple[str, ...] = ()
    by_name: bool = False
    listed: bool = False
    vocabulary: bool = False
    free: bool = False


KINDS = {
    kind.name: kind
    for kind in (
        Kind("plan", "plan", "settings.Settings", "title", "", schema="plan"),
        Kind("sections", "section", "section.Section", "title", folder="sections", schema="section", listed=True),
        Kind("workstreams", "workstream", "section.Workstream", "title", lists=("workstreams",)),
        Kind("actions", "action", "section.Action", "action", lists=("actions",), by_name=True),
        Kind("targets", "target", "target.Target", "statement", lists=("targets", "indicators")),
        Kind("areas", "area", "area.Area", "title", "area", folder="milestones", schema="milestones"),
        Kind("milestones", "milestone", "area.Milestone", "activity", lists=("milestones",)),
        Kind("checkpoints", "checkpoint", "area.Checkpoint", "activity", lists=("checkpoints",)),
        Kind("enablers", "enabler", "enabler.Enabler", "title", folder="enablers", schema="enabler", listed=True),
        Kind("commitments", "commitment", "enabler.Commitment", "commitment", lists=("commitments",)),
        Kind("measures", "measure", "measure.Measure", "title", folder="measures", schema="measure"),
        Kind("places", "place", vocabulary=True),
        Kind("organisations", "organisation", vocabulary=True),
        Kind("strategy_priorities", "strategy priority", vocabulary=True),
        Kind("duties", "duty", vocabulary=True, free=True),
        Kind("glossary", "glossary entry", vocabulary=True, free=True),
        Kind("planning_periods", "planning period"),
    )
}
FILE_KINDS = tuple(kind for kind in KINDS.values() if kind.folder)
FOLDERS = tuple(kind.folder for kind in FILE_KINDS)
VOCABULARIES = tuple(kind.name for kind in KINDS.values() if kind.vocabulary)
OF_FOLDER = {"plan": KINDS["plan"]} | {kind.folder: kind for kind in FILE_KINDS}
"""The kind of thing that each file of a folder is; plan.yaml stands in the folder `plan`."""
OF_LIST = {key: kind for kind in KINDS.values() for key in kind.lists}
"""The kind of the things that are the entries of a list, by its key."""
_BY_MODEL = {kind.model: kind for kind in KINDS.values() if kind.model}
LEADING_TO_THINGS = ("topics",)
"""Other lists, whose entries have no id and hold things."""
_LISTS = frozenset((*OF_LIST, *LEADING_TO_THINGS))


def model_of(kind: str) -> "type[Entity]":
    """The class of a kind of thing, imported only when one is read: each costs a part of the start-up."""
    module, _, name = KINDS[kind].model.partition(".")
    model: type[Entity] = getattr(import_module(f"jfp_cli.model.{module}"), name)
    return model


@cache
def kind_of(model: "type[Entity]") -> Kind | None:
    """The kind whose things are of a class or of one made of it; None where they are of no kind."""
    names = (f"{base.__module__.rpartition('.')[2]}.{base.__name__}" for base in model.__mro__)
    return next((_BY_MODEL[name] for name in names if name in _BY_MODEL), None)


class Thing(NamedTuple):
    """Something with an id in a file's data, and its place."""

    kind: str
    id: str
    place: Any


def things_in(kind: str, data: dict[str, Any], places: Any) -> list[Thing]:
    """The things within a file of a kind, from its data and the places of its keys: before it is, or without, a model.

    Of plan.yaml they are the entries of its vocabularies, of another file what stands in its lists.
    """
    found: list[Thing] = []
    if kind != "plan":
        _gather(data, places, found)
        return found
    for vocabulary in VOCABULARIES:
        below = places[vocabulary][4] if vocabulary in places else None
        if isinstance(below, dict):
            found += (Thing(vocabulary, name, place) for name, place in below.items())
    return found


def _gather(data: dict[str, Any], places: Any, found: list[Thing]) -> None:
    """Add what stands in the lists of some data, each thing before those in its own; every load does it."""
    for key, entries in data.items():
        if key not in _LISTS:
            continue
        if isinstance(entries, list):
            _gather_listed(OF_LIST.get(key), entries, places[key][4], found)
        elif isinstance(entries, dict) and key in OF_LIST and OF_LIST[key].by_name:
            for name, named in entries.items():
                if isinstance(named, list):
                    _gather_listed(OF_LIST[key], named, places[key][4][name][4], found)


def _gather_listed(kind: Kind | None, entries: list[Any], places: Any, found: list[Thing]) -> None:
    name, id_key = (kind.name, kind.id_key) if kind else ("", "")
    for entry, place in zip(entries, places, strict=True):
        if isinstance(entry, dict):
            own_id = entry.get(id_key)
            if kind and isinstance(own_id, str):
                found.append(Thing(name, own_id, place))
            if not _LISTS.isdisjoint(entry):
                _gather(entry, place[4], found)


def kind_of_entry(path: Path) -> Kind | None:
    """The kind of what stands at a path that ends in a list, where its entries are things."""
    if len(path) < 2 or not isinstance(path[-1], int):
        return None
    kind = OF_LIST.get(str(path[-2]))
    if kind is None and len(path) > 2 and isinstance(path[-2], str):
        kind = OF_LIST.get(str(path[-3]))
        return kind if kind and kind.by_name else None
    return None if kind and kind.by_name else kind
