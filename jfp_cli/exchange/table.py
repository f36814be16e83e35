"""A plan as tables: one a kind of thing, a row for each, and in their cells the texts that the plan's files have."""

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from jfp_cli.model.field import Field, Shape
from jfp_cli.model.kinds import KINDS
from jfp_cli.values.address import Address, Path
from jfp_cli.values.dates import PlanDate

Key = tuple[str, ...]
"""What names a row among those of its table."""


class Role(Enum):
    """What a column is for."""

    ID = "names what the row is about"
    PLACE = "names the place that readings are of"
    HOME = "names what it stands in"
    TITLES = "says what the ids beside it are called"
    FIELD = "holds a field"
    SHOWN = "shows a field that has entries of its own"
    REPORT = "takes what is to be reported"
    READING = "holds what was measured in a period"


GREY = (Role.ID, Role.PLACE, Role.HOME, Role.TITLES, Role.SHOWN)
"""What nobody changes in a row that is there."""


class Column(NamedTuple):
    """A column of a table.

    `key` is its name, unlike any other's of the table, and `heading` what people read; `about` says what it holds.
    `path` leads from the thing to its field. `choices` names the list of what may stand in it. `kind` is the kind of
    thing that its ids name or that its titles are of, `period` that of readings, and `usual` what need not be said.
    """

    key: str
    heading: str
    role: Role
    about: str = ""
    field: Field | None = None
    path: Path = ()
    choices: str = ""
    kind: str = ""
    period: PlanDate | None = None
    usual: str = ""

    @property
    def shape(self) -> Shape:
        """What its cells hold."""
        return self.field.shape if self.field else Shape.TEXT

    @property
    def is_date(self) -> bool:
        """Its cells hold dates."""
        return self.field is not None and self.field.is_date and self.shape is Shape.TEXT

    @property
    def is_words(self) -> bool:
        """Its cells have one of a few words."""
        return self.field is not None and bool(self.field.choices) and self.shape is Shape.TEXT

    @property
    def is_required(self) -> bool:
        """A thing cannot be without it; what stands within a field that may be left out can be left out with it."""
        return self.field is not None and self.field.required and len(self.path) == 1


class Row(NamedTuple):
    """A row: where in the plan it comes from, and the texts of its cells by the keys of their columns."""

    address: Address
    cells: Mapping[str, str]


class Table(NamedTuple):
    """The things of a kind, or as many of them as were asked for."""

    kind: str
    columns: Sequence[Column]
    rows: Sequence[Row]

    @property
    def name(self) -> str:
        """What it is called."""
        return name_of(self.kind)

    def key(self, cells: Mapping[str, str]) -> Key:
        """What names a row with these cells."""
        return key_of(self.columns, cells)


def name_of(kind: str) -> str:
    """What the table of a kind is called."""
    return KINDS[kind].name.capitalize()


def key_of(columns: Sequence[Column], cells: Mapping[str, str]) -> Key:
    """What names a row with these cells: its id, and of readings their place."""
    return tuple(cells.get(column.key, "") for column in columns if column.role in (Role.ID, Role.PLACE))


def rows_in(tables: Iterable[Table]) -> int:
    """How many rows tables have together."""
    return sum(len(table.rows) for table in tables)
