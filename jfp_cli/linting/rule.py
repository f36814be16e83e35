"""What a rule is: a fault that shows in a plan that could be read, and how it is found."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from jfp_cli.edit.remedies import Remedy
from jfp_cli.linting.option import Option
from jfp_cli.linting.subject import Subject
from jfp_cli.loading.faults.fault import Fault
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


class Problem(NamedTuple):
    """One fault that a rule found, at an address; the engine finds its place in the file.

    `words` are the words to underline where the fault is a part of a text; `key` underlines the key and not the value.
    `severity` is what this one weighs where that is not what its rule says. `remedies` mend it, the best first. What is
    gone shows at `place`.
    """

    at: Address
    message: str
    help: str
    words: str = ""
    key: bool = False
    severity: Severity | None = None
    remedies: tuple[Remedy, ...] = ()
    place: Address | None = None


class Candidates(NamedTuple):
    """What a rule looks at: how many there are in a plan, and a sentence where it is true of most of them.

    `none` and `most` are that sentence where it is true of all and of some, with `{of}` and `{count}` in it.
    """

    count: Callable[[Subject], int]
    none: str
    most: str


Check = Callable[[Subject], Iterator[Problem]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rule(Fault):
    """A fault with the check that finds it: it yields a problem for each.

    `options` are what a plan may set of it, which the check asks its subject for. `candidates` is for a rule that may
    be true of nearly everything that it looks at. A finding says what those of the rules that it is `stronger_than`, by
    their codes, say of the same place. It `looks_back` where it tells what became of the plan since an earlier time.
    It looks `by_file` where all that it says of a file follows from that file, plan.yaml and the measures.
    """

    check: Check
    options: tuple[Option[Any], ...] = ()
    candidates: Candidates | None = None
    stronger_than: tuple[str, ...] = ()
    looks_back: bool = False
    by_file: bool = False


def options_of(fault: Fault) -> tuple[Option[Any], ...]:
    """What a plan may set of a fault that is found by a rule; of what loading finds it may set nothing."""
    return fault.options if isinstance(fault, Rule) else ()
