"""What of a Word document is text: insertions and what was filled in, once each; deletions are not."""

import re
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.oxml.parser import parse_xml

from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.exchange.word.blocks import Line, Table, lines_in
from jfp_cli.exchange.word.package import Read, read_docx
from tests.exchange.word.documents import put_table, saved

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


DELETED = "<w:r><w:delText> and third</w:delText></w:r>"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF x</w:instrText>'
    '<w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def read_of(*elements: str) -> Read:
    """What is read of a document whose body holds these elements."""
    document = Document()
    for element in reversed(elements):
        document.element.body.insert(0, parse_xml(re.sub(r"^<([\w:]+)", rf"<\1 {SPACES}", element, count=1)))
    return read_docx(saved(document), "plan.docx")


def texts_of(*elements: str) -> list[str]:
    return [line.text for line in lines_in(read_of(*elements).blocks)]


@pytest.mark.parametrize(
    "inside",
    [
        f'<w:ins w:id="1" w:author="A">{run("a second hub")}</w:ins>',
        f'<w:moveTo w:id="1" w:author="A">{run("a second hub")}</w:moveTo>',
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run('a second hub')}</w:sdtContent></w:sdt>",
        f'<w:smartTag w:element="place">{run("a second hub")}</w:smartTag>',
        f'<w:hyperlink w:anchor="x">{run("a second hub")}</w:hyperlink>',
        f'<w:fldSimple w:instr="REF x">{run("a second hub")}</w:fldSimple>',
        FIELD.format(run("a second hub")),
        f'{run("a second")}<w:del w:id="1" w:author="A">{DELETED}</w:del>{run(" hub")}',
        f'{run("a second")}<w:moveFrom w:id="1" w:author="A">{run(" and third")}</w:moveFrom>{run(" hub")}',
        "<w:r><w:t>a</w:t><w:tab/><w:t>second hub</w:t></w:r>",
    ],
)
def test_what_was_inserted_or_filled_in_is_text_and_what_was_deleted_is_not(inside: str) -> None:
    assert texts_of(f"<w:p>{run('Open ')}{inside}</w:p>") == ["Open a second hub"]


def test_tracked_changes_are_said() -> None:
    remarks = read_of(f'<w:p><w:ins w:id="1" w:author="A">{run("new")}</w:ins></w:p>').remarks
    assert remarks == ["it has tracked changes, which were read as accepted"]


def test_a_deleted_end_of_paragraph_joins_it_with_the_next() -> None:
    deleted = f'<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr>{run("Open a second ")}</w:p>'
    assert texts_of(deleted, f"<w:p>{run('hub')}</w:p>") == ["Open a second hub"]


def test_a_text_box_is_read_once_though_it_is_kept_twice() -> None:
    box = f"<w:txbxContent><w:p>{run('In a box')}</w:p></w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert texts_of(f"<w:p>{run('Before')}<w:r>{both}</w:r></w:p>") == ["Before", "In a box"]


def test_a_block_within_a_content_control_is_read() -> None:
    table = f"<w:tbl><w:tr><w:tc><w:p>{run('In a cell')}</w:p></w:tc></w:tr></w:tbl>"
    block = f"<w:sdt><w:sdtContent><w:p>{run('In a control')}</w:p>{table}</w:sdtContent></w:sdt>"
    assert texts_of(block) == ["In a control", "In a cell"]


def test_a_line_break_parts_a_paragraph_into_lines() -> None:
    assert texts_of("<w:p><w:r><w:t>One</w:t><w:br/><w:t>Two</w:t></w:r></w:p>") == ["One", "Two"]


def test_a_nested_table_is_read_once_after_the_one_around_it() -> None:
    inner = f"<w:tbl><w:tr><w:tc><w:p>{run('Inner')}</w:p></w:tc></w:tr></w:tbl>"
    cells = f"<w:tc><w:p>{run('Outer')}</w:p>{inner}<w:p/></w:tc><w:tc><w:p>{run('Beside')}</w:p></w:tc>"
    assert texts_of(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>") == ["Outer", "Beside", "Inner"]


def test_a_table_of_one_cell_is_a_frame_around_blocks() -> None:
    document = Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.add_paragraph("Cancer", style="Heading 1")
    cell.add_table(1, 2)
    blocks = read_docx(saved(document), "plan.docx").blocks
    assert line_of(document, "Cancer").level == 1
    assert [len(block.rows[0]) for block in blocks if isinstance(block, Table)] == [2]


def test_a_deleted_row_is_no_row() -> None:
    gone = f'<w:tr><w:trPr><w:del w:id="1" w:author="A"/></w:trPr><w:tc><w:p>{run("Gone")}</w:p></w:tc></w:tr>'
    assert texts_of(f"<w:tbl><w:tr><w:tc><w:p>{run('Here')}</w:p></w:tc></w:tr>{gone}</w:tbl>") == ["Here"]


def test_a_merged_cell_is_the_same_one_in_each_row_and_column_and_says_its_text_once() -> None:
    document = Document()
    put_table(document, [["Wide", "", "End"], ["Tall", "a", "b"], ["", "c", "d"]], [(0, 0, 0, 1), (1, 0, 2, 0)])
    (table,) = (block for block in read_docx(saved(document), "plan.docx").blocks if isinstance(block, Table))
    assert table.rows[0][0] is table.rows[0][1]
    assert table.rows[1][0] is table.rows[2][0]
    assert [line.text for line in lines_in([table])] == ["Wide", "End", "Tall", "a", "b", "c", "d"]


def line_of(document: Any, text: str) -> Line:
    blocks = read_docx(saved(document), "plan.docx").blocks
    return next(line for line in lines_in(blocks) if line.text == text)


def test_the_level_of_a_heading_comes_from_its_style_and_its_number_is_no_text() -> None:
    document = Document()
    document.add_heading("1.3 Elective care", 1)
    line = line_of(document, "Elective care")
    assert (line.level, line.number) == (1, "1.3")


def test_a_style_that_is_based_on_a_heading_is_one() -> None:
    document = Document()
    style = document.styles.add_style("Board heading", 1)
    style.base_style = document.styles["Heading 2"]
    document.add_paragraph("Cancer", style=style)
    assert line_of(document, "Cancer").level == 2


def test_how_much_of_a_line_is_bold_is_known() -> None:
    document = Document()
    paragraph = document.add_paragraph()
    paragraph.add_run("Falls:").bold = True
    paragraph.add_run(" train carers")
    assert line_of(document, "Falls: train carers").bold == len("Falls:")


@pytest.mark.parametrize(("typed", "text"), [("• Train carers", "Train carers"), ("(b) Train carers", "Train carers")])
def test_a_typed_sign_makes_an_entry_of_a_list(typed: str, text: str) -> None:
    document = Document()
    document.add_paragraph(typed)
    assert line_of(document, text).is_item


def test_the_table_of_contents_is_known_for_one() -> None:
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent><w:p>{run('Cancer 4')}</w:p></w:sdtContent></w:sdt>"
    )
    (line,) = lines_in(read_of(control).blocks)
    assert line.kind == "contents"


def test_footnotes_and_the_edges_of_pages_are_notes() -> None:
    document = Document()
    document.add_paragraph("Text")
    document.sections[0].header.paragraphs[0].text = "Draft 3"
    notes = [line for line in lines_in(read_docx(saved(document), "plan.docx").blocks) if line.kind == "note"]
    assert [(line.text, line.where) for line in notes] == [("Draft 3", "top of the pages")]


def with_part(data: bytes, name: str, change: Any) -> bytes:
    """A package in which the text of one part is another."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as package, ZipFile(out, "w", ZIP_DEFLATED) as changed:
        for part in package.infolist():
            content = package.read(part.filename)
            changed.writestr(part, change(content) if part.filename == name else content)
    return out.getvalue()


def test_an_entity_in_its_xml_is_no_way_to_fill_the_memory() -> None:
    document = Document()
    document.add_paragraph("MARK")
    laughs = b'<!DOCTYPE w [<!ENTITY a "' + b"x" * 1000 + b'">]>'

    def change(xml: bytes) -> bytes:
        head, mark, body = xml.partition(b"?>")
        return head + mark + laughs + body.replace(b"MARK", b"&a;" * 1000)

    with pytest.raises(EditError, match="damaged"):
        read_docx(with_part(saved(document), "word/document.xml", change), "plan.docx")
