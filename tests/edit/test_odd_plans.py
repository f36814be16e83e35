"""Changes of plans that are not all that they should be."""

import os
import shlex
import sys
from pathlib import Path

import pytest

from jfp_cli.cli.door import main
from jfp_cli.loading import load
from tests.conftest import ChangePlan


@pytest.mark.parametrize("stray", ["notes.yaml", "archive/cancer.yaml"])
def test_a_file_that_nothing_reads_keeps_nobody_from_a_change(stray: str, example: Path) -> None:
    (example / stray).parent.mkdir(exist_ok=True)
    (example / stray).write_text("title: Cancer\n", encoding="utf-8")
    assert main(["set", "elective-hub", "owner=Estates lead", "--plan", str(example)]) == 0
    assert "owner: Estates lead" in (example / "milestones" / "planned-care.yaml").read_text(encoding="utf-8")


PORTAL = "    activity: Give every patient the portal\n"
PLANNED_CARE, ELECTIVE_CARE = "milestones/planned-care.yaml", "sections/elective-care.yaml"
STAFF, READINGS = "sections/staff-retention.yaml", "measures/waiting-list-size.yaml"
EMPTY = {
    "a reading": (READINGS, None, "record waiting-list-size 5 --at 2026-01", '  - {at: 2026-01, value: "5"}'),
    "a move": (
        PLANNED_CARE,
        "moves",
        "move patient-portal --to 'May 2027' --because late --on 2026-01-10",
        "    moves:\n      - {from: March 2027, to: May 2027, date: 2026-01-10, because: late}",
    ),
    "an update": (
        PLANNED_CARE,
        "updates",
        "complete patient-portal --on 2026-01-10 --note Done",
        "    updates:\n      - {date: 2026-01-10, note: Done}",
    ),
    "evidence": (
        PLANNED_CARE,
        "evidence",
        "complete patient-portal --evidence https://example.org",
        "    evidence: [https://example.org]",
    ),
    "places": (PLANNED_CARE, "places", "set patient-portal places=north-town", "    places: [north-town]"),
    "workstreams": (
        PLANNED_CARE,
        "places:\n    owner",
        "set patient-portal places=north-town",
        "    places: [north-town]\n    owner:",
    ),
    "a text": (PLANNED_CARE, "owner", "set patient-portal owner=Lead", "    owner: Lead"),
}


@pytest.mark.parametrize(("file", "key", "command", "after"), EMPTY.values(), ids=EMPTY)
@pytest.mark.parametrize("written", ["{}:", "{}: ", "{}:   # none yet", "{}: ~", "{}: []"])
def test_a_key_that_holds_nothing_is_filled(
    file: str, key: str | None, command: str, after: str, written: str, change: ChangePlan
) -> None:
    if key is None:
        plan = change(file, f"id: waiting-list-size\ntitle: Open elective pathways\n{written.format('readings')}\n")
    else:
        plan = change(file, PORTAL, f"{PORTAL}    {written.format(key)}\n")
    assert main([*shlex.split(command), "--plan", str(plan)]) == 0
    text = (plan / file).read_text(encoding="utf-8")
    comment = written.partition("#")[1]
    assert after in text.replace("   # none yet", "")
    assert ("# none yet" in text) == bool(comment)
    assert load(plan).findings == [] or "owner" in str(key)


def test_a_list_that_holds_nothing_takes_a_new_thing(change: ChangePlan) -> None:
    change("milestones/workforce.yaml", "area: workforce\ntitle: Workforce\nmilestones:  # none yet\n")
    plan = change("plan.yaml", "    sections: [staff-retention]\n", "    sections:  # none yet\n")
    (plan / STAFF).unlink()
    for command in (
        "add milestone --area workforce --activity Retire --due 2027-28",
        "add section --title Dental --part Workforce",
    ):
        assert main([*shlex.split(command), "--plan", str(plan)]) == 0
    assert (plan / "milestones" / "workforce.yaml").read_text(encoding="utf-8") == (
        "area: workforce\ntitle: Workforce\nmilestones:  # none yet\n"
        "  - id: retire\n    activity: Retire\n    due: 2027-28\n"
    )
    assert "    sections: [dental]  # none yet\n" in (plan / "plan.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("written", ["north-town", "{north-town: yes}", "[north-town]"])
def test_a_list_is_set_whatever_stood_there(written: str, change: ChangePlan) -> None:
    plan = change(PLANNED_CARE, PORTAL, f"{PORTAL}    places: {written}  # both?\n")
    assert main(["set", "patient-portal", "places=north-town,south-vale", "--plan", str(plan)]) == 0
    text = (plan / PLANNED_CARE).read_text(encoding="utf-8")
    assert "    places: [north-town, south-vale]" in text
    assert load(plan).findings == []


@pytest.mark.parametrize("written", ["{}: text", "{}: {{a: b}}", "{0}: text\n    {0}: []"])
@pytest.mark.parametrize(
    ("key", "command"),
    [
        ("moves", "move patient-portal --to 2030 --because late"),
        ("updates", "complete patient-portal --note Done"),
        ("evidence", "complete patient-portal --evidence https://example.org"),
    ],
)
def test_nothing_is_entered_in_what_is_no_list(
    key: str, command: str, written: str, change: ChangePlan, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = change(PLANNED_CARE, PORTAL, f"{PORTAL}    {written.format(key)}\n")
    before = (plan / PLANNED_CARE).read_bytes()
    assert main([*shlex.split(command), "--plan", str(plan)]) == 2
    assert f'has no list under "{key}"; write what stands there as one first' in capsys.readouterr().err
    assert (plan / PLANNED_CARE).read_bytes() == before


def test_a_key_that_holds_nothing_can_be_taken_out(change: ChangePlan) -> None:
    plan = change(PLANNED_CARE, PORTAL, f"{PORTAL}    owner:  # who?\n")
    before = (plan / PLANNED_CARE).read_text(encoding="utf-8")
    assert main(["set", "patient-portal", "owner=", "--plan", str(plan)]) == 0
    assert (plan / PLANNED_CARE).read_text(encoding="utf-8") == before.replace("    owner:  # who?\n", "")


def test_a_part_that_cannot_be_read_moves_no_section_into_another(change: ChangePlan) -> None:
    plan = change("plan.yaml", "  - part: Priorities\n", "  - part: Priorities\n    about: x\n")
    assert main(["add", "section", "--title", "Dental", "--part", "Workforce", "--plan", str(plan)]) == 0
    text = (plan / "plan.yaml").read_text(encoding="utf-8")
    assert "sections: [elective-care]" in text
    assert "sections: [staff-retention, dental]" in text


QUESTIONS = (
    *("validate", "lint", "render", "render overdue", "index", "coverage", "status", "milestones", "targets"),
    *("search staff", "overdue", "due", "show plan", "fmt --check", "schema --with-ids", "render --format md"),
    *("lint --format sarif", "lint --format github", "lint --format junit", "validate --format json"),
    *("set elective-hub owner=Lead", "add workstream --section elective-care --title Digital"),
)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (STAFF, "id: staff-retention\n", "id: staff-retentions\n"),
        ("milestones/workforce.yaml", "area: workforce\n", "area: people\n"),
        ("enablers/estates.yaml", "id: estates\n", "id: estate\n"),
        (READINGS, "id: waiting-list-size\n", "id: staff-turnover\n"),
    ],
    ids=["section", "area", "enabler", "measure"],
)
def test_an_id_that_is_not_its_file_s_name_is_the_plan_s_fault(
    file: str, old: str, new: str, change: ChangePlan, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = change(file, old, new)
    for question in QUESTIONS:
        code = main([*shlex.split(question), "--plan", str(plan)])
        said = capsys.readouterr()
        assert "fault of jfp" not in said.err, question
        assert code in (0, 1), question
    assert main(["validate", "--plan", str(plan)]) == 1
    assert "id-differs-from-file" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_name_that_is_no_text_is_read_and_shown(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd = os.fsdecode(b"workforce\xff.yaml")
    (example / "milestones" / "workforce.yaml").rename(example / "milestones" / odd)
    for question in QUESTIONS:
        code = main([*shlex.split(question), "--plan", str(example)])
        said = capsys.readouterr()
        assert "fault of jfp" not in said.err, question
        assert code in (0, 1), question
    assert main(["lint", "--format", "sarif", "--plan", str(example)]) == 1
    assert "workforce%FF.yaml" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("x\udcff", "the byte 0xff, which is not UTF-8"),
        ("\ufdd0", "U+FDD0"),
        ("x\ufffe", "U+FFFE"),
        ("\ud83d", "U+D83D"),
    ],
)
def test_a_value_that_is_no_text_is_the_fault_of_the_value(
    text: str, reason: str, example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in example.rglob("*.yaml")}
    for command in (
        ["set", "elective-hub", f"owner={text}"],
        ["set", "staff-wellbeing", f"introduction={text}"],
        ["add", "area", "--title", text, "--id", "audiology"],
        ["rename", "FIT", text],
    ):
        assert main([*command, "--plan", str(example)]) == 2
        assert f"is not text: it holds {reason}; type it again" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in example.rglob("*.yaml")} == before


@pytest.mark.parametrize("name", ["con", "nul", "prn", "aux", "com1", "lpt9"])
def test_a_name_that_windows_keeps_for_itself_is_no_id(
    name: str, example: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for command in (
        ["add", "area", "--title", "Audiology", "--id", name],
        ["rename", "areas/workforce", name],
        ["rename", "milestones/elective-hub", name],
    ):
        assert main([*command, "--plan", str(example)]) == 2
        assert f'"{name}" cannot be an id: Windows has no files of that name' in capsys.readouterr().err
    begun = ["init", str(tmp_path / "new"), "--organisation", "North Town", "--period", "2027-32", "--area", name]
    assert main(begun) == 2
    assert "Windows has no files of that name" in capsys.readouterr().err
    assert main(["add", "area", "--title", name.upper(), "--plan", str(example)]) == 0
    assert (example / "milestones" / f"{name}-2.yaml").exists()


@pytest.mark.parametrize("name", ["null", "true", "2026", "1e5"])
def test_an_id_that_others_would_read_as_something_else_is_one(name: str, tmp_path: Path) -> None:
    begun = ["init", str(tmp_path), "--organisation", "North Town", "--period", "2027-32", "--area", name]
    assert main(begun) == 0
    plan = tmp_path / "plan"
    assert load(plan).findings == []
    assert main(["add", "area", "--title", name, "--id", f"{name}-2", "--plan", str(plan)]) == 0
    assert f'title: "{name}"' in (plan / "milestones" / f"{name}-2.yaml").read_text(encoding="utf-8")
