"""A report as PDF: what a reader of such finds in it, and what it takes from nowhere."""

import io
import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.request import OpenerDirector

import pytest
from pypdf import PdfReader

from jfp_cli.model.section import Action
from jfp_cli.model.target import Target
from jfp_cli.report.pages import limits
from jfp_cli.report.pages.environment import Templates, shipped_templates
from jfp_cli.report.pages.forms import Form, written
from jfp_cli.report.pages.page_error import PageError
from jfp_cli.report.pages.paper import with_tokens
from jfp_cli.values.text import long_day
from tests.borough.test_borough import PLAN as BOROUGH
from tests.conftest import EXAMPLE, ROOT, SHIPPED, ChangePlan
from tests.report.pages import NEEDS_PDF, document_in, leads_to, page, places_of, read, said_in, said_on

pytestmark = NEEDS_PDF
DAY = date(2026, 11, 21)
LOWEST = 80  # points from the foot of a page: a heading that stands lower has nothing below it
PLANS = {"shipped": SHIPPED, "borough": BOROUGH}
REPORTS = [
    ("shipped", "plan"),
    ("shipped", "overdue"),
    ("shipped", "board"),
    ("borough", "plan"),
    ("borough", "board"),
    ("borough", "annual"),
]
INSIDE = {"borough", "board"}
HEADINGS = {f"/H{level}" for level in range(1, 7)}
SECRET = "the file that nobody may read"  # noqa: S105 - of a test

ASKING = """<html lang="en"><head><base href="FOLDER/"><title>x</title>
<link rel="stylesheet" href="FOLDER/secret.css"><link rel="attachment" href="FOLDER/secret.txt">
<style>
@import "FOLDER/secret.css";
@font-face { font-family: x; src: url(FOLDER/secret.ttf) }
p { font-family: x; background: url(http://127.0.0.1:9/a.png) }
p::after { content: url(FOLDER/secret.txt) }
</style></head>
<body><p>Seen</p><img src="FOLDER/secret.txt" alt="x"><img src="secret.txt" alt="x"><embed src="FOLDER/secret.txt">
<object data="FOLDER/secret.txt"></object><iframe src="FOLDER/secret.txt"></iframe>
<a rel="attachment" href="FOLDER/secret.txt">a</a>
<svg width="9" height="9"><image href="FOLDER/secret.txt" width="9" height="9"/><use href="FOLDER/secret.txt#a"/></svg>
</body>"""


def day_of(plan: str, report: str) -> date:
    """The day of a report; that on a whole year of the borough is of the next summer."""
    return date(2027, 6, 1) if (plan, report) == ("borough", "annual") else DAY


@cache
def made(plan: str, report: str) -> PdfReader:
    return document_in(
        PLANS[plan], report, "internal" if INSIDE & {plan, report} else "public", day=day_of(plan, report)
    )


def _words_of(entry: Action | Target | str) -> str:
    if isinstance(entry, str):
        return entry
    return entry.action if isinstance(entry, Action) else entry.statement


def tags_of(reader: PdfReader) -> Iterator[Any]:
    """Every element of the structure of a PDF, in its order."""
    left = [reader.trailer["/Root"]["/StructTreeRoot"]]  # type: ignore[index] # as the dictionaries of PDF are typed
    while left:
        one = left.pop().get_object()
        if hasattr(one, "get"):
            yield one
            below = one.get("/K", [])
            left += reversed(below if isinstance(below, list) else [below])


@pytest.mark.parametrize(("plan", "report"), REPORTS)
def test_it_is_tagged_and_says_its_language_and_title(plan: str, report: str) -> None:
    reader = made(plan, report)
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"] == "true" or root["/MarkInfo"]["/Marked"].value is True
    assert reader.metadata
    assert {"shipped": "Joint Forward Plan", "borough": "Eastmere"}[plan] in str(reader.metadata.title)
    assert reader.metadata.author
    assert reader.metadata.creation_date
    assert reader.metadata.creation_date.date() == day_of(plan, report)
    kinds = {str(one.get("/S")) for one in tags_of(reader)}
    assert kinds >= {"/H1", "/H2", "/Table", "/TH", "/TD", "/P"}


@pytest.mark.parametrize(("plan", "report"), REPORTS)
def test_every_figure_has_its_text_and_no_heading_skips_a_level(plan: str, report: str) -> None:
    level = 0
    for one in tags_of(made(plan, report)):
        kind = str(one.get("/S"))
        if kind == "/Figure":
            assert len(str(one["/Alt"])) > 10
        if kind in HEADINGS:
            assert int(kind[2:]) <= level + 1
            level = int(kind[2:])


def test_every_picture_of_the_plan_is_a_figure() -> None:
    texts = [str(one["/Alt"]) for one in tags_of(made("borough", "plan")) if one.get("/S") == "/Figure"]
    assert any(text.startswith("Financial years from") for text in texts)
    assert any("October to December 2026, " in text for text in texts)  # a lane of the timeline
    assert any(". From " in text for text in texts)  # the chart of a target
    assert any("readings from" in text for text in texts)  # the picture of a measure


@pytest.mark.parametrize("plan", PLANS)
def test_every_column_of_a_workstream_begins_below_its_heading(plan: str) -> None:
    reader = made(plan, "plan")
    places = list(places_of(reader.outline))[::-1]  # a service area of the same name comes after the workstream
    pages = {str(place.title): reader.get_destination_page_number(place) for _, place in places}
    apart = []
    for _, stream in read(PLANS[plan]).workstreams():
        firsts = [_words_of(column[0]) for column in (*stream.actions.values(), stream.indicators) if column]
        on = said_on(reader.pages[pages[stream.title] or 0])
        apart += [(stream.id, first) for first in firsts if " ".join(first.split()[:3]) not in on]
    assert apart == []


@pytest.mark.parametrize(("plan", "report"), REPORTS)
def test_every_page_is_numbered_holds_something_and_ends_with_no_heading(plan: str, report: str) -> None:
    reader = made(plan, report)
    count = len(reader.pages)
    assert count <= {"plan": 110, "overdue": 10, "board": 15, "annual": 4}[report]
    for number, one in enumerate(reader.pages, 1):
        whole = " ".join(one.extract_text().split())
        assert f"Page {number} of {count}" in whole
        assert f"As of {long_day(day_of(plan, report))}" in whole
        assert len(said_on(one)) > 100
    low = [(str(place.title), place.top) for _, place in places_of(reader.outline) if (place.top or 0) < LOWEST]
    assert low == []


def test_pages_after_the_first_say_of_what_and_of_which_chapter_they_are() -> None:
    for one in made("shipped", "plan").pages[2:8]:
        whole = " ".join(one.extract_text().split())
        assert "Joint Forward Plan 2025-30: Delivery Plan" in whole
        assert whole.count("1 Delivering our priorities for 2025-2026") >= 1


@pytest.mark.parametrize("plan", PLANS)
def test_the_contents_say_on_which_page_everything_begins(plan: str) -> None:
    reader = made(plan, "plan")
    contents = re.sub(r"[\s.]", "", said_on(reader.pages[0]))
    places = [place for level, place in places_of(reader.outline) if level in (2, 3)]
    chapters = [(str(place.title), reader.get_destination_page_number(place)) for place in places]
    numbered = [(title, number) for title, number in chapters if re.match(r"\d", title) or title == "Glossary"]
    assert len(numbered) > 8
    for title, number in numbered:
        assert number
        assert re.sub(r"[\s.]", "", f"{title}{number + 1}") in contents, title


def test_entries_of_the_contents_are_links() -> None:
    first = made("shipped", "plan").pages[0]
    links = [note.get_object() for note in first["/Annots"]]  # type: ignore[attr-defined] # an array
    assert len(links) > 30
    assert all("/Dest" in link or "/A" in link for link in links)


def test_the_head_of_a_table_stands_on_each_of_its_pages(change: ChangePlan) -> None:
    more = "\n".join(
        f"  - {{id: more-{at}, activity: Open ward {at} of the new wing, due: 2027-05}}" for at in range(200)
    )
    path = change("milestones/planned-care.yaml", "milestones:\n", f"milestones:\n{more}\n")
    reader = document_in(path)
    long = [one for one in map(said_on, reader.pages) if one.count("Open ward") > 20]
    assert len(long) > 3
    assert all("Due Milestone Status" in one for one in long)


@pytest.mark.parametrize("plan", PLANS)
def test_the_first_side_of_the_board_paper_is_one_page(plan: str) -> None:
    first, second, *_ = map(said_on, made(plan, "board").pages)
    assert "Where the plan stands" in first
    assert "Milestones by area" in first
    assert "Internal: not for publication" in first
    assert "Next 90 days" not in first
    assert str(second).startswith(("Next 90 days", "Other areas"))


def test_fonts_are_embedded() -> None:
    for plan, report in REPORTS:
        fonts = [font for one in made(plan, report).pages for font in one["/Resources"]["/Font"].values()]  # type: ignore[index]
        assert fonts
        for font in fonts:
            [below] = font.get_object()["/DescendantFonts"]
            described = below.get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(described)


def test_what_is_for_a_screen_is_not_on_paper() -> None:
    text = page(EXAMPLE, "plan", Form.PDF)
    for left in ("<script", "<form", 'type="search"', "prefers-color-scheme", "Content-Security-Policy", "<use"):
        assert left not in text
    whole = said_in(document_in(EXAMPLE))
    for left in ("Search this document", "Choose milestones", "Link to this milestone", "Skip to the content"):
        assert left not in whole


def test_one_section_is_written_alone() -> None:
    templates = Templates(Path("none"), shipped_templates())
    from tests.report.pages import made as document_of  # noqa: PLC0415 - the name is taken here

    text = templates.page("plan", Form.PDF, document_of(EXAMPLE, section="staff-retention"))
    assert "Retaining staff" in text
    assert "Elective care recovery" not in text


def test_it_is_the_same_every_time() -> None:
    text = page(EXAMPLE, "plan", Form.PDF)
    assert written(text, Form.PDF).data == written(text, Form.PDF).data


def own(folder: Path, name: str, text: str) -> None:
    path = folder / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret.txt").write_text(SECRET, encoding="utf-8")
    (tmp_path / "secret.css").write_text(f"body::after {{ content: '{SECRET}' }}", encoding="utf-8")
    asked = []

    def note(_: Any, request: Any, *__: Any, **___: Any) -> None:
        asked.append(getattr(request, "full_url", request))
        raise ValueError(SECRET)

    monkeypatch.setattr(OpenerDirector, "open", note)
    monkeypatch.chdir(tmp_path)
    wanted = ASKING.replace("FOLDER", tmp_path.as_uri())
    data = written(wanted, Form.PDF).data
    reader = PdfReader(io.BytesIO(data))
    assert asked == []
    assert "Seen" in said_in(reader)
    assert SECRET not in said_in(reader)
    assert reader.attachments == {}


def test_a_picture_that_stands_in_the_page_itself_is_shown() -> None:
    dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    text = f'<html lang="en"><title>x</title><p>Logo: <img alt="Our logo" src="data:image/png;base64,{dot}"></p></html>'
    reader = PdfReader(io.BytesIO(written(text, Form.PDF).data))
    assert [str(one["/Alt"]) for one in tags_of(reader) if one.get("/S") == "/Figure"] == ["Our logo"]
    assert len(reader.pages[0].images) == 1


@pytest.mark.parametrize("end", ["\n<div>by late 2025</div>", " <span>by late 2025</span> and so on", "\n</li>"])
def test_no_line_breaks_after_its_first_word(end: str) -> None:
    text = f"Support the roll-out of the annual flu programme across primary care{end}"
    pages = [f'<li style="width: {width}px; break-after: page">{text}</li>' for width in range(260, 620, 3)]
    whole = f'<html lang="en"><title>x</title><style>@page {{ size: 800px }}</style>{"".join(pages)}'
    for one in PdfReader(io.BytesIO(written(whole, Form.PDF).data)).pages:
        assert not {"Support", "flu", "programme"} & set(one.extract_text().split("\n"))


def test_texts_of_a_plan_do_nothing(change: ChangePlan) -> None:
    hostile = (
        "Offer <script>alert(1)</script> ![x](file:///etc/passwd) [y](file:///etc/passwd) "
        '<img src=file:///etc/passwd> fill="var(--red)"'
    )
    folder = change("sections/elective-care.yaml", "Offer one-stop clinics", json.dumps(hostile))
    reader = document_in(folder)
    assert hostile in said_in(reader)
    assert leads_to(reader) == leads_to(document_in(EXAMPLE))
    assert "/JavaScript" not in str(reader.trailer["/Root"])


def test_a_page_that_takes_too_long_to_lay_out_ends(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "OF_PAPER", limits.OF_PAPER._replace(seconds=1.0))
    own(example, "mine.html.j2", "{% for a in range(99999) %}<p>{{ a }}</p>{% endfor %}")
    templates = Templates(example / "templates", shipped_templates())
    with pytest.raises(PageError, match="laying out the page that the template makes takes more than 1 seconds"):
        templates.written(page(example, "mine", Form.PDF), Form.PDF)


def test_a_page_that_cannot_be_laid_out_is_said() -> None:
    with pytest.raises(PageError, match="cannot be laid out as PDF"):
        written("<div>" * 5000, Form.PDF)


def test_a_new_report_needs_no_template_for_paper(example: Path) -> None:
    own(
        example, "mine.html.j2", "<html lang=cy><title>Mine</title><p>{{ document.title }}{{ ' on paper' if on_paper }}"
    )
    whole = said_in(document_in(example, "mine"))
    assert whole == "Example Joint Forward Plan on paper"


def test_colours_of_the_plan_reach_pictures(example: Path) -> None:
    own(
        example, "parts/theme.css.j2", ":root { --blue: #123456; }\n@media (min-width: 9rem) { :root { --blue: red; } }"
    )
    own(example, "parts/statuses.css.j2", "")
    text = page(example, "plan", Form.PDF)
    assert 'stroke="#123456"' in text
    assert '="var(--' not in text
    assert 'stroke="var(--blue)"' in page(example, "plan", Form.HTML)


@pytest.mark.parametrize(
    ("style", "found"),
    [
        (":root { --a: red }", "red"),
        (":root { --a: var(--b); --b: #fff; }", "#fff"),
        (":root { --a: red; } :root { --a: blue; }", "blue"),
        ("/* :root { --a: red; } */ :root{--a:blue}", "blue"),
        (":root { --a: var(--b); --b: var(--a); }", "currentColor"),
        ("", "currentColor"),
        (""":root { --a: "Some Sans", serif; }""", "&#34;Some Sans&#34;, serif"),
    ],
)
def test_a_token_is_what_the_style_says_last(style: str, found: str) -> None:
    body = '<p>="var(--a)</p><path fill="var(--a)" d="var(--a) 1"/>'
    text = with_tokens(f"<style>{style}</style>{body}")
    assert text.endswith(f'<p>="var(--a)</p><path fill="{found}" d="var(--a) 1"/>')


def test_a_note_of_a_chart_stands_beside_its_number() -> None:
    page = '<style>PAPER</style><dl class="key"><div><dt>1</dt><dd>A note</dd></div></dl>'.replace(
        "PAPER", (ROOT / "templates" / "parts" / "paper.css").read_text(encoding="utf-8")
    )
    heights: dict[str, float] = {}

    def keep(text: str, current: list[float], line: list[float], *_: Any) -> None:
        if text.strip():
            heights[text.strip()] = line[4] * current[1] + line[5] * current[3] + current[5]

    PdfReader(io.BytesIO(written(page, Form.PDF).data)).pages[0].extract_text(visitor_text=keep)
    assert heights["1"] == pytest.approx(heights["A note"])


def test_signs_without_a_font_are_told_each_once() -> None:
    [remark] = written("<p>A \U0010fffc and B \U0010fffc", Form.PDF).remarks
    assert remark.startswith("no font of this computer has \U0010fffc, so boxes stand in the PDF instead; add one")
    assert written("<p>A and B", Form.PDF).remarks == ()
