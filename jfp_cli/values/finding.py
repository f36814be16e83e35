"""What is wrong with a plan, as a value that any command can print, count or sort."""

from enum import IntEnum
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


class Finding(NamedTuple):
    """One fault at one place: `message` says what is wrong, `help` what to write instead."""

    code: str
    name: str
    severity: Severity
    message: str
    span: Span
    address: Address | None = None
    help: str = ""

    @property
    def order(self) -> tuple[Span, str, str]:
        """Findings are listed by file, then position, then code."""
        return (self.span, self.code, self.message)
