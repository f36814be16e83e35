"""Texts that are not as they look: one finding each, at its place, and in words that lead out of it."""

from jfp_cli.loading import load
from tests.conftest import ChangePlan
from tests.loading.changed_plans import PLANNED, changed


def said(old: str, new: str) -> list[tuple[str, str]]:
    """The findings after a change of an area, each with its code and what to write instead."""
    return [(finding.code, finding.help) for finding in changed((PLANNED, old, new)).findings]


def test_typographic_quotation_marks_around_a_date_are_what_is_wrong_with_it() -> None:
    assert said("due: Autumn 2025", "due: \u201cAutumn 2025\u201d") == [
        ("JFP107", 'write straight ones: "Autumn 2025"')
    ]


def test_a_character_that_does_not_show_is_what_is_wrong_with_a_key() -> None:
    assert ("JFP101", "delete it") in said("due: Autumn 2025", "du\u200be: Autumn 2025")


def test_what_a_fault_hides_is_not_said_to_be_missing() -> None:
    loaded = changed((PLANNED, "activity: Open the endoscopy unit", "activity: Open: the endoscopy unit"))
    assert [finding.code for finding in loaded.findings] == ["JFP003"]
    assert loaded.plan is not None
    assert [milestone.id for milestone in loaded.plan.areas["planned-care"].milestones] == [
        "elective-hub",
        "patient-portal",
    ]
    assert {part.span.line for part in loaded.left_out} == {17, 19}  # the milestone, and what the fault hides


def test_two_names_of_a_glossary_that_read_alike_are_one(change: ChangePlan) -> None:
    folder = change("plan.yaml", "glossary: {", "glossary: {F\u00adIT: fighting fit, ")
    assert [finding.code for finding in load(folder).findings] == ["JFP010", "JFP110"]
