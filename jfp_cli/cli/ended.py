"""An earlier state of the plan, of which it is known how what was taken out since had ended."""

from collections.abc import Mapping

from jfp_cli.cli.past import steps_to
from jfp_cli.cli.states import History, Known
from jfp_cli.history.diff import changes
from jfp_cli.history.parts import Part
from jfp_cli.history.thing import Following
from jfp_cli.history.thing import history as changes_of
from jfp_cli.model.kinds import FOLDERS
from jfp_cli.model.plan import Plan
from jfp_cli.model.promise import CLOSED
from jfp_cli.query.ended import with_statuses
from jfp_cli.query.promises import HOMES
from jfp_cli.values.address import Address


def as_it_ended(history: History, state: str, before: Plan, now: Known) -> tuple[Plan, frozenset[Address]]:
    """The plan at a state, and what of it was done or cancelled and then taken out since, which stands in it as such.

    Else they would seem to be given up. It stops where git fails on the way.
    """
    pairs = changes(dict(before.files()), dict(now.state.plan.files()), before, now.state.plan)
    gone = [old.address for (old, new), _ in pairs if old and new is None and old.kind in HOMES and _is_open(old)]
    ended = _ended(history, state, gone, now) if gone else {}
    return with_statuses(before, ended), frozenset(ended)


def _is_open(part: Part) -> bool:
    return part.due is not None and getattr(part.entity, "status", None) not in CLOSED


def _ended(history: History, state: str, gone: list[Address], now: Known) -> Mapping[Address, str]:
    """How promises that are gone stood in the end, those that were done or cancelled, whatever they were called."""
    names = {at: [at] for at in gone}
    stood: dict[Address, str | None] = {}
    while names:
        following = Following(*(called[-1] for called in names.values()), gone=True)
        steps = steps_to(now, history.walk(since=state), FOLDERS, following.choose)
        last: dict[Address, str | None] = {}
        for row in changes_of(steps, following, now.state):
            if row["field"] == "status":
                last.setdefault(Address.parse(row["address"]), row["after"])
        for at, called in list(names.items()):
            stood[at] = last.get(called[-1], stood.get(at))
            became = following.became.get(called[-1])
            if became is None or became in called:
                del names[at]
            else:
                called.append(became)
    return {at: status for at, status in stood.items() if status in CLOSED}
