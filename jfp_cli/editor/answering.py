"""What an editor asks about a place of a document, by the method of the protocol."""

from typing import TYPE_CHECKING

from lsprotocol import types

from jfp_cli.editor.acting import Actions
from jfp_cli.editor.colouring import LEGEND, tokens
from jfp_cli.editor.completing import completions
from jfp_cli.editor.editing import Abilities
from jfp_cli.editor.hinting import hints
from jfp_cli.editor.hovering import hover
from jfp_cli.editor.lenses import lenses
from jfp_cli.editor.naming import own_span, places_of, thing_at
from jfp_cli.editor.positions import Positions
from jfp_cli.editor.rewriting import formatted, renamable, renamed
from jfp_cli.editor.symbols import folds, index, outline
from jfp_cli.editor.workspace import Spot
from jfp_cli.loading.source_file import SourceFile
from jfp_cli.source.folder import TextFile
from jfp_cli.source.yaml import Document
from jfp_cli.values.address import Address

if TYPE_CHECKING:
    from jfp_cli.editor.server import Server

TRIGGERS = ": -[{,"
"""After these an editor asks what may follow, without being told to."""


def answer_questions(server: "Server") -> None:
    """Let a server answer what is asked of a place."""
    plans = server.plans

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        spot = plans.spot(params.text_document.uri)
        return hover(plans, spot, params.position, server.day()) if spot else None

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=list(TRIGGERS)))
    def completed(params: types.CompletionParams) -> list[types.CompletionItem]:
        spot = plans.spot(params.text_document.uri, now=False)
        document = plans.document(params.text_document.uri)
        if spot is None or document is None:
            return []
        newest = SourceFile(TextFile.of(spot.shown, document.text), Document())
        place = Positions(newest, plans.units, document.marks).place(params.position)
        return completions(plans, spot, document.text, place, server.day())

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def defined(params: types.DefinitionParams) -> types.Location | None:
        found = _meant(server, params.text_document.uri, params.position)
        return plans.location(found[0].picture, own_span(found[0].picture, found[1])) if found else None

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def referred(params: types.ReferenceParams) -> list[types.Location]:
        found = _meant(server, params.text_document.uri, params.position)
        if found is None:
            return []
        spot, thing = found
        spans = places_of(spot.picture, thing, itself=params.context.include_declaration)
        return [plans.location(spot.picture, span) for span in spans]

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outlined(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        spot = plans.spot(params.text_document.uri)
        return outline(plans, spot) if spot else []

    @server.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
    def folded(params: types.FoldingRangeParams) -> list[types.FoldingRange]:
        spot = plans.spot(params.text_document.uri)
        return folds(plans, spot) if spot else []

    @server.feature(types.WORKSPACE_SYMBOL)
    def indexed(params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
        return index(plans, params.query)


def show_beside(server: "Server") -> None:
    """Let a server say what an editor shows beside a text, and in which colours."""
    plans = server.plans

    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    def hinted(params: types.InlayHintParams) -> list[types.InlayHint]:
        spot = plans.spot(params.text_document.uri)
        return hints(plans, spot, params.range, server.day()) if spot else []

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS)
    def headed(params: types.CodeLensParams) -> list[types.CodeLens]:
        spot = plans.spot(params.text_document.uri)
        return lenses(plans, spot, params.text_document.uri) if spot else []

    @server.feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, LEGEND)
    def coloured(params: types.SemanticTokensParams) -> types.SemanticTokens:
        spot = plans.spot(params.text_document.uri)
        return tokens(plans, spot) if spot else types.SemanticTokens([])


def make_changes(server: "Server") -> None:
    """Let a server give the changes that it is asked for; the editor makes them."""
    plans = server.plans

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    def laid_out(params: types.DocumentFormattingParams) -> list[types.TextEdit] | None:
        spot = plans.spot(params.text_document.uri)
        return formatted(plans, spot) if spot else None

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepared(params: types.PrepareRenameParams) -> types.Range | None:
        spot = plans.spot(params.text_document.uri)
        return renamable(plans, spot, params.position) if spot else None

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    def named(params: types.RenameParams) -> types.WorkspaceEdit | None:
        spot = plans.spot(params.text_document.uri)
        able = Abilities.of(server.client_capabilities)
        return renamed(plans, spot, params.position, params.new_name, able) if spot else None

    kinds = [types.CodeActionKind.QuickFix, types.CodeActionKind.Refactor]

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=kinds))
    def acted(params: types.CodeActionParams) -> list[types.CodeAction]:
        spot = plans.spot(params.text_document.uri)
        if spot is None:
            return []
        findings, able = server.publisher.findings(spot.plan), Abilities.of(server.client_capabilities)
        found = Actions(plans, spot, findings, able, server.day()).all(params.range)
        only = params.context.only
        return [one for one in found if not only or any((one.kind or "").startswith(kind) for kind in only)]


def _meant(server: "Server", uri: str, position: types.Position) -> tuple[Spot, Address] | None:
    """The thing that stands at a place, or that is named there."""
    spot = server.plans.spot(uri)
    if spot is None:
        return None
    located = server.plans.located(spot, position)
    thing = thing_at(spot.picture, spot.shown, located) if located else None
    return (spot, thing) if thing else None
