"""What a rule is: a fault that shows in a plan that could be read, and how it is found."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from jfp_cli.linting.subject import Subject
from jfp_cli.loading.faults.fault import Fault
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


class Problem(NamedTuple):
    """One fault that a rule found, at an address; the engine finds its place in the file.

    `words` are the words to underline where the fault is a part of a text; `key` underlines the key and not the value.
    `severity` is what this one weighs where that is not what its rule says.
    """

    at: Address
    message: str
    help: str
    words: str = ""
    key: bool = False
    severity: Severity | None = None


Check = Callable[[Subject], Iterator[Problem]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rule(Fault):
    """A fault with the check that finds it: it yields a problem for each."""

    check: Check
