"""When an editor is told what is wrong: at once what loading finds, and of a plan that changed on only the last."""

import asyncio
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from jfp_cli.editor import publishing, ruling
from jfp_cli.editor.index import PlanIndex
from jfp_cli.editor.publishing import Publisher
from jfp_cli.editor.ruling import OutOfDateError
from jfp_cli.editor.workspace import Workspace
from jfp_cli.linting.lint import look
from jfp_cli.linting.settings import InForce

AREA = "milestones/planned-care.yaml"
DAY = date(2026, 11, 26)
STEPS, STEP = 120, 0.02  # how often the slow rules of these tests begin, and the seconds that each takes


class Told:
    """A plan that is open, and what an editor was told of it."""

    def __init__(self, folder: Path) -> None:
        self.uri = (folder / "plan" / AREA).as_uri()
        self.text = (folder / "plan" / AREA).read_text(encoding="utf-8")
        self.workspace = Workspace()
        self.workspace.add_folder(folder.as_uri())
        self.all: list[types.PublishDiagnosticsParams] = []
        self.settled = 0
        self.publisher = Publisher(self.workspace, self.all.append, lambda: DAY, self._settle)

    def _settle(self) -> None:
        self.settled += 1

    def type(self, version: int, text: str) -> PlanIndex:
        index = self.workspace.put(self.uri, version, text)
        assert index is not None
        self.publisher.changed(index)
        return index

    def of_area(self) -> list[types.PublishDiagnosticsParams]:
        return [params for params in self.all if params.uri == self.uri]

    async def until(self, holds: Callable[[], object]) -> None:
        end = time.monotonic() + 15
        while not holds():
            assert time.monotonic() < end, "it never came"
            await asyncio.sleep(0.01)


@pytest.fixture
def told(folder: Path, loop: asyncio.AbstractEventLoop) -> Told:  # noqa: ARG001 - the tests run in it
    return Told(folder)


@pytest.fixture
def ends(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """How each look of the rules ended, which take long: with how many findings, or with what they raised."""
    found: list[object] = []

    def slow(loaded: Any, in_force: Any, day: date, begin: Callable[[], object], known: Any) -> Any:
        try:
            for _ in range(STEPS):
                begin()
                time.sleep(STEP)
        except OutOfDateError as error:
            found.append(error)
            raise
        findings = look(loaded, in_force, day, begin, known)
        found.append(len(findings))
        return findings

    monkeypatch.setattr(ruling, "look", slow)
    return found


async def test_what_loading_finds_waits_for_no_rule(told: Told, ends: list[object]) -> None:
    told.type(1, told.text.replace("due: Autumn 2025", "due: Atumn 2025"))
    await told.until(told.of_area)
    assert ends == []
    assert any("Atumn" in one.message for one in told.of_area()[0].diagnostics)
    await told.until(lambda: ends)


async def test_rules_end_at_once_where_the_plan_has_changed(told: Told, ends: list[object]) -> None:
    index = told.type(1, told.text)
    await asyncio.sleep(publishing.PAUSE + 5 * STEP)
    began = time.monotonic()
    told.type(2, f"{told.text}nonsense: here\n")
    await told.until(lambda: ends)
    assert time.monotonic() - began < STEPS * STEP / 2
    assert isinstance(ends[0], OutOfDateError)
    await told.until(lambda: told.settled)
    assert (len(ends), told.settled) == (2, 1)
    last = told.of_area()[-1]
    assert last.version == 2
    fresh = [one for one in look_at(index) if one.span.file.endswith(AREA)]
    assert [one.code for one in last.diagnostics] == [one.code for one in fresh]
    assert any("nonsense" in one.message for one in last.diagnostics)


def look_at(index: PlanIndex) -> Any:
    """What is wrong with a plan as it is now, as the commands find it."""
    loaded = index.picture.loaded
    return look(loaded, InForce(loaded), DAY)


async def test_what_rules_find_in_the_file_waits_for_no_rule_that_looks_further(told: Told, ends: list[object]) -> None:
    told.type(1, told.text.replace("Open the endoscopy unit", "TBC open the endoscopy unit"))
    await told.until(told.of_area)
    assert ends == []
    assert any("TBC" in one.message for one in told.of_area()[0].diagnostics)
    await told.until(lambda: told.settled)
    assert len(told.of_area()) <= 2


async def test_what_all_rules_found_stands_until_they_have_looked_again(told: Told, ends: list[object]) -> None:
    text = told.text.replace("Open the endoscopy unit", "Open the QZXV unit")
    told.type(1, text)
    await told.until(lambda: told.settled)
    told.type(2, text + "  # a note\n")
    await told.until(lambda: told.of_area()[-1].version == 2)
    assert len(ends) == 1
    assert any("QZXV" in one.message for one in told.of_area()[-1].diagnostics)
    await told.until(lambda: told.settled == 2)


async def test_a_file_of_which_the_same_is_said_is_not_told_of_again(told: Told) -> None:
    told.type(1, told.text)
    await told.until(lambda: told.settled)
    before = len(told.all)
    told.type(2, told.text.replace("Open the endoscopy unit", "Open the new endoscopy unit"))
    await told.until(lambda: told.settled == 2)
    assert told.all[-1].version == 2
    assert {params.uri for params in told.all[before:]} == {told.uri}
