"""The commands behind what stands above a thing: the places that name it, and what became of a promise."""

from typing import TYPE_CHECKING

from lsprotocol import types

from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.editor.completing import month_after
from jfp_cli.editor.editing import Abilities
from jfp_cli.editor.lenses import COMPLETE, MOVE, NAMED_BY
from jfp_cli.editor.naming import places_of
from jfp_cli.editor.reporting import Work, done, edit_of, moved
from jfp_cli.editor.rewriting import RefusedError
from jfp_cli.editor.workspace import Spot
from jfp_cli.model.plan import Plan
from jfp_cli.values.address import Address
from jfp_cli.values.dates import PlanDate

if TYPE_CHECKING:
    from jfp_cli.editor.server import Server

MONTHS_LATER = (1, 3, 6, 12)


def carry_out_commands(server: "Server") -> None:
    """Let a server carry out its commands; each takes the URI of a file of a plan and the address of a thing."""
    plans = server.plans

    @server.command(NAMED_BY)
    def named_by(uri: str, address: str) -> list[types.Location]:
        spot, _, thing = _meant(server, uri, address)
        places = [plans.location(spot.picture, span) for span in places_of(spot.picture, thing, itself=False)]
        _show(server, places)
        return places

    @server.command(COMPLETE)
    async def complete(uri: str, address: str) -> None:
        _, _, thing = _meant(server, uri, address)
        await _apply(server, uri, address, done(thing, server.day()), f"mark {thing} as complete")

    @server.command(MOVE)
    async def move(uri: str, address: str) -> None:
        _, plan, thing = _meant(server, uri, address)
        due = getattr(plan.get(thing), "due", None)
        if not isinstance(due, PlanDate):
            raise RefusedError(f"{address} has no date that could move")
        offered = [types.MessageActionItem(text) for text in _later(due)]
        question = f"{address} is due {due}. Until when is it moved? Another date is typed, and then remembered."
        chosen = await server.window_show_message_request_async(
            types.ShowMessageRequestParams(types.MessageType.Info, question, offered)
        )
        if chosen is not None:
            work = moved(thing, due.text, chosen.title, server.day())
            await _apply(server, uri, address, work, f"move {thing} to {chosen.title}")


def _meant(server: "Server", uri: str, address: str) -> tuple[Spot, Plan, Address]:
    """The thing that a command is about, in its plan as it is now."""
    spot = server.plans.spot(uri)
    plan = spot.picture.loaded.plan if spot else None
    try:
        thing = Address.parse(address)
    except ValueError as error:
        raise RefusedError(str(error)) from None
    if spot is None or plan is None or plan.get(thing) is None:
        raise RefusedError(f"there is no {address} in the plan any more")
    return spot, plan, thing


def _later(due: PlanDate) -> list[str]:
    """Months after the last day of a date."""
    last = due.last or due.first
    return [month_after(last, later) for later in MONTHS_LATER]


async def _apply(server: "Server", uri: str, address: str, work: Work, label: str) -> None:
    """Let the editor make a change of the plan as it is by now."""
    spot, plan, _ = _meant(server, uri, address)
    try:
        edit = edit_of(server.plans, spot.picture, plan, work, Abilities.of(server.client_capabilities))
    except EditError as error:
        raise RefusedError(str(error)) from None
    if edit is None:
        raise RefusedError("your editor cannot make this change for others; write it by hand")
    await server.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit, label))


def _show(server: "Server", places: list[types.Location]) -> None:
    """Go to the place that names a thing; where several do, or an editor goes nowhere when told to, say where."""
    window = server.client_capabilities.window
    if len(places) == 1 and window and window.show_document and window.show_document.support:
        one = places[0]
        server.window_show_document(types.ShowDocumentParams(one.uri, take_focus=True, selection=one.range))
        return
    files = dict.fromkeys(f"{one.uri.rpartition('/')[2]}:{one.range.start.line + 1}" for one in places)
    server.window_show_message(types.ShowMessageParams(types.MessageType.Info, f"named in {', '.join(files)}"))
