"""The things of a file as an outline, the things of all plans as an index, and what of a file can be folded."""

from collections.abc import Iterator

from lsprotocol import types

from jfp_cli.editor.index import Picture
from jfp_cli.editor.workspace import Spot, Workspace
from jfp_cli.loading.source_file import SourceFile, begin, shown_part
from jfp_cli.model.kinds import KINDS
from jfp_cli.query.things import title_of
from jfp_cli.source.yaml import Place
from jfp_cli.values.address import Address
from jfp_cli.values.text import folded

MOST_LISTED = 500  # things that an editor is told of at once
_LOOKS = {
    "plan": types.SymbolKind.Namespace,
    "sections": types.SymbolKind.Module,
    "areas": types.SymbolKind.Module,
    "enablers": types.SymbolKind.Module,
    "measures": types.SymbolKind.Variable,
    "workstreams": types.SymbolKind.Class,
    "targets": types.SymbolKind.Number,
    "milestones": types.SymbolKind.Event,
    "checkpoints": types.SymbolKind.Event,
}


def outline(workspace: Workspace, spot: Spot) -> list[types.DocumentSymbol]:
    """The things of a file, those that stand in others below them."""
    positions = workspace.positions(spot.picture, spot.shown)
    source = positions.source
    top: list[types.DocumentSymbol] = []
    around: list[tuple[int, types.DocumentSymbol]] = []
    for start, end, address, place in sorted(_things(spot.picture, source), key=lambda thing: (thing[0], -thing[1])):
        name, about = _named(spot.picture, address)
        symbol = types.DocumentSymbol(
            name, _look(address), positions.between(start, end), positions.between(*_inside(place, start, end)), about
        )
        while around and around[-1][0] < end:
            around.pop()
        if around:
            above = around[-1][1]
            above.children = [*(above.children or ()), symbol]
        else:
            top.append(symbol)
        around.append((end, symbol))
    return top


def index(workspace: Workspace, query: str) -> list[types.WorkspaceSymbol]:
    """The things of all plans whose id or title has some words in it."""
    wanted = folded(query)
    found: list[types.WorkspaceSymbol] = []
    for plan in workspace.plans.values():
        picture = plan.picture
        for kind, name in picture.loaded.sources.things:
            address = Address(kind, name)
            title, _ = _named(picture, address)
            if wanted in folded(f"{kind}/{name} {title}"):
                span = picture.loaded.sources.span(address)
                place = workspace.location(picture, span)
                found.append(types.WorkspaceSymbol(place, title, _look(address), container_name=str(address)))
            if len(found) == MOST_LISTED:
                return found
    return found


def folds(workspace: Workspace, spot: Spot) -> list[types.FoldingRange]:
    """What of a file takes more than one line."""
    source = workspace.positions(spot.picture, spot.shown).source
    return [types.FoldingRange(start - 1, end - 1) for start, end in sorted(set(_lines(source, source.document.root)))]


def _lines(source: SourceFile, place: Place) -> Iterator[tuple[int, int]]:
    """The first and last lines of what stands below a place and takes several."""
    below = place[4]
    for inner in below.values() if isinstance(below, dict) else below or ():
        text = source.text[inner[2] : inner[3]]
        start, _ = source.position(begin(inner))
        end, _ = source.position(inner[2] + len(text.rstrip()))
        if end > start:
            yield start, end
        yield from _lines(source, inner)


def _things(picture: Picture, source: SourceFile) -> Iterator[tuple[int, int, Address, Place]]:
    """The things of a file, with where each begins and ends."""
    for (kind, name), (file, place) in picture.loaded.sources.things.items():
        if file is source:
            start = begin(place)
            yield start, max(start, place[3]), Address(kind, name), place


def _inside(place: Place, start: int, end: int) -> tuple[int, int]:
    """The part of a thing that an editor goes to, which has to lie in it."""
    first, last = shown_part(place)
    return (first, last) if start <= first <= last <= end else (start, start)


def _named(picture: Picture, address: Address) -> tuple[str, str]:
    """What a thing is called, and its noun and id."""
    plan = picture.loaded.plan
    thing = plan.things.get(address) if plan else None
    title = title_of(address, thing) if thing is not None else ""
    return " ".join(title.split()) or address.id or address.kind, f"{KINDS[address.kind].noun} {address.id}".strip()


def _look(address: Address) -> types.SymbolKind:
    return _LOOKS.get(address.kind, types.SymbolKind.Constant)
