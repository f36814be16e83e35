"""How the server starts, what it says that it can do, and how it ends."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jfp_cli.editor.server import made

OFFERED = {
    "textDocument/codeAction",
    "textDocument/codeLens",
    "textDocument/completion",
    "textDocument/definition",
    "textDocument/documentSymbol",
    "textDocument/foldingRange",
    "textDocument/formatting",
    "textDocument/hover",
    "textDocument/inlayHint",
    "textDocument/prepareRename",
    "textDocument/references",
    "textDocument/rename",
    "textDocument/semanticTokens/full",
    "workspace/symbol",
}
COMMANDS = {"jfp.complete", "jfp.move", "jfp.namedBy"}
TOLD = {
    "initialized",
    "textDocument/didChange",
    "textDocument/didClose",
    "textDocument/didOpen",
    "textDocument/didSave",
    "workspace/didChangeWatchedFiles",
    "workspace/didChangeWorkspaceFolders",
}


def test_each_method_that_is_offered_has_its_tests() -> None:
    """Whoever offers another adds it here, and its tests to one of the files beside this."""
    offered = made(lambda: pytest.fail("no day is asked for")).protocol.fm
    assert set(offered.features) == OFFERED | TOLD
    assert set(offered.commands) == COMMANDS


def test_where_nobody_speaks_it_ends_without_a_word() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "jfp_cli", "lsp"], stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60
    )
    assert (done.stdout, done.stderr) == (b"", b"")


Server = subprocess.Popen[bytes]


@pytest.fixture
def running(folder: Path) -> Iterator[Server]:
    """A server that an editor without a library speaks with, and that looks at a plan already."""
    command, pipe = [sys.executable, "-m", "jfp_cli", "lsp"], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as server:
        say(server, "initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}}, number=1)
        say(server, "initialized", {})
        assert heard(server)["id"] == 1
        assert heard(server)["method"] == "textDocument/publishDiagnostics"
        yield server
        server.kill()


def say(server: Server, method: str, params: Any, number: int | None = None) -> None:
    """Say something as the protocol has it."""
    assert server.stdin
    message = {"jsonrpc": "2.0", "method": method, "params": params} | ({"id": number} if number else {})
    body = json.dumps(message).encode()
    server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    server.stdin.flush()


def heard(server: Server) -> Any:
    """What the server says next."""
    assert server.stdout
    length = 0
    while line := server.stdout.readline().strip():
        name, _, value = line.partition(b":")
        length = int(value) if name == b"Content-Length" else length
    return json.loads(server.stdout.read(length))


def ended(server: Server) -> tuple[int, bytes]:
    """How a server ended, and what it complained of."""
    assert server.stderr
    return server.wait(timeout=30), server.stderr.read()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_ctrl_c_ends_it_without_a_word(running: Server) -> None:
    running.send_signal(signal.SIGINT)
    assert ended(running) == (-signal.SIGINT, b"")


def test_an_editor_that_is_gone_ends_it_without_a_word(running: Server) -> None:
    assert running.stdin
    running.stdin.close()
    assert ended(running) == (0, b"")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_an_editor_that_no_longer_listens_ends_it_without_a_word(running: Server, folder: Path) -> None:
    assert running.stdout
    running.stdout.close()
    uri = (folder / "plan" / "milestones" / "planned-care.yaml").as_uri()
    document = {"uri": uri, "languageId": "yaml", "version": 1, "text": "nonsense: here\n"}
    say(running, "textDocument/didOpen", {"textDocument": document})
    assert ended(running) == (-signal.SIGPIPE, b"")


def test_an_editor_that_says_goodbye_ends_it(running: Server) -> None:
    say(running, "shutdown", None, number=2)
    say(running, "exit", None)
    assert ended(running) == (0, b"")
