"""Every question in every format."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from jfp_cli.model.area import Checkpoint
from jfp_cli.model.field import fields_of
from tests.cli.conftest import AS_OF, Jfp
from tests.conftest import SHIPPED, ChangePlan

LISTS = {
    "overdue": ("overdue", *AS_OF),
    "due": ("due", "--within", "2y", *AS_OF),
    "milestones": ("milestones", *AS_OF),
    "targets": ("targets", *AS_OF),
    "search": ("search", "elective"),
    "index": ("index",),
    "coverage": ("coverage",),
}
NAMES = {"milestones": "id", "targets": "id", "index": "id", "coverage": "id"}
MILESTONE = (
    *("id", "area", "group", "activity", "due", "first", "last", "status", "owner", "places", "workstreams"),
    *("overdue", "days_overdue", "address", "file", "line", "kind", "text", "parent", "leads", "holds_up"),
    *("why", "benefit", "starts", "forecast", "completed", "targets", "needs", "checkpoints", "moves", "updates"),
    *("evidence", "fields"),
)
TARGET = (
    *("id", "section", "workstream", "statement", "measure", "better", "relative", "places", "baseline"),
    *("trajectory", "target", "due", "last", "owner", "latest", "expected", "progress", "reason", "breaches"),
    *("address", "file", "line"),
    *(
        "hold",
        "each",
        "leads",
        "updates",
        "pending",
        "fields",
        "variation",
        "assurance",
        "figure",
        "figure_at",
        "forecast",
    ),
)
PROMISED = {
    "milestones": "id area activity due first last status owner overdue days_overdue file line",
    "targets": "id section workstream statement measure better baseline target due last latest progress file line",
    "validate": "code name severity message address file line column end_line end_column help group fixes",
}


def rows_of(text: str) -> Any:
    return json.loads(text)


def read_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def read_markdown(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_the_same_in_every_format(jfp: Jfp, example: Path, name: str) -> None:
    def ask(form: str) -> str:
        found = jfp(*LISTS[name], "--plan", example, "--format", form)
        assert (found.err, found.code) == ("", 0)
        return found.out

    rows = rows_of(ask("json"))
    assert isinstance(rows, list)
    assert rows
    key = NAMES.get(name, "address")
    named = [row[key] for row in rows]
    assert [row[key] for row in read_csv(ask("csv"))] == named
    header, rule, *table = read_markdown(ask("markdown"))
    assert len(table) == len(rows)
    assert all(set(cell) <= {"-", ":"} for cell in rule)
    assert all(len(line) == len(header) for line in table)
    people = ask("table")
    assert all(each.removeprefix("milestones/") in people for each in named)
    assert people == jfp(*LISTS[name], "--plan", example).out


@pytest.mark.parametrize("name", LISTS)
def test_ids_are_an_address_a_line_and_nothing_else(jfp: Jfp, example: Path, name: str) -> None:
    rows = rows_of(jfp(*LISTS[name], "--plan", example, "--format", "json").out)
    found = jfp(*LISTS[name], "--plan", example, "--format", "ids")
    addresses = [row["address"] for row in rows]
    if name == "search":  # what is found are texts; commands that edit take the things that they stand in
        addresses = [address.partition(".")[0] for address in addresses]
    assert found.lines == addresses
    assert (found.err, found.code) == ("", 0)


@pytest.mark.parametrize("name", LISTS)
def test_every_field_of_json_is_a_column_of_csv(jfp: Jfp, example: Path, name: str) -> None:
    rows = rows_of(jfp(*LISTS[name], "--plan", example, "--format", "json").out)
    fields = list(dict.fromkeys(key for row in rows for key in row))
    text = jfp(*LISTS[name], "--plan", example, "--format", "csv").out
    assert text.splitlines()[0].split(",") == fields
    assert "\r" not in text


@pytest.mark.parametrize(
    ("name", "keys"), [("milestones", MILESTONE), ("overdue", MILESTONE), ("due", MILESTONE), ("targets", TARGET)]
)
def test_rows_have_these_keys_in_this_order(jfp: Jfp, example: Path, name: str, keys: tuple[str, ...]) -> None:
    rows = rows_of(jfp(*LISTS[name], "--plan", example, "--format", "json").out)
    assert {tuple(key for key in row if key != "checkpoint_of") for row in rows} == {keys}


def test_every_question_takes_every_filter(jfp: Jfp, example: Path) -> None:
    values = {
        "area": "planned-care",
        "section": "elective-care",
        "workstream": "outpatients",
        "place": "north-town",
        "owner": "Planned care lead",
        "text": "elective",
    }
    for name in ("overdue", "due", "milestones", "targets", "status"):
        for option, value in values.items():
            found = jfp(name, *AS_OF, f"--{option}", value, "--plan", example)
            assert (found.err, found.code) == ("", 0)


def test_targets_of_an_area_are_those_of_its_workstreams(jfp: Jfp, example: Path) -> None:
    asked = ("--plan", example, "--format", "ids")
    assert jfp("targets", "--area", "planned-care", *asked).lines == [
        *("targets/waiting-list-size", "targets/missed-appointments")
    ]
    assert 'did you mean "workforce"?' in jfp("targets", "--area", "workfroce", *asked).err


def test_rows_have_every_key_that_is_promised(jfp: Jfp, example: Path) -> None:
    assert set(PROMISED["milestones"].split()) <= set(MILESTONE)
    assert set(PROMISED["targets"].split()) <= set(TARGET)
    (example / "milestones" / "workforce.yaml").write_text("area: workforce\ntitel: Workforce\n", encoding="utf-8")
    findings = rows_of(jfp("validate", "--plan", example, "--format", "json").out)
    assert {tuple(finding) for finding in findings} == {tuple(PROMISED["validate"].split())}


def test_the_values_of_a_milestone_row(jfp: Jfp, example: Path) -> None:
    [row] = rows_of(jfp("overdue", *AS_OF, "--plan", example, "--text", "endoscopy", "--format", "json").out)
    assert row == {
        "id": "endoscopy-unit",
        "kind": "milestone",
        "area": "planned-care",
        "group": "New buildings",
        "activity": "Open the endoscopy unit",
        "text": "Open the endoscopy unit",
        "due": "Autumn 2025",
        "first": "2025-09-01",
        "last": "2025-11-30",
        "status": "at_risk",
        "owner": "Planned care lead",
        "leads": [],
        "places": [],
        "workstreams": [],
        "overdue": True,
        "days_overdue": 356,
        "holds_up": 0,
        "address": "milestones/endoscopy-unit",
        "parent": "areas/planned-care",
        "file": (example / "milestones" / "planned-care.yaml").as_posix(),
        "line": 17,
        "why": None,
        "benefit": None,
        "starts": None,
        "forecast": None,
        "completed": None,
        "targets": [],
        "needs": [],
        "checkpoints": [],
        "moves": [],
        "updates": [],
        "evidence": [],
        "fields": {},
    }


def test_a_checkpoint_row_names_its_milestone_and_its_own_line(jfp: Jfp, example: Path) -> None:
    rows = rows_of(jfp("overdue", *AS_OF, "--plan", example, "--format", "json").out)
    assert [row.get("checkpoint_of") for row in rows] == [None, "patient-portal"]
    assert (rows[1]["id"], rows[1]["kind"], rows[1]["line"]) == (None, "checkpoint", 29)
    assert rows[1]["address"] == "milestones/patient-portal.checkpoints[1]"
    assert rows[1]["parent"] == "milestones/patient-portal"
    assert "checkpoint_of" not in rows[0]


def test_a_row_has_the_entries_of_a_milestone_with_every_field_of_theirs(jfp: Jfp, example: Path) -> None:
    [row] = rows_of(jfp("milestones", *AS_OF, "--plan", example, "--text", "portal", "--format", "json").out)
    assert [(step["due"], step["activity"], step["status"]) for step in row["checkpoints"]] == [
        ("January 2026", "Half of specialties live", "complete"),
        ("June 2026", "Every specialty live", None),
    ]
    assert {tuple(step) for step in row["checkpoints"]} == {(*fields_of(Checkpoint), "fields")}


def test_a_cell_of_csv_has_entries_as_show_writes_them(jfp: Jfp, example: Path) -> None:
    asked = ("--plan", example, "--format", "csv", *AS_OF)
    [row] = read_csv(jfp("milestones", "--text", "portal", *asked).out)
    assert row["checkpoints"] == "January 2026, Half of specialties live, complete; June 2026, Every specialty live"
    [shown] = read_csv(jfp("show", "patient-portal", *asked).out)
    assert row["checkpoints"] == shown["checkpoints"]


def test_a_table_and_markdown_keep_to_their_columns(jfp: Jfp, example: Path) -> None:
    asked = ("milestones", "--text", "hub", *AS_OF, "--plan", example)
    assert "supplier delay" in jfp(*asked, "--format", "json").out
    assert read_markdown(jfp(*asked, "--format", "markdown").out)[0] == [
        *("Milestone", "Due", "Activity", "Status", "Area", "Owner")
    ]
    assert "supplier delay" not in jfp(*asked).out + jfp(*asked, "--format", "markdown").out


def test_a_date_without_end_has_no_last_day(jfp: Jfp, example: Path) -> None:
    rows = rows_of(jfp("milestones", *AS_OF, "--plan", example, "--area", "workforce", "--format", "json").out)
    assert (rows[0]["first"], rows[0]["last"], rows[0]["overdue"]) == ("2026-04-01", None, False)


def test_the_values_of_a_target_row(jfp: Jfp, example: Path) -> None:
    [row] = rows_of(jfp("targets", *AS_OF, "--plan", example, "--owner", "Planned care lead", "--format", "json").out)
    assert row == {
        "id": "waiting-list-size",
        "section": "elective-care",
        "workstream": None,
        "statement": "A smaller elective waiting list",
        "measure": "Open elective pathways",
        "better": "lower",
        "relative": False,
        "places": [],
        "baseline": {"value": "150,000", "at": "April 2025"},
        "trajectory": [{"target": "134,140", "due": "March 2026"}],
        "target": "92,300",
        "due": "March 2029",
        "last": "2029-03-31",
        "owner": "Planned care lead",
        "latest": {"value": "133,000", "at": "2026-06", "source": None, "place": None},
        "expected": "130,666.06",
        "progress": "off_track",
        "reason": None,
        "breaches": None,
        "address": "targets/waiting-list-size",
        "file": (example / "sections" / "elective-care.yaml").as_posix(),
        "line": 28,
        "hold": False,
        "each": None,
        "leads": [],
        "updates": [],
        "pending": [],
        "fields": {},
        "variation": "common_cause",
        "assurance": "inconsistent",
        "figure": "134,140",
        "figure_at": "March 2026",
        "forecast": None,
    }


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
@pytest.mark.parametrize("name", LISTS)
def test_an_empty_answer_is_still_an_answer(jfp: Jfp, example: Path, name: str, form: str) -> None:
    nothing = {"search": ("search", "zebra"), "coverage": ("coverage", "--missing"), "index": ("index",)}
    for area in ("planned-care", "workforce"):
        if name == "index":
            (example / "milestones" / f"{area}.yaml").unlink()
    asked = nothing.get(name, (*LISTS[name], "--text", "zebra"))
    found = jfp(*asked, "--plan", example, "--format", form)
    if form == "json" and name != "coverage":
        assert rows_of(found.out) == []
    elif form == "csv" and name != "coverage":
        assert len(found.lines) == 1
    else:
        assert found.lines


def test_one_thing_is_one_object(jfp: Jfp, example: Path) -> None:
    said = rows_of(jfp("show", "elective-hub", *AS_OF, "--plan", example, "--format", "json").out)
    assert isinstance(said, dict)
    assert said["address"] == "milestones/elective-hub"
    assert said["names"] == ["places/north-town", "workstreams/outpatients"]
    assert said["belongs_to"] == ["areas/planned-care"]
    [row] = read_csv(jfp("show", "elective-hub", *AS_OF, "--plan", example, "--format", "csv").out)
    assert (row["id"], row["names"]) == ("elective-hub", "places/north-town; workstreams/outpatients")
    text = jfp("show", "elective-hub", *AS_OF, "--plan", example, "--format", "markdown").out
    assert text.startswith("## milestones/elective-hub\n")
    assert "- **activity**: Open the elective hub to patients\n" in text
    assert "- **places**:\n  - north-town: North Town\n" in text


def test_status_in_every_format(jfp: Jfp, example: Path) -> None:
    def ask(form: str) -> str:
        return jfp("status", *AS_OF, "--plan", example, "--format", form).out

    [said] = rows_of(ask("json"))
    assert (said["as_of"], said["milestones"], said["overdue"]) == ("2026-11-21", 5, 2)
    assert said["targets"] == {
        "met": 0,
        "on_track": 0,
        "off_track": 1,
        "missed": 0,
        "breached": 0,
        "awaiting_reading": 0,
        "no_reading": 1,
        "not_measurable": 1,
    }
    assert {tuple(row) for row in said["overdue_milestones"] if "checkpoint_of" not in row} == {MILESTONE}
    assert {tuple(row) for row in said["target_progress"]} == {TARGET}
    areas = read_csv(ask("csv"))
    assert [(row["area"], row["milestones"], row["overdue"]) for row in areas] == [
        ("planned-care", "3", "2"),
        ("workforce", "2", "0"),
    ]
    assert [(row["area"], str(row["milestones"]), str(row["overdue"])) for row in said["areas"]] == [
        (row["area"], row["milestones"], row["overdue"]) for row in areas
    ]
    text = ask("markdown")
    assert text.startswith("# Example Joint Forward Plan, as of 21 November 2026\n")
    assert "| planned-care | 3 | 2 |" in text


def test_a_target_that_cannot_be_measured_says_why_everywhere(jfp: Jfp, example: Path) -> None:
    def ask(*question: str) -> str:
        return jfp(*question, *AS_OF, "--plan", example).out

    [row] = rows_of(ask("targets", "--status", "not measurable", "--format", "json"))
    assert (row["id"], row["progress"], row["reason"]) == ("staff-turnover", "not_measurable", "it has no figure")
    assert "not measurable" in ask("targets")
    assert "1 not measurable (it has no figure)" in ask("targets")
    assert "| it has no figure |" in ask("targets", "--format", "markdown")
    shown = rows_of(ask("show", "staff-turnover", "--format", "json"))
    assert (shown["progress"], shown["reason"]) == ("not_measurable", "it has no figure")
    assert re.search(r"reason +it has no figure", ask("show", "staff-turnover"))


@pytest.mark.parametrize("word", ["off_track", "off track", "Off-Track"])
def test_progress_is_asked_for_as_it_is_written_or_said(jfp: Jfp, example: Path, word: str) -> None:
    found = jfp("targets", *AS_OF, "--status", word, "--plan", example, "--format", "ids")
    assert found.lines == ["targets/waiting-list-size"]


def test_a_standard_counts_its_breaches_and_names_its_place(jfp: Jfp, change: ChangePlan) -> None:
    plan = change(
        "sections/staff-retention.yaml",
        "    better: lower\n",
        "    measure: turnover\n    target: under 9%\n    hold: true\n    places: [north-town, south-vale]\n",
    )
    (plan / "measures" / "turnover.yaml").write_text(
        "id: turnover\ntitle: Turnover\nreadings:\n"
        "  - {at: 2026-01, place: north-town, value: 8%}\n"
        "  - {at: 2026-01, place: south-vale, value: 10%}\n"
        "  - {at: 2026-02, place: south-vale, value: 9%}\n",
        encoding="utf-8",
    )
    [row] = rows_of(jfp("targets", *AS_OF, "--status", "breached", "--plan", plan, "--format", "json").out)
    assert (row["id"], row["breaches"], row["latest"]["place"]) == ("staff-turnover", 2, "south-vale")
    said = jfp("show", "staff-turnover", *AS_OF, "--plan", plan).out
    assert re.search(r"progress +breached\n +breaches +2\n", said)
    assert re.search(r"latest +9% \(at: 2026-02; place: south-vale\)", said)


@pytest.mark.parametrize(
    "command",
    [
        *(
            ("overdue",),
            ("due",),
            ("milestones",),
            ("targets",),
            ("measures",),
            ("search", "clinic"),
            ("show", "estates"),
        ),
        *(("status",), ("index",), ("coverage",), ("remind",), ("rules",), ("read", "May 2026")),
        *(("render", "plan"), ("render", "board"), ("render", "overdue"), ("render", "annual")),
    ],
    ids=" ".join,
)
def test_markdown_is_called_by_either_name(jfp: Jfp, example: Path, command: tuple[str, ...]) -> None:
    asked = (*command, *(() if command == ("rules",) else ("--plan", example)), "--format")
    md, markdown = (jfp(*asked, name) for name in ("md", "markdown"))
    assert (md.out, md.code) == (markdown.out, 0)
    assert md.out != ""


def test_a_format_that_there_is_not_is_refused_by_its_own_name(jfp: Jfp, example: Path) -> None:
    assert 'takes no "md"; write text, json,' in jfp("lint", "--format", "md", "--plan", example).err


@pytest.mark.parametrize(
    "command",
    [
        *("overdue", "due", "milestones", "targets", "measures", "search", "show", "status", "index", "coverage"),
        *("lint", "render", "preview", "remind", "slippage"),
        *("export xlsx", "export ics", "export json", "export parquet"),
    ],
)
def test_whatever_asks_about_time_takes_a_day(jfp: Jfp, command: str) -> None:
    assert "--as-of" in jfp(*command.split(), "--help").out


def test_of_targets_that_stand_alike_those_whose_date_has_passed_come_first(jfp: Jfp) -> None:
    rows = rows_of(jfp("targets", *AS_OF, "--plan", SHIPPED, "--format", "json").out)
    unread = [row for row in rows if row["progress"] == "no_reading"]
    late = [row["last"] is not None and row["last"] < "2026-11-21" for row in unread]
    assert any(late)
    assert late == sorted(late, reverse=True)
