"""`jfp init`: from an empty folder to a plan that is valid, checked in an editor and published."""

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from jfp_cli import __version__
from jfp_cli.loading import load
from jfp_cli.model.plan import Plan
from jfp_cli.values.dates import PlanDate
from tests.cli.conftest import Jfp, Today
from tests.conftest import ROOT

NAMED = ("--organisation", "North Town Integrated Care Board", "--period", "2026-31")
COMMIT = "4f2a91c0d3b5e6f708192a3b4c5d6e7f80919293"
WORKFLOW = ".github/workflows/plan.yml"


class Typed(StringIO):
    """A terminal at which somebody has typed already."""

    def isatty(self) -> bool:
        return True


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def plan_in(folder: Path) -> Plan:
    loaded = load(folder)
    assert loaded.findings == []
    assert loaded.plan is not None
    return loaded.plan


def dates_of(folder: Path) -> Iterator[PlanDate]:
    """Every date of a plan's files that stands after "due:" or "by:"."""
    for path in folder.rglob("*.yaml"):
        for written in re.findall(r"\b(?:due|by): ([^},\n]+)", path.read_text("utf-8")):
            yield PlanDate.parse(written)


def run_steps(workflow: Path) -> list[str]:
    """The commands of a workflow."""
    jobs = yaml.safe_load(workflow.read_text("utf-8"))["jobs"].values()
    return [step["run"] for job in jobs for step in job["steps"] if "run" in step]


def test_a_new_plan_needs_no_more_than_whose_it_is_and_its_years(jfp: Jfp, tmp_path: Path) -> None:
    made = jfp("init", tmp_path, *NAMED)
    assert (made.out, made.code) == ("", 0)
    assert [area.title for area in plan_in(tmp_path / "plan").areas.values()] == ["Planned care"]


@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2026, 4, 1), date(2026, 11, 25), date(2031, 3, 31)])
@pytest.mark.parametrize("period", ["2026-31", "2030-31"])
@pytest.mark.parametrize("areas", [(), ("Cancer", "Planned care", "Dental")])
def test_on_its_first_day_nothing_is_overdue_and_lint_is_content(
    jfp: Jfp, tmp_path: Path, today: Today, day: date, period: str, areas: tuple[str, ...]
) -> None:
    today(day)
    named = [option for area in areas for option in ("--area", area)]
    made = jfp("init", tmp_path, "--organisation", "North Town", "--period", period, *named)
    assert made.code == 0, made.err
    folder = tmp_path / "plan"
    checked = jfp("validate", "--plan", folder)
    assert checked.out.startswith("the plan is valid: 1 section, 1 workstream, 2 targets, ")
    linted = jfp("lint", "--fail-on", "advice", "--as-of", day.isoformat(), "--plan", folder)
    assert linted.code == 0, linted.out
    assert jfp("overdue", "--exit-code", "--as-of", day.isoformat(), "--plan", folder).code == 0


@pytest.mark.parametrize("day", [date(2025, 1, 31), date(2026, 4, 1), date(2028, 12, 31), date(2031, 1, 15)])
def test_the_dates_of_its_examples_lie_in_the_future_of_the_plan(
    jfp: Jfp, tmp_path: Path, today: Today, day: date
) -> None:
    today(day)
    jfp("init", tmp_path, *NAMED)
    found = list(dates_of(tmp_path / "plan"))
    assert len(found) >= 5
    for one in found:
        assert one.last is not None
        assert max(day, date(2026, 4, 1)) <= one.last <= date(2031, 3, 31)


@pytest.mark.parametrize(
    ("starts", "period"),
    [
        *((starts, period) for starts in ("April", "oct") for period in ("2026-27", "2026-28", "2026-31", "2098-2103")),
        *(("January", period) for period in ("2026", "2026 to 2027", "2026 to 2030", "2098 to 2102")),
        ("April", "April 2026 to March 2031"),
    ],
)
def test_a_new_plan_covers_the_years_that_were_asked_for(jfp: Jfp, tmp_path: Path, period: str, starts: str) -> None:
    made = jfp("init", tmp_path, *NAMED[:2], "--period", period, "--year-starts", starts)
    assert made.code == 0, made.err
    settings = plan_in(tmp_path / "plan").settings
    assert settings.period.start.first.day == 1
    assert settings.period.start.first.month == settings.year_starts
    months = settings.year_starts
    spans = [PlanDate.parse(text, months) for text in settings.planning_periods]
    assert (spans[0].first, spans[-1].last) == (settings.period.start.first, settings.period.end.last)


@pytest.mark.parametrize(
    "name", ["North: Town", "#1", "- a", '"quoted"', "it's [one]", "true", "é £ $x", "a\nb", "  b  "]
)
def test_any_name_makes_a_valid_plan(jfp: Jfp, tmp_path: Path, name: str) -> None:
    assert jfp("init", tmp_path, "--organisation", name, "--period", "2026-31", "--area", f"{name} c").code == 0
    plan = plan_in(tmp_path / "plan")
    assert plan.settings.organisation == " ".join(name.split())
    assert [area.title for area in plan.areas.values()] == [" ".join(f"{name} c".split())]


def test_every_file_of_a_new_plan_teaches(jfp: Jfp, tmp_path: Path) -> None:
    jfp("init", tmp_path, *NAMED, "--area", "Planned care", "--area", "Cancer")
    for path in (tmp_path / "plan").rglob("*.yaml"):
        lines = path.read_text("utf-8").splitlines()
        assert lines[0].startswith("# ")
        assert max(map(len, lines)) <= 100


@pytest.mark.parametrize(
    ("areas", "home"),
    [
        (("Cancer", "Elective care", "Dental"), "elective-care"),
        (("Cancer", "Outpatients"), "outpatients"),
        (("Dental", "Cancer"), "dental"),
    ],
)
def test_the_examples_stand_under_the_area_that_fits(
    jfp: Jfp, tmp_path: Path, areas: tuple[str, ...], home: str
) -> None:
    jfp("init", tmp_path, *NAMED, *(option for area in areas for option in ("--area", area)))
    plan = plan_in(tmp_path / "plan")
    assert [area.area for area, _ in plan.milestones()] == [home]


@pytest.mark.parametrize("way", ["copy", "append", "add"])
def test_an_area_without_milestones_takes_the_first_one(jfp: Jfp, tmp_path: Path, way: str) -> None:
    jfp("init", tmp_path, *NAMED, "--area", "Planned care", "--area", "Cancer")
    path = tmp_path / "plan" / "milestones" / "cancer.yaml"
    text = path.read_text("utf-8")
    assert "[]" not in text
    if way == "copy":  # from the file that the comment names
        _, key, example = path.with_name("planned-care.yaml").read_text("utf-8").partition("milestones:\n")
        path.write_text(text + key + example.replace("appointment-reminders", "another-id"), encoding="utf-8")
    elif way == "append":
        path.write_text(text + "milestones:\n  - {id: a, activity: Open it, due: May 2027}\n", encoding="utf-8")
    else:
        added = jfp(
            "add",
            "milestone",
            "--area",
            "cancer",
            "--activity",
            "Open it",
            "--due",
            "May 2027",
            "--plan",
            path.parents[1],
        )
        assert added.code == 0, added.err
    assert len(plan_in(tmp_path / "plan").areas["cancer"].milestones) == 1


def test_the_comments_of_an_area_hold_nothing_that_could_stand_twice(jfp: Jfp, tmp_path: Path) -> None:
    jfp("init", tmp_path, *NAMED, "--area", "Planned care", "--area", "Cancer")
    text = (tmp_path / "plan" / "milestones" / "cancer.yaml").read_text("utf-8")
    assert not re.search(r"^# ?[a-z_]+:$", text, re.MULTILINE)
    assert "milestones/planned-care.yaml" in text


@pytest.mark.parametrize("named", [["Cancer,Dental"], ["Cancer, Dental,"], ["Cancer", "Dental"]])
def test_areas_are_named_one_by_one_or_with_commas(jfp: Jfp, tmp_path: Path, named: list[str]) -> None:
    assert jfp("init", tmp_path, *NAMED, *(word for area in named for word in ("--area", area))).code == 0
    assert list(plan_in(tmp_path / "plan").areas) == ["cancer", "dental"]


def test_the_usual_abbreviations_of_names_come_with_what_they_stand_for(jfp: Jfp, tmp_path: Path) -> None:
    assert jfp("init", tmp_path, "--organisation", "North Town ICB", *NAMED[2:], "--area", "MSK").code == 0
    assert plan_in(tmp_path / "plan").settings.glossary == {
        "ICB": "integrated care board",
        "MSK": "muscles, bones and joints",
    }
    linted = jfp("lint", "--fail-on", "advice", "--plan", tmp_path / "plan")
    assert linted.code == 0, linted.out


def test_what_comes_next_is_said_as_short_as_it_works(
    jfp: Jfp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "\nnext: jfp validate, then" in jfp("init", *NAMED).err
    assert "\nnext: jfp validate --plan other/plan, then" in jfp("init", "other", *NAMED).err
    assert jfp("validate").code == 0


def test_a_plan_that_has_ended_is_begun_with_a_word_about_it(jfp: Jfp, tmp_path: Path, today: Today) -> None:
    today(date(2026, 11, 26))
    assert "this plan ended on 31 March 2004" in jfp("init", tmp_path / "a", *NAMED[:2], "--period", "1999-2004").err
    assert "this plan ended" not in jfp("init", tmp_path / "b", *NAMED).err


def test_the_editor_is_told_of_the_schemas(jfp: Jfp, tmp_path: Path) -> None:
    jfp("init", tmp_path, *NAMED)
    settings = yaml.safe_load((tmp_path / ".vscode" / "settings.json").read_text("utf-8"))
    for schema, patterns in settings["yaml.schemas"].items():
        validator = Draft202012Validator(yaml.safe_load((tmp_path / schema).read_text("utf-8")))
        for path in (path for pattern in patterns for path in tmp_path.glob(pattern)):
            validator.validate(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader))  # noqa: S506 - text alone


@pytest.fixture(params=["", "docs/North Town's #1: plan"])
def repository(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Path]:
    """A git repository, and the folder in it where a plan is to begin."""
    (tmp_path / ".git").mkdir()
    return tmp_path, tmp_path / str(request.param)


def test_in_a_repository_everything_stands_where_it_is_read(jfp: Jfp, repository: tuple[Path, Path]) -> None:
    top, folder = repository
    assert jfp("init", folder, *NAMED).code == 0
    assert (folder / "plan" / "plan.yaml").is_file()
    assert (folder / ".gitattributes").is_file()
    assert (top / WORKFLOW).is_file()
    settings = yaml.safe_load((top / ".vscode" / "settings.json").read_text("utf-8"))
    for schema, patterns in settings["yaml.schemas"].items():
        assert (top / schema).is_file()
        assert [path for pattern in patterns for path in top.glob(pattern)] or "measure" in schema


@pytest.mark.skipif(sys.platform == "win32", reason="the workflow runs on Linux")
def test_the_workflow_checks_and_publishes_with_commands_that_work(
    jfp: Jfp, repository: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    top, folder = repository
    jfp("init", folder, *NAMED)
    (top / "jfp").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m jfp_cli "$@"\n', encoding="utf-8")
    (top / "jfp").chmod(0o755)
    monkeypatch.setenv("PATH", str(top), prepend=":")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(top / "summary.md"))
    install, validate, _, _, *steps, _ = run_steps(top / WORKFLOW)  # without what pull requests alone need
    steps = [validate, *steps]
    assert install == f'python -m pip install "jfp-cli=={__version__}"'
    commands = [name for step in steps for name in re.findall(r"\bjfp ([a-z]+)", step)]
    assert commands == ["validate", "lint", "lint", "status", "render"]
    for step in steps:
        done = subprocess.run(["bash", "-e", "-c", step], cwd=top, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    assert "<h1" in (top / "build" / "index.html").read_text("utf-8")
    summary = (top / "summary.md").read_text("utf-8")
    assert "nothing to find fault with" in summary or "Findings  Code" in summary
    assert "milestone by area and status" in summary


def test_the_workflow_takes_what_it_needs_and_no_more(jfp: Jfp, tmp_path: Path) -> None:
    jfp("init", tmp_path, *NAMED)
    workflow = yaml.safe_load((tmp_path / WORKFLOW).read_text("utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    assert {name: job.get("permissions") for name, job in workflow["jobs"].items()} == {
        "check": None,
        "comment": {"pull-requests": "write"},
        "publish": {"pages": "write", "id-token": "write"},
    }
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"]) for step in steps if "uses" in step)
    assert workflow[True]["schedule"]  # "on", which YAML 1.1 reads as a truth


def test_the_workflow_installs_the_commit_that_was_named(jfp: Jfp, tmp_path: Path) -> None:
    assert jfp("init", tmp_path, *NAMED, "--from", f"https://example.org/nhs/jfp@{COMMIT}").code == 0
    install = run_steps(tmp_path / WORKFLOW)[0]
    assert install == f'python -m pip install "jfp-cli @ git+https://example.org/nhs/jfp@{COMMIT}"'


def test_the_workflow_installs_the_version_that_was_named(jfp: Jfp, tmp_path: Path) -> None:
    assert jfp("init", tmp_path, *NAMED, "--from", "0.2.0").code == 0
    assert run_steps(tmp_path / WORKFLOW)[0] == 'python -m pip install "jfp-cli==0.2.0"'


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("https://example.org/jfp@main", "may be another commit tomorrow"),
        ("https://example.org/jfp@v0.2.0", "git rev-parse v0.2.0 prints it"),
        ("https://example.org/jfp", "is not the address of a repository and a commit"),
        ("jfp@4f2a91c", "is not the address of a repository and a commit"),
        ('https://example.org/"; rm -rf /@4f2a91c', "is not the address of a repository and a commit"),
        ("https://example.org/$HOME@4f2a91c", "is not the address of a repository and a commit"),
    ],
)
def test_what_names_no_commit_is_refused(jfp: Jfp, tmp_path: Path, written: str, said: str) -> None:
    refused = jfp("init", tmp_path, *NAMED, "--from", written)
    assert (refused.out, refused.code) == ("", 2)
    assert said in refused.err
    assert files(tmp_path) == set()


@pytest.mark.parametrize("named", [(), NAMED])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_again_it_brings_the_workflow_up_to_date_and_shows_how(
    jfp: Jfp, repository: tuple[Path, Path], named: tuple[str, ...], newline: str
) -> None:
    top, folder = repository
    jfp("init", folder, *NAMED, "--from", "0.0.1")
    old = (top / WORKFLOW).read_text("utf-8").replace("\n", newline)
    (top / WORKFLOW).write_bytes(old.encode())
    before = {name: (top / name).read_bytes() for name in files(top) - {WORKFLOW}}
    again = jfp("init", folder, *named)
    assert again.code == 0
    assert "is there already, and stays as it is" in again.err
    assert '-        run: python -m pip install "jfp-cli==0.0.1"' in again.out
    assert f'+        run: python -m pip install "jfp-cli=={__version__}"' in again.out
    assert len(re.findall(r"^[-+] ", again.out, re.MULTILINE)) == 2
    assert {name: (top / name).read_bytes() for name in files(top) - {WORKFLOW}} == before
    assert (top / WORKFLOW).read_bytes().count(b"\r\n") == old.count("\r\n")
    once_more = jfp("init", folder)
    assert (once_more.out, once_more.code) == ("", 0)
    assert once_more.err.endswith("the workflow is up to date\n")


def test_again_it_installs_from_where_it_did_until_told_otherwise(jfp: Jfp, tmp_path: Path) -> None:
    source = f"jfp-cli @ git+https://example.org/jfp@{COMMIT}"
    jfp("init", tmp_path, *NAMED, "--from", f"https://example.org/jfp@{COMMIT}")
    before = (tmp_path / WORKFLOW).read_bytes()
    again = jfp("init", tmp_path)
    assert (again.out, again.code) == ("", 0)
    assert f'it installs "{source}" as before; --from {__version__} changes that' in again.err
    assert (tmp_path / WORKFLOW).read_bytes() == before
    told = jfp("init", tmp_path, "--from", __version__)
    assert (f'-        run: python -m pip install "{source}"' in told.out, told.code) == (True, 0)
    assert run_steps(tmp_path / WORKFLOW)[0] == f'python -m pip install "jfp-cli=={__version__}"'


def test_again_it_keeps_what_was_changed_in_the_workflow(jfp: Jfp, tmp_path: Path) -> None:
    jfp("init", tmp_path, *NAMED)
    changed = (tmp_path / WORKFLOW).read_text("utf-8").replace("branches: [main]", "branches: [trunk]")
    (tmp_path / WORKFLOW).write_text(changed, encoding="utf-8")
    assert jfp("init", tmp_path, "--from", f"https://example.org/jfp@{COMMIT}").code == 0
    after = (tmp_path / WORKFLOW).read_text("utf-8")
    assert after == changed.replace(f"jfp-cli=={__version__}", f"jfp-cli @ git+https://example.org/jfp@{COMMIT}")


def test_again_it_writes_a_workflow_that_is_not_there(jfp: Jfp, tmp_path: Path) -> None:
    jfp("init", tmp_path, *NAMED)
    before = (tmp_path / WORKFLOW).read_bytes()
    (tmp_path / WORKFLOW).unlink()
    assert jfp("init", tmp_path).code == 0
    assert (tmp_path / WORKFLOW).read_bytes() == before


def test_again_it_leaves_a_workflow_of_your_own_alone(jfp: Jfp, tmp_path: Path) -> None:
    jfp("init", tmp_path, *NAMED)
    mine = "name: Mine\njobs: {check: {steps: [{run: jfp validate}]}}\n"
    (tmp_path / WORKFLOW).write_text(mine, encoding="utf-8")
    refused = jfp("init", tmp_path)
    assert (refused.out, refused.code) == ("", 2)
    assert "so it was left alone; move it away, and jfp init writes its own" in refused.err
    assert (tmp_path / WORKFLOW).read_text("utf-8") == mine


@pytest.mark.parametrize("place", ["", "west"])
def test_a_workflow_for_something_else_keeps_its_name(jfp: Jfp, tmp_path: Path, place: str) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / WORKFLOW).parent.mkdir(parents=True)
    (tmp_path / WORKFLOW).write_text("name: Terraform\n", encoding="utf-8")
    begun = jfp("init", tmp_path / place, *NAMED)
    ours = (tmp_path / WORKFLOW).with_name(f"plan-{place or 'jfp'}.yml")
    assert (f"wrote {ours.as_posix()}\n" in begun.err, begun.code) == (True, 0)
    assert "jfp validate" in run_steps(ours)[1]
    assert (tmp_path / WORKFLOW).read_text("utf-8") == "name: Terraform\n"
    assert jfp("init", tmp_path / place).err.endswith("the workflow is up to date\n")


def test_beside_a_workflow_that_runs_jfp_no_other_is_written(jfp: Jfp, tmp_path: Path) -> None:
    (tmp_path / WORKFLOW).parent.mkdir(parents=True)
    mine = "jobs: {plan: {uses: example/jfp/.github/workflows/plan.yml@4f2a91c}}\n"
    (tmp_path / WORKFLOW).write_text(mine, encoding="utf-8")
    begun = jfp("init", tmp_path, *NAMED)
    assert begun.code == 0
    assert "no workflow was written: one in " in begun.err
    assert [path.name for path in (tmp_path / WORKFLOW).parent.iterdir()] == ["plan.yml"]
    assert (tmp_path / WORKFLOW).read_text("utf-8") == mine


def test_a_second_plan_of_a_repository_has_a_workflow_of_its_own(jfp: Jfp, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert jfp("init", tmp_path / "east", *NAMED).code == 0
    assert jfp("init", tmp_path / "west", *NAMED).code == 0
    names = {path.name: run_steps(path) for path in (tmp_path / WORKFLOW).parent.iterdir()}
    assert {name: steps[1].strip() for name, steps in names.items()} == {
        "plan.yml": "jfp validate --plan east/plan",
        "plan-west.yml": "jfp validate --plan west/plan",
    }
    settings = yaml.safe_load((tmp_path / ".vscode" / "settings.json").read_text("utf-8"))
    assert settings["yaml.schemas"]["./.jfp/schema/plan.json"] == ["east/plan/plan.yaml", "west/plan/plan.yaml"]


@pytest.mark.parametrize(
    "name", ["plan/sections/mine.yaml", "plan/notes.yml", "plan/milestones", ".jfp/schema/plan.json"]
)
def test_nothing_is_overwritten(jfp: Jfp, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine", encoding="utf-8")
    refused = jfp("init", tmp_path, *NAMED)
    assert (refused.out, refused.code) == ("", 2)
    top = "plan/sections" if name.startswith("plan/sections") else name
    assert refused.err == (
        f"jfp: nothing was written, because these are there already: {tmp_path.as_posix()}/{top}; "
        "move them away, or begin the plan in another folder: jfp init DIR\n"
    )
    assert files(tmp_path) == {name}
    assert path.read_text("utf-8") == "mine"


@pytest.mark.parametrize("name", ["plan/notes.txt", "plan/papers/board.docx", "plan/milestones/notes.txt"])
def test_what_is_no_part_of_a_plan_stays_beside_it(jfp: Jfp, tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_text("mine", encoding="utf-8")
    assert jfp("init", tmp_path, *NAMED).code == 0
    assert load(tmp_path / "plan").findings == []
    assert (tmp_path / name).read_text("utf-8") == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_nothing_is_written_through_a_link(jfp: Jfp, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "milestones").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert jfp("init", tmp_path, *NAMED).code == 2
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_what_stands_in_the_way_is_all_listed(jfp: Jfp, tmp_path: Path) -> None:
    assert jfp("init", tmp_path, *NAMED).code == 0
    (tmp_path / "plan" / "plan.yaml").unlink()
    (tmp_path / ".jfp" / "schema" / "plan.json").write_text("{}", encoding="utf-8")
    before = {name: (tmp_path / name).read_bytes() for name in files(tmp_path)}
    refused = jfp("init", tmp_path, *NAMED)
    assert refused.code == 2
    for name in (".jfp/schema/plan.json", "plan/sections", "plan/milestones"):
        assert f"{tmp_path.as_posix()}/{name}" in refused.err
    assert {name: (tmp_path / name).read_bytes() for name in files(tmp_path)} == before


def test_the_attributes_of_a_repository_stay_its_own(jfp: Jfp, tmp_path: Path) -> None:
    (tmp_path / ".gitattributes").write_text("*.docx binary\n", encoding="utf-8")
    assert jfp("init", tmp_path, *NAMED).code == 0
    assert (tmp_path / ".gitattributes").read_text("utf-8") == "*.docx binary\n"


def test_the_settings_of_an_editor_are_added_to(jfp: Jfp, tmp_path: Path) -> None:
    settings = tmp_path / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text('// ours\n{"editor.rulers": [100]}', encoding="utf-8")
    assert jfp("init", tmp_path, *NAMED).code == 0
    comment, _, rest = settings.read_text("utf-8").partition("\n")
    assert comment == "// ours"
    assert list(yaml.safe_load(rest)) == ["editor.rulers", "yaml.schemas"]


def test_settings_that_cannot_be_added_to_stop_everything(jfp: Jfp, tmp_path: Path) -> None:
    settings = tmp_path / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text("{", encoding="utf-8")
    refused = jfp("init", tmp_path, *NAMED)
    assert refused.code == 2
    assert "cannot be read as settings" in refused.err
    assert files(tmp_path) == {".vscode/settings.json"}


def test_a_folder_that_is_not_there_is_made(jfp: Jfp, tmp_path: Path) -> None:
    assert jfp("init", tmp_path / "a" / "b", *NAMED).code == 0
    assert load(tmp_path / "a" / "b" / "plan").findings == []


def test_a_folder_beside_a_repository_is_no_part_of_it(
    jfp: Jfp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "repository")
    assert jfp("init", "../beside", *NAMED).code == 0
    assert (tmp_path / "beside" / WORKFLOW).is_file()
    assert files(tmp_path / "repository") == set()


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        *(
            ("--period", written, f'--period: "{written}" is not the years of a plan; write whole financial years')
            for written in ("TBC", "31-27", "27-32", "FY27-32", "next year")
        ),
        ("--period", "March 2026", '--period: "March 2026" does not begin and end with a financial year; write'),
        ("--period", "April 2026 onwards", "does not begin and end with a financial year"),
        ("--period", "2027-43", "is 16 years, and a plan covers 15 at most; write"),
        ("--organisation", "   ", "jfp: --organisation: a plan is somebody's; write a name"),
        ("--organisation", "", "jfp: --organisation: a plan is somebody's; write a name"),
        ("--year-starts", "Apple", '"Apple" is no month'),
        ("--area", "planned-care", '"planned-care" is named twice'),
        ("--area", "!!", "has no letter"),
        ("--area", "日本", '"日本" has no letter from a to z and no digit for the id of the area; write a name'),
    ],
)
def test_what_makes_no_plan_is_refused(jfp: Jfp, tmp_path: Path, option: str, value: str, said: str) -> None:
    refused = jfp("init", tmp_path, *NAMED, "--area", "Planned care", option, value)
    assert (refused.out, refused.code) == ("", 2)
    assert said in refused.err
    assert files(tmp_path) == set()


@pytest.mark.parametrize("left_out", [0, 2])
def test_where_nobody_can_be_asked_the_options_are_needed(process: Jfp, tmp_path: Path, left_out: int) -> None:
    refused = process("init", tmp_path, *NAMED[:left_out], *NAMED[left_out + 2 :])
    assert (refused.out, refused.code) == ("", 2)
    assert refused.err == (
        'jfp: where nobody can be asked, init needs --organisation "NAME" and --period, like --period 2027-32\n'
    )
    assert files(tmp_path) == set()


def test_at_a_terminal_it_asks(jfp: Jfp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Typed("North Town\nJuly\n2027-32\nCancer, Dental\n"))
    made = jfp("init", tmp_path)
    assert made.code == 0, made.err
    plan = plan_in(tmp_path / "plan")
    assert plan.settings.organisation == "North Town"
    assert plan.settings.period.start.text == "2027-07-01"
    assert list(plan.areas) == ["cancer", "dental"]


def test_at_a_terminal_it_asks_again_and_says_why(jfp: Jfp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = ("  ", "North Town", "Aprl", "April", "27-32", "2027-32", "Cancer, cancer", "Cancer")
    monkeypatch.setattr(sys, "stdin", Typed("\n".join(typed) + "\n"))
    made = jfp("init", tmp_path)
    assert made.code == 0, made.err
    for said in (
        "a plan is somebody's;",
        '"Aprl" is no month;',
        '"27-32" is not the years',
        '"cancer" is named twice;',
    ):
        assert said in made.err
    assert made.err.startswith("Whose plan is it?")
    assert "?:" not in made.err
    assert list(plan_in(tmp_path / "plan").areas) == ["cancer"]


def test_at_a_terminal_a_slip_in_an_option_is_asked_about(
    jfp: Jfp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Typed("North Town\n\n2027-32\n\n"))
    made = jfp("init", tmp_path, "--period", "27-32")
    assert made.code == 0, made.err
    assert '"27-32" is not the years of a plan' in made.err


def test_at_a_terminal_only_what_is_missing_is_asked_and_most_has_an_answer(
    jfp: Jfp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Typed("\n\n\n"))
    made = jfp("init", tmp_path, *NAMED[:2])
    assert made.code == 0, made.err
    assert "Whose plan" not in made.err
    assert load(tmp_path / "plan").findings == []


def test_where_enough_is_given_nothing_is_asked(jfp: Jfp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Typed(""))
    made = jfp("init", tmp_path, *NAMED)
    assert made.code == 0, made.err


def test_its_templates_are_part_of_the_package() -> None:
    hatchling = pytest.importorskip("hatchling.builders.wheel")
    held = {Path(file.path).as_posix() for file in hatchling.WheelBuilder(str(ROOT)).recurse_included_files()}
    found = (ROOT / "jfp_cli" / "start" / "new_plan").rglob("*")
    templates = {path.as_posix() for path in found if path.is_file()}
    assert len(templates) == 14
    assert templates <= held
