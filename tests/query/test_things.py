"""From what somebody types to one thing, and what it is linked to."""

import pytest

from jfp_cli.model.plan import Plan
from jfp_cli.query.details import belongs_to, links
from jfp_cli.query.things import UnknownThingError, find, find_there, titles
from jfp_cli.values.address import Address
from tests.conftest import ChangePlan
from tests.query.building import plan_of


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("elective-hub", "milestones/elective-hub"),
        ("milestones/elective-hub", "milestones/elective-hub"),
        ("elective-care", "sections/elective-care"),
        ("outpatients", "workstreams/outpatients"),
        ("missed-appointments", "targets/missed-appointments"),
        ("waiting-list-size", "targets/waiting-list-size"),
        ("measures/waiting-list-size", "measures/waiting-list-size"),
        ("planned-care", "areas/planned-care"),
        ("estates", "enablers/estates"),
        ("north-town", "places/north-town"),
        ("best-start", "strategy_priorities/best-start"),
        ("14Z35", "duties/14Z35"),
        ("FIT", "glossary/FIT"),
        ("plan", "plan"),
    ],
)
def test_an_id_names_one_thing(plan: Plan, written: str, meant: str) -> None:
    address, thing = find(plan, written)
    assert str(address) == meant
    assert thing is not None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("milestones/elective-hub.moves[0].because", "milestones/elective-hub"),
        ("workstreams/outpatients.actions.2026-30[0]", "workstreams/outpatients"),
        ("patient-portal.checkpoints[1]", "milestones/patient-portal"),
        ("plan.contents[1].introduction[0]", "plan"),
    ],
)
def test_an_address_that_search_gave_names_the_thing_around_it(plan: Plan, written: str, meant: str) -> None:
    assert str(find(plan, written)[0]) == meant


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("electiv-hub", 'did you mean "elective-hub"?'),
        ("fitt", 'did you mean "FIT"?'),
        ("milestones/elective-hubb", 'did you mean "milestones/elective-hub"?'),
        ("milestone/elective-hub", 'did you mean "milestones/elective-hub"?'),
        ("milestones/planned-care", 'did you mean "areas/planned-care"?'),
        ("targets/outpatients", 'did you mean "workstreams/outpatients"?'),
        ("enablers/zzzz", 'try "jfp search zzzz"'),
        ("zzzz", 'try "jfp search zzzz"'),
        ("", "there is nothing in the plan"),
        ("/", "there is nothing in the plan"),
        ("[", "there is nothing in the plan"),
    ],
)
def test_a_mistyped_id_is_answered_with_what_was_meant(plan: Plan, written: str, said: str) -> None:
    with pytest.raises(UnknownThingError) as error:
        find(plan, written)
    assert said in str(error.value)


def test_an_id_of_several_things_lists_them(change: ChangePlan) -> None:
    folder = change("milestones/planned-care.yaml", "id: elective-hub", "id: estates")
    with pytest.raises(UnknownThingError) as error:
        find(plan_of(folder), "estates")
    assert str(error.value) == '"estates" is the id of 2 things; write one of: milestones/estates, enablers/estates'
    assert str(find(plan_of(folder), "enablers/estates")[0]) == "enablers/estates"


@pytest.mark.parametrize(
    ("written", "meant"), [("enabler/estates", "enablers/estates"), ("milestone/estates", "milestones/estates")]
)
def test_a_mistyped_kind_is_told_from_the_others_with_the_same_id(change: ChangePlan, written: str, meant: str) -> None:
    folder = change("milestones/planned-care.yaml", "id: elective-hub", "id: estates")
    with pytest.raises(UnknownThingError, match=f'did you mean "{meant}"'):
        find(plan_of(folder), written)


def test_everything_is_called_something(plan: Plan) -> None:
    named = titles(plan)
    assert {address for address in plan.things if address not in named} == set()
    assert named[Address("places", "north-town")] == "North Town"
    assert named[Address("milestones", "elective-hub")] == "Open the elective hub to patients"


@pytest.mark.parametrize(
    ("thing", "names", "named_by"),
    [
        ("milestones/elective-hub", ["places/north-town", "workstreams/outpatients"], []),
        (
            "workstreams/outpatients",
            ["areas/planned-care", "places/north-town", "planning_periods/2025-26", "planning_periods/2026-30"],
            ["milestones/elective-hub", "milestones/patient-portal"],
        ),
        ("sections/elective-care", ["strategy_priorities/ageing-well", "duties/14Z35"], []),
        ("enablers/estates", ["duties/14Z44", "areas/planned-care"], []),
        ("areas/planned-care", [], ["workstreams/outpatients", "enablers/estates"]),
        ("places/north-town", [], ["workstreams/outpatients", "milestones/elective-hub"]),
        ("duties/14Z35", [], ["sections/elective-care"]),
        ("strategy_priorities/ageing-well", [], ["sections/elective-care"]),
        ("targets/waiting-list-size", ["measures/waiting-list-size"], []),
        ("measures/waiting-list-size", [], ["targets/waiting-list-size"]),
        ("places/south-vale", [], []),
    ],
)
def test_both_ends_of_every_link(plan: Plan, thing: str, names: list[str], named_by: list[str]) -> None:
    both = links(plan, Address.parse(thing))
    assert [str(address) for address in both.names] == names
    assert sorted(map(str, both.named_by)) == sorted(named_by)


@pytest.mark.parametrize(
    ("thing", "homes"),
    [
        ("milestones/elective-hub", ["areas/planned-care"]),
        ("workstreams/outpatients", ["sections/elective-care"]),
        ("targets/waiting-list-size", ["sections/elective-care"]),
        ("targets/missed-appointments", ["sections/elective-care", "workstreams/outpatients"]),
        ("measures/waiting-list-size", []),
        ("sections/elective-care", []),
    ],
)
def test_what_a_thing_stands_in(plan: Plan, thing: str, homes: list[str]) -> None:
    assert [str(home) for home in belongs_to(plan, Address.parse(thing))] == homes


@pytest.mark.parametrize("typed", ["fit", "Glossary/FIT", "f\u00adit"])
def test_an_id_is_found_in_any_case_where_no_other_has_it(plan: Plan, typed: str) -> None:
    assert str(find(plan, typed)[0]) == "glossary/FIT"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("workstreams/outpatients.actions.2025-26[9]", "there is no workstreams/outpatients.actions.2025-26[9];"),
        ("patient-portal.checkpoints[2]", "there is no milestones/patient-portal.checkpoints[2];"),
        ("milestones/patient-portal.owner", "there is no milestones/patient-portal.owner;"),
        ("milestones/patient-portal.moves", "there is no milestones/patient-portal.moves;"),
        ("patient-portal.nonsense", "there is no milestones/patient-portal.nonsense;"),
        ("milestones/patient-portal.checkpoints[-1]", "is not an address"),
        ("plan.contents[9]", "there is no plan.contents[9];"),
    ],
)
def test_an_address_that_leads_to_nothing_names_nothing(plan: Plan, written: str, said: str) -> None:
    with pytest.raises(UnknownThingError) as error:
        find_there(plan, written)
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("milestones/elective-hub.moves[0].because", "milestones/elective-hub"),
        ("patient-portal.checkpoints[1]", "milestones/patient-portal"),
        ("milestones/patient-portal.checkpoints[1]", "milestones/patient-portal.checkpoints[1]"),
        ("plan.contents[1].introduction[0]", "plan"),
        ("plan.glossary.FIT", "plan"),
        ("Elective-Hub.owner", "milestones/elective-hub"),
        ("elective-hub", "milestones/elective-hub"),
        ("fit", "glossary/FIT"),
    ],
)
def test_an_address_that_leads_to_something_names_it_or_what_is_around_it(plan: Plan, written: str, meant: str) -> None:
    assert str(find_there(plan, written)[0]) == meant


def test_an_id_with_a_dot_is_no_address(change: ChangePlan) -> None:
    folder = change("plan.yaml", "glossary: {", "glossary: {e.g.: for example, ")
    assert str(find_there(plan_of(folder), "e.g.")[0]) == 'glossary/"e.g."'
