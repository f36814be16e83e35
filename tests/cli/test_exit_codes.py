"""How a command ends: 0 done, 1 with findings or rows that were asked about, 2 where nothing can be done."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import AS_OF, Jfp
from tests.conftest import ChangePlan

QUESTIONS = [
    ("overdue",),
    ("due",),
    ("milestones",),
    ("targets",),
    ("search", "elective"),
    ("show", "elective-hub"),
    ("status",),
    ("index",),
    ("coverage",),
]


def said(value: object) -> str:
    return " ".join(value) if isinstance(value, tuple) else "ends"


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_a_question_of_a_sound_plan_ends_with_0_and_says_nothing_aside(
    jfp: Jfp, example: Path, question: tuple[str, ...]
) -> None:
    found = jfp(*question, "--plan", example)
    assert (found.err, found.code) == ("", 0)


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (("overdue", *AS_OF), 1),
        (("overdue", *AS_OF, "--area", "workforce"), 0),
        (("due", "--as-of", "2027-01-01"), 1),
        (("due", *AS_OF), 0),
        (("milestones",), 1),
        (("milestones", "--text", "zebra"), 0),
        (("targets", "--status", "not_measurable"), 1),
        (("targets", "--status", "missed"), 0),
        (("search", "elective"), 1),
        (("search", "zebra"), 0),
    ],
    ids=said,
)
def test_with_exit_code_rows_end_with_1(jfp: Jfp, example: Path, question: tuple[str, ...], code: int) -> None:
    assert jfp(*question, "--exit-code", "--plan", example).code == code
    assert jfp(*question, "--plan", example).code == 0


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_a_plan_with_errors_answers_what_it_can_and_ends_with_1(
    jfp: Jfp, change: ChangePlan, question: tuple[str, ...]
) -> None:
    change("milestones/workforce.yaml", "due: 31 January 2026", "due: one day")
    change("sections/staff-retention.yaml", "better: lower", "better: fewer")
    folder = change("sections/elective-care.yaml", "respondents: 1124", "respondents: many")
    found = jfp(*question, "--plan", folder)
    assert found.code == 1
    assert found.out
    assert found.err.startswith("jfp: the plan has ")
    assert "run jfp validate to see each with its place\n  left out: " in found.err


def test_what_was_left_out_is_named_with_its_place(jfp: Jfp, change: ChangePlan) -> None:
    folder = change("milestones/planned-care.yaml", "due: Autumn 2025", "due: Autum 2025")
    found = jfp("milestones", *AS_OF, "--plan", folder, "--format", "json")
    assert [row["id"] for row in json.loads(found.out)] == [
        *("elective-hub", "patient-portal", "exit-interviews", "rostering")
    ]
    assert f"  left out: milestones/endoscopy-unit ({folder.as_posix()}/milestones/planned-care.yaml:17:" in found.err
    assert found.err.splitlines()[0].startswith("jfp: the plan has 1 fault; ")


def test_a_question_is_not_troubled_by_files_that_it_does_not_ask(jfp: Jfp, change: ChangePlan) -> None:
    folder = change("enablers/estates.yaml", "title: [")
    found = jfp("milestones", *AS_OF, "--plan", folder)
    assert (found.err, found.code) == ("", 0)
    assert jfp("search", "elective", "--plan", folder).code == 1


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_without_a_readable_plan_file_there_is_no_answer(
    jfp: Jfp, change: ChangePlan, question: tuple[str, ...]
) -> None:
    found = jfp(*question, "--plan", change("plan.yaml", "title: ["))
    assert (found.out, found.code) == ("", 2)
    assert found.err.endswith("jfp: plan.yaml cannot be read, so nothing can be answered\n")


def test_validate_ends_with_1_where_it_finds_errors(jfp: Jfp, change: ChangePlan, example: Path) -> None:
    assert jfp("validate", "--plan", example).code == 0
    folder = change("milestones/planned-care.yaml", "due: Autumn 2025", "due: Autum 2025")
    found = jfp("validate", "--plan", folder)
    assert (found.err, found.code) == ("", 1)
    assert "milestones/planned-care.yaml:20:10: error: " in found.out


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (("overdue", "--as-of", "soon"), "--as-of: "),
        (("overdue", "--as-of", "March 2026"), '--as-of: "March 2026" is not one day; write it like 2026-11-21'),
        (("overdue", "--as-of", "2026-02-30"), "--as-of: "),
        (("overdue", "--as-of", ""), "--as-of: "),
        (
            ("due", "--within", "soon"),
            '--within: "soon" is no length of time; write one such as "90d", "6 weeks" or "three months"',
        ),
        (("due", "--within", "-3d"), "--within: "),
        (("due", "--within", "9999y"), '--within: "9999y" is too far ahead'),
        (("overdue", "--area", "plannedcare"), 'there is no area "plannedcare"; did you mean "planned-care"?'),
        (("overdue", "--area", "planned-care,worforce"), 'there is no area "worforce"; did you mean "workforce"?'),
        (("overdue", "--section", "elective"), 'did you mean "elective-care"?'),
        (("overdue", "--workstream", "outpatient"), 'did you mean "outpatients"?'),
        (("overdue", "--place", "northtown"), 'did you mean "north-town"?'),
        (("overdue", "--owner", "Planned care leader"), 'did you mean "Planned care lead"?'),
        (("overdue", "--status", "atrisk"), 'did you mean "at_risk"?'),
        (("targets", "--status", "ontrack"), 'there is no progress "ontrack"; did you mean "on_track"?'),
        (("status", "--owner", "Planned care leader"), 'did you mean "Planned care lead"?'),
        (("show", "electiv-hub"), 'did you mean "elective-hub"?'),
        (("overdue", "--format", "yaml"), '--format takes no "yaml"; write table, json, csv, markdown or ids\n'),
        (("overdue", "--formt", "json"), "--format"),
        (("show",), "jfp: show needs an ID, such as: jfp show "),
        (("search",), "jfp: search needs a WORDS, such as: jfp search "),
        (("overdoo",), 'there is no command "overdoo"; did you mean "overdue"?'),
        (("frobnicate",), 'there is no command "frobnicate"; see jfp --help'),
        (("overdue", "surplus"), '"surplus" is more than overdue takes'),
        (("overdue", "--area"), "jfp: --area takes a value: write --area ID\n"),
        (("overdue", "-z"), "jfp: overdue has no option -z; see jfp overdue --help\n"),
        (("move", "elective-hub"), "jfp: move needs --to DATE, such as: jfp move "),
        (("record", "waiting-list-size", "5"), "jfp: record needs --at DATE, such as: jfp record "),
        (("preview", "--port", "many"), "jfp: --port takes a whole number from 0 to 65535\n"),
        (("--verson",), 'jfp: jfp has no option --verson; did you mean "--version"?\n'),
    ],
    ids=said,
)
def test_a_mistake_on_the_command_line_ends_with_2_and_says_what_to_write(
    jfp: Jfp, example: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], answer: str
) -> None:
    monkeypatch.chdir(example)
    found = jfp(*arguments)
    assert (found.out, found.code) == ("", 2)
    assert answer in found.err
    assert "Traceback" not in found.err


def test_status_words_may_be_written_as_people_write_them(jfp: Jfp, example: Path) -> None:
    written = [jfp("milestones", "--status", word, "--plan", example).out for word in ("at_risk", "At risk", "at-risk")]
    assert len(set(written)) == 1
    assert "endoscopy-unit" in written[0]


def test_an_owner_of_targets_alone_can_be_asked_about_in_status(jfp: Jfp, change: ChangePlan) -> None:
    folder = change("sections/elective-care.yaml", "owner: Planned care lead", "owner: Chief nurse")
    found = jfp("status", *AS_OF, "--owner", "Chief nurse", "--plan", folder)
    assert found.code == 0
    assert "0 milestones by area and status" in found.out
    assert "1 target by progress" in found.out


def test_a_fault_of_jfp_is_a_sentence_and_no_traceback(
    jfp: Jfp, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JFP_DEBUG", raising=False)
    monkeypatch.setattr("jfp_cli.query.promises.overdue", lambda *_: 1 / 0)
    found = jfp("overdue", "--plan", example)
    assert (found.out, found.code) == ("", 2)
    assert found.err.startswith("jfp: this is a fault of jfp, not of your plan: ZeroDivisionError")
    assert "Traceback" not in found.err
