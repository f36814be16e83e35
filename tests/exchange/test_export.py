"""`jfp export xlsx`: what a workbook holds, what may be written in it, and how the command answers."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator

from jfp_cli.cli.door import main
from jfp_cli.exchange.columns import TABLES, columns_of
from jfp_cli.exchange.excel.writing import LONGEST, ROOM
from jfp_cli.exchange.table import GREY, Role
from jfp_cli.exchange.tables import tables_of
from jfp_cli.loading import load
from jfp_cli.model.field import Shape, fields_of
from jfp_cli.query.filters import Filters, UnknownValueError
from tests.conftest import EXAMPLE, ROOT, SHIPPED, ChangePlan
from tests.exchange.workbooks import DAY, cell, exported, headings, ids, opened, saved

BOROUGH = ROOT / "tests" / "borough" / "plan"
SHEETS = ["Milestones", "Checkpoints", "Actions", "Commitments", "Targets", "Measures"]


def test_a_sheet_a_kind_after_one_that_explains() -> None:
    book = opened(exported(EXAMPLE))
    assert book.sheetnames == ["Start here", *SHEETS, "Lists", "Exported"]
    assert [sheet.sheet_state for sheet in book] == ["visible"] * 7 + ["hidden", "veryHidden"]
    told = [str(row[0].value) for row in book["Start here"].iter_rows() if row[0].value]
    assert told[:3] == [
        "Example Joint Forward Plan",
        "Example Integrated Care Board",
        "This workbook holds the whole plan, as it stood on 26 November 2026.",
    ]
    assert "5 milestones, a row each." in [row[1].value for row in book["Start here"].iter_rows()]


def test_a_row_each_with_what_the_plan_says() -> None:
    book = opened(exported(EXAMPLE))
    assert list(ids(book["Milestones"])) == [
        *("elective-hub", "endoscopy-unit", "patient-portal", "exit-interviews", "rostering"),
    ]
    row = {head: cell(book, "Milestones", "elective-hub", head).value for head in headings(book["Milestones"])}
    assert {head: text for head, text in row.items() if text} == {
        "Id": "elective-hub",
        "Activity": "Open the elective hub to patients",
        "Area (id)": "planned-care",
        "Area (title)": "Planned care",
        "Group": "New buildings",
        "Due": "September 2025",
        "Status": "Complete",
        "Completed": "2025-09-20",
        "Owner": "Planned care lead",
        "Places": "north-town",
        "Places (titles)": "North Town",
        "Workstreams": "outpatients",
        "Workstreams (titles)": "Outpatients",
        "Moves": "June 2025 · September 2025 · 2025-05-10 · supplier delay · Board",
        "Updates": "2025-09-20 · First patients seen",
        "Evidence": "https://example.org/hub",
    }


def test_what_has_no_id_is_named_by_where_it_stands() -> None:
    book = opened(exported(EXAMPLE))
    assert "workstreams/outpatients.actions.2025-26[0]" in ids(book["Actions"])
    assert (
        cell(book, "Actions", "workstreams/outpatients.actions.2025-26[0]", "Workstream (planning period)").value
        == "2025-26"
    )
    assert list(ids(book["Commitments"])) == ["enablers/estates.commitments[0]"]


@pytest.mark.parametrize("root", [EXAMPLE, SHIPPED, BOROUGH])
@pytest.mark.parametrize("kind", TABLES)
def test_every_field_of_a_kind_has_a_column_or_a_sheet(root: Path, kind: str) -> None:
    plan = load(root).plan
    assert plan is not None
    columns = columns_of(kind, plan.models)
    first = {column.path[0] for column in columns if column.path} | {columns[0].key}
    for key, field in fields_of(plan.models.of(kind)).items():
        stands_by_month = kind == "measures" and key == "readings"
        assert key in first or field.holds or stands_by_month, key
    assert len({column.heading for column in columns}) == len(columns)


def test_no_field_of_a_plan_s_own_has_the_head_of_another_column(change: ChangePlan) -> None:
    names = {"milestones": ["area", "area_id", "updates_new", "x" * 60], "actions": ["planning_period"]}
    names |= {"commitments": ["topic"], "targets": ["baseline_value"], "measures": ["place", "place_id"]}
    declared = "".join(
        f"  {kind}:\n" + "".join(f"    {key}: {{about: Mine, type: choice, choices: [a, b]}}\n" for key in keys)
        for kind, keys in names.items()
    )
    root = change("plan.yaml", "lint:\n", f"fields:\n{declared}lint:\n")
    plan = load(root).plan
    assert plan is not None
    assert len(plan.settings.own_fields) == 9
    for sheet in opened(exported(root)):
        if sheet.title in SHEETS:
            heads = [head.value.casefold() for head in sheet[1]]
            assert len(set(heads)) == len(heads)


def test_months_are_columns_and_measures_and_places_rows() -> None:
    book = opened(exported(BOROUGH))
    sheet = book["Measures"]
    rows = [[value.value for value in row[:4]] for row in sheet.iter_rows(min_row=2) if row[0].value]
    assert [row[2] for row in rows if row[0] == "temporary"] == [None, "northgate", "harbour"]
    heads = list(headings(sheet))
    assert heads.index("July 2026") < heads.index("August 2026") < heads.index("November 2026") == len(heads) - 1


def below(sheet: Any, at: int) -> Any:
    """How the cells of a column look in which nothing stands yet."""
    return next(look for look in sheet.column_dimensions.values() if look.min <= at <= look.max)


def test_only_what_a_column_may_hold_is_open() -> None:
    plan = load(BOROUGH).plan
    assert plan is not None
    book = opened(exported(BOROUGH))
    for table in tables_of(plan, Filters(), DAY):
        sheet = book[table.name]
        assert sheet.protection.sheet
        assert not sheet.protection.password
        assert sheet.freeze_panes == "C2"
        assert sheet.auto_filter.ref
        for column, at in zip(table.columns, range(1, len(table.columns) + 1), strict=True):
            first = sheet.cell(2, at)
            style = first if first.has_style else below(sheet, at)
            assert style.protection.locked == (column.role in GREY), column.heading
            if column.role not in GREY:
                assert style.number_format == "@"


def test_a_new_row_says_where_it_goes() -> None:
    sheet = opened(exported(EXAMPLE))["Milestones"]
    columns = headings(sheet)
    locked = {head: below(sheet, at).protection.locked for head, at in columns.items()}
    assert (locked["Id"], locked["Area (id)"], locked["Area (title)"]) == (True, False, True)


def test_lists_come_up_where_words_are_known_and_below_the_rows() -> None:
    book = opened(exported(BOROUGH))
    sheet = book["Milestones"]
    lists = {
        heading: validation
        for validation in sheet.data_validations.dataValidation
        for heading, at in headings(sheet).items()
        if sheet.cell(2, at).coordinate in validation.sqref
    }
    assert {"Status", "Places", "Owner", "Leads", "Area (id)", "Ward"} <= set(lists)
    letter, first, last = re.fullmatch(r"Lists!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)", lists["Status"].formula1).groups()  # type: ignore[union-attr]  # it matches
    entries = [book["Lists"][f"{letter}{row}"].value for row in range(int(first), int(last) + 1)]
    assert entries == ["Not started", "Green", "Amber", "Red", "Complete", "Cancelled"]
    assert {str(found.sqref).partition(":")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for found in lists.values()} == {
        str(len(list(ids(sheet))) + 1 + ROOM)
    }
    assert (lists["Status"].showErrorMessage, lists["Places"].showErrorMessage) == (True, False)


def test_heads_say_what_their_columns_hold() -> None:
    sheet = opened(exported(EXAMPLE))["Milestones"]
    told = sheet.cell(1, headings(sheet)["Due"]).comment
    assert told.text == "By when, as planners write it."


def test_text_stays_text() -> None:
    book = opened(exported(EXAMPLE))
    kinds = {value.data_type for sheet in book for row in sheet.iter_rows() for value in row if value.value is not None}
    assert kinds == {"s"}


def test_what_looks_like_a_formula_or_a_link_is_a_text(change: ChangePlan) -> None:
    root = change("milestones/planned-care.yaml", "Open the elective hub to patients", "=1+1 mailto:a@example.org")
    value = cell(opened(exported(root)), "Milestones", "elective-hub", "Activity")
    assert (value.value, value.data_type, value.hyperlink) == ("=1+1 mailto:a@example.org", "s", None)


def test_what_is_too_long_for_a_cell_says_so(change: ChangePlan) -> None:
    root = change("milestones/planned-care.yaml", "Open the elective hub to patients", "x" * (LONGEST + 1))
    told = cell(opened(exported(root)), "Milestones", "elective-hub", "Activity").value
    assert told == "(too long for a cell: read it in the plan's file)"


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert exported(SHIPPED) == exported(SHIPPED)


@pytest.mark.parametrize("root", [EXAMPLE, SHIPPED, BOROUGH])
def test_a_checker_of_its_format_finds_nothing_in_it(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(exported(root))
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def test_filters_make_a_workbook_for_one_team() -> None:
    book = opened(exported(EXAMPLE, Filters(areas=("workforce",))))
    assert list(ids(book["Milestones"])) == ["exit-interviews", "rostering"]
    assert not list(ids(book["Measures"]))
    whole = opened(exported(EXAMPLE))
    assert len(list(ids(whole["Targets"]))) == 3
    with pytest.raises(UnknownValueError, match="cancer"):
        exported(EXAMPLE, Filters(areas=("cancer",)))


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        (Filters(places=("harbour",)), {"Measures": {"temporary"}}),
        (Filters(statuses=("on_track",)), {"Targets": set(), "Measures": set()}),
        (Filters(sections=("homes",)), {"Measures": {"temporary"}}),
    ],
)
def test_measures_are_those_of_what_is_kept(filters: Filters, kept: dict[str, set[str]]) -> None:
    book = opened(exported(BOROUGH, filters))
    for name, wanted in kept.items():
        assert wanted <= set(ids(book[name]))
        assert wanted or not set(ids(book[name]))


def test_openpyxl_and_the_plan_agree_on_every_cell() -> None:
    plan = load(SHIPPED).plan
    assert plan is not None
    book = opened(saved(opened(exported(SHIPPED))))
    for table in tables_of(plan, Filters(), DAY):
        sheet = book[table.name]
        for number, row in enumerate(table.rows, 2):
            for at, column in enumerate(table.columns, 1):
                said = sheet.cell(number, at).value or ""
                if not column.is_words:
                    assert said == row.cells.get(column.key, "")
    assert {column.role for column in table.columns} >= {Role.ID, Role.PLACE, Role.FIELD, Role.READING}
    assert {column.shape for column in columns_of("targets", plan.models)} >= {Shape.TEXT, Shape.BARE, Shape.NAMES}


def run(*arguments: str) -> int:
    return main(["export", *arguments])


def test_the_command_writes_a_file_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("xlsx", "--plan", str(EXAMPLE), "--area", "workforce", "--as-of", "2026-11-26") == 0
    assert capsys.readouterr().err == "wrote 4 rows to plan.xlsx\n"
    book = openpyxl.load_workbook(tmp_path / "plan.xlsx")
    told = [str(row[0].value) for row in book["Start here"].iter_rows()]
    assert "This workbook holds what the plan has for area workforce, as it stood on 26 November 2026." in told


def test_a_file_that_is_there_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("plan.xlsx").write_bytes(b"mine")
    assert run("xlsx", "--plan", str(EXAMPLE)) == 2
    assert Path("plan.xlsx").read_bytes() == b"mine"
    assert "write over it with --force" in capsys.readouterr().err
    assert run("xlsx", "--plan", str(EXAMPLE), "--force") == 0
    assert Path("plan.xlsx").read_bytes() != b"mine"


def test_a_build_says_when_it_was_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764115200")
    paths = [str(tmp_path / name) for name in ("one.xlsx", "two.xlsx")]
    for path in paths:
        assert run("xlsx", "--plan", str(EXAMPLE), "--as-of", "2026-11-26", "--output", path) == 0
    assert Path(paths[0]).read_bytes() == Path(paths[1]).read_bytes()
    made = openpyxl.load_workbook(paths[0]).properties.created
    assert made.date() == date(2025, 11, 26)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("xlsx", "--area", "planed-care"), 'did you mean "planned-care"?'),
        (("xlsx", "--owner", "Planned care lead", "--area", "workforce"), "there is nothing to write"),
        (("xls",), "xls"),
    ],
)
def test_what_cannot_be_written_is_said(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(*arguments, "--plan", str(EXAMPLE)) == 2
    assert said in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_without_the_extra_it_says_what_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("jfp_cli.cli.extras.find_spec", lambda name: None if name == "xlsxwriter" else name)
    assert run("xlsx", "--plan", str(EXAMPLE)) == 2
    said = capsys.readouterr().err
    assert said.startswith("jfp: export xlsx needs the package xlsxwriter; add it with: ")
    assert '"jfp-cli[office]"' in said


def test_what_could_not_be_read_is_said_and_the_rest_written(
    change: ChangePlan, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = change("milestones/workforce.yaml", "area: workforce\nmilestones: 5\n")
    assert run("xlsx", "--plan", str(root), "--output", str(tmp_path / "new.xlsx")) == 1
    assert "left out" in capsys.readouterr().err
    assert (tmp_path / "new.xlsx").exists()


def test_the_day_changes_nothing_of_what_the_plan_says(tmp_path: Path) -> None:
    path = tmp_path / "early.xlsx"
    assert run("xlsx", "--plan", str(EXAMPLE), "--as-of", "2025-01-01", "--output", str(path)) == 0
    assert cell(openpyxl.load_workbook(path), "Milestones", "elective-hub", "Status").value == "Complete"


def test_json_of_the_plan_and_the_workbook_say_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    main(["milestones", "--plan", str(SHIPPED), "--format", "json"])
    rows = json.loads(capsys.readouterr().out)
    book = opened(exported(SHIPPED))
    assert [row["id"] for row in rows] == list(ids(book["Milestones"]))
    assert [row["due"] for row in rows] == [cell(book, "Milestones", row["id"], "Due").value for row in rows]
