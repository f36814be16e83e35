"""How the server starts, what it says that it can do, and how it ends."""

import subprocess
import sys

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
