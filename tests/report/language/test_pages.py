"""A page in another language than English: nothing of it is said in English."""

import io
import re
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

import docx
import html5lib
import pytest
from babel import Locale
from babel.dates import get_month_names
from docx.oxml.ns import qn
from jinja2.utils import htmlsafe_json_dumps

from jfp_cli.model.field import Audience
from jfp_cli.report.language.spoken import tables
from jfp_cli.report.language.translated import Translated
from tests.conftest import EXAMPLE
from tests.report.language.english import of_scripts
from tests.report.language.plans import MADE_UP, in_no_language, kept_words, words_in
from tests.report.language.test_tables import entries, translations
from tests.report.pages import FORMS, NEEDS_PDF, NEEDS_WORD, document_in, page, read, said_in, said_in_word, word_in
from tests.report.reported import reported

DAY = date(2026, 10, 1)
REPORTS: tuple[tuple[str, Audience], ...] = (
    *(("plan", "public"), ("plan", "internal"), ("overdue", "public"), ("overdue", "internal")),
    *(("annual", "public"), ("annual", "internal"), ("board", "internal")),
)
READ_ALOUD = ("title", "aria-label", "alt", "content")


@pytest.fixture(scope="module", params=tables())
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory, language: str) -> Path:
    """A plan of which everything was reported, in no language."""
    return in_no_language(reported(tmp_path_factory.mktemp("reported")), language)


@pytest.fixture
def small(tmp_path: Path, language: str) -> Path:
    """The example plan, in no language."""
    return in_no_language(Path(copytree(EXAMPLE, tmp_path / "plan")), language)


@pytest.fixture(autouse=True)
def complete(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a table lacks is a fault here, though a page is published all the same."""

    def absent(_: Translated, english: str) -> str:
        raise AssertionError(f"no table may lack: {english}")

    monkeypatch.setattr(Translated, "absent", absent)


def words_of_language(language: str) -> set[str]:
    said = " ".join(text for entry in entries(language).values() for text in translations(entry))
    locale = Locale.parse(language)
    months = (get_month_names(width, locale=locale).values() for width in ("wide", "abbreviated"))
    return {*words_in(re.sub(r"\{\w+\}", "", said)), *(word for names in months for word in words_in(" ".join(names)))}


def read_aloud(made: str) -> str:
    """What a page in HTML says to anybody, in attributes too; nothing of its style and its script."""
    shown = re.sub(r"<(style|script)>.*?</\1>", "", made, flags=re.DOTALL)
    tree: Any = html5lib.parse(shown, namespaceHTMLElements=False)
    names = [node.get(name) or "" for node in tree.iter() if node.tag != "meta" for name in READ_ALOUD]
    return " ".join((*tree.itertext(), *names))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("report", "audience"), REPORTS)
def test_nothing_is_said_in_english(plan: Path, language: str, report: str, audience: Audience, form: str) -> None:
    known = words_of_language(language) | kept_words(read(plan))
    made = page(plan, report, form, audience, day=DAY)
    found = words_in(read_aloud(made) if form == "html" else made)
    assert len(found) > 50
    assert sorted({word for word in found if word not in known and not word.startswith(MADE_UP)}) == []


def test_scripts_say_nothing_in_english(plan: Path, language: str) -> None:
    script = page(plan, form="html").partition("<script>")[2]
    said = {one: entries(language)[one] for one in of_scripts()}
    assert len(said) > 8
    for sentence, entry in said.items():
        assert str(htmlsafe_json_dumps(translations(entry)[-1])) in script, sentence
        assert f'"{sentence[0]}"' not in script


@pytest.mark.parametrize("form", [pytest.param("pdf", marks=NEEDS_PDF), pytest.param("docx", marks=NEEDS_WORD)])
def test_nothing_is_said_in_english_on_paper(small: Path, language: str, form: str) -> None:
    said = str(said_in(document_in(small)) if form == "pdf" else said_in_word(word_in(small))[0])
    for sentence, entry in entries(language).items():
        if len(sentence) == 1 and " " in sentence[0] and "{" not in sentence[0]:
            assert sentence[0] not in said, sentence
            assert entry.string
    assert Translated(language).said("How to read a date") in said


@NEEDS_PDF
def test_the_numbers_of_pages_are_in_the_language_too_in_a_pdf(small: Path, language: str) -> None:
    first = document_in(small).pages[0].extract_text()
    assert numbers_of_pages(language, r"1", r"\d+").search(first)


@NEEDS_WORD
def test_the_numbers_of_pages_are_in_the_language_too_in_word(small: Path, language: str) -> None:
    footer = docx.Document(io.BytesIO(word_in(small))).sections[0].footer
    said = "".join(part.text or "" for part in footer._element.iter(qn("w:t")))
    assert numbers_of_pages(language, "1", "1").search(said)


def numbers_of_pages(language: str, page: str, pages: str) -> re.Pattern[str]:
    words = Translated(language).said("Page {page} of {pages}")
    return re.compile(words.replace("{page}", page).replace("{pages}", pages))


@pytest.mark.parametrize("form", ["html", "pdf"])
def test_a_page_says_which_language_it_is_in(small: Path, language: str, form: str) -> None:
    assert f'<html lang="{language}">' in page(small, form=form)
