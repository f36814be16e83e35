"""States of a plan, from real repositories."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from jfp_cli.loading import load, load_texts
from jfp_cli.model.kinds import FOLDERS
from jfp_cli.source.folder import read_plan
from jfp_cli.source.git import GitError, Repository, commit_of, plan_of, repository_of
from jfp_cli.values.calendar import Calendar
from tests.conftest import ChangePlan

Git = Callable[..., str]


@pytest.fixture
def git(example: Path) -> Git:
    """Run git in the folder above the example: `git("commit", "-m", "More", day="2025-04-01")`."""
    return in_folder(example.parent)


def in_folder(folder: Path) -> Git:
    def run(*arguments: str, day: str = "2025-04-01", time: str = "12:00:00+0000") -> str:
        names = {f"GIT_{who}_{what}": f"jfp {who}" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        dates = {f"GIT_{who}_DATE": f"{day}T{time}" for who in ("AUTHOR", "COMMITTER")}
        around = {**os.environ, **names, **dates, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        command = ["git", "-c", "init.defaultBranch=main", *arguments]
        return subprocess.run(
            command, cwd=folder, env=around, check=True, capture_output=True, encoding="utf-8"
        ).stdout.strip()

    return run


def committed(git: Git, message: str, day: str, time: str = "12:00:00+0000") -> str:
    git("add", "--all")
    git("commit", "-q", "-m", message, day=day, time=time)
    return git("rev-parse", "HEAD")


@pytest.fixture
def first(git: Git) -> str:
    """The example as the first commit of a repository."""
    git("init", "-q")
    return committed(git, "Begin", "2025-04-01")


def meant(root: Path, state: str, editions: dict[str, str] | None = None) -> str:
    return commit_of(repository_of(root), state, editions or {}, Calendar())


def test_a_commit_gives_the_files_that_the_folder_has(example: Path, first: str) -> None:
    files = plan_of(repository_of(example), first, FOLDERS)
    assert files == read_plan(example, FOLDERS)
    assert load_texts(example, files).plan == load(example).plan


def test_an_earlier_state_is_read_without_touching_the_present_one(
    example: Path, git: Git, first: str, change: ChangePlan
) -> None:
    change("milestones/workforce.yaml", "area: workforce\ntitle: Changed\n")
    before = {path: path.read_bytes() for path in example.rglob("*") if path.is_file()}
    texts = {file.path: file.text for file in plan_of(repository_of(example), first, FOLDERS)}
    assert "Changed" not in (texts["milestones/workforce.yaml"] or "")
    assert {path: path.read_bytes() for path in example.rglob("*") if path.is_file()} == before
    assert git("status", "--porcelain") == "M plan/milestones/workforce.yaml"


def test_folders_within_and_files_of_other_names_are_as_in_the_folder(example: Path, git: Git, first: str) -> None:
    (example / "sections" / "2026").mkdir()
    shutil.move(example / "sections" / "staff-retention.yaml", example / "sections" / "2026" / "staff-retention.yaml")
    (example / "sections" / "other.yml").write_text("id: other\n", "utf-8")
    (example / "enablers" / "bad.yaml").write_bytes(b"title: caf\xe9\n")
    (example / "notes.txt").write_text("no plan file", "utf-8")
    commit = committed(git, "Move", "2025-05-01")
    assert commit != first
    assert plan_of(repository_of(example), commit, FOLDERS) == read_plan(example, FOLDERS)


def test_a_link_is_said_and_not_followed(example: Path, git: Git, first: str) -> None:
    assert first
    (example / "sections" / "linked.yaml").symlink_to("elective-care.yaml")
    commit = committed(git, "Link", "2025-05-01")
    linked = next(file for file in plan_of(repository_of(example), commit, FOLDERS) if file.name == "linked")
    assert (linked.text, "link" in linked.problem) == (None, True)


@pytest.mark.parametrize("below", ["", "north/strategy/", "caf\u00e9 [1]/"])
def test_the_plan_may_stand_anywhere_in_the_repository(tmp_path: Path, example: Path, below: str) -> None:
    top = tmp_path / "repository"
    plan = top / below / "plan" if below else top
    plan.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(example, plan, dirs_exist_ok=True)
    git = in_folder(top)
    git("init", "-q")
    commit = committed(git, "Begin", "2025-04-01")
    assert plan_of(repository_of(plan), commit, FOLDERS) == read_plan(plan, FOLDERS)


def test_states_are_named_by_days_tags_revisions_and_editions(
    example: Path, git: Git, first: str, change: ChangePlan
) -> None:
    git("tag", "-a", "v2025", "-m", "The first edition")
    change("milestones/workforce.yaml", "area: workforce\ntitle: Workforce\n")
    second = committed(git, "Change", "2025-06-10", "23:30:00-0500")
    assert {meant(example, state) for state in ("HEAD", "main", second[:8], "2025-06-10", "10 June 2025")} == {second}
    assert {meant(example, state) for state in ("HEAD~1", "v2025", "2025-06-09", "2025-04-01")} == {first}
    editions = {"2024 to 2029": "main", "2025-30": "v2025"}
    assert meant(example, "2025-30", editions) == first
    assert meant(example, "last", editions) == first
    assert meant(example, "2024 to 2029", editions) == second


def test_a_day_means_what_the_branch_had_and_not_what_was_merged_later(
    example: Path, git: Git, first: str, change: ChangePlan
) -> None:
    git("checkout", "-q", "-b", "side")
    change("milestones/workforce.yaml", "area: workforce\ntitle: Changed\n")
    side = committed(git, "Change aside", "2025-05-01")
    git("checkout", "-q", "main")
    git("merge", "-q", "--no-ff", "-m", "Merge", "side", day="2025-07-01")
    assert meant(example, "2025-06-01") == first
    assert meant(example, "2025-07-01") == git("rev-parse", "main") != side


@pytest.mark.parametrize(
    "state", ["--output=x", "-", "^HEAD", "", "no-such-tag", "HEAD:plan", "HEAD..HEAD", "a b", "v1\x00"]
)
def test_what_is_no_revision_is_said(example: Path, first: str, state: str) -> None:
    assert first
    with pytest.raises(GitError, match="revision"):
        meant(example, state)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("HEAD~1..HEAD", "two with a space between them"),
        ("HEAD^{tree}", "files that git keeps"),
        ("2025-02-30", "February 2025 has 28 days"),
        ("31 June 2025", "June has 30 days"),
        ("June 2025", 'not one day; write "1 June 2025"'),
    ],
)
def test_what_is_nearly_a_state_is_said_with_what_to_write(example: Path, first: str, state: str, said: str) -> None:
    assert first
    with pytest.raises(GitError, match=said):
        meant(example, state)


def test_spaces_around_a_state_and_a_tag_like_a_day_mean_what_they_say(example: Path, git: Git, first: str) -> None:
    git("tag", "2025-02-30")
    assert {meant(example, state) for state in (" HEAD ", "2025-02-30")} == {first}


def test_a_tag_and_a_branch_of_one_name_are_not_guessed_at(
    example: Path, git: Git, first: str, change: ChangePlan
) -> None:
    git("tag", "v1")
    git("branch", "v1")
    assert meant(example, "v1") == first
    change("milestones/workforce.yaml", "area: workforce\ntitle: Changed\n")
    second = committed(git, "Change", "2025-06-10")
    git("branch", "-f", "v1")
    with pytest.raises(GitError, match='"v1" is a tag and another branch; write tags/v1 or heads/v1'):
        meant(example, "v1")
    assert [meant(example, state) for state in ("tags/v1", "heads/v1")] == [first, second]
    assert meant(example, "last", {"2025-30": "v1"}) == first


@pytest.mark.parametrize("state", ["last", "2025-30"])
def test_an_edition_whose_tag_is_not_here_is_said(example: Path, first: str, state: str) -> None:
    assert first
    with pytest.raises(GitError, match=r'the edition "2025-30" has the tag "v2025".*git fetch --tags'):
        meant(example, state, {"2025-30": "v2025"})


def test_a_day_before_the_first_commit_is_said(example: Path, first: str) -> None:
    assert first
    with pytest.raises(GitError, match="31 March 2025: the first commit is of 1 April 2025"):
        meant(example, "2025-03-31")


def test_a_shallow_clone_is_said_where_it_does_not_reach(
    tmp_path: Path, example: Path, git: Git, first: str, change: ChangePlan
) -> None:
    change("milestones/workforce.yaml", "area: workforce\ntitle: Changed\n")
    committed(git, "Change", "2025-06-10")
    in_folder(tmp_path)("clone", "-q", "--depth", "1", example.parent.as_uri(), "shallow")
    plan = tmp_path / "shallow" / "plan"
    for state in (first, "2025-05-01", "HEAD~1"):
        with pytest.raises(GitError, match="--unshallow"):
            meant(plan, state)
    assert meant(plan, "2025-06-10") == git("rev-parse", "HEAD")


def test_a_partial_clone_is_said_and_nothing_is_fetched(
    tmp_path: Path, example: Path, git: Git, first: str, change: ChangePlan
) -> None:
    git("config", "uploadpack.allowFilter", "true")
    change("milestones/workforce.yaml", "area: workforce\ntitle: Changed\n")
    committed(git, "Change", "2025-06-10")
    in_folder(tmp_path)("clone", "-q", "--filter=blob:none", example.parent.as_uri(), "partial")
    repository = repository_of(tmp_path / "partial" / "plan")
    with pytest.raises(GitError, match="only a part of the repository"):
        plan_of(repository, first, FOLDERS)


def test_no_repository_no_commit_and_no_git_are_said(
    example: Path, git: Git, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(GitError, match="in no git repository"):
        repository_of(example)
    git("init", "-q")
    with pytest.raises(GitError, match="there is no commit yet"):
        meant(example, "HEAD")
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    with pytest.raises(GitError, match="git is not installed"):
        repository_of(example)


def test_a_plan_whose_folder_was_renamed_since_is_read_from_where_it_stood(
    example: Path, git: Git, first: str, change: ChangePlan
) -> None:
    change("milestones/workforce.yaml", "area: workforce\ntitle: Changed\n")
    other = example.parent / "north" / "strategy"
    other.parent.mkdir()
    example.rename(other)
    committed(git, "Rename the folder, and more", "2025-06-10")
    before = plan_of(repository_of(other), first, FOLDERS)
    assert [file.path for file in before] == [file.path for file in read_plan(other, FOLDERS)]
    assert "Changed" not in str([file.text for file in before])


def test_a_plan_that_stood_elsewhere_is_said(example: Path, git: Git, first: str) -> None:
    shutil.copytree(example, example.with_name("strategy"))
    committed(git, "Copy the folder", "2025-06-10")
    example.rename(example.with_name("moved"))  # and not committed
    for there in ("strategy", "moved"):
        repository = repository_of(example.with_name(there))
        with pytest.raises(GitError, match=rf"no {there}/plan.yaml, but plan/plan.yaml.*git worktree add"):
            plan_of(repository, first, FOLDERS)


def test_what_a_hook_sets_for_its_own_repository_does_not_lead_elsewhere(
    example: Path, first: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"):
        monkeypatch.setenv(name, str(tmp_path / "elsewhere"))
    assert repository_of(example) == Repository(example, "plan/", is_shallow=False)
    assert meant(example, "HEAD") == first


def test_a_repository_of_somebody_else_is_said_with_the_line_that_mends_it(
    example: Path, first: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert first
    for name, value in {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(GitError, match=r"belongs to somebody else.*git config --global --add safe.directory \S+"):
        repository_of(example)


def test_the_last_edition_of_a_plan_without_editions_is_said(example: Path, first: str) -> None:
    assert first
    with pytest.raises(GitError, match=r"plan\.yaml names no editions"):
        meant(example, "last")


def test_a_work_tree_of_its_own_is_a_repository(tmp_path: Path, git: Git, first: str) -> None:
    git("worktree", "add", "-q", str(tmp_path / "aside"), "--detach", first)
    assert meant(tmp_path / "aside" / "plan", "HEAD") == first
