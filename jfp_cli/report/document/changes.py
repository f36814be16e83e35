"""What changed in a plan since an earlier state, as a document shows it."""

from jfp_cli.report.document import view
from jfp_cli.report.document.names import Named
from jfp_cli.values.address import Address


@view
class ChangeView:
    """A thing that changed: `anchor` leads to it, `within` is what it stands in; `days` are by how many it is later.

    `before` and `after` are empty where it is enough to name it.
    """

    noun: str
    text: str
    anchor: str
    within: Named | None
    before: str
    after: str
    days: int | None


@view
class ChangeGroup:
    """Changes of one sort: those that are `first` to be shown, the `rest`, and in words what is only counted."""

    title: str
    number: int
    first: tuple[ChangeView, ...]
    rest: tuple[ChangeView, ...]
    others: str


@view
class Changes:
    """Everything that changed since an earlier state of the plan."""

    since: str
    groups: tuple[ChangeGroup, ...]


@view
class Besides:
    """What became of promises and targets since a state of the plan, the worst first.

    `gone` is how many were taken out, and `weakened` how many targets ask for less, or for it later. `completed` has
    what was reported complete.
    """

    since: str
    groups: tuple[ChangeGroup, ...]
    gone: int
    weakened: int
    completed: frozenset[Address]
