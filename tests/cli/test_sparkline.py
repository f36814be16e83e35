"""Readings in one line of a table."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jfp_cli.cli.console.sparkline import BLOCKS, PLAIN, sparkline


def test_levels_are_columns_from_the_lowest_to_the_highest() -> None:
    assert sparkline([Decimal(at) for at in range(8)], 20, "utf-8") == BLOCKS
    assert sparkline([Decimal(7), Decimal(0), Fraction(7, 2)], 20, "utf-8") == "█▁▅"


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1", "no-such-encoding"])
def test_an_encoding_without_blocks_gets_plain_characters(encoding: str) -> None:
    assert sparkline([Decimal(at) for at in range(5)], 20, encoding) == PLAIN


def test_the_last_levels_are_those_that_there_is_room_for() -> None:
    assert sparkline([Decimal(at) for at in (99, 99, 0, 7)], 2, "utf-8") == "▁█"
    assert sparkline([Decimal(1)], 0, "utf-8") == ""


def test_a_missing_reading_is_a_gap() -> None:
    assert sparkline([Decimal(0), None, Decimal(7)], 9, "utf-8") == "▁ █"
    assert sparkline([None, None], 9, "utf-8") == "  "


def test_levels_that_are_all_the_same_stand_half_way_up() -> None:
    assert sparkline([Decimal(100)] * 3, 9, "utf-8") == "▄▄▄"
    assert sparkline([Decimal(100)] * 3, 9, "cp1252") == "---"


@given(
    levels=some.lists(some.none() | some.decimals(-1000, 1000, places=1), max_size=30),
    room=some.integers(0, 40),
    encoding=some.sampled_from(("utf-8", "cp1252", "ascii")),
)
def test_it_fits_and_can_be_written(levels: list[Decimal | None], room: int, encoding: str) -> None:
    line = sparkline(levels, room, encoding)
    assert len(line) == min(len(levels), room)
    assert line.encode(encoding).decode(encoding) == line
