"""Standards that must hold, targets of each year, places, and why a target cannot be measured."""

from typing import Any

import pytest

from jfp_cli.measures import progress as measured
from jfp_cli.measures.progress import WORST_FIRST, progress
from jfp_cli.model.measure import Reading
from jfp_cli.model.target import Target
from tests.query.building import day, reading, target

AS_OF = day("2026-11-21")


def of_place(at: str, value: str, place: str) -> Reading:
    return reading(at, value).model_copy(update={"place": place})


def standard(**changed: Any) -> Target:
    return target(**{"target": "no more than 1%", "hold": "true", **changed})


def yearly(**changed: Any) -> Target:
    return target(**{"target": "down 2%", "each": "year", "better": "lower", "due": "March 2030", **changed})


@pytest.mark.parametrize(
    ("values", "state", "breaches"),
    [
        (["0.5%"], "met", 0),
        (["1%", "0.9%"], "met", 0),
        (["1.1%", "0.9%"], "met", 1),
        (["0.9%", "1.1%"], "breached", 1),
        (["1.1%", "2%", "0.1%", "3%"], "breached", 3),
    ],
)
def test_a_standard_is_judged_at_its_latest_reading_and_its_breaches_are_counted(
    values: list[str], state: str, breaches: int
) -> None:
    taken = [reading(f"2026-{month:02}", value) for month, value in enumerate(values, 1)]
    found = progress(standard(), taken, AS_OF)
    assert (found.state, found.breaches, found.latest) == (state, breaches, taken[-1])


@pytest.mark.parametrize(
    ("due", "as_of", "state", "breaches"),
    [
        ("March 2026", "2026-05-01", "breached", 1),  # of April; the reading of January came before it was in force
        ("April 2026", "2026-05-01", "breached", 1),
        ("May 2026", "2026-06-01", "awaiting_reading", 0),
        ("from April 2026", "2026-05-01", "breached", 1),
        ("from May 2026", "2026-05-02", "awaiting_reading", 0),
    ],
)
def test_a_standard_is_in_force_from_its_date(due: str, as_of: str, state: str, breaches: int) -> None:
    taken = [reading("2026-01", "3%"), reading("2026-04", "2%")]
    found = progress(standard(due=due), taken, day(as_of))
    assert (found.state, found.breaches) == (state, breaches)


def test_before_its_date_a_standard_is_a_target_like_another() -> None:
    held = standard(due="March 2027", baseline={"value": "5%", "at": "31 March 2025"})
    assert progress(held, [reading("31 March 2026", "3%")], AS_OF).state == "on_track"
    assert progress(held, [reading("31 March 2026", "3.1%")], AS_OF).state == "off_track"
    assert progress(held, [reading("31 March 2026", "1%")], AS_OF).state == "met"


def test_a_standard_in_another_unit_cannot_be_measured() -> None:
    found = progress(standard(), [reading("2026-04", "9 days")], AS_OF)
    assert (found.state, found.reason) == ("not_measurable", measured.OTHER_UNIT)


# Each financial year

BASE = reading("March 2026", "100")


@pytest.mark.parametrize(
    ("at", "value", "as_of", "state"),
    [
        ("March 2027", "98", "2027-04-01", "met"),
        ("March 2027", "98.1", "2027-04-01", "missed"),
        ("September 2026", "98.9", "2026-11-21", "on_track"),
        ("September 2026", "99.5", "2026-11-21", "off_track"),
        ("September 2026", "97", "2026-11-21", "met"),
        ("September 2026", "99", "2027-04-01", "awaiting_reading"),
        ("September 2026", "97", "2027-05-01", "met"),
        ("March 2027", "98", "2028-03-31", "met"),
        ("March 2027", "98", "2028-04-01", "awaiting_reading"),
    ],
)
def test_a_target_of_each_year_is_held_against_what_closed_the_year_before(
    at: str, value: str, as_of: str, state: str
) -> None:
    assert progress(yearly(), [BASE, reading(at, value)], day(as_of)).state == state


def test_a_year_before_which_nothing_was_closed_cannot_be_measured() -> None:
    june = reading("June 2025", "100")  # does not close its year
    found = progress(yearly(), [june, reading("September 2026", "97")], AS_OF)
    assert (found.state, found.reason) == ("not_measurable", measured.NO_CLOSED_YEAR)


@pytest.mark.parametrize("at", ["March 2026", "1 April 2026", "April 2026", "31 December 2025"])
def test_a_baseline_closes_the_year_that_it_ends_or_stands_in(at: str) -> None:
    found = progress(yearly(baseline={"value": "100", "at": at}), [reading("March 2027", "98")], day("2027-04-02"))
    assert found.state == "met"


def test_a_level_of_each_year_needs_no_year_before() -> None:
    level = yearly(target="no more than 98")
    assert progress(level, [reading("March 2027", "98")], day("2027-04-02")).state == "met"
    assert progress(level, [reading("March 2027", "99")], day("2027-04-02")).state == "missed"
    found = progress(level, [reading("September 2026", "99")], AS_OF)
    assert (found.state, found.reason) == ("not_measurable", measured.NO_CLOSED_YEAR)


@pytest.mark.parametrize(("value", "state"), [("98", "met"), ("99", "missed")])
def test_after_its_date_a_target_of_each_year_stays_as_its_last_year_ended(value: str, state: str) -> None:
    ended = yearly(due="March 2027")
    taken = [BASE, reading("March 2027", value), reading("June 2027", "50" if state == "missed" else "150")]
    for as_of in ("2027-07-01", "2029-01-01"):
        found = progress(ended, taken, day(as_of))
        assert (found.state, found.latest) == (state, taken[1])


def test_the_year_starts_when_the_plan_s_does() -> None:
    taken = [reading("December 2025", "100"), reading("December 2026", "98")]
    assert progress(yearly(), taken, day("2027-01-01"), 1).state == "met"
    assert progress(yearly(), taken, day("2027-01-01"), 4).state != "met"


# Places


def test_the_worst_place_decides_and_is_told() -> None:
    towns = target(target="under 6%", better="lower", due="March 2026", places=["north-town", "south-vale"])
    taken = [
        *(of_place("April 2026", "5%", "north-town"), of_place("April 2026", "7%", "south-vale")),
        reading("April 2026", "1%"),
    ]
    found = progress(towns, taken, AS_OF)
    assert found.state == "missed"
    assert found.latest is not None
    assert found.latest.place == "south-vale"


def test_of_places_alike_the_one_with_more_breaches_is_told() -> None:
    towns = standard(places=["north-town", "south-vale"])
    taken = [of_place("2026-04", "2%", "north-town"), of_place("2026-03", "2%", "south-vale")]
    taken.append(of_place("2026-04", "3%", "south-vale"))
    found = progress(towns, taken, AS_OF)
    assert (found.state, found.breaches) == ("breached", 2)


def test_without_readings_of_its_places_a_target_is_judged_by_the_whole_system() -> None:
    towns = target(target="under 6%", better="lower", due="March 2026", places=["north-town"])
    assert (
        progress(towns, [reading("April 2026", "5%"), of_place("May 2026", "9%", "south-vale")], AS_OF).state == "met"
    )
    assert progress(towns, [of_place("May 2026", "9%", "south-vale")], AS_OF).state == "no_reading"


def test_readings_of_places_say_nothing_of_a_target_of_the_whole_system() -> None:
    assert progress(target(target="under 6%"), [of_place("May 2026", "5%", "south-vale")], AS_OF).state == "no_reading"


def test_every_state_has_its_rank() -> None:
    assert sorted(WORST_FIRST) == sorted(measured.STATES)


# Why not


DATED = {"baseline": {"value": "10%", "at": "April 2026"}, "due": "March 2027"}


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, measured.NO_FIGURE),
        ({"target": "6%"}, measured.NO_DIRECTION),
        ({"target": "down 5%"}, measured.NO_LEVEL),
        ({"target": "under 6 days"}, measured.OTHER_UNIT),
        ({"target": "under 6%"}, measured.NO_DATE),
        ({"target": "under 6%", "due": "March 2027"}, measured.NO_BASELINE),
        ({"target": "under 6%", "due": "March 2027", "baseline": {"value": "10%"}}, measured.NO_BASELINE),
        ({"target": "under 6%", **DATED, "due": "from March 2027"}, measured.NO_LINE),
        ({"target": "under 6%", **DATED, "baseline": {"value": "10%", "at": "June 2026"}}, measured.BEFORE_LINE),
        ({"target": "under 6%", **DATED, "baseline": {"value": "10 days", "at": "April 2026"}}, measured.OTHER_LINE),
    ],
    ids=str,
)
def test_what_cannot_be_measured_says_why(fields: dict[str, Any], reason: str) -> None:
    found = progress(target(**fields), [reading("May 2026", "9%")], AS_OF)
    assert (found.state, found.reason) == ("not_measurable", reason)
