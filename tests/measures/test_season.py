"""A pattern of twelve months."""

import random
from decimal import Decimal

import pytest

from jfp_cli.measures.season import season
from jfp_cli.measures.spc import Point, chart
from tests.measures.series import drawn, month, monthly

YEAR = [3, 2, 1, 2, 3, 5, 7, 9, 11, 12, 10, 6]  # from April: lowest in June, highest in January


def wavering(years: int, seed: int = 7, *, rise: int = 0) -> list[int]:
    chance = random.Random(seed)  # noqa: S311 - made-up readings
    return [10 * value + chance.randint(-4, 4) + rise * at for at, value in enumerate(YEAR * years)]


@pytest.mark.parametrize("years", [2, 3, 5, 10, 12])
@pytest.mark.parametrize("rise", [0, 4, -4])
def test_months_that_rank_alike_each_year_are_a_season(years: int, rise: int) -> None:
    found = season(drawn(wavering(years, rise=rise)))
    assert found
    assert (found.highest, found.lowest) == (1, 6)


def test_years_are_counted_back_from_the_last_point() -> None:
    found = season(drawn(wavering(3)[:29]))
    assert found
    assert (found.highest, found.lowest) == (1, 6)


def test_less_than_two_years_is_no_season() -> None:
    assert season(drawn(wavering(2)[:23])) is None
    assert season(chart([])) is None
    assert season(drawn([5])) is None


@pytest.mark.parametrize("values", [[5] * 36, list(range(36)), list(range(36, 0, -1)), [at % 11 for at in range(60)]])
def test_what_does_not_come_back_each_year_is_no_season(values: list[int]) -> None:
    assert season(drawn(values)) is None


def test_chance_alone_is_hardly_ever_a_season() -> None:
    chance = random.Random(11)  # noqa: S311 - made-up readings
    found = [season(drawn([chance.randint(0, 1000) for _ in range(48)])) for _ in range(300)]
    assert sum(one is not None for one in found) <= 9  # one in a hundred, and some luck


def test_a_season_is_looked_for_in_the_latest_stretch() -> None:
    values = [*wavering(3), *[50, 51] * 9]
    assert season(drawn(values)) is not None
    assert season(drawn(values, "higher", 36)) is None


def test_a_year_with_a_missing_month_does_not_count() -> None:
    points = monthly(wavering(3))
    assert season(chart([*points[:5], *points[6:]])) is not None  # two whole years are left
    assert season(chart([*points[:5], *points[6:17], *points[18:]])) is None
    left_out = monthly(wavering(3), {5: "wrong", 17: "wrong"})
    assert season(chart(left_out)) is None


def test_two_readings_in_one_month_are_not_monthly() -> None:
    points = [*monthly(wavering(3)), Point(month(35), Decimal(5))]
    assert season(chart(points)) is None


def test_quarters_are_no_months() -> None:
    points = monthly(wavering(6))
    assert season(chart(points[::3])) is None
