"""A plan with faults still answers: what is left out, what remains, and where everything stands then."""

import pytest

from jfp_cli.loading import Loaded
from jfp_cli.model.plan import Plan
from jfp_cli.values.address import Address
from tests.loading.changed_plans import ELECTIVE, ESTATES, PLAN, PLANNED, READINGS, WORKFORCE, changed, replaced, split


def plan_of(loaded: Loaded) -> Plan:
    assert loaded.plan is not None
    return loaded.plan


def milestones(loaded: Loaded) -> list[str]:
    return [milestone.id for _, milestone in plan_of(loaded).milestones()]


def left_out(loaded: Loaded) -> list[str]:
    return [left.what for left in loaded.left_out]


def line(loaded: Loaded, number: int) -> str:
    """The line on which the part that was left out begins."""
    span = loaded.left_out[number].span
    return loaded.sources.files[span.file].line_text(span.line).strip()


def test_a_plan_without_faults_leaves_nothing_out() -> None:
    assert changed().left_out == []


def test_a_thing_with_an_id_is_left_out_alone() -> None:
    loaded = changed((PLANNED, "due: Autumn 2025", "due: TBC"))
    assert left_out(loaded) == ["milestones/endoscopy-unit"]
    assert line(loaded, 0) == "- id: endoscopy-unit"
    assert milestones(loaded) == ["elective-hub", "patient-portal", "exit-interviews", "rostering"]


def test_the_nearest_thing_with_an_id_is_left_out() -> None:
    loaded = changed((ELECTIVE, "target: under 6%", "target: soon"))
    assert left_out(loaded) == ["targets/missed-appointments"]
    [stream] = plan_of(loaded).sections["elective-care"].workstreams
    assert stream.indicators == ("Functioning decision support tool",)


def test_of_other_lists_the_entry_is_left_out() -> None:
    loaded = changed(
        (
            ESTATES,
            "points: [Buildings",
            "topics:\n  - {title: A, facts: [{figure: 1, what: b, at: TBC}]}\npoints: [Buildings",
        )
    )
    assert left_out(loaded) == ["enablers/estates.topics[0].facts[0]"]
    [topic] = plan_of(loaded).enablers["estates"].topics
    assert (topic.title, topic.facts) == ("A", ())


def test_without_a_list_the_key_is_left_out() -> None:
    loaded = changed((ELECTIVE, "supports: [ageing-well]", "supports: ageing-well"))
    assert left_out(loaded) == ["sections/elective-care.supports"]
    assert plan_of(loaded).sections["elective-care"].supports == ()


def test_of_a_vocabulary_the_entry_is_left_out() -> None:
    loaded = changed((PLAN, "north-town: North Town", "north-town: [North Town]"))
    assert left_out(loaded) == ["plan.places.north-town"]
    assert list(plan_of(loaded).settings.places) == ["south-vale"]


def test_a_part_of_the_contents_keeps_its_number_without_a_section_at_fault() -> None:
    loaded = changed((PLAN, "sections: [elective-care]", "sections: [Elective care, elective-care]"))
    assert left_out(loaded) == ["plan.contents[0].sections[0]"]
    assert plan_of(loaded).number("staff-retention") == "2.1"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (PLANNED, "title: Planned care\n", ""),
        (PLANNED, "title: Planned care", "title: @Planned"),
        (PLANNED, "area: planned-care", "area: Planned care"),
    ],
)
def test_a_file_is_left_out_where_it_cannot_do_without_what_is_at_fault(file: str, old: str, new: str) -> None:
    loaded = changed((file, old, new))
    assert left_out(loaded) == [file]
    assert loaded.left_out[0].span[:3] == (file, 1, 1)
    assert milestones(loaded) == ["exit-interviews", "rostering"]


@pytest.mark.parametrize("text", ["", "# later\n", "a: [", "\0", "just text", "- a", "title: x\n"])
def test_without_plan_yaml_there_is_no_plan(text: str) -> None:
    loaded = replaced({PLAN: text})
    assert loaded.plan is None
    assert left_out(loaded) == [PLAN]
    assert {finding.span.file for finding in loaded.findings} == {PLAN}


def test_the_faults_of_other_files_are_found_without_plan_yaml() -> None:
    loaded = replaced({PLAN: "a: [", ESTATES: "id: estates\n", WORKFORCE: "area: workforce\ntitle: @x\n"})
    assert [finding.span.file for finding in loaded.findings] == [ESTATES, WORKFORCE, PLAN]


def test_several_entries_of_a_list_can_be_left_out() -> None:
    loaded = changed(
        (READINGS, '"148,300"', "many"), (READINGS, '"133,000"', "few"), (WORKFORCE, "31 January 2026", "TBC")
    )
    assert left_out(loaded) == [
        "milestones/rostering",
        "measures/waiting-list-size.readings[0]",
        "measures/waiting-list-size.readings[2]",
    ]
    assert [str(reading.at) for reading in plan_of(loaded).measures["waiting-list-size"].readings] == ["2025-12"]


def test_what_was_left_out_is_shown_where_it_stood() -> None:
    loaded = changed((READINGS, '"148,300"', "many"), (READINGS, '"133,000"', "few"))
    assert [line(loaded, number)[:14] for number in range(2)] == ["- {at: 2025-06", "- {at: 2026-06"]


def test_what_remains_is_found_where_it_stands() -> None:
    loaded = changed((READINGS, '"148,300"', "many"))
    span = loaded.sources.span(Address("measures", "waiting-list-size", ("readings", 0, "at")))
    assert "at: 2025-12" in loaded.sources.files[span.file].line_text(span.line)


def test_what_an_alias_repeats_is_left_out_once() -> None:
    before, after = split(ELECTIVE, "ambitions: [Nobody waits longer than they need to]\n")
    loaded = replaced({ELECTIVE: f"{before}ambitions: &all [One, {{a: b}}, Two]\nintroduction: *all\n{after}"})
    section = plan_of(loaded).sections["elective-care"]
    assert (section.ambitions, section.introduction) == (("One", "Two"), ("One", "Two"))
