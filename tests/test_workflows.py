"""What runs elsewhere, held against its schema and run here: workflows, the jobs for GitLab, pre-commit's hooks."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from jfp_cli import __version__
from jfp_cli.cli.door import main
from jfp_cli.start.workflow import released
from tests.conftest import ROOT, SHIPPED
from tests.docs.pages import DOCS, blocks
from tests.source.test_git import Git, committed, in_folder

WORKFLOWS = ROOT / ".github" / "workflows"
GUIDE = [block for block in blocks("yaml") if block.page == DOCS / "ci.md"]
CALLER, AUDIT, GITLAB, SHOWN = (
    next(block.text for block in GUIDE if word in block.title) for word in ("call", "audit", "GitLab", "hook")
)
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
RIGHTS = {
    "Plan": {"publish": {"pages": "write", "id-token": "write"}, "comment": {"pull-requests": "write"}},
    "Release": {
        "publish": {"id-token": "write"},
        "release": {"contents": "write", "id-token": "write", "attestations": "write"},
    },
}
PROPOSALS = ("Compare", "Lint what changed", "Say what changed")  # steps of pull requests alone
PINNED = re.compile(r"^ *- uses: (\S+@[0-9a-f]{40}) # (v\d+\.\d+\.\d+)$", re.MULTILINE)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="workflows run on Linux")


def read(text: str) -> dict[Any, Any]:
    found = yaml.safe_load(text)
    assert isinstance(found, dict)
    return found


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The workflow that `jfp init` writes."""
    folder = tmp_path_factory.mktemp("begun")
    assert main(["init", str(folder), "--organisation", "North Town", "--period", "2027-32"]) == 0
    return (folder / ".github" / "workflows" / "plan.yml").read_text(encoding="utf-8")


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the shipped plan, where programs are found that run this jfp and write down what pip is told."""
    folder, programs = tmp_path / "clone", tmp_path / "programs"
    shutil.copytree(SHIPPED, folder / "plan")
    programs.mkdir()
    for name, text in {
        "jfp": f'exec "{sys.executable}" -m jfp_cli "$@"',
        "python": f'case "$1 $2" in "-m pip") echo "$@" >> {tmp_path}/pip;; *) exec "{sys.executable}" "$@";; esac',
        "pip": f'echo "-m pip $@" >> {tmp_path}/pip',
    }.items():
        (programs / name).write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(programs), prepend=":")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    return folder


def run(script: str, folder: Path, environment: dict[str, str] | None = None) -> str:
    """What a step says that is run as GitHub does."""
    with pytest.MonkeyPatch.context() as changed:
        for name, value in (environment or {}).items():
            changed.setenv(name, value)
        command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script]
        done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def steps(workflow: dict[Any, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job.get("steps", ())


def schema_faults(schema: str, path: Path) -> str:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.parametrize("name", sorted(path.name for path in WORKFLOWS.iterdir()))
def test_a_workflow_fits_its_schema(name: str) -> None:
    assert schema_faults("github-workflows", WORKFLOWS / name) == ""


def test_what_is_written_for_others_fits_its_schema(begun: str, tmp_path: Path) -> None:
    ours = [(text, "github-workflows") for text in (begun, CALLER, AUDIT)]
    for text, schema in (*ours, (GITLAB, "gitlab-ci")):
        (tmp_path / "file.yml").write_text(text, encoding="utf-8")
        assert schema_faults(schema, tmp_path / "file.yml") == ""


def test_a_fault_of_a_workflow_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "file.yml").write_text("on: push\njobs: {a: {runs-on: x, step: []}}\n", encoding="utf-8")
    assert "step" in schema_faults("github-workflows", tmp_path / "file.yml")


def test_every_action_is_pinned_by_its_commit_and_the_same_everywhere(begun: str) -> None:
    texts = [*(path.read_text(encoding="utf-8") for path in WORKFLOWS.iterdir()), begun]
    pins: dict[str, tuple[str, str]] = {}
    for text in texts:
        found = PINNED.findall(text)
        assert len(found) == text.count("- uses:") > 0
        for action, tag in found:
            assert pins.setdefault(action.partition("@")[0], (action, tag)) == (action, tag)


def test_a_workflow_takes_no_more_than_it_needs(begun: str) -> None:
    for text in (*(path.read_text(encoding="utf-8") for path in WORKFLOWS.iterdir()), begun):
        workflow = read(text)
        assert workflow["permissions"] == {"contents": "read"}
        assert workflow["concurrency"]["group"]
        for name, job in workflow["jobs"].items():
            assert job["timeout-minutes"] <= 45
            assert job.get("permissions") == RIGHTS.get(workflow["name"], {}).get(name)
        for step in steps(workflow):
            assert "${{" not in step.get("run", "")  # what others type is data, never a part of a script
            if "checkout" in step.get("uses", ""):
                assert step["with"] == {"fetch-depth": 0, "persist-credentials": False}


def test_the_plan_is_published_every_morning(begun: str) -> None:
    for text in (begun, (WORKFLOWS / "plan.yml").read_text(encoding="utf-8")):
        assert re.fullmatch(r"\d+ [456] \* \* \*", read(text)[True]["schedule"][0]["cron"])


def test_every_system_checks_with_the_oldest_python_and_the_newest() -> None:
    matrix = read((WORKFLOWS / "ci.yml").read_text(encoding="utf-8"))["jobs"]["check"]["strategy"]["matrix"]
    assert {system.partition("-")[0] for system in matrix["system"]} == {"ubuntu", "windows", "macos"}
    declared = re.findall(r"Python :: (3\.\d+)", (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert matrix["python"] == [declared[0], declared[-1]]


def test_ci_runs_what_make_knows() -> None:
    for name in ("ci.yml", "release.yml"):
        made = [line for step in steps(read((WORKFLOWS / name).read_text("utf-8"))) for line in _lines(step)]
        assert any(line.startswith("make check ") for line in made)
        for line in made:
            if line.startswith("make "):
                run(f"{line} --dry-run", ROOT)


def _lines(step: dict[str, Any]) -> list[str]:
    return str(step.get("run", "")).splitlines()


def test_a_release_is_published_from_a_tag_alone_and_by_nobody_s_password() -> None:
    text = (WORKFLOWS / "release.yml").read_text(encoding="utf-8")
    jobs = read(text)["jobs"]
    assert jobs["publish"]["if"] == "github.ref_type == 'tag'"
    assert set(jobs["publish"]["needs"]) == {"build", "windows", "image"}
    assert jobs["release"]["needs"] == "publish"
    assert "secrets." not in text


def test_what_a_release_offers_is_made_by_what_there_is() -> None:
    text = (WORKFLOWS / "release.yml").read_text(encoding="utf-8")
    words = re.findall(r"python -m release (\w+)", text)
    assert {"check", "notes", "brew", "winget"} <= set(words)
    for word in words:
        done = subprocess.run(
            [sys.executable, "-m", "release", word, "--help"], cwd=ROOT, check=False, stdout=subprocess.DEVNULL
        )
        assert done.returncode == 0


@pytest.mark.parametrize("called", [False, True])
def test_the_steps_of_the_plan_workflow_run(clone: Path, tmp_path: Path, called: bool) -> None:
    workflow = read((WORKFLOWS / "plan.yml").read_text(encoding="utf-8"))
    inputs = {name: given["default"] for name, given in workflow[True]["workflow_call"]["inputs"].items()}
    environment = {}
    for name, value in workflow["jobs"]["check"]["env"].items():
        expression = re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \|\| '(.*)' \}\}", value)
        assert expression
        environment[name] = str(inputs[expression[1]]) if called else expression[2]
    for step in steps(workflow):
        if "run" in step and step["name"] not in PROPOSALS:
            run(step["run"], clone, environment)
    pip = (tmp_path / "pip").read_text(encoding="utf-8").strip()
    assert pip == f"-m pip install {released(__version__) if called else '.'}"
    assert "<h1" in (clone / "build" / "index.html").read_text(encoding="utf-8")
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert summary.startswith("### ")
    assert "are not annotated" in summary
    assert "\n```text\nFindings  Code" in summary
    assert "milestones by area and status" in summary


def test_a_new_plan_is_checked_as_the_shipped_one_is(begun: str) -> None:
    ours, theirs = read((WORKFLOWS / "plan.yml").read_text(encoding="utf-8")), read(begun)
    given = {"$INSTALL": released(__version__), ' --plan "$PLAN"': "", '"$FAIL_ON"': "error"}
    for step in steps(ours):
        for name, value in given.items():
            if "run" in step:
                step["run"] = step["run"].replace(name, value)
    assert list(steps(ours)) == list(steps(theirs))


def test_a_caller_gives_what_is_taken() -> None:
    called = read((WORKFLOWS / "plan.yml").read_text(encoding="utf-8"))
    (job,) = read(CALLER)["jobs"].values()
    assert job["uses"].partition("@")[0].endswith("/.github/workflows/plan.yml")
    assert set(job["with"]) <= set(called[True]["workflow_call"]["inputs"])
    rights = {name: right for each in called["jobs"].values() for name, right in each.get("permissions", {}).items()}
    assert job["permissions"] == {"contents": "read"} | rights


def test_an_audit_asks_about_the_version_that_is_installed() -> None:
    (step,) = steps(read(AUDIT))
    assert released(__version__).replace("==", "[all]==") in step["run"]


def test_the_scripts_for_gitlab_run(clone: Path, tmp_path: Path) -> None:
    for job in read(GITLAB).values():
        if isinstance(job, dict) and "script" in job:
            run("\n".join(job["script"]), clone)
    assert (tmp_path / "pip").read_text(encoding="utf-8").strip() == f"-m pip install {released(__version__)}"
    assert (clone / "public" / "index.html").is_file()
    assert json.loads((clone / "lint.json").read_text(encoding="utf-8"))[0]["check_name"].startswith("JFP")


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_takes_the_files_that_change(hook: dict[str, Any], clone: Path) -> None:
    names = [path.relative_to(clone).as_posix() for path in clone.rglob("*.yaml")]
    assert [name for name in names if not re.search(hook["files"], name)] == []
    assert not re.search(hook["files"], "planning/notes.yaml")
    path = clone / "plan" / "milestones" / "dental.yaml"
    good = path.read_text(encoding="utf-8")
    run(f"{hook['entry']} {' '.join(names)}", clone)
    assert path.read_text(encoding="utf-8") == good
    bad = good.replace("due: April 2027", "due:   Aprl 2027")
    assert bad != good
    path.write_text(bad, encoding="utf-8")
    if hook["id"] == "jfp-fmt":  # pre-commit stops where a hook changes a file
        run(f"{hook['entry']} plan/milestones/dental.yaml", clone)
        assert path.read_text(encoding="utf-8") == bad.replace("due:   ", "due: ")
    else:
        with pytest.raises(AssertionError, match="Aprl 2027"):
            run(f"{hook['entry']} plan/milestones/dental.yaml", clone)


def test_the_hooks_that_are_shown_are_those_there_are() -> None:
    (shown,) = read(SHOWN)["repos"]
    assert {hook["id"] for hook in shown["hooks"]} == {hook["id"] for hook in HOOKS}
    assert shown["rev"] == f"v{__version__}"


GH = """#!/bin/sh
echo "$@" >> "$ASKED"
case "$*" in *--paginate*) [ -e "$REFUSED" ] && exit 1; cat "$THERE" 2> /dev/null;; *) cp changes.md "$WRITTEN";; esac
exit 0
"""


@pytest.fixture
def proposed(clone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """The clone as GitHub gives it for a pull request that moves a date: a merge commit of what is proposed."""
    for name in ("ASKED", "REFUSED", "THERE", "WRITTEN", "GITHUB_ENV", "GITHUB_OUTPUT"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    (tmp_path / "programs" / "gh").write_text(GH, encoding="utf-8")
    (tmp_path / "programs" / "gh").chmod(0o755)
    git = in_folder(clone)
    path = clone / "plan" / "milestones" / "dental.yaml"
    git("init", "-q", "-b", "main")
    committed(git, "Begin", "2025-04-01")
    git("checkout", "-q", "-b", "proposal")
    path.write_text(path.read_text("utf-8").replace("due: April 2027", "due: June 2027"), encoding="utf-8")
    committed(git, "Move a date", "2025-05-01")
    git("checkout", "-q", "main")
    other = clone / "plan" / "plan.yaml"
    other.write_text(other.read_text("utf-8").replace("organisation: ", "organisation: New "), encoding="utf-8")
    committed(git, "Somebody else's change", "2025-05-02")
    git("update-ref", "refs/remotes/origin/main", "HEAD")
    git("checkout", "-q", "--detach", "HEAD")
    git("merge", "-q", "--no-ff", "proposal", "-m", "Merge")
    return git


def step(begun: str, name: str) -> str:
    return next(str(step["run"]) for step in steps(read(begun)) if step.get("name") == name)


def test_a_pull_request_is_compared_with_what_it_is_merged_into(
    begun: str, proposed: Git, clone: Path, tmp_path: Path
) -> None:
    given = {"PROPOSED": proposed("rev-parse", "proposal").strip(), "GITHUB_BASE_REF": "main"}
    run(step(begun, "Compare"), clone, given)
    changes = (clone / "changes.md").read_text("utf-8")
    assert changes.startswith("<!-- jfp diff plan/ -->\n**1 change: 1 date moved without a reason**\n")
    assert changes in (tmp_path / "summary.md").read_text("utf-8")
    assert (tmp_path / "github_env").read_text("utf-8") == f"BASE={proposed('rev-parse', 'main').strip()}\n"
    head, *told, end = (tmp_path / "github_output").read_text("utf-8").splitlines()
    assert head == f"changes<<{end}"
    assert "\n".join([*told, ""]) == changes


def test_a_branch_that_is_no_merge_is_compared_with_where_it_left_the_other(
    begun: str, proposed: Git, clone: Path
) -> None:
    proposed("checkout", "-q", "proposal")
    run(step(begun, "Compare"), clone, {"PROPOSED": "", "GITHUB_BASE_REF": "main"})
    assert "**1 change: 1 date moved without a reason**" in (clone / "changes.md").read_text("utf-8")


def test_a_silent_move_is_annotated(begun: str, proposed: Git, clone: Path) -> None:
    base = proposed("rev-parse", "main").strip()
    (told,) = run(step(begun, "Lint what changed"), clone, {"BASE": base}).splitlines()
    assert told.startswith("::warning file=plan/milestones/dental.yaml,")
    assert "JFP701" in told


def test_a_base_without_the_plan_is_not_compared_with(begun: str, proposed: Git, clone: Path, tmp_path: Path) -> None:
    proposed("checkout", "-q", "--orphan", "empty")
    proposed("rm", "-q", "-r", "--cached", ".")
    proposed("commit", "-q", "--allow-empty", "-m", "Nothing yet")
    proposed("update-ref", "refs/remotes/origin/main", "HEAD")
    proposed("add", ".")
    proposed("commit", "-q", "-m", "A plan")
    run(step(begun, "Compare"), clone, {"PROPOSED": "", "GITHUB_BASE_REF": "main"})
    assert not (tmp_path / "github_env").exists()
    assert not (tmp_path / "github_output").exists()


@pytest.mark.usefixtures("proposed")
@pytest.mark.parametrize("there", ["", "17\n23\n"])
def test_one_comment_is_written_and_kept_up_to_date(begun: str, clone: Path, tmp_path: Path, there: str) -> None:
    (tmp_path / "there").write_text(there, encoding="utf-8")
    changes = "<!-- jfp diff plan/ -->\n**1 change**\n\n### 1 date moved"
    run(step(begun, "Say what changed"), clone, {"CHANGES": changes, "ISSUES": "repos/a/b/issues", "NUMBER": "7"})
    _, wrote = (tmp_path / "asked").read_text("utf-8").splitlines()
    assert wrote.startswith(
        "api --method PATCH repos/a/b/issues/comments/17 " if there else "api repos/a/b/issues/7/comments "
    )
    assert (tmp_path / "written").read_text("utf-8") == f"{changes}\n"


@pytest.mark.usefixtures("proposed")
def test_nobody_is_told_that_nothing_changed_but_who_was_told_otherwise(
    begun: str, clone: Path, tmp_path: Path
) -> None:
    given = {"CHANGES": "<!-- jfp diff plan/ -->\n**Nothing changed**", "ISSUES": "repos/a/b/issues", "NUMBER": "7"}
    run(step(begun, "Say what changed"), clone, given)
    assert not (tmp_path / "written").exists()
    (tmp_path / "there").write_text("17\n", encoding="utf-8")
    run(step(begun, "Say what changed"), clone, given)
    assert "Nothing changed" in (tmp_path / "written").read_text("utf-8")


@pytest.mark.usefixtures("proposed")
def test_a_token_that_may_not_comment_fails_nothing(begun: str, clone: Path, tmp_path: Path) -> None:
    (tmp_path / "refused").write_text("", encoding="utf-8")
    given = {"CHANGES": "<!-- x -->\n### 1 date", "ISSUES": "repos/a/b/issues", "NUMBER": "7"}
    assert "::notice::No comment could be written" in run(step(begun, "Say what changed"), clone, given)
