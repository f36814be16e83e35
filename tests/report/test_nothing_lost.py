"""Nothing that a plan says is lost on the way to its page, in any format."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import html5lib
import pytest
from markdown_it import MarkdownIt

from jfp_cli.loading import load
from jfp_cli.model import field, own, publishing, settings
from jfp_cli.model.kinds import VOCABULARIES
from jfp_cli.model.plan import Plan
from jfp_cli.model.walk import walk
from jfp_cli.report.document.dates import by, in_words
from jfp_cli.report.pages.prose import words_of
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.figures import Quantity
from tests.conftest import SHIPPED, ChangePlan
from tests.report.pages import EVERY, FORMS, document_in, leads_to, page, read, said_in, said_in_word, word_in

# How jfp treats the plan; and what a page leaves to those who keep the plan: names, and the readings before the latest.
TREATMENT = {"lint", "publish", "fields", "statuses", "editions", "units", "year_starts", "language", "period"}
UNNAMED = {"measures", *VOCABULARIES} - {"glossary"}  # which stand where something names them
NO_TEXT = {"id", "area", "relative", "provisional", "hold", "each", "planning_periods", "organisations", "status"}
FULL = """\
id: elective-care
title: Elective care recovery
ambitions:
  - Nobody waits longer than they need to
  - ambition: Nobody waits in pain
    challenges: [Few pain clinics]
    voices: [{source: Pain survey, respondents: 12, findings: ["Half of us wait, see https://example.org/a_(b)"]}]
workstreams:
  - id: outpatients
    title: Outpatients
    introduction: ["Three steps:\\n\\n- ask\\n- [act](https://example.org/act)"]
    areas: [planned-care]
    actions:
      2025-26:
        - Cut missed appointments
        - id: backlog
          action: Clear the backlog
          due: 2026-03
          forecast: June 2026
          leads: [trust]
          owner: Outpatient lead
          moves: [{from: December 2025, to: 2026-03, date: 2025-11-02, because: strikes, agreed_by: Elective board}]
          updates: [{date: 2026-05-01, note: Half done}]
          evidence: [https://example.org/backlog]
    indicators:
      - Functioning decision support tool
      - id: missed-appointments
        statement: Fewer missed appointments
        measure: Appointments that nobody came to
        baseline: {value: 9%, at: May 2024}
        trajectory: [{target: 8%, due: by 2025}]
        target: under 6%
        due: in 2027
        leads: [trust]
        updates: [{date: 2026-02-01, note: Reminders sent}]
targets:
  - id: waiting-list-size
    statement: A smaller elective waiting list
    measure: waiting-list-size
    better: lower
    target: no more than 130,000
    hold: true
  - {id: share, statement: Few wait, measure: waiting-list-size, better: lower, target: 5%, due: March 2030}
  - {id: costs, statement: Costs fall, measure: costs, better: lower, target: down 2%, each: year, due: March 2030}
"""


@pytest.fixture
def full(change: ChangePlan) -> Path:
    """The example with everything that a promise and a target can say."""
    folder = change("plan.yaml", "places: {", "organisations: {trust: Example Trust}\nplaces: {")
    (folder / "sections" / "elective-care.yaml").write_text(FULL, encoding="utf-8")
    change("measures/waiting-list-size.yaml", 'value: "133,000",', 'value: "133,000", provisional: true,')
    more = (
        "due: March 2027\n    why: Letters get lost\n    benefit: Results at once\n    starts: May 2026\n"
        "    forecast: June 2027\n    leads: [trust]\n    targets: [costs]\n    needs: [endoscopy-unit]"
    )
    change("milestones/planned-care.yaml", "due: March 2027", more)
    said = "due: 2025-26, forecast: July 2026, status: off_track, places: [south-vale], leads: [trust]"
    return change("enablers/estates.yaml", "due: 2026-30", said)


def texts_in(tree: Any) -> str:
    return " ".join("".join(tree.itertext()).split())


def said(folder: Path, form: str, plan: str = "plan", audience: Any = "internal") -> tuple[str, set[str]]:
    """What a page says, and where its links lead."""
    if form == "pdf":
        return said_of_shipped(plan, audience) if folder == SHIPPED else said_as_pdf(folder, plan, audience)
    if form == "docx":
        return said_in_word(word_in(folder, plan, audience))
    made = page(folder, plan, form, audience)
    whole = made if form == "html" else MarkdownIt("gfm-like", {"linkify": False}).render(made)
    tree = html5lib.parse(re.sub(r"<(style|script)>.*?</\1>", "", whole, flags=re.DOTALL), namespaceHTMLElements=False)
    return texts_in(tree), {link.get("href") or "" for link in tree.iter("a")}


def said_as_pdf(folder: Path, plan: str, audience: Any) -> tuple[str, set[str]]:
    reader = document_in(folder, plan, audience)
    return said_in(reader), leads_to(reader)


@cache
def said_of_shipped(plan: str, audience: Any) -> tuple[str, set[str]]:
    return said_as_pdf(SHIPPED, plan, audience)


def told(plan: Plan) -> Iterator[tuple[str, str]]:
    """Every text, figure and date of a plan that its page tells, each entry of a list by itself, with its address."""
    for found in walk(plan):
        keys = {str(found.at.path[0])} if found.at.path and found.at.kind == "plan" else set()
        if keys & TREATMENT or found.at.kind in UNNAMED or found.field.key in NO_TEXT or found.field.about.names:
            continue
        value: Any = found.value
        if isinstance(value, PlanDate):
            yield str(found.at), in_words(value)
        elif isinstance(value, Quantity):
            yield str(found.at), " ".join(value.text.split())
        elif isinstance(value, int) and not isinstance(value, bool):
            yield str(found.at), f"{value:,}"
        elif isinstance(value, str) and found.field.choices == ():
            for line in value.split("\n") if found.field.about.prose else [value]:
                yield str(found.at), words_of(re.sub(r"^\s*(?:[-*]|\d+[.)]) ", "", line))


@pytest.mark.parametrize("form", EVERY)
def test_the_page_of_the_shipped_plan_tells_all_of_it(form: str) -> None:
    whole, _ = said(SHIPPED, form)
    assert [(at, text) for at, text in told(read(SHIPPED)) if text not in whole] == []


@pytest.mark.parametrize("form", EVERY)
def test_the_page_tells_everything_that_promises_and_targets_say(full: Path, form: str) -> None:
    whole, links = said(full, form)
    plan = read(full)
    every = list(told(plan))
    assert len(every) > 90
    assert [(at, text) for at, text in every if text not in whole] == []
    assert {"https://example.org/a_(b)", "https://example.org/act"} <= links
    for text in (
        "expected June 2026, promised March 2026",
        "expected June 2027, promised March 2027",
        "delivered by Example Trust",
        "only in South Vale",
        "serves Costs fall",
        "needs first: Open the endoscopy unit",
        "must hold at every reading",
        "not held at 3 readings",
        "to be reached in each financial year",
        "Open elective pathways (lower is better)",
        "133,000 (June 2026, provisional)",
        "cannot be measured: its readings are in a unit that does not compare",
    ):
        assert text.lower() in whole.lower(), text


@pytest.mark.parametrize("form", EVERY)
def test_the_public_reads_no_forecast_and_no_need(full: Path, form: str) -> None:
    whole, _ = said(full, form, audience="public")
    assert "Results at once" in whole
    assert "Delivered by Example Trust" in whole or "delivered by Example Trust" in whole
    for text in "June 2027", "June 2026, promised", "Needs first", "needs first", "strikes", "Outpatient lead":
        assert text not in whole


@pytest.mark.parametrize("form", EVERY)
@pytest.mark.parametrize("folder", ["shipped", "full"])
def test_no_date_has_two_words_before_it(full: Path, folder: str, form: str) -> None:
    for report in "plan", "overdue":
        whole, _ = said(SHIPPED if folder == "shipped" else full, form, report)
        assert re.search(r"\b(?:by|in|from) (?:by|in|from|the end of by) \d|\b(?:by|in) by\b|\bby in\b", whole) is None


@pytest.mark.parametrize(
    ("written", "reads"),
    [
        ("March 2026", "by March 2026"),
        ("by March 2026", "by March 2026"),
        ("in 2026", "in 2026"),
        ("2026-30", "in 2026-30"),
        ("2026-03", "by March 2026"),
        ("2026-03-09", "by 9 March 2026"),
        ("April 2026 onwards", "April 2026 onwards"),
        ("end of March 2026", "by end of March 2026"),
    ],
)
def test_a_date_ends_a_sentence(written: str, reads: str) -> None:
    assert by(PlanDate.parse(written)) == reads


def test_a_heading_comes_where_it_was_published(full: Path) -> None:
    whole, _ = said(full, "html")
    assert whole.index("New buildings") < whole.index("Other milestones") < whole.index("Half of specialties live")


@pytest.mark.parametrize("form", EVERY)
def test_every_promise_is_in_the_overdue_report(full: Path, form: str) -> None:
    whole, links = said(full, form, "overdue", "public")
    for text in "Open the endoscopy unit", "Every specialty live", "Clear the backlog", "Develop neighbourhood hubs":
        assert text in whole
    assert "endoscopy-unit" not in whole
    assert "checkpoints[1]" not in whole
    if form == "html":
        assert {"plan.html#milestone-endoscopy-unit", "plan.html#action-backlog"} <= links
        assert {"plan.html", "plan.html#enabler-estates"} <= links
        places, _ = {link.removeprefix("plan.html") for link in links}, said(full, "html")
        own = html5lib.parse(page(full, form="html"), namespaceHTMLElements=False)
        ids = {f"#{element.get('id')}" for element in own.iter() if element.get("id")}
        assert {place for place in places if place.startswith("#") and place != "#content"} <= ids


@pytest.mark.parametrize("form", EVERY)
def test_silence_is_no_lateness(full: Path, form: str) -> None:
    whole, _ = said(full, form)
    assert "Date passed, no update" in whole
    assert "5 milestones as of 1 July 2026: 1 overdue" in whole
    if form == "html":
        tree = html5lib.parse(page(full, form="html"), namespaceHTMLElements=False)
        tags = [element for element in tree.iter("span") if "tag" in (element.get("class") or "").split()]
        silent = {tag.get("class") for tag in tags if "no update" in texts_in(tag)}
        assert silent == {"tag no_update"}
        late = [texts_in(tag) for tag in tags if "overdue" in (tag.get("class") or "")]
        assert len(late) == 2  # what was reported at risk and off track


@pytest.mark.parametrize("form", EVERY)
def test_the_shipped_plan_accuses_nobody(form: str) -> None:
    whole, _ = said(SHIPPED, form)
    assert "Overdue by" not in whole
    assert "overdue by" not in whole


def test_statuses_have_the_words_and_colours_of_the_plan(change: ChangePlan) -> None:
    looks = "statuses: {at_risk: {label: Amber, colour: purple}, off_track: {label: Behind}}\n"
    folder = change("plan.yaml", "lint:\n", f"{looks}lint:\n")
    for form in FORMS:
        whole, _ = said(folder, form)
        assert "Amber" in whole
        assert "At risk" not in whole
        assert "Behind" in whole
    assert "--at_risk: var(--purple);" in page(folder, form="html")


def test_a_page_says_whose_it_is_and_whom_to_ask(change: ChangePlan) -> None:
    publish = (
        "publish: {about: 'What we do, *briefly*', contact: planning@example.org, formats_contact: Ring 0123, "
        "accessibility: https://example.org/access}\nlanguage: cy\nlinks_note: The editors tied these.\n"
    )
    folder = change("plan.yaml", "lint:\n", f"{publish}lint:\n")
    tree = html5lib.parse(page(folder, form="html"), namespaceHTMLElements=False)
    assert tree.get("lang") == "cy"
    meta = {element.get("name") or element.get("property"): element.get("content") for element in tree.iter("meta")}
    assert meta["description"] == meta["og:description"] == "What we do, briefly"
    assert meta["og:title"] == "Example Joint Forward Plan"
    for form in FORMS:
        whole, links = said(folder, form, audience="public")
        assert "The editors tied these." in whole
        assert "Ring 0123" in whole
        assert "https://example.org/access" in links
    assert "mailto:planning@example.org" in said(folder, "html")[1]


@pytest.mark.parametrize("model", [settings.Settings, publishing.PublishSettings, own.Declaration])
def test_what_is_left_out_here_is_a_field(model: Any) -> None:
    known = {key for one in field.every_model() for key in field.fields_of(one)}
    assert known >= TREATMENT | NO_TEXT
    assert field.fields_of(model)


def test_the_example_of_these_tests_is_a_plan_without_faults(full: Path) -> None:
    assert list(load(full).findings) == []
