"""What became of a promise, as a change of its plan that an editor makes."""

from collections.abc import Callable
from datetime import date

from lsprotocol import types

from jfp_cli.edit.change import Change
from jfp_cli.edit.fields import order_in
from jfp_cli.edit.identifying import identified
from jfp_cli.edit.promising import complete
from jfp_cli.editor.editing import Abilities, of_steps
from jfp_cli.editor.index import Picture
from jfp_cli.editor.workspace import Workspace
from jfp_cli.model.plan import Plan
from jfp_cli.values.address import Address

Work = Callable[[Change], object]


def edit_of(
    workspace: Workspace, picture: Picture, plan: Plan, work: Work, able: Abilities
) -> types.WorkspaceEdit | None:
    """What some work comes to; None where the editor cannot do it.

    Raises EditError where the files cannot be changed.
    """
    change = Change(picture.loaded, plan)
    work(change)
    return of_steps(workspace, picture, list(change.steps()), able)


def done(promise: Address, day: date) -> Work:
    """A promise is complete, as of a day."""
    return lambda change: complete(change, promise, day, None)


def entered(promise: Address, key: str, entry: dict[str, str]) -> Work:
    """A promise has one more entry in one of its lists."""

    def enter(change: Change) -> None:
        named, draft, path = identified(change, promise)
        draft.insert((*path, key), entry, order=order_in(named.kind, models=change.plan.models))

    return enter


def move_entry(before: str, to: str, day: date) -> dict[str, str]:
    """How a promise remembers a date that it had; why is left for whoever knows."""
    return {"from": before, "to": to, "date": day.isoformat(), "because": ""}


def moved(promise: Address, before: str, to: str, day: date) -> Work:
    """A promise has another date, and remembers the one it had."""

    def move(change: Change) -> None:
        named, draft, path = identified(change, promise)
        order = order_in(named.kind, models=change.plan.models)
        draft.insert((*path, "moves"), move_entry(before, to, day), order=order)
        draft.set((*path, "due"), to, order)

    return move
