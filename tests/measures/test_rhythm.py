"""How often a measure is read, said or seen from its readings."""

from datetime import date, timedelta

import pytest

from jfp_cli.measures.rhythm import period, rhythm
from jfp_cli.model.measure import Every
from tests.measures.series import month

SUNDAY = date(2026, 1, 4)


@pytest.mark.parametrize(
    ("days", "every"),
    [
        ([SUNDAY + timedelta(weeks=at) for at in range(9)], "week"),
        ([SUNDAY + timedelta(weeks=at) for at in range(9) if at not in (3, 4)], "week"),
        ([month(at) for at in range(9)], "month"),
        ([month(at) for at in (0, 1, 2, 5, 6, 9, 10)], "month"),
        ([month(at) for at in range(0, 27, 3)], "quarter"),
        ([month(at) for at in range(0, 27, 6)], "quarter"),
        ([month(at) for at in range(0, 60, 12)], "year"),
        ([month(0), month(12)], "year"),
        ([month(0), month(0), month(3)], "quarter"),  # two of one day
        ([month(0)], "month"),
        ([], "month"),
    ],
)
def test_a_rhythm_that_is_not_said_is_that_of_most_readings(days: list[date], every: str) -> None:
    assert rhythm(days) == every


@pytest.mark.parametrize(
    ("every", "one", "other"),
    [
        ("week", date(2026, 1, 4), date(2026, 1, 11)),
        ("month", date(2025, 12, 31), date(2026, 1, 31)),
        ("quarter", date(2025, 12, 31), date(2026, 3, 31)),
        ("year", date(2025, 3, 31), date(2026, 3, 31)),
    ],
)
def test_periods_follow_each_other(every: Every, one: date, other: date) -> None:
    assert period(other, every) == period(one, every) + 1
