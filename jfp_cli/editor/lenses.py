"""What stands above a thing: how many places name it, and for an open promise what may have become of it."""

from collections import Counter
from collections.abc import Iterator

from lsprotocol import types

from jfp_cli.editor.hinting import promises_in
from jfp_cli.editor.naming import every_reference
from jfp_cli.editor.workspace import Spot, Workspace
from jfp_cli.query.sentences import counted
from jfp_cli.values.address import Address

NAMED_BY, COMPLETE, MOVE = "jfp.namedBy", "jfp.complete", "jfp.move"
"""The commands behind them, each of which takes the URI of a file of the plan and the address of a thing."""


def lenses(workspace: Workspace, spot: Spot, uri: str) -> list[types.CodeLens]:
    """What stands above the things of a file."""
    picture, plan = spot.picture, spot.picture.loaded.plan
    if plan is None:
        return []
    positions, sources = workspace.positions(picture, spot.shown), picture.loaded.sources

    def lens(at: Address, title: str, command: str) -> Iterator[types.CodeLens]:
        span = sources.span(at)
        if span.file == spot.shown:  # else another file has a thing of the same id
            yield types.CodeLens(positions.range(span), types.Command(title, command, arguments=[uri, str(at)]))

    def all_lenses() -> Iterator[types.CodeLens]:
        named = Counter(Address(one.kind, one.id) for one in every_reference(plan))
        for (kind, name), (file, _) in sources.things.items():
            at = Address(kind, name)
            if file is positions.source and named[at]:
                yield from lens(at, f"named in {counted(named[at], 'place')}", NAMED_BY)
        for promise in promises_in(plan, positions.source):
            if promise.is_open:
                yield from lens(promise.address, "complete today", COMPLETE)
                yield from lens(promise.address, "move", MOVE)

    return list(all_lenses())
