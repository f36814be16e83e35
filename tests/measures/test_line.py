"""The line of a target: where it goes, and how high it is on a day."""

from fractions import Fraction
from typing import Any

import pytest

from jfp_cli.measures.line import Line, line
from tests.query.building import day, target


def drawn(**fields: Any) -> Line:
    way = line(target(**fields))
    assert way
    return way


def rising(**changed: Any) -> Line:
    fields = {"better": "higher", "baseline": {"value": "60%", "at": "31 March 2025"}, "target": "80%"}
    return drawn(**{**fields, "due": "31 March 2027", **changed})


def test_a_line_goes_from_the_baseline_through_the_trajectory_to_the_target_in_order_of_time() -> None:
    steps = [{"target": "75%", "due": "March 2026"}, {"target": "70%", "due": "June 2025"}]
    points = rising(trajectory=steps).points
    assert [(point.kind, point.written.text) for point in points] == [
        ("baseline", "60%"),
        ("trajectory", "70%"),
        ("trajectory", "75%"),
        ("target", "80%"),
    ]
    assert [point.day for point in points][1:3] == [day("2025-06-30"), day("2026-03-31")]


@pytest.mark.parametrize(
    "fields",
    [{"due": "March 2027"}, {"target": "80%"}, {"target": "up 5%", "due": "March 2027"}],
)
def test_without_a_level_or_a_date_there_is_no_line(fields: dict[str, Any]) -> None:
    assert line(target(**fields)) is None


@pytest.mark.parametrize(
    ("on", "height"),
    [
        ("2025-03-30", None),
        ("2025-03-31", Fraction(60)),
        ("2026-03-31", Fraction(70)),
        ("2025-04-01", 60 + Fraction(20, 730)),
        ("2027-03-31", Fraction(80)),
        ("2030-01-01", Fraction(80)),
    ],
)
def test_the_height_on_a_day_is_exact_and_stays_where_the_line_ends(on: str, height: Fraction | None) -> None:
    assert rising().height(day(on), "%") == height


def test_the_height_is_in_the_unit_that_is_asked_for() -> None:
    weeks = drawn(baseline={"value": "4 weeks", "at": "31 March 2025"}, target="14 days", due="31 March 2027")
    assert weeks.height(day("2026-03-31"), "days") == 21
    assert weeks.height(day("2026-03-31"), "weeks") == 3
    assert weeks.height(day("2026-03-31"), "%") is None
    assert weeks.unit is None


@pytest.mark.parametrize(
    ("baseline", "better", "end"), [("20%", None, 5), ("0%", None, 4), ("0%", "lower", 5), ("20%", "higher", 4)]
)
def test_a_line_to_a_range_ends_where_it_reaches_it_first(baseline: str, better: str | None, end: int) -> None:
    way = rising(better=better, baseline={"value": baseline, "at": "31 March 2025"}, target="4% to 5%")
    assert way.height(day("2027-03-31"), "%") == end


@pytest.mark.parametrize(
    "changed",
    [
        {"due": "April 2027 onwards"},
        {"trajectory": [{"target": "65%", "due": "April 2026 onwards"}]},
        {
            "baseline": {"value": "5 weeks", "at": "31 March 2025"},
            "trajectory": [{"target": "+1 percentage point", "due": "2026"}],
        },
    ],
)
def test_a_line_with_a_gap_or_an_open_date_has_no_height(changed: dict[str, Any]) -> None:
    way = rising(**changed)
    assert not way.whole
    assert way.height(day("2026-03-31"), "%") is None
