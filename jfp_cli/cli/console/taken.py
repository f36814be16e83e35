"""What was taken in from a table, for people: thing by thing, with the cells that it comes from."""

from collections.abc import Iterator, Mapping, Sequence

from jfp_cli.exchange.applying import Applied, moves_a_date
from jfp_cli.exchange.exported import shown
from jfp_cli.exchange.proposal import MOST_SHOWN, Changed, Gone
from jfp_cli.exchange.table import Role
from jfp_cli.history.telling import in_short
from jfp_cli.model.field import Entity
from jfp_cli.model.kinds import kind_of_entry
from jfp_cli.model.plan import Plan
from jfp_cli.model.walk import below, holds_things
from jfp_cli.query.sentences import counted
from jfp_cli.query.things import title_of
from jfp_cli.values.address import Address
from jfp_cli.values.text import safe, short

_TO, _NOTHING = "\N{RIGHTWARDS ARROW}", "(nothing)"


def lines_of(applied: Applied, plan: Plan, words: Mapping[str, str]) -> Iterator[str]:
    """What changed, a thing after the other; lines that begin with a sign and a blank name what is new or gone."""
    for thing, changes in _by_thing(applied.changes):
        yield f"@ {_called(thing, plan)}"
        for one in changes:
            yield f"    {safe(_change(one, words))}  ({one.place})"
    for row, thing in applied.added:
        yield f"+ {thing}  ({row.place})"
        for said in row.cells:
            yield f"    {said.column.heading}: {safe(_short(shown(said.text, said.column, words)))}"
    for gone in applied.removed:
        yield f"- {safe(str(gone))}"
        yield from _within(gone, applied.removed, plan)


def _within(gone: Gone, removed: Sequence[Gone], plan: Plan) -> Iterator[str]:
    """What goes along with a thing, but for what went from the table itself."""
    entity = plan.get(gone.thing)
    if gone.of_place or not isinstance(entity, Entity):
        return
    known = {one.thing for one in removed}
    for at, field, value, _ in below(gone.thing, entity, holds_things):
        if at not in known:
            yield f"    with it: {safe(_short(title_of(Address(field.holds), value)))}"


def sentence_of(applied: Applied) -> str:
    """What was done, in a sentence."""
    cells, things = len(applied.changes), len(dict(_by_thing(applied.changes)))
    said = [f"taken {counted(cells, 'change')} of {counted(things, 'thing')}"] if cells else []
    said += [f"added {counted(len(applied.added), 'row')}"] if applied.added else []
    said += [f"removed {counted(len(applied.removed), 'row')}"] if applied.removed else []
    return " and ".join(said) or "taken nothing"


def dates_moved(applied: Applied, plan: Plan) -> Iterator[str]:
    """A sentence on dates that moved and of which nothing is remembered, where there are some."""
    moved = sum(moves_a_date(one, plan.settings.calendar) for one in applied.changes)
    if moved:
        yield f'{counted(moved, "date")} moved, and no entry in moves says why; with --because "..." each has one'


def _by_thing(changes: Sequence[Changed]) -> list[tuple[Address, list[Changed]]]:
    found: dict[Address, list[Changed]] = {}
    for one in changes:
        found.setdefault(one.thing, []).append(one)
    return list(found.items())


def _called(thing: Address, plan: Plan) -> str:
    entity = plan.get(thing)
    kind = kind_of_entry(thing.path) if thing.path else None
    title = title_of(Address(kind.name) if kind else thing, entity)
    return safe(f"{thing}: {_short(title)}") if title else str(thing)


def _change(one: Changed, words: Mapping[str, str]) -> str:
    if one.column.role is Role.REPORT:
        return f"{one.column.heading}: {_short(one.after)}"
    heading = f"{one.column.heading}, {one.of_place}" if one.of_place else one.column.heading
    before, after = _in_short(one, words)
    return f"{heading}: {_short(before) or _NOTHING} {_TO} {_short(after) or _NOTHING}"


def _short(text: str) -> str:
    return short(text, MOST_SHOWN)


def _in_short(one: Changed, words: Mapping[str, str]) -> tuple[str, str]:
    """What a cell said and says; of sentences the words that changed."""
    before, after = shown(one.before, one.column, words), shown(one.after, one.column, words)
    if one.column.field and one.column.field.about.prose and not one.column.is_date and before and after:
        row = in_short({"change": "reworded", "before": before, "after": after})
        return row["before"], row["after"]
    return before, after
