"""The one walk: every value once, with its address and its field."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from jfp_cli.loading import load
from jfp_cli.model.field import Entity, Field
from jfp_cli.model.plan import Plan
from jfp_cli.model.references import is_reference, names_in
from jfp_cli.model.walk import below, every_field, holds_things, is_prose, walk
from jfp_cli.values.address import Address
from tests.conftest import EXAMPLE, SHIPPED


def plan_in(folder: Any) -> Plan:
    plan = load(folder).plan
    assert plan is not None
    return plan


def leaves(value: Any) -> Iterator[Any]:
    """Every value at the bottom of an entity, found without the walk."""
    if isinstance(value, Entity):
        for own in value.__dict__.values():
            yield from leaves(own)
    elif isinstance(value, tuple):
        for own in value:
            yield from leaves(own)
    elif isinstance(value, dict):
        for own in value.values():
            yield from leaves(own)
    elif value is not None:
        yield value


def test_the_walk_comes_by_every_value_of_the_shipped_plan() -> None:
    plan = plan_in(SHIPPED)
    walked = [found.value for found in walk(plan) if not isinstance(found.value, Entity) and not found.in_key]
    there = [value for _, entity in plan.files() for value in leaves(entity)]
    assert len(walked) > 3000
    assert sorted(map(str, walked)) == sorted(map(str, there))


def test_every_address_of_the_walk_leads_to_its_value() -> None:
    plan = plan_in(EXAMPLE)
    for at, _, value, in_key in walk(plan):
        assert plan.get(at) is not None if in_key else plan.get(at) == value, str(at)


def test_every_address_of_the_walk_has_a_place_in_a_file() -> None:
    loaded = load(EXAMPLE)
    assert loaded.plan is not None
    for at, field, value, in_key in walk(loaded.plan):
        if at.kind == "plan" and field.key in ("lint", "publish", "public", "year_starts", "allow"):
            continue  # what stands for what nobody wrote
        span = loaded.sources.span(at, key=in_key)
        source = loaded.sources.files[span.file]
        text = source.text[source.offset(span.line, span.column) : source.offset(span.end_line, span.end_column)]
        if isinstance(value, str) and not in_key:
            assert value.split()[0] in text, str(at)


def test_things_stand_under_their_own_address_wherever_they_are() -> None:
    found = {str(at): field.key for at, field, value, _ in walk(plan_in(EXAMPLE)) if isinstance(value, Entity)}
    assert found["targets/missed-appointments"] == "indicators"
    assert found["targets/waiting-list-size"] == "targets"
    assert found["milestones/patient-portal.checkpoints[1]"] == "checkpoints"
    assert found["targets/waiting-list-size.trajectory[0]"] == "trajectory"


def is_status(field: Field) -> bool:
    return field.key == "status"


def test_a_walk_looks_only_where_what_is_wanted_may_stand() -> None:
    plan = plan_in(EXAMPLE)
    every = [found for found in walk(plan, every_field) if found.field.key == "status"]
    assert list(walk(plan, is_status)) == every
    assert len(every) > 1


def test_values_that_were_gathered_are_those_of_a_walk_of_their_own() -> None:
    for folder in (EXAMPLE, SHIPPED):
        plan, gathered = plan_in(folder), plan_in(folder)
        assert gathered.gathered
        for wanted in (every_field, is_reference, is_prose, holds_things, is_status):
            assert list(walk(gathered, wanted)) == list(walk(plan, wanted))
        assert gathered.things == plan.things
        assert gathered.references == plan.references


def test_what_an_earlier_plan_gathered_is_taken_over_but_from_files_that_changed() -> None:
    before = plan_in(EXAMPLE)
    assert before.gathered
    changed = {name: area.model_copy(update={"title": f"{area.title} again"}) for name, area in before.areas.items()}
    after, alone = replace(before, areas=changed), replace(before, areas=changed)
    after.gather(before)
    assert list(walk(after)) == list(walk(alone))
    kept = {id(found) for found in walk(before) if found.at.kind == "sections"}
    assert {id(found) for found in walk(after) if found.at.kind == "sections"} == kept


def test_the_names_of_mappings_are_found_as_keys() -> None:
    plan = plan_in(EXAMPLE)
    keys = [(str(found.at), found.value) for found in walk(plan, is_reference) if found.in_key]
    assert ("workstreams/outpatients.actions.2026-30", "2026-30") in keys


def test_a_part_of_the_plan_can_be_walked_alone() -> None:
    plan = plan_in(EXAMPLE)
    at = Address("milestones", "elective-hub")
    milestone = plan.things[at]
    assert isinstance(milestone, Entity)
    assert [str(found.at) for found in below(at, milestone)][:2] == [
        "milestones/elective-hub.id",
        "milestones/elective-hub.group",
    ]


def test_kinds_that_were_not_loaded_are_passed_over() -> None:
    plan = load(EXAMPLE, ["areas"]).plan
    assert plan is not None
    assert {found.at.kind for found in walk(plan)} >= {"areas", "milestones", "plan"}
    assert not any(found.at.kind == "sections" for found in walk(plan))


def test_what_does_not_stand_in_the_plan_is_none() -> None:
    plan = plan_in(EXAMPLE)
    for text in (
        "milestones/nothing",
        "milestones/elective-hub.colour",
        "milestones/patient-portal.checkpoints[9]",
        "plan.title.first",
    ):
        assert plan.get(Address.parse(text)) is None


def test_what_is_named_is_gathered_quickly_too() -> None:
    for folder in (EXAMPLE, SHIPPED):
        plan = plan_in(folder)
        # A title that names a measure cannot be wrong, so that nobody asks for it.
        slowly = {(kind, name) for at, kind, name, in_key in plan.references if in_key or plan.get(at) == name}
        named = [names_in(entity) for at, entity in plan.files() if at.kind != "plan"]
        quickly = {(kind, name) for names in named for kind, ids in names.items() for name in ids}
        assert quickly == slowly
        assert len(quickly) > 5
