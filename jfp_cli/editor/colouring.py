"""What a colour tells apart among the values of a file: dates, words of a fixed set, and names of things."""

from collections.abc import Iterator

from lsprotocol import types

from jfp_cli.editor.naming import entity_of
from jfp_cli.editor.workspace import Spot, Workspace
from jfp_cli.model.field import Field
from jfp_cli.model.walk import below

DATE, WORD, NAME = 0, 1, 2
LEGEND = types.SemanticTokensLegend(
    [types.SemanticTokenTypes.Number, types.SemanticTokenTypes.EnumMember, types.SemanticTokenTypes.Variable], []
)
"""What an editor colours the three as, by their numbers."""


def tokens(workspace: Workspace, spot: Spot) -> types.SemanticTokens:
    """The values of a file that have a colour of their own; each is told by how far it is from the one before."""
    data: list[int] = []
    line = start = 0
    for at, length, sort in sorted(_tokens(workspace, spot)):
        data += (at[0] - line, at[1] - (start if at[0] == line else 0), length, sort, 0)
        line, start = at
    return types.SemanticTokens(data)


def _tokens(workspace: Workspace, spot: Spot) -> Iterator[tuple[tuple[int, int], int, int]]:
    positions, sources = workspace.positions(spot.picture, spot.shown), spot.picture.loaded.sources
    entity = entity_of(spot.picture.loaded.plan, positions.source)
    if entity is None:
        return
    for at, field, _, in_key in below(positions.source.address, entity, _has_colour):
        span = sources.span(at, key=in_key)
        where = positions.range(span)
        if span.file == spot.shown and where.start.line == where.end.line:
            length = where.end.character - where.start.character
            yield (where.start.line, where.start.character), length, _sort(field)


def _has_colour(field: Field) -> bool:
    return field.is_date or bool(field.choices) or bool(field.about.names)


def _sort(field: Field) -> int:
    return DATE if field.is_date else WORD if field.choices else NAME
