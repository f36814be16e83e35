"""A real client that speaks with `jfp lsp` over its standard input and output."""

import asyncio
import inspect
import shutil
import sys
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import LanguageClient

from tests.conftest import ROOT

EXAMPLE = ROOT / "tests" / "example" / "plan"


class Editor:
    """An editor with a copy of the example plan: what it does, and what it was told."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client, self.folder = client, folder
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.told: list[types.PublishDiagnosticsParams] = []
        self.log: list[str] = []
        self.registered: list[types.Registration] = []
        self.messages: list[str] = []
        self.went: list[str] = []
        self.edits: list[types.WorkspaceEdit] = []
        self.offered: list[str] = []
        self.chosen = ""
        self.refreshed = 0

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]  # of pygls
        def publish(params: types.PublishDiagnosticsParams) -> None:
            self.told.append(params)

        @client.feature(types.WINDOW_LOG_MESSAGE)  # type: ignore[untyped-decorator]  # of pygls
        def log(params: types.LogMessageParams) -> None:
            self.log.append(params.message)

        @client.feature(types.CLIENT_REGISTER_CAPABILITY)  # type: ignore[untyped-decorator]  # of pygls
        def register(params: types.RegistrationParams) -> None:
            self.registered += params.registrations

        self._asked(client)

    def _asked(self, client: LanguageClient) -> None:
        """Answer what the server asks of an editor; what it offers is chosen by its title."""

        @client.feature(types.WINDOW_SHOW_MESSAGE)  # type: ignore[untyped-decorator]  # of pygls
        def message(params: types.ShowMessageParams) -> None:
            self.messages.append(params.message)

        @client.feature(types.WINDOW_SHOW_DOCUMENT)  # type: ignore[untyped-decorator]  # of pygls
        def go(params: types.ShowDocumentParams) -> types.ShowDocumentResult:
            self.went.append(params.uri)
            return types.ShowDocumentResult(success=True)

        @client.feature(types.WINDOW_SHOW_MESSAGE_REQUEST)  # type: ignore[untyped-decorator]  # of pygls
        def choose(params: types.ShowMessageRequestParams) -> types.MessageActionItem | None:
            self.offered = [one.title for one in params.actions or ()]
            return types.MessageActionItem(self.chosen) if self.chosen else None

        @client.feature(types.WORKSPACE_CODE_LENS_REFRESH)  # type: ignore[untyped-decorator]  # of pygls
        def refresh(_: None) -> None:
            self.refreshed += 1

        @client.feature(types.WORKSPACE_APPLY_EDIT)  # type: ignore[untyped-decorator]  # of pygls
        def apply(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
            self.edits.append(params.edit)
            return types.ApplyWorkspaceEditResult(applied=True)

    def uri(self, name: str) -> str:
        """A file of the plan, or any other where its name begins with a folder above."""
        return (self.folder / "plan" / name).as_uri()

    def open(self, name: str, text: str | None = None, uri: str = "") -> str:
        """Open a file with the text that it has on disk, or another."""
        text = (self.folder / "plan" / name).read_bytes().decode() if text is None else text
        self.texts[name], self.versions[name] = text, 1
        document = types.TextDocumentItem(uri or self.uri(name), "yaml", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(document))
        return text

    def type(self, name: str, text: str) -> None:
        """Change a document that is open."""
        self.texts[name] = text
        self.versions[name] += 1
        document = types.VersionedTextDocumentIdentifier(version=self.versions[name], uri=self.uri(name))
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    def at(self, name: str, words: str, inside: int = 0) -> dict[str, Any]:
        """The document and the position of some words in it, or so many characters further."""
        offset = self.texts[name].index(words) + inside
        line = self.texts[name].count("\n", 0, offset)
        begin = self.texts[name].rfind("\n", 0, offset) + 1
        character = len(self.texts[name][begin:offset].encode("utf-16-le")) // 2
        return {"text_document": self.document(name), "position": types.Position(line, character)}

    def document(self, name: str) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri(name))

    def shown(self, name: str) -> list[types.Diagnostic]:
        """What is shown in a file now."""
        listed = [params for params in self.told if params.uri == self.uri(name)]
        return list(listed[-1].diagnostics) if listed else []

    async def until(self, holds: Callable[[], object], seconds: float = 60) -> None:
        """Wait until something holds; what never does fails the test."""
        end = asyncio.get_running_loop().time() + seconds
        while not holds():
            assert asyncio.get_running_loop().time() < end, "it never came"
            await asyncio.sleep(0.02)

    def says(self, words: str, name: str = "milestones/planned-care.yaml") -> list[types.Diagnostic]:
        """What is shown in a file now that has some words in it."""
        return [one for one in self.shown(name) if words in one.message]

    async def settled(self, seconds: float = 60) -> None:
        """Wait until nothing new was told for a while."""
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        count, since = -1, loop.time()
        while loop.time() < end:
            if len(self.told) != count:
                count, since = len(self.told), loop.time()
            elif count and loop.time() - since > 1:
                return
            await asyncio.sleep(0.05)


Starter = Callable[..., Coroutine[Any, Any, Editor]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLE, tmp_path / "plan")
    return tmp_path


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    """A loop in a thread of its own: the browser of other tests keeps one running in the first."""
    running = asyncio.new_event_loop()
    thread = Thread(target=running.run_forever)
    thread.start()
    yield running
    running.call_soon_threadsafe(running.stop)
    thread.join()
    running.close()


def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that waits for an editor's answers in the loop of that editor."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    loop: asyncio.AbstractEventLoop = pyfuncitem.funcargs["loop"]  # type: ignore[assignment]
    wanted = {name: pyfuncitem.funcargs[name] for name in inspect.signature(pyfuncitem.obj).parameters}
    asyncio.run_coroutine_threadsafe(pyfuncitem.obj(**wanted), loop).result()
    return True


@pytest.fixture
def start(folder: Path, loop: asyncio.AbstractEventLoop) -> Iterator[Starter]:
    """What starts an editor; each is shut down again."""
    clients: list[LanguageClient] = []

    async def started(
        *folders: Path, capabilities: types.ClientCapabilities | None = None, home: Path | None = None
    ) -> Editor:
        client = LanguageClient(converter_factory=default_converter)
        clients.append(client)
        await client.start_io(sys.executable, "-m", "jfp_cli", "lsp", "--stdio")
        editor = Editor(client, home or folder)
        named = [types.WorkspaceFolder(one.as_uri(), one.name) for one in folders]
        await client.initialize_session(
            types.InitializeParams(capabilities or types.ClientCapabilities(), workspace_folders=named or None)
        )
        return editor

    yield started
    for client in clients:
        asyncio.run_coroutine_threadsafe(client.shutdown_session(), loop).result()


@pytest.fixture
def editor(start: Starter, folder: Path, loop: asyncio.AbstractEventLoop) -> Editor:
    """An editor that has the folder of a plan open."""
    return asyncio.run_coroutine_threadsafe(start(folder), loop).result()
