"""Every list is sorted, cut and narrowed by the same words."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import AS_OF, Jfp
from tests.cli.test_exit_codes import QUESTIONS
from tests.conftest import SHIPPED

LISTS = [
    (*question, "9y") if question == ("due",) else question
    for question in QUESTIONS
    if question[0] not in ("show", "status")
]


def ids(jfp: Jfp, plan: Path, *words: str) -> list[str]:
    found = jfp(*words, "--format", "json", "--plan", plan)
    assert (found.err, found.code) == ("", 0)
    return [row["id"] or row["address"] for row in json.loads(found.out)]


@pytest.mark.parametrize(
    ("sort", "first", "last"),
    [
        ("due", "elective-hub", "exit-interviews"),
        ("-due", "exit-interviews", "elective-hub"),
        ("id", "elective-hub", "rostering"),
        ("-id", "rostering", "elective-hub"),
        ("owner,-id", "endoscopy-unit", "elective-hub"),
    ],
)
def test_rows_are_sorted_by_a_field(jfp: Jfp, example: Path, sort: str, first: str, last: str) -> None:
    found = ids(jfp, example, "milestones", "--sort", sort)
    assert found[0] == first
    assert (found[1] if "," in sort else found[-1]) == last


def test_a_number_is_sorted_as_a_number(jfp: Jfp) -> None:
    found = jfp(
        "overdue", *AS_OF, "--sort", "days_overdue", "--columns", "days_overdue", "--format", "json", "--plan", SHIPPED
    )
    days = [row["days_overdue"] for row in json.loads(found.out)]
    assert len(days) > 20
    assert days == sorted(days)


def test_a_list_may_be_cut_and_the_sentence_still_counts_all(jfp: Jfp, example: Path) -> None:
    found = jfp("milestones", "--limit", "2", "--plan", example)
    assert len(found.lines) == 5
    assert found.lines[-1].startswith("the first 2 of 5 rows; ")
    assert jfp("milestones", "--limit", "9", "--plan", example).out == jfp("milestones", "--plan", example).out
    assert jfp("milestones", "--limit", "0", "--plan", example).err == "jfp: --limit takes a whole number from 1 on\n"


def test_columns_are_the_fields_of_every_format(jfp: Jfp, example: Path) -> None:
    wanted = ("milestones", "--columns", "owner,id", "--columns", "completed", "--plan", example)
    assert jfp(*wanted).lines[0].split() == ["Owner", "Milestone", "Completed"]
    assert list(json.loads(jfp(*wanted, "--format", "json").out)[0]) == ["owner", "id", "completed"]
    assert jfp(*wanted, "--format", "csv").lines[0] == "owner,id,completed"
    assert jfp(*wanted, "--format", "markdown").lines[0] == "| Owner | Milestone | Completed |"
    assert jfp(*wanted, "--format", "ids").lines[0] == "milestones/elective-hub"


@pytest.mark.parametrize("option", ["--sort", "--columns"])
def test_a_field_that_rows_do_not_have_is_said(jfp: Jfp, example: Path, option: str) -> None:
    found = jfp("milestones", option, "ownr", "--plan", example)
    assert (found.out, found.code) == ("", 2)
    assert found.err == 'jfp: these rows have no field "ownr"; did you mean "owner"?\n'


def test_excel_gets_the_mark_by_which_it_knows_letters(jfp: Jfp, example: Path) -> None:
    found = jfp("milestones", "--excel", "--plan", example).out
    assert found.startswith("\ufeffid,area,")
    assert found[1:] == jfp("milestones", "--format", "csv", "--plan", example).out
    assert len(list(csv.DictReader(io.StringIO(found[1:])))) == 5
    assert jfp("milestones", "--excel", "--format", "json", "--plan", example).code == 2


@pytest.mark.parametrize("question", LISTS, ids=lambda question: question[0])
def test_every_list_takes_them(jfp: Jfp, question: tuple[str, ...]) -> None:
    rows = json.loads(jfp(*question, "--format", "json", "--plan", SHIPPED).out)
    assert len(rows) > 2
    names = ",".join(list(rows[0])[:2])
    found = jfp(
        *question, "--limit", "2", "--columns", names, "--sort", f"-{names}", "--format", "json", "--plan", SHIPPED
    )
    assert [list(row) for row in json.loads(found.out)] == [names.split(",")] * 2


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (("milestones", "--due-before", "October 2025"), ["elective-hub"]),
        (("milestones", "--due-before", "Autumn 2025"), []),
        (("milestones", "--due-after", "2025"), ["patient-portal", "exit-interviews", "rostering"]),
        (("milestones", "--due-after", "2025", "--due-before", "2026-02"), ["rostering"]),
        (("overdue", *AS_OF, "--due-after", "2026-01"), ["milestones/patient-portal.checkpoints[1]"]),
        (("targets", "--due-before", "2027"), ["missed-appointments"]),
    ],
    ids=" ".join,
)
def test_what_is_due_before_and_after_a_date(jfp: Jfp, example: Path, words: tuple[str, ...], left: list[str]) -> None:
    assert ids(jfp, example, *words) == left


def test_dates_of_a_filter_are_read_as_dates_of_the_plan(jfp: Jfp, example: Path) -> None:
    found = jfp("milestones", "--due-before", "soon", "--plan", example)
    assert (found.out, found.code) == ("", 2)
    assert found.err.startswith("jfp: --due-before: ")
    assert jfp("status", "--due-before", "year 2", "--plan", example).code == 0


@pytest.mark.parametrize(
    ("words", "milestones", "targets"),
    [((), 5, 3), (("at_risk",), 1, 0), (("not_measurable",), 0, 1), (("at_risk,not_measurable",), 1, 1)],
)
def test_the_state_of_a_plan_is_narrowed_by_status_too(
    jfp: Jfp, example: Path, words: tuple[str, ...], milestones: int, targets: int
) -> None:
    asked = [part for word in words for part in ("--status", word)]
    found = json.loads(jfp("status", *AS_OF, *asked, "--format", "json", "--plan", example).out)[0]
    assert (found["milestones"], len(found["target_progress"])) == (milestones, targets)
    assert jfp("status", "--status", "atrisk", "--plan", example).code == 2


def test_what_is_found_can_be_changed_by_its_names(jfp: Jfp) -> None:
    names = jfp("search", "osteoporosis", "--format", "ids", "--plan", SHIPPED).lines
    assert names[:3] == [
        "milestones/falls-pathways",
        "milestones/osteoporosis-services",
        "workstreams/falls-prevention.actions.2026-30[4]",
    ]
    for name in names[:3]:
        assert jfp("set", name, "status=on_track", "--dry-run", "--plan", SHIPPED).code == 0
