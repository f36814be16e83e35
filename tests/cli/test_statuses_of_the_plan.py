"""What a plan says of its pages: how statuses are called, what the public sees, and where links come from."""

import json
import re
from pathlib import Path

import pytest

from jfp_cli.measures.progress import STATES
from jfp_cli.model.publishing import CALLED
from jfp_cli.query.filters import PROMISE_STATUSES
from tests.cli.conftest import AS_OF, Jfp

STATUSES = """
statuses:
  at_risk: {label: Needs care, colour: red}
  complete: {label: Delivered}
  on_track: {colour: green}
  met: {label: Reached, colour: blue}
  no_reading: {label: Not counted yet}
"""


@pytest.fixture
def plan(example: Path) -> Path:
    path = example / "plan.yaml"
    path.write_text(path.read_text("utf-8") + STATUSES, "utf-8")
    return example


def add(plan: Path, text: str) -> None:
    path = plan / "plan.yaml"
    path.write_text(f"{path.read_text('utf-8')}{text}\n", "utf-8")


def test_every_word_for_how_something_stands_may_be_called_otherwise() -> None:
    assert set(CALLED) == {*PROMISE_STATUSES, *STATES}


def test_tables_call_statuses_as_the_plan_does_and_other_formats_keep_their_words(jfp: Jfp, plan: Path) -> None:
    asked = ("milestones", *AS_OF, "--plan", plan)
    for form in ("table", "markdown"):
        text = jfp(*asked, "--format", form).out
        assert "Needs care" in text
        assert "Delivered" in text
        assert "at_risk" not in text
    assert {row["status"] for row in json.loads(jfp(*asked, "--format", "json").out)} >= {"at_risk", "complete"}
    assert "Needs care" in jfp("overdue", *AS_OF, "--plan", plan).out
    assert "Not counted yet" in jfp("targets", *AS_OF, "--plan", plan).out
    status = jfp("status", *AS_OF, "--plan", plan).out
    assert "Needs care" in status
    assert "Not counted yet" in status
    assert re.search(r"status +Needs care", jfp("show", "endoscopy-unit", "--plan", plan).out)
    assert json.loads(jfp("show", "endoscopy-unit", "--format", "json", "--plan", plan).out)["status"] == "at_risk"


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_measures_say_how_their_targets_stand_as_the_plan_does_and_why_one_cannot_be_measured(
    jfp: Jfp, plan: Path, form: str
) -> None:
    add(plan, "  off_track: {label: Behind}\n")
    section = plan / "sections" / "elective-care.yaml"
    text = section.read_text("utf-8")
    second = "  - {id: two, statement: Fewer, measure: waiting-list-size, better: lower, target: 1, due: May 2029}\n"
    section.write_text(text + second, "utf-8")
    asked = ("measures", *AS_OF, "--plan", plan, "--format")
    assert "Behind; not measurable: no dated baseline says where its line begins" in jfp(*asked, form).out
    [row] = json.loads(jfp(*asked, "json").out)
    assert [target["progress"] for target in row["targets"]] == ["off_track", "not_measurable"]


def test_a_word_of_the_plan_has_its_colour_in_a_table(jfp: Jfp, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[31mNeeds care" in jfp("milestones", *AS_OF, "--plan", plan).out
    assert "\x1b[32mDelivered" in jfp("milestones", *AS_OF, "--plan", plan).out


def test_pages_call_and_colour_statuses_as_the_plan_does(jfp: Jfp, plan: Path) -> None:
    page = jfp("render", "plan", *AS_OF, "--plan", plan).out
    body = page[page.index("<main") :]
    assert "Needs care" in body
    assert "At risk" not in body
    assert "1 overdue, 1 delivered, 1 not reported" in body
    assert "--at_risk: var(--red);" in page
    assert ".tag.met { color: var(--met); }" in page
    markdown = jfp("render", "plan", "--format", "md", *AS_OF, "--plan", plan).out
    assert "Needs care" in markdown
    assert "Not counted yet" not in markdown  # nothing is said of what nobody has measured
    assert "At risk" not in markdown


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("statuses: {on_trakc: {label: A}}", 'did you mean "on_track"?'),
        ("statuses: {brilliant: {label: A}}", "write one of: not_started, on_track,"),
        ("statuses: {overdue: {label: A}}", 'write "off_track"'),
        ("statuses: {on_track: {colour: pink}}", "write one of: green, amber, red, blue, purple, grey"),
        ("statuses: {on_track: {color: green}}", 'did you mean "colour"?'),
        ("statuses: {on_track: Fine}", "write lines of the form"),
        ("editions: [{name: 2025-30}]", 'add it, such as "tag: v2025"'),
        ("editions: [v2025]", "write lines of the form"),
        ("publish: {accessibility: our site}", 'write an address that begins with "https://" or "mailto:"'),
        ("publish: {public: {show: [because]}}", 'did you mean "moves.because"?'),
        ("publish: {public: {show: [move.because]}}", 'did you mean "moves.because"?'),
        ("publish: {public: {show: [title]}}", "write one of: evidence, forecast,"),
        ("publish: {about: ''}", "write a value, or delete it"),
    ],
)
def test_what_is_wrong_in_it_is_told(jfp: Jfp, example: Path, written: str, told: str) -> None:
    add(example, written)
    found = jfp("validate", "--plan", example)
    assert (found.code, told in found.out) == (1, True), found.out


def test_the_rest_of_it_is_read(jfp: Jfp, example: Path) -> None:
    add(
        example,
        "editions: [{name: 2025-30, tag: v2025}]\n"
        "publish: {about: What we will do, contact: a@example.org, formats_contact: 01234 567890,\n"
        "  accessibility: https://example.org/accessibility}",
    )
    assert jfp("validate", "--plan", example).code == 0
    shown = json.loads(jfp("show", "plan", "--format", "json", "--plan", example).out)
    assert shown["editions"] == [{"name": "2025-30", "tag": "v2025"}]
    assert shown["publish"]["accessibility"] == "https://example.org/accessibility"


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize(
    ("public", "seen", "unseen"),
    [
        ("{}", [], ["supplier delay", "agreed by Board", "Planned care lead", "First patients seen"]),
        ("{show: [moves.because]}", ["because: supplier delay"], ["agreed by Board", "Planned care lead"]),
        ("{show: [moves.agreed_by, updates]}", ["agreed by Board", "First patients seen"], ["supplier delay"]),
        ("{show: [moves.because], hide: [moves]}", [], ["supplier delay", "moved from"]),
    ],
)
def test_the_public_sees_what_is_internal_where_the_plan_shows_it(
    jfp: Jfp, example: Path, form: str, public: str, seen: list[str], unseen: list[str]
) -> None:
    add(example, f"publish: {{public: {public}}}")
    asked = ("render", "plan", "--format", form, "--audience", "public", "--plan", example)
    page = jfp(*asked).out
    assert all(text in page for text in seen)
    assert not any(text in page for text in unseen)
    assert jfp(*asked, "--check").code == 0


def test_an_internal_field_of_the_plan_s_own_is_not_shown_by_the_name_of_another(jfp: Jfp, example: Path) -> None:
    declared = "{about: Who sponsors it, type: text}"
    add(example, f"fields: {{areas: {{owner: {declared}}}}}\npublish: {{public: {{show: [owner]}}}}")
    assert jfp("set", "planned-care", "owner=Secret sponsor", "--plan", example).code == 0
    page = jfp("render", "plan", "--plan", example).out
    assert (
        "Planned care lead" in jfp("render", "plan", "--format", "md", "--audience", "internal", "--plan", example).out
    )
    assert "Secret sponsor" not in page


NOTE = "The editors tied *sections* to priorities."


@pytest.mark.parametrize(("form", "written"), [("html", "tied <em>sections</em> to"), ("md", "tied *sections* to")])
def test_the_note_on_links_stands_once_in_each_part_that_has_some(
    jfp: Jfp, example: Path, form: str, written: str
) -> None:
    add(example, f'links_note: "{NOTE}"')
    asked = ("render", "plan", "--format", form, "--plan", example)
    assert jfp(*asked).out.count(written) == 2  # that of sections with priorities, and that of enablers with duties
    assert written in jfp(*asked, "--section", "elective-care").out
    assert written not in jfp(*asked, "--section", "staff-retention").out
    add(example, "publish: {public: {hide: [supports, duties]}}")
    assert written not in jfp(*asked).out


def test_an_entry_of_a_thing_and_the_last_line_of_targets_speak_as_the_plan_does(jfp: Jfp, plan: Path) -> None:
    shown = jfp("show", "patient-portal", "--plan", plan).out
    assert "Half of specialties live (due: January 2026; status: Delivered)" in shown
    shown = jfp("show", "planned-care", "--plan", plan).out
    assert "Open the endoscopy unit (Needs care, due Autumn 2025)" in shown
    assert "Not counted yet" in jfp("targets", *AS_OF, "--plan", plan).lines[-1]
    assert (
        json.loads(jfp("show", "planned-care", "--format", "json", "--plan", plan).out)["milestones"][1]["status"]
        == "at_risk"
    )


@pytest.mark.parametrize(
    ("command", "label", "word"),
    [
        ("milestones", "Needs care", "at_risk"),
        ("milestones", "needs-care", "at_risk"),
        ("overdue", "Needs care", "at_risk"),
        ("search unit", "Needs care", "at_risk"),
        ("targets", "Not counted yet", "no_reading"),
        ("status", "Not counted yet", "no_reading"),
    ],
)
def test_what_a_table_calls_a_status_may_be_asked_for(
    jfp: Jfp, plan: Path, command: str, label: str, word: str
) -> None:
    asked = jfp(*command.split(), "--status", label, *AS_OF, "--plan", plan)
    assert asked.code == 0, asked.err
    assert asked.out == jfp(*command.split(), "--status", word, *AS_OF, "--plan", plan).out
    assert jfp("milestones", "--status", "Nedes care", "--plan", plan).code == 2
