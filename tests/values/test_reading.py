"""How a text is read: the shape of the answer, a date before a figure, and both refusals in one."""

from datetime import date

import pytest

from jfp_cli.values.calendar import Calendar
from jfp_cli.values.reading import Kind, Refused, read

PLAN = Calendar(plan_starts=date(2025, 4, 1), units=("uptake",))


@pytest.mark.parametrize(
    ("text", "row", "meaning"),
    [
        (
            "Q3 2025/26",
            {"kind": "date", "first": "2025-10-01", "last": "2025-12-31"},
            "1 October 2025 to 31 December 2025",
        ),
        ("31 March 2026", {"kind": "date", "first": "2026-03-31", "last": "2026-03-31"}, "31 March 2026"),
        ("from April 2026", {"kind": "date", "first": "2026-04-01", "last": None}, "from 1 April 2026, without an end"),
        ("2026", {"kind": "date", "first": "2026-01-01", "last": "2026-12-31"}, "1 January 2026 to 31 December 2026"),
        (
            "at least 134,140 pathways",
            {"kind": "figure", "value": "134140", "upper": None, "unit": "pathways", "comparison": "at_least"}
            | {"change": None, "about": False},
            "at least 134,140 pathways",
        ),
        (
            "about 4-5.5%",
            {
                "kind": "figure",
                "value": "4",
                "upper": "5.5",
                "unit": "%",
                "comparison": None,
                "change": None,
                "about": True,
            },
            "about between 4% and 5.5%",
        ),
        (
            "halve",
            {"kind": "figure", "value": "-50", "upper": None, "unit": "%", "comparison": None, "change": "relative"}
            | {"about": False},
            "-50% of the baseline",
        ),
        (
            "+2.5pp",
            {"kind": "figure", "value": "2.5", "upper": None, "unit": "percentage points", "comparison": None}
            | {"change": "points", "about": False},
            "+2.5 percentage points against the baseline",
        ),
        (
            "three in four",
            {"kind": "figure", "value": "3", "upper": None, "unit": "of 4", "comparison": None, "change": None}
            | {"about": False},
            "3 of 4",
        ),
        (
            "1,200",
            {"kind": "figure", "value": "1200", "upper": None, "unit": None, "comparison": None, "change": None}
            | {"about": False},
            "1,200",
        ),
    ],
)
def test_a_text_is_read_as_a_date_or_as_a_figure(text: str, row: dict[str, object], meaning: str) -> None:
    reading = read(text, PLAN)
    assert reading.row() == {"text": text, **row}
    assert reading.meaning() == meaning


@pytest.mark.parametrize(
    ("text", "kind", "read_as"),
    [
        ("2026", "figure", "figure"),
        ("2026", "date", "date"),
        ("19%", "date", "refused"),
        ("2026/27", "figure", "refused"),
    ],
)
def test_one_of_the_two_can_be_asked_for(text: str, kind: Kind, read_as: str) -> None:
    assert read(text, PLAN, kind).row()["kind"] == read_as


def test_the_plans_own_units_stand_after_a_percentage() -> None:
    assert read("80% uptake", PLAN).row()["unit"] == "% uptake"
    assert read("80% uptake", Calendar()).row()["kind"] == "refused"


@pytest.mark.parametrize(
    ("text", "message", "helps"),
    [
        ("Q3 FY25", '"Q3 FY25" could be 2024/25 or 2025/26', ('as a date, write "Q3 2024/25" or', "; as a figure, ")),
        ("2% of patients", '"2% of patients" says more than a figure', ('as a figure, write "2%"', "; as a date, ")),
        (
            "0000-01-01",
            '"0000-01-01" is outside the years 1900 to 2200',
            ("as a date, check the year", "; as a figure, "),
        ),
        ("=1+1", '"=1+1" is neither a date nor a figure', ("as a date, ", "; as a figure, write the figure that it")),
        ("TBC", '"TBC" is neither a date nor a figure', ("as a date, write the date once", "; as a figure, leave")),
    ],
)
def test_where_both_refuse_one_help_carries_both(text: str, message: str, helps: tuple[str, str]) -> None:
    refused = read(text, PLAN)
    assert isinstance(refused, Refused)
    assert refused.row() == {"text": text, "kind": "refused", "message": message, "help": refused.help}
    assert refused.help.startswith(helps[0])
    assert helps[1] in refused.help
