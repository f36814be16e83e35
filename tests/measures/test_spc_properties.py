"""What holds for the chart of any measure."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as some

from jfp_cli.measures.spc import Chart, Point, Rebase, chart
from jfp_cli.values.figures import Better
from tests.measures.series import month

untimed = settings(deadline=None)
levels = some.lists(some.integers(0, 30), min_size=1, max_size=40)
wide = some.lists(some.decimals(-1000, 1000, places=2), min_size=1, max_size=40)
fixes = some.none() | some.integers(1, 15)
betters: some.SearchStrategy[Better | None] = some.sampled_from(("higher", "lower", "exactly", None))
OTHER: dict[Better | None, Better | None] = {"higher": "lower", "lower": "higher"}


def of(values: Sequence[int | Fraction], better: Better | None, fix: int | None = None, at: int = 99) -> Chart:
    """A chart with a rebase at a point."""
    points = [Point(month(number), Fraction(value)) for number, value in enumerate(values)]
    return chart(points, better, [Rebase(month(at), "another return")], fix)


def signals(drawing: Chart) -> list[tuple[object, ...]]:
    return [judged.signals for judged in drawing.points]


@untimed
@given(values=levels, better=betters, fix=fixes, at=some.integers(0, 40), times=some.fractions(min_value="0.01"))
def test_another_unit_scales_limits_and_changes_no_signal(
    values: list[int], better: Better | None, fix: int | None, at: int, times: Fraction
) -> None:
    one, other = of(values, better, fix, at), of([value * times for value in values], better, fix, at)
    assert signals(one) == signals(other)
    for own, scaled in zip(one.stretches, other.stretches, strict=True):
        assert own.limits
        assert scaled.limits
        assert scaled.limits.mean == own.limits.mean * times
        assert scaled.limits.reach == (None if own.limits.reach is None else own.limits.reach * times)


@untimed
@given(values=levels, better=betters, fix=fixes, by=some.fractions())
def test_another_zero_shifts_limits_and_changes_no_signal(
    values: list[int], better: Better | None, fix: int | None, by: Fraction
) -> None:
    one, other = of(values, better, fix), of([value + by for value in values], better, fix)
    assert signals(one) == signals(other)
    assert one.limits
    assert other.limits
    assert other.limits == one.limits._replace(mean=one.limits.mean + by)


@untimed
@given(values=levels, better=betters, fix=fixes)
def test_a_mirrored_measure_with_the_other_direction_improves_and_worsens_alike(
    values: list[int], better: Better | None, fix: int | None
) -> None:
    one, other = of(values, better, fix), of([-value for value in values], OTHER.get(better, better), fix)
    turned = {"high": "low", "low": "high"}
    for here, there in zip(one.points, other.points, strict=True):
        assert [(signal.rule, -signal.way) for signal in here.signals] == [
            (signal.rule, signal.way) for signal in there.signals
        ]
        kind, _, end = str(here.variation).rpartition("_")
        assert there.variation == (f"{kind}_{turned[end]}" if end in turned else here.variation)


@untimed
@given(values=levels, fix=fixes)
def test_the_other_direction_turns_improvements_into_concerns_unless_both_hold(
    values: list[int], fix: int | None
) -> None:
    for here, there in zip(of(values, "higher", fix).points, of(values, "lower", fix).points, strict=True):
        kinds = {str(judged.variation).partition("_")[0] for judged in (here, there)}
        both = len({signal.way for signal in here.signals}) > 1
        assert kinds == ({"common"} if not here.signals else {"improvement"} if both else {"improvement", "concern"})


@untimed
@given(values=levels, better=betters, fix=fixes, at=some.integers(0, 40), data=some.data())
def test_points_that_are_left_out_change_nothing(
    values: list[int], better: Better | None, fix: int | None, at: int, data: some.DataObject
) -> None:
    points = [Point(month(number), Decimal(value)) for number, value in enumerate(values)]
    days = data.draw(some.lists(some.integers(0, 40), max_size=10))
    left_out = [Point(month(day), Decimal(10**6), "half of the month is missing", note="n") for day in days]
    turn = [Rebase(month(at), "another return")]
    alone = chart(points, better, turn, fix)
    among = chart([*points, *left_out], better, turn, fix)
    assert [(judged.point, judged.signals, judged.variation) for judged in among.points if judged.variation] == [
        (judged.point, judged.signals, judged.variation) for judged in alone.points
    ]
    assert among.limits == alone.limits
    assert among.provisional == alone.provisional


@untimed
@given(values=levels, better=betters, fix=fixes, at=some.integers(1, 39))
def test_each_stretch_is_judged_as_if_it_were_alone(
    values: list[int], better: Better | None, fix: int | None, at: int
) -> None:
    whole = of(values, better, fix, at)
    parts = [part for part in (values[:at], values[at:]) if part]
    alone = [of(part, better, fix) for part in parts]
    assert signals(whole) == [own for part in alone for own in signals(part)]
    assert [stretch.limits for stretch in whole.stretches] == [part.limits for part in alone]


@untimed
@given(values=wide)
def test_a_signal_is_where_its_rule_says(values: list[Decimal]) -> None:
    drawing = chart([Point(month(number), value) for number, value in enumerate(values)])
    limits = drawing.limits
    assert limits
    for judged in drawing.points:
        value = Fraction(judged.point.value)
        outside = limits.reach is not None and not limits.mean - limits.reach <= value <= limits.mean + limits.reach
        assert outside == ("outside_limits" in judged.rules)
        if "two_of_three" in judged.rules:
            assert limits.reach
            assert 2 * limits.reach / 3 < abs(value - limits.mean) <= limits.reach
        if "shift" in judged.rules:
            assert value != limits.mean
    for one, other in pairwise(drawing.points):
        if "trend" in one.rules and "trend" in other.rules:
            assert one.point.value != other.point.value
