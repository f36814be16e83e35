"""A table of an export, and what its rows are made of."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from jfp_cli.exchange.data.column import Column, Row, Sort
from jfp_cli.model.plan import Plan
from jfp_cli.query.rows import Locate
from jfp_cli.values.address import Address


class Exported(NamedTuple):
    """A plan as it was known on a day: what it is called among others, which edition it is, and what lint found."""

    name: str
    edition: str
    plan: Plan
    day: date
    locate: Locate
    findings: Sequence[Mapping[str, Any]] = ()

    def place_of(self, address: Address) -> Row:
        """The columns that say where a thing stands."""
        span = self.locate(address)
        return {"file": span.file, "line": span.line}


class Table(NamedTuple):
    """A table: what a row of it is, its columns, and its rows from a plan."""

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: Callable[[Exported], Iterable[Row]]


ADDRESS = Column("address", Sort.TEXT, "What always names it, such as milestones/elective-hub.")
PLACE = (
    Column("file", Sort.TEXT, "The file that it stands in."),
    Column("line", Sort.COUNT, "The line on which it begins."),
)
OWN = Column("fields", Sort.WORDS, "What it says in the fields that the plan declares for itself.")
