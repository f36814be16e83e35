"""What a rule is: one object that finds a fault, explains it and shows it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from jfp_cli.linting.subject import Subject
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


class Problem(NamedTuple):
    """One fault that a rule found, at an address; the runner finds its place in the file.

    `words` are the words to underline where the fault is a part of a text; `key` underlines the key and not the value.
    """

    at: Address
    message: str
    help: str
    words: str = ""
    key: bool = False


Check = Callable[[Subject], Iterator[Problem]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A fault that a plan can have.

    `what` is one sentence; `why` says what goes wrong where the fault stays, and why it has its severity. `bad` and
    `good` are examples as `lint.examples` reads them: in `bad` a line that ends in `# <--` has the fault, in `good`
    nothing has. `check` yields a problem for each fault.
    """

    code: str
    name: str
    severity: Severity
    what: str
    why: str
    bad: str
    good: str
    check: Check

    @property
    def family(self) -> str:
        """The first letters of its code that other rules share: `JFP4`."""
        return self.code[:4]
