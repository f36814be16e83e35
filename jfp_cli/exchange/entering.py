"""New rows as things of the plan: each goes into what its row says that it stands in."""

from collections.abc import Iterator, Sequence

from jfp_cli.edit.assigning import assign
from jfp_cli.edit.beginning import fields_to_add
from jfp_cli.edit.change import Change
from jfp_cli.edit.creating import add
from jfp_cli.edit.fields import Fields, a
from jfp_cli.edit.identifying import identified
from jfp_cli.edit.whereabouts import homes_of
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.exchange.columns import UNDER, columns_of
from jfp_cli.exchange.proposal import Added, Said
from jfp_cli.exchange.table import Role
from jfp_cli.model.field import fields_of
from jfp_cli.model.kinds import KINDS, LEADING_TO_THINGS, Kind
from jfp_cli.values.address import Address, Path
from jfp_cli.values.near_miss import did_you_mean
from jfp_cli.values.text import folded, short


class CellError(Exception):
    """A cell cannot be taken; `place` is which, and the text says why."""

    def __init__(self, place: str, why: str) -> None:
        super().__init__(why)
        self.place = place


def enter(change: Change, row: Added, cells: Sequence[Said], fields: Fields) -> Address:
    """Add the thing of a row to the plan; raises CellError, or EditError where the row as a whole cannot be."""
    kind = KINDS[row.kind]
    _check_needed(change, kind, fields)
    if kind.folder:
        return add(change, kind.noun, fields_to_add(change.plan.models, kind.name, fields))
    home, list_key = _home(change, kind, cells)
    if fields_of(change.plan.models.of(kind.name))[kind.id_key].required:
        return add(change, kind.noun, fields_to_add(change.plan.models, kind.name, fields), row.name, str(home))
    path = _list_in(change, kind, home, list_key, cells)
    draft, whole = change.at(home)
    at = (*path, len(draft.value((*whole, *path)) or ()))
    if list(fields) == [(kind.title,)] and kind.by_name:  # a sentence says it all
        assign(change, home, {at: fields[(kind.title,)]})
        return home.at(*at)
    assign(change, home, {(*at, *field): values for field, values in fields.items()})
    return identified(change, home.at(*at))[0]


def _check_needed(change: Change, kind: Kind, fields: Fields) -> None:
    columns = [column for column in columns_of(kind.name, change.plan.models) if column.role is Role.FIELD]
    lacking = [column.heading for column in columns if column.is_required and column.path not in fields]
    if lacking:
        raise EditError(f"{a(kind)} needs something under {' and '.join(lacking)}; the row was not added")


def _home(change: Change, kind: Kind, cells: Sequence[Said]) -> tuple[Address, str]:
    """What a row says that it stands in, the innermost of several, and the list that it goes into there."""
    homes = homes_of(kind)
    said = {one.column.kind: one for one in cells if one.column.role is Role.HOME and one.column.kind}
    given = [holder for holder in homes if holder in said]
    if not given:
        headings = [column.heading for column in columns_of(kind.name, change.plan.models) if column.kind in homes]
        wanted = [heading for heading in headings if heading.endswith("(id)")]
        raise EditError(
            f"{a(kind)} needs something under {' or '.join(wanted)}, which says where it goes, so the row was not added"
        )
    cell = said[given[-1]]
    known = change.loaded.sources.ids(given[-1])
    if cell.text not in known:
        noun = KINDS[given[-1]].noun
        advice = did_you_mean(cell.text, known, f"begin it first, with jfp add {noun}")
        raise CellError(cell.place, f"there is no {noun} called {short(cell.text)}; {advice}")
    return Address(given[-1], cell.text), homes[given[-1]]


def _list_in(change: Change, kind: Kind, home: Address, list_key: str, cells: Sequence[Said]) -> Path:
    """The list of its home that a row goes into: of a planning period, of a topic, or the home's own."""
    under = next((one for one in cells if one.column.key == UNDER), None)
    if kind.by_name:
        periods = change.plan.settings.planning_periods
        if under is None:
            raise EditError(f"{a(kind)} needs a planning period: {' or '.join(periods)}")
        if under.text not in periods:
            told = f"there is no planning period {short(under.text)}; the periods are {' and '.join(periods)}"
            raise CellError(under.place, told)
        return (list_key, under.text)
    if under is None:
        return (list_key,)
    topics = dict(_topics(change, home))
    if folded(under.text) not in topics:
        raise CellError(
            under.place, f"{home} has no topic {short(under.text)}; leave it empty, or write it in the plan first"
        )
    return (*topics[folded(under.text)], list_key)


def _topics(change: Change, home: Address) -> Iterator[tuple[str, Path]]:
    for key in LEADING_TO_THINGS:
        for number, topic in enumerate(change.plan.get(home.at(key)) or ()):
            yield folded(topic.title), (key, number)
