"""`jfp init`: from an empty folder to a plan that is valid, checked in an editor and published."""

import re
import sys
from io import StringIO
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from jfp_cli.loading import load
from jfp_cli.values.dates import PlanDate
from tests.cli.conftest import Jfp
from tests.conftest import ROOT

NAMED = ("--organisation", "North Town Integrated Care Board", "--period", "2026-31", "--area", "Planned care")


class Typed(StringIO):
    """A terminal at which somebody has typed already."""

    def isatty(self) -> bool:
        return True


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_new_plan_is_valid_and_lints_clean(jfp: Jfp, tmp_path: Path) -> None:
    made = jfp("init", tmp_path, *NAMED, "--area", "Cancer")
    assert (made.out, made.code) == ("", 0)
    checked = jfp("validate", "--plan", tmp_path / "plan")
    assert checked.out.startswith(
        "the plan is valid: 1 section, 1 workstream, 1 target, 2 areas, 1 milestone, 1 enabler"
    )
    linted = jfp("lint", "--fail-on", "advice", "--as-of", "2026-01-31", "--plan", tmp_path / "plan")
    assert linted.code == 0, linted.out


@pytest.mark.parametrize("period", ["2026-27", "2026-28", "2026-31", "2098-2103", "April 2026 to March 2031"])
@pytest.mark.parametrize("starts", ["April", "oct", "January"])
def test_a_new_plan_covers_the_years_that_were_asked_for(jfp: Jfp, tmp_path: Path, period: str, starts: str) -> None:
    if period.startswith("April") and starts != "April":
        pytest.skip("these are no financial years then")
    options = [*NAMED[:2], "--period", period, *NAMED[4:], "--year-starts", starts]
    made = jfp("init", tmp_path, *options)
    assert made.code == 0, made.err
    loaded = load(tmp_path / "plan")
    assert loaded.findings == []
    assert loaded.plan is not None
    settings = loaded.plan.settings
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
    loaded = load(tmp_path / "plan")
    assert loaded.plan is not None
    assert loaded.plan.settings.organisation == " ".join(name.split())
    assert [area.title for area in loaded.plan.areas.values()] == [" ".join(f"{name} c".split())]


def test_every_file_of_a_new_plan_teaches(jfp: Jfp, tmp_path: Path) -> None:
    jfp("init", tmp_path, *NAMED, "--area", "Cancer")
    for path in (tmp_path / "plan").rglob("*.yaml"):
        lines = path.read_text("utf-8").splitlines()
        assert lines[0].startswith("# ")
        assert max(map(len, lines)) <= 100


def test_the_editor_is_told_of_the_schemas(jfp: Jfp, tmp_path: Path) -> None:
    jfp("init", tmp_path, *NAMED)
    settings = yaml.safe_load((tmp_path / ".vscode" / "settings.json").read_text("utf-8"))
    for schema, patterns in settings["yaml.schemas"].items():
        validator = Draft202012Validator(yaml.safe_load((tmp_path / schema).read_text("utf-8")))
        for path in (path for pattern in patterns for path in tmp_path.glob(pattern)):
            validator.validate(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader))  # noqa: S506 - text alone


def test_the_workflow_checks_and_publishes_with_commands_that_work(
    jfp: Jfp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jfp("init", tmp_path, *NAMED)
    monkeypatch.chdir(tmp_path)
    workflow = yaml.safe_load((tmp_path / ".github" / "workflows" / "plan.yml").read_text("utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    runs = [step["run"].split() for step in steps if step.get("run", "").startswith("jfp ")]
    assert [run[1] for run in runs] == ["validate", "lint", "render"]
    for run in runs:
        found = jfp(*run[1:])
        assert found.code == 0, found.out + found.err
    assert (tmp_path / "build" / "index.html").is_file()
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"]) for step in steps if "uses" in step)


@pytest.mark.parametrize(
    "name",
    ["plan/sections/mine.yaml", ".gitattributes", ".github/workflows/plan.yml", ".jfp/schema/plan.json"],
)
def test_nothing_is_overwritten(jfp: Jfp, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine", encoding="utf-8")
    refused = jfp("init", tmp_path, *NAMED)
    assert (refused.out, refused.code) == ("", 2)
    top = name if not name.startswith("plan/") else "plan/sections"
    assert refused.err == f"jfp: nothing was written, because these are there already: {tmp_path.as_posix()}/{top}\n"
    assert files(tmp_path) == {name}
    assert path.read_text("utf-8") == "mine"


def test_what_stands_in_the_way_is_all_listed(jfp: Jfp, tmp_path: Path) -> None:
    assert jfp("init", tmp_path, *NAMED).code == 0
    before = {name: (tmp_path / name).read_bytes() for name in files(tmp_path)}
    refused = jfp("init", tmp_path, *NAMED)
    assert refused.code == 2
    for name in (".gitattributes", ".github/workflows/plan.yml", "plan/plan.yaml", "plan/milestones"):
        assert f"{tmp_path.as_posix()}/{name}" in refused.err
    assert {name: (tmp_path / name).read_bytes() for name in files(tmp_path)} == before


def test_the_settings_of_an_editor_are_added_to(jfp: Jfp, tmp_path: Path) -> None:
    settings = tmp_path / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text('{"editor.rulers": [100]}', encoding="utf-8")
    assert jfp("init", tmp_path, *NAMED).code == 0
    assert list(yaml.safe_load(settings.read_text("utf-8"))) == ["editor.rulers", "yaml.schemas"]


def test_settings_that_cannot_be_added_to_stop_everything(jfp: Jfp, tmp_path: Path) -> None:
    settings = tmp_path / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text("// mine\n{}", encoding="utf-8")
    refused = jfp("init", tmp_path, *NAMED)
    assert refused.code == 2
    assert "is not plain JSON" in refused.err
    assert files(tmp_path) == {".vscode/settings.json"}


def test_a_folder_that_is_not_there_is_made(jfp: Jfp, tmp_path: Path) -> None:
    assert jfp("init", tmp_path / "a" / "b", *NAMED).code == 0
    assert load(tmp_path / "a" / "b" / "plan").findings == []


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--period", "TBC", "TBC"),
        ("--period", "March 2026", "is no span of whole financial years; write it like 2026-31"),
        ("--period", "April 2026 onwards", "is no span of whole financial years"),
        ("--year-starts", "Apple", '"Apple" is no month'),
        ("--area", "planned-care", '"planned-care" is named twice'),
        ("--area", "!!", "has no letters"),
    ],
)
def test_what_makes_no_plan_is_refused(jfp: Jfp, tmp_path: Path, option: str, value: str, said: str) -> None:
    refused = jfp("init", tmp_path, *NAMED, option, value)
    assert (refused.out, refused.code) == ("", 2)
    assert said in refused.err
    assert files(tmp_path) == set()


@pytest.mark.parametrize("left_out", [0, 2, 4])
def test_where_nobody_can_be_asked_the_options_are_needed(process: Jfp, tmp_path: Path, left_out: int) -> None:
    refused = process("init", tmp_path, *NAMED[:left_out], *NAMED[left_out + 2 :])
    assert (refused.out, refused.code) == ("", 2)
    assert (
        refused.err == "jfp: where nobody can be asked, init needs --organisation, --period and at least one --area\n"
    )
    assert files(tmp_path) == set()


def test_at_a_terminal_it_asks(jfp: Jfp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Typed("North Town\nJuly\n2027-32\nCancer, Dental\n"))
    made = jfp("init", tmp_path)
    assert made.code == 0, made.err
    loaded = load(tmp_path / "plan")
    assert loaded.plan is not None
    assert loaded.plan.settings.organisation == "North Town"
    assert loaded.plan.settings.period.start.text == "2027-07-01"
    assert list(loaded.plan.areas) == ["cancer", "dental"]


def test_at_a_terminal_only_what_is_missing_is_asked_and_most_has_an_answer(
    jfp: Jfp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Typed("\n\n\n"))
    made = jfp("init", tmp_path, *NAMED[:2])
    assert made.code == 0, made.err
    assert "Whose plan" not in made.err
    assert load(tmp_path / "plan").findings == []


def test_its_templates_are_part_of_the_package() -> None:
    hatchling = pytest.importorskip("hatchling.builders.wheel")
    held = {Path(file.path).as_posix() for file in hatchling.WheelBuilder(str(ROOT)).recurse_included_files()}
    templates = {path.as_posix() for path in (ROOT / "jfp_cli" / "start" / "new_plan").iterdir()}
    assert len(templates) == 7
    assert templates <= held
