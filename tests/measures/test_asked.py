"""What a target asks of a process."""

from datetime import date
from fractions import Fraction

import pytest

from jfp_cli.measures.asked import asked
from jfp_cli.measures.assurance import Asked, assurance
from jfp_cli.values.figures import Better, Quantity
from tests.measures.series import drawn


@pytest.mark.parametrize(
    ("written", "unit", "better", "level", "beyond"),
    [
        ("92%", "%", "higher", "92", False),
        ("at least 92%", "%", "higher", "92", False),
        ("more than 92%", "%", "higher", "92", True),
        ("under 6%", "%", "lower", "6", True),
        ("no more than 6%", "%", "lower", "6", False),
        ("between 4% and 5%", "%", "lower", "5", False),
        ("between 4% and 5%", "%", "higher", "4", False),
        ("3 in 4", "%", "higher", "75", False),
        ("2 weeks", "days", "lower", "14", False),
        ("134,140", "", "lower", "134140", False),
    ],
)
def test_a_level_is_asked_for_in_the_unit_of_the_chart(
    written: str, unit: str, better: Better, level: str, beyond: bool
) -> None:
    since = date(2026, 3, 31)
    assert asked(Quantity.parse(written), unit, better, since) == Asked(Fraction(level), since, beyond)


def test_a_level_in_another_unit_is_none_of_the_chart() -> None:
    assert asked(Quantity.parse("92%"), "days", "higher") is None
    assert asked(Quantity.parse("£5m"), "%", "higher") is None


def test_a_share_is_never_drawn_a_hundred_times_too_low() -> None:
    figure = asked(Quantity.parse("9 in 10"), "%", "higher")
    assert assurance(drawn([95] * 13), figure, "higher") == "consistent_pass"
    assert assurance(drawn([89] * 13), figure, "higher") == "consistent_fail"
