"""Ids for what stands in a list without one, and is named until then by its address."""

from jfp_cli.edit.change import Change
from jfp_cli.edit.fields import name_of, order_in
from jfp_cli.edit.naming import RESERVED
from jfp_cli.edit.widening import widen
from jfp_cli.edit.yaml.draft import Draft
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.model.kinds import KINDS, kind_of_entry
from jfp_cli.values.address import Address, Path
from jfp_cli.values.text import id_from


def identified(change: Change, address: Address, name: str = "") -> tuple[Address, Draft, Path]:
    """A thing by its own id, and where it stands; one without gets this id, or one made from its words.

    Raises EditError where nothing stands there.
    """
    kind = (kind_of_entry(address.path) if address.path else None) or KINDS[address.kind]
    draft, path = there(change, address)
    widen(draft, path, kind.title)
    own = draft.value((*path, kind.id_key))
    if own is None:
        taken = change.ids(kind.name)
        own = name or id_from(str(draft.value((*path, kind.title))), taken | RESERVED)
        taken.add(own)
        draft.set((*path, kind.id_key), own, order_in(kind.name, models=change.plan.models))
    return Address(kind.name, own), draft, path


def there(change: Change, address: Address) -> tuple[Draft, Path]:
    """The draft of what an address names and its path there; raises EditError where nothing stands there."""
    draft, path = change.at(address)
    if not draft.has(path):
        raise EditError(f"{address.thing} has no {name_of(address.path)}")
    return draft, path
