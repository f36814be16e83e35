"""What is wrong with a plan, as a value that any command can print, count or sort."""

from dataclasses import dataclass
from enum import IntEnum
from operator import attrgetter
from typing import NamedTuple

from jfp_cli.values.address import Address
from jfp_cli.values.span import Span


class Severity(IntEnum):
    """How much a finding matters: an error is wrong, a warning cannot be tracked, advice could be clearer."""

    ADVICE = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Edit(NamedTuple):
    """What shall stand where something stands now, or between two characters."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A way to mend a fault: edits that are made together. It is `safe` where what was meant is certain."""

    title: str
    safe: bool
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one rule that is true of nearly everything it looks at: so many of so many."""

    code: str
    count: int
    of: int


class Finding(NamedTuple):
    """One fault at one place: `message` says what is wrong, `help` what to write instead, `fixes` do so."""

    code: str
    name: str
    severity: Severity
    message: str
    span: Span
    address: Address | None = None
    help: str = ""
    fixes: tuple[Fix, ...] = ()
    group: Group | None = None


by_place = attrgetter("span", "code", "message")
"""The order in which findings are listed: by file, then position, then code."""
