"""The commands that change the plan: what they write, what they say, and when they write nothing."""

import io
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jfp_cli.cli.app import COMMANDS, group
from jfp_cli.cli.door import main
from jfp_cli.cli.new_thing import NOUNS, NewThing
from jfp_cli.edit.creating import OF_NOUN
from jfp_cli.edit.whereabouts import homes_of
from jfp_cli.loading import load
from jfp_cli.model.field import fields_of
from jfp_cli.model.kinds import KINDS, model_of
from jfp_cli.model.own import PLAIN
from tests.conftest import SHIPPED, ChangePlan

WRITING = ("set", "complete", "move", "record", "add", "rename", "remove")
QUESTIONS = ("overdue", "due", "milestones", "targets", "search", "show", "status", "index", "coverage")
GIT = shutil.which("git")


def texts(plan: Path) -> dict[str, bytes]:
    """Every file of a plan."""
    return {str(path.relative_to(plan)): path.read_bytes() for path in plan.rglob("*") if path.is_file()}


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A copy of the shipped plan in a git repository."""
    plan = Path(shutil.copytree(SHIPPED, tmp_path / "repository" / "plan"))
    git(plan, "init", "-q")
    git(plan, "add", "-A")
    return plan


def git(plan: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=plan.parent, capture_output=True, encoding="utf-8", check=True)
    return done.stdout


DIFFS = [
    (["set", "fit-informed-referrals", "status=on_track"], ["+    status: on_track"]),
    (["set", "fit-informed-referrals", "due=May 2025"], ["-    due: April 2025", "+    due: May 2025"]),
    (
        ["complete", "fit-informed-referrals", "--on", "2025-04-20", "--evidence", "https://example.org/fit"],
        ["+    status: complete", "+    completed: 2025-04-20", "+    evidence: [https://example.org/fit]"],
    ),
    (
        ["move", "fit-informed-referrals", "--to", "June 2026", "--because", "late", "--on", "2026-01-10"],
        [
            "-    due: April 2025",
            "+    due: June 2026",
            "+    moves:",
            "+      - {from: April 2025, to: June 2026, date: 2026-01-10, because: late}",
        ],
    ),
    (
        ["record", "waiting-list-size", "148,300", "--at", "2025-06"],
        [
            *("+id: waiting-list-size", "+title: Open elective pathways", "+readings:"),
            '+  - {at: 2025-06, value: "148,300"}',
        ],
    ),
    (
        ["add", "milestone", "--area", "cancer", "--activity", "Train every reader", "--due", "2027-28"],
        ["+", "+  - id: train-reader", "+    activity: Train every reader", "+    due: 2027-28"],
    ),
    (
        ["rename", "fit-informed-referrals", "fit-referrals"],
        ["-  - id: fit-informed-referrals", "+  - id: fit-referrals"],
    ),
    (
        ["remove", "cancer-waiting-standards"],
        [
            "-  - id: cancer-waiting-standards",
            "-    activity: Meet the Faster Diagnosis Standard (FDS) and the 62-day standard",
            "-    due: April 2025",
            "-    workstreams: [elective-waiting-times, earlier-cancer-diagnosis]",
            "-",
        ],
    ),
]


@pytest.mark.skipif(GIT is None, reason="there is no git here")
@pytest.mark.parametrize(("command", "lines"), DIFFS, ids=[command[0] for command, _ in DIFFS])
def test_git_shows_only_the_lines_that_should_change(command: list[str], lines: list[str], shipped: Path) -> None:
    assert main([*command, "--plan", str(shipped)]) == 0
    git(shipped, "add", "-AN")
    shown = git(shipped, "diff", "-U0").splitlines()
    changed = [line for line in shown if line.startswith(("+", "-")) and not line.startswith(("+++", "---"))]
    assert changed == lines
    assert load(shipped).findings == []


@pytest.mark.parametrize(("command", "lines"), DIFFS, ids=[command[0] for command, _ in DIFFS])
def test_a_dry_run_shows_the_change_and_makes_none(
    command: list[str], lines: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = Path(shutil.copytree(SHIPPED, tmp_path / "plan"))
    before = texts(plan)
    assert main([*command, "--plan", str(plan), "--dry-run"]) == 0
    said = capsys.readouterr()
    assert set(lines) <= set(said.out.splitlines())
    assert said.err.startswith("would have ")
    assert texts(plan) == before


def test_what_was_done_is_said_on_standard_error(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["set", "rostering", "status=on_track", "--plan", str(example)])
    said = capsys.readouterr()
    assert said.out.startswith("--- a/milestones/workforce.yaml\n+++ b/milestones/workforce.yaml\n@@ ")
    assert said.err == "set status=on_track of milestones/rostering\n"


def test_a_terminal_shows_the_change_in_colours(
    example: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    main(["set", "rostering", "status=on_track", "--plan", str(example)])
    said = capsys.readouterr().out
    assert "\033[31m-    status: cancelled\033[0m" in said
    assert "\033[32m+    status: on_track\033[0m" in said


def test_a_terminal_does_not_obey_what_is_written(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["set", "rostering", "owner=\u202eevil", "--plan", str(example)])
    said = capsys.readouterr()
    assert "\u202e" not in said.out + said.err


@pytest.mark.parametrize(
    ("command", "fault"),
    [
        (["set", "rostering", "due=someday"], "bad-date"),
        (["set", "rostering", "status=done"], "wrong-value"),
        (["set", "rostering", "places=nowhere"], "dangling-reference"),
        (["set", "rostering", "due="], "missing-key"),
        (["set", "waiting-list-size", "target=lots"], "bad-figure"),
        (["add", "milestone", "--area", "workforce", "--activity", "X", "--due", "TBC"], "bad-date"),
        (
            ["add", "workstream", "--section", "staff-retention", "--title", "X", "--area", "nowhere"],
            "dangling-reference",
        ),
    ],
)
def test_a_plan_that_would_not_be_valid_is_not_written(
    command: list[str], fault: str, example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = texts(example)
    assert main([*command, "--plan", str(example)]) == 1
    said = capsys.readouterr()
    assert f" {fault}]" in said.out
    assert said.err.endswith("nothing was written\n")
    assert texts(example) == before


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (["set", "rosterin", "status=on_track"], 'did you mean "rostering"?'),
        (["set", "rostering", "statsu=on_track"], 'has no field "statsu"; did you mean "status"?'),
        (["set", "rostering", "id=rota"], "jfp rename milestones/rostering rota"),
        (["set", "rostering", "checkpoints=x"], "checkpoints[0].due=..."),
        (["set", "waiting-list-size", "baseline=x"], "baseline.value=..."),
        (["set", "rostering", "checkpoints[3].due=May 2026"], "has no checkpoints[3] yet; the next entry is"),
        (["set", "rostering", "evidence[1]=https://example.org"], "the next entry is evidence[0]"),
        (["set", "rostering", "due=May 2026", "due=June 2026"], "given 2 values"),
        (["set", "north-town", "title=x"], "jfp set plan places.north-town="),
        (["set", "rostering"], "at least one id and one FIELD=VALUE"),
        (["complete", "waiting-list-size"], "is no promise"),
        (["move", "waiting-list-size", "--to", "2030", "--because", "x"], '"due=2030" "updates[0].date='),
        (["complete", "patient-portal.checkpoints[9]"], "has no checkpoints[9]"),
        (["complete", "rostering", "--on", "soon"], '--on: "soon" cannot be tracked; write the latest day'),
        (["complete", "rostering", "--on", ""], "--on is empty; write a text after it, or leave it out"),
        (["complete", "rostering", "--note", " "], "--note is empty"),
        (["complete", "rostering", "--evidence", ""], "--evidence is empty"),
        (["record", "waiting-list-size", "many", "--at", "2026-07"], 'VALUE: "many" is not a figure'),
        (["record", "waiting-list-size", "5", "--at", ""], "--at is empty; write a text after it\n"),
        (["record", "waiting-list-size", "5", "--at", "2026-07", "--source", ""], "--source is empty"),
        (
            ["move", "endoscopy-unit", "--to", "TBC", "--because", "x"],
            '--to: "TBC" is not settled; write the date once',
        ),
        (["move", "endoscopy-unit", "--to", "", "--because", "x"], "--to is empty; write a text after it\n"),
        (["move", "endoscopy-unit", "--to", "2027", "--because", " "], "--because is empty; write a text after it\n"),
        (["move", "endoscopy-unit", "--to", "2027", "--because", "x", "--on", "yesterday"], '--on: "yesterday"'),
        (["move", "endoscopy-unit", "--to", "2027", "--because", "x", "--agreed-by", ""], "--agreed-by is empty"),
        (["move", "endoscopy-unit", "--to", "Autumn 2025", "--because", "x"], "is due Autumn 2025 already\n"),
        (
            ["move", "endoscopy-unit", "--to", "September to November 2025", "--because", "x"],
            "is due Autumn 2025 already, and September to November 2025 are the same days\n",
        ),
        (["move", "elective-hub", "--to", "2027", "--because", "x"], "is complete, so its date moves no more; if"),
        (
            ["move", "elective-hub", "--to", "2027", "--because", "x"],
            "open after all, write first: jfp set milestones/elective-hub status=on_track completed=\n",
        ),
        (
            ["move", "rostering", "--to", "2027", "--because", "x"],
            "open after all, write first: jfp set milestones/rostering status=on_track\n",
        ),
        (["move", "patient-portal.checkpoints[0]", "--to", "May 2026", "--because", "x"], "is complete, so its date"),
        (["record", "rostering", "5", "--at", "2026-01"], "nothing can be measured"),
        (["record", "waiting-list-size", "5", "--at", "2025-06"], "a reading of 2025-06 is there already"),
        (["record", "waiting-list-size", "5", "--at", "whenever"], "--at: "),
        (["rename", "rostering", "exit-interviews"], "is there already, at "),
        (["rename", "rostering", "Rota!"], "cannot be an id"),
        (["rename", "rostering", "rostering"], "is called that already"),
        (["rename", "staff-retention", "../../x"], "cannot be an id"),
        (["rename", "plan", "x"], "has no id to change"),
        (["remove", "plan"], "is no thing of its own"),
        (["add", "milestone", "--area", "workforce", "--activity", "X"], "a milestone needs --due"),
        (["add", "area", "--title", "X", "--due", "May 2026"], "an area takes no --due"),
        (["add", "target", "--statement", "X"], "needs --section, or --workstream"),
        (["add", "workstream", "--section", "a,b", "--title", "X"], "goes into one section, not 2"),
        (["add", "workstream", "--section", "estates", "--title", "X"], 'did you mean "enablers/estates"?'),
        (["add", "area", "--title", "X", "--id", "workforce"], "areas/workforce is there already"),
        (["add", "area", "--title", "X", "--id", "../../x"], '"../../x" cannot be an id'),
        (["add", "section", "--title", "X", "--part", "Nowhere"], "the parts are: "),
        (["add", "milestones", "--title", "X"], 'did you mean "milestone"?'),
        (
            ["add", "enabler", "--title", "X", "--set", "titel=Y"],
            'an enabler has no field "titel"; did you mean "title"?',
        ),
        (["add", "enabler", "--title", "X", "--set", "title=Y"], "title is given twice, with --title and with --set"),
        (["add", "enabler", "--title", "X", "--set", "topics[1].title=Y"], "the next entry is topics[0]"),
        (["add", "enabler", "--title", "X", "--set", "topics=Y"], "topics has entries of its own"),
        (["add", "area", "--title", "X", "--set", "area=y"], "say another with --id"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    command: list[str], sentence: str, example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = texts(example)
    assert main([*command, "--plan", str(example)]) == 2
    said = capsys.readouterr()
    assert sentence in said.err
    assert "fault of jfp" not in said.err
    assert texts(example) == before


def test_many_ids_are_changed_together_or_not_at_all(example: Path) -> None:
    before = texts(example)
    assert main(["set", "rostering", "endoscopy-unit", "nobody", "status=on_track", "--plan", str(example)]) == 2
    assert main(["set", "rostering", "endoscopy-unit", "status=never", "--plan", str(example)]) == 1
    assert texts(example) == before
    assert main(["set", "rostering", "endoscopy-unit", "status=on_track", "--plan", str(example)]) == 0
    changed = {name for name, text in texts(example).items() if text != before[name]}
    assert changed == {"milestones/workforce.yaml", "milestones/planned-care.yaml"}


def test_the_ids_of_a_question_are_the_ids_of_a_change(
    example: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["overdue", "--as-of", "2026-11-21", "--format", "ids", "--plan", str(example)])
    ids = capsys.readouterr().out
    assert ids == "milestones/endoscopy-unit\nmilestones/patient-portal.checkpoints[1]\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(ids))
    assert main(["set", "-", "status=off_track", "--plan", str(example)]) == 0
    text = (example / "milestones" / "planned-care.yaml").read_text(encoding="utf-8")
    assert text.count("status: off_track") == 2
    assert "{due: June 2026, activity: Every specialty live, status: off_track}" in text


def test_no_ids_on_standard_input_are_no_fault(
    example: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert main(["complete", "-", "--plan", str(example)]) == 0
    assert "no id came" in capsys.readouterr().err


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_answers_with_ids_that_can_be_shown(
    name: str, example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = {"search": ["hub"], "show": ["elective-hub"], "due": ["--within", "9y"]}.get(name, [])
    main([name, *words, "--format", "ids", "--plan", str(example)])
    ids = capsys.readouterr().out.splitlines()
    assert ids
    for found in ids:
        assert main(["show", found, "--plan", str(example)]) == 0, found


def test_what_the_plan_says_already_is_not_written(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    state = (example / "milestones" / "workforce.yaml").stat()
    assert main(["set", "rostering", "status=cancelled", "--plan", str(example)]) == 0
    assert "nothing to change" in capsys.readouterr().err
    assert (example / "milestones" / "workforce.yaml").stat().st_ino == state.st_ino


def test_a_plan_with_faults_can_be_changed_where_no_new_one_comes(change: ChangePlan) -> None:
    plan = change("milestones/workforce.yaml", "status: cancelled", "status: cancelled\n    places: [nowhere]")
    assert main(["set", "exit-interviews", "owner=Lead", "--plan", str(plan)]) == 0
    assert main(["set", "exit-interviews", "places=nowhere", "--plan", str(plan)]) == 1
    assert main(["set", "rostering", "places=", "--plan", str(plan)]) == 0
    assert load(plan).findings == []


def test_references_are_not_judged_by_halves(change: ChangePlan, capsys: pytest.CaptureFixture[str]) -> None:
    plan = change("milestones/workforce.yaml", "area: [\n")
    assert main(["rename", "outpatients", "clinics", "--plan", str(plan)]) == 2
    assert main(["remove", "missed-appointments", "--plan", str(plan)]) == 2
    assert "cannot be read, so what refers to what is not known" in capsys.readouterr().err


def test_a_plan_that_cannot_be_read_is_not_changed(change: ChangePlan, capsys: pytest.CaptureFixture[str]) -> None:
    plan = change("plan.yaml", "title: [\n")
    assert main(["set", "rostering", "status=on_track", "--plan", str(plan)]) == 2
    assert "nothing can be changed" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("sections/elective-care", "planned-operations"),
        ("workstreams/outpatients", "clinics"),
        ("targets/waiting-list-size", "waits"),
        ("measures/waiting-list-size", "open-pathways"),
        ("areas/planned-care", "surgery"),
        ("enablers/estates", "buildings"),
        ("places/north-town", "northern-town"),
        ("strategy_priorities/ageing-well", "growing-old"),
        ("duties/14Z35", "14Z99"),
        ("glossary/FIT", "qFIT"),
        ("milestones/elective-hub", "surgical-hub"),
    ],
)
def test_everything_follows_a_new_id(old: str, new: str, example: Path) -> None:
    before = load(example)
    kind, _, name = old.partition("/")
    assert main(["rename", old, new, "--plan", str(example)]) == 0
    for namesake in [other for other, same in before.sources.things if same == name and other != kind]:
        assert main(["rename", f"{namesake}/{name}", f"other-{new}", "--plan", str(example)]) == 0
    after = load(example)
    assert after.findings == []
    assert (kind, new) in after.sources.things
    assert len(after.sources.things) == len(before.sources.things)
    ids = (name, f"[{name}]", f"{name},", f"[{name},", f"{name}]", f"{{{name}:", f"{name}:", f"targets/{name},")
    left = [word for path in example.rglob("*.yaml") for word in path.read_text("utf-8").split() if word in ids]
    assert left == []
    assert list(example.rglob(f"{name}.yaml")) == []


def test_a_thing_that_is_named_elsewhere_is_not_removed(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = texts(example)
    assert main(["remove", "workstreams/outpatients", "--plan", str(example)]) == 1
    said = capsys.readouterr().err
    assert "milestones/elective-hub.workstreams[0] names workstreams/outpatients (" in said
    assert "planned-care.yaml:12:19)" in said
    assert "milestones/patient-portal.workstreams[0]" in said
    assert texts(example) == before


@pytest.mark.parametrize("name", ["sections/elective-care", "areas/planned-care", "14Z44"])
def test_what_is_within_a_thing_keeps_it_too(name: str, example: Path) -> None:
    before = texts(example)
    assert main(["remove", name, "--plan", str(example)]) == 1
    assert texts(example) == before


def test_things_that_name_each_other_go_together(example: Path) -> None:
    things = ["sections/elective-care", "measures/waiting-list-size", "elective-hub", "patient-portal"]
    assert main(["remove", *things, "--plan", str(example)]) == 0
    loaded = load(example)
    assert loaded.findings == []
    assert not (example / "sections" / "elective-care.yaml").exists()
    assert not (example / "measures" / "waiting-list-size.yaml").exists()
    assert "lint" not in (example / "plan.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("command", "file", "text"),
    [
        (["section", "--title", "Dental care", "--duty", "14Z35"], "sections/dental-care.yaml",
         "id: dental-care\ntitle: Dental care\nduties: [14Z35]\n"),
        (["area", "--title", "Audiology: all ages"], "milestones/audiology-ages.yaml",
         'area: audiology-ages\ntitle: "Audiology: all ages"\n'),
        (["enabler", "--title", "Research", "--area", "workforce,planned-care"], "enablers/research.yaml",
         "id: research\ntitle: Research\nareas: [workforce, planned-care]\n"),
    ],
)  # fmt: skip
def test_a_new_file_is_entered_in_the_plan(command: list[str], file: str, text: str, example: Path) -> None:
    assert main(["add", *command, "--plan", str(example)]) == 0
    assert (example / file).read_text(encoding="utf-8") == text
    assert load(example).findings == []


def test_what_a_target_was_is_remembered_by_an_update(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def said(*fields: str) -> str:
        assert main(["set", "waiting-list-size", *fields, "--plan", str(example)]) == 0
        return capsys.readouterr().err.partition("\n")[2]

    assert said("due=March 2029") == ""
    assert said("due=2030", "target=99,000").startswith(
        "targets/waiting-list-size was due March 2029 and 92,300, which nothing remembers now; "
        'say why in an update: jfp set targets/waiting-list-size "updates[0].date='
    )
    assert said("due=2031", "updates[0].date=2026-01-02", "updates[0].note=Agreed") == ""
    assert '"updates[1].date=' in said("target=98,000")


def test_any_field_can_be_set_of_a_new_thing(example: Path) -> None:
    command = [
        *("add", "milestone", "--area", "workforce", "--set", "activity=Open the hub", "--set", "due=May 2027"),
        *("--set", "evidence=https://example.org/a", "--set", "evidence=https://example.org/b"),
        *("--set", "places=north-town, south-vale", "--set", "completed=", "--status", "on_track"),
    ]
    assert main([*command, "--plan", str(example)]) == 0
    assert (
        (example / "milestones" / "workforce.yaml")
        .read_text(encoding="utf-8")
        .endswith(
            "  - id: open-hub\n"
            "    activity: Open the hub\n"
            "    due: May 2027\n"
            "    status: on_track\n"
            "    places: [north-town, south-vale]\n"
            "    evidence: [https://example.org/a, https://example.org/b]\n"
        )
    )
    assert load(example).findings == []


@pytest.mark.parametrize(
    ("assignments", "lines"),
    [
        (["relative=true", "target=-5%"], ["    relative: true"]),
        (["baseline.value=70%", "baseline.at=May 2026"], ["    baseline: {value: 70%, at: May 2026}"]),
    ],
)
def test_fields_within_a_field_and_truths_can_be_set(assignments: list[str], lines: list[str], example: Path) -> None:
    said = [part for assignment in assignments for part in ("--set", assignment)]
    command = ["add", "target", "--section", "elective-care", "--statement", "Shorter waits", *said]
    assert main([*command, "--plan", str(example)]) == 0
    written = (example / "sections" / "elective-care.yaml").read_text(encoding="utf-8").splitlines()
    assert set(lines) <= set(written)


def test_every_kind_of_thing_can_be_added_with_the_fields_that_it_must_have() -> None:
    written_with_set = ("checkpoints", "actions", "commitments")
    nouns = [kind.noun for kind in KINDS.values() if kind.title and kind.name not in ("plan", *written_with_set)]
    assert list(NOUNS) == nouns
    for noun in nouns:
        kind = OF_NOUN[noun]
        required = [key for key, field in fields_of(model_of(kind.name)).items() if field.required]
        home = next((KINDS[holder].noun for holder in homes_of(kind)), "")
        thing = NewThing(
            noun, {home: ["somewhere"]} if home else {}, [f"{key}=x" for key in required if key != kind.id_key], PLAIN
        )
        assert set(thing.values) == set(required) - {kind.id_key}


def test_an_id_made_from_words_is_not_taken_twice(example: Path) -> None:
    command = ["add", "milestone", "--area", "workforce", "--activity", "Roster the team", "--due", "2027-28"]
    for _ in range(3):
        assert main([*command, "--plan", str(example)]) == 0
    text = (example / "milestones" / "workforce.yaml").read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if "id: roster-team" in line] == [
        "  - id: roster-team",
        "  - id: roster-team-2",
        "  - id: roster-team-3",
    ]


def test_a_new_file_has_the_line_ends_of_the_plan(example: Path) -> None:
    settings = example / "plan.yaml"
    settings.write_bytes(settings.read_bytes().replace(b"\n", b"\r\n"))
    assert main(["add", "area", "--title", "Audiology", "--plan", str(example)]) == 0
    assert (example / "milestones" / "audiology.yaml").read_bytes() == b"area: audiology\r\ntitle: Audiology\r\n"


@pytest.mark.parametrize("name", WRITING)
def test_each_command_ends_its_help_with_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    assert re.search(rf"Examples?:\s+jfp {name} ", capsys.readouterr().out)
    assert name in COMMANDS


@pytest.mark.parametrize("name", WRITING)
def test_the_examples_of_each_command_work_on_the_shipped_plan(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(SHIPPED, tmp_path / "plan")
    table = "measure,at,value\nwaiting-list-size,2026-05,146000\n"
    (tmp_path / "readings.csv").write_text(table, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    _, *examples = group().get_command(None, name).epilog.split("\n\n")
    assert examples
    for example in examples:
        before = texts(tmp_path / "plan")
        assert main(shlex.split(example)[1:]) == 0
        assert (texts(tmp_path / "plan") == before) == ("--dry-run" in example)


def test_a_target_is_added_with_its_whole_way(example: Path) -> None:
    said = ("--baseline", "70%", "--baseline-at", "April 2025", "--trajectory", "75% by March 2026")
    more = ("--trajectory", "80% by end of March 2027", "--target", "85%", "--due", "March 2028", "--better", "higher")
    named = ("add", "target", "--section", "staff-retention", "--statement", "More staff stay")
    assert main([*named, *said, *more, "--plan", str(example)]) == 0
    assert (
        (example / "sections" / "staff-retention.yaml")
        .read_text(encoding="utf-8")
        .endswith(
            "  - id: more-staff-stay\n"
            "    statement: More staff stay\n"
            "    better: higher\n"
            "    baseline: {value: 70%, at: April 2025}\n"
            "    trajectory:\n"
            "      - {target: 75%, due: March 2026}\n"
            "      - {target: 80%, due: end of March 2027}\n"
            "    target: 85%\n"
            "    due: March 2028\n"
        )
    )
    assert load(example).findings == []


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (
            ("--trajectory", "80% March 2027"),
            '"80% March 2027" does not say by when; write it like "80% by March 2027"',
        ),
        (("--trajectory", " by March 2027"), "does not say by when"),
        (("--baseline", "7%", "--set", "baseline.value=8%"), "baseline.value is given twice"),
        (("--baseline-at", "May 2025", "--set", "baseline.at=May 2025"), "baseline.at is given twice"),
        (("--unit", "beds"), "a target takes no --unit"),
    ],
)
def test_the_way_of_a_target_is_written_as_people_say_it(
    arguments: tuple[str, ...], answer: str, example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = texts(example)
    named = ("add", "target", "--section", "staff-retention", "--statement", "More staff stay")
    assert main([*named, *arguments, "--plan", str(example)]) == 2
    assert answer in capsys.readouterr().err
    assert texts(example) == before


def test_a_measure_is_added_in_a_file_of_its_own(example: Path) -> None:
    said = ("--title", "Staff who left", "--unit", "people", "--better", "lower", "--set", "every=month")
    assert main(["add", "measure", *said, "--plan", str(example)]) == 0
    assert (example / "measures" / "staff-left.yaml").read_text(encoding="utf-8") == (
        "id: staff-left\ntitle: Staff who left\nunit: people\nbetter: lower\nevery: month\n"
    )
    assert main(["record", "staff-left", "12 people", "--at", "2026-09", "--plan", str(example)]) == 0
    assert load(example).findings == []


@pytest.mark.parametrize(
    ("noun", "answer"),
    [
        ("checkpoint", 'the first as [0]: jfp set MILESTONE "checkpoints[0].due=..." "checkpoints[0].activity=..."'),
        ("action", 'the first as [0]: jfp set WORKSTREAM "actions.PERIOD[0].action=..."'),
        ("commitment", 'the first as [0]: jfp set ENABLER "commitments[0].commitment=..."'),
    ],
)
def test_what_goes_without_an_id_is_led_to_set(
    noun: str, answer: str, example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", noun, "--due", "May 2026", "--plan", str(example)]) == 2
    assert answer in capsys.readouterr().err
    assert noun not in NOUNS
