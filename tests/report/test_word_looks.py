"""A report as a Word document that looks like the one that a plan brings."""

import io
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from jfp_cli.report.pages.page_error import PageError
from jfp_cli.report.pages.word import reference
from jfp_cli.report.pages.word.reference import lacking
from tests.report.pages import NEEDS_WORD, faults_in_word, said_in_word, word_in

pytestmark = NEEDS_WORD


def bring(folder: Path, document: Any) -> Path:
    """Put a document where a plan keeps the one for its looks."""
    path = folder / "templates" / "reference.docx"
    path.parent.mkdir(exist_ok=True)
    document.save(str(path))
    return path


def corporate() -> Any:
    """A document as an organisation may have it: its own type, on narrow paper, with a text and an author."""
    document = docx.Document()
    document.styles["Normal"].font.name = "Corbel"
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x7C, 0x28, 0x55)
    document.add_paragraph("The letter that somebody wrote to somebody")
    document.core_properties.author = "A. N. Author"
    section = document.sections[0]
    section.header.paragraphs[0].text = "The head of that letter"
    section.page_width, section.page_height = Mm(200), Mm(280)
    section.left_margin = section.right_margin = Mm(30)
    return document


def opened(folder: Path) -> Any:
    return docx.Document(io.BytesIO(word_in(folder)))


def test_its_styles_and_its_paper_are_those_of_the_reference(example: Path) -> None:
    bring(example, corporate())
    document = opened(example)
    assert document.styles["Normal"].font.name == "Corbel"
    assert document.styles["Heading 1"].font.color.rgb == RGBColor(0x7C, 0x28, 0x55)
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (200, 280)
    widths = {sum(column.width.mm for column in table.columns) for table in document.tables}
    assert max(widths) <= 140.1
    headings = [one for one in document.paragraphs if one.style.name == "Heading 1"]
    assert len(headings) > 3


def test_word_would_find_nothing_wrong_in_it(example: Path, tmp_path: Path) -> None:
    bring(example, corporate())
    assert faults_in_word(word_in(example), tmp_path) == []


def test_nothing_that_stands_in_the_reference_reaches_the_document(example: Path) -> None:
    bring(example, corporate())
    with ZipFile(io.BytesIO(word_in(example))) as archive:
        whole = b"".join(map(archive.read, archive.namelist()))
    for text in b"letter", b"A. N. Author":
        assert text not in whole


def test_texts_keep_the_language_of_the_plan(example: Path) -> None:
    document = corporate()
    document.styles["Heading 1"].element.get_or_add_rPr().append(OxmlElement("w:lang", {qn("w:val"): "fr"}))
    bring(example, document)
    spoken = [one.get(qn("w:val")) for one in opened(example).styles.element.iter(qn("w:lang"))]
    assert spoken == ["en-GB"]


def test_what_only_newer_versions_of_word_know_stays_after_what_all_do(example: Path, tmp_path: Path) -> None:
    document = corporate()
    newer = "http://schemas.microsoft.com/office/word/2010/wordml"
    run_of(document).append(parse_xml(f'<w14:ligatures xmlns:w14="{newer}" w14:val="standardContextual"/>'))
    bring(example, document)
    file = word_in(example)
    assert faults_in_word(file, tmp_path) == []
    names = [child.tag.partition("}")[2] for child in run_of(docx.Document(io.BytesIO(file)))]
    assert names[-2:] == ["lang", "ligatures"]


def run_of(document: Any) -> Any:
    return document.styles.element.find("/".join(map(qn, ("w:docDefaults", "w:rPrDefault", "w:rPr"))))


def test_a_reference_without_defaults_gets_those_of_jfp(example: Path) -> None:
    document = corporate()
    for usual in document.styles.element.findall(qn("w:docDefaults")):
        document.styles.element.remove(usual)
    bring(example, document)
    assert run_of(opened(example)).find(qn("w:lang")).get(qn("w:val")) == "en-GB"


def test_lists_of_the_reference_number_nothing_here(example: Path) -> None:
    document = corporate()
    numbered = parse_xml(f'<w:numPr xmlns:w="{qn("w:x")[1:-2]}"><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>')
    document.styles["Heading 1"].element.get_or_add_pPr().append(numbered)
    bring(example, document)
    assert not list(opened(example).styles.element.iter(qn("w:numPr")))


def test_styles_have_their_names_in_any_language_of_word(example: Path) -> None:
    document = corporate()
    style = document.styles["Heading 1"].element
    style.set(qn("w:styleId"), "berschrift1")
    bring(example, document)
    used = {one.style.name for one in opened(example).paragraphs}
    ids = {one.style for one in opened(example).element.body.iter(qn("w:p"))}
    assert "Heading 1" in used
    assert "berschrift1" in ids
    assert "Heading1" not in ids


def test_a_style_that_it_lacks_is_said_and_looks_as_without_it(example: Path) -> None:
    document = corporate()
    for name in "Heading 2", "Caption":
        style = document.styles[name]
        style.element.getparent().remove(style.element)
    bring(example, document)
    [said] = lacking(example / "templates")
    assert "reference.docx has no style" in said
    assert "heading 2" in said
    assert "heading 1" not in said
    made = opened(example)
    assert "1.1 Elective care recovery" in [one.text for one in made.paragraphs if one.style.name == "Heading 2"]
    assert made.styles["Plan Cell"].type == WD_STYLE_TYPE.PARAGRAPH
    assert made.styles["Normal"].font.name == "Corbel"


def test_nothing_is_said_where_it_has_them_all_or_is_not_there(example: Path) -> None:
    assert lacking(example / "templates") == []
    own = word_in(example)
    (example / "templates").mkdir()
    (example / "templates" / "reference.docx").write_bytes(own)  # what jfp writes is a good beginning for one's own
    assert lacking(example / "templates") == []
    assert said_in_word(word_in(example)) == said_in_word(own)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda whole: whole[:900], "this is no Word document that can be opened"),
        (lambda _: b"", "this is no Word document that can be opened"),
        (lambda _: b"\xd0\xcf\x11\xe0" + bytes(600), "without a password"),
        (lambda whole: emptied(whole, "word/styles.xml"), "this is no Word document that can be opened"),
        (lambda whole: emptied(whole, "word/document.xml"), "this is no Word document that can be opened"),
        (lambda whole: whole.replace(b"styles", b"stiles"), "this is no Word document that can be opened"),
    ],
)
def test_a_broken_one_is_said(example: Path, change: Any, said: str) -> None:
    path = bring(example, corporate())
    path.write_bytes(change(path.read_bytes()))
    with pytest.raises(PageError, match=said) as caught:
        word_in(example)
    assert caught.value.file == str(path)


def emptied(whole: bytes, name: str) -> bytes:
    """A zip file in which one part is not well formed."""
    again = io.BytesIO()
    with ZipFile(io.BytesIO(whole)) as source, ZipFile(again, "w") as target:
        for part in source.namelist():
            target.writestr(part, b"<w:broken" if part == name else source.read(part))
    return again.getvalue()


def test_one_that_would_fill_the_memory_is_not_opened(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(example, corporate())
    monkeypatch.setattr(reference, "_LARGEST", 1000)
    with pytest.raises(PageError, match="this document holds more than 0 MB"):
        lacking(example / "templates")


def test_a_link_that_leads_out_of_the_folder_is_not_followed(example: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.docx"
    corporate().save(str(elsewhere))
    (example / "templates").mkdir()
    (example / "templates" / "reference.docx").symlink_to(elsewhere)
    with pytest.raises(PageError, match="this is a link to a file outside the plan's folder templates"):
        lacking(example / "templates")


def test_without_one_it_has_the_looks_of_jfp(example: Path) -> None:
    document = opened(example)
    assert document.styles["Normal"].font.name is None
    assert document.styles["Title"].font.size == Pt(26)
    assert (round(document.sections[0].page_width.mm), round(document.sections[0].page_height.mm)) == (210, 297)
    assert sorted(style.name for style in document.styles if style.type == WD_STYLE_TYPE.TABLE) == [
        "Normal Table",
        "Plan Table",
    ]
