"""What came back in a table, as changes that somebody proposes to the plan."""

from collections.abc import Sequence
from typing import NamedTuple

from jfp_cli.exchange.table import Column
from jfp_cli.values.address import Address
from jfp_cli.values.text import short

MOST_SHOWN = 400
"""Characters of a cell's text, of which nobody reads more in an answer."""


class Remark(NamedTuple):
    """What is said of a cell: its place, such as Milestones!E14, and a sentence."""

    place: str
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


class Changed(NamedTuple):
    """A cell that somebody changed: of which thing, what it said and what it says.

    `of_place` is the place that readings are of, empty where they are the whole system's. `day` is that of a report,
    where it is known, and `because` what is known of why a date moved.
    """

    place: str
    thing: Address
    column: Column
    before: str
    after: str
    of_place: str = ""
    day: str = ""
    because: str = ""


class Said(NamedTuple):
    """A cell of a new row: where it is, what it is for and what it says; of a report the day, where it is known."""

    place: str
    column: Column
    text: str
    day: str = ""


class Added(NamedTuple):
    """A row of something that is not in the plan yet; `name` is the id that it shall have, where others name it."""

    place: str
    kind: str
    cells: Sequence[Said]
    name: str = ""


class Gone(NamedTuple):
    """Something that was exported and of which no row came back; with a place, a measure's readings of that."""

    thing: Address
    title: str
    of_place: str = ""

    def __str__(self) -> str:
        what = f"{self.thing}, the readings of {self.of_place}" if self.of_place else str(self.thing)
        return f"{what}: {short(self.title, MOST_SHOWN)}"


class Proposal(NamedTuple):
    """All that came back: what may be taken, and what cannot be and why.

    Where there are conflicts nothing is taken. `remarks` are sentences on what was passed over, and `revision` is that
    of the plan when it was exported, empty where git had none.
    """

    changes: list[Changed]
    added: list[Added]
    gone: list[Gone]
    conflicts: list[Remark]
    untaken: list[Remark]
    remarks: list[str]
    revision: str = ""

    @classmethod
    def empty(cls, revision: str = "") -> "Proposal":
        """One in which nothing came back yet."""
        return cls([], [], [], [], [], [], revision)
