"""The pages in HTML: how they are built, what they hold and what they never hold.

`JFP_UPDATE_GOLDEN=1 pytest tests/report/test_html.py` writes the golden pages anew; read what changed before it stays.
"""

import os
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
import yaml

from jfp_cli.model.field import Audience
from jfp_cli.model.walk import is_prose, walk
from jfp_cli.report.pages.environment import Templates, shipped_templates
from jfp_cli.report.pages.forms import Form
from jfp_cli.report.pages.html import sha256
from tests.conftest import SHIPPED, ChangePlan
from tests.report.pages import made, page, read

GOLDEN = Path(__file__).parent / "golden"
REPORTS = ("plan", "overdue")
BLOCKS = {"p", "ul", "ol", "dl", "div", "table", "section", "figure", "blockquote", "h1", "h2", "h3", "h4", "h5"}
IN_A_LINE = ("span", "a", "em", "strong", "abbr", "cite", "p", "h1", "h2", "h3", "h4", "h5", "summary", "label", "time")


def parsed(text: str) -> Element:
    """The page as a browser builds it; raises where it is not well formed."""
    root: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    return root


def texts(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def classed(root: Element, name: str) -> list[Element]:
    return [element for element in root.iter() if name in (element.get("class") or "").split()]


@pytest.fixture(scope="module")
def shipped() -> Element:
    return parsed(page(SHIPPED, form="html"))


@pytest.mark.parametrize(
    ("name", "report", "audience"),
    [
        ("plan.html", "plan", "public"),
        ("plan-internal.html", "plan", "internal"),
        ("overdue.html", "overdue", "public"),
        ("annual.html", "annual", "public"),
    ],
)
def test_the_page_of_the_example_is_the_golden_one(example: Path, name: str, report: str, audience: Audience) -> None:
    whole = page(example, report, "html", audience)
    body = whole[whole.index("<body>") : whole.find("<script>")] + "\n"
    if os.environ.get("JFP_UPDATE_GOLDEN"):
        (GOLDEN / name).write_text(body, encoding="utf-8", newline="\n")
    assert body == (GOLDEN / name).read_text(encoding="utf-8")


def test_two_runs_give_the_same_page(example: Path) -> None:
    assert page(example, form="html") == page(example, form="html")


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("audience", ["public", "internal"])
def test_the_pages_are_well_formed(example: Path, report: str, audience: Audience) -> None:
    parsed(page(example, report, "html", audience))
    parsed(page(SHIPPED, report, "html", audience))


def test_what_is_not_well_formed_is_found(example: Path) -> None:
    with pytest.raises(html5lib.html5parser.ParseError):
        parsed(page(example, form="html").replace("</main>", "</div>"))


def in_blocks(value: Any, sentences: set[str]) -> Any:
    """What a file holds, with a list after each sentence of the plan."""
    if isinstance(value, str):
        return f"{value}\n\n- one\n- two" if value in sentences else value
    if isinstance(value, list):
        return [in_blocks(entry, sentences) for entry in value]
    return {key: in_blocks(entry, sentences) for key, entry in value.items()}


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("audience", ["public", "internal"])
def test_what_runs_on_in_a_line_holds_no_block_whatever_texts_hold(
    example: Path, report: str, audience: Audience
) -> None:
    plan = read(example)
    sentences = {found.value for found in walk(plan, is_prose) if isinstance(found.value, str) and not found.in_key}
    for file in example.rglob("*.yaml"):
        changed = in_blocks(yaml.load(file.read_text("utf-8"), yaml.BaseLoader), sentences)  # noqa: S506 - all texts
        file.write_text(yaml.safe_dump(changed, allow_unicode=True, sort_keys=False), "utf-8")
    root = parsed(page(example, report, "html", audience))
    assert list(root.iter("ul"))
    for line in (element for tag in IN_A_LINE for element in root.iter(tag)):
        assert [below.tag for below in [*line.iter()][1:] if below.tag in BLOCKS] == [], texts(line)


def test_an_id_names_one_thing_and_a_link_leads_to_one(shipped: Element) -> None:
    ids = Counter(element.get("id") for element in shipped.iter() if element.get("id"))
    assert [name for name, times in ids.items() if times > 1] == []
    links = [element.get("href") or "" for element in shipped.iter() if element.tag.endswith(("a", "use"))]
    assert {link for link in links if link.startswith("#") and link[1:] not in ids} == set()
    for element in shipped.iter():
        for name in filter(None, (element.get("aria-labelledby"), element.get("aria-describedby"), element.get("for"))):
            assert name in ids


def test_the_page_has_a_language_a_title_and_its_landmarks(shipped: Element) -> None:
    assert shipped.get("lang") == "en-GB"
    title = shipped.find(".//title")
    assert title is not None
    assert "Joint Forward Plan" in texts(title)
    for landmark in "header", "nav", "main", "footer":
        assert len(shipped.findall(f".//{landmark}")) == 1
    [skip] = classed(shipped, "skip")
    main = shipped.find(".//main")
    assert main is not None
    assert skip.get("href") == f"#{main.get('id')}"


def test_no_level_of_heading_is_left_out(shipped: Element) -> None:
    levels = [int(element.tag[1]) for element in shipped.iter() if re.fullmatch("h[1-6]", str(element.tag))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_heads_with_a_scope(shipped: Element) -> None:
    tables = list(shipped.iter("table"))
    assert len(tables) > 40
    assert all(texts(caption) for table in tables for caption in [table.find("caption")] if caption is not None)
    assert all(table.find("caption") is not None and table.find("thead") is not None for table in tables)
    assert {head.get("scope") for head in shipped.iter("th")} == {"col", "row", "rowgroup"}


def test_a_picture_has_a_text_in_its_place_or_is_hidden(shipped: Element) -> None:
    pictures = [element for element in shipped.iter() if str(element.tag).endswith("svg")]
    assert len(pictures) > 100
    hidden = {element for parent in shipped.iter() if parent.get("aria-hidden") for element in parent.iter()}
    assert all(
        element in hidden or (element.get("role") in ("img", "group") and element.get("aria-label"))
        for element in pictures
    )


def test_a_status_is_said_in_words_beside_its_shape(example: Path) -> None:
    tags = classed(parsed(page(example, form="html")), "tag")
    said = {re.sub(r"\d+", "n", texts(tag)) for tag in tags}
    assert {"Complete", "At risk", "Cancelled", "Not reported", "Overdue by n days", "Off track"} <= said
    assert all(tag[0].tag.endswith("svg") for tag in tags)


@pytest.mark.parametrize("report", REPORTS)
def test_the_page_asks_for_nothing_and_allows_nothing_but_its_own(report: str) -> None:
    whole = page(SHIPPED, report, "html")
    root = parsed(whole)
    [policy] = [meta.get("content") or "" for meta in root.iter("meta") if meta.get("http-equiv")]
    [style] = root.iter("style")
    assert f"style-src '{sha256(style.text or '')}'" in policy
    for script in root.iter("script"):
        assert f"script-src '{sha256(script.text or '')}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    sources = [element.get(name) for element in root.iter() for name in ("src", "srcset", "data", "poster", "action")]
    assert not any(sources)
    assert [(link.get("href") or "").partition(",")[0] for link in root.iter("link")] == ["data:image/svg+xml"]
    assert "url(http" not in whole
    assert "@import" not in whole
    assert not [name for element in root.iter() for name in element.attrib if str(name).startswith(("on", "style"))]


def test_hostile_texts_come_out_as_text_wherever_they_stand(change: ChangePlan) -> None:
    hostile = "<script>hit</script> '\\\"><img src=x onerror=hit> [x](javascript:hit) {{ 7*7 }} {% raw %} </style> &lt;"
    read = hostile.replace("\\", "")
    change("milestones/planned-care.yaml", "Open the endoscopy unit", f'"{hostile}"')
    change("milestones/planned-care.yaml", "title: Planned care", f'title: "{hostile}"')
    change("milestones/planned-care.yaml", "supplier delay", f'"{hostile}"')
    change("enablers/estates.yaml", "title: Estates", f'title: "{hostile}"')
    change("enablers/estates.yaml", "[Buildings must be fit for purpose.]", f'["{hostile}"]')
    change("sections/elective-care.yaml", "statement: A smaller elective waiting list", f'statement: "{hostile}"')
    change("sections/elective-care.yaml", "title: Outpatients", f'title: "{hostile}"')
    change("plan.yaml", "FIT: faecal immunochemical test", f'FIT: "{hostile}"')
    folder = change("plan.yaml", "title: Example Joint Forward Plan", f'title: "{hostile}"')
    for report in REPORTS:
        root = parsed(page(folder, report, "html", "internal"))
        assert read in texts(root)
        assert len(list(root.iter("script"))) == (1 if report == "plan" else 0)
        assert list(root.iter("img")) == []
        assert not [
            link for link in root.iter("a") if not (link.get("href") or "").startswith(("#", "https://", "plan.html"))
        ]
        assert not [name for element in root.iter() for name in element.attrib if str(name).startswith("on")]


def test_a_theme_of_the_plan_is_part_of_the_style_that_the_policy_knows(example: Path) -> None:
    parts = example / "templates" / "parts"
    parts.mkdir(parents=True)
    (parts / "theme.css.j2").write_text(":root { --brand: #7c2855; }\n", encoding="utf-8")
    (parts / "masthead.html.j2").write_text("<header><h1>{{ heading }}</h1><p>Our own</p></header>", encoding="utf-8")
    root = parsed(page(example, form="html"))
    [style] = root.iter("style")
    assert (style.text or "").rstrip().endswith(":root { --brand: #7c2855; }")
    [policy] = [meta.get("content") or "" for meta in root.iter("meta") if meta.get("http-equiv")]
    assert sha256(style.text or "") in policy
    [masthead] = root.iter("header")
    assert "Our own" in texts(masthead)


def test_one_section_alone_has_its_milestones_and_no_broken_link(example: Path) -> None:
    templates = Templates(example / "templates", shipped_templates())
    root = parsed(templates.page("plan", Form.HTML, made(example, section="elective-care")))
    ids = {element.get("id") for element in root.iter()}
    assert {"section-elective-care", "milestone-elective-hub"} <= ids
    assert "section-staff-retention" not in ids
    links = [link.get("href") or "" for link in root.iter("a")]
    assert [link for link in links if link.startswith("#") and link[1:] not in ids] == []


def test_the_public_page_of_the_example_holds_nothing_that_is_internal(example: Path) -> None:
    public, internal = (texts(parsed(page(example, form="html", audience=who))) for who in ("public", "internal"))
    for secret in "Planned care lead", "First patients seen", "https://example.org/hub", "Section to be updated":
        assert secret in internal
        assert secret not in public


def test_the_shipped_plan_is_small_enough_to_mail() -> None:
    assert len(page(SHIPPED, form="html").encode()) < 600_000


def test_a_table_of_targets_has_no_column_that_says_nothing(shipped: Element) -> None:
    heads = {
        section.get("id"): [
            texts(head)
            for table in classed(section, "targets")
            for head in table.iter("th")
            if head.get("scope") == "col"
        ]
        for section in classed(shipped, "section")
    }
    assert heads["section-elective-care"] == ["What we want", "From", "To", "Due"]
    assert heads["section-childrens-care-backlog"] == ["What we want", "To", "Due"]
    assert heads["section-workforce-retain"] == ["What we want"]
