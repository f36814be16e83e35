"""Another id for a thing, or another title for a measure, wherever the plan names it."""

from jfp_cli.edit.change import Change
from jfp_cli.edit.identifying import identified, there
from jfp_cli.edit.naming import check_id
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.model.kinds import KINDS, kind_of_entry
from jfp_cli.values.address import Address
from jfp_cli.values.text import folded


def rename(change: Change, address: Address, new: str) -> None:
    """Give a thing another id, or an entry of a list its first; raises EditError.

    Every reference, the contents and the lint allowances follow.
    """
    check_all_read(change)
    address = by_id(change, address)
    kind, old = address.kind, address.id
    _check(change, address, new)
    if address.path:
        identified(change, address, new)
        return
    for reference in change.plan.references:
        if (reference.kind, reference.id) == (kind, old):
            draft, path = change.at(reference.at)
            if reference.in_key or draft.value(path) == old:  # a measure may be named by its title, which stays
                draft.set(path, new)
    follow_in_settings(change, address, new)
    row = KINDS[kind]
    if row.vocabulary:
        change.settings().rename_key((kind, old), new)
        return
    draft, path = change.at(address)
    draft.set((*path, row.id_key), new)
    if row.folder:  # the file of that name, in the folder where it stands
        name = change.file_of(address)
        change.move(name, f"{name.rpartition('/')[0]}/{new}.yaml")


def retitle(change: Change, measure: Address, title: str) -> None:
    """Give a measure another title; the targets that name it by the one it has follow."""
    check_all_read(change)
    was = folded(change.plan.measures[measure.id].title)
    is_of_another = {folded(name) for name in change.plan.measures if name != measure.id} | {
        folded(other.title) for name, other in change.plan.measures.items() if name != measure.id
    }
    words = measure.id if folded(title) in is_of_another else title
    for reference in change.plan.references:
        if (reference.kind, reference.id) == (measure.kind, measure.id):
            draft, path = change.at(reference.at)
            if folded(str(draft.value(path))) == was != folded(measure.id):
                draft.set(path, words)
    draft, path = change.at(measure)
    draft.set((*path, KINDS[measure.kind].title), title)


def by_id(change: Change, address: Address) -> Address:
    """The address of an entry of a list by its own id, where it has one; raises EditError where there is no entry."""
    if not kind_of_entry(address.path):
        return address
    there(change, address)
    return change.plan.named(address)


def check_all_read(change: Change) -> None:
    """Refuse where a part of the plan cannot be read: what it refers to is not known."""
    for left_out in change.loaded.left_out:
        raise EditError(f"{left_out.span} cannot be read, so what refers to what is not known; run jfp validate first")


def allowances(change: Change, thing: Address) -> list[tuple[int, str]]:
    """The lint allowances of a thing or a part of it: their positions, and what follows the thing's name."""
    name = str(thing)
    of_thing = []
    for at, allowance in enumerate(change.plan.settings.lint.allow):
        rest = allowance.at.removeprefix(name)
        if allowance.at.startswith(name) and (not rest or rest[0] in ".["):
            of_thing.append((at, rest))
    return of_thing


def _check(change: Change, address: Address, new: str) -> None:
    kind = kind_of_entry(address.path) if address.path else KINDS[address.kind]
    if kind is None or kind.name == "plan":
        raise EditError(f"{address} has no id to change")
    if not kind.free:
        check_id(new)
    if new == address.id and not address.path:
        raise EditError(f"{address} is called that already")
    if (kind.name, new) in change.loaded.sources.things:
        taken = change.loaded.sources.span(Address(kind.name, new))
        raise EditError(f"{kind.name}/{new} is there already, at {taken}")


def follow_in_settings(change: Change, address: Address, new: str) -> None:
    """Let the contents of plan.yaml and its lint allowances name a thing by another id."""
    kind, old = address.kind, address.id
    if KINDS[kind].listed:
        for number, part in enumerate(change.plan.settings.contents):
            for at, name in enumerate(getattr(part, kind)):
                if name == old:
                    change.settings().set(("contents", number, kind, at), new)
    for at, rest in allowances(change, address):
        change.settings().set(("lint", "allow", at, "at"), f"{kind}/{new}{rest}")
