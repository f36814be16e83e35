"""Changes that an editor is asked for: the house style, and another id for a thing."""

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from jfp_cli.edit.change import Change
from jfp_cli.edit.renaming import rename
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.editor.editing import Abilities, of_steps
from jfp_cli.editor.naming import thing_at
from jfp_cli.editor.workspace import Spot, Workspace
from jfp_cli.fmt.plan import laid_out
from jfp_cli.model.own import PLAIN
from jfp_cli.query.things import UnknownThingError
from jfp_cli.values.address import Address


class RefusedError(JsonRpcException):
    """A request that cannot be done; an editor shows why."""

    CODE = types.LSPErrorCodes.RequestFailed.value


def formatted(workspace: Workspace, spot: Spot) -> list[types.TextEdit]:
    """The edit that puts a file into the house style."""
    positions = workspace.positions(spot.picture, spot.shown)
    plan = spot.picture.loaded.plan
    try:
        after = laid_out(positions.source.file, plan.models if plan else PLAIN)
    except EditError as error:
        raise RefusedError(str(error)) from None
    text = positions.source.text
    return [] if after == text else [types.TextEdit(positions.between(0, len(text)), after)]


def renamable(workspace: Workspace, spot: Spot, position: types.Position) -> types.Range | None:
    """The id at a place that can be another; None where there is none."""
    thing = _thing(workspace, spot, position)
    if thing is None:
        return None
    positions = workspace.positions(spot.picture, spot.shown)
    text, offset = positions.source.text, positions.offset(position)
    for begin in range(max(0, offset - len(thing.id)), offset + 1):
        if text.startswith(thing.id, begin):
            return positions.between(begin, begin + len(thing.id))
    return None


def renamed(
    workspace: Workspace, spot: Spot, position: types.Position, new: str, able: Abilities
) -> types.WorkspaceEdit | None:
    """The edits that give the thing at a place another id wherever the plan names it; None where there is no thing.

    The result is checked first, and nothing is written: that is the editor's.
    """
    thing, plan = _thing(workspace, spot, position), spot.picture.loaded.plan
    if thing is None or plan is None:
        return None
    change = Change(spot.picture.loaded, plan)
    try:
        rename(change, thing, new)
    except (EditError, UnknownThingError) as error:
        raise RefusedError(str(error)) from None
    for fault in change.faults(change.result()):
        raise RefusedError(f"the plan would not be valid: {fault.message}")
    edit = of_steps(workspace, spot.picture, list(change.steps()), able)
    if edit is None:
        raise RefusedError(f"your editor cannot rename files for others; write: jfp rename {thing} {new}")
    return edit


def _thing(workspace: Workspace, spot: Spot, position: types.Position) -> Address | None:
    located = workspace.located(spot, position)
    return thing_at(spot.picture, spot.shown, located) if located else None
