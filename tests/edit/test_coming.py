"""What becomes of planning periods when a plan is rolled on."""

from pathlib import Path

import pytest

from jfp_cli.edit.change import Change, loaded_from
from jfp_cli.edit.coming import Periods, coming, periods
from jfp_cli.source.folder import TextFile


def turned(names: str, to: str, start: str = "2025-04-01", end: str = "2030-03-31", month: str = "April") -> Periods:
    text = (
        "title: A plan\norganisation: A council\ncontents: [{part: One}]\n"
        f"period: {{start: {start}, end: {end}}}\nyear_starts: {month}\nplanning_periods: [{names}]\n"
    )
    loaded = loaded_from(Path("plan"), [TextFile.of("plan.yaml", text, "plan/")])
    assert not loaded.findings
    assert loaded.plan is not None
    change = Change(loaded, loaded.plan)
    return periods(change.plan.settings, coming(change, to))


@pytest.mark.parametrize(
    ("names", "to", "leads_to", "new"),
    [
        ("2025-30", "2026-31", {"2025-30": "2026-31"}, ["2026-31"]),
        ("2025-26, 2026-30", "2026-31", {"2025-26": "2026-27", "2026-30": "2027-31"}, ["2026-27", "2027-31"]),
        ("2025-26, 2026-30", "2026-30", {"2025-26": "2026-27", "2026-30": "2027-30"}, ["2026-27", "2027-30"]),
        (
            "2025-26, 2026-27, 2027-30",
            "2026-31",
            {"2025-26": "2026-27", "2026-27": "2026-27", "2027-30": "2028-31"},
            ["2026-27", "2027-28", "2028-31"],
        ),
        (
            "H1 2025/26, H2 2025/26, 2026-30",
            "2026-31",
            {"H1 2025/26": "H1 2026/27", "H2 2025/26": "H1 2026/27", "2026-30": "2027-31"},
            ["H1 2026/27", "H2 2026/27", "2027-31"],
        ),
        (
            "Year 1, Year 2, Years 3 to 5",
            "2026-31",
            {"Year 1": "Year 1", "Year 2": "Year 1", "Years 3 to 5": "Years 3 to 5"},
            ["Year 1", "Year 2", "Years 3 to 5"],
        ),
        ("2025-27, 2027-30", "2026-31", {"2025-27": "2026-28", "2027-30": "2028-31"}, ["2026-28", "2028-31"]),
        ("2025-29, 2029-30", "2026-30", {"2025-29": "2026-30", "2029-30": "2026-30"}, ["2026-30"]),
        (
            "2025-26, 2026-27 onwards",
            "2026-31",
            {"2025-26": "2026-27", "2026-27 onwards": "2027-28 onwards"},
            ["2026-27", "2027-28 onwards"],
        ),
        (
            "H1 2025/26, H2 2025/26, 2026-27, 2027-30",
            "2026-31",
            {
                "H1 2025/26": "H1 2026/27",
                "H2 2025/26": "H1 2026/27",
                "2026-27": "H2 2026/27",
                "2027-30": "2028-31",
            },
            ["H1 2026/27", "H2 2026/27", "2027-28", "2028-31"],
        ),
        ("2026-27, 2027-31", "2026-31", {"2026-27": "2026-27", "2027-31": "2027-31"}, ["2026-27", "2027-31"]),
        ("2026-27, 2027-30", "2026-31", {"2026-27": "2026-27", "2027-30": "2027-30"}, ["2026-27", "2027-30"]),
        ("2025-26, 2028-29", "2026-31", {"2025-26": "2026-27", "2028-29": "2029-30"}, ["2026-27", "2029-30"]),
        ("2025-26, Later", "2026-31", {"2025-26": "2026-27", "Later": "Later"}, ["2026-27", "Later"]),
    ],
)
def test_each_period_leads_to_one_that_comes(names: str, to: str, leads_to: dict[str, str], new: list[str]) -> None:
    found = turned(names, to)
    assert (found.leads_to, found.names) == (leads_to, new)


def test_years_that_begin_in_another_month() -> None:
    found = turned("2025, 2026 to 2029", "2026 to 2030", "2025-01-01", "2029-12-31", "January")
    assert found.leads_to == {"2025": "2026", "2026 to 2029": "2027 to 2030"}
    found = turned("2025/26, 2026-30", "2026-31", "2025-07-01", "2030-06-30", "July")
    assert found.leads_to == {"2025/26": "2026/27", "2026-30": "2027-31"}


def test_a_plan_whose_days_are_no_financial_years() -> None:
    found = turned("July 2025 to June 2026, Later", "July 2026 to June 2028", "2025-07-01", "2027-06-30")
    assert found.leads_to == {"July 2025 to June 2026": "July 2026 to June 2027", "Later": "Later"}


def test_what_is_over_what_begins_later_and_what_says_no_days() -> None:
    found = turned("2025-26, 2026-27, 2027-30, In time", "2026-31")
    assert (found.ended, found.later, found.undated) == (("2025-26",), ("2027-30",), ("In time",))
