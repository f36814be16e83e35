"""Dates as the house writes them, read as the same dates."""

import pytest

from jfp_cli.values.dates import PlanDate, house_style


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("31/01/2025", "31 January 2025"),
        ("31.1.2025", "31 January 2025"),
        ("31st January 2025", "31 January 2025"),
        ("the 3rd of March 2026", "3 March 2026"),
        ("3 Sept 2025", "3 September 2025"),
        ("Sept. 2025", "September 2025"),
        ("MARCH 2026", "March 2026"),
        ("03/2026", "March 2026"),
        ("by Mar-26", "by March 2026"),
        ("no later than 31/03/2026", "no later than 31 March 2026"),
        ("Q3 25/26", "Q3 2025/26"),
        ("2025-26 q3", "Q3 2025/26"),
        ("quarter three of 2025-26", "Q3 2025/26"),
        ("FY25/26", "2025/26"),
        ("2025 to 26", "2025/26"),
        ("autumn 2025", "Autumn 2025"),
        ("winter 2025", "Winter 2025/26"),
    ],
)
def test_what_is_abbreviated_or_turned_about_is_written_out(written: str, meant: str) -> None:
    date = PlanDate.parse(written)
    assert house_style(date) == meant
    assert PlanDate.parse(meant) == date
    assert house_style(PlanDate.parse(meant)) is None


@pytest.mark.parametrize(
    "written",
    [
        "31 January 2025",
        "2025-01-31",
        "2026-03",
        "March 2026",
        "by 2026",
        "2025/26",
        "2025-26",
        "2026-30",
        "end of June 2025",
        "before the end of June 2025",
        "Friday 31 January 2025",
        "early June 2025",
        "Easter 2026",
        "April 2026 onwards",
        "April to June 2025",
        "financial year 2025/26",
        "AY 2025/26",
        "2025-W10",
    ],
)
def test_what_the_house_writes_or_says_more_is_left_alone(written: str) -> None:
    assert house_style(PlanDate.parse(written)) is None


@pytest.mark.parametrize(("written", "meant"), [("q1 25/26", "Q1 2025/26"), ("FY25/26", "2025/26")])
def test_quarters_and_years_are_those_of_the_plan(written: str, meant: str) -> None:
    july = 7
    date = PlanDate.parse(written, july)
    assert house_style(date, july) == meant
    assert PlanDate.parse(meant, july) == date


def test_a_financial_year_of_one_number_is_left_alone() -> None:
    assert house_style(PlanDate.parse("q1 2025", 1), 1) is None
