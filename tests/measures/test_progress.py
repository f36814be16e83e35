"""How far a target is."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from jfp_cli.loading.faults.examples import read_example
from jfp_cli.measures.line import direction
from jfp_cli.measures.progress import OTHER_PLACES, latest_reading, progress, progress_in
from jfp_cli.model.target import Target
from tests.query.building import day, reading, readings, target

AS_OF = day("2026-11-21")


def waiting_list(**changed: Any) -> Target:
    fields = {
        "better": "lower",
        "baseline": {"value": "150,000", "at": "April 2025"},
        "trajectory": [{"target": "134,140", "due": "March 2026"}],
        "target": "92,300",
        "due": "March 2029",
        **changed,
    }
    return target(**{name: value for name, value in fields.items() if value is not None})


def rising(**changed: Any) -> Target:
    fields = {
        "better": "higher",
        "baseline": {"value": "60%", "at": "31 March 2025"},
        "target": "80%",
        "due": "31 March 2027",
        **changed,
    }
    return target(**{name: value for name, value in fields.items() if value is not None})


@pytest.mark.parametrize(
    ("value", "state"),
    [("92,300", "met"), ("90,000", "met"), ("120,000", "on_track"), ("140,000", "off_track"), ("160,000", "off_track")],
)
def test_lower_is_better(value: str, state: str) -> None:
    assert progress(waiting_list(), readings(in_2026_06=value), AS_OF).state == state


@pytest.mark.parametrize(
    ("value", "state"),
    [("80%", "met"), ("95%", "met"), ("70%", "on_track"), ("69.9%", "off_track"), ("50%", "off_track")],
)
def test_higher_is_better(value: str, state: str) -> None:
    # 31 March 2026 is halfway from 31 March 2025 to 31 March 2027: the line is at 70%.
    assert progress(rising(), [reading("31 March 2026", value)], AS_OF).state == state


@pytest.mark.parametrize(
    ("value", "state"),
    [("10", "met"), ("9", "on_track"), ("11", "on_track"), ("4", "off_track"), ("16", "off_track")],
)
def test_exactly_is_better_on_neither_side(value: str, state: str) -> None:
    # The line is at 5 halfway, and as far above the target as 15.
    exact = rising(better="exactly", baseline={"value": "0", "at": "31 March 2025"}, target="10")
    assert progress(exact, [reading("31 March 2026", value)], AS_OF).state == state


@pytest.mark.parametrize("value", ["140,000", "120,000"])
def test_past_its_date_a_target_that_a_later_reading_does_not_meet_is_missed(value: str) -> None:
    taken = readings(in_2029_03=value)
    assert progress(waiting_list(), taken, day("2029-03-31")).state != "missed"
    assert progress(waiting_list(), taken, day("2029-04-01")).state == "missed"


@pytest.mark.parametrize("at", ["June 2026", "February 2029", "30 March 2029"])
def test_a_reading_older_than_the_date_of_a_target_awaits_another(at: str) -> None:
    taken = [reading(at, "140,000")]
    assert progress(waiting_list(), taken, day("2029-03-31")).state == "off_track"
    found = progress(waiting_list(), taken, day("2029-04-01"))
    assert (found.state, found.latest) == ("awaiting_reading", taken[0])


def test_past_its_date_a_target_that_is_met_is_met() -> None:
    assert progress(waiting_list(), readings(in_2029_02="92,000"), day("2030-01-01")).state == "met"


def test_a_target_that_was_met_once_and_is_not_now_is_not_met() -> None:
    taken = readings(in_2025_10="92,000", in_2026_06="140,000")
    assert progress(waiting_list(), taken, AS_OF).state == "off_track"


def test_without_a_reading_by_then_there_is_no_reading() -> None:
    assert progress(waiting_list(), [], AS_OF).state == "no_reading"
    assert progress(waiting_list(), readings(in_2026_06="1"), day("2026-05-31")).state == "no_reading"
    assert progress(waiting_list(), [], day("2030-01-01")).state == "no_reading"


def test_readings_of_places_that_a_target_does_not_name_are_told() -> None:
    elsewhere = [reading("June 2026", "120,000", place="west-essex")]
    for names in ({}, {"places": ["east"]}):
        found = progress(waiting_list(**names), elsewhere, AS_OF)
        assert (found.state, found.latest, found.reason) == ("no_reading", None, OTHER_PLACES)
    assert progress(waiting_list(places=["west-essex"]), elsewhere, AS_OF).reason == ""


def test_no_reading_says_nothing_of_a_latest_one() -> None:
    assert progress(waiting_list(), [], AS_OF).latest is None


@pytest.mark.parametrize(
    "changed",
    [
        {"target": None},
        {"better": None},
        {"target": "down 5%", "baseline": None},
        {"baseline": None, "trajectory": None},
        {"baseline": {"value": "150,000"}, "trajectory": None},
        {"due": None},
        {"due": "March 2029 onwards"},
        {"trajectory": [{"target": "134,140", "due": "April 2026 onwards"}]},
        {"baseline": {"value": "40%", "at": "April 2025"}},
        {"trajectory": [{"target": "40%", "due": "March 2026"}]},
        {"target": "92 weeks"},
    ],
    ids=str,
)
def test_without_a_figure_a_direction_a_common_unit_or_a_line_nothing_is_measurable(changed: dict[str, Any]) -> None:
    assert progress(waiting_list(**changed), readings(in_2026_06="140,000"), AS_OF).state == "not_measurable"


@pytest.mark.parametrize(
    "changed", [{"baseline": None, "trajectory": None}, {"due": None}, {"due": "March 2029 onwards"}], ids=str
)
def test_a_target_is_met_even_where_there_is_no_line_to_it(changed: dict[str, Any]) -> None:
    assert progress(waiting_list(**changed), readings(in_2026_06="92,300"), AS_OF).state == "met"


def test_a_reading_before_the_line_begins_is_held_to_nothing() -> None:
    assert progress(waiting_list(), readings(in_2025_03="140,000"), AS_OF).state == "not_measurable"


def test_the_line_begins_at_the_first_point_of_the_trajectory_where_there_is_no_baseline() -> None:
    without = waiting_list(baseline=None)
    assert progress(without, readings(in_2025_12="130,000"), AS_OF).state == "not_measurable"
    assert progress(without, [reading("31 March 2026", "134,140")], AS_OF).state == "on_track"
    assert progress(without, [reading("31 March 2026", "134,141")], AS_OF).state == "off_track"


def test_the_line_goes_straight_from_point_to_point_without_any_rounding() -> None:
    # From 150,000 on 30 April 2025 to 134,140 on 31 March 2026 are 335 days, 61 of them by the end of June.
    found = progress(waiting_list(), readings(in_2025_06="149,000"), AS_OF)
    assert found.expected == 150_000 - Fraction(15_860 * 61, 335)
    # From there to 92,300 on 31 March 2029 are 1,096 days, 91 of them by the end of June 2026.
    found = progress(waiting_list(), readings(in_2026_06="133,000"), AS_OF)
    assert found.expected == 134_140 - Fraction(41_840 * 91, 1096)


@pytest.mark.parametrize(("value", "state"), [("70%", "on_track"), ("69.9999999999999999%", "off_track")])
def test_a_reading_on_the_line_is_on_track_and_one_a_hair_below_is_not(value: str, state: str) -> None:
    assert progress(rising(), [reading("31 March 2026", value)], AS_OF).state == state


def test_points_of_the_trajectory_may_stand_in_any_order() -> None:
    points = [{"target": "100,000", "due": "March 2028"}, {"target": "134,140", "due": "March 2026"}]
    found = progress(waiting_list(trajectory=points), [reading("31 March 2026", "134,140")], AS_OF)
    assert (found.state, found.expected) == ("on_track", Fraction(134_140))


@pytest.mark.parametrize(
    ("at", "on_the_line"),
    [("31 March 2026", 70), ("March 2026", 70), ("Q4 2025/26", 70), ("2025/26", 70), ("30 March 2026", None)],
)
def test_a_reading_of_a_period_counts_on_its_last_day(at: str, on_the_line: int | None) -> None:
    found = progress(rising(), [reading(at, "70%")], AS_OF)
    assert (found.expected == 70) is (on_the_line == 70)


def test_a_reading_whose_period_runs_past_the_target_is_held_to_the_end_of_the_line() -> None:
    found = progress(rising(due="15 March 2026"), readings(in_2026_03="79%"), day("2026-03-10"))
    assert (found.state, found.expected) == ("off_track", Fraction(80))


def test_the_latest_reading_is_the_last_that_had_begun() -> None:
    taken = readings(in_2025_06="1", in_2025_12="2", in_2026_06="3")
    found = [latest_reading(taken, day(on)) for on in ("2025-05-31", "2025-06-01", "2025-12-31", "2026-06-01")]
    assert [each and each.value.text for each in found] == [None, "1", "2", "3"]


def test_of_two_readings_that_end_on_one_day_the_later_written_counts() -> None:
    taken = [reading("March 2026", "70%"), reading("31 March 2026", "71%")]
    found = latest_reading(taken, AS_OF)
    assert found == taken[1]


@pytest.mark.parametrize(
    ("figure", "better", "value", "state"),
    [
        ("under 6%", "lower", "5.9%", "met"),
        ("under 6%", "lower", "6%", "on_track"),
        ("no more than 6%", "lower", "6%", "met"),
        ("more than 85%", "higher", "85%", "on_track"),
        ("at least 85%", "higher", "85%", "met"),
        ("at least 85%", None, "85%", "met"),
        ("under 6%", None, "5%", "met"),
        ("exactly 6%", None, "6%", "met"),
        ("at least 85%", "lower", "90%", "met"),
    ],
)
def test_a_comparison_in_the_figure_says_what_meets_it(figure: str, better: str | None, value: str, state: str) -> None:
    changed = {"better": better, "target": figure, "baseline": {"value": "50%", "at": "April 2025"}}
    if figure.endswith(" 6%"):
        changed["baseline"] = {"value": "9%", "at": "April 2025"}
    # At its very end the line is at the figure itself.
    found = progress(rising(**changed), [reading("31 March 2027", value)], day("2027-03-31"))
    assert found.state == state


@pytest.mark.parametrize(
    ("value", "state"),
    [
        ("5%", "off_track"),
        ("2%", "met"),
        ("1.5%", "met"),
        ("1%", "met"),
        ("4%", "on_track"),
        ("4.01%", "off_track"),
        ("0.5%", "on_track"),
    ],
)
def test_a_range_is_met_inside_it_and_its_line_leads_to_the_nearer_end(value: str, state: str) -> None:
    # From 6% to 2% halfway is 4%, which is 2 points outside the range.
    between = rising(better=None, baseline={"value": "6%", "at": "31 March 2025"}, target="between 1% and 2%")
    found = progress(between, [reading("31 March 2026", value)], AS_OF)
    assert found.state == state


@pytest.mark.parametrize(
    ("better", "value", "state"),
    [("lower", "0.5%", "met"), ("lower", "3%", "on_track"), ("lower", "5%", "off_track")],
)
def test_a_range_with_a_better_side_is_met_beyond_it(better: str, value: str, state: str) -> None:
    between = rising(better=better, baseline={"value": "6%", "at": "31 March 2025"}, target="between 1% and 2%")
    assert progress(between, [reading("31 March 2026", value)], AS_OF).state == state


@pytest.mark.parametrize(
    ("changed", "at_the_target", "short_of_it"),
    [
        ({"target": "+2 percentage points", "baseline": {"value": "17.6%", "at": "April 2025"}}, "19.6%", "19.59%"),
        ({"target": "up 5%", "baseline": {"value": "200", "at": "April 2025"}}, "210", "209"),
        ({"target": "+5%", "relative": "true", "baseline": {"value": "200", "at": "April 2025"}}, "210", "209"),
        ({"target": "down 5%", "better": "lower", "baseline": {"value": "200", "at": "April 2025"}}, "190", "191"),
        ({"target": "down 5%", "better": None, "baseline": {"value": "200", "at": "April 2025"}}, "190", "191"),
        ({"target": "+10 beds", "better": None, "baseline": {"value": "20 beds", "at": "April 2025"}}, "30", "29"),
        ({"target": "up 3%", "baseline": {"value": "£3,300", "at": "April 2025"}}, "£3,399", "£3,398.99"),
    ],
    ids=lambda value: value["target"] if isinstance(value, dict) else value,
)
def test_a_change_is_measured_against_the_baseline(
    changed: dict[str, Any], at_the_target: str, short_of_it: str
) -> None:
    changing = rising(**changed)
    assert progress(changing, readings(in_2026_06=at_the_target), AS_OF).state == "met"
    assert progress(changing, readings(in_2026_06=short_of_it), AS_OF).state in ("on_track", "off_track")


def test_points_of_a_trajectory_may_be_changes_too() -> None:
    changing = target(
        better="higher",
        baseline={"value": "40%", "at": "31 March 2025"},
        trajectory=[{"target": "+10 percentage points", "due": "31 March 2026"}],
        target="+15 percentage points",
        due="31 March 2027",
    )
    found = progress(changing, [reading("31 March 2026", "50%")], AS_OF)
    assert (found.state, found.expected) == ("on_track", Fraction(50))


@pytest.mark.parametrize(
    ("value", "state"),
    [("21 days", "met"), ("22 days", "on_track"), ("3 weeks", "met"), ("5 weeks", "off_track"), ("504 hours", "met")],
)
def test_units_of_one_family_compare(value: str, state: str) -> None:
    # 7 weeks on 31 March 2025 to 3 weeks two years on: 5 weeks halfway, less a little.
    waits = rising(better="lower", baseline={"value": "7 weeks", "at": "31 March 2025"}, target="3 weeks")
    assert progress(waits, readings(in_2026_04=value), AS_OF).state == state


def test_what_the_line_asks_for_is_in_the_unit_of_the_reading() -> None:
    waits = rising(better="lower", baseline={"value": "7 weeks", "at": "31 March 2025"}, target="3 weeks")
    assert progress(waits, [reading("31 March 2026", "40 days")], AS_OF).expected == 35
    waits = rising(better="lower", baseline={"value": "49 days", "at": "31 March 2025"}, target="21 days")
    assert progress(waits, [reading("31 March 2026", "6 weeks")], AS_OF).expected == 5


def test_a_bare_count_compares_with_a_named_one() -> None:
    named = waiting_list(target="92,300 pathways")
    assert progress(named, readings(in_2026_06="133,000"), AS_OF).state == "off_track"
    assert progress(named, readings(in_2026_06="92,300"), AS_OF).state == "met"


@pytest.mark.parametrize("value", ["under 140,000", "-5,000 to 2,000"])
def test_a_reading_that_is_no_single_figure_is_not_measurable(value: str) -> None:
    assert progress(waiting_list(), readings(in_2026_06=value), AS_OF).state == "not_measurable"


@pytest.mark.parametrize(
    ("figure", "better", "which"),
    [
        ("19%", "lower", "lower"),
        ("19%", None, None),
        ("at least 19%", None, "higher"),
        ("more than 19%", None, "higher"),
        ("under 19%", None, "lower"),
        ("no more than 19%", None, "lower"),
        ("exactly 19%", None, "exactly"),
        ("down 5%", None, "lower"),
        ("+2 percentage points", None, "higher"),
        ("down 5%", "lower", "lower"),
        ("at least 19%", "lower", "higher"),
        (None, "higher", "higher"),
        (None, None, None),
    ],
)
def test_which_way_is_better(figure: str | None, better: str | None, which: str | None) -> None:
    stated = {name: value for name, value in (("target", figure), ("better", better)) if value}
    assert direction(target(**stated)) == which


def test_a_waiting_list_that_is_on_its_way() -> None:
    found = progress(waiting_list(), readings(in_2025_04="148,300"), date(2025, 5, 1))
    assert (found.state, found.expected) == ("on_track", Fraction(150_000))


def test_a_reading_that_is_left_out_says_nothing_of_a_target() -> None:
    text = """
--- sections/access.yaml
targets:
  - {id: t1, statement: Fewer waits, measure: waits, target: "100", due: March 2027, better: lower}
--- measures/waits.yaml
readings:
  - {at: 2026-05, value: "140"}
  - {at: 2026-06, value: "70", exclude: half of the month is missing}
"""
    plan = read_example(text).loaded.plan
    assert plan
    [home] = plan.targets()
    found = progress_in(plan, home.target, AS_OF)
    assert found.latest
    assert (found.state, found.latest.value.text) == ("not_measurable", "140")
