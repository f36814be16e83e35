"""Whether a process can be relied on to meet the figure in force."""

from datetime import date
from decimal import Decimal

import pytest

from jfp_cli.measures.assurance import Asked, assurance, in_force
from jfp_cli.measures.spc import chart
from jfp_cli.values.figures import Better
from tests.measures.series import STEADY, drawn, monthly

WIDE = [0, 10] * 7  # limits 5 and 26.6 to both sides


@pytest.mark.parametrize(
    ("level", "higher", "lower"),
    [
        ("-21.7", "consistent_pass", "consistent_fail"),
        ("-21.6", "consistent_pass", "inconsistent"),  # a figure on a limit counts as met there
        ("-21.5", "inconsistent", "inconsistent"),
        ("31.5", "inconsistent", "inconsistent"),
        ("31.6", "inconsistent", "consistent_pass"),
        ("31.7", "consistent_fail", "consistent_pass"),
    ],
)
def test_a_figure_outside_the_limits_is_met_always_or_never(level: str, higher: str, lower: str) -> None:
    assert assurance(drawn(WIDE), Asked(Decimal(level)), "higher") == higher
    assert assurance(drawn(WIDE), Asked(Decimal(level)), "lower") == lower


@pytest.mark.parametrize(("level", "higher", "lower"), [("-21.6", "inconsistent", "consistent_fail"), ("31.6",) * 3])
def test_a_figure_that_must_be_beaten_is_not_met_on_a_limit(level: str, higher: str, lower: str) -> None:
    if level == "31.6":
        higher, lower = "consistent_fail", "inconsistent"
    beyond = Asked(Decimal(level), beyond=True)
    assert assurance(drawn(WIDE), beyond, "higher") == higher
    assert assurance(drawn(WIDE), beyond, "lower") == lower


@pytest.mark.parametrize("better", ["higher", "lower"])
def test_what_never_moves_passes_where_it_meets_the_figure(better: Better) -> None:
    assert assurance(drawn([100] * 13), Asked(Decimal(100)), better) == "consistent_pass"
    assert assurance(drawn([100] * 13), Asked(Decimal(100), beyond=True), better) == "consistent_fail"
    worse = Decimal(101) if better == "higher" else Decimal(99)
    assert assurance(drawn([100] * 13), Asked(worse), better) == "consistent_fail"


@pytest.mark.parametrize("better", ["exactly", None])
def test_there_is_no_assurance_without_a_direction(better: Better | None) -> None:
    assert assurance(drawn(STEADY), Asked(Decimal(50)), better) is None


def test_there_is_no_assurance_without_a_figure_or_without_limits() -> None:
    assert assurance(drawn(STEADY), None, "higher") is None
    assert assurance(chart([]), Asked(Decimal(5)), "higher") is None
    assert assurance(drawn([5]), Asked(Decimal(50)), "higher") is None
    assert assurance(drawn([*STEADY, 5], "higher", 13), Asked(Decimal(50)), "higher") is None


def test_too_few_points_never_fail() -> None:
    short, enough = drawn(STEADY[:12]), drawn(STEADY)
    far = Asked(Decimal(90))
    assert (assurance(short, far, "higher"), assurance(enough, far, "higher")) == (None, "consistent_fail")
    assert assurance(drawn([*STEADY, 50, 51], "higher", 13), far, "higher") is None
    assert assurance(drawn([50, 51, 50], fix=12), far, "higher") is None
    assert assurance(short, Asked(Decimal(10)), "higher") == "consistent_pass"


def test_limits_that_are_not_fixed_yet_or_by_too_few_points_never_fail() -> None:
    far = Asked(Decimal(90))
    fixed = {fix: assurance(drawn([*STEADY, 50, 51], fix=fix), far, "higher") for fix in (3, 11, 12, 15, 16, 24)}
    assert fixed == {**dict.fromkeys((3, 11, 16, 24)), **dict.fromkeys((12, 15), "consistent_fail")}


def test_a_last_point_that_is_left_out_changes_nothing() -> None:
    drawing = chart(monthly([*STEADY, 0], {13: "wrong"}), "higher")
    assert assurance(drawing, Asked(Decimal(90)), "higher") == "consistent_fail"


def test_the_figure_in_force_is_the_last_whose_day_has_come() -> None:
    first, second = Asked(Decimal(70), date(2025, 3, 31)), Asked(Decimal(80), date(2026, 3, 31))
    figures = [second, first]
    assert in_force(figures, date(2025, 3, 30)) is None
    assert in_force(figures, date(2025, 3, 31)) is first
    assert in_force(figures, date(2026, 3, 30)) is first
    assert in_force(figures, date(2030, 1, 1)) is second


def test_a_standard_is_always_in_force_until_a_later_figure_is() -> None:
    standard, raised = Asked(Decimal(95)), Asked(Decimal(96), date(2026, 4, 1))
    assert in_force([standard, raised], date(2020, 1, 1)) is standard
    assert in_force([standard, raised], date(2026, 4, 1)) is raised
    assert in_force([], date(2026, 4, 1)) is None
