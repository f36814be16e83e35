"""Things taken out of the plan, unless something else still names them."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from jfp_cli.edit.change import Change
from jfp_cli.edit.fields import name_of
from jfp_cli.edit.renaming import allowances, by_id, check_all_read
from jfp_cli.edit.yaml.splice import EditError, GoneError
from jfp_cli.model.field import Entity
from jfp_cli.model.kinds import KINDS, kind_of_entry
from jfp_cli.model.plan import Plan
from jfp_cli.model.references import Reference
from jfp_cli.model.walk import below, holds_things
from jfp_cli.values.address import Address


def remove(change: Change, addresses: Sequence[Address]) -> list[Reference]:
    """Take things and entries of lists out with all that they hold, their places in the contents and lint allowances.

    Where others name them or what they hold, nothing happens and those references come back.
    """
    check_all_read(change)
    addresses = [by_id(change, address) for address in addresses]
    for address in addresses:
        if address.kind == "plan" or (address.path and not kind_of_entry(address.path)):
            field = name_of(address.path) or "FIELD"
            raise EditError(
                f"{address} is no thing of its own; take a field out with: jfp set {address.thing} {field}="
            )
    held = {thing for address in addresses for thing in within(change.plan, address)}
    held |= {(address.kind, address.id) for address in addresses if not address.path}
    naming = [
        reference
        for reference in change.plan.references
        if (reference.kind, reference.id) in held and (reference.at.kind, reference.at.id) not in held
    ]
    if not naming:
        gone = {*addresses, *(Address(kind, name) for kind, name in held)}
        for at in sorted({at for address in gone for at, _ in allowances(change, address)}, reverse=True):
            change.settings().remove(("lint", "allow", at))
        take_out(change, addresses)
    return naming


def take_out(change: Change, addresses: Iterable[Address]) -> None:
    """Take things and entries of lists out with all that they hold, whoever names them."""
    for address in sorted(set(addresses), key=_position, reverse=True):  # so that those before keep their positions
        _remove(change, address)


def _remove(change: Change, address: Address) -> None:
    kind = KINDS[address.kind]
    if address.path or not kind.folder:
        with suppress(GoneError):  # with what held it
            draft, path = change.at(address)
            draft.remove(path)
        return
    for number, part in enumerate(change.settings().value(("contents",))):
        listed = part.get(address.kind, []) if kind.listed else []
        if address.id in listed:
            change.settings().remove(("contents", number, address.kind, listed.index(address.id)))
    change.delete(change.file_of(address))


def _position(address: Address) -> int:
    return address.path[-1] if address.path and isinstance(address.path[-1], int) else -1


def within(plan: Plan, address: Address) -> Iterator[tuple[str, str]]:
    """The things that stand in one, by kind and id."""
    entity = plan.get(address)
    if isinstance(entity, Entity):
        yield from ((at.kind, at.id) for at, *_ in below(address, entity, holds_things) if not at.path)
