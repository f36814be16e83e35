"""Findings told while somebody types: not at every stroke, what loading finds first, and what the rules find after."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from lsprotocol import types

from jfp_cli.editor.diagnostics import by_uri, carried, diagnostics
from jfp_cli.editor.index import Picture, PlanIndex
from jfp_cli.editor.workspace import Workspace
from jfp_cli.linting.lint import lint
from jfp_cli.values.finding import Finding

PAUSE = 0.08  # seconds without a change after which it is told what is wrong
PATIENCE = 0.15  # seconds for which what loading found waits for the rules, so that a small plan is told of once
_log = logging.getLogger(__name__)

Send = Callable[[types.PublishDiagnosticsParams], None]


@dataclass
class _Told:
    """What was told of a plan: of each file, and what the rules had found in which picture."""

    files: dict[str, types.PublishDiagnosticsParams] = field(default_factory=dict)
    picture: Picture | None = None
    linted: Sequence[Finding] = ()
    task: "asyncio.Task[None] | None" = None


class Publisher:
    """Tells an editor what is wrong with its plans; of a burst of changes it tells twice at most."""

    def __init__(self, workspace: Workspace, send: Send, today: Callable[[], date]) -> None:
        self._workspace, self._send, self._today = workspace, send, today
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
            self._tell(told, {})

    def findings(self, index: PlanIndex) -> list[Finding]:
        """All that is known to be wrong with a plan as it is now."""
        picture, told = index.picture, self._told.get(index)
        rules = carried(told.picture, told.linted, picture) if told and told.picture else []
        return [*picture.loaded.findings, *rules]

    async def _look(self, index: PlanIndex, told: _Told) -> None:
        try:
            await asyncio.sleep(PAUSE)
            picture = index.picture
            look = asyncio.ensure_future(asyncio.to_thread(_everything, picture, self._today()))
            done, _ = await asyncio.wait([look], timeout=PATIENCE)
            if not done:
                self._publish(told, picture, self.findings(index))
            everything = await look
            known = set(picture.loaded.findings)
            told.picture, told.linted = picture, [one for one in everything if one not in known]
            self._publish(told, picture, everything)
        except Exception:  # noqa: BLE001 - whatever it is, the next change is looked at again
            _log.exception("what is wrong with %s could not be told", index.root)

    def _publish(self, told: _Told, picture: Picture, findings: Sequence[Finding]) -> None:
        self._tell(told, by_uri(self._workspace, picture, diagnostics(self._workspace, picture, findings)))

    def _tell(self, told: _Told, files: dict[str, types.PublishDiagnosticsParams]) -> None:
        """Tell of each file of which there is something else to say than was said last."""
        for uri in told.files:
            if uri not in files:
                self._send(types.PublishDiagnosticsParams(uri, []))
        for uri, params in files.items():
            if told.files.get(uri) != params:
                self._send(params)
        told.files = files


def _everything(picture: Picture, day: date) -> list[Finding]:
    """What is wrong with a plan; what else an editor asks next of it is gathered on the way."""
    plan = picture.loaded.plan
    if plan is not None:
        _ = plan.things, plan.references
    return lint(picture.loaded, day)
