"""Files that are no workbook, or one that nobody should open: a clear sentence, and nothing is written."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import openpyxl
import pytest
import xlsxwriter

from jfp_cli.cli.door import main
from jfp_cli.exchange.excel import cells, package
from jfp_cli.exchange.excel.parts import open_book
from tests.conftest import EXAMPLE
from tests.exchange.workbooks import cell, exported, opened, rewritten, saved, taken, texts_of

Make = Callable[[], bytes]


def zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return file.getvalue()


def open_sheets(data: bytes) -> list[cells.Sheet]:
    held = package.package_of(data)
    return list(cells.sheets_of(held, open_book(held)))


def plain() -> bytes:
    file = io.BytesIO()
    openpyxl.Workbook().save(file)
    return file.getvalue()


def bomb() -> bytes:
    return zipped(xl__workbook_xml=b"<workbook/>", xl__worksheets__sheet1_xml=bytes(60_000_000))


def many_rows() -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"constant_memory": True, "in_memory": False})
    sheet = book.add_worksheet("Milestones")
    for number in range(100_000):
        sheet.write_number(number, 0, number)
    book.close()
    return file.getvalue()


def many_parts() -> bytes:
    return zipped(**{f"part{number}": b"" for number in range(6_000)})


def growing() -> bytes:
    entities = b'<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><workbook>&b;</workbook>'
    return zipped(xl__workbook_xml=entities)


def damaged() -> bytes:
    return rewritten(exported(EXAMPLE), lambda name, data: data[:-40] if name.endswith("sheet2.xml") else data)


def lying() -> bytes:
    data = bytearray(exported(EXAMPLE))
    at = data.rindex(b"xl/sharedStrings.xml") - 46 + 24  # the stated size of it, in the list at the end
    data[at : at + 4] = (7).to_bytes(4, "little")
    return bytes(data)


def merged_heads() -> bytes:
    book = opened(exported(EXAMPLE))
    book["Milestones"].merge_cells("C1:D1")
    return saved(book)


def twice() -> bytes:
    book = opened(exported(EXAMPLE))
    book["Milestones"]["C1"].value = "Due"
    return saved(book)


def newer() -> bytes:
    book = opened(exported(EXAMPLE))
    book["Exported"]["B1"].value = "99"
    return saved(book)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: b"", "is no Excel workbook"),
        (lambda: b"Id,Due\n", "is no Excel workbook"),
        (lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "is protected by a password, or of a kind that is older than .xlsx"),
        (lambda: b"PK\x03\x04" + bytes(100), "is damaged or not all there"),
        (lambda: exported(EXAMPLE)[:9_000], "is damaged or not all there"),
        (lambda: zipped(content_xml=b"<office/>"), "none of the kind that ends with .xlsx"),
        (plain, "nothing in it can be read as a tracker: it is empty"),
        (bomb, "would unpack to 60 MB"),
        (many_parts, "6,000 parts"),
        (many_rows, "Milestones has more than 20,000 rows"),
        (growing, "declares a document type"),
        (damaged, "xl/worksheets/sheet2.xml is damaged"),
        (lying, "is damaged or not all there"),
        (merged_heads, "Milestones!C1:D1 is one cell over several columns"),
        (twice, 'Milestones has the head "Due" twice, in C and I'),
        (newer, "another version of jfp exported it"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_it_is_refused_in_a_sentence(
    make: Make, said: str, example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, before = tmp_path / "came.xlsx", texts_of(example)
    path.write_bytes(make())
    start = monotonic()
    assert main(["import", str(path), "--plan", str(example)]) == 2
    assert monotonic() - start < 20
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("jfp: came.xlsx cannot be taken in: ")
    assert said in told.err
    assert told.err.endswith("nothing was written\n")
    assert told.err.count("\n") == 2
    assert texts_of(example) == before


@pytest.mark.parametrize(
    ("name", "said"),
    [("no.xlsx", "no.xlsx cannot be read: no such file"), ("plan.dat", "write --type xlsx")],
)
def test_what_is_not_there_or_has_another_name_is_said(
    name: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plan.dat").write_bytes(exported(EXAMPLE))
    assert main(["import", str(tmp_path / name), "--plan", str(EXAMPLE)]) == 2
    assert said in capsys.readouterr().err
    assert main(["import", str(tmp_path / "plan.dat"), "--type", "xlsx", "--plan", str(EXAMPLE)]) == 0


def test_macros_and_other_workbooks_are_left_alone_and_named(example: Path) -> None:
    file = io.BytesIO(exported(example))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")
        archive.writestr("xl/externalLinks/externalLink1.xml", b"<externalLink/>")
    assert taken(example, file.getvalue()).proposal.remarks == [
        "it holds macros, which are not run",
        "it refers to other workbooks, which are not opened",
    ]


def test_a_million_rows_that_are_formatted_and_empty_are_none(example: Path) -> None:
    rows = b"".join(
        b'<row r="%d" s="1" customFormat="1"><c r="A%d" s="1"/></row>' % (at, at) for at in range(300, 1_000_000)
    )

    def formatted(name: str, data: bytes) -> bytes:
        return data.replace(b"</sheetData>", rows + b"</sheetData>") if name == "xl/worksheets/sheet2.xml" else data

    before = texts_of(example)
    came = taken(example, rewritten(exported(example), formatted))
    assert came.proposal == type(came.proposal).empty()
    assert texts_of(example) == before


def test_a_cell_at_the_end_of_the_world_takes_no_memory(example: Path) -> None:
    book = opened(exported(example))
    book["Milestones"]["XFD1048576"].value = "far"
    came = taken(example, saved(book))
    assert (came.proposal.changes, came.proposal.added) == ([], [])


@pytest.mark.parametrize("number", ["nan", "-inf", "1e999999999", "1e-999999999", "9" * 5_000, "1_000", "\u0661"])
def test_numbers_that_excel_cannot_have_are_texts(number: str, example: Path) -> None:
    book = opened(exported(example))
    cell(book, "Milestones", "rostering", "Due").value = 4242

    def change(name: str, data: bytes) -> bytes:
        return data.replace(b"<v>4242</v>", f"<v>{number}</v>".encode()) if "sheet" in name else data

    came = taken(example, rewritten(saved(book), change))
    assert [remark.place for remark in came.settled.untaken] == ["Milestones!I6"]


def test_an_encoding_that_there_is_not_is_damage() -> None:
    data = rewritten(exported(EXAMPLE), lambda _, part: part.replace(b'encoding="UTF-8"', b'encoding="none"', 1))
    with pytest.raises(package.UnreadableError, match="is damaged"):
        open_sheets(data)


def test_very_many_merged_cells_are_refused() -> None:
    merged = b"".join(b'<mergeCell ref="A%d:B%d"/>' % (at, at) for at in range(3, 3_000))

    def with_merged(name: str, data: bytes) -> bytes:
        return (
            data.replace(b"</sheetData>", b"</sheetData><mergeCells>" + merged + b"</mergeCells>")
            if name.endswith("sheet2.xml")
            else data
        )

    with pytest.raises(package.UnreadableError, match="cells made of several"):
        open_sheets(rewritten(exported(EXAMPLE), with_merged))


def test_texts_that_would_be_formulas_elsewhere_are_texts(example: Path) -> None:
    book = opened(exported(example))
    here = cell(book, "Milestones", "rostering", "Why")
    here.value, here.data_type = '=HYPERLINK("https://example.org")', "s"
    taken(example, saved(book))
    assert 'why: =HYPERLINK("https://example.org")' in (example / "milestones" / "workforce.yaml").read_text("utf-8")


@pytest.mark.parametrize("typed", ["\x1b[31mred", "a: b # c", "- x", "&a", "'", "\u202ereversed"])
def test_whatever_is_typed_is_text_in_the_plan(typed: str, example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = exported(example)

    def put(name: str, data: bytes) -> bytes:
        written = "".join(f"_x{ord(char):04X}_" if ord(char) < 32 else char for char in typed)
        escaped = written.replace("&", "&amp;").encode()
        return (
            data.replace(b"Roster every team electronically", escaped, 1)
            if name.endswith("sharedStrings.xml")
            else data
        )

    path = example.parent / "came.xlsx"
    path.write_bytes(rewritten(before, put))
    main(["import", str(path), "--plan", str(example)])
    told = capsys.readouterr()
    assert "\x1b" not in told.out + told.err
    assert main(["validate", "--plan", str(example)]) == 0
