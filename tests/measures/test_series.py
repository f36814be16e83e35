"""The readings of a measure in a place as a chart with what its targets ask."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from jfp_cli.loading.faults.examples import read_example
from jfp_cli.measures.series import Series, worst_first
from tests.measures.series import STEADY

DAY = date(2026, 10, 20)


def of(readings: str, more: str = "", targets: str = "", plan: str = "") -> list[Series]:
    """The charts of a measure with some readings and targets, those to be discussed first."""
    section = f"--- sections/access.yaml\ntargets:\n{targets}" if targets else ""
    settings = f"--- plan.yaml\n{plan}" if plan else ""
    loaded = read_example(f"{settings}{section}--- measures/beds.yaml\n{more}readings:\n{readings}").loaded
    assert loaded.plan
    return worst_first(loaded.plan, DAY)


def monthly(*values: object) -> str:
    """A reading at the end of each month from January 2025 on."""
    return "".join(
        f'  - {{at: {2025 + month // 12}-{month % 12 + 1:02}, value: "{value}"}}\n'
        for month, value in enumerate(values)
    )


def test_the_latest_reading_is_one_that_counts_though_another_of_its_day_is_left_out() -> None:
    left_out = '  - {at: 2026-01, value: "900", exclude: wrong return}\n'
    counted = '  - {at: 2026-01, value: "50"}\n'
    for both in (counted + left_out, left_out + counted):
        [series] = of(monthly(*STEADY[:12]) + both)
        assert series.latest
        assert series.latest.value.text == "50"


@pytest.mark.parametrize(
    ("stated", "values", "unit", "mean"),
    [
        ("", ("100", "120"), "", 110),
        ("pathways", ("100", "120"), "pathways", 110),
        ("weeks", ("7 days", "21 days"), "weeks", 2),
        ("£", ("£12m", "£14m"), "£", 13_000_000),
        ("", ("7 out of 10", "8 out of 10"), "of 10", "7.5"),
        ("", ("21 of 35", "18 of 36"), "%", 55),  # of several wholes
        ("", ("3 in 4", "65%"), "%", 70),
        ("%", ("3 in 4", "65%"), "%", 70),
        ("%", ("0.75", "0.65"), "", "0.7"),  # which is a finding
    ],
)
def test_a_chart_is_in_the_unit_of_its_measure_or_of_its_readings(
    stated: str, values: tuple[str, str], unit: str, mean: int | str
) -> None:
    [series] = of(monthly(*values), f'unit: "{stated}"\n' if stated else "")
    assert series.unit == unit
    assert series.chart.limits
    assert series.chart.limits.mean == Fraction(mean)


def test_readings_in_the_unit_of_the_chart_keep_the_figure_that_was_written() -> None:
    [series] = of(monthly("148,301", "148,302 pathways"), "unit: pathways\n")
    assert [judged.point.value for judged in series.chart.points] == [Decimal(148_301), Decimal(148_302)]
    assert all(isinstance(judged.point.value, Decimal) for judged in series.chart.points)


def test_a_measure_is_read_as_it_says_or_as_its_readings_follow_one_another() -> None:
    quarters = "".join(f'  - {{at: Q{quarter} 2025/26, value: "{quarter}"}}\n' for quarter in range(1, 5))
    assert [of(quarters, more)[0].every for more in ("", "every: year\n")] == ["quarter", "year"]


def test_places_without_a_target_have_the_direction_that_targets_of_the_measure_have() -> None:
    targets = "  - {id: t1, statement: Fewer, measure: beds, better: lower, target: '9', hold: true, places: [north]}\n"
    readings = "".join(f'  - {{at: 2026-01, place: {place}, value: "9"}}\n' for place in ("north", "south"))
    found = of(readings, targets=targets, plan="places: {north: North, south: South}\n")
    assert {one.place: (one.better, len(one.targets)) for one in found} == {
        "north": ("lower", 1),
        "south": ("lower", 0),
    }


@pytest.mark.parametrize(
    ("due", "figure"),
    [
        ("", "95"),
        (", due: March 2025", "95"),
        (", due: March 2027", "76"),
        (", due: 2026-01", "95"),
        (", due: April 2025 onwards", "95"),
        (", due: April 2026 onwards", "76"),
    ],
)
def test_a_standard_is_the_figure_in_force_once_it_holds_whatever_led_there(due: str, figure: str) -> None:
    way = "trajectory: [{target: '70', due: March 2025}, {target: '76', due: September 2025}]"
    target = f"  - {{id: t1, statement: Seen, measure: beds, better: higher, {way}, target: '95', hold: true{due}}}\n"
    [series] = of(monthly(*STEADY), targets=target)
    [held] = series.targets
    assert held.in_force
    assert held.in_force.written.text == figure
    assert (held.progress.state == "breached") == (figure == "95")


def test_each_place_tells_of_a_target_by_its_own_readings() -> None:
    targets = (
        "  - {id: t1, statement: Few, measure: beds, better: lower, target: '9', hold: true, places: [north, south]}\n"
    )
    readings = "".join(
        f'  - {{at: 2026-01, place: {place}, value: "{value}"}}\n' for place, value in (("north", 8), ("south", 10))
    )
    found = of(readings, targets=targets, plan="places: {north: North, south: South}\n")
    assert {one.place: one.targets[0].progress.state for one in found} == {"north": "met", "south": "breached"}
