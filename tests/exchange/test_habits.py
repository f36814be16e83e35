"""What Excel and its likes do to a workbook unasked, undone when it comes back."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from jfp_cli.exchange.excel.numbers import Shown, shown_number
from jfp_cli.exchange.excel.returned import COVERED
from jfp_cli.exchange.excel.typography import Hand
from jfp_cli.loading import load
from tests.conftest import ChangePlan
from tests.exchange.workbooks import Taken, cell, exported, headings, opened, rewritten, saved, taken, texts_of

WAITING = "targets/waiting-list-size"
EditBook = Callable[[Any], None]


def came_back(root: Path, edit: EditBook, parts: Callable[[str, bytes], bytes] | None = None) -> Taken:
    """Edit the plan's workbook as a hand would, or the parts of its file, and take it in."""
    book = opened(exported(root))
    edit(book)
    data = saved(book)
    return taken(root, rewritten(data, parts) if parts else data)


def value(root: Path, thing: str, field: str) -> Any:
    plan = load(root).plan
    assert plan is not None
    kind, name = thing.split("/")
    entity = next(entity for at, entity in plan.things.items() if (at.kind, at.id) == (kind, name))
    said = getattr(entity, field)
    return getattr(said, "text", said)


def put(name: str, row: str, heading: str, said: Any, number_format: str = "") -> EditBook:
    def edit(book: Any) -> None:
        here = cell(book, name, row, heading)
        here.value = said
        if number_format:
            here.number_format = number_format

    return edit


DATES = [
    (date(2026, 1, 1), "mmm-yy", "January 2026"),
    (date(2026, 1, 1), "mmmm yyyy", "January 2026"),
    (date(2026, 1, 1), "dd/mm/yyyy", "1 January 2026"),
    (datetime.combine(date(2026, 1, 31), time(9, 30)), "dd/mm/yyyy hh:mm", "31 January 2026"),
    (46_023, "General", "1 January 2026"),
    (2027, "General", "2027"),
    ("Jan\u201dry", "@", None),
]


@pytest.mark.parametrize(("typed", "number_format", "meant"), DATES)
def test_a_date_that_excel_made_is_the_date_that_was_typed(
    example: Path, typed: Any, number_format: str, meant: str | None
) -> None:
    came = came_back(example, put("Milestones", "exit-interviews", "Due", typed, number_format))
    if meant is None:
        assert [remark.place for remark in came.settled.untaken] == ["Milestones!I5"]
        meant = "April 2026 onwards"
    assert value(example, "milestones/exit-interviews", "due") == meant


@pytest.mark.parametrize(
    ("typed", "number_format"),
    [
        (date(2025, 9, 1), "mmm-yy"),
        (date(2025, 9, 1), "dd/mm/yyyy"),
        (45_901, "General"),
        ("September\u00a02025  ", "@"),
    ],
)
def test_a_month_that_excel_made_a_day_is_that_month(example: Path, typed: Any, number_format: str) -> None:
    before = texts_of(example)
    came = came_back(example, put("Milestones", "elective-hub", "Due", typed, number_format))
    assert came.proposal.changes == []
    assert texts_of(example) == before


def test_days_are_counted_from_1904_where_the_workbook_says_so(example: Path) -> None:
    book = opened(exported(example))
    book.epoch = CALENDAR_MAC_1904
    put("Milestones", "rostering", "Due", date(2027, 3, 1), "mmm-yy")(book)
    data = saved(book)
    assert b"date1904" in zipfile.ZipFile(io.BytesIO(data)).read("xl/workbook.xml")
    taken(example, data)
    assert value(example, "milestones/rostering", "due") == "March 2027"


@pytest.mark.parametrize(
    ("number", "number_format", "shown"),
    [
        ("0.19", "0%", "19%"),
        ("0.195", "0%", "19.5%"),
        ("-0.05", "0.0%;[Red]-0.0%", "-5%"),
        ("148300", "#,##0", "148,300"),
        ("1234567.5", "#,##0.00", "1,234,567.5"),
        ("7", '"\u00a3"#,##0', "\u00a37"),
        ("7.5", "[$\u00a3-809]#,##0.00", "\u00a37.5"),
        ("3300000", "_-\u00a3* #,##0_-;-\u00a3* #,##0_-", "\u00a33,300,000"),
        ("65", '0" weeks"', "65 weeks"),
        ("0.30000000000000004", "General", "0.3"),
        ("2026", "", "2026"),
        ("0", "General", "0"),
        ("1E-7", "General", "0.0000001"),
        ("0.02253472222222222", "hh:mm:ss", "00:32:27"),
        ("1.5", "[h]:mm", "36:00:00"),
    ],
)
def test_a_number_is_what_it_is_shown_as(number: str, number_format: str, shown: str) -> None:
    assert shown_number(Decimal(number), number_format) == Shown(shown)


@pytest.mark.parametrize(
    ("typed", "number_format", "meant"),
    [
        (0.85, "0%", "85%"),
        ("\u2264 6%", "@", "\u2264 6%"),
        ("at least 19% ", "@", "at least 19%"),
    ],
)
def test_a_figure_is_what_it_is_shown_as(example: Path, typed: Any, number_format: str, meant: str) -> None:
    came_back(example, put("Targets", "missed-appointments", "Target", typed, number_format))
    assert value(example, "targets/missed-appointments", "target") == meant


def test_a_figure_has_the_commas_that_it_is_shown_with(example: Path) -> None:
    came_back(example, put("Targets", "waiting-list-size", "Target", 92_301, "#,##0"))
    assert value(example, "targets/waiting-list-size", "target") == "92,301"


def test_a_figure_keeps_the_commas_that_it_had(example: Path) -> None:
    came_back(example, put("Measures", "waiting-list-size", "June 2026", 133_250, "General"))
    assert '"133,250"' in (example / "measures" / "waiting-list-size.yaml").read_text("utf-8")


@pytest.mark.parametrize(("typed", "number_format"), [(133_000, "General"), (133_000, "#,##0"), ("133000", "@")])
def test_a_reading_that_lost_its_commas_is_no_change(example: Path, typed: Any, number_format: str) -> None:
    came = came_back(example, put("Measures", "waiting-list-size", "June 2026", typed, number_format))
    assert [change.after for change in came.proposal.changes] == (["133000"] if typed == "133000" else [])


def test_quotes_and_dashes_that_were_corrected_unasked_are_as_before(change: ChangePlan) -> None:
    root = change(
        "milestones/planned-care.yaml", "Open the elective hub to patients", "Open the 'hub' - it's 2025-26..."
    )
    before = texts_of(root)
    autocorrected = "Open the \u2018hub\u2019 \u2013 it\u2019s 2025\u201326\u2026 "
    assert came_back(root, put("Milestones", "elective-hub", "Activity", autocorrected)).proposal.changes == []
    assert texts_of(root) == before
    came_back(root, put("Milestones", "elective-hub", "Activity", f"{autocorrected}and \u201cmore\u201d"))
    assert value(root, "milestones/elective-hub", "activity") == "Open the 'hub' - it's 2025-26... and \"more\""


def test_a_plan_that_writes_them_itself_keeps_them() -> None:
    hand = Hand(["\u2018so\u2019", "2025\u201326"])
    assert (
        hand.written("\u2018new\u2019 2026\u201327 \u2014 \u201cmore\u201d") == '\u2018new\u2019 2026\u201327 - "more"'
    )


@pytest.mark.parametrize(
    "typed", ["South Vale; North Town", "south-vale,north-town", "South-Vale\nnorth town ", " south-vale , North  Town"]
)
def test_names_are_ids_or_what_they_are_called(example: Path, typed: str) -> None:
    came_back(example, put("Milestones", "elective-hub", "Places", typed))
    assert value(example, "milestones/elective-hub", "places") == ("south-vale", "north-town")


@pytest.mark.parametrize("typed", ["At risk", "at_risk", "AT RISK ", "At-Risk"])
def test_a_status_is_a_word_or_what_it_is_called(example: Path, typed: str) -> None:
    came_back(example, put("Milestones", "patient-portal", "Status", typed))
    assert value(example, "milestones/patient-portal", "status") == "at_risk"


@pytest.mark.parametrize(("typed", "is_said"), [("Yes", True), (True, True), (1, True), ("no", False), (False, False)])
def test_a_truth_is_yes_or_no(example: Path, typed: Any, is_said: bool) -> None:
    before = texts_of(example)
    came_back(example, put("Targets", "missed-appointments", "Hold", typed))
    assert value(example, "targets/missed-appointments", "hold") is is_said
    assert is_said or texts_of(example) == before


def sort(book: Any) -> None:
    sheet = book["Milestones"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for number, row in enumerate(reversed(rows), 2):
        for at, said in enumerate(row, 1):
            sheet.cell(number, at).value = said


def insert(book: Any) -> None:
    sheet = book["Milestones"]
    sheet.insert_cols(3, 2)
    sheet.cell(1, 3).value = "Our own remarks"
    sheet.cell(2, 3).value = "Ring them"
    sheet.insert_rows(1, 2)
    sheet.cell(1, 1).value = "Tracker of November"
    sheet.column_dimensions["F"].hidden = True


def rename(book: Any) -> None:
    book["Milestones"].title = "November"
    book["Targets"].title = "Milestones (2)"


def blank_rows(book: Any) -> None:
    book["Milestones"].insert_rows(4, 3)
    book["Actions"].insert_rows(2)
    book["Milestones"].row_dimensions[3].hidden = True


def format_much(book: Any) -> None:
    for number in range(2000, 2400):
        book["Milestones"].cell(number, 1).number_format = "0.00"


def hide_and_filter(book: Any) -> None:
    book["Milestones"].auto_filter.add_filter_column(0, ["elective-hub"])
    book["Targets"].sheet_state = "hidden"
    book.move_sheet("Measures", -5)


def wrong_order(book: Any) -> None:
    sheet = book["Milestones"]
    for row in sheet.iter_rows():
        row[0].value, row[8].value = row[8].value, row[0].value


@pytest.mark.parametrize(
    "edit",
    [sort, insert, rename, blank_rows, format_much, hide_and_filter, wrong_order],
    ids=lambda edit: edit.__name__,
)
def test_what_is_only_arranged_is_no_change(example: Path, edit: EditBook) -> None:
    before = texts_of(example)
    came = came_back(example, edit)
    assert (came.proposal.changes, came.proposal.added, came.proposal.gone) == ([], [], [])
    assert (came.proposal.untaken, texts_of(example)) == ([], before)


@pytest.mark.parametrize("edit", [sort, insert, rename, blank_rows, wrong_order], ids=lambda edit: edit.__name__)
def test_a_change_is_found_however_it_is_arranged(example: Path, edit: EditBook) -> None:
    def both(book: Any) -> None:
        put("Milestones", "rostering", "Due", "May 2027")(book)
        edit(book)

    [changed] = came_back(example, both).proposal.changes
    assert (changed.column.heading, changed.after) == ("Due", "May 2027")


def test_an_inserted_column_is_passed_over_with_a_word(example: Path) -> None:
    assert came_back(example, insert).proposal.remarks == [
        'Milestones!C3: "Our own remarks" is no column that was exported; it was passed over'
    ]


def test_a_column_that_went_empties_nothing(example: Path) -> None:
    before = texts_of(example)

    def edit(book: Any) -> None:
        book["Milestones"].delete_cols(headings(book["Milestones"])["Owner"])

    assert came_back(example, edit).proposal.remarks == [
        'Milestones has no column "Owner" any more; what it said stays as it is'
    ]
    assert texts_of(example) == before


def test_a_sheet_that_lost_its_ids_is_not_taken_for_unchanged(example: Path) -> None:
    before = texts_of(example)

    def edit(book: Any) -> None:
        cell(book, "Milestones", "rostering", "Status").value = "At risk"
        book["Milestones"].delete_cols(1)

    came = came_back(example, edit)
    assert [str(one) for one in came.proposal.untaken] == [
        'Milestones!A1: has no column "Id" any more, by which its rows are known; nothing of this sheet was taken'
    ]
    assert (came.proposal.gone, texts_of(example)) == ([], before)


def test_a_sheet_that_went_takes_nothing_out(example: Path) -> None:
    before = texts_of(example)

    def edit(book: Any) -> None:
        del book["Milestones"]

    came = came_back(example, edit)
    assert came.proposal.remarks == ["no sheet has the heads of Milestones any more; nothing of it was looked at"]
    assert (came.proposal.gone, texts_of(example)) == ([], before)


def test_a_sheet_that_was_copied_is_not_looked_at(example: Path) -> None:
    def edit(book: Any) -> None:
        copy = book.copy_worksheet(book["Milestones"])
        copy.cell(2, 2).value = "Something else"

    came = came_back(example, edit)
    assert came.proposal.remarks == ["the sheet Milestones Copy is none that was exported; nothing of it was looked at"]
    assert came.proposal.changes == []


@pytest.mark.parametrize("stated", ["A1:B2", "A1", "A1:XFD1048576"])
def test_a_size_that_a_sheet_states_falsely_hides_nothing(example: Path, stated: str) -> None:
    def falsify(_: str, data: bytes) -> bytes:
        return re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="' + stated.encode() + b'"', data)

    [changed] = came_back(example, put("Milestones", "rostering", "Due", "May 2027"), falsify).proposal.changes
    assert changed.after == "May 2027"


def test_a_formula_is_taken_for_what_came_out_of_it(example: Path) -> None:
    def calculated(_: str, data: bytes) -> bytes:
        return re.sub(
            rb'(<c r="I6" s="\d+")[^>]*><f>1\+1</f><v ?/?>(</v>)?', rb'\1 t="str"><f>1+1</f><v>March 2027</v>', data
        )

    came = came_back(example, put("Milestones", "rostering", "Due", "=1+1"), calculated)
    assert value(example, "milestones/rostering", "due") == "March 2027"
    assert came.proposal.remarks == ["1 formula in Milestones: what came out of it was taken"]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("=A1", "holds a formula whose value the file does not have; open it in Excel and save it, or write the value"),
        ("#REF!", "shows the error #REF!; write the value"),
    ],
)
def test_what_has_no_value_is_named_and_not_emptied(example: Path, typed: str, why: str) -> None:
    before = texts_of(example)
    came = came_back(example, put("Milestones", "rostering", "Due", typed))
    assert [*map(str, came.settled.untaken)] == [f"Milestones!I6: {why}"]
    assert texts_of(example) == before


def test_cells_that_were_made_one_are_not_emptied(example: Path) -> None:
    before = texts_of(example)

    def edit(book: Any) -> None:
        sheet = book["Milestones"]
        at = headings(sheet)["Due"]
        sheet.merge_cells(start_row=2, end_row=3, start_column=at, end_column=at)

    [remark] = came_back(example, edit).settled.untaken
    assert str(remark) == f"Milestones!I3: {COVERED}"
    assert texts_of(example) == before


def test_shared_texts_with_formats_within_are_read_whole(example: Path) -> None:
    rich = CellRichText("May ", TextBlock(InlineFont(b=True), "2027"))
    came_back(example, put("Milestones", "rostering", "Due", rich))
    assert value(example, "milestones/rostering", "due") == "May 2027"


def test_ids_that_were_emptied_are_known_by_their_titles(example: Path) -> None:
    def edit(book: Any) -> None:
        put("Milestones", "rostering", "Due", "May 2027")(book)
        cell(book, "Milestones", "rostering", "Id").value = None

    came = came_back(example, edit)
    assert (came.proposal.added, came.proposal.gone) == ([], [])
    assert value(example, "milestones/rostering", "due") == "May 2027"


def test_openpyxl_is_a_reader_of_its_own(example: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(exported(example)), data_only=True)
    assert cell(book, "Milestones", "elective-hub", "Due").value == "September 2025"
