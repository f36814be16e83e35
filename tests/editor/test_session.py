"""A long session: whatever is typed, an editor's picture of the plan is that of a fresh load, and it answers."""

from pathlib import Path

import pytest

from jfp_cli.editor.workspace import Workspace
from tests.fuzz.session import run


@pytest.mark.parametrize("seed", range(3))
def test_random_edits_leave_the_picture_of_a_fresh_load_and_are_asked_about(seed: int) -> None:
    assert run(seed, 100) == (100, "")


def test_what_is_no_file_and_what_is_in_no_plan_changes_nothing(tmp_path: Path) -> None:
    workspace = Workspace()
    workspace.add_folder("untitled:x")
    workspace.add_folder(tmp_path.as_uri())
    assert workspace.put("untitled:y", 1, "a: b") is None
    assert workspace.put((tmp_path / "x.yaml").as_uri(), 1, "a: b") is None
    assert workspace.spot((tmp_path / "x.yaml").as_uri()) is None
    assert workspace.plans == {}
