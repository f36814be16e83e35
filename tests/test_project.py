"""What the project promises to those who build, install and change it."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from importlib.metadata import version
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml

from benchmarks.budgets import Ratio
from benchmarks.plans import grow
from benchmarks.subjects import forget
from jfp_cli import __version__
from jfp_cli.loading import load
from jfp_cli.loading.file_read import read_file
from jfp_cli.model.plan import Plan
from jfp_cli.values.calendar import read_date
from tests.conftest import ROOT, SHIPPED

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS: dict[str, list[str]] = PROJECT["optional-dependencies"]
REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)(?:\[[a-z,-]+\])?>=(?P<least>[\d.]+),<(?P<bound>\d+)")
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
    assert tops == {"jfp_cli", f"jfp_cli-{__version__}.dist-info"}


def test_an_installed_jfp_works_in_any_folder(installed: Path, tmp_path: Path) -> None:
    said = jfp(installed, "overdue", "--as-of", "2026-11-21", "--plan", str(SHIPPED), cwd=tmp_path)
    assert re.search(r"^\d+ of \d+ milestones overdue as of 21 November 2026", said, re.MULTILINE)


def test_the_wheel_is_small(wheel: Path) -> None:
    assert wheel.stat().st_size < 1_400_000
    sizes = {Path(entry.filename): entry.file_size for entry in ZipFile(wheel).infolist()}
    tables = {path for path in sizes if path.suffix == ".po"}  # all that pages say, in another language
    assert max(size for path, size in sizes.items() if path not in tables and path.parts[0] == "jfp_cli") < 32_000
    assert max(sizes[path] for path in tables) < 64_000


@pytest.mark.parametrize(
    ("command", "made"),
    [
        (["overdue", "--as-of", "2026-11-21", "--plan", str(SHIPPED)], ""),
        (["lint", "--fail-on", "never", "--plan", str(SHIPPED)], ""),
        (["render", "plan", "--plan", str(SHIPPED), "--output", "page.html"], "page.html"),
        (["init", "--organisation", "North Town", "--period", "2027-32"], "plan/plan.yaml"),
    ],
)
def test_jfp_runs_from_its_wheel_as_a_zip(wheel: Path, tmp_path: Path, command: list[str], made: str) -> None:
    start = (
        "import sys, runpy; "
        f"sys.path[:] = [{str(wheel)!r}, *(path for path in sys.path if path != {str(ROOT)!r})]; "
        "sys.meta_path[:] = [finder for finder in sys.meta_path if 'editable' not in repr(finder).lower()]; "
        f"sys.argv[1:] = {command!r}; runpy.run_module('jfp_cli', run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", start], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / made).exists()
    where = subprocess.run(
        [sys.executable, "-c", start.partition("sys.argv")[0] + "import jfp_cli; print(jfp_cli.__file__)"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert where.stdout.startswith(str(wheel))


def test_an_installed_jfp_is_the_package_that_was_built(installed: Path, tmp_path: Path) -> None:
    where = "import jfp_cli; print(jfp_cli.__file__)"
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-c", where], cwd=tmp_path, env=environment, stdout=-1, text=True, check=True
    )
    assert Path(done.stdout.strip()).is_relative_to(installed)


def test_the_version_is_said_once_and_known_everywhere(installed: Path, tmp_path: Path) -> None:
    assert jfp(installed, "--version", cwd=tmp_path).strip() == f"jfp {__version__}"
    assert "version" not in PROJECT


def test_jfp_runs_from_a_clone_in_which_nothing_is_installed(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "jfp_cli", tmp_path / "jfp_cli", ignore=shutil.ignore_patterns("__pycache__"))
    # Without site-packages as such, so that no metadata of an installed jfp-cli can be found.
    paths = [str(tmp_path), *(path for path in sys.path if path.endswith("site-packages"))]
    start = f"import sys, runpy; sys.path[:0] = {paths}; runpy.run_module('jfp_cli', run_name='__main__')"
    without = "import importlib.metadata as m; m.version = m.distribution = None"
    command = [sys.executable, "-S", "-c", f"{without}; {start}"]
    new = ["init", "--organisation", "North Town", "--period", "2026-31", "--area", "Cancer"]
    for arguments in (["--version"], new):
        done = subprocess.run([*command, *arguments], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
    assert f"jfp-cli=={__version__}" in (tmp_path / ".github/workflows/plan.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("module", ["__init__", "__main__"])
def test_what_a_python_that_is_too_old_reads_first_is_written_for_it(module: str) -> None:
    ast.parse((ROOT / "jfp_cli" / f"{module}.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_a_python_that_is_too_old_is_said(tmp_path: Path) -> None:
    start = "import sys, runpy; sys.version_info = (3, 10, 13); runpy.run_module('jfp_cli', run_name='__main__')"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", start, "overdue"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert (done.stdout, done.returncode) == ("", 2)
    assert done.stderr == "jfp needs Python 3.11 or newer, and this is Python 3.10.13\n"


@pytest.mark.parametrize("extra", ["", *EXTRAS])
def test_what_is_installed_beside_jfp_is_bounded_and_tested_within_its_bounds(extra: str) -> None:
    for requirement in EXTRAS[extra] if extra else PROJECT["dependencies"]:
        if requirement.startswith(PROJECT["name"]):
            continue
        bounds = REQUIREMENT.fullmatch(requirement)
        assert bounds, f"{requirement} needs a lowest version and the next major version as its bound"
        assert int(version(bounds["name"]).split(".")[0]) < int(bounds["bound"])


def test_an_extra_that_names_others_names_what_there_is() -> None:
    named = [
        found for extra in EXTRAS.values() for found in re.findall(r"^jfp-cli\[(.*)\]$", "\n".join(extra), re.MULTILINE)
    ]
    assert named
    assert {name for names in named for name in names.split(",")} <= set(EXTRAS)


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


def made(folder: Path, *arguments: str) -> str:
    """What make would do in a folder where nothing is installed yet."""
    shutil.copy(ROOT / "Makefile", folder)
    (folder / "pyproject.toml").touch()
    command = ["make", "--dry-run", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=True).stdout


@pytest.mark.skipif(MAKE is None, reason="there is no make here")
def test_make_run_installs_what_runs_and_make_test_what_tests(tmp_path: Path) -> None:
    assert re.findall(r"--editable (\S+)", made(tmp_path, "run")) == ["."]
    assert re.findall(r"--editable (\S+)", made(tmp_path, "test")) == ["'.[dev]'"]


@pytest.mark.skipif(MAKE is None, reason="there is no make here")
@pytest.mark.parametrize(("system", "programs"), [("Windows_NT", "Scripts"), ("", "bin")])
def test_make_finds_the_programs_where_python_puts_them(tmp_path: Path, system: str, programs: str) -> None:
    said = made(tmp_path, "run", f"OS={system}")
    assert f".venv/{programs}/python -m jfp_cli overdue" in said
    assert set(re.findall(r"\.venv/(\w+)/python", said)) == {programs}


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
def test_ci_runs_the_tests_and_the_rest_with_nobody_to_ask(clone: Path) -> None:
    assert ci(clone) == ["make test", "CI=true", "make sound", "CI=true"]


@pytest.mark.skipif(BASH is None, reason="there is no bash here")
@pytest.mark.parametrize(("tests", "package"), [("browser", "chromium"), ("report", "libpango-1.0-0")])
def test_ci_does_without_a_browser_or_pango_that_cannot_be_had(clone: Path, tests: str, package: str) -> None:
    (clone / "tests" / tests).mkdir(parents=True)
    calls = ci(clone)
    assert [call for call in calls if call.startswith("apt-get install") and package in call]
    assert calls[-4:] == ["make test", "CI=true", "make sound", "CI=true"]


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
    return Counter(name.id for name in plan.references if name.kind != "planning_periods")


def test_a_plan_grown_once_is_the_plan(tmp_path: Path) -> None:
    grow(1, tmp_path)
    for path in SHIPPED.rglob("*.yaml"):
        assert (tmp_path / path.relative_to(SHIPPED)).read_bytes() == path.read_bytes()


def test_a_grown_plan_has_a_measure_for_each_of_its_targets(example: Path, tmp_path: Path) -> None:
    (example / "plan.yaml").write_text("title: Example\n", encoding="utf-8")
    grow(2, tmp_path / "grown", example)
    copy = yaml.safe_load((tmp_path / "grown" / "measures" / "waiting-list-size-2.yaml").read_text(encoding="utf-8"))
    assert copy["id"] == "waiting-list-size-2"


@pytest.mark.parametrize(("measured", "verdict"), [(0.59, "within"), (0.6, "within"), (0.61, "over")])
def test_a_ratio_is_held_against_its_budget(measured: float, verdict: str) -> None:
    assert Ratio("load", 0.6, measured).verdict == verdict


def test_each_run_of_a_benchmark_reads_everything_anew() -> None:
    load(SHIPPED)
    assert read_file.cache_info().currsize > 50
    forget()
    assert (read_file.cache_info().currsize, read_date.cache_info().currsize) == (0, 0)
