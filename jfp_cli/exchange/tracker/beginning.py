"""What must be in a plan before a tracker can be taken into it: areas, measures, the field for its numbers, gaps."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jfp_cli.edit.assigning import assign
from jfp_cli.edit.change import Change
from jfp_cli.edit.creating import add
from jfp_cli.edit.fields import order_in
from jfp_cli.exchange.tracker.heads import REF
from jfp_cli.exchange.tracker.matching import Matches, area_ids, area_key, without_number, words_key
from jfp_cli.exchange.tracker.measures import NewMeasure
from jfp_cli.exchange.tracker.record import Record
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.own import FIELDS
from jfp_cli.values.address import Address
from jfp_cli.values.text import quoted

_MILESTONES, _PENDING, _WHAT = "milestones", "pending", "what"
_ABOUT = "The number that the tracker has for it"
_NO_DATE = ": when it will be done"


class Begun(NamedTuple):
    """Something that was begun: its address, what it is, and the cell that it comes from."""

    at: str
    text: str
    place: str


def begin(change: Change, records: Sequence[Record], matches: Matches, measures: Sequence[NewMeasure]) -> list[Begun]:
    """Begin in a plan what records of a tracker need, and let what comes next find it; raises EditError."""
    begun = [*_field(change, records, matches), *_areas(change, records, matches)]
    begun += [_measure(change, one) for one in measures]
    change.go_on()
    return [*begun, *_gaps(change, records, matches)]


def _field(change: Change, records: Sequence[Record], matches: Matches) -> Iterator[Begun]:
    taken = (one for one in records if one.place in matches.known or (one.place in matches.new and one.undated is None))
    numbered = next((record.ref for record in taken if record.ref), None)
    if numbered is None or REF in order_in(_MILESTONES, models=change.plan.models):
        return
    above = (FIELDS, _MILESTONES, REF)
    assign(change, Address("plan"), {(*above, "about"): [_ABOUT], (*above, "type"): ["text"]})
    yield Begun(f"plan.{FIELDS}.{_MILESTONES}.{REF}", _ABOUT, numbered.place)


def _areas(change: Change, records: Sequence[Record], matches: Matches) -> Iterator[Begun]:
    known = area_ids(change.plan)
    for record in records:
        key = area_key(record.area.text)
        if record.place in matches.new and key not in known and (record.undated is None or is_gap(record)):
            address = add(change, KINDS["areas"].noun, {KINDS["areas"].title: without_number(record.area.text)})
            known[key] = address.id
            yield Begun(str(address), without_number(record.area.text), record.area.place)


def _measure(change: Change, one: NewMeasure) -> Begun:
    address = add(change, KINDS["measures"].noun, one.fields, one.name)
    return Begun(str(address), one.fields[KINDS["measures"].title], one.place)


def _gaps(change: Change, records: Sequence[Record], matches: Matches) -> Iterator[Begun]:
    """Enter in their areas what has no date yet, and take out what has one by now."""
    known = area_ids(change.plan)
    for record in records:
        area = known.get(area_key(record.area.text))
        if area is None:
            continue
        at = Address("areas", area, (_PENDING,))
        draft, path = change.at(at)
        entries = draft.value(path) or ()
        key = words_key(f"{record.activity}{_NO_DATE}")
        number = next((n for n, one in enumerate(entries) if words_key(str(one.get(_WHAT, ""))) == key), None)
        if record.undated is None and number is not None:
            draft.remove((*path, number))
        elif is_gap(record) and record.place in matches.new and number is None:
            what = f"{record.activity}{_NO_DATE}"
            draft.insert(path, {_WHAT: what}, order=order_in("areas", models=change.plan.models))
            yield Begun(f"{at}[{len(entries)}]", what, record.place)


def is_gap(record: Record) -> bool:
    """Whether a row without a date is a promise all the same, which must not be lost."""
    return record.undated is not None and record.has_date_column and record.has_more


def why_not_added(record: Record) -> str:
    """What is said of a row that has no date, and so is no milestone."""
    where = f"{quoted(record.activity)} is no milestone without a date"
    gap = f"it stands in {_PENDING} of its area until it has one, and nothing else of the row was taken"
    kept = gap if is_gap(record) else "nothing of the row was taken"
    return f"{where}, so {kept}"
