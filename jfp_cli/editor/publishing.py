"""Findings told while somebody types: not at every stroke, what loading finds first, and what the rules find after."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from lsprotocol import types

from jfp_cli.editor.diagnostics import by_file, carried, published
from jfp_cli.editor.index import Picture, PlanIndex
from jfp_cli.editor.ruling import Ruling
from jfp_cli.editor.workspace import Workspace
from jfp_cli.linting.engine import Known
from jfp_cli.linting.file_by_file import FileByFile
from jfp_cli.values.finding import Finding

PAUSE = 0.06  # seconds without a change after which it is told what is wrong
PATIENCE = 0.1  # seconds for which what loading found waits for the rules, so that a small plan is told of once
_log = logging.getLogger(__name__)

Send = Callable[[types.PublishDiagnosticsParams], None]


class ToldFile(NamedTuple):
    """What was told of a file: under which name, in which version and text, and what was said to be wrong with it."""

    uri: str
    version: int | None
    text: str
    said: Sequence[tuple[object, ...]]


@dataclass
class _Told:
    """What was told of a plan: of each file, what loading had found, and what the rules had found in which picture.

    `took` is how many seconds they last looked, but for what they look at file by file.
    """

    files: dict[str, ToldFile] = field(default_factory=dict)
    loaded: Sequence[Finding] = ()
    picture: Picture | None = None
    linted: Sequence[Finding] = ()
    task: "asyncio.Task[None] | None" = None
    file_by_file: FileByFile = field(default_factory=FileByFile)
    took: float = 0

    def know(self, picture: Picture, findings: Sequence[Finding]) -> None:
        """Keep what the rules found in a picture, of all that is wrong with it."""
        of_loading = set(map(id, picture.loaded.findings))
        self.picture, self.linted = picture, [one for one in findings if id(one) not in of_loading]


class Publisher:
    """Tells an editor what is wrong with its plans; of a burst of changes it tells twice at most.

    `settled` is called when all is told.
    """

    def __init__(
        self, workspace: Workspace, send: Send, today: Callable[[], date], settled: Callable[[], object] = bool
    ) -> None:
        self._workspace, self._send, self._today, self._settled = workspace, send, today, settled
        self._told: dict[PlanIndex, _Told] = {}

    def changed(self, index: PlanIndex) -> None:
        """A plan changed: what is wrong with it is told once nothing more changes."""
        told = self._told.setdefault(index, _Told())
        if told.task:
            told.task.cancel()
        told.task = asyncio.ensure_future(self._look(index, told))

    def forget(self, index: PlanIndex) -> None:
        """A plan is open no longer: nothing is shown of it."""
        told = self._told.pop(index, None)
        if told:
            if told.task:
                told.task.cancel()
            self._clear(told.files, {})

    def findings(self, index: PlanIndex) -> list[Finding]:
        """All that is known to be wrong with a plan as it is now."""
        picture, told = index.picture, self._told.get(index)
        rules = carried(told.picture, told.linted, picture) if told and told.picture else []
        return [*picture.loaded.findings, *rules]

    async def _look(self, index: PlanIndex, told: _Told) -> None:
        try:
            await asyncio.sleep(PAUSE)
            ruling, earlier = Ruling(index, told.file_by_file, self._today()), told.picture
            by_file = asyncio.ensure_future(asyncio.to_thread(ruling.by_file, earlier))
            await asyncio.wait([by_file], timeout=PATIENCE)
            is_told = list(told.loaded) != ruling.picture.loaded.findings or told.took > PATIENCE
            if is_told:
                await self._tell_so_far(index, told, ruling, by_file)
            looking = asyncio.ensure_future(ruling.all(by_file))
            if not is_told:
                await asyncio.wait([looking], timeout=PATIENCE)
                if not looking.done():
                    await self._tell_so_far(index, told, ruling, by_file)
            everything = await looking
            if everything is None:  # whoever changed the plan has it looked at
                return
            told.took = ruling.took
            told.know(ruling.picture, everything)
            self._publish(told, ruling.picture, everything)
            self._settled()
        except Exception:  # noqa: BLE001 - whatever it is, the next change is looked at again
            _log.exception("what is wrong with %s could not be told", index.root)

    async def _tell_so_far(
        self, index: PlanIndex, told: _Told, ruling: Ruling, by_file: "asyncio.Future[Known | None]"
    ) -> None:
        """Tell what is known before all rules have looked."""
        known = by_file.result() if by_file.done() else None
        if known is not None:
            told.know(ruling.picture, await asyncio.to_thread(ruling.so_far, known, told.picture, told.linted))
        self._publish(told, ruling.picture, self.findings(index))

    def _publish(self, told: _Told, picture: Picture, findings: Sequence[Finding]) -> None:
        """Tell of each file of which there is something else to say than was said last."""
        before, told.files, told.loaded = told.files, {}, picture.loaded.findings
        for shown, found in by_file(findings).items():
            document, source = picture.opened.get(shown), picture.loaded.sources.files.get(shown)
            uri, version = self._workspace.uri(picture, shown), document.version if document else None
            now = ToldFile(uri, version, source.text if source else "", [_said(one) for one in found])
            told.files[uri] = now
            if before.get(uri) != now:
                self._send(published(self._workspace, picture, uri, version, found))
        self._clear(before, told.files)

    def _clear(self, before: Mapping[str, ToldFile], now: Mapping[str, ToldFile]) -> None:
        for uri in before:
            if uri not in now:
                self._send(types.PublishDiagnosticsParams(uri, []))


def _said(finding: Finding) -> tuple[object, ...]:
    """What an editor shows of a finding, however it may be mended and how many there are of it."""
    return finding[: Finding._fields.index("fixes")]
