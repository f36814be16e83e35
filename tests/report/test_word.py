"""A report as a Word document: what Word finds in it, and what it holds of nobody else."""

import io
import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import html5lib
import pytest
from docx.oxml.ns import qn

from jfp_cli.report.pages.word.document import docx as written
from tests.borough.test_borough import PLAN as BOROUGH
from tests.conftest import ROOT, SHIPPED, ChangePlan
from tests.report.pages import NEEDS_WORD, faults_in_word, page, said_in_word, word_in

pytestmark = NEEDS_WORD
DAY = date(2026, 11, 21)
PLANS = {"shipped": SHIPPED, "borough": BOROUGH}
REPORTS = [(plan, report) for plan in PLANS for report in ("plan", "overdue", "board", "annual")]
INSIDE = {"borough", "board"}
ROOM = 9638  # twentieths of a point between the margins of A4


def day_of(plan: str, report: str) -> date:
    """The day of a report; that on a whole year of the borough is of the next summer."""
    return date(2027, 6, 1) if (plan, report) == ("borough", "annual") else DAY


@cache
def file_of(plan: str, report: str) -> bytes:
    return word_in(PLANS[plan], report, "internal" if INSIDE & {plan, report} else "public", day=day_of(plan, report))


def opened(file: bytes) -> Any:
    return docx.Document(io.BytesIO(file))


def parts_of(file: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def text_of(one: Any) -> str:
    return " ".join("".join(part.text or "" for part in one.iter(qn("w:t"))).split())


def headings_of(document: Any) -> list[tuple[int, str, Any]]:
    """Every heading with its level, its text and its paragraph, those in tables too."""
    found = []
    for one in document.element.body.iter(qn("w:p")):
        level = re.fullmatch(r"Heading(\d)", one.style or "")
        if level:
            found.append((int(level[1]), text_of(one), one))
    return found


def links_within(document: Any) -> Iterator[str]:
    for link in document.element.body.iter(qn("w:hyperlink")):
        if anchor := link.get(qn("w:anchor")):
            yield anchor


def value(one: Any, path: str, name: str = "val") -> Any:
    """An attribute of what stands below an element; nothing where either is missing."""
    found = one.find("/".join(qn(f"w:{part}") for part in path.split("/")))
    return None if found is None else found.get(qn(f"w:{name}"))


def made(body: str, own: Path | None = None) -> bytes:
    """A document of the body of a page."""
    return written(f'<!doctype html><html lang="en-GB"><title>A title</title><body>{body}</body></html>', own)


@pytest.mark.parametrize(("plan", "report"), REPORTS)
def test_word_would_find_nothing_wrong_in_it(tmp_path: Path, plan: str, report: str) -> None:
    assert faults_in_word(file_of(plan, report), tmp_path) == []


def test_word_would_find_nothing_wrong_in_what_a_template_writes(tmp_path: Path) -> None:
    many = (
        f"<table><tr>{''.join(f'<th>Incontrovertible{at}' for at in range(8))}<tr><td rowspan=2>a<td colspan=7></table>"
    )
    strange = (
        f"<li>Alone<ol><li>{many}<li></ol><dl><dd>Meaning</dl><table><tr><td><table><tr><td></table></table>{many}"
        '<p lang="cy" id="1 2">Un <code>dau</code><br>tri <a href="#1 2">pedwar</a><h6>Six</h6><h3></h3><blockquote>B'
    )
    assert faults_in_word(made(strange), tmp_path) == []
    assert faults_in_word(made(""), tmp_path) == []


@pytest.mark.parametrize(("plan", "report"), REPORTS)
def test_headings_are_those_of_the_page_and_skip_no_level(plan: str, report: str) -> None:
    document = opened(file_of(plan, report))
    headings = headings_of(document)
    level = 0
    for own, _, _ in headings:
        assert own <= level + 1
        level = own
    audience: Any = "internal" if INSIDE & {plan, report} else "public"
    tree = html5lib.parse(
        page(PLANS[plan], report, "html", audience, day=day_of(plan, report)), namespaceHTMLElements=False
    )
    texts = [" ".join("".join(one.itertext()).split()) for one in tree.iter() if one.tag in ("h2", "h3", "h4", "h5")]
    assert [text for _, text, _ in headings] == [text for text in texts if text != "Choose milestones"]
    titles = [one.text for one in document.paragraphs if one.style.name == "Title"]
    assert titles == [document.core_properties.title]


@pytest.mark.parametrize("plan", PLANS)
def test_the_contents_are_a_field_whose_entries_are_the_headings(plan: str) -> None:
    document = opened(file_of(plan, "plan"))
    entries = [one for one in document.element.body.iter(qn("w:p")) if re.fullmatch(r"Toc\d", one.style or "")]
    wanted = [(level, text) for level, text, _ in headings_of(document) if level <= 2]
    assert [(int(one.style[-1]), text_of(one)) for one in entries] == wanted
    assert len(wanted) > 20
    marks = {name: at for at, one in enumerate(entries) for name in field_marks(one)}
    assert marks == {"begin": 0, "separate": 0, "end": len(entries) - 1}
    assert "TOC \\o" in "".join(part.text for part in entries[0].iter(qn("w:instrText")))
    [gallery] = document.element.body.iter(qn("w:docPartGallery"))
    assert gallery.get(qn("w:val")) == "Table of Contents"  # so that Word offers to update them
    below = {name: text for _, text, one in headings_of(document) for name in bookmarks_at(one)}
    for entry in entries:
        [link] = entry.iter(qn("w:hyperlink"))
        assert below[link.get(qn("w:anchor"))] == text_of(entry)


def field_marks(one: Any) -> list[str]:
    return [mark.get(qn("w:fldCharType")) for mark in one.iter(qn("w:fldChar"))]


def bookmarks_at(one: Any) -> list[str]:
    return [mark.get(qn("w:name")) for mark in one.iter(qn("w:bookmarkStart"))]


@pytest.mark.parametrize(("plan", "report"), REPORTS)
def test_every_link_within_leads_to_a_bookmark_that_word_takes(plan: str, report: str) -> None:
    document = opened(file_of(plan, report))
    names = bookmarks_at(document.element.body)
    assert len({name.casefold() for name in names}) == len(names)
    assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", name, re.ASCII) for name in names)
    assert set(links_within(document)) <= set(names)
    numbers = [mark.get(qn("w:id")) for mark in document.element.body.iter(qn("w:bookmarkStart"))]
    assert numbers == [mark.get(qn("w:id")) for mark in document.element.body.iter(qn("w:bookmarkEnd"))]
    assert len(set(numbers)) == len(numbers)
    if report == "plan":
        assert len(set(links_within(document))) > 40


@pytest.mark.parametrize(("plan", "report"), REPORTS)
def test_every_table_has_a_head_that_is_repeated_and_fits_the_page(plan: str, report: str) -> None:
    tables = list(opened(file_of(plan, report)).element.body.iter(qn("w:tbl")))
    assert tables
    for table in tables:
        rows = table.findall(qn("w:tr"))
        heads = [row for row in rows if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
        assert heads == rows[:1]
        assert value(table, "tblPr/tblLook", "firstRow") == "1"
        widths = [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]
        assert ROOM - 10 <= sum(widths) <= ROOM
        assert min(widths) > 500
        for row in rows:
            cells = row.findall(qn("w:tc"))
            across = [int(value(cell, "tcPr/gridSpan") or 1) for cell in cells]
            assert sum(across) == len(widths)
            assert all(cell[-1].tag == qn("w:p") for cell in cells)
            own = [int(value(cell, "tcPr/tcW", "w")) for cell in cells]
            starts = [sum(across[:at]) for at in range(len(across))]
            assert own == [sum(widths[start : start + span]) for start, span in zip(starts, across, strict=True)]


@pytest.mark.parametrize(("plan", "report"), REPORTS)
def test_every_picture_says_what_it_shows_or_that_others_say_it(plan: str, report: str) -> None:
    document = opened(file_of(plan, report))
    numbers = set()
    for drawing in document.element.body.iter(qn("w:drawing")):
        [properties] = drawing.iter(qn("wp:docPr"))
        numbers.add(properties.get("id"))
        decorative = [one for one in properties.iter() if one.tag.endswith("}decorative")]
        assert bool(decorative) != bool(properties.get("descr"))
        [blip] = drawing.iter(qn("a:blip"))
        image = document.part.related_parts[blip.get(qn("r:embed"))]
        assert image.blob.startswith(b"\x89PNG")
        [extent] = drawing.iter(qn("wp:extent"))
        assert 0 < int(extent.get("cx")) <= ROOM * 635
    assert len(numbers) == len(list(document.element.body.iter(qn("w:drawing"))))


def test_every_kind_of_picture_has_its_words() -> None:
    document = opened(file_of("borough", "plan"))
    words = [one.get("descr") for one in document.element.body.iter(qn("wp:docPr"))]
    assert any(text.startswith("Financial years from") for text in words)
    assert any("October to December 2026, " in text for text in words)  # a lane of the timeline
    assert any(". From " in text for text in words)  # the chart of a target
    assert any("readings from" in text for text in words)  # the picture of a measure


def test_the_readings_that_a_picture_shows_stand_below_it_in_a_table() -> None:
    document = opened(file_of("borough", "plan"))
    heads = [[cell.text for cell in table.rows[0].cells] for table in document.tables]
    assert heads.count(["Date", "Reading", "Mean", "Lower limit", "Upper limit", "What it shows"]) >= 10
    whole, _ = said_in_word(file_of("borough", "plan"))
    assert "Readings of Calls answered within two minutes Date Reading" in whole


def test_lists_are_those_of_word_and_each_counts_for_itself() -> None:
    document = opened(made("<ol><li>One<li>Two<ul><li>Within</ul></ol><p>Between</p><ol><li>One again</ol>"))
    numbered = [
        (text_of(one), value(one, "pPr/numPr/numId"), value(one, "pPr/numPr/ilvl"))
        for one in document.element.body.iter(qn("w:p"))
        if one.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
    ]
    assert numbered == [("One", "1", "0"), ("Two", "1", "0"), ("Within", "2", "1"), ("One again", "3", "0")]
    numbering = document.part.numbering_part.element
    numbers = {one.get(qn("w:numId")): one for one in numbering.findall(qn("w:num"))}
    assert [value(numbers[one], "lvlOverride/startOverride") for one in "13"] == ["1", "1"]
    kinds = {one.get(qn("w:abstractNumId")): value(one, "lvl/numFmt") for one in numbering.findall(qn("w:abstractNum"))}
    assert [kinds[value(numbers[one], "abstractNumId")] for one in "123"] == ["decimal", "bullet", "decimal"]


def test_every_list_of_the_plan_has_its_numbering() -> None:
    document = opened(file_of("shipped", "plan"))
    known = {one.get(qn("w:numId")) for one in document.part.numbering_part.element.findall(qn("w:num"))}
    used = [one.get(qn("w:val")) for one in document.element.body.iter(qn("w:numId"))]
    assert len(used) > 700
    assert set(used) <= known
    assert "\N{BULLET}" not in said_in_word(file_of("shipped", "plan"))[0]


@pytest.mark.parametrize(("plan", "report"), REPORTS)
def test_it_says_its_title_language_and_day_and_nobody_who_made_it(plan: str, report: str) -> None:
    file = file_of(plan, report)
    about = opened(file).core_properties
    assert {"shipped": "Joint Forward Plan", "borough": "Eastmere"}[plan] in about.title
    assert (about.author, about.last_modified_by, about.language) == ("", "", "en-GB")
    assert about.created.date() == about.modified.date() == day_of(plan, report)
    parts = parts_of(file)
    assert "docProps/app.xml" not in parts
    assert not [name for name, part in parts.items() if str(ROOT).encode() in part]
    assert not [name for name in parts if "thumbnail" in name or "customXml" in name]
    assert not [name for name, part in parts.items() if re.search(rb"python|resvg|jfp-cli", part, re.IGNORECASE)]


def test_it_is_in_the_language_of_the_plan(change: ChangePlan) -> None:
    document = opened(word_in(change("plan.yaml", "lint:\n", "language: cy\nlint:\n")))
    assert value(document.styles.element, "docDefaults/rPrDefault/rPr/lang") == "cy"
    assert document.core_properties.language == "cy"


def test_the_title_stands_above_every_page_but_the_first_and_its_number_below() -> None:
    document = opened(file_of("shipped", "board"))
    section = document.sections[0]
    assert section.header.paragraphs[0].text == f"{document.core_properties.title} · Internal: not for publication"
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == ""
    for foot in section.footer, section.first_page_footer:
        fields = [one.get(qn("w:instr")) for one in foot._element.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]
    assert "Internal" not in opened(file_of("shipped", "plan")).sections[0].header.paragraphs[0].text


def test_what_the_public_must_not_see_is_in_no_part_of_the_file(example: Path) -> None:
    secrets = b"Planned care lead", b"supplier delay", b"https://example.org/hub"
    for report in "plan", "overdue":
        outside = b"".join(parts_of(word_in(example, report, "public")).values())
        assert [secret for secret in secrets if secret in outside] == []
    inside = b"".join(parts_of(word_in(example, "plan", "internal")).values())
    assert [secret for secret in secrets if secret not in inside] == []


def test_a_file_is_the_same_whenever_it_is_written(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = word_in(example)
    monkeypatch.setattr("time.time", lambda: datetime(2031, 5, 1).timestamp())  # noqa: DTZ001 - any other time
    assert word_in(example) == first
    with ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("text", ["<w:p/>", "]]>", "&amp;lt;", "<!-- -->", "\"'", "&#38;#1;", "\U0001f600"])
def test_a_text_stays_a_text_whatever_it_is_made_of(change: ChangePlan, text: str) -> None:
    typed = json.dumps(f"Elective {text} care", ensure_ascii=False)
    whole, _ = said_in_word(word_in(change("sections/elective-care.yaml", "Elective care recovery", typed)))
    assert f"1.1 Elective {text} care" in whole


def test_characters_that_xml_refuses_reach_no_part_of_it() -> None:
    hostile = '<p id="x&#xfffe;">a&#xfffe;b\uffffc</p><svg width="9" height="9" role="img"><title>\ufffe</title></svg>'
    whole, _ = said_in_word(made(f'{hostile}<p><a href="#x&#xfffe;">d</a><a href="https://e.org/&#xfffe;">e</a></p>'))
    assert whole == "ab\N{REPLACEMENT CHARACTER}c de"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "file:///etc/passwd",
        "plan.html#x",
        "#nowhere",
        "data:text/html,x",
    ],
)
def test_a_link_leads_to_the_web_or_to_mail_alone(address: str) -> None:
    file = made(f'<p><a href="{address}">Look</a> <a href="https://example.org/a?b=1&amp;c">here</a></p>')
    whole, links = said_in_word(file)
    assert whole == "Look here"
    assert links == {"https://example.org/a?b=1&c"}
    assert len(list(opened(file).element.body.iter(qn("w:hyperlink")))) == 1


def test_what_nobody_knows_keeps_its_text() -> None:
    whole, _ = said_in_word(
        made(
            "<blink>One</blink><p>Two<p>Three<custom-part><div>Four</div>Five</custom-part><table><p>Loose</p><td>Six<td>Seven"
            "<tr><th>Eight</table><dl><dt>Nine<dd>Ten<ul><li>Eleven</ul></dl><pre>Twelve\nThirteen</pre><b>Fourteen"
        )
    )
    assert whole == "One Two Three Four Five Loose Six Seven Eight Nine Ten Eleven TwelveThirteen Fourteen"


def test_what_has_a_line_of_its_own_on_a_page_has_one_here() -> None:
    document = opened(
        made('<p>A</p>B <span class="of">C <span class="only">D</span></span> <span class="aside">E</span>')
    )
    assert [one.text for one in document.paragraphs] == ["A", "B", "C", "D", "E"]
    assert document.paragraphs[4].style.name == "Plan Aside"


def test_terms_stand_beside_what_they_mean_or_before_it() -> None:
    short = "<dl><div id=a><dt>ICB</dt> <dd>integrated care board</dd></div><dt>NHS<dd>health<dd>service</dl>"
    long = "<dl><dt>A term of which there is much more to say<dd>meaning</dl>"
    document = opened(made(f'{short}{long}<p><a href="#a">to it</a>'))
    texts = [one.text for one in document.paragraphs]
    assert texts == [
        "ICB\tintegrated care board",
        "NHS\thealth; service",
        "A term of which there is much more to say: meaning",
        "to it",
    ]
    assert document.paragraphs[0].runs[0].bold
    assert list(links_within(document)) == bookmarks_at(document.paragraphs[0]._p)


@pytest.mark.parametrize(
    "inner",
    [
        '<p>A</p><div id="x"></div>',
        '<p id="x">A</p>',
        '<p>A <em id="x">b</em></p>',
        '<p><a id="x"></a></p><p>A</p>',
        '<table><tr><td id="x">A</table>',
        '<table id="x"><tr><td>A</table>',
        '<table><tbody id="x"><tr><td>A</table>',
        '<ul><li id="x">A</ul>',
        '<ul id="x"><li>A</ul>',
        '<dl><dt id="x">A<dd>B</dl>',
        '<dl><dt>A<dd id="x"><p>B</dl>',
        '<h2 id="x">A</h2>',
        '<span class="aside" id="x">A</span>',
    ],
)
def test_every_place_that_has_a_name_is_one_that_links_lead_to(inner: str) -> None:
    document = opened(made(f'<p><a href="#x">to it</a></p>{inner}'))
    assert list(links_within(document)) == ["x"]
    assert bookmarks_at(document.element.body).count("x") == 1


def test_elements_within_each_other_without_end_are_read() -> None:
    assert said_in_word(made("<div>" * 5000 + "Deep" + "<em>" * 5000 + "er"))[0] == "Deeper"


def test_cells_that_span_rows_and_columns_keep_their_places() -> None:
    document = opened(
        made(
            "<table><tr><th>A<th>B<th>C<tr><td rowspan=2>tall<td colspan=2>wide<tr><td>b<td>c"
            "<tr><td>short</table><p>After</p>"
        )
    )
    [table] = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["A", "B", "C"],
        ["tall", "wide", "wide"],
        ["tall", "b", "c"],
        ["short", "", ""],
    ]


def test_a_page_is_turned_only_for_a_table_whose_words_have_no_room() -> None:
    few = "<table><tr><th>One<th>Two</table>"
    many = f"<table><tr>{''.join(f'<th>Incontrovertible{at}' for at in range(8))}</table>"
    ways = [section.orientation for section in opened(made(f"<p>Before</p>{many}<p>After</p>{few}")).sections]
    assert [str(way).partition(" ")[0] for way in ways] == ["PORTRAIT", "LANDSCAPE", "PORTRAIT"]
    assert len(opened(made(few)).sections) == 1
    for plan, report in REPORTS:
        assert len(opened(file_of(plan, report)).sections) == 1


def test_a_heading_is_on_the_turned_page_of_what_it_heads() -> None:
    many = f"<table><tr>{''.join(f'<th>Incontrovertible{at}' for at in range(8))}</table>"
    children = list(opened(made(f"<p>Before</p><h2>Wide</h2><h3>Wider</h3>{many}<p>After</p>")).element.body)
    ends = [at for at, one in enumerate(children) if one.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None]
    assert [text_of(one) for one in children[: ends[0]]] == ["Before"]
    assert [text_of(one) for one in children[ends[0] + 1 : ends[0] + 3]] == ["Wide", "Wider"]


def test_a_row_stays_with_the_chart_below_it_and_no_line_parts_them() -> None:
    chart = '<figure><svg width="9" height="9"></svg><figcaption>Its chart</figcaption></figure>'
    rows = f"<tr><td>One<td>Two<tr class=chart-row><td colspan=2>{chart}<tr><td>Three<td>Four"
    first, chart, last = opened(made(f"<table>{rows}</table>")).tables[0].rows
    kept = [
        {one.paragraph_format.keep_with_next for cell in row.cells for one in cell.paragraphs} for row in (first, chart)
    ]
    assert kept == [{True}, {None}]
    below = [row._tr.findall(f".//{qn('w:tcBorders')}/{qn('w:bottom')}") for row in (first, chart, last)]
    assert [[line.get(qn("w:val")) for line in lines] for lines in below] == [["nil", "nil"], [], []]


def test_a_table_of_more_columns_than_word_has_is_told_cell_by_cell() -> None:
    document = opened(made(f"<table><tr>{''.join(f'<td>c{at}' for at in range(70))}</table>"))
    assert document.tables == []
    assert [one.text for one in document.paragraphs] == [f"c{at}" for at in range(70)]


def test_a_long_document_begins_its_chapters_on_a_page_of_their_own() -> None:
    breaking = [
        text_of(one)
        for one in opened(file_of("shipped", "plan")).element.body.iter(qn("w:p"))
        if one.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None
    ]
    assert breaking[0] == "About this plan"
    assert {"4 Key milestones", "5 Index", "Glossary"} <= set(breaking)
    for report in "overdue", "annual":
        assert not list(opened(file_of("shipped", report)).element.body.iter(qn("w:pageBreakBefore")))


def test_a_table_has_its_caption_as_its_title_also_where_only_those_who_hear_it_need_one() -> None:
    heard = "<table><caption class=unseen>Heard</caption><tr><th>B</table>"
    document = opened(made(f"<table><caption>Seen</caption><tr><th>A</table>{heard}"))
    assert [value(table._tbl, "tblPr/tblCaption") for table in document.tables] == ["Seen", "Heard"]
    assert said_in_word(made(heard))[0] == "B"
