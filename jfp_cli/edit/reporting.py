"""What is measured."""

from jfp_cli.edit.change import Change
from jfp_cli.edit.fields import order_in
from jfp_cli.edit.options import check_said, date_of
from jfp_cli.edit.yaml.handwriting import mapping
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.model.target import Target
from jfp_cli.values.address import Address
from jfp_cli.values.figures import QuantityError
from jfp_cli.values.text import quoted


def record(change: Change, address: Address, value: str, at: str, source: str | None, note: str | None) -> Address:
    """Enter a reading of a measure or target where its date belongs; returns where its figure stands.

    The measure's file is made where there is none. Raises EditError.
    """
    if address.kind not in ("targets", "measures") or address.path:
        raise EditError(f"{address} is neither a target nor a measure, so nothing can be measured of it")
    day = date_of(change, at, "--at")
    check_said([("--source", source), ("--note", note)])
    try:
        is_change = bool(change.plan.settings.calendar.quantity(value).change)
    except QuantityError as error:
        raise EditError(f"VALUE: {error}") from None
    if is_change:
        raise EditError(f"{quoted(value)} is a change, and a reading is a level; write what was measured itself")
    entry = {"at": at, "value": value} | ({"source": source} if source else {}) | ({"note": note} if note else {})
    measured = _measure(change, address, entry)
    if measured is None:
        return Address("measures", address.id).at("readings", 0, "value")
    readings = change.plan.measures[measured.id].readings
    for number, reading in enumerate(readings):
        if (reading.at.first, reading.at.last) == (day.first, day.last):
            raise EditError(
                f"a reading of {reading.at} is there already, {reading.value}; "
                f"change it with: jfp set {measured} readings[{number}].value=..."
            )
    before = sum(1 for reading in readings if reading.at.first <= day.first)
    change.draft(change.file_of(measured)).insert(("readings",), entry, before)
    return measured.at("readings", before, "value")


def _measure(change: Change, address: Address, first: dict[str, str]) -> Address | None:
    """The measure of a target; None where its file is made, with this first reading and the target's id."""
    if address.kind == "measures":
        return address
    target: Target = change.plan.get(address)
    measure = change.plan.measure_of(target)
    if measure is not None:
        return Address("measures", measure.id)
    file = {"id": address.id, "title": target.measure or target.statement, "readings": [first]}
    habits = change.settings().habits
    text = mapping(file, 0, habits).replace(habits.newline, "\n")
    change.create(change.file_of(Address("measures", address.id)), text + "\n")
    if target.measure is None:  # words that it has are the measure's title, which names it as well
        draft, path = change.at(address)
        draft.set((*path, "measure"), address.id, order_in("targets"))
    return None
