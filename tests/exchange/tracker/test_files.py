"""What trackers come in: CSV however it was saved, tables in Word, workbooks with hidden sheets; what is refused."""

import io
from pathlib import Path
from typing import Any

import docx
import pytest

from jfp_cli.exchange.excel.colours import colour_word
from tests.exchange.tracker.desk import Desk, workbook
from tests.exchange.workbooks import exported, opened, saved

HEAD = "Réf{0}Action{0}Owner{0}Due date{0}RAG{0}Comments"
TABLE = HEAD + '\n1{0}"Open the café\nin the park"{0}Ann{0}31/03/2027{0}Complete{0}“Good”\n'


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_is_read_however_it_was_saved(new: Desk, separator: str, encoding: str) -> None:
    data = TABLE.format(separator).encode(encoding)
    assert new.take(data, name="Parks.csv") == 0
    assert new.told("Open the café in the park") == {
        "due": "31/03/2027",
        "status": "complete",
        "owner": "Ann",
        "updates": [(new.told("Open the café in the park")["updates"][0][0], '"Good"')],
        "ref": "1",
    }
    assert ("Windows-1252" in new.err) == (encoding == "cp1252")
    assert "+ areas/parks: Parks  (Parks.csv, row 2)" in new.out


def test_excel_may_say_what_parts_the_cells(new: Desk) -> None:
    assert new.take(b"sep=;\r\nTask;Lead;Deadline\r\nPaint, then dry;Bob;May 2027\r\n", name="Parks.csv") == 0
    assert new.told("Paint, then dry") == {"due": "May 2027", "owner": "Bob"}


def document(*parts: Any) -> bytes:
    """A Word document of headings, and of tables by their rows."""
    made = docx.Document()
    for part in parts:
        if isinstance(part, str):
            made.add_heading(part, 1)
        else:
            table = made.add_table(len(part), max(map(len, part)))
            for row, cells in zip(table.rows, part, strict=True):
                for cell, text in zip(row.cells, cells, strict=False):
                    cell.text = text
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


HEADS = ["Ref", "Action", "Lead", "By when"]


def test_tables_of_a_word_document_go_into_a_plan(new: Desk) -> None:
    data = document(
        *(
            "Cancer",
            [HEADS, ["1", "Open a clinic", "Ann", "1 May 2027"], ["2", "Close a ward", "Bob", "31 March 2027"]],
        ),
        *("Dental", [HEADS, ["1", "Sign a lease", "Ann", "March 2027"], ["2", "Hire nurses", "Bob", "ongoing"]]),
    )
    assert new.take(data, name="tables.docx") == 1
    assert {one: (new.area_of(one), new.told(one)["ref"]) for one in new.milestones} == {
        "Open a clinic": ("cancer", "1"),
        "Close a ward": ("cancer", "2"),
        "Sign a lease": ("dental", "1"),
    }
    assert new.told("Open a clinic")["due"] == "1 May 2027"
    assert 'table 2, row 3, column 4: "ongoing" has no end' in new.err
    assert "only its tables were read" in new.err


def test_the_heading_over_a_word_table_is_its_area_and_not_who_leads_it(new: Desk) -> None:
    made = docx.Document()
    made.add_heading("Workplan", 0)
    for said, row in (("Start well", ["Family hubs open", "May 2027"]), ("Age well", ["Falls service", "June 2027"])):
        made.add_paragraph(said)
        made.add_paragraph("Lead: Jo Smith")
        table = made.add_table(2, 2)
        for cells, texts in zip(table.rows, (["Action", "Timescale"], row), strict=True):
            for cell, text in zip(cells.cells, texts, strict=True):
                cell.text = text
    file = io.BytesIO()
    made.save(file)
    assert new.take(file.getvalue(), name="tables.docx") == 0
    assert {one: new.area_of(one) for one in new.milestones} == {
        "Family hubs open": "start-well",
        "Falls service": "age-well",
    }


def test_a_cell_over_several_rows_of_a_word_table_is_said_of_each(new: Desk) -> None:
    made = docx.Document()
    rows = [["Service", "Action", "Due"], ["Dental", "Sign", "May 2027"], ["", "Hire", "June 2027"]]
    table = made.add_table(3, 3)
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    file = io.BytesIO()
    made.save(file)
    assert new.take(file.getvalue(), name="tables.docx") == 0
    assert (new.area_of("Sign"), new.area_of("Hire")) == ("dental", "dental")


def test_a_hidden_sheet_is_named_and_not_read(new: Desk) -> None:
    book = workbook(Parks=[["Action", "Due"], ["Dig", "May 2027"]], Lookups=[["Action", "Due"], ["Hidden", "May 2027"]])
    book["Lookups"].sheet_state = "hidden"
    assert new.take(book) == 0
    assert 'the sheet "Lookups" is hidden, so nothing of it was looked at' in new.err
    assert list(new.milestones) == ["Dig"]


def test_a_sheet_without_a_table_is_named(new: Desk) -> None:
    book = workbook(Parks=[["Action", "Due"], ["Dig", "May 2027"]], Card=[["Project", "Parks"], ["Budget", "None"]])
    assert new.take(book) == 0
    assert '"Card" has no row of heads that is known; nothing of it was taken' in new.err


@pytest.mark.parametrize(
    ("made", "name", "said"),
    [
        (workbook(Card=[["Project name", "Homes"], ["Budget", "5"]]), "t.xlsx", "nothing in it can be read as"),
        (b"", "t.csv", "nothing in it can be read as a tracker: it is empty"),
        (b"just a line", "t.csv", "has no row of heads that is known"),
        (b"PK\x03\x04 and so on", "t.csv", "it is a file of Excel or Word, whatever it is called"),
        (b"Action,Due\n" + b"Dig,\x00\n", "t.csv", "it is no text"),
        (b"Action,Due\nDig,May 2027\n" * 20_001, "t.csv", "more than 20,000 rows"),
        (b"Action,Due\n" + b"Dig,May 2027\n" * 2_001, "t.csv", "its 2,001 rows say what is to be done, and no plan"),
        (b"Measure,April 2026\n" + b"Falls,1\n" * 5_000, "t.csv", "it has more than 5,000 rows"),
        (b'Action,Due\nDig,May 2027\n"Plant,May 2027\n', "t.csv", "its quotation marks do not pair; mend it"),
        (b"\xff\xfeA", "t.csv", "it is damaged"),
        (b"Action,Due\n", "t.xlsx", "is no Excel workbook"),
        (b"PK\x03\x04", "t.docx", "is cut short or damaged"),
        (document("Cancer"), "t.docx", "nothing in it can be read as a tracker"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_a_sentence(new: Desk, made: Any, name: str, said: str) -> None:
    assert new.take(made, name=name) == 2
    assert said in new.err
    assert new.out == ""
    assert new.is_unchanged


def test_an_exported_workbook_without_its_hidden_sheet_is_no_tracker(borough: Desk) -> None:
    book = opened(exported(borough.root))
    del book["Exported"]
    assert borough.take(saved(book)) == 2
    assert "the hidden sheet that says what was exported is gone" in borough.err
    assert borough.is_unchanged


@pytest.mark.parametrize("options", [["--remove"], ["--into", "x"], ["--organisation", "North Town"]])
def test_options_of_other_files_are_refused(new: Desk, options: list[str]) -> None:
    assert new.take(workbook(Parks=[["Action", "Due"], ["Dig", "May 2027"]]), *options) == 2
    assert options[0] in new.err
    assert new.is_unchanged


def test_formulas_count_by_their_values_and_errors_by_nothing(new: Desk) -> None:
    book = workbook(Parks=[["Action", "Owner", "Due"], ["Dig", "Ann", "=DATE(2027,5,1)"], ["Plant", "Ann", "#REF!"]])
    book["Parks"]["C3"].data_type = "e"
    assert new.take(book) == 1
    assert "Parks!C2: it holds a formula whose value the file does not have" in new.err
    assert "Parks!C3: it shows the error #REF!" in new.err


@pytest.mark.parametrize(
    ("rgb", "word"),
    [
        *(("FF00B050", "green"), ("FFFFC000", "amber"), ("FFFF0000", "red"), ("0070C0", "blue"), ("BFBFBF", "grey")),
        *(("FFFF00", "yellow"), ("7030A0", "purple"), ("FFFFFF", ""), ("000000", ""), ("C6EFCE", "green"), ("", "")),
    ],
)
def test_colours_have_the_names_that_people_have_for_them(rgb: str, word: str) -> None:
    assert colour_word(rgb) == word


def test_the_map_that_was_used_says_what_was_taken_and_what_is_open(new: Desk, tmp_path: Path) -> None:
    book = workbook(
        Parks=[["Thing to do", "Chief", "Deadline", "State of play"], ["Dig", "Ann", "May 2027", "In progress"]]
    )
    said = new.map("columns: {Thing to do: activity, Chief: owner, State of play: status}")
    saved_map = tmp_path / "saved.yaml"
    assert new.take(book, "--map", said, "--save-map", str(saved_map), "--dry-run") == 1
    assert saved_map.read_text(encoding="utf-8").splitlines() == [
        "columns:",
        "  Thing to do: activity",
        "  Chief: owner",
        "  Deadline: due",
        "  State of play: status",
        "# not decided; write what each means under statuses: or, of colours, under colours:",
        '#   "In progress": on_track or at_risk',
    ]
    assert new.take(book, "--map", str(saved_map), "--save-map", str(saved_map)) == 2
    assert "saved.yaml is there already" in new.err
    assert new.take(book, "--map", str(saved_map)) == 1
    assert new.told("Dig") == {"due": "May 2027", "owner": "Ann"}


def test_what_a_map_leaves_out_on_purpose_is_not_taken(new: Desk) -> None:
    book = workbook(Parks=[["Action", "Due", "Owner", "Budget"], ["Dig", "May 2027", "Ann", "much"]])
    said = new.map("area: Estates\ncolumns: {Owner: nothing, Budget: nothing, Gone: owner}")
    assert new.take(book, "--map", said) == 0
    assert new.told("Dig") == {"due": "May 2027"}
    assert new.area_of("Dig") == "estates"
    assert new.err.splitlines()[1:] == ['no table has the head "Gone", of which the map says what it holds']


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("columns: {Chief: ownr}", 'columns: "Chief" cannot be "ownr"; did you mean "owner"?'),
        ("statuses: {Going: fine}", 'statuses: "Going" cannot be "fine"'),
        ("colors: {green: on_track}", 'it has no place for "colors"; did you mean "colours"?'),
        ("columns: [a]", 'columns has a line for each, such as "Lead officer: owner"'),
        ("area: [a]", "area is one area"),
        ("just words", "it says nothing"),
        ("a: [", "map.yaml:1"),
    ],
)
def test_a_map_that_cannot_be_is_refused(new: Desk, text: str, said: str) -> None:
    assert new.take(workbook(Parks=[["Action", "Due"], ["Dig", "May 2027"]]), "--map", new.map(text)) == 2
    assert said in new.err
    assert new.is_unchanged
