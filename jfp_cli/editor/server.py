"""The language server: what an editor asks, by the method of the protocol."""

import asyncio
import contextlib
import logging
import os
import signal
import sys
from collections.abc import Callable, Sequence
from datetime import date

from lsprotocol import types
from pygls.exceptions import JsonRpcException, PyglsError
from pygls.lsp.server import LanguageServer

from jfp_cli import __version__
from jfp_cli.editor.answering import answer_questions, make_changes, show_beside
from jfp_cli.editor.carrying_out import carry_out_commands
from jfp_cli.editor.index import PlanIndex
from jfp_cli.editor.publishing import Publisher
from jfp_cli.editor.rewriting import RefusedError
from jfp_cli.editor.workspace import Workspace

WATCHED = "**/*.{yaml,yml}"
SWITCH = 0.0005  # seconds that the rules, which look in a thread of their own, keep an answer waiting
LOOK_AGAIN = 2.0  # seconds between looks at the disk where an editor does not say what changed there


class Server(LanguageServer):
    """A server with the plans of one editor; what it fails at it writes to the log, and goes on."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("jfp", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.plans = Workspace()
        self.day = today
        self.publisher = Publisher(self.plans, self.text_document_publish_diagnostics, today, self.look_anew)
        self.watching: asyncio.Task[None] | None = None

    def look_anew(self) -> None:
        """Let an editor that can ask again what stands above things: a change of one file counts in others."""
        asked = self.client_capabilities.workspace
        if asked and asked.code_lens and asked.code_lens.refresh_support:
            self.workspace_code_lens_refresh(None)

    def report_server_error(
        self,
        error: Exception,
        source: type[PyglsError] | type[JsonRpcException],  # noqa: ARG002 - the signature of the class above
    ) -> None:
        """Say in the editor's log what failed; what was refused has been answered."""
        if not isinstance(error, RefusedError):
            self.window_log_message(types.LogMessageParams(types.MessageType.Error, f"jfp: {error}"))


def serve(today: Callable[[], date]) -> None:
    """Answer an editor over standard input and output until it says that it is done."""
    sys.setswitchinterval(SWITCH)
    # It writes no file, so may end anywhere; else it would wait for an editor's next word, or tell of all that is lost.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "SIGPIPE"):  # Windows has none
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    log = logging.StreamHandler(sys.stderr)
    log.addFilter(_is_a_failure)
    logging.basicConfig(handlers=[log], level=logging.ERROR)
    with os.fdopen(os.dup(sys.stdin.fileno()), "rb") as stdin, os.fdopen(os.dup(sys.stdout.fileno()), "wb") as stdout:
        sys.stdout = sys.stderr  # nothing but the protocol may stand there
        made(today).start_io(stdin, stdout)


def _is_a_failure(record: logging.LogRecord) -> bool:
    """Whether something failed, and was not only refused."""
    return not (record.exc_info and isinstance(record.exc_info[1], RefusedError))


def made(today: Callable[[], date]) -> Server:
    """A server with every method that it answers."""
    server = Server(today)
    _beginning(server)
    _documents(server)
    _folders(server)
    answer_questions(server)
    show_beside(server)
    make_changes(server)
    carry_out_commands(server)
    return server


def _documents(server: Server) -> None:
    """What happens to documents."""
    plans, publisher = server.plans, server.publisher

    def take(uri: str, version: int | None) -> None:
        index = plans.put(uri, version, server.workspace.get_text_document(uri).source)
        if index:
            publisher.changed(index)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        take(params.text_document.uri, params.text_document.version)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        take(params.text_document.uri, params.text_document.version)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(_: types.DidSaveTextDocumentParams) -> None:
        _look_again(server)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        index = plans.close(params.text_document.uri)
        if index and plans.is_kept(index):
            publisher.changed(index)
        elif index:
            _let_go(server, index)


def _beginning(server: Server) -> None:
    """What happens when an editor is ready."""
    plans = server.plans

    @server.feature(types.INITIALIZED)
    async def initialized(_: types.InitializedParams) -> None:
        plans.units = server.workspace.position_codec.client_num_units
        for folder in list(server.workspace.folders) or [server.workspace.root_uri]:
            if folder:
                plans.add_folder(folder)
        for index in plans.plans.values():
            server.publisher.changed(index)
        await _watch(server)


def _folders(server: Server) -> None:
    """What happens to folders, and to files on disk."""
    plans, publisher = server.plans, server.publisher

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def folders_changed(params: types.DidChangeWorkspaceFoldersParams) -> None:
        for folder in params.event.removed:
            for index in plans.remove_folder(folder.uri):
                publisher.forget(index)
        for folder in params.event.added:
            plans.add_folder(folder.uri)
        for index in plans.plans.values():
            publisher.changed(index)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(_: types.DidChangeWatchedFilesParams) -> None:
        _look_again(server)


def _look_again(server: Server) -> None:
    """Read what is on disk anew; a plan that is gone is let go of."""
    for index in server.plans.refresh():
        if index.is_there:
            server.publisher.changed(index)
        else:
            _let_go(server, index)


def _let_go(server: Server, index: PlanIndex) -> None:
    """Tell no more of a plan."""
    server.plans.forget(index)
    server.publisher.forget(index)


async def _watch(server: Server) -> None:
    """Be told of files that change on disk; where the editor cannot tell, look for them now and then."""
    asked = server.client_capabilities.workspace
    watched = asked.did_change_watched_files if asked else None
    if watched and watched.dynamic_registration:
        options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(WATCHED)])
        registration = types.Registration("jfp-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        await server.client_register_capability_async(types.RegistrationParams([registration]))
    else:
        server.watching = asyncio.ensure_future(_look_now_and_then(server))


async def _look_now_and_then(server: Server) -> None:
    seen = None
    while True:
        await asyncio.sleep(LOOK_AGAIN)
        plans = list(server.plans.plans.values())
        stamps = await asyncio.to_thread(_stamps, plans)
        if stamps != seen:
            seen = stamps
            with contextlib.suppress(OSError):
                _look_again(server)


def _stamps(plans: Sequence[PlanIndex]) -> list[dict[str, tuple[int, int]]]:
    return [index.stamps() for index in plans]
