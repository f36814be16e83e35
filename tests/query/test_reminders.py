"""What each owner should report now."""

from pathlib import Path

import pytest

from jfp_cli.query.filters import Filters
from jfp_cli.query.reminders import Reminder, reminders
from tests.borough.test_borough import PLAN as BOROUGH
from tests.conftest import ChangePlan
from tests.query.building import day, plan_of

ALL = Filters()


def asked(folder: Path, on: str, filters: Filters = ALL) -> dict[str, dict[str, str]]:
    """Why each thing is asked for, by its owner."""
    found = reminders(plan_of(folder), filters, day(on))
    return {one.owner: {ask.what: ask.why for ask in one.asks} for one in found}


def test_what_passed_its_date_is_asked_of_its_owner(example: Path) -> None:
    why = asked(example, "2026-07-01")["Planned care lead"]["Open the endoscopy unit"]
    assert why == "It was due Autumn 2025, 213 days ago. Is it done, or when will it be?"


def test_what_to_write_is_taken_by_every_shell(example: Path) -> None:
    (nobody,) = (one for one in reminders(plan_of(example), ALL, day("2026-07-01")) if not one.owner)
    assert 'jfp complete "milestones/patient-portal.checkpoints[1]"' in [ask.write for ask in nobody.asks]


@pytest.mark.parametrize(("due", "said"), [("2026-03", "March 2026"), ("2026-03-31", "31 March 2026")])
def test_a_date_as_programs_write_it_is_asked_for_in_words(change: ChangePlan, due: str, said: str) -> None:
    folder = change("milestones/planned-care.yaml", "due: March 2027", f"due: {due}")
    why = asked(folder, "2026-07-01")[""]["Give every patient the portal"]
    assert why == f"It was due {said}, 92 days ago. Is it done, or when will it be?"


@pytest.mark.parametrize(("on", "is_asked"), [("2027-02-28", False), ("2027-03-01", True), ("2027-03-31", True)])
def test_what_comes_due_within_thirty_days_is_asked_for(example: Path, on: str, is_asked: bool) -> None:
    found = {what for asks in asked(example, on).values() for what in asks}
    assert ("Give every patient the portal" in found) == is_asked


@pytest.mark.parametrize(("reported", "is_asked"), [("2026-03-30", True), ("2026-03-31", False)])
def test_a_status_that_nobody_reported_on_for_three_months_is_asked_for(
    change: ChangePlan, reported: str, is_asked: bool
) -> None:
    update = f"status: on_track\n    updates: [{{date: {reported}, note: Begun}}]"
    folder = change("milestones/planned-care.yaml", "due: March 2027", f"due: March 2027\n    {update}")
    nobody = asked(folder, "2026-07-01").get("", {})
    assert ("Give every patient the portal" in nobody) == is_asked


def test_missing_readings_are_asked_for(example: Path) -> None:
    assert asked(example, "2026-07-01")[""]["Fewer missed appointments"] == "It has no reading yet. What is its figure?"
    why = asked(BOROUGH, "2026-11-21")[""]["Fewer households in temporary accommodation"]
    assert why == "It is read every month, and the last reading is of July 2026. What is the next?"
    assert "Fewer households in temporary accommodation" not in asked(BOROUGH, "2026-09-15").get("", {})


def test_what_is_done_or_ends_later_is_not_asked_for(example: Path) -> None:
    found = {what for asks in asked(example, "2026-07-01").values() for what in asks}
    assert found.isdisjoint({"Open the elective hub to patients", "Roster every team electronically"})


def test_owners_stand_by_name_and_what_has_none_comes_last() -> None:
    found = reminders(plan_of(BOROUGH), ALL, day("2026-11-21"))
    assert [one.owner for one in found] == ["Cabinet office", "Head of private housing", "Head of service", ""]
    assert all(isinstance(one, Reminder) and one.asks for one in found)


def test_filters_keep_what_is_asked_of_one(example: Path) -> None:
    assert list(asked(example, "2026-07-01", Filters(owners=("planned care lead",)))) == ["Planned care lead"]


@pytest.mark.parametrize(("on", "is_asked"), [("2026-10-31", False), ("2026-11-01", True)])
def test_a_missing_reading_is_asked_for_when_it_is_late(on: str, is_asked: bool) -> None:
    assert ("Fewer households in temporary accommodation" in asked(BOROUGH, on).get("", {})) == is_asked


NEWEST = '  - {at: 2026-06, value: "133,000", note: After validation}\n'
AIM = """    baseline: {value: "150,000", at: April 2025}
    trajectory: [{target: "134,140", due: March 2026}]
    target: "92,300"
"""


@pytest.mark.parametrize(
    ("aim", "on", "why"),
    [
        ('    target: "92,300"\n    hold: true\n', "2026-07-01", None),
        (
            "    target: down 10%\n    each: year\n",
            "2028-07-01",
            "A year is over, and the last reading is of September 2027. What is its figure?",
        ),
    ],
)
def test_before_its_date_a_target_is_not_said_to_have_been_due(
    change: ChangePlan, aim: str, on: str, why: str | None
) -> None:
    readings = '  - {at: 2027-03, value: "130,000"}\n  - {at: 2027-09, value: "129,000"}\n'
    change("measures/waiting-list-size.yaml", NEWEST, NEWEST + readings)
    folder = change("sections/elective-care.yaml", AIM, aim)
    assert asked(folder, on).get("Planned care lead", {}).get("A smaller elective waiting list") == why


def of_places(change: ChangePlan, targets: str, readings: str = "") -> Path:
    """A plan with a measure that is read every month in two places, and some targets on it."""
    taken = "{at: 2026-03, place: north-town, value: 90%}, {at: 2026-05, place: south-vale, value: 80%}"
    change("measures/seen.yaml", f"id: seen\ntitle: Seen in time\nevery: month\nreadings: [{taken}{readings}]\n")
    return change("sections/elective-care.yaml", "targets:\n", f"targets:\n{targets}")


SEEN = "  - {{id: {}, statement: {}, measure: seen, target: 95%, hold: true, owner: {}, places: [{}]}}\n"


def writes(folder: Path, on: str) -> dict[str, list[str]]:
    """What is to be written of the measure, by whom."""
    found = {one.owner: [ask.write for ask in one.asks] for one in reminders(plan_of(folder), ALL, day(on))}
    own = {owner: [write for write in those if "seen" in write] for owner, those in found.items()}
    return {owner: those for owner, those in own.items() if those}


def test_the_reading_of_the_place_where_it_is_missing_is_asked_for(change: ChangePlan) -> None:
    folder = of_places(change, SEEN.format("seen", "Seen", "Lead", "north-town, south-vale"))
    why = asked(folder, "2026-07-20")["Lead"]["Seen"]
    assert why == "It is read every month, and the last reading of North Town is of March 2026. What is the next?"
    assert writes(folder, "2026-07-20") == {"Lead": ["jfp record seen FIGURE --at DATE --place north-town"]}
    left_out = ", {at: 2026-05, place: north-town, value: 9%, exclude: half of it is missing}"
    assert writes(of_places(change, "", left_out), "2026-07-20") == {}  # it was taken


def test_a_reading_that_several_targets_are_judged_by_is_asked_of_an_owner_once(change: ChangePlan) -> None:
    targets = [("one", "One", "Lead"), ("two", "Two", "Lead"), ("three", "Three", "Other")]
    folder = of_places(change, "".join(SEEN.format(*target, "north-town") for target in targets).replace("one", "seen"))
    assert {owner: len(asks) for owner, asks in asked(folder, "2026-07-20").items() if owner} == {
        "Lead": 1,
        "Other": 1,
        "Planned care lead": 1,
    }


def test_a_reading_that_no_target_is_judged_by_is_asked_of_nobody_named(change: ChangePlan) -> None:
    folder = of_places(change, SEEN.format("seen", "Seen", "Lead", "south-vale"))
    assert writes(folder, "2026-07-20") == {"": ["jfp record measures/seen FIGURE --at DATE --place north-town"]}
    why = asked(folder, "2026-07-20")[""]["Seen in time"]
    assert why == "It is read every month, and the last reading of North Town is of March 2026. What is the next?"
    assert "" not in asked(folder, "2026-07-20", Filters(owners=("Lead",)))


def test_the_first_reading_of_a_measure_without_targets_is_asked_for(change: ChangePlan) -> None:
    folder = change("measures/seen.yaml", "id: seen\ntitle: Seen in time\nevery: month\n")
    why = asked(folder, "2026-07-20")[""]["Seen in time"]
    assert why == "It is read every month, and it has no reading yet. What is the first?"
