"""What a steady process says of a figure that is still to come."""

from datetime import date, timedelta
from decimal import Decimal

from jfp_cli.measures.assurance import Asked
from jfp_cli.measures.forecast import forecast
from tests.measures.series import STEADY, drawn, month

LATER = date(2029, 3, 31)
FAR, NEAR, WITHIN = (Asked(Decimal(level), LATER) for level in (92, 10, 50))


def test_a_steady_process_will_or_will_not_meet_what_lies_outside_its_limits() -> None:
    assert forecast(drawn(STEADY), FAR, "higher") == "will_not_meet"
    assert forecast(drawn(STEADY), FAR, "lower") == "will_meet"
    assert forecast(drawn(STEADY), NEAR, "higher") == "will_meet"


def test_nothing_is_foretold_of_what_lies_within_the_limits() -> None:
    assert forecast(drawn(STEADY), WITHIN, "higher") is None
    assert forecast(drawn(STEADY), FAR, None) is None


def test_nothing_is_foretold_with_too_few_points_in_the_latest_stretch() -> None:
    assert forecast(drawn(STEADY[:12]), FAR, "higher") is None
    assert forecast(drawn(STEADY[:12]), NEAR, "higher") is None
    assert forecast(drawn([*STEADY, *STEADY[:12]], "higher", 13), FAR, "higher") is None
    assert forecast(drawn([]), FAR, "higher") is None


def test_nothing_is_foretold_where_a_signal_stands_in_the_latest_stretch() -> None:
    assert forecast(drawn([30, *STEADY]), FAR, "higher") is None
    assert forecast(drawn([30, *STEADY], "higher", 1), FAR, "higher") == "will_not_meet"


def test_a_figure_that_is_in_force_is_no_forecast() -> None:
    last = month(12)
    assert forecast(drawn(STEADY), Asked(Decimal(92), last), "higher") is None
    assert forecast(drawn(STEADY), Asked(Decimal(92), last + timedelta(1)), "higher") == "will_not_meet"
