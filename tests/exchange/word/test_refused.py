"""Files that are no document of which a plan could come: a clear sentence for each."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document

from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.exchange.word import package
from jfp_cli.exchange.word.package import read_docx
from jfp_cli.exchange.word.plain_text import text_of
from tests.exchange.word.documents import bold_lines, saved
from tests.exchange.word.imported import imported

TYPED = "Caf\xe9\N{RIGHT SINGLE QUOTATION MARK}s plan"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def packed(**parts: str) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"Joint forward plan", "is no Word document"),
        (OLD, "is of an older Word (.doc)"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
        (bold_lines()[:4000], "is cut short or damaged"),
        (packed(**{"xl__workbook.xml": "<x/>", "[Content_Types].xml": "<x/>"}), "though it is packed like one"),
        (packed(**{"word__document.xml": "<x", "[Content_Types].xml": "<x"}), "is damaged"),
    ],
)
def test_what_is_no_document_is_refused_with_its_reason(data: bytes, said: str) -> None:
    with pytest.raises(EditError) as caught:
        read_docx(data, "plan.docx")
    assert said in str(caught.value)
    assert '"plan.docx"' in str(caught.value)


def test_a_document_whose_middle_is_damaged_is_refused() -> None:
    data = bytearray(bold_lines())
    middle = len(data) // 3
    data[middle : middle + 200] = bytes(200)
    with pytest.raises(EditError, match="damaged"):
        read_docx(bytes(data), "plan.docx")


def test_a_package_that_would_fill_the_memory_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_MOST_TEXT", 1000)
    with pytest.raises(EditError, match="nothing of it was read"):
        read_docx(bold_lines(), "plan.docx")


def test_a_bomb_is_not_unpacked() -> None:
    bomb = packed(**{"[Content_Types].xml": "<x/>", "word__document.xml": "<x>" + " " * 200_000_000})
    with pytest.raises(EditError, match="nothing of it was read"):
        read_docx(bomb, "plan.docx")


def test_a_document_without_text_is_no_plan() -> None:
    with pytest.raises(EditError, match="has no text"):
        imported(saved(Document()))


def test_years_that_stand_nowhere_are_asked_for() -> None:
    document = Document()
    document.add_heading("Cancer", 1)
    document.add_paragraph("Everyone is seen sooner.")
    with pytest.raises(EditError, match="--period"):
        imported(saved(document))


def test_what_is_no_text_is_refused_as_one() -> None:
    with pytest.raises(EditError, match="say --type docx"):
        text_of(bold_lines(), "plan.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_in_whatever_letters_it_is_written(encoding: str) -> None:
    assert text_of(TYPED.encode(encoding), "plan.txt").lstrip("\ufeff") == TYPED
