"""The extension for VS Code: its bundle, run by Node in an editor that is none, with the real server behind it."""

import json
import os
import shutil
import stat
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest

from jfp_cli import __version__
from tests.conftest import EXAMPLE, ROOT

HOME = ROOT / "editors" / "vscode"
MANIFEST = json.loads((HOME / "package.json").read_text("utf-8"))
LOCK = json.loads((HOME / "package-lock.json").read_text("utf-8"))
SESSIONS = Path(__file__).with_name("sessions.cjs")
PROGRAMS = Path(sysconfig.get_path("scripts"))
posix = pytest.mark.skipif(sys.platform == "win32", reason="the jfp of this test is a shell script")


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The extension as it is shipped, made anew."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("there is no node here to run the extension")
    if not (HOME / "node_modules" / "esbuild").is_dir():
        pytest.skip("what the extension is built with is not here; `make vscode` fetches it")
    folder = tmp_path_factory.mktemp("bundle")
    subprocess.run([node, "build.mjs", str(folder)], cwd=HOME, check=True)
    return folder / "extension.js"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that is open in the editor, with a plan in it."""
    shutil.copytree(EXAMPLE, tmp_path / "open" / "plan")
    return tmp_path / "open"


def run(bundle: Path, session: str, folder: Path, path: str = "", setting: str = "", **given: Any) -> dict[str, Any]:
    """What a session of sessions.cjs prints."""
    told = {"folder": str(folder), "settings": {"jfp.path": setting}, **given}
    node = shutil.which("node") or "node"
    command = [node, str(SESSIONS), str(bundle), session, json.dumps(told)]
    environment = os.environ | {"PATH": path}
    done = subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False, stdin=-3
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def script(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_a_date_that_is_mistyped_is_found_while_it_is_typed(bundle: Path, folder: Path) -> None:
    answer = run(bundle, "findings", folder, path=str(PROGRAMS))
    assert answer == {
        "message": '"Septmber 2027" is not a date\nhelp: write "September 2027"',
        "line": 24,
        "code": "JFP107",
        "source": "jfp",
        "language": "yaml",
        "offering": [[{"language": "yaml", "scheme": "file"}]],
        "sentences": [],
    }


def test_beside_the_extension_for_yaml_a_fault_is_found_once_and_a_key_offered_once(bundle: Path, folder: Path) -> None:
    (folder / "compose.yaml").touch()
    answer = run(bundle, "beside", folder, path=str(PROGRAMS))
    assert (answer["name"], answer["schema"], answer["content"]) == ("jfp", "jfp://schema/nothing", "{}")
    assert "other" not in answer  # a file that is of no plan has the schema that the user's settings say
    assert "JFP003" not in answer["whileTheirs"]
    assert "JFP003" not in answer["afterTyping"]
    assert "JFP003" in answer["afterTheirs"]
    assert "afterwards" not in answer


@posix
@pytest.mark.parametrize("where", ["", "on the path of a terminal"])
def test_without_trust_nothing_of_the_workspace_runs(bundle: Path, folder: Path, tmp_path: Path, where: str) -> None:
    marker = tmp_path / "ran"
    own = script(folder / ".venv" / "bin" / "jfp", f"touch '{marker}'; exec '{PROGRAMS / 'jfp'}' \"$@\"")
    answer = run(
        bundle, "trust", folder, path=f"{own.parent}{os.pathsep}/usr/bin:/bin" if where else "/bin", marker=str(marker)
    )
    assert answer == {
        "ran": False,
        "sentences": ["This workspace has a jfp of its own, which checks the plan once you trust the workspace."],
    }


def test_without_jfp_one_sentence_says_what_to_install(bundle: Path, folder: Path) -> None:
    answer = run(bundle, "sentence", folder)
    assert answer["sentences"] == [
        'To have the plan checked as you type, install jfp: type uv tool install "jfp-cli[editor]" in a terminal.'
    ]


def test_a_setting_that_names_no_file_is_said(bundle: Path, folder: Path) -> None:
    answer = run(bundle, "sentence", folder, path=str(PROGRAMS), setting="jfp")
    assert answer["sentences"] == [
        "The setting jfp.path names jfp, which is not the whole path of a file; write that, or nothing."
    ]


@posix
def test_a_jfp_that_cannot_serve_says_why(bundle: Path, folder: Path, tmp_path: Path) -> None:
    said = "jfp: lsp needs the package pygls; add it with: pipx inject jfp-cli pygls"
    jfp = script(tmp_path / "tools" / "jfp", f"echo '{said}' >&2; exit 2")
    answer = run(bundle, "sentence", folder, path="/usr/bin:/bin", setting=str(jfp))
    assert answer["sentences"] == [said]


def test_where_there_is_no_plan_nothing_is_started(bundle: Path, tmp_path: Path) -> None:
    answer = run(bundle, "nothing", tmp_path, path=str(PROGRAMS))
    assert answer == {"commands": ["jfp.restart"], "sentences": []}


def test_it_asks_for_no_trust_that_it_needs_not_and_says_so() -> None:
    limited = MANIFEST["capabilities"]["untrustedWorkspaces"]
    paths = [name for name in MANIFEST["contributes"]["configuration"]["properties"] if "path" in name]
    assert (limited["supported"], limited["restrictedConfigurations"]) == ("limited", paths)
    assert "languages" not in MANIFEST["contributes"]  # a plan's files stay YAML


def test_it_has_the_version_of_jfp_and_is_built_with_exactly_what_was_tested() -> None:
    assert MANIFEST["version"] == LOCK["version"] == __version__
    assert LOCK["packages"][""]["devDependencies"] == MANIFEST["devDependencies"]
    for name, version in MANIFEST["devDependencies"].items():
        assert LOCK["packages"][f"node_modules/{name}"]["version"] == version
    assert all("integrity" in package for place, package in LOCK["packages"].items() if place)


def test_the_lock_names_no_registry() -> None:
    assert not any("resolved" in package for package in LOCK["packages"].values())
    assert "registry" not in (HOME / "package-lock.json").read_text("utf-8")
