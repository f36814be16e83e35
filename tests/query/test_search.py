"""Words anywhere in the plan, the best places first."""

import pytest

from jfp_cli.model.plan import Plan
from jfp_cli.query.search import meant, search, texts
from tests.conftest import ChangePlan
from tests.query.building import plan_of


def places(plan: Plan, *words: str) -> list[str]:
    return [str(match.address) for match in search(plan, list(words))]


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("deprivation", "sections/elective-care.challenges[0]"),
        ("faster", "sections/elective-care.voices[0].findings[0]"),
        ("one-stop", "workstreams/outpatients.actions.2026-30[0]"),
        ("functioning", "workstreams/outpatients.indicators[0]"),
        ("appointments", "targets/missed-appointments.statement"),
        ("134,140", "targets/waiting-list-size.trajectory[0].target"),
        ("pathways", "measures/waiting-list-size.title"),
        ("hub", "milestones/elective-hub.activity"),
        ("specialty", "milestones/patient-portal.checkpoints[1].activity"),
        ("supplier", "milestones/elective-hub.moves[0].because"),
        ("validation", "measures/waiting-list-size.readings[2].note"),
        ("capital", "enablers/estates.facts[0].what"),
        ("faecal", "glossary/FIT"),
        ("climate", "duties/14Z44"),
        ("vale", "places/south-vale"),
        ("beginnings", None),
        ("first.", "plan.contents[1].introduction[0]"),
        ("nobody", "sections/elective-care.ambitions[0]"),
        ("organisation", None),
        ("£7m", "enablers/estates.facts[0].figure"),
        ("autumn", "milestones/endoscopy-unit.due"),
    ],
)
def test_a_word_is_found_wherever_it_stands(plan: Plan, word: str, place: str | None) -> None:
    assert places(plan, word)[:1] == ([place] if place else [])


def test_every_kind_of_thing_has_its_texts(plan: Plan) -> None:
    kinds = {address.kind for address, _ in texts(plan)}
    assert kinds == {
        *("plan", "sections", "workstreams", "targets", "areas", "milestones", "enablers", "measures"),
        *("places", "strategy_priorities", "duties", "glossary"),
    }


def test_case_does_not_matter_and_each_thing_comes_once(plan: Plan) -> None:
    assert places(plan, "ELECTIVE") == places(plan, "elective")
    things = [place.partition(".")[0] for place in places(plan, "elective")]
    assert len(things) == len(set(things))


def test_a_name_stands_before_a_passing_mention(change: ChangePlan) -> None:
    folder = change("enablers/estates.yaml", "Buildings must be", "Endoscopy buildings must be")
    assert places(plan_of(folder), "endoscopy") == ["milestones/endoscopy-unit.activity", "enablers/estates.points[0]"]


def test_a_whole_word_stands_before_the_beginning_of_one_and_the_inside_is_not_found(change: ChangePlan) -> None:
    change("enablers/estates.yaml", "title: Estates", "title: Sport")
    change("milestones/workforce.yaml", "Hold an exit interview with", "Port")
    folder = change("milestones/planned-care.yaml", "Give every patient the portal", "Portal")
    found = places(plan_of(folder), "port")
    assert found == ["milestones/exit-interviews.activity", "milestones/patient-portal.activity"]


def test_things_that_hold_every_word_come_alone_though_in_different_places(plan: Plan) -> None:
    assert places(plan, "hub", "supplier") == ["milestones/elective-hub.activity"]
    [match] = search(plan, ["hub supplier"])
    assert match.words == 2


def test_where_nothing_holds_every_word_those_with_most_of_them_come(plan: Plan) -> None:
    matches = search(plan, ["endoscopy", "open", "zebra"])
    assert {match.words for match in matches} == {2}
    assert [str(match.address) for match in matches] == ["milestones/endoscopy-unit.activity"]


@pytest.mark.parametrize("words", [["zebra"], [""], [], ["   "]])
def test_nothing_is_found_for_words_that_are_not_there(plan: Plan, words: list[str]) -> None:
    assert search(plan, words) == []


@pytest.mark.parametrize("word", ["(net)", "a+b", "c++", "[sic", "50%?", "\\d", "*", "$"])
def test_words_are_never_read_as_patterns(change: ChangePlan, word: str) -> None:
    folder = change("enablers/estates.yaml", "Buildings must be fit", "'Costs (net) a+b c++ [sic 50%? \\d * $'")
    text = (folder / "enablers" / "estates.yaml").read_text("utf-8").replace("$' for purpose.", "$'")
    change("enablers/estates.yaml", text)
    assert places(plan_of(folder), word) == ["enablers/estates.points[0]"]


def test_a_word_said_twice_counts_once(plan: Plan) -> None:
    once, twice = search(plan, ["hub"]), search(plan, ["hub", "HUB"])
    assert once == twice


SAYING = {
    '"waiting list"': ["The waiting list falls", "Two waiting lists", "A waiting-list review", "Waiting\u00a0 list"],
    "\u201cwaiting list\u201d": ["The waiting list falls"],
    "lists": ["One list", "Lists"],
    "list": ["Lists", "A listing"],
    "city": ["Two cities"],
    "cities": ["One city"],
    "children": ["Each child"],
    "boxes": ["A box"],
    "Ty": ["Tŷ Gobaith", "Ty\u0302 Gobaith"],
    "St Peter's": ["St Peter\u2019s Hospital"],
    "clinic in the hub": ["A clinic at a hub"],
    "IT": ["An IT system"],
}
NOT_SAYING = {
    '"waiting list"': ["A list of those waiting", "The waiting listeners"],
    "hip": ["Apprenticeships", "Relationship"],
    "list": ["Specialist"],
    "IT": ["A limit"],
    "Tŷ": ["Twy"],
}


@pytest.mark.parametrize(("typed", "text"), [(typed, text) for typed, texts in SAYING.items() for text in texts])
def test_what_is_typed_is_found(change: ChangePlan, typed: str, text: str) -> None:
    folder = change("enablers/estates.yaml", "Buildings must be fit for purpose.", text)
    assert "enablers/estates.points[0]" in places(plan_of(folder), typed)


@pytest.mark.parametrize(("typed", "text"), [(typed, text) for typed, texts in NOT_SAYING.items() for text in texts])
def test_what_only_resembles_it_is_not(change: ChangePlan, typed: str, text: str) -> None:
    folder = change("enablers/estates.yaml", "Buildings must be fit for purpose.", text)
    assert "enablers/estates.points[0]" not in places(plan_of(folder), typed)


def test_small_words_are_looked_for_where_there_are_no_others(plan: Plan) -> None:
    assert places(plan, "the")


def test_what_was_likely_meant(plan: Plan) -> None:
    assert meant(plan, ["endoscpy", "hub"]) == ["endoscopy"]
    assert meant(plan, ["zqxv"]) == []
