"""What a plan may set of a rule: an option, with what it is where nothing is set."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from jfp_cli.values.horizon import Length
from jfp_cli.values.text import quoted

Value = TypeVar("Value")


@dataclass(frozen=True, kw_only=True, eq=False)
class Option(Generic[Value]):
    """A setting of a rule: `default` is written as in plan.yaml, and `read` makes of such a text what the rule needs.

    `read` raises ValueError, which says what to write.
    """

    name: str
    default: str
    meaning: str
    read: Callable[[str], Value]

    @cached_property
    def usual(self) -> Value:
        """What it is where nothing is set."""
        return self.read(self.default)


def whole_number(text: str) -> int:
    """A number of things."""
    if not (text.isascii() and text.isdecimal()):
        raise ValueError(f'{quoted(text)} is no whole number; write digits alone, such as "60"')
    return int(text)


def length_of_time(text: str) -> Length:
    """How long something may last."""
    try:
        return Length.parse(text)
    except ValueError:
        raise ValueError(f'{quoted(text)} is no length of time; write one like "14 days" or "3 months"') from None
