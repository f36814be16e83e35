"""A long session: whatever is typed, an editor's picture of the plan is that of a fresh load."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from jfp_cli.editor.workspace import Workspace
from jfp_cli.loading import Loaded, load
from tests.conftest import ROOT

EDITS = 100
PIECES = [
    "\n",
    "  ",
    "- ",
    ": ",
    "due: March 2027\n",
    "{",
    "]",
    "🏥",
    "\r\n",
    "\ufeff",
    "outpatients",
    "id: x\n",
    '"',
    "#",
    "\x00",
    "é",
    "\t",
]


def edits(chance: random.Random, text: str) -> Iterator[str]:
    """A text as somebody changes it: words come and go, now and then the text as it was is put back."""
    first = text
    while True:
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice([0, 0, 1, 3, 40]))
        put_in = chance.choice([*PIECES, ""])
        text = first if chance.random() < 0.1 else text[:start] + put_in + text[end:]
        yield text


@pytest.mark.parametrize("seed", range(3))
def test_random_edits_leave_the_picture_of_a_fresh_load(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    shutil.copytree(ROOT / "tests" / "example" / "plan", tmp_path / "plan")
    workspace = Workspace()
    workspace.add_folder(tmp_path.as_uri())
    (index,) = workspace.plans.values()
    files = sorted((tmp_path / "plan").rglob("*.yaml"))
    going = {path: edits(chance, path.read_bytes().decode()) for path in files}
    opened: dict[Path, str] = {}
    for version in range(EDITS):
        path = chance.choice(files)
        act = chance.random()
        if act < 0.1 and path in opened:
            path.write_bytes(opened.pop(path).encode())
            workspace.close(path.as_uri())
        elif act < 0.15:
            path.write_bytes(next(going[path]).encode())  # another program, whether it is open here or not
            list(workspace.refresh())
        else:
            opened[path] = next(going[path])
            workspace.put(path.as_uri(), version, opened[path])
        assert seen(index.picture.loaded) == fresh(tmp_path, opened)


def fresh(folder: Path, opened: dict[Path, str]) -> object:
    """The plan as it would be read if all that is open were saved."""
    on_disk = {path: path.read_bytes() for path in opened}
    for path, text in opened.items():
        path.write_bytes(text.encode())
    try:
        return seen(load(folder / "plan"))
    finally:
        for path, data in on_disk.items():
            path.write_bytes(data)


def seen(loaded: Loaded) -> object:
    """What a plan says, and what is wrong with it."""
    things = {address: str(thing) for address, thing in loaded.plan.things.items()} if loaded.plan else None
    return things, loaded.findings


def test_what_is_no_file_and_what_is_in_no_plan_changes_nothing(tmp_path: Path) -> None:
    workspace = Workspace()
    workspace.add_folder("untitled:x")
    workspace.add_folder(tmp_path.as_uri())
    assert workspace.put("untitled:y", 1, "a: b") is None
    assert workspace.put((tmp_path / "x.yaml").as_uri(), 1, "a: b") is None
    assert workspace.spot((tmp_path / "x.yaml").as_uri()) is None
    assert workspace.plans == {}
