"""The gaps that a plan knows of: its `pending` entries."""

from collections.abc import Iterable, Iterator

from jfp_cli.model.field import Field
from jfp_cli.model.plan import Plan
from jfp_cli.model.shared import Pending
from jfp_cli.model.walk import walk
from jfp_cli.values.address import Address


def pending(plan: Plan) -> Iterator[tuple[Address, Pending]]:
    """Every pending entry with its address."""
    return ((found.at, found.value) for found in walk(plan, is_pending))


def is_pending(field: Field) -> bool:
    """Holds known gaps."""
    return Pending in field.models


def is_awaited(entries: Iterable[Pending], *words: str) -> bool:
    """Whether a dated entry says that what these lower-case words name is still to come: JFP502 watches its date."""
    return any(entry.by is not None and any(word in entry.what.lower() for word in words) for entry in entries)
