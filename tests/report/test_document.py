"""What the document of a plan says, and what it leaves out."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from jfp_cli.loading import load
from jfp_cli.model.field import Entity, every_model, fields_of, hideable
from jfp_cli.model.walk import walk
from jfp_cli.query.promises import overdue, promises
from jfp_cli.query.targets import tracked
from jfp_cli.report.document.audience import hidden_from, without
from jfp_cli.report.document.chapters import document
from jfp_cli.report.document.names import Named
from tests.conftest import SHIPPED, ChangePlan
from tests.report.pages import DAY, made, page, read

# A mapping is the plan's own, which nobody changes: the sandbox of templates refuses to.
VALUES = (tuple, dict, str, int, date, Decimal, type(None))


def below(value: Any) -> Iterator[Any]:
    """Everything that a document holds: its views, the entities of the plan in them, and their values."""
    yield value
    if isinstance(value, Entity):
        inner = [getattr(value, field.attribute) for field in fields_of(type(value)).values()]
    elif is_dataclass(value):
        inner = [getattr(value, field.name) for field in fields(value)]
    else:
        inner = list(value.values()) if isinstance(value, dict) else list(value) if isinstance(value, tuple) else []
    for entry in inner:
        yield from below(entry)


def texts(value: Any) -> list[str]:
    """Every text in a document."""
    return [found for found in below(value) if isinstance(found, str)]


def test_chapters_are_numbered_with_milestones_and_index_before_the_enablers(example: Path) -> None:
    document = made(example)
    assert [(part.number, part.title) for part in document.parts] == [("1", "Priorities"), ("2", "Workforce")]
    assert (document.milestones.number, document.index.number) == ("3", "4")
    [supporting] = document.supporting
    assert (supporting.number, supporting.title) == ("5", "Supporting change")
    assert [view.number for view in supporting.enablers] == ["5.1"]
    assert [view.number for part in document.parts for view in part.sections] == ["1.1", "2.1"]


def test_sections_have_the_numbers_that_the_index_command_shows() -> None:
    plan = read(SHIPPED)
    shown = {view.entity.id: view.number for part in made(SHIPPED).parts for view in part.sections}
    assert shown == {name: plan.number(name) for name in plan.sections}


def test_anchors_are_made_of_kinds_and_ids(example: Path) -> None:
    document = made(example)
    [elective] = document.parts[0].sections
    assert elective.anchor == "section-elective-care"
    assert elective.workstreams[0].anchor == "workstream-outpatients"
    assert elective.targets[0].anchor == "target-waiting-list-size"
    assert [milestone.anchor for milestone in document.milestones.areas[1].milestones] == [
        "milestone-exit-interviews",
        "milestone-rostering",
    ]
    assert document.parts[0].anchor == "part-priorities"
    assert document.glossary[0].anchor == "term-fit"


def test_no_two_things_share_an_anchor() -> None:
    document = made(SHIPPED, "internal")
    streams = [stream for part in document.parts for view in part.sections for stream in view.workstreams]
    own: list[Any] = [*document.parts, *document.supporting, *document.milestones.areas, *document.glossary, *streams]
    own += [view for part in document.parts for view in part.sections]
    own += [view for part in document.supporting for view in part.enablers]
    own += [milestone for view in document.milestones.areas for milestone in view.milestones]
    own += [target for part in document.parts for view in part.sections for target in view.targets]
    own += [indicator for stream in streams for indicator in stream.indicators if not isinstance(indicator, str)]
    anchors = [view.anchor for view in own]
    assert len(anchors) == len(set(anchors)) > 400


def test_terms_and_parts_whose_names_read_alike_have_anchors_of_their_own(change: ChangePlan) -> None:
    change("plan.yaml", "glossary: {FIT:", "glossary: {fit: in good health, FIT:")
    document = made(change("plan.yaml", "part: Workforce", "part: priorities"))
    assert [term.anchor for term in document.glossary] == ["term-fit", "term-fit-2"]
    assert [part.anchor for part in document.parts] == ["part-priorities", "part-priorities-2"]


def test_a_document_holds_nothing_that_can_change() -> None:
    for kind in {type(found) for found in below(made(SHIPPED, "internal"))}:
        if is_dataclass(kind):
            assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]  # typeshed does not know it
        else:
            assert issubclass(kind, (Entity, Enum, *VALUES)), kind


def test_every_thing_of_the_shipped_plan_is_in_its_document() -> None:
    plan = read(SHIPPED)
    counts = made(SHIPPED).counts
    assert counts.sections == len(plan.sections)
    assert counts.workstreams == len(list(plan.workstreams()))
    assert counts.targets == len(list(plan.targets()))
    assert counts.milestones == len(list(plan.milestones()))
    assert counts.enablers == len(plan.enablers)


def test_an_action_has_an_entry_for_each_planning_period(example: Path) -> None:
    retention = made(example).parts[1].sections[0]
    assert retention.workstreams[0].actions == (("2025-26", ("Ask every leaver why",)), ("2026-30", ()))
    assert retention.periods == ("2025-26",)


def test_a_milestone_knows_how_late_it_is_and_what_it_delivers(example: Path) -> None:
    area = made(example, "internal").milestones.areas[0]
    hub, endoscopy, portal = area.milestones
    assert (hub.status_words, hub.days_overdue) == ("Complete", 0)
    assert (endoscopy.entity.due.text, endoscopy.days_overdue) == ("Autumn 2025", 213)
    assert [step.days_overdue for step in portal.checkpoints] == [0, 1]
    assert [heading for heading, _ in area.groups] == ["New buildings", ""]
    assert [(link.text, link.href) for link in hub.evidence] == [("https://example.org/hub",) * 2]


def test_evidence_that_is_no_web_address_is_no_link(change: ChangePlan) -> None:
    folder = change("milestones/planned-care.yaml", "[https://example.org/hub]", "['javascript:alert(1)']")
    [link] = made(folder, "internal").milestones.areas[0].milestones[0].evidence
    assert (link.text, link.href) == ("javascript:alert(1)", "")


def test_a_milestone_with_an_open_date_is_never_overdue(example: Path) -> None:
    interviews = made(example, day=date(2099, 1, 1)).milestones.areas[1].milestones[0]
    assert (interviews.entity.due.is_open, interviews.days_overdue) == (True, 0)


def test_things_are_called_by_their_titles_and_have_an_anchor_where_the_page_holds_them(example: Path) -> None:
    names, alone = made(example).names, made(example, section="staff-retention").names
    assert names.one("workstreams", "outpatients") == Named("outpatients", "workstream-outpatients", "Outpatients")
    assert alone.one("workstreams", "outpatients").anchor == ""
    assert names.one("sections", "elective-care").number == "1.1"
    assert [str(place) for place in names.all("places", ["north-town", "nowhere"])] == ["North Town", "nowhere"]


def test_a_section_and_an_enabler_of_one_id_keep_their_own_numbers(example: Path) -> None:
    plan = read(example)
    [enabler] = plan.enablers.values()
    part = plan.settings.contents[-1].model_copy(update={"enablers": ("elective-care",)})
    settings = plan.settings.model_copy(update={"contents": (*plan.settings.contents[:-1], part)})
    same = {"elective-care": enabler.model_copy(update={"id": "elective-care"})}
    both = document(replace(plan, settings=settings, enablers=same), DAY, audience="public")
    assert (both.parts[0].sections[0].number, both.supporting[0].enablers[0].number) == ("1.1", "5.1")


def test_what_is_overdue_is_what_the_command_says(example: Path) -> None:
    shown = [(row.id, row.days_overdue) for row in made(example).overdue.rows]
    every = promises(read(example))
    assert shown == [(row.id or str(row.address), row.days_overdue(DAY)) for row in overdue(every, DAY)]
    assert shown == [("endoscopy-unit", 213), ("milestones/patient-portal.checkpoints[1]", 1)]


def test_counts_have_every_status_in_the_same_order(example: Path) -> None:
    counts = made(example).milestones.counts
    assert counts.total == 5
    assert [(count.words, count.number) for count in counts.statuses if count.number] == [
        ("At risk", 1),
        ("Complete", 1),
        ("Cancelled", 1),
        ("Not reported", 2),
    ]


def test_a_target_has_its_progress_and_its_line(example: Path) -> None:
    [waiting] = made(example).parts[0].sections[0].targets
    assert (waiting.progress, waiting.progress_words, waiting.better) == ("off_track", "Off track", "lower is better")
    assert waiting.latest
    assert (waiting.latest.value.text, waiting.latest.at.text) == ("133,000", "2026-06")
    assert waiting.line
    assert [point.kind for point in waiting.line.line.points] == ["baseline", "trajectory", "target"]
    assert [reading.value.text for reading in waiting.line.readings] == ["148,300", "139,000", "133,000"]


def test_a_line_ends_its_readings_on_the_day(example: Path) -> None:
    [waiting] = made(example, day=date(2025, 12, 31)).parts[0].sections[0].targets
    assert waiting.line
    assert [reading.value.text for reading in waiting.line.readings] == ["148,300", "139,000"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('target: "92,300"\n', 'target: "92%"\n'),
        ("    due: March 2029\n", ""),
        ('baseline: {value: "150,000", at: April 2025}\n    trajectory: [{target: "134,140", due: March 2026}]\n', ""),
    ],
)
def test_a_target_whose_figures_make_no_line_has_none(change: ChangePlan, old: str, new: str) -> None:
    folder = change("sections/elective-care.yaml", old, new or "pending: []\n" * old.startswith("base"))
    loaded = load(folder)
    assert loaded.plan
    [waiting] = document(loaded.plan, DAY, audience="public").parts[0].sections[0].targets
    assert waiting.line is None


def test_a_relative_target_is_drawn_at_the_level_that_it_means(change: ChangePlan) -> None:
    change("sections/elective-care.yaml", '"134,140", due', "down 10%, due")
    [waiting] = made(change("sections/elective-care.yaml", '"92,300"', "down 50%")).parts[0].sections[0].targets
    assert waiting.line
    assert [(point.written.text, point.level.value) for point in waiting.line.line.points] == [
        ("150,000", Decimal(150_000)),
        ("down 10%", Decimal(135_000)),
        ("down 50%", Decimal(75_000)),
    ]


def test_the_index_says_where_each_area_is_treated(example: Path) -> None:
    rows = made(example).index.rows
    assert [(row.area.title, row.milestones) for row in rows] == [("Planned care", 3), ("Workforce", 2)]
    assert [(named.number, named.anchor) for named in rows[0].sections] == [("1.1", "section-elective-care")]
    assert [(named.number, named.anchor) for named in rows[0].enablers] == [("5.1", "enabler-estates")]


def test_the_guide_leads_to_the_parts_it_names() -> None:
    assert all(entry.anchor and entry.number for entry in made(SHIPPED).guide)


def test_one_section_comes_with_its_milestones_and_no_link_leads_out(example: Path) -> None:
    document = made(example, section="elective-care")
    assert [view.entity.id for part in document.parts for view in part.sections] == ["elective-care"]
    assert document.parts[0].sections[0].number == "1.1"
    assert [view.entity.id for area in document.milestones.areas for view in area.milestones] == [
        "elective-hub",
        "patient-portal",
    ]
    assert [row.area.id for row in document.index.rows] == ["planned-care"]
    assert document.index.rows[0].enablers == ()
    assert (document.supporting, document.guide, document.introduction) == ((), (), ())


def test_a_section_keeps_its_number_when_it_stands_alone(example: Path) -> None:
    assert made(example, section="staff-retention").parts[0].sections[0].number == "2.1"


HIDDEN = (
    "Planned care lead",
    "First patients seen",
    "supplier delay",
    "https://example.org/hub",
    "Section to be updated",
)


@pytest.mark.parametrize("text", HIDDEN)
def test_the_public_document_lacks_what_the_public_does_not_see(example: Path, text: str) -> None:
    assert text in texts(made(example, "internal"))
    assert text not in texts(made(example, "public"))


def test_nothing_internal_is_left_in_the_plan_that_the_public_sees(example: Path) -> None:
    plan = read(example)
    internal = [found for found in walk(plan) if found.field.about.audience == "internal"]
    assert {found.field.key for found in internal} >= {"owner", "because", "updates", "evidence", "pending"}
    shown = without(plan, hidden_from("public", plan))
    assert [str(found.at) for found in walk(shown) if found.field.about.audience == "internal"] == []


@pytest.mark.parametrize(
    ("hide", "text"),
    [
        ("challenges", "The waiting list is longer"),
        ("voices", "Survey of residents"),
        ("places", "North Town"),
        ("baseline", "150,000"),
        ("trajectory", "134,140"),
        ("moves", "June 2025"),
        ("readings", "139,000"),
        ("facts", "Expected capital"),
        ("status", "At risk"),
    ],
)
def test_a_plan_hides_more_from_the_public(change: ChangePlan, hide: str, text: str) -> None:
    folder = change("plan.yaml", "lint:\n", f"publish: {{public: {{hide: [{hide}]}}}}\nlint:\n")
    assert text in " ".join(texts(made(folder, "internal")))
    assert text not in " ".join(texts(made(folder, "public")))


def test_a_hidden_status_shows_in_nothing_that_follows_from_it(change: ChangePlan) -> None:
    folder = change("plan.yaml", "lint:\n", "publish: {public: {hide: [status]}}\nlint:\n")
    milestones = made(folder).milestones
    hub = milestones.areas[0].milestones[0]
    assert (hub.status, hub.status_words, hub.days_overdue) == ("", "", 0)
    assert (hub.entity.status, hub.entity.completed) == (None, None)
    assert (milestones.counts.overdue, milestones.counts.statuses, milestones.counts.marks) == (0, (), ())
    assert (made(folder).overdue.rows, made(folder).overdue.sentence) == ((), "")
    assert milestones.sentence == ""


def test_a_hidden_baseline_does_not_change_how_a_target_stands(change: ChangePlan) -> None:
    folder = change("plan.yaml", "lint:\n", "publish: {public: {hide: [baseline, trajectory]}}\nlint:\n")
    [waiting] = made(folder).parts[0].sections[0].targets
    [row] = [
        row for row in tracked(read(folder), read(folder).targets(), DAY) if row.home.target.id == waiting.entity.id
    ]
    assert waiting.progress == row.progress.state == "off_track"
    assert waiting.line is None


def test_hidden_readings_leave_no_word_on_progress(change: ChangePlan) -> None:
    folder = change("plan.yaml", "lint:\n", "publish: {public: {hide: [readings]}}\nlint:\n")
    [waiting] = made(folder).parts[0].sections[0].targets
    assert (waiting.latest, waiting.progress, waiting.progress_words) == (None, "", "")
    assert waiting.line
    assert waiting.line.readings == ()


def test_a_field_that_there_is_not_cannot_be_hidden(change: ChangePlan) -> None:
    loaded = load(change("plan.yaml", "lint:\n", "publish: {public: {hide: [owners]}}\nlint:\n"))
    [finding] = loaded.findings
    assert "owner" in finding.help


@pytest.mark.parametrize("name", hideable())
def test_what_can_be_hidden_is_a_field_that_a_plan_can_do_without(name: str) -> None:
    fields = [fields_of(model)[name] for model in every_model() if name in fields_of(model)]
    assert fields
    assert name == "readings" or not any(field.required for field in fields)


def test_a_plan_that_is_partly_wrong_makes_a_document_of_the_rest(change: ChangePlan) -> None:
    loaded = load(change("sections/staff-retention.yaml", "id: staff-retention\n"))
    assert loaded.plan
    assert loaded.findings
    partly = document(loaded.plan, DAY, audience="public")
    assert [view.entity.id for part in partly.parts for view in part.sections] == ["elective-care"]
    assert partly.counts.milestones == 5


@pytest.mark.parametrize(
    ("due", "ends"),
    [
        ("years 1 and 2", "by 31 March 2027"),
        ("year 2", "by 31 March 2027"),
        ("Winter 2026", ""),
        ("Q3 26/27", ""),
    ],
)
def test_what_is_due_next_says_when_a_date_ends_that_names_no_year(change: ChangePlan, due: str, ends: str) -> None:
    folder = change("milestones/planned-care.yaml", "due: March 2027", f"due: {due}")
    [found] = [one.ends for one in made(folder).coming if one.due.text == due]
    assert found == ends
    assert (f"{due}, {ends}: " in page(folder)) == bool(ends)
