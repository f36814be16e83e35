"""Other years in the place of some, in the same hand."""

from datetime import date

import pytest

from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates.rewriting import Days, as_written, days_of, rewritten, with_other_years, years_between

APRIL = Calendar(plan_starts=date(2025, 4, 1))
JANUARY = Calendar(1, date(2025, 1, 1))


@pytest.mark.parametrize(
    ("calendar", "text", "a_year_on"),
    [
        (APRIL, "2025-26", "2026-27"),
        (APRIL, "2025/26", "2026/27"),
        (APRIL, "2025-2026", "2026-2027"),
        (APRIL, "2026-30", "2027-31"),
        (APRIL, "FY25/26", "FY26/27"),
        (APRIL, "H2 2025/26", "H2 2026/27"),
        (APRIL, "2098-99", "2099-00"),
        (APRIL, "April 2025 to March 2026", "April 2026 to March 2027"),
        (APRIL, "1 April 2025 to 31 March 2030", "1 April 2026 to 31 March 2031"),
        (APRIL, "2026-27 onwards", "2027-28 onwards"),
        (APRIL, "year 1", "2026-27"),
        (APRIL, "2025-04-01", "2026-04-01"),
        (JANUARY, "2025", "2026"),
        (JANUARY, "2026 to 2029", "2027 to 2030"),
    ],
)
def test_a_year_on(calendar: Calendar, text: str, a_year_on: str) -> None:
    days = days_of(text, calendar)
    assert days is not None
    assert rewritten(text, days.a_year_on(), calendar._replace(plan_starts=None)) == a_year_on


def test_what_counts_from_the_plans_first_day_stays_as_it_is_where_that_moves() -> None:
    assert rewritten("Year 1", Days(date(2026, 4, 1), date(2027, 3, 31)), Calendar(plan_starts=date(2026, 4, 1))) == (
        "Year 1"
    )


@pytest.mark.parametrize(
    ("first", "last", "calendar", "text"),
    [
        (date(2026, 4, 1), date(2031, 3, 31), APRIL, "2026-31"),
        (date(2099, 4, 1), date(2101, 3, 31), APRIL, "2099-2101"),
        (date(2026, 1, 1), date(2030, 12, 31), JANUARY, "2026 to 2030"),
        (date(2027, 12, 31), date(2027, 12, 31), JANUARY, "2027-12-31"),
        (date(2026, 1, 1), date(2026, 12, 31), JANUARY, "2026"),
        (date(2026, 7, 15), date(2031, 7, 14), APRIL, "2026-07-15 to 2031-07-14"),
        (date(2026, 4, 1), None, APRIL, "from 2026-04-01"),
    ],
)
def test_days_are_written_so_that_they_are_read_as_they_are(
    first: date, last: date | None, calendar: Calendar, text: str
) -> None:
    assert as_written(Days(first, last), calendar) == text
    assert days_of(text, calendar) == Days(first, last)


def test_leap_days() -> None:
    assert Days(date(2028, 2, 29), date(2028, 2, 29)).a_year_on() == Days(date(2029, 2, 28), date(2029, 2, 28))
    assert Days(date(2027, 3, 1), date(2028, 2, 29)).a_year_on() == Days(date(2028, 3, 1), date(2029, 2, 28))


def test_years_in_a_title() -> None:
    before, after = Days(date(2025, 4, 1), date(2030, 3, 31)), Days(date(2026, 4, 1), date(2031, 3, 31))
    title = "Plan 2025-30: beyond 2025\N{EN DASH}2030, from 2025-26 to 2029/30"
    assert with_other_years(title, before, after, (APRIL, APRIL)) == (
        "Plan 2026-31: beyond 2026\N{EN DASH}2031, from 2025-26 to 2029/30"
    )


def test_years_between() -> None:
    assert [years_between(2026, 2031, 4), years_between(2026, 2031, 1), years_between(2026, 2027, 1)] == [
        "2026-31",
        "2026 to 2030",
        "2026",
    ]
