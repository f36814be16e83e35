"""Which milestone of the plan a row of a tracker is about: by the tracker's number, or by its words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from jfp_cli.exchange.excel.typography import typed
from jfp_cli.exchange.proposal import Remark
from jfp_cli.exchange.tracker.heads import REF
from jfp_cli.exchange.tracker.record import Record
from jfp_cli.model.plan import Plan
from jfp_cli.values.address import Address
from jfp_cli.values.text import as_id, folded, id_from, quoted

_LEAST_ALIKE = 0.5  # of the words of a row and of what has its number
_NUMBERED = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.):]?|[A-Z][.)])\s+(?=[^\W\d])")
OWN_REF = f"own_{REF}"


class Place(NamedTuple):
    """A milestone of the plan, and the area that it stands in."""

    address: Address
    area: str
    milestone: Any


class Matches(NamedTuple):
    """The milestone of each row, by where the row is; new ones have the id that they will have.

    `unclear` has a remark on each row of which nobody can tell what it is about.
    """

    known: Mapping[str, Place]
    new: Mapping[str, str]
    unclear: Mapping[str, Remark]


class Matching:
    """The milestones of a plan by what rows may name them by."""

    def __init__(self, plan: Plan) -> None:
        self._areas = area_ids(plan)
        self._by_ref: dict[str, list[Place]] = {}
        self._by_words: dict[str, list[Place]] = {}
        self._taken = {at.id for at in plan.things if at.kind == "milestones"}
        for area in plan.areas.values():
            for one in area.milestones:
                place = Place(Address("milestones", one.id), area.area, one)
                ref = getattr(one, OWN_REF, None)
                if ref:
                    self._by_ref.setdefault(ref_key(str(ref)), []).append(place)
                self._by_words.setdefault(words_key(one.activity), []).append(place)

    def match(self, records: Iterable[Record]) -> Matches:
        """What each of some rows is about; no two are about the same."""
        known: dict[str, Place] = {}
        new: dict[str, str] = {}
        unclear: dict[str, Remark] = {}
        seen: dict[Address, str] = {}
        words: dict[tuple[str, str, str], str] = {}
        for record in records:
            found = self._find(record)
            twice = (record.ref.text if record.ref else "", area_key(record.area.text), words_key(record.activity))
            if isinstance(found, Remark):
                unclear[record.place] = found
            elif found is not None and found.address in seen:
                told = f"{found.address} is what {seen[found.address]} is about already; nothing of this row was taken"
                unclear[record.place] = Remark(record.place, told)
            elif found is not None:
                known[record.place], seen[found.address] = found, record.place
            elif twice in words:
                told = f"it says the same as {words[twice]}; nothing of this row was taken"
                unclear[record.place] = Remark(record.place, told)
            else:
                new[record.place] = id_from(record.activity, self._taken)
                self._taken.add(new[record.place])
                words[twice] = record.place
        return Matches(known, new, unclear)

    def missing(self, records: Iterable[Record], matches: Matches) -> Iterator[Place]:
        """What has a number, stands in an area of these rows, and is in none of them."""
        areas = {self._areas.get(area_key(record.area.text)) for record in records if record.ref}
        named = {place.address for place in matches.known.values()}
        unclear = {remark.text for remark in matches.unclear.values()}
        for places in self._by_ref.values():
            for place in places:
                is_told = any(str(place.address) in text for text in unclear)
                if place.area in areas and place.address not in named and not is_told:
                    yield place

    def ids_of_refs(self) -> Iterator[tuple[str, str]]:
        """The numbers that things of the plan have, with their ids; those alone that one thing has."""
        return ((ref, places[0].address.id) for ref, places in self._by_ref.items() if len(places) == 1)

    def ids_of_words(self) -> Iterator[tuple[str, str]]:
        """What things of the plan say, with their ids."""
        return ((words, places[0].address.id) for words, places in self._by_words.items() if len(places) == 1)

    def _find(self, record: Record) -> Place | Remark | None:
        area = self._areas.get(area_key(record.area.text), "")
        by_words = self._by_words.get(words_key(record.activity), [])
        here = [place for place in by_words if place.area == area]
        if record.ref is None:
            meant = here or by_words
            return meant[0] if len(meant) == 1 else None
        numbered = self._by_ref.get(ref_key(record.ref.text), [])
        said_so = [place for place in numbered if place in by_words]
        if said_so:
            return said_so[0]
        if len(here) == 1 or (not here and len(by_words) == 1):
            return (here or by_words)[0]
        own = [place for place in numbered if place.area == area]
        if not own:
            return None
        if _are_alike(own[0].milestone.activity, record.activity):
            return own[0]
        told = (
            f"{quoted(record.ref.text)} is {quoted(own[0].milestone.activity)} in the plan ({own[0].address}), "
            f"and {quoted(record.activity)} here; nothing of this row was taken: correct the number or the words"
        )
        return Remark(record.ref.place, told)


def area_ids(plan: Plan) -> dict[str, str]:
    """The areas of a plan, by the keys of what they are called and of their ids."""
    found = {area_key(area.title): name for name, area in plan.areas.items()}
    return found | {area_key(name): name for name in plan.areas}


def area_key(text: str) -> str:
    """The key by which areas are compared: "Planned care" is planned-care, and & is and."""
    return as_id(without_number(typed(text)).replace("&", " and ")) or folded(text)


def without_number(text: str) -> str:
    """What a section of a tracker is called, without the number before it: "2.1 Cancer" is Cancer."""
    return _NUMBERED.sub("", text)


def words_key(text: str) -> str:
    """The key by which rows are compared with what the plan says."""
    return folded(typed(text)).rstrip(" .;")


def ref_key(text: str) -> str:
    """The key by which numbers of a tracker are compared."""
    return folded(typed(text)).strip(" .")


def _are_alike(one: str, other: str) -> bool:
    """Whether two texts may be one that was reworded."""
    return SequenceMatcher(None, words_key(one), words_key(other), autojunk=False).ratio() >= _LEAST_ALIKE
