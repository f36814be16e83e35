"""The chart of a measure: its stretches, limits, rules and variation."""

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from jfp_cli.measures.spc import RULES, VARIATIONS, Chart, Level, Limits, Point, Rebase, Rule, chart
from jfp_cli.values.figures import Better
from tests.measures.series import STEADY, drawn, month, monthly


def limits(drawing: Chart, at: int = -1) -> Limits:
    found = drawing.limits_at(drawing.points[at])
    assert found
    return found


def having(drawing: Chart, rule: Rule) -> list[int]:
    return [at for at, judged in enumerate(drawing.points) if rule in judged.rules]


def test_limits_are_two_point_six_six_average_moving_ranges_from_the_mean() -> None:
    found = limits(drawn([10, 12, 11, 15]))  # moves of 2, 1 and 4
    assert found.mean == 12
    assert found.reach == Fraction("2.66") * 7 / 3
    assert (found.lower, found.upper) == (12 - Fraction("2.66") * 7 / 3, 12 + Fraction("2.66") * 7 / 3)
    assert found.near_upper == 12 + Fraction("2.66") * 7 / 3 * 2 / 3
    assert found.near_lower == 12 - Fraction("2.66") * 7 / 3 * 2 / 3


def test_decimals_stay_exact() -> None:
    found = limits(drawn(["0.1", "0.2", "0.3"]))
    assert (found.mean, found.upper) == (Fraction(1, 5), Fraction("0.466"))
    assert having(drawn(["0.1"] * 3 + ["0.3"] * 3), "shift") == []


def test_values_that_were_brought_from_another_unit_stay_exact() -> None:
    weeks: list[Level] = [Fraction(1, 7), Fraction(2, 7), Decimal("0.5")]
    points = [Point(month(at), value) for at, value in enumerate(weeks)]
    assert limits(chart(points)).mean == Fraction(13, 42)


def test_a_move_above_three_point_two_six_seven_averages_does_not_count_for_the_limits() -> None:
    values = [1, 2, 1, 2, 10, *[1, 2] * 6, 1]
    screened = drawn(values)
    assert [at for at, judged in enumerate(screened.points) if judged.screened] == [4, 5]
    assert limits(screened).mean == Fraction(35, 18)
    assert limits(screened).reach == Fraction("2.66")
    every = chart(monthly(values), "higher", screen=False)
    assert limits(every).reach == Fraction("2.66") * Fraction(32, 17)
    assert not any(judged.screened for judged in every.points)
    assert (screened.screen, every.screen) == (True, False)


def test_moves_are_screened_once() -> None:
    values = [0, 1, 0, 1, 0, 1, 0, 1, 0, 12, 0, 100, 0, 1, 0, 1]  # without 100, 12 would be too far as well
    assert [at for at, judged in enumerate(drawn(values).points) if judged.screened] == [11, 12]


def test_where_nothing_moves_the_limits_are_the_mean_and_nothing_is_a_signal() -> None:
    drawing = drawn([100] * 14)
    assert limits(drawing) == Limits(Fraction(100), Fraction(0))
    assert {judged.variation for judged in drawing.points} == {"common_cause"}


def test_one_point_has_a_mean_and_no_limits() -> None:
    drawing = drawn([7])
    assert limits(drawing) == Limits(Fraction(7), None)
    assert limits(drawing).lower is None
    assert limits(drawing).near_upper is None
    assert drawing.variation == "common_cause"


def test_a_chart_of_nothing_says_nothing() -> None:
    drawing = chart([])
    assert (drawing.points, drawing.stretches, drawing.latest, drawing.variation) == ((), (), None, None)
    assert drawing.limits is None
    assert drawing.provisional


def test_points_come_in_order_of_time_however_they_are_given() -> None:
    points = monthly(STEADY)
    assert chart(reversed(points), "higher") == chart(points, "higher")


@pytest.mark.parametrize(("number", "provisional"), [(12, True), (13, False)])
def test_fewer_than_thirteen_points_are_provisional(number: int, provisional: bool) -> None:
    assert drawn(STEADY[:number]).provisional is provisional


def test_it_is_the_last_stretch_that_is_provisional() -> None:
    drawing = drawn([*STEADY, 80, 81, 80], "higher", 13)
    assert [stretch.provisional for stretch in drawing.stretches] == [False, True]
    assert drawing.provisional


def test_a_point_on_a_limit_is_within_it() -> None:
    values = [0, 100] * 7
    assert limits(drawn(values, fix=2)).upper == 316
    on, beyond = drawn([*values, 316], fix=2), drawn([*values, "316.000001"], fix=2)
    assert having(on, "outside_limits") == []
    assert having(beyond, "outside_limits") == [14]


def test_seven_points_that_rise_are_a_trend_and_six_are_none() -> None:
    assert having(drawn([5, 1, 2, 3, 4, 5, 6, 7, 4]), "trend") == [1, 2, 3, 4, 5, 6, 7]
    assert having(drawn([5, 1, 2, 3, 4, 5, 6, 5]), "trend") == []


def test_an_equal_value_ends_a_trend() -> None:
    assert having(drawn([1, 2, 3, 4, 4, 5, 6, 7, 8]), "trend") == []


def test_seven_points_on_one_side_of_the_mean_are_a_shift_and_one_on_it_ends_it() -> None:
    assert having(drawn([1] * 7 + [3] * 7), "shift") == list(range(14))
    assert having(drawn([1] * 7 + [3] * 6 + [4]), "shift") == list(range(14))
    assert having(drawn([1, 3] * 4 + [2] + [3, 1, 3, 3, 3, 1, 1]), "shift") == []


def test_two_of_three_points_near_one_limit_are_marked_and_the_third_is_not() -> None:
    base = [0, 10] * 7  # limits -21.6 and 31.6, near ones -12.7 and 22.7
    assert having(drawn([*base, 25, 6, 25, 3], fix=14), "two_of_three") == [14, 16]
    assert having(drawn([*base, 25, 4, 25, 3], fix=14), "two_of_three") == []  # the third below the mean
    assert having(drawn([*base, 25, -15, 25], fix=14), "two_of_three") == []
    assert having(drawn([*base, 25, 40, 6, 0], fix=14), "two_of_three") == []  # one is outside, not near


def test_two_of_three_needs_three() -> None:
    assert having(drawn([*[0, 10] * 7, 0, 25, 25], fix=14), "two_of_three") == []
    assert having(drawn([*[0, 10] * 7, 25, 25], fix=14), "two_of_three") == [14, 15]


def test_rules_stand_by_their_precedence() -> None:
    drawing = drawn([*STEADY, *range(51, 61)], fix=13)
    last = drawing.points[-1]
    assert last.rules == ("outside_limits", "trend", "shift")
    order = [[RULES.index(rule) for rule in judged.rules] for judged in drawing.points]
    assert all(own == sorted(own) for own in order)


@pytest.mark.parametrize(
    ("better", "rising", "falling"),
    [
        ("higher", "improvement_high", "concern_low"),
        ("lower", "concern_high", "improvement_low"),
        ("exactly", "neutral_high", "neutral_low"),
        (None, "neutral_high", "neutral_low"),
    ],
)
def test_variation_is_judged_by_what_is_better(better: Better | None, rising: str, falling: str) -> None:
    assert drawn([*STEADY, 90], better).variation == rising
    assert drawn([*STEADY, 10], better).variation == falling
    assert {rising, falling} <= set(VARIATIONS)


def test_what_both_improves_and_worsens_is_an_improvement() -> None:
    values = [*STEADY, 60, 59, 58, 57, 56, 55, 54]  # falls, above the mean
    points = drawn(values, "higher", fix=13).points
    assert {signal.way for signal in points[-1].signals} == {1, -1}
    assert {judged.variation for judged in points[13:]} == {"improvement_high"}
    assert {judged.variation for judged in drawn(values, "lower", fix=13).points[14:]} == {"improvement_low"}


def test_a_peak_between_two_trends_points_where_it_goes_on_to() -> None:
    values = [*[0, 20] * 7, *range(1, 9), *range(7, 0, -1)]
    peak = drawn(values, None, fix=14).points[21]
    assert [(signal.rule, signal.way) for signal in peak.signals] == [("trend", -1), ("trend", 1), ("shift", -1)]
    assert peak.rules == ("trend", "shift")
    assert peak.variation == "neutral_low"
    assert drawn(values, "higher", fix=14).points[21].variation == "improvement_high"


def test_the_variation_of_a_chart_is_that_of_its_last_point_that_counts() -> None:
    points = monthly([*STEADY, 90, 50], {14: "half of the month is missing"})
    drawing = chart(points, "higher")
    assert drawing.latest is drawing.points[13]
    assert drawing.variation == "improvement_high"


def test_a_rebase_begins_a_stretch_with_limits_of_its_own() -> None:
    drawing = drawn([1, 2, 1, 2, 11, 12, 11, 12], "higher", 4)
    assert [limits(drawing, at).mean for at in (3, 4)] == [Fraction(3, 2), Fraction(23, 2)]
    assert [judged.stretch for judged in drawing.points] == [0] * 4 + [1] * 4
    assert [stretch.began and stretch.began.because for stretch in drawing.stretches] == [None, "change 4"]


def test_no_run_crosses_a_rebase() -> None:
    rising = [*range(1, 5), *range(5, 10)]
    assert having(drawn(rising), "trend")
    assert having(drawn(rising, "higher", 4), "trend") == []
    assert having(drawn([1, 1, 9, 9, 9, 9, 9, 9, 9, 9], "higher", 6), "shift") == []


def test_a_rebase_where_there_is_no_point_begins_nothing() -> None:
    assert len(drawn(STEADY, "higher", 0, 40).stretches) == 1
    points = [*monthly(STEADY)[:4], *monthly(STEADY)[8:]]
    two = [Rebase(month(5), "one"), Rebase(month(6), "another")]
    drawing = chart(points, "higher", two)
    assert [stretch.began and stretch.began.because for stretch in drawing.stretches] == [None, "another"]
    assert drawing.rebases == tuple(two)


def test_limits_fixed_after_some_points_reach_the_last_one_in_each_stretch() -> None:
    drawing = drawn([1, 3, 1, 9, 9, 21, 23, 21, 50], "higher", 5, fix=3)
    assert [limits(drawing, at).mean for at in (0, 4, 5, 8)] == [Fraction(5, 3)] * 2 + [Fraction(65, 3)] * 2
    assert having(drawing, "outside_limits") == [3, 4, 8]


def test_a_stretch_that_is_shorter_than_its_fixing_takes_all_its_points() -> None:
    assert limits(drawn([1, 3, 2], fix=12)) == limits(drawn([1, 3, 2]))
    assert limits(drawn([1, 3, 2], fix=1)) == Limits(Fraction(1), None)


def test_a_stretch_whose_points_are_all_left_out_has_no_limits() -> None:
    points = monthly([*STEADY, 90, 91], {13: "wrong", 14: "wrong"})
    drawing = chart(points, "higher", [Rebase(month(13), "new return")])
    assert limits(drawing, 0)
    assert drawing.limits_at(drawing.points[-1]) is None
    assert drawing.limits == limits(drawing, 0)
    assert [judged.variation for judged in drawing.points[-2:]] == [None, None]


def test_months_that_are_missing_end_no_run() -> None:
    points = monthly([5, 1, 2, 3, 4, 5, 6, 7])
    later = [*points[:4], *(Point(point.at + timedelta(31), point.value) for point in points[4:])]
    assert having(chart(later), "trend") == [1, 2, 3, 4, 5, 6, 7]


def test_two_readings_on_one_day_are_two_points() -> None:
    points = [*monthly(STEADY), Point(month(12), Decimal(60))]
    assert len(chart(points).points) == 14
