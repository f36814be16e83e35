"""Texts of a plan as Markdown, and the pages made of them."""

import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from jfp_cli.model.field import Audience
from jfp_cli.report.pages import markdown
from tests.conftest import SHIPPED, ChangePlan
from tests.report.pages import page

GOLDEN = Path(__file__).parent / "golden"
HOSTILE = [
    "<script>alert(1)</script>",
    "a | b",
    "*not emphasis",
    "5 * 3 * 2",
    "snake_case_name and _ alone",
    "`code`",
    "[x](javascript:alert(1))",
    "![x](data:text/html,1)",
    "{{ 7*7 }} {% raw %}",
    "# no heading",
    "1. no list",
    "2025. no list",
    "12) no list",
    "- no list",
    "+ no list",
    "> no quotation",
    "--- ",
    "===",
    "&amp; &lt; &#42;",
    "C:\\*\\ends\\",
    "~~kept~~",
    "<https://example.org> and <b>",
    "a < b and c > d",
    "w" * 5_000,
]


def read_back(text: str) -> str:
    """What a reader of GitHub sees of a line, as far as a parser can say."""
    tokens = MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(text)
    kinds = {token.type for token in tokens}
    assert kinds == {"paragraph_open", "inline", "paragraph_close"}, kinds
    inline = tokens[1].children or []
    odd = {token.type for token in inline} - {"text", "text_special", "link_open", "link_close"}
    assert not odd, odd
    return "".join(token.content for token in inline)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_would_mean_something_in_markdown_is_read_as_it_was_typed(text: str) -> None:
    assert read_back(markdown.escaped(text)) == " ".join(text.split()).replace(
        "<https://example.org>", "<https://example.org>"
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_a_cell_stays_one_cell(text: str) -> None:
    table = f"| a | b |\n| --- | --- |\n| {markdown.inline(text)} | after |"
    cells = [token for token in MarkdownIt("gfm-like", {"linkify": False}).parse(table) if token.type == "td_open"]
    assert len(cells) == 2
    assert table.endswith("| after |")


def test_plain_words_stay_readable() -> None:
    text = "Cut waits (RTT) by 5% - to < 18 weeks, £7m & more; snake_case, #1, 2.5 > 2, 24/7!"
    assert markdown.inline(text) == text


def test_emphasis_and_safe_links_are_kept() -> None:
    text = "See *this*, **that** and [a page](https://example.org/a_b), not [it](javascript:x)"
    assert markdown.inline(text) == (
        "See *this*, **that** and [a page](https://example.org/a_b), not \\[it\\](javascript:x)"
    )


def test_an_address_cannot_end_its_link_early() -> None:
    assert markdown.inline("[a](<https://b.org/c)d|e>)") == "[a](https://b.org/c%29d%7Ce)"


def test_a_list_is_a_list_in_a_block_and_has_semicolons_in_a_line() -> None:
    text = "Two things:\n\n- one\n- *two*\n  1. deeper"
    assert markdown.block(text) == "Two things:\n\n- one\n- *two*\n  1. deeper"
    assert markdown.inline(text) == "Two things: one; *two*; deeper"


def test_a_web_address_becomes_a_link() -> None:
    assert markdown.inline("see https://example.org/a_b, please") == "see <https://example.org/a_b>, please"
    assert markdown.inline("(https://a.org/b_(c))") == "(<https://a.org/b_(c)>)"


def test_a_link_to_a_heading_is_what_github_makes_of_it() -> None:
    assert markdown.slug("1.1 Children's care (CYP): *now*") == "11-childrens-care-cyp-now"


@pytest.mark.parametrize(
    ("name", "report", "audience"),
    [
        ("plan", "plan", "public"),
        ("plan-internal", "plan", "internal"),
        ("overdue", "overdue", "internal"),
        ("annual", "annual", "public"),
    ],
)
def test_the_page_of_the_example_is_the_golden_one(example: Path, name: str, report: str, audience: Audience) -> None:
    """To accept a change: jfp render REPORT --format md --as-of 2026-07-01 --plan tests/example/plan --output FILE."""
    expected = (GOLDEN / f"{name}.md").read_text(encoding="utf-8")
    assert page(example, report, "md", audience) == expected


def test_two_runs_give_the_same_page(example: Path) -> None:
    first, second = page(example, "plan", "md"), page(example, "plan", "md")
    assert first == second


def test_the_pages_pass_a_markdown_linter(change: ChangePlan, tmp_path: Path) -> None:
    """pymarkdown's rules but for long lines; headings may be alike under different headings."""
    hostile = "\n".join(f"  - {text!r}" for text in HOSTILE if "\\" not in text)
    folder = change(
        "sections/elective-care.yaml", "ambitions: [Nobody waits longer than they need to]", f"ambitions:\n{hostile}"
    )
    for report in ("plan", "overdue"):
        for audience in ("public", "internal"):
            (tmp_path / f"{report}-{audience}.md").write_text(page(folder, report, "md", audience), encoding="utf-8")
    linter = [
        sys.executable,
        "-m",
        "pymarkdown",
        "--disable-rules",
        "md013",
        "--set",
        "plugins.md024.siblings_only=$!True",
    ]
    ran = subprocess.run([*linter, "scan", str(tmp_path)], capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.returncode) == ("", 0)


def test_the_page_holds_no_html() -> None:
    text = page(SHIPPED, audience="internal")
    tokens = MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(text)
    kinds = {token.type for token in tokens} | {child.type for token in tokens for child in token.children or ()}
    assert not kinds & {"html_block", "html_inline", "code_block", "hr"}
    assert {"table_open", "heading_open", "bullet_list_open"} <= kinds


def test_the_links_of_the_contents_lead_to_headings() -> None:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(page(SHIPPED))
    headings = [after for token, after in pairwise(tokens) if token.type == "heading_open"]
    slugs = {markdown.slug("".join(child.content for child in heading.children or ())) for heading in headings}
    links = [
        str(child.attrGet("href"))
        for token in tokens
        for child in token.children or ()
        if child.type == "link_open" and str(child.attrGet("href")).startswith("#")
    ]
    assert len(links) > 30
    assert {link.removeprefix("#") for link in links} <= slugs


def test_a_date_that_has_passed_with_nothing_overdue_is_said_in_words(change: ChangePlan) -> None:
    folder = change("milestones/planned-care.yaml", "area: planned-care\ntitle: Planned care\n")
    assert "Nothing is overdue." in page(folder, "overdue")


@pytest.mark.parametrize(
    "text",
    ["![i](https://evil.example/t.png)", "so many! [i](https://a.org)", "what![i][j]", "*so!*![i](https://a.org)"],
)
@pytest.mark.parametrize("write", [markdown.escaped, markdown.inline, markdown.block])
def test_no_text_of_a_plan_is_an_image(write: Callable[[str], str], text: str) -> None:
    made = MarkdownIt("gfm-like", {"linkify": False}).render(write(text))
    assert "<img" not in made


def test_milestones_have_no_column_for_a_status_that_nobody_is_told(change: ChangePlan) -> None:
    folder = change("plan.yaml", "lint:\n", "publish: {public: {hide: [status]}}\nlint:\n")
    heads = {line for line in page(folder, "plan", "md").splitlines() if line.startswith("| Due |")}
    assert heads == {"| Due | Milestone |"}
    assert "| Due | Milestone | Status | Owner | Id |" in page(folder, "plan", "md", "internal")


def test_what_continues_a_sentence_keeps_the_capital_of_a_month(change: ChangePlan) -> None:
    held = "better: lower\n    hold: true\n    target: no more than 130,000\n    due: April 2026"
    folder = change(
        "sections/elective-care.yaml",
        'better: lower\n    baseline: {value: "150,000", at: April 2025}\n'
        '    trajectory: [{target: "134,140", due: March 2026}]\n    target: "92,300"\n    due: March 2029',
        held,
    )
    made = page(folder, "plan", "md", "internal")
    assert "; must hold at every reading from April 2026, not held at" in made


def test_each_chapter_stands_apart_from_what_comes_before_it(change: ChangePlan) -> None:
    lines = page(change("plan.yaml", "lint:\n", "publish: {contact: plan@example.org}\nlint:\n"), "plan").splitlines()
    assert "## About this document" in lines
    assert [line for before, line in pairwise(lines) if line.startswith("#") and before] == []


def test_several_ambitions_have_another_heading_than_one(example: Path, change: ChangePlan) -> None:
    assert "#### Our ambition\n" in page(example)
    folder = change("sections/elective-care.yaml", "[Nobody waits", "[Everybody knows, Nobody waits")
    assert "#### Our ambitions\n" in page(folder)
