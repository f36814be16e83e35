"""A field is said once: added to a copy of a model, it appears everywhere that fields of its kind do.

A field is no column of the tables of a terminal, whose width is spoken for; `show` has it there. Sections, workstreams
and enablers have no sheet of the workbook.
"""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import EXAMPLE, ROOT

PUBLIC = '    risk: Text | None = field("Risk register rating.", "high")\n'
INTERNAL = '    mood: Text | None = field("How the team feels.", "hopeful", audience="internal")\n'
MODELS = {
    "area.py": ("class Milestone(Entity):", "class Checkpoint(Entity):"),
    "section.py": ("class Workstream(Entity):", "class Section(Entity):"),
    "target.py": ("class Target(Entity):",),
    "enabler.py": ("class Enabler(Entity):", "class Commitment(Entity):"),
}
THINGS = {
    "milestones/elective-hub": "planned-care.yaml",
    "workstreams/outpatients": "elective-care.yaml",
    "sections/elective-care": "elective-care.yaml",
    "targets/waiting-list-size": "elective-care.yaml",
    "enablers/estates": "estates.yaml",
}


class Copy:
    """A copy of the package in which models have two fields more, and of a plan that states them."""

    def __init__(self, home: Path) -> None:
        self.plan = home / "plan"
        self._home = home
        shutil.copytree(ROOT / "jfp_cli", home / "jfp_cli", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(ROOT / "templates", home / "templates", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(EXAMPLE, self.plan)
        for name, models in MODELS.items():
            path = home / "jfp_cli" / "model" / name
            text = path.read_text("utf-8")
            for model in models:
                start = text.index(model)
                end = text.find("\n\n\n", start)
                end = len(text.rstrip("\n")) if end < 0 else end
                text = f"{text[:end]}\n{PUBLIC}{INTERNAL.rstrip()}{text[end:]}"
            path.write_text(text, "utf-8")
        for thing in THINGS:
            self.jfp("set", thing, f"risk=Risk of {thing.partition('/')[2]}", f"mood=Mood of {thing.partition('/')[2]}")

    def jfp(self, *arguments: str, code: int = 0) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "jfp_cli", *arguments, "--plan", str(self.plan)],
            cwd=self._home,
            env={**os.environ, "PYTHONPATH": str(self._home)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == code, done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    return Copy(tmp_path_factory.mktemp("copy"))


def test_the_plan_that_states_it_is_valid(copy: Copy) -> None:
    copy.jfp("validate")


@pytest.mark.parametrize("thing", THINGS)
def test_it_is_set_and_shown(copy: Copy, thing: str) -> None:
    shown = json.loads(copy.jfp("show", thing, "--format", "json"))
    name = thing.partition("/")[2]
    assert (shown["risk"], shown["mood"]) == (f"Risk of {name}", f"Mood of {name}")
    assert f"Risk of {name}" in copy.jfp("show", thing)


@pytest.mark.parametrize(
    ("question", "name"),
    [("milestones", "elective-hub"), ("overdue", "patient-portal"), ("targets", "waiting-list-size")],
)
def test_it_stands_in_the_rows_of_questions(copy: Copy, question: str, name: str) -> None:
    rows = json.loads(copy.jfp(question, "--as-of", "2030-01-01", "--format", "json"))
    row = next(row for row in rows if row["id"] == name)
    assert row["risk"] == (None if name == "patient-portal" else f"Risk of {name}")
    cells = list(csv.DictReader(io.StringIO(copy.jfp(question, "--as-of", "2030-01-01", "--format", "csv"))))
    assert {"risk", "mood"} <= set(cells[0])


@pytest.mark.parametrize("thing", THINGS)
def test_it_is_searched(copy: Copy, thing: str) -> None:
    found = json.loads(copy.jfp("search", f"risk of {thing.partition('/')[2]}", "--format", "json"))
    assert f"{thing}.risk" in [row["address"] for row in found]


def test_it_is_among_what_changed(copy: Copy) -> None:
    rows = json.loads(copy.jfp("diff", "--with", str(EXAMPLE), "--format", "json"))
    told = {(row["address"], row["field"]): (row["change"], row["after"]) for row in rows}
    for thing in THINGS:
        name = thing.partition("/")[2]
        assert told[thing, "risk"] == ("changed", f"Risk of {name}")
        assert told[thing, "mood"] == ("changed", f"Mood of {name}")


@pytest.mark.parametrize(
    ("table", "thing"), [("promises", "milestones/elective-hub"), ("targets", "targets/waiting-list-size")]
)
def test_it_is_a_column_for_other_programs(copy: Copy, table: str, thing: str) -> None:
    rows = json.loads(copy.jfp("export", "json"))[table]
    row = next(row for row in rows if row["address"] == thing)
    name = thing.partition("/")[2]
    assert (row["risk"], row["mood"]) == (f"Risk of {name}", f"Mood of {name}")


def test_it_is_described_to_editors(copy: Copy) -> None:
    definitions = json.loads(copy.jfp("schema"))["$defs"]
    for model in ("Milestone", "Checkpoint", "Workstream", "Section", "Target", "Enabler", "Commitment"):
        schema = definitions[model]["properties"]["risk"]
        assert (schema["description"], schema["examples"]) == ("Risk register rating.", ["high"])


@pytest.mark.parametrize("noun", ["milestone", "target", "workstream"])
def test_it_is_added(copy: Copy, noun: str) -> None:
    help_text = copy.jfp("add", "--help")
    assert help_text
    home = {"milestone": ("--area", "planned-care"), "target": ("--section", "elective-care")}
    words = {"milestone": ("--activity", "Open it", "--due", "March 2027"), "target": ("--statement", "Fewer waits")}
    arguments = (*words.get(noun, ("--title", "New work")), *home.get(noun, ("--section", "elective-care")))
    copy.jfp("add", noun, *arguments, "--set", "risk=low", "--id", f"new-{noun}")
    assert json.loads(copy.jfp("show", f"{noun}s/new-{noun}", "--format", "json"))["risk"] == "low"


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize("audience", ["public", "internal"])
def test_it_stands_on_both_pages_for_those_who_may_see_it(copy: Copy, form: str, audience: str) -> None:
    page = copy.jfp("render", "plan", "--format", form, "--audience", audience)
    for thing in THINGS:
        name = thing.partition("/")[2]
        assert f"Risk of {name}" in page, thing
        assert (f"Mood of {name}" in page) == (audience == "internal"), thing


def test_a_mistyped_name_of_it_is_answered(copy: Copy) -> None:
    path = copy.plan / "milestones" / "planned-care.yaml"
    text = path.read_text("utf-8")
    try:
        path.write_text(text.replace("    risk: ", "    rsik: ", 1), "utf-8")
        assert 'did you mean "risk"?' in copy.jfp("validate", code=1)
    finally:
        path.write_text(text, "utf-8")


def test_the_house_style_keeps_its_place(copy: Copy) -> None:
    copy.jfp("fmt")
    text = (copy.plan / "milestones" / "planned-care.yaml").read_text("utf-8")
    assert text.index("risk: Risk of elective-hub") < text.index("mood: Mood of elective-hub")


SHEETS = {"milestones/elective-hub": "Milestones", "targets/waiting-list-size": "Targets"}


@pytest.mark.parametrize("thing", SHEETS)
def test_it_goes_out_in_the_workbook_and_comes_in_again(copy: Copy, thing: str) -> None:
    path, name = copy.plan.parent / "plan.xlsx", thing.partition("/")[2]
    copy.jfp("export", "xlsx", "--output", str(path), "--force")
    book = openpyxl.load_workbook(path)
    sheet = book[SHEETS[thing]]
    columns = {head.value: head.column for head in sheet[1]}
    [row] = [cells[0].row for cells in sheet.iter_rows() if cells[0].value == name]
    assert sheet.cell(row, columns["Risk"]).value == f"Risk of {name}"
    assert sheet.cell(row, columns["Mood"]).value == f"Mood of {name}"
    sheet.cell(row, columns["Mood"]).value = "Quite another mood"
    book.save(path)
    assert f"Mood: Mood of {name}" in copy.jfp("import", str(path))
    assert json.loads(copy.jfp("show", thing, "--format", "json"))["mood"] == "Quite another mood"
    copy.jfp("set", thing, f"mood=Mood of {name}")


def test_it_has_a_column_where_there_are_no_rows_of_its_kind(copy: Copy) -> None:
    path = copy.plan.parent / "sheets.xlsx"
    copy.jfp("export", "xlsx", "--output", str(path))
    book = openpyxl.load_workbook(path)
    for name in ("Milestones", "Checkpoints", "Commitments", "Targets"):
        assert {"Risk", "Mood"} <= {head.value for head in book[name][1]}
