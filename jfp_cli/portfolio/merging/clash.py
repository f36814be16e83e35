"""What two plans say with one name, and what each name becomes where they are one plan."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jfp_cli.edit.change import Change
from jfp_cli.model.kinds import KINDS, Kind
from jfp_cli.model.own import Declaration, as_plain_key
from jfp_cli.portfolio.portfolio import Named, Portfolio
from jfp_cli.values.address import Address
from jfp_cli.values.span import Span
from jfp_cli.values.text import folded, quoted

HAVING_IDS = tuple(kind for kind in KINDS.values() if (kind.model and kind.id_key) or kind.vocabulary)
OwnNames = Mapping[tuple[str, str], str]
"""The fields of a plan's own that get another name, by their kind and the name that they have."""


class Conflict(NamedTuple):
    """Where a plan says something that an earlier one says otherwise, with both places, and what came of it."""

    span: Span
    message: str
    earlier: Span

    def __str__(self) -> str:
        return f"{self.span}: {self.message} (the other: {self.earlier})"


class Ids(NamedTuple):
    """The things of the merged plan so far: where each came from and, of a vocabulary, what it means.

    `declared` has the fields of the plans' own, by kind and name, as each is declared and where.
    """

    places: dict[Address, Span]
    meanings: dict[Address, str]
    declared: dict[tuple[str, str], tuple[Declaration, Span]]

    def add(self, change: Change, clashes: "Clashes") -> None:
        """Take in the things of a plan under the names that they get."""
        for (kind, key), said, span in _declared(change):
            self.declared.setdefault((kind, clashes.own_names.get((kind, key), key)), (said, span))
        for at, meaning in _things(change):
            now = at._replace(id=clashes.renamed.get(at, at.id))
            self.places.setdefault(now, change.loaded.sources.span(at))
            self.meanings.setdefault(now, meaning)


class Clashes(NamedTuple):
    """What has to be called otherwise in a plan that joins others, and the conflicts that this comes from."""

    renamed: dict[Address, str]
    own_names: dict[tuple[str, str], str]
    conflicts: list[Conflict]


def clashes(plan: str, change: Change, ids: Ids, portfolio: Portfolio) -> Clashes:
    """The ids of a plan that an earlier one has too for something else, each with the one that it gets.

    An entry of a vocabulary that means the same stays as it is; one that is tied to an earlier plan's gets the id that
    it has there.
    """
    found = Clashes({}, {}, [])
    taken = {*ids.places, *(at for at, _ in _things(change))}
    for at, meaning in _things(change):
        here, noun = change.loaded.sources.span(at), KINDS[at.kind].noun
        tied = _tied(portfolio, plan, at, ids)
        if tied:
            if tied != at.id:
                found.renamed[at] = tied
                message = f"the {noun} {at.id} is called {tied} now, to which the portfolio ties it"
                found.conflicts.append(Conflict(here, message, ids.places[at._replace(id=tied)]))
            continue
        if at not in ids.places or (KINDS[at.kind].vocabulary and folded(ids.meanings[at]) == folded(meaning)):
            continue
        new = _free(KINDS[at.kind], plan, at, taken)
        taken.add(at._replace(id=new))
        found.renamed[at] = new
        message = f"there is another {noun} {at.id}, so this one is called {new} now"
        found.conflicts.append(Conflict(here, message, ids.places[at]))
    _add_own_fields(plan, change, ids, found)
    return found


def _things(change: Change) -> Iterator[tuple[Address, str]]:
    """Whatever of a plan has an id, with its meaning where it is of a vocabulary."""
    settings = change.plan.settings
    for kind in HAVING_IDS:
        meanings: Mapping[str, str] = getattr(settings, kind.name) if kind.vocabulary else {}
        for name in change.loaded.sources.ids(kind.name):
            yield Address(kind.name, name), meanings.get(name, "")


def _tied(portfolio: Portfolio, plan: str, at: Address, ids: Ids) -> str:
    """What an entry of a vocabulary is called by an earlier plan, where the portfolio says that it has it."""
    if not KINDS[at.kind].vocabulary or not hasattr(portfolio.same, at.kind):
        return ""
    names = portfolio.in_common(at.kind)
    name = names.get(Named(plan, at.id), "")
    return name if at._replace(id=name) in ids.places else ""


def _free(kind: Kind, plan: str, at: Address, taken: set[Address]) -> str:
    """A name that nothing has: with the plan's own before it, and a number behind it where that is taken too."""
    name = f"{at.id} ({plan})" if kind.free else f"{plan}-{at.id}"
    number, new = 2, name
    while at._replace(id=new) in taken:
        number, new = number + 1, f"{name}-{number}"
    return new


def _declared(change: Change) -> Iterator[tuple[tuple[str, str], Declaration, Span]]:
    """The fields of a plan's own, with their declarations and where these stand."""
    for kind, fields in change.plan.settings.fields.items():
        for key, said in fields.items():
            at = Address("plan", "", ("fields", kind, key))
            yield (kind, key), said, change.loaded.sources.span(at, key=True)


def _add_own_fields(plan: str, change: Change, ids: Ids, found: Clashes) -> None:
    """Keep fields of the plans' own apart that have one name and are declared otherwise."""
    taken = {*ids.declared, *(name for name, _, _ in _declared(change))}
    for (kind, key), said, span in _declared(change):
        other, there = ids.declared.get((kind, key), (said, span))
        if other == said:
            continue
        new = as_plain_key(f"{plan}_{key}")
        while (kind, new) in taken:
            new += "_2"
        taken.add((kind, new))
        found.own_names[kind, key] = new
        message = f"the field {quoted(key)} is declared otherwise, so this one is called {new} now"
        found.conflicts.append(Conflict(span, message, there))
