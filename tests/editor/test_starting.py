"""How the server starts, what it says that it can do, and how it ends."""

import subprocess
import sys

import pytest

from jfp_cli.editor.server import made

OFFERED = {
    "textDocument/codeAction",
    "textDocument/completion",
    "textDocument/definition",
    "textDocument/documentSymbol",
    "textDocument/foldingRange",
    "textDocument/formatting",
    "textDocument/hover",
    "textDocument/prepareRename",
    "textDocument/references",
    "textDocument/rename",
    "workspace/symbol",
}
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
    assert set(made(lambda: pytest.fail("no day is asked for")).protocol.fm.features) == OFFERED | TOLD


def test_where_nobody_speaks_it_ends_without_a_word() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "jfp_cli", "lsp"], stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60
    )
    assert (done.stdout, done.stderr) == (b"", b"")
