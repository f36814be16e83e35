"""`jfp import` of a workbook: what it takes, adds, removes, refuses and says."""

import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from jfp_cli.cli.door import main
from jfp_cli.query.filters import Filters
from tests.conftest import EXAMPLE, ROOT, ChangePlan
from tests.exchange.workbooks import cell, exported, headings, opened, saved, texts_of

EditBook = Callable[[Any], None]
HEADS = {
    "Report": "Updates (new)",
    "Period": "Workstream (planning period)",
    "Topic": "Enabler (topic)",
}
PLANNED, WORKFORCE = "milestones/planned-care.yaml", "milestones/workforce.yaml"


class Desk:
    """Somebody at the command line with a plan, and a workbook that was exported from it."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self.book = opened(exported(root))
        self.before = texts_of(root)
        self._capsys = capsys
        self.out = self.err = ""

    def filtered(self, filters: Filters) -> None:
        """Export another workbook, which holds a part of the plan alone."""
        self.book = opened(exported(self.root, filters))

    def put(self, name: str, row: str, heading: str, said: Any) -> None:
        cell(self.book, name, row, heading).value = said

    def add(self, name: str, **cells: Any) -> int:
        """Write a new row below the others, heads with underscores for blanks; its number."""
        sheet = self.book[name]
        number: int = max(row[0].row for row in sheet.iter_rows() if row[1].value) + 1
        for heading, said in cells.items():
            sheet.cell(
                number, headings(sheet)[HEADS.get(heading, heading.replace("_id", " (id)").replace("_", " "))]
            ).value = said
        return number

    def delete(self, name: str, row: str) -> None:
        sheet = self.book[name]
        sheet.delete_rows(cell(self.book, name, row, "Id").row)

    def jfp(self, *options: str) -> int:
        path = self.root.parent / "came.xlsx"
        path.write_bytes(saved(self.book))
        code = main(["import", str(path), "--plan", str(self.root), *options])
        told = self._capsys.readouterr()
        self.out, self.err = told.out, told.err
        return code

    @property
    def changed(self) -> dict[str, tuple[list[str], list[str]]]:
        """The lines that went and came, by file."""
        after = texts_of(self.root)
        found = {}
        for name in {*self.before, *after}:
            old, new = (texts.get(name, b"").decode().splitlines() for texts in (self.before, after))
            if old != new:
                gone, came = Counter(old) - Counter(new), Counter(new) - Counter(old)
                found[name] = list(gone.elements()), list(came.elements())
        return found


@pytest.fixture
def desk(example: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(example, capsys)


def test_a_change_is_shown_by_thing_and_written(desk: Desk) -> None:
    desk.put("Milestones", "rostering", "Status", "At risk")
    desk.put("Milestones", "rostering", "Owner", "Workforce lead")
    assert desk.jfp() == 0
    assert desk.out.splitlines() == [
        "milestones/rostering: Roster every team electronically",
        "    Status: Cancelled → At risk  (Milestones!K6)",
        "    Owner: (nothing) → Workforce lead  (Milestones!M6)",
    ]
    assert desk.err == "taken 2 changes of 1 thing\n"
    assert desk.changed == {
        WORKFORCE: (["    status: cancelled"], ["    status: at_risk", "    owner: Workforce lead"])
    }


def test_of_a_reworded_text_the_words_that_changed_are_shown(desk: Desk) -> None:
    desk.put("Milestones", "elective-hub", "Activity", "Open the new elective hub to patients")
    desk.jfp()
    assert "    Activity: Open the elective hub … → Open the new elective hub …  (Milestones!B2)" in desk.out


def test_new_rows_that_begin_with_the_same_words_have_ids_of_their_own(desk: Desk) -> None:
    for when in ("March 2027", "May 2027"):
        desk.add("Milestones", Activity="Open the new clinic", Area_id="workforce", Due=when)
    assert desk.jfp() == 0
    assert [line.strip() for line in desk.changed[WORKFORCE][1] if "id:" in line] == [
        "- id: open-new-clinic",
        "- id: open-new-clinic-2",
    ]


def test_a_dry_run_shows_the_same_and_writes_nothing(desk: Desk) -> None:
    desk.put("Milestones", "rostering", "Status", "At risk")
    assert desk.jfp("--dry-run") == 0
    assert "    Status: Cancelled → At risk  (Milestones!K6)" in desk.out
    assert desk.err == "would have taken 1 change of 1 thing; nothing was written\n"
    assert desk.changed == {}


def test_nothing_taken_is_said(desk: Desk) -> None:
    desk.put("Milestones", "rostering", "Due", "tbc")
    assert desk.jfp() == 1
    assert desk.err.startswith("nothing of it could be taken\nnot taken:\n  Milestones!I6: ")


def test_nothing_changed_is_said(desk: Desk) -> None:
    assert desk.jfp() == 0
    assert (desk.out, desk.err) == ("", "nothing to change: the plan says so already\n")


def test_a_field_that_was_emptied_is_taken_out(desk: Desk) -> None:
    desk.put("Milestones", "elective-hub", "Owner", None)
    assert desk.jfp() == 0
    assert desk.changed == {PLANNED: (["    owner: Planned care lead"], [])}


def test_what_came_with_it_goes_into_the_updates_of_what_changed(desk: Desk) -> None:
    desk.put("Milestones", "rostering", "Status", "At risk")
    desk.put("Milestones", "elective-hub", "Updates (new)", "Six months on, all is well")
    assert desk.jfp("--note", "Workforce board, November") == 0
    today = date.today().isoformat()  # noqa: DTZ011 - the user's day
    assert [line.strip() for line in desk.changed[WORKFORCE][1]] == [
        "status: at_risk",
        "updates:",
        f'- {{date: {today}, note: "Workforce board, November"}}',
    ]
    assert f'{{date: {today}, note: "Six months on, all is well"}}]' in desk.changed[PLANNED][1][0]


def test_a_date_that_moved_is_remembered_with_its_reason(desk: Desk) -> None:
    desk.put("Milestones", "endoscopy-unit", "Due", "May 2027")
    desk.put("Milestones", "patient-portal", "Due", "Summer 2027")
    desk.put("Commitments", "enablers/estates.commitments[0]", "Due", "May 2027")
    assert desk.jfp("--dry-run") == 0
    assert desk.err.splitlines()[1:] == [
        '3 dates moved, and no entry in moves says why; with --because "..." each has one'
    ]
    assert desk.jfp("--because", "agreed with the board") == 0
    assert desk.err == "taken 3 changes of 3 things\n"
    said = "\n".join(line for _, new in desk.changed.values() for line in new)
    assert said.count("because: agreed with the board") == 3
    assert main(["validate", "--plan", str(desk.root)]) == 0


def test_a_date_of_what_is_over_does_not_move(desk: Desk) -> None:
    desk.put("Milestones", "elective-hub", "Due", "May 2027")
    assert desk.jfp("--because", "agreed with the board") == 1
    assert "milestones/elective-hub is complete, so its date moves no more" in desk.err
    assert desk.changed == {}


@pytest.mark.parametrize("option", ["--note", "--because"])
def test_an_option_that_says_nothing_is_refused(desk: Desk, option: str) -> None:
    assert desk.jfp(option, " ") == 2
    assert f"{option} is empty; write a text after it" in desk.err


def test_a_report_that_is_there_already_is_not_written_twice(desk: Desk) -> None:
    desk.put("Milestones", "elective-hub", "Updates (new)", "All is well")
    desk.jfp()
    once = texts_of(desk.root)
    desk.jfp()
    assert texts_of(desk.root) == once


def test_the_same_words_are_reported_again_in_another_workbook(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = Desk(example, capsys)
    desk.put("Milestones", "elective-hub", "Updates (new)", "No change")
    assert desk.jfp() == 0
    again = Desk(example, capsys)
    again.put("Milestones", "elective-hub", "Updates (new)", "No change")
    assert again.jfp("--dry-run") == 0
    assert "    Updates (new): No change  (Milestones!Z2)" in again.out


def test_nothing_of_a_workbook_is_taken_twice(desk: Desk) -> None:
    desk.put("Milestones", "elective-hub", "Updates (new)", "All is well")
    desk.put("Actions", "workstreams/outpatients.actions.2025-26[0]", "Status", "On track")
    desk.add("Milestones", Activity="Open the new clinic", Area_id="workforce", Due="March 2027", Status="On track")
    desk.add("Actions", Action="Ring everybody", Workstream_id="outpatients", Period="2025-26")
    desk.add("Targets", Statement="Fewer falls", Section_id="elective-care", Target="5%")
    desk.add("Measures", Title="Falls on wards", July_2026="12 falls")
    assert desk.jfp() == 0
    once = texts_of(desk.root)
    assert desk.jfp() == 0
    assert desk.err.splitlines()[0] == "nothing to change: the plan says so already"
    assert texts_of(desk.root) == once


def test_nor_is_a_sentence_that_was_reworded(desk: Desk) -> None:
    row = "workstreams/outpatients.actions.2025-26[0]"
    desk.put("Actions", row, "Action", "Halve missed appointments")
    assert desk.jfp() == 0
    desk.put("Actions", row, "Status", "On track")
    assert desk.jfp() == 0
    assert desk.out.splitlines()[1:] == ["    Status: (nothing) → On track  (Actions!H2)"]
    assert desk.jfp() == 0
    assert desk.out == ""


def test_a_new_row_that_was_changed_after_it_was_taken_is_changed(desk: Desk) -> None:
    number = desk.add("Milestones", Activity="Open the new clinic", Area_id="workforce", Due="March 2027")
    desk.jfp()
    sheet = desk.book["Milestones"]
    sheet.cell(number, headings(sheet)["Status"]).value = "On track"
    assert desk.jfp() == 0
    assert desk.out.splitlines()[1:] == ["    Status: (nothing) → On track  (Milestones!K7)"]
    sheet.cell(number, headings(sheet)["Due"]).value = "May 2027"
    assert desk.jfp() == 2
    assert 'is "May 2027" here, and the plan by now says "March 2027"' in desk.err


def test_a_workbook_can_be_taken_in_again_after_a_cell_was_mended(desk: Desk) -> None:
    desk.put("Milestones", "rostering", "Status", "At risk")
    desk.put("Milestones", "rostering", "Due", "tbc")
    assert desk.jfp() == 1
    desk.put("Milestones", "rostering", "Due", "May 2027")
    assert desk.jfp() == 0
    assert desk.out.count("→") == 1
    assert desk.changed[WORKFORCE][1] == ["    due: May 2027", "    status: at_risk"]


def test_a_cell_that_changed_on_both_sides_is_named_and_nothing_is_written(desk: Desk) -> None:
    desk.put("Milestones", "rostering", "Due", "May 2027")
    desk.put("Milestones", "rostering", "Status", "At risk")
    main(["set", "rostering", "due=June 2027", "--plan", str(desk.root)])
    desk.before = texts_of(desk.root)
    assert desk.jfp() == 2
    told = 'it was "31 January 2026" when it was exported, is "May 2027" here, and the plan by now says "June 2027"'
    assert desk.err.splitlines()[-3:] == [
        "jfp: 1 cell of came.xlsx cannot be decided, and so nothing was taken",
        f"  Milestones!I6: {told}",
        "nothing was written",
    ]
    assert desk.changed == {}


def test_a_conflict_says_how_to_see_what_changed_since(
    example: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(example.parent)
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Begin"]):
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *words], check=True)
    assert main(["export", "xlsx"]) == 0
    desk = Desk(example, capsys)
    desk.book = openpyxl.load_workbook("plan.xlsx")
    desk.put("Milestones", "rostering", "Due", "May 2027")
    main(["set", "rostering", "due=June 2027"])
    assert desk.jfp() == 2
    commit = subprocess.run(["git", "rev-parse", "HEAD"], check=True, capture_output=True, encoding="utf-8").stdout
    assert f"  what changed in the plan since: jfp diff {commit[:10]}\n" in desk.err


def test_rows_that_were_sorted_without_their_ids_are_refused(desk: Desk) -> None:
    sheet = desk.book["Milestones"]
    rows = [[value.value for value in row[1:]] for row in sheet.iter_rows(min_row=2, max_row=6)]
    for number, row in enumerate(sorted(rows, key=str), 2):
        for at, said in enumerate(row, 2):
            sheet.cell(number, at).value = said
    assert desk.jfp() == 2
    assert "Milestones!B: 4 rows say what other rows said, as if they were sorted without their ids" in desk.err
    assert desk.changed == {}


def test_the_same_change_on_both_sides_is_none(desk: Desk) -> None:
    desk.put("Milestones", "rostering", "Due", "May 2027")
    main(["set", "rostering", "due=May 2027", "owner=Somebody", "--plan", str(desk.root)])
    desk.before = texts_of(desk.root)
    assert desk.jfp() == 0
    assert desk.changed == {}


def test_what_changed_in_the_plan_since_stays(desk: Desk) -> None:
    desk.put("Milestones", "rostering", "Status", "At risk")
    main(["set", "rostering", "due=June 2027", "elective-hub", "--plan", str(desk.root)])
    desk.before = texts_of(desk.root)
    assert desk.jfp() == 0
    assert desk.changed == {WORKFORCE: (["    status: cancelled"], ["    status: at_risk"])}


def test_what_left_the_plan_since_and_was_changed_is_a_conflict(desk: Desk) -> None:
    desk.put("Milestones", "rostering", "Status", "At risk")
    main(["remove", "rostering", "--plan", str(desk.root)])
    assert desk.jfp() == 2
    assert 'Milestones!K6: "rostering" is not in the plan any more as it was exported' in desk.err


def test_what_has_another_id_by_now_is_known_by_its_words(desk: Desk) -> None:
    desk.put("Milestones", "rostering", "Status", "At risk")
    main(["rename", "rostering", "shifts-online", "--plan", str(desk.root)])
    assert desk.jfp() == 0
    assert "\nmilestones/shifts-online: Roster every team" in desk.out
    assert "Milestones!K6: rostering is called shifts-online by now" in desk.err
    assert "    status: at_risk" in desk.changed[WORKFORCE][1]


def test_what_has_another_id_and_other_words_by_now_is_a_conflict(desk: Desk) -> None:
    desk.put("Milestones", "rostering", "Status", "At risk")
    main(["rename", "rostering", "shifts-online", "--plan", str(desk.root)])
    main(["set", "shifts-online", "activity=Something else", "--plan", str(desk.root)])
    assert desk.jfp() == 2
    assert 'Milestones!K6: "rostering" is not in the plan any more' in desk.err


def test_a_bare_number_has_the_unit_of_what_stood_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(Path(shutil.copytree(ROOT / "tests" / "borough" / "plan", tmp_path / "plan")), capsys)
    desk.put("Targets", "council-tax", "Target", 0.98)
    desk.put("Targets", "flood-homes", "Baseline (value)", 2100)
    desk.put("Targets", "foster-homes", "Baseline (value)", "120")
    desk.put("Targets", "foster-homes", "Target", 45)
    assert desk.jfp() == 1
    assert "    Target: 97.5% → 98%  (Targets!" in desk.out
    assert "1,950 homes → 2,100 homes" in desk.out
    assert "118 homes → 120 homes" in desk.out
    assert ': 0.98 was taken as "98%", as it was written before' in desk.err
    assert '45 stands where "40 more homes" stood, and has no unit; write it whole, with its unit' in desk.err


def test_a_bare_reading_has_the_unit_of_the_one_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(Path(shutil.copytree(ROOT / "tests" / "borough" / "plan", tmp_path / "plan")), capsys)
    desk.put("Measures", "recycling", "October 2026", 0.46)
    assert desk.jfp() == 0
    assert "October 2026: (nothing) → 46%" in desk.out


NOT_TAKEN = [
    ("Milestones", "rostering", "Due", "tbc", "Milestones!I6", '"tbc" is not settled'),
    ("Milestones", "rostering", "Due", None, "Milestones!I6", 'needs its due; it stays "31 January 2026"'),
    ("Milestones", "rostering", "Status", "Amber", "Milestones!K6", "a colour may mean several things"),
    ("Milestones", "rostering", "Places", "Narnia", "Milestones!P6", "Narnia"),
    ("Milestones", "rostering", "Needs", "elective-hubb", "Milestones!V6", 'did you mean "elective-hub"?'),
    ("Milestones", "rostering", "Area (id)", "planned-care", "Milestones!C6", 'paste them under "planned-care"'),
    ("Milestones", "rostering", "Area (id)", None, "Milestones!C6", "cut its lines out of the plan's file there"),
    ("Targets", "missed-appointments", "Target", "lots", "Targets!P2", "lots"),
    ("Targets", "missed-appointments", "Hold", "perhaps", "Targets!R2", "true or false"),
    ("Measures", "waiting-list-size", "June 2026", "<5", "Measures!Q2", "a reading is a level"),
    ("Measures", "waiting-list-size", "June 2026", "up 5%", "Measures!Q2", "a reading is a level"),
    ("Measures", "waiting-list-size", "June 2026", "5%", "Measures!Q2", "write all of them in one unit"),
    ("Measures", "waiting-list-size", "June 2026", None, "Measures!Q2", "stays, unless you write --remove"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "row", "heading", "typed", "place", "why"), NOT_TAKEN)
def test_a_cell_that_cannot_be_taken_is_named_with_the_reason(
    desk: Desk, name: str, row: str, heading: str, typed: Any, place: str, why: str
) -> None:
    desk.put("Milestones", "exit-interviews", "Owner", "Somebody")
    desk.put(name, row, heading, typed)
    assert desk.jfp() == 1
    [told] = [line for line in desk.err.splitlines() if line.startswith("  ")]
    assert told.startswith(f"  {place}: ")
    assert why in told
    assert "not taken:\n" in desk.err
    assert desk.changed == {WORKFORCE: ([], ["    owner: Somebody"])}


@pytest.mark.parametrize("typed", ["word " * 6_500, "word" * 8_000])
@pytest.mark.parametrize(
    "heading", ["Activity", "Due", "Leads", "Places", "Needs", "Status", "Updates (new)", "Evidence"]
)
def test_a_very_long_text_is_told_in_short(desk: Desk, heading: str, typed: str) -> None:
    desk.put("Milestones", "rostering", heading, typed)
    desk.add("Milestones", Activity=typed, Area_id=typed, Due="May 2026")
    desk.add("Milestones", Activity=typed, Area_id="workforce", Due="May 2026")
    desk.jfp()
    assert max(map(len, (desk.out + desk.err).splitlines())) < 600
    assert all(len(name) < 255 for name in texts_of(desk.root))


def test_a_circle_of_needs_is_not_taken(desk: Desk) -> None:
    desk.put("Milestones", "rostering", "Needs", "exit-interviews")
    desk.put("Milestones", "exit-interviews", "Needs", "rostering")
    assert desk.jfp() == 1
    assert desk.err.count("  Milestones!V") == 1
    assert "none of them can come first" in desk.err
    assert main(["validate", "--plan", str(desk.root)]) == 0


def test_a_plan_may_have_other_words_and_fields_by_now(change: ChangePlan, capsys: pytest.CaptureFixture[str]) -> None:
    fields = "fields:\n  milestones:\n    cost: {about: Its cost, type: figure}\n"
    words = "statuses: {on_track: {label: Green}}\n"
    desk = Desk(change("plan.yaml", "lint:\n", f"{fields}{words}lint:\n"), capsys)
    desk.put("Milestones", "rostering", "Status", "Green")
    desk.put("Milestones", "rostering", "Cost", "\u00a37m")
    change("plan.yaml", f"{fields}{words}", "statuses: {on_track: {label: As planned}}\n")
    assert desk.jfp() == 0
    assert "    Status: Cancelled → As planned  (Milestones!K6)" in desk.out
    assert 'Milestones: the plan has no field "Cost" any more; it was passed over' in desk.err


def test_titles_are_passed_over_with_a_word(desk: Desk) -> None:
    desk.put("Milestones", "elective-hub", "Places (titles)", "South Vale")
    desk.put("Milestones", "elective-hub", "Updates", "All lies")
    assert desk.jfp() == 0
    assert desk.err.splitlines()[1:] == [
        "Milestones!Q2: grey cells are for reading; what was written there was passed over",
        "Milestones!Y2: grey cells are for reading; what was written there was passed over",
    ]
    assert desk.changed == {}


def test_what_had_no_id_gets_one_where_it_changes(desk: Desk) -> None:
    row = "workstreams/outpatients.actions.2025-26[0]"
    desk.put("Actions", row, "Status", "On track")
    assert desk.jfp() == 0
    assert [line.strip() for line in desk.changed["sections/elective-care.yaml"][1]] == [
        "2025-26: [{id: cut-missed-appointments, action: Cut missed appointments, status: on_track}]",
    ]


def test_a_sentence_in_other_words_stays_a_sentence(desk: Desk) -> None:
    desk.put("Actions", "workstreams/outpatients.actions.2025-26[0]", "Action", "Halve missed appointments")
    assert desk.jfp() == 0
    assert [line.strip() for line in desk.changed["sections/elective-care.yaml"][1]] == [
        "2025-26: [Halve missed appointments]"
    ]


def test_what_has_no_id_is_found_where_it_went(desk: Desk, change: ChangePlan) -> None:
    desk.put("Actions", "workstreams/outpatients.actions.2025-26[0]", "Status", "On track")
    change("sections/elective-care.yaml", "[Cut missed appointments]", "[First of all, Cut missed appointments]")
    desk.before = texts_of(desk.root)
    assert desk.jfp() == 0
    [line] = desk.changed["sections/elective-care.yaml"][1]
    assert "First of all, {id: cut-missed-appointments, action: Cut missed appointments, status: on_track}" in line


def test_an_id_that_is_not_known_is_named(desk: Desk) -> None:
    desk.put("Milestones", "rostering", "Id", "rota")
    assert desk.jfp() == 1
    assert 'Milestones!A6: there is no milestone "rota", so nothing of this row was taken' in desk.err
    assert ": milestones/rostering: " in desk.err
    assert desk.changed == {}


def test_a_row_without_an_id_is_added_where_it_says(desk: Desk) -> None:
    desk.add("Milestones", Activity="Open the new clinic", Area_id="workforce", Due="March 2027", Status="On track")
    desk.add("Checkpoints", Activity="Half of it", Milestone_id="rostering", Due="May 2027")
    desk.add("Actions", Action="Ring everybody", Workstream_id="outpatients", Period="2025-26")
    desk.add(
        "Actions",
        Action="Write to all",
        Workstream_id="outpatients",
        Period="2026-30",
        Due="May 2027",
    )
    desk.add("Commitments", Commitment="Mend the roof", Enabler_id="estates", Report="Begun")
    desk.add("Targets", Statement="Fewer falls", Section_id="elective-care", Target="5%", Due="March 2027")
    desk.add("Targets", Statement="Fewer letters", Section_id="elective-care", Workstream_id="outpatients")
    assert desk.jfp() == 0
    assert desk.err.startswith("added 7 rows\n")
    new = {name: [line.strip() for line in lines] for name, (_, lines) in desk.changed.items()}
    assert new[WORKFORCE] == [
        *("checkpoints:", "- {id: half, due: May 2027, activity: Half of it}"),
        *("- id: open-new-clinic", "activity: Open the new clinic", "due: March 2027", "status: on_track"),
    ]
    section, enabler = " ".join(new["sections/elective-care.yaml"]), " ".join(new["enablers/estates.yaml"])
    assert all(words in section for words in ("Ring everybody", "Write to all", "Fewer falls", "Fewer letters"))
    assert "id: write, action: Write to all" in section
    assert "Mend the roof" in enabler
    assert "note: Begun" in enabler
    assert main(["validate", "--plan", str(desk.root)]) == 0


def test_rows_of_the_same_words_get_ids_of_their_own(desk: Desk) -> None:
    desk.add("Milestones", Activity="Open the new clinic", Area_id="workforce", Due="March 2027")
    desk.add("Milestones", Activity="Open the new clinic", Area_id="planned-care", Due="March 2027")
    desk.add("Actions", Action="Ring", Workstream_id="outpatients", Period="2025-26", Due="May 2027")
    desk.add("Actions", Action="Ring", Workstream_id="outpatients", Period="2026-30", Due="May 2028")
    assert desk.jfp() == 0
    added = [line.split()[1] for line in desk.out.splitlines() if line.startswith("+ ")]
    assert added == [
        *("milestones/open-new-clinic", "milestones/open-new-clinic-2", "actions/ring", "actions/ring-2"),
    ]


def test_a_row_says_where_it_goes_by_a_title_as_well(desk: Desk) -> None:
    number = desk.add("Milestones", Activity="Open the new clinic", Due="March 2027")
    sheet = desk.book["Milestones"]
    sheet.cell(number, headings(sheet)["Area (title)"]).value = "Planned  care"
    assert desk.jfp() == 0
    assert list(desk.changed) == [PLANNED]


@pytest.mark.parametrize(
    ("name", "cells", "why"),
    [
        ("Milestones", {"Due": "May 2027"}, "a milestone needs something under Area (id)"),
        ("Milestones", {"Area_id": "workforce"}, "a milestone needs something under Due; the row was not added"),
        ("Milestones", {"Area_id": "wrkforce", "Due": "May 2027"}, 'did you mean "workforce"?; the row was not added'),
        ("Milestones", {"Area_id": "workforce", "Due": "tbc"}, "leave it out until then; the row was not added"),
        ("Actions", {"Workstream_id": "outpatients"}, "an action needs a planning period: 2025-26 or 2026-30"),
        (
            "Actions",
            {"Workstream_id": "outpatients", "Period": "2031"},
            "there is no planning period 2031",
        ),
        ("Targets", {}, "a target needs something under Section (id) or Workstream (id)"),
        ("Commitments", {"Enabler_id": "estates", "Topic": "Nothing"}, "has no topic Nothing"),
    ],
)
def test_a_row_that_says_too_little_is_not_added(desk: Desk, name: str, cells: dict[str, str], why: str) -> None:
    title = headings(desk.book[name])
    desk.add(name, **{next(head for head, at in title.items() if at == 2): "Do it"}, **cells)
    assert desk.jfp() == 1
    assert desk.err.count("  ") == 1
    assert why in desk.err
    assert desk.changed == {}


def test_a_cell_of_a_new_row_that_cannot_be_taken_leaves_the_rest(desk: Desk) -> None:
    desk.add("Milestones", Activity="Open it", Area_id="workforce", Due="May 2027", Status="Amber")
    assert desk.jfp() == 1
    assert [line.strip() for line in desk.changed[WORKFORCE][1]] == ["- id: open", "activity: Open it", "due: May 2027"]


def test_a_copied_row_is_no_new_one(desk: Desk) -> None:
    sheet = desk.book["Milestones"]
    for at, value in enumerate([value.value for value in sheet[6]], 1):
        sheet.cell(7, at).value = value
    assert desk.jfp() == 0
    assert 'Milestones!A7: "rostering" stands in row 6 already, in the same words' in desk.err
    desk.put("Milestones", "exit-interviews", "Id", "rostering")
    assert desk.jfp() == 2
    assert "keep one of them, and of a new row empty the id" in desk.err
    assert desk.changed == {}


def test_a_row_that_was_taken_out_is_named_and_stays(desk: Desk) -> None:
    desk.delete("Milestones", "exit-interviews")
    assert desk.jfp() == 0
    assert desk.err.splitlines()[1:] == [
        "these did not come back, and stay in the plan unless you write --remove:",
        "  milestones/exit-interviews: Hold an exit interview with every leaver",
    ]
    assert desk.changed == {}
    assert desk.jfp("--remove") == 0
    assert desk.out == "- milestones/exit-interviews: Hold an exit interview with every leaver\n"
    assert "  - id: exit-interviews" in desk.changed[WORKFORCE][0]


@pytest.mark.parametrize("said", ["exit-interviws", "2", "=1+1"], ids=["mistyped", "another", "formula"])
def test_a_row_whose_id_cannot_be_told_takes_nothing_out_of_the_plan(desk: Desk, said: str) -> None:
    desk.put("Milestones", "exit-interviews", "Id", said)
    assert desk.jfp("--remove") == 1
    told = "this did not come back, and stays as long as nobody can tell of a row what it is"
    assert f"{told}: milestones/exit-interviews: Hold an exit interview with every leaver\n" in desk.err
    assert "these did not come back" not in desk.err
    assert desk.changed == {}


def test_a_row_whose_id_cannot_be_told_holds_up_no_other_sheet(desk: Desk) -> None:
    desk.put("Milestones", "rostering", "Id", "rota")
    desk.delete("Commitments", "enablers/estates.commitments[0]")
    assert desk.jfp("--remove") == 1
    assert list(desk.changed) == ["enablers/estates.yaml"]


def test_what_goes_along_with_a_row_is_told(desk: Desk) -> None:
    desk.delete("Milestones", "patient-portal")
    assert desk.jfp("--remove", "--dry-run") == 0
    assert desk.out.splitlines() == [
        "- milestones/patient-portal: Give every patient the portal",
        "    with it: Half of specialties live",
        "    with it: Every specialty live",
    ]


def test_a_row_of_a_place_is_its_readings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(Path(shutil.copytree(ROOT / "tests" / "borough" / "plan", tmp_path / "plan")), capsys)
    sheet = desk.book["Measures"]
    [row] = [
        cells[0].row for cells in sheet.iter_rows() if (cells[0].value, cells[2].value) == ("temporary", "harbour")
    ]
    sheet.delete_rows(row)
    assert desk.jfp() == 0
    told = "measures/temporary, the readings of harbour: Households in temporary accommodation"
    assert f"  {told}\n" in desk.err
    assert desk.jfp("--remove") == 0
    assert desk.out == f"- {told}\n"
    gone, new = desk.changed["measures/temporary.yaml"]
    assert len(gone) == 2
    assert all("place: harbour" in line for line in gone)
    assert new == []


def test_a_measure_that_was_taken_out_goes_with_its_file(desk: Desk) -> None:
    main(["set", "waiting-list-size", "measure=", "--plan", str(desk.root)])
    desk.delete("Measures", "waiting-list-size")
    assert desk.jfp("--remove") == 0
    assert not (desk.root / "measures" / "waiting-list-size.yaml").exists()


def test_what_is_still_named_is_not_removed(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["set", "rostering", "needs=exit-interviews", "--plan", str(example)])
    desk = Desk(example, capsys)
    desk.delete("Milestones", "exit-interviews")
    assert desk.jfp("--remove") == 2
    assert "milestones/rostering.needs[0] names milestones/exit-interviews" in desk.err
    assert desk.changed == {}


def test_a_filtered_workbook_removes_nothing_that_it_did_not_hold(desk: Desk) -> None:
    desk.filtered(Filters(areas=("workforce",)))
    desk.delete("Milestones", "exit-interviews")
    assert desk.jfp("--remove") == 0
    assert list(desk.changed) == [WORKFORCE]
    assert desk.out == "- milestones/exit-interviews: Hold an exit interview with every leaver\n"


def test_a_filtered_workbook_changes_nothing_that_it_did_not_hold(desk: Desk) -> None:
    desk.filtered(Filters(areas=("workforce",)))
    desk.put("Milestones", "rostering", "Id", "elective-hub")
    assert desk.jfp() == 1
    assert '"elective-hub" was not in this workbook when it was exported; export it anew to change it' in desk.err
    assert desk.changed == {}


def test_readings_are_recorded_corrected_and_taken_out(desk: Desk) -> None:
    sheet = desk.book["Measures"]
    desk.put("Measures", "waiting-list-size", "July 2026", 131_500)
    sheet.cell(2, headings(sheet)["July 2026"]).number_format = "#,##0"
    desk.put("Measures", "waiting-list-size", "June 2026", "133,100")
    desk.put("Measures", "waiting-list-size", "June 2025", None)
    assert desk.jfp("--remove") == 0
    gone, new = desk.changed["measures/waiting-list-size.yaml"]
    assert any("148,300" in line for line in gone)
    assert any("133,100" in line for line in new)
    assert any("131,500" in line and "2026-07" in line for line in new)


@pytest.mark.parametrize(
    ("head", "why"), [("Ocotber 2025", 'write "October 2025"'), ("Oct", "has no year"), ("from May 2026", "never ends")]
)
def test_a_month_that_cannot_be_read_is_not_taken(desk: Desk, head: str, why: str) -> None:
    sheet = desk.book["Measures"]
    last = sheet.max_column + 1
    sheet.cell(1, last).value, sheet.cell(2, last).value = head, "140,000"
    assert desk.jfp() == 1
    [told] = [line for line in desk.err.splitlines() if line.startswith("  Measures!")]
    assert f'"{head}"' in told
    assert why in told
    assert desk.changed == {}


def test_a_place_and_a_month_may_be_new(desk: Desk) -> None:
    sheet = desk.book["Measures"]
    last = sheet.max_column + 1
    sheet.cell(1, last).value = "Oct 2025"
    sheet.cell(2, last).value = "140,000"
    number = desk.add("Measures", Id="waiting-list-size", Title="Open elective pathways", Place_id="North Town")
    sheet.cell(number, last).value = "41,200"
    assert desk.jfp() == 0
    new = " ".join(desk.changed["measures/waiting-list-size.yaml"][1])
    assert "2025-10" in new
    assert "place: north-town" in new
    assert "    Oct 2025, north-town: (nothing) → 41,200" in desk.out.replace("October 2025", "Oct 2025")


def test_a_measure_may_be_new(desk: Desk) -> None:
    number = desk.add("Measures", Title="Falls on wards", Unit="falls", July_2026="12 falls")
    assert number == 3
    assert desk.jfp() == 0
    text = (desk.root / "measures" / "falls-wards.yaml").read_text("utf-8")
    assert "title: Falls on wards" in text
    assert '"12 falls"' in text or "12 falls" in text
    assert main(["validate", "--plan", str(desk.root)]) == 0


def test_how_to_undo_is_said_where_git_can(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk.root.parent)
    subprocess.run(["git", "init", "-q", "."], cwd=desk.root.parent, check=True)
    desk.put("Milestones", "rostering", "Status", "At risk")
    assert desk.jfp() == 0
    assert desk.err.splitlines()[-1] == (
        f"to undo it: git restore plan/{WORKFORCE}, which brings back what was last committed"
    )


def test_line_ends_and_remarks_stay(change: ChangePlan, capsys: pytest.CaptureFixture[str]) -> None:
    text = (EXAMPLE / WORKFORCE).read_text("utf-8")
    text = text.replace("    status: cancelled", "    status: cancelled  # since May").replace("\n", "\r\n")
    desk = Desk(change(WORKFORCE, text), capsys)
    desk.put("Milestones", "rostering", "Status", "At risk")
    assert desk.jfp() == 0
    assert (desk.root / WORKFORCE).read_bytes() == text.replace("cancelled", "at_risk").encode()


def test_a_plan_with_faults_takes_what_it_can(desk: Desk, change: ChangePlan) -> None:
    change(PLANNED, "area: planned-care\ntitle: Planned care\nmilestones: 5\n")
    desk.put("Milestones", "rostering", "Status", "At risk")
    assert desk.jfp() == 0
    assert "status: at_risk" in (desk.root / WORKFORCE).read_text("utf-8")
