"""Other names for many things of a plan at once, wherever it names them, and its dates as the same days elsewhere."""

from collections.abc import Mapping

from jfp_cli.edit.change import Change
from jfp_cli.edit.renaming import follow_in_settings
from jfp_cli.model.kinds import KINDS, kind_of_entry
from jfp_cli.model.own import is_own
from jfp_cli.model.walk import walk
from jfp_cli.portfolio.merging.clash import OwnNames
from jfp_cli.query.turn_of_year import otherwise_read
from jfp_cli.values.address import Address
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates.rewriting import Days, as_written
from jfp_cli.values.text import folded

Renamed = Mapping[Address, str]
"""The things that get another id, and which."""
PERIOD = "period"


def rename_all(change: Change, renamed: Renamed, measures: set[str]) -> None:
    """Give things other ids, as renaming each by itself does; `measures` is what others' are called, case folded.

    A target that names its measure by a title that others have too names it by its id.
    """
    for reference in change.plan.references:
        thing = Address(reference.kind, reference.id)
        draft, path = change.at(reference.at)
        written = draft.value(path)
        by_title = not reference.in_key and written != reference.id
        if thing in renamed and not by_title:
            draft.set(path, renamed[thing])
        elif by_title and folded(str(written)) in measures:
            draft.set(path, renamed.get(thing, reference.id))
    for thing, new in renamed.items():
        follow_in_settings(change, thing, new)
    for thing, new in renamed.items():
        kind = KINDS[thing.kind]
        if kind.vocabulary:
            change.settings().rename_key((thing.kind, thing.id), new)
            continue
        draft, path = change.at(thing)
        draft.set((*path, kind.id_key), new)
        if kind.folder:
            name = change.file_of(thing)
            change.move(name, f"{name.rpartition('/')[0]}/{new}.yaml")


def rename_own_fields(change: Change, names: OwnNames) -> None:
    """Give fields of the plan's own other names, in plan.yaml and in whatever has them."""
    for at, field, _, _ in walk(change.plan, is_own):
        kind = kind_of_entry(at.path[:-1]) or KINDS[at.kind]
        new = names.get((kind.name, field.key))
        if new is not None:
            draft, path = change.at(at)
            draft.rename_key(path, new)
    for (kind_name, key), new in names.items():
        change.settings().rename_key(("fields", kind_name, key), new)


def keep_days(change: Change, calendar: Calendar) -> None:
    """Write the dates that another calendar reads as other days, or not at all, as the days that they are."""
    for at, when in otherwise_read(change.plan, calendar):
        if at.path[:1] != (PERIOD,):
            draft, path = change.at(at)
            draft.set(path, as_written(Days(when.first, when.last), calendar))
