"""How long somebody who types waits for `jfp lsp`: for completion, for hover, and to see what is wrong.

`python -m benchmarks.editor` prints it. It is told by the clock on the wall, as an editor has it, the best of some
keystrokes in one file of ten times the shipped plan: what else the machine does is no part of it.
"""

import asyncio
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from benchmarks.budgets import ANSWER, FINDINGS, Ratio
from benchmarks.plans import grow

SIZE, KEYSTROKES, PATIENCE = 10, 12, 60
# What loading finds, what a rule does that looks file by file, and what one does that looks at all of the plan.
WRONG, OPEN, SHORT = "Septmber", "TBC", "QZXV"
ASKED = {
    "completion": ANSWER,
    "hover": ANSWER,
    "what loading finds": FINDINGS,
    "what a rule finds": FINDINGS,
    "what a rule finds that looks at the whole plan": FINDINGS,
}


class Typist:
    """An editor that has a file of a plan open, and what it was told of it last."""

    def __init__(self, client: LanguageClient, file: Path) -> None:
        self._client, self._uri, self._version = client, file.as_uri(), 1
        self._told: list[str] = []
        self._news = asyncio.Event()
        self._at = types.Position(4, 6)
        self.text = file.read_text(encoding="utf-8")

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]  # of pygls
        def publish(params: types.PublishDiagnosticsParams) -> None:
            if params.uri == self._uri:
                self._told = [one.message for one in params.diagnostics]
                self._news.set()

        client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(self._uri, "yaml", 1, self.text))
        )

    def type(self, text: str) -> float:
        """Change the file; returns the moment."""
        self._version += 1
        changed = types.VersionedTextDocumentIdentifier(version=self._version, uri=self._uri)
        now = perf_counter()
        self._client.text_document_did_change(
            types.DidChangeTextDocumentParams(changed, [types.TextDocumentContentChangeWholeDocument(text)])
        )
        return now

    async def answered(self) -> tuple[float, float]:
        """The seconds until completion came after a keystroke, and hover after another."""
        document = types.TextDocumentIdentifier(self._uri)
        began = self.type(f"{self.text}\n# {self._version}\n")
        await self._client.text_document_completion_async(types.CompletionParams(document, self._at))
        completed = perf_counter() - began
        began = self.type(f"{self.text}\n# {self._version}\n")
        await self._client.text_document_hover_async(types.HoverParams(document, self._at))
        return completed, perf_counter() - began

    async def told(self, text: str, words: str) -> float:
        """The seconds until something was told after a text was typed; then the first text is typed again."""
        began = self.type(text)
        await self._until(lambda: any(words in message for message in self._told))
        took = perf_counter() - began
        self.type(self.text)
        await self._until(lambda: not any(words in message for message in self._told))
        await asyncio.sleep(1)  # the rules have looked at that, too
        return took

    async def _until(self, holds: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not holds():
                self._news.clear()
                await self._news.wait()


async def seconds(plan: Path) -> dict[str, float]:
    """The best of some keystrokes."""
    client = LanguageClient("benchmarks", "1")
    await client.start_io(sys.executable, "-m", "jfp_cli", "lsp")
    folder = types.WorkspaceFolder(plan.as_uri(), "plan")
    await client.initialize_async(types.InitializeParams(types.ClientCapabilities(), workspace_folders=[folder]))
    client.initialized(types.InitializedParams())
    typist = Typist(client, min((plan / "milestones").glob("*.yaml")))
    wrong = typist.text.replace("due: ", f"due: {WRONG} ", 1)
    unsettled, unexplained = (
        re.sub(r"(?<=activity: )(>-\s+)?", rf"\g<0>{words} ", typist.text, count=1) for words in (OPEN, SHORT)
    )
    took: dict[str, list[float]] = {what: [] for what in ASKED}
    await typist.told(wrong, WRONG)  # the first look of all
    for _ in range(KEYSTROKES):
        each = (
            *(await typist.answered()),
            await typist.told(wrong, WRONG),
            await typist.told(unsettled, OPEN),
            await typist.told(unexplained, SHORT),
        )
        for several, one in zip(took.values(), each, strict=True):
            several.append(one)
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()  # type: ignore[no-untyped-call]  # of pygls
    return {what: min(several) for what, several in took.items()}


def typed() -> Iterator[Ratio]:
    """Each against its budget, in milliseconds."""
    with TemporaryDirectory() as folder:
        plan = Path(folder) / "plan"
        grow(SIZE, plan)
        for what, took in asyncio.run(seconds(plan)).items():
            yield Ratio(f"{what} after a keystroke, plan x {SIZE}, milliseconds", ASKED[what], took * 1000)


if __name__ == "__main__":
    for ratio in typed():
        print(f"{ratio.what}: {ratio.measured:.0f}, at most {ratio.budget:g}, {ratio.verdict}")
