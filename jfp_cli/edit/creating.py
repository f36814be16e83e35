"""New things, each in the file and at the place where the plan keeps its like."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from jfp_cli.edit.assigning import order_in
from jfp_cli.edit.change import Change
from jfp_cli.edit.naming import check_id
from jfp_cli.edit.whereabouts import file_of
from jfp_cli.edit.yaml.adding import blank_lines_between
from jfp_cli.edit.yaml.handwriting import mapping
from jfp_cli.edit.yaml.lines import column
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.model.kinds import KINDS
from jfp_cli.values.address import Address, Path
from jfp_cli.values.near_miss import did_you_mean
from jfp_cli.values.text import id_from


class Recipe(NamedTuple):
    """How a kind of thing is made: the field that says what it is, the kind and the list that it goes into."""

    kind: str
    called: str
    needs: tuple[str, ...] = ()
    home: str = ""
    list: str = ""


RECIPES = {
    "milestone": Recipe("milestones", "activity", ("due",), "areas", "milestones"),
    "target": Recipe("targets", "statement", (), "sections", "targets"),
    "workstream": Recipe("workstreams", "title", (), "sections", "workstreams"),
    "section": Recipe("sections", "title"),
    "area": Recipe("areas", "title"),
    "enabler": Recipe("enablers", "title"),
}


def add(
    change: Change, noun: str, values: Mapping[str, Any], name: str = "", home: str = "", part: str = ""
) -> Address:
    """Add a thing; without a name its id is made from its words; returns where it stands. Raises EditError.

    `home` is the address or id of what it goes into; `part` is the chapter whose contents list it.
    """
    recipe = RECIPES[noun]
    called = str(values.get(recipe.called) or "")
    taken = set(change.loaded.sources.ids(recipe.kind))
    address = Address(recipe.kind, name or id_from(called, taken))
    check_id(address.id)
    if address.id in taken:
        raise EditError(f"{address} is there already, at {change.loaded.sources.span(address)}")
    known = order_in(recipe.kind)
    given = {KINDS[recipe.kind].id_key: address.id, **values}
    thing = {field: given[field] for field in known if given.get(field)}
    if recipe.home:
        _enter(change, recipe, thing, home)
    else:
        habits = change.settings().habits
        text = mapping(thing, 0, habits).replace(habits.newline, "\n")
        change.create(file_of(address), text + "\n")
        if recipe.kind in ("sections", "enablers"):
            _enter_contents(change, recipe.kind, address.id, part)
    return address


def _enter(change: Change, recipe: Recipe, thing: dict[str, Any], home: str) -> None:
    kind = "workstreams" if recipe.kind == "targets" and home.startswith("workstreams/") else recipe.home
    found = change.find(home, kind)
    if found.kind not in (recipe.home, kind) or found.path:
        raise EditError(f"{found} is none of the {kind} that a {recipe.kind[:-1]} goes into")
    field = "indicators" if kind == "workstreams" else recipe.list
    draft, path = change.at(found)
    whole: Path = (*path, field)
    entries = draft.value(whole) or []
    at = len(entries)
    if thing.get("group"):
        alike = [number for number, entry in enumerate(entries) if entry.get("group") == thing["group"]]
        at = alike[-1] + 1 if alike else at
    blanks = _usual_blanks(change, field)
    draft.insert(whole, thing, at, order_in(found.kind), in_lines=True, blanks=blanks)


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
    parts = change.plan.settings.contents
    titles = {part.part: number for number, part in enumerate(parts)}
    if not wanted:
        holding = [number for number, part in enumerate(parts) if getattr(part, kind)]
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
