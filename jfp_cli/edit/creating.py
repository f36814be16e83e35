"""New things, each in the file and at the place where the plan keeps its like."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from jfp_cli.edit.change import Change
from jfp_cli.edit.fields import a, order_in
from jfp_cli.edit.naming import RESERVED, check_id
from jfp_cli.edit.whereabouts import homes_of
from jfp_cli.edit.yaml.adding import blank_lines_between
from jfp_cli.edit.yaml.handwriting import mapping
from jfp_cli.edit.yaml.lines import column
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.model.field import fields_of
from jfp_cli.model.kinds import KINDS, Kind, model_of
from jfp_cli.query.promises import HOMES
from jfp_cli.query.things import UnknownThingError, titles
from jfp_cli.values.address import Address, Path
from jfp_cli.values.near_miss import did_you_mean
from jfp_cli.values.text import as_id, folded, id_from, is_id, quoted

OF_NOUN = {kind.noun: kind for kind in KINDS.values()}
GOES_WITHOUT_ID = tuple(KINDS[name] for name in HOMES if name != "milestones")
"""What is named by its address and written with set."""


def add(
    change: Change, noun: str, values: Mapping[str, Any], name: str = "", home: str = "", part: str = ""
) -> Address:
    """Add a thing; without a name its id is made from its words; returns where it stands. Raises EditError.

    `home` is the address or id of what it goes into; `part` is the chapter whose contents list it.
    """
    kind = OF_NOUN[noun]
    taken = change.ids(kind.name)
    words = str(values.get(kind.title) or "")
    if not name and not as_id(words):
        raise EditError(f"no id can be made from {quoted(words)}; write one, such as --id new-{kind.noun}")
    address = Address(kind.name, name or id_from(words, taken | RESERVED))
    check_id(address.id)
    if address.id in taken:
        raise EditError(f"{address} is there already, at {change.loaded.sources.span(address)}")
    taken.add(address.id)
    given = {kind.id_key: address.id, **values}
    thing = {key: given[key] for key in order_in(kind.name, models=change.plan.models) if given.get(key)}
    if kind.folder:
        begin(change, address, thing)
    else:
        _enter(change, kind, thing, home)
    if kind.listed:
        _enter_contents(change, kind.name, address.id, part)
    return address


def begin(change: Change, address: Address, fields: dict[str, Any]) -> None:
    """Add the file of a thing that has one of its own, with some fields in their order. Raises EditError."""
    habits = change.settings().habits
    text = mapping(fields, 0, habits).replace(habits.newline, "\n")
    change.create(change.file_of(address), text + "\n")


def how_to_set(kind: Kind) -> str:
    """How the first of what goes without an id is entered in the list of what it stands in."""
    holder, key = next(iter(homes_of(kind).items()))
    first = f"{key}.PERIOD[0]" if kind.by_name else f"{key}[0]"
    needed = [field.key for field in fields_of(model_of(kind.name)).values() if field.required]
    told = " ".join(f'"{first}.{key}=..."' for key in needed)
    home = KINDS[holder].noun
    return f"{a(kind)} is written in its {home}, the first as [0]: jfp set {home.upper()} {told}"


def like(change: Change, noun: str, values: Mapping[str, Any]) -> Address | None:
    """The thing of a kind that says in the same words what it is, if there is one."""
    kind = OF_NOUN[noun]
    words = folded(str(values.get(kind.title) or ""))
    alike = (at for at, title in titles(change.plan).items() if at.kind == kind.name and folded(title) == words)
    return next(alike, None)


def _enter(change: Change, kind: Kind, thing: dict[str, Any], home: str) -> None:
    homes = homes_of(kind)
    try:
        holder = change.find(home, [next(iter(homes))])
    except UnknownThingError as error:
        where, slash, name = home.rpartition("/")
        noun = KINDS[where if slash and where in homes else next(iter(homes))].noun
        begin = f'jfp add {noun} --title "..."' + (f" --id {name}" if is_id(name) else "")
        raise EditError(f"{error}; or begin it first: {begin}") from None
    if holder.kind not in homes or holder.path:
        raise EditError(f"{holder} is none of the {' or '.join(homes)} that a {kind.noun} goes into")
    key = homes[holder.kind]
    draft, path = change.at(holder)
    whole: Path = (*path, key)
    entries = draft.value(whole) or []
    at = len(entries)
    if thing.get("group"):
        alike = [number for number, entry in enumerate(entries) if entry.get("group") == thing["group"]]
        at = alike[-1] + 1 if alike else at
    order = order_in(holder.kind, models=change.plan.models)
    draft.insert(whole, thing, at, order, in_lines=True, blanks=_usual_blanks(change, key))


def _usual_blanks(change: Change, field: str) -> int:
    """How many blank lines part the things of such a list in most files of the plan."""
    counts = Counter[int]()
    for file in change.loaded.sources.files.values():
        place, there = file.place((field,))
        entries: Any = place[4]
        if there and isinstance(entries, list) and entries and file.text[place[2]] == "-":
            counts.update(
                [blank_lines_between(file.text, entries, column(file.text, place[2])) or 0][: len(entries) - 1]
            )
    return counts.most_common(1)[0][0] if counts else 0


def _enter_contents(change: Change, kind: str, name: str, wanted: str) -> None:
    parts = [part if isinstance(part, dict) else {} for part in change.settings().value(("contents",)) or ()]
    titles = {str(part["part"]): number for number, part in enumerate(parts) if "part" in part}
    if not wanted:
        holding = [number for number, part in enumerate(parts) if part.get(kind)]
        if not holding:
            raise EditError(f"no part of the contents has {kind} yet; say which with --part")
        number = holding[-1]
    elif wanted.isdigit() and 0 < int(wanted) <= len(parts):
        number = int(wanted) - 1
    else:
        meant = [title for title in titles if wanted.lower() in title.lower()]
        if len(meant) != 1:
            advice = did_you_mean(wanted, titles, f"the parts are: {'; '.join(titles)}")
            raise EditError(f'"{wanted}" is not the title or number of one part of the contents; {advice}')
        number = titles[meant[0]]
    order = order_in("plan", ("contents", number))
    change.settings().insert(("contents", number, kind), name, order=order)
