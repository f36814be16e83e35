"""A row of a tracker as it was read: the texts of its cells by what they are taken for, and what could not be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from jfp_cli.exchange.proposal import Remark


class Told(NamedTuple):
    """What a cell says: its place, the text for the plan, and of a report its day, of a date the one before."""

    place: str
    text: str
    day: str = ""
    former: str = ""


@dataclass(slots=True, eq=False)
class Record:
    """A row; `place` is the cell that says what is to be done, and `table` tells which rows stand together.

    `undated` says why there is no date where the row has none, and `has_more` that it says more than what is to be
    done.
    """

    place: str
    table: int
    ref: Told | None
    area: Told
    said: Mapping[str, Told]
    reports: Sequence[Told] = ()
    needs: Told | None = None
    undated: Remark | None = None
    has_date_column: bool = True
    has_more: bool = False
    untaken: list[Remark] = field(default_factory=list)

    @property
    def activity(self) -> str:
        """What is to be done."""
        return self.said["activity"].text
