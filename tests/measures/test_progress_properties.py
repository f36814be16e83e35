"""What holds for the progress of any target."""

from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as some

from jfp_cli.measures.progress import progress
from jfp_cli.model.target import Target
from tests.query.building import reading, target

BEGIN = date(2025, 4, 1)
RANK = {"met": 2, "on_track": 1, "off_track": 0, "missed": 0, "awaiting_reading": 0}

untimed = settings(deadline=None)
figures = some.integers(0, 200_000)
days = some.integers(1, 1800)


def lead(better: str, start: int, end: str, length: int, *, unit: str = "", points: tuple[int, ...] = ()) -> Target:
    """A target from a figure on the first day to another some days later, through points at equal distances."""
    dates = [BEGIN + timedelta(length * at // (len(points) + 1)) for at in range(1, len(points) + 1)]
    return target(
        better=better,
        baseline={"value": f"{start}{unit}", "at": BEGIN.isoformat()},
        trajectory=[
            {"target": f"{point}{unit}", "due": at.isoformat()} for point, at in zip(points, dates, strict=True)
        ],
        target=f"{end}{unit}",
        due=(BEGIN + timedelta(length)).isoformat(),
    )


def state(of: Target, value: str, after: int, as_of: int | None = None) -> str:
    day = BEGIN + timedelta(after)
    asked = day if as_of is None else BEGIN + timedelta(as_of)
    return progress(of, [reading(day.isoformat(), value)], asked).state


@untimed
@given(start=figures, slope=some.integers(1, 100), length=days, data=some.data())
def test_a_reading_on_the_line_is_on_track_until_the_line_ends(
    start: int, slope: int, length: int, data: some.DataObject
) -> None:
    after = data.draw(some.integers(0, length))
    reached = "met" if after == length else "on_track"
    rising = lead("higher", start, str(start + slope * length), length)
    assert state(rising, str(start + slope * after), after) == reached
    high = start + slope * length
    falling = lead("lower", high, str(start), length)
    assert state(falling, str(high - slope * after), after) == reached


@untimed
@given(start=figures, slope=some.integers(1, 100), length=days, data=some.data())
def test_a_reading_below_a_rising_line_is_off_track(start: int, slope: int, length: int, data: some.DataObject) -> None:
    after = data.draw(some.integers(0, length))
    rising = lead("higher", start, str(start + slope * length), length)
    below = start + slope * after - 1
    assume(below >= 0)
    assert state(rising, f"{below}.999", after) == "off_track"


@untimed
@given(
    better=some.sampled_from(["lower", "higher"]),
    compared=some.sampled_from(["", "at least ", "more than ", "no more than ", "under ", "exactly "]),
    start=figures,
    end=figures,
    points=some.lists(figures, max_size=3).map(tuple),
    length=days,
    readings=some.tuples(figures, figures),
    data=some.data(),
)
def test_a_better_reading_never_makes_the_state_worse(
    better: str,
    compared: str,
    start: int,
    end: int,
    points: tuple[int, ...],
    length: int,
    readings: tuple[int, int],
    data: some.DataObject,
) -> None:
    after = data.draw(some.integers(0, length))
    as_of = data.draw(some.integers(after, length + 100))
    any_target = lead(better, start, f"{compared}{end}", length, points=points)
    low, high = sorted(readings)
    lower_is_better = {"no more than ": True, "under ": True, "at least ": False, "more than ": False}
    worse, good = (high, low) if lower_is_better.get(compared, better == "lower") else (low, high)
    if compared == "exactly ":  # better is nearer, on the same side
        assume(min(low, high) >= end or max(low, high) <= end)
        worse, good = sorted(readings, key=lambda value: -abs(value - end))
    assert RANK[state(any_target, str(good), after, as_of)] >= RANK[state(any_target, str(worse), after, as_of)]


@untimed
@given(start=figures, end=figures, value=figures, length=days, data=some.data())
def test_weeks_stand_as_the_same_number_of_days_does(
    start: int, end: int, value: int, length: int, data: some.DataObject
) -> None:
    after = data.draw(some.integers(0, length))
    in_weeks = lead("lower", start, str(end), length, unit=" weeks")
    assert state(in_weeks, f"{value} weeks", after) == state(in_weeks, f"{value * 7} days", after)
