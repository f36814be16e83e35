"""What the project promises to those who build, install and change it."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml

from benchmarks.budgets import Ratio
from benchmarks.plans import grow
from jfp_cli.loading import load
from jfp_cli.model.plan import Plan
from jfp_cli.model.references import references
from tests.conftest import ROOT, SHIPPED

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
MAKE = shutil.which("make")
BASH = shutil.which("bash")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that `pip install .` installs, built without a network."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", str(ROOT), *options], check=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with that wheel installed in it."""
    folder = tmp_path_factory.mktemp("installed")
    options = ["--quiet", "--no-deps", "--no-index", "--target", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", "install", str(wheel), *options], check=True)
    return folder


def jfp(installed: Path, *arguments: str, cwd: Path) -> str:
    """What an installed `jfp` says in some folder."""
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    script = next((installed / ("Scripts" if os.name == "nt" else "bin")).glob("jfp*"))
    command = [str(script), *arguments]
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=True)
    return done.stdout


def test_the_wheel_holds_the_package_its_templates_and_its_types(wheel: Path) -> None:
    held = set(ZipFile(wheel).namelist())
    shipped = {f"jfp_cli/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "templates").rglob("*.j2")}
    assert {"jfp_cli/py.typed", "jfp_cli/templates/README.md", "jfp_cli/cli/commands/overdue.py", *shipped} <= held


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    tops = {Path(name).parts[0] for name in ZipFile(wheel).namelist()}
    assert tops == {"jfp_cli", f"jfp-{PROJECT['version']}.dist-info"}


def test_an_installed_jfp_works_in_any_folder(installed: Path, tmp_path: Path) -> None:
    said = jfp(installed, "overdue", "--as-of", "2026-11-21", "--plan", str(SHIPPED), cwd=tmp_path)
    assert re.search(r"^\d+ of \d+ milestones overdue as of 21 November 2026", said, re.MULTILINE)


def test_an_installed_jfp_is_the_package_that_was_built(installed: Path, tmp_path: Path) -> None:
    where = "import jfp_cli; print(jfp_cli.__file__)"
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-c", where], cwd=tmp_path, env=environment, stdout=-1, text=True, check=True
    )
    assert Path(done.stdout.strip()).is_relative_to(installed)


def test_the_version_is_that_of_the_project(installed: Path, tmp_path: Path) -> None:
    assert jfp(installed, "--version", cwd=tmp_path).strip() == f"jfp {PROJECT['version']}"


@pytest.mark.skipif(MAKE is None, reason="there is no make here")
def test_make_alone_says_what_each_target_does() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    said = subprocess.run(["make"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
    assert targets is not None
    assert {"run", "test", "check", "bench", "clean"} <= set(targets[1].split())
    for target in targets[1].split():
        assert re.search(rf"^  {target} +\S", said, re.MULTILINE), f"make does not say what {target} does"


@pytest.mark.skipif(MAKE is None, reason="there is no make here")
def test_a_python_that_is_too_old_is_named(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "pyproject.toml").touch()
    command = ["make", "run", "PYTHON=false"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert "jfp needs Python 3.11 or newer as false" in done.stderr
    assert not (tmp_path / ".venv").exists()


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with .ci/run in it, and programs that write down how they were called instead of acting."""
    folder = tmp_path / "clone"
    programs = tmp_path / "programs"
    (folder / ".ci").mkdir(parents=True)
    programs.mkdir()
    shutil.copy(ROOT / ".ci" / "run", folder / ".ci" / "run")
    called = tmp_path / "called"
    for name, then in {
        "make": 'cat; echo "CI=$CI" >> {called}',
        "apt-get": "test $1 = update",
        "sudo": '"${@:2}"',
    }.items():
        text = f'#!{BASH}\necho "{name} $*" >> {called}\n{then.replace("{called}", str(called))}\n'
        (programs / name).write_text(text, encoding="utf-8")
        (programs / name).chmod(0o755)
    for name in ("bash", "cat", "dirname", "env", "id"):
        (programs / name).symlink_to(str(shutil.which(name)))
    return folder


def ci(clone: Path) -> list[str]:
    """The calls that .ci/run makes in a clone."""
    environment = {"PATH": str(clone.parent / "programs")}
    command = [str(clone / ".ci" / "run")]
    done = subprocess.run(command, cwd=clone.parent, env=environment, input=b"typed", capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")
    return (clone.parent / "called").read_text(encoding="utf-8").splitlines()


@pytest.mark.skipif(BASH is None, reason="there is no bash here")
def test_ci_runs_make_test_with_nobody_to_ask(clone: Path) -> None:
    assert ci(clone) == ["make test", "CI=true"]


@pytest.mark.skipif(BASH is None, reason="there is no bash here")
def test_ci_does_without_a_browser_that_cannot_be_had(clone: Path) -> None:
    (clone / "tests" / "browser").mkdir(parents=True)
    calls = ci(clone)
    assert [call for call in calls if call.startswith("apt-get install") and "chromium" in call]
    assert calls[-2:] == ["make test", "CI=true"]


def test_a_grown_plan_is_valid_and_that_many_times_as_large(tmp_path: Path) -> None:
    grow(3, tmp_path / "grown")
    one, three = load(SHIPPED), load(tmp_path / "grown")
    assert one.plan is not None
    assert three.plan is not None
    assert three.findings == []
    for kind in ("milestones", "workstreams", "targets"):
        assert len(list(getattr(three.plan, kind)())) == 3 * len(list(getattr(one.plan, kind)()))
    assert names(three.plan) == Counter(
        {f"{name}{copy}": count for name, count in names(one.plan).items() for copy in ("", "-2", "-3")}
    )


def names(plan: Plan) -> Counter[str]:
    """How often a plan names each of its things."""
    return Counter(name.id for name in references(plan) if name.kind != "planning_periods")


def test_a_plan_grown_once_is_the_plan(tmp_path: Path) -> None:
    grow(1, tmp_path)
    for path in SHIPPED.rglob("*.yaml"):
        assert (tmp_path / path.relative_to(SHIPPED)).read_bytes() == path.read_bytes()


def test_a_grown_plan_has_readings_for_each_of_its_targets(example: Path, tmp_path: Path) -> None:
    (example / "plan.yaml").write_text("title: Example\n", encoding="utf-8")
    grow(2, tmp_path / "grown", example)
    copy = yaml.safe_load((tmp_path / "grown" / "readings" / "waiting-list-size-2.yaml").read_text(encoding="utf-8"))
    assert copy["target"] == "waiting-list-size-2"


@pytest.mark.parametrize(("measured", "verdict"), [(0.59, "within"), (0.6, "within"), (0.61, "over")])
def test_a_ratio_is_held_against_its_budget(measured: float, verdict: str) -> None:
    assert Ratio("load", 0.6, measured).verdict == verdict
