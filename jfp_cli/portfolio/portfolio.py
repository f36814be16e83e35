"""Several plans as one: portfolio.yaml, which says who they are, how they group, and what of theirs is the same."""

from collections.abc import Iterator
from typing import NamedTuple

from jfp_cli.model.field import Entity, field, required
from jfp_cli.model.types import Id, Ids, Text, Texts

SEPARATOR = ":"
"""What stands between a plan and what is named in it, as in `hwe:orthopaedics`."""
Tied = tuple[Texts, ...]


class Same(Entity):
    """What several plans have under different names: lists of `PLAN:ID`, or of promises `PLAN:kind/id`."""

    areas: Tied = field("Areas that are one.", [["north:orthopaedics", "south:trauma"]], default=())
    organisations: Tied = field("Organisations that are one.", [["north:nth", "south:north-hospital"]], default=())
    places: Tied = field("Places that are one.", [["north:old-town", "south:oldtown"]], default=())
    measures: Tied = field("Measures that are one.", [["north:waiting-list", "south:elective-waits"]], default=())
    promises: Tied = field(
        "Promises that are one.", [["north:milestones/shared-record", "south:milestones/record"]], default=()
    )


class Portfolio(Entity):
    """The whole of portfolio.yaml."""

    title: Text = required("What the plans are together.", "Plans of the East of England")
    plans: dict[Id, Text] = required(
        "The plans: what each is called here, and its folder from where this file is.", {"north": "../north/plan"}
    )
    groups: dict[Id, Ids] = field(
        "Plans that are asked together by one name.", {"coast": ["north", "south"]}, default={}
    )
    same: Same = field("What is the same thing in several plans.", default=Same.model_construct())

    def within(self, name: str) -> tuple[str, ...]:
        """The plans that a name means: one, or those of a group; none where there is no such name."""
        return (name,) if name in self.plans else tuple(self.groups.get(name, ()))

    def names_in(self, plan: str, kind: str, name: str) -> tuple[str, ...]:
        """What a plan calls a thing of a kind: as it is called everywhere, or as it is tied to others.

        A name such as `north:orthopaedics` is that of one plan.
        """
        return tuple(dict.fromkeys(found.name for found in self._meant(kind, name) if found.plan in ("", plan)))

    def in_common(self, kind: str) -> dict["Named", str]:
        """What the things of a kind that are tied are called in common: as the first of those tied is called."""
        names: dict[Named, str] = {}
        for group in getattr(self.same, kind):
            members = [Named.of(member) for member in group]
            name = next((names[member] for member in members if member in names), members[0].name if members else "")
            names |= dict.fromkeys(members, name)
        return names

    def _meant(self, kind: str, name: str) -> Iterator["Named"]:
        asked = Named.of(name)
        yield asked
        for group in getattr(self.same, kind, ()):
            members = [Named.of(member) for member in group]
            if any(member.name == asked.name and asked.plan in ("", member.plan) for member in members):
                yield from members


class Named(NamedTuple):
    """A thing of a plan by the plan's name and its own; of any plan where that is empty."""

    plan: str
    name: str

    @classmethod
    def of(cls, text: str) -> "Named":
        """The parts of `PLAN:NAME`."""
        plan, separator, name = text.partition(SEPARATOR)
        return cls(plan.strip(), name.strip()) if separator else cls("", text)

    def __str__(self) -> str:
        return f"{self.plan}{SEPARATOR}{self.name}"
