"""What came about between two days."""

from itertools import pairwise
from typing import Any

import pytest

from jfp_cli.query.happened import Shift, Time, came_due, completed, is_late, month_before, moves_in, slips
from jfp_cli.query.promises import Promise
from jfp_cli.values.dates import PlanDate
from tests.query.building import day, ids, in_area, milestone

JUNE = Time(day("2026-06-01"), day("2026-06-30"))


def one(due: str, **more: Any) -> list[Promise]:
    return in_area(milestone(due, **more))


def moved(*dates: str, on: str = "2026-06-10") -> list[dict[str, str]]:
    return [{"from": before, "to": after, "date": on, "because": "supplier delay"} for before, after in pairwise(dates)]


@pytest.mark.parametrize(
    ("written", "before"),
    [
        ("2026-11-21", "2026-10-21"),
        ("2026-03-31", "2026-02-28"),
        ("2028-03-30", "2028-02-29"),
        ("2026-01-15", "2025-12-15"),
        ("2026-07-31", "2026-06-30"),
    ],
)
def test_a_month_before_is_the_same_day_or_the_last_of_a_shorter_month(written: str, before: str) -> None:
    assert month_before(day(written)) == day(before)


@pytest.mark.parametrize(
    ("due", "is_in"),
    [("June 2026", True), ("1 June 2026", True), ("31 May 2026", False), ("Summer 2026", False), ("July 2026", False)],
)
def test_a_date_comes_due_on_its_last_day(due: str, is_in: bool) -> None:
    assert bool(came_due(one(due), JUNE)) == is_in


def test_what_is_cancelled_or_open_ended_does_not_come_due() -> None:
    assert came_due(one("June 2026", status="cancelled"), JUNE) == []
    assert came_due(one("June 2026 onwards"), JUNE) == []
    assert len(came_due(one("June 2026", status="complete"), JUNE)) == 1


def test_what_came_due_stands_the_soonest_first() -> None:
    kept = in_area(milestone("June 2026", id="last"), milestone("2 June 2026", id="first"))
    assert ids(came_due(kept, JUNE)) == ["first", "last"]


def test_a_completion_counts_when_its_date_is_over() -> None:
    assert len(completed(one("May 2026", status="complete", completed="2026-06-03"), JUNE)) == 1
    assert len(completed(one("May 2026", status="complete", completed="June 2026"), JUNE)) == 1
    assert completed(one("May 2026", status="complete", completed="2026-05-31"), JUNE) == []
    assert completed(one("May 2026", status="complete"), JUNE) == []


@pytest.mark.parametrize(
    ("due", "done", "late"),
    [
        ("May 2026", "2026-06-01", True),
        ("May 2026", "2026-05-31", False),
        ("15 May 2026", "May 2026", False),
        ("May 2026 onwards", "2026-06-01", False),
    ],
)
def test_it_is_late_where_it_was_done_after_every_day_of_its_date(due: str, done: str, late: bool) -> None:
    assert is_late(one(due, status="complete", completed=done)[0]) == late


def test_moves_are_those_that_were_agreed_then_the_latest_first() -> None:
    moves = [*moved("April 2026", "May 2026", on="2026-05-31"), *moved("May 2026", "July 2026", "June 2026")]
    found = moves_in(one("June 2026", moves=moves), JUNE)
    assert [(str(moved.move.from_), moved.days) for moved in found] == [("May 2026", 61), ("July 2026", -31)]


def test_a_slip_is_the_way_from_the_date_before_the_first_move_to_that_of_the_last() -> None:
    later = list(slips(one("June 2026", moves=moved("April 2026", "August 2026", "June 2026")), JUNE))
    assert [slip.days for slip in later] == [61]
    assert list(slips(one("April 2026", moves=moved("June 2026", "April 2026")), JUNE)) == []
    assert list(slips(one("June 2026", moves=moved("April 2026", "June 2026", on="2026-07-01")), JUNE)) == []


def test_a_slip_has_the_moves_that_nobody_recorded_too() -> None:
    april, june, august = (PlanDate.parse(f"{month} 2026") for month in ("April", "June", "August"))
    kept = one("August 2026", moves=moved("June 2026", "August 2026", on="2026-06-20"))
    before = (kept[0], Shift(day("2026-06-10"), april, june))
    after = (kept[0], Shift(day("2026-06-25"), august, june))
    assert [slip.days for slip in slips(kept, JUNE, [before])] == [123]
    assert list(slips(kept, JUNE, [after])) == []
    assert [slip.days for slip in slips(one("June 2026"), JUNE, [(one("June 2026")[0], before[1])])] == [61]


def test_a_move_to_an_open_date_has_no_days() -> None:
    kept = one("July 2026 onwards", moves=moved("June 2026", "July 2026 onwards"))
    assert [moved.days for moved in moves_in(kept, JUNE)] == [None]
    assert list(slips(kept, JUNE)) == []
