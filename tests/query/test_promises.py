"""Which milestones are overdue, and which fall due."""

import re
from datetime import timedelta

import pytest

from jfp_cli.query.promises import due, not_reported, overdue
from jfp_cli.values.horizon import HorizonError, last_day_within
from tests.query.building import day, ids, in_area, milestone

CHECKPOINTS = [{"due": "January 2026", "activity": "Half"}, {"due": "June 2026", "activity": "All"}]


@pytest.mark.parametrize(
    ("written", "on", "days"),
    [
        ("31 March 2026", "2026-03-31", 0),
        ("31 March 2026", "2026-04-01", 1),
        ("March 2026", "2026-03-31", 0),
        ("March 2026", "2026-04-01", 1),
        ("Autumn 2025", "2025-11-30", 0),
        ("Autumn 2025", "2025-12-01", 1),
        ("2025/26", "2026-11-21", 235),
        ("29 February 2028", "2028-03-01", 1),
    ],
)
def test_a_milestone_is_overdue_from_the_day_after_its_last_day(written: str, on: str, days: int) -> None:
    [row] = in_area(milestone(written))
    assert row.days_overdue(day(on)) == days
    assert len(overdue(in_area(milestone(written)), day(on))) == bool(days)


@pytest.mark.parametrize("status", ["complete", "cancelled"])
def test_what_is_complete_or_cancelled_is_never_overdue_nor_due(status: str) -> None:
    closed = in_area(milestone("March 2025", status=status, checkpoints=CHECKPOINTS))
    assert overdue(closed, day("2026-11-21")) == []
    assert due(closed, day("2025-01-01"), day("2026-12-31")) == []


@pytest.mark.parametrize("status", ["not_started", "on_track", "at_risk", "off_track", None])
def test_any_other_status_is_overdue_once_the_date_is_past(status: str | None) -> None:
    fields = {"status": status} if status else {}
    assert overdue(in_area(milestone("March 2025", **fields)), day("2026-11-21"))


def test_a_date_without_end_is_never_overdue_nor_due() -> None:
    endless = in_area(milestone("April 2025 onwards"))
    assert overdue(endless, day("2199-12-31")) == []
    assert due(endless, day("2025-01-01"), day("2199-12-31")) == []


def test_the_longest_overdue_comes_first_and_equals_keep_the_order_of_the_plan() -> None:
    rows = in_area(
        milestone("March 2026", id="later"),
        milestone("March 2025", id="first-of-two"),
        milestone("31 March 2025", id="second-of-two"),
    )
    assert ids(overdue(rows, day("2026-11-21"))) == ["first-of-two", "second-of-two", "later"]


def test_a_checkpoint_stands_for_itself_while_its_milestone_is_not_overdue() -> None:
    rows = in_area(milestone("March 2027", checkpoints=CHECKPOINTS))
    assert ids(overdue(rows, day("2026-02-01"))) == ["some-milestone.checkpoints[0]"]
    assert ids(overdue(rows, day("2026-07-01"))) == [
        "some-milestone.checkpoints[0]",
        "some-milestone.checkpoints[1]",
    ]


def test_an_overdue_milestone_is_one_row_whatever_its_checkpoints() -> None:
    rows = in_area(milestone("March 2027", checkpoints=CHECKPOINTS))
    assert ids(overdue(rows, day("2027-04-01"))) == ["some-milestone"]


def test_checkpoints_of_a_milestone_without_end_are_overdue() -> None:
    rows = in_area(milestone("April 2026 onwards", checkpoints=CHECKPOINTS))
    assert ids(overdue(rows, day("2026-02-01"))) == ["some-milestone.checkpoints[0]"]


@pytest.mark.parametrize("status", ["complete", "cancelled"])
def test_a_checkpoint_that_is_closed_is_not_overdue(status: str) -> None:
    steps = [{"due": "January 2026", "activity": "Half", "status": status}]
    assert overdue(in_area(milestone("March 2027", checkpoints=steps)), day("2026-07-01")) == []


def test_a_checkpoint_row_has_its_own_date_status_and_address() -> None:
    steps = [{"due": "January 2026", "activity": "Half", "status": "at_risk"}]
    [row] = overdue(in_area(milestone("March 2027", status="on_track", checkpoints=steps)), day("2026-07-01"))
    assert (row.due.text, row.status, row.text) == ("January 2026", "at_risk", "Half")
    assert str(row.address) == "milestones/some-milestone.checkpoints[0]"


def test_what_falls_due_includes_the_first_and_the_last_day_asked_about() -> None:
    rows = in_area(
        milestone("20 November 2026", id="the-day-before"),
        milestone("21 November 2026", id="today"),
        milestone("February 2027", id="last-day"),
        milestone("1 March 2027", id="the-day-after"),
    )
    assert ids(due(rows, day("2026-11-21"), day("2027-02-28"))) == ["today", "last-day"]


def test_what_falls_due_is_the_soonest_first_with_checkpoints_among_milestones() -> None:
    rows = in_area(milestone("March 2027", checkpoints=CHECKPOINTS), milestone("May 2026", id="earlier"))
    assert ids(due(rows, day("2026-01-01"), day("2027-12-31"))) == [
        "some-milestone.checkpoints[0]",
        "earlier",
        "some-milestone.checkpoints[1]",
        "some-milestone",
    ]


@pytest.mark.parametrize(
    ("within", "since", "until"),
    [
        ("90d", "2026-11-21", "2027-02-19"),
        ("0d", "2026-11-21", "2026-11-21"),
        ("6w", "2026-11-21", "2027-01-02"),
        ("3m", "2026-11-21", "2027-02-21"),
        ("3m", "2026-11-30", "2027-02-28"),
        ("1m", "2028-01-31", "2028-02-29"),
        ("1y", "2028-02-29", "2029-02-28"),
        ("1y", "2026-11-21", "2027-11-21"),
        ("6 weeks", "2026-11-21", "2027-01-02"),
        ("2 Months", "2026-12-31", "2027-02-28"),
        ("3 months", "2026-11-30", "2027-02-28"),
        ("three months", "2026-11-21", "2027-02-21"),
        ("Within the next three months", "2026-11-21", "2027-02-21"),
        ("a fortnight", "2026-11-21", "2026-12-05"),
        ("two fortnights", "2026-11-21", "2026-12-19"),
        ("a quarter", "2026-11-21", "2027-02-21"),
        ("eighteen months", "2026-11-21", "2028-05-21"),
        ("twenty-one days", "2026-11-21", "2026-12-12"),
        ("1 year and 6 months", "2026-11-21", "2028-05-21"),
        ("a year", "2026-11-21", "2027-11-21"),
        ("90-day", "2026-11-21", "2027-02-19"),
        ("1y6m", "2026-11-21", "2028-05-21"),
    ],
)
def test_a_length_of_time_ends_on_the_same_day_or_on_the_last_of_a_shorter_month(
    within: str, since: str, until: str
) -> None:
    assert last_day_within(within, day(since)) == day(until)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        *(
            (text, "is no length of time")
            for text in ("soon", "", "-", "months", "3 mays", "half", "-3 months", "1.5 years")
        ),
        *(
            (text, "is no length of time")
            for text in ("the next quarter", "3 working days", "90 d ays", "10000d", "March 2027")
        ),
        ("90", 'does not say of what; write "90 days", "90 weeks" or "90 months"'),
        ("three", 'does not say of what; write "3 days", "3 weeks" or "3 months"'),
        ("9999y", "is too far ahead"),
    ],
)
def test_what_is_no_length_of_time_is_said_with_what_to_write(text: str, said: str) -> None:
    with pytest.raises(HorizonError) as refused:
        last_day_within(text, day("2026-11-21"))
    assert str(refused.value).startswith(f'"{text}" {said}')
    for advised in re.findall(r'"([^"]+)"', str(refused.value).partition("; ")[2]):
        assert last_day_within(advised, day("2026-11-21"))


def test_what_is_due_within_a_length_of_time_is_what_is_due_by_its_last_day() -> None:
    since = day("2026-11-30")
    until = last_day_within("3m", since)
    on_it = in_area(milestone(f"{until:%d %B %Y}"))
    past_it = in_area(milestone(f"{until + timedelta(1):%d %B %Y}"))
    assert due(on_it, since, until)
    assert not due(past_it, since, until)


def test_milestones_without_status_are_counted() -> None:
    rows = in_area(milestone("March 2025"), milestone("March 2025", status="complete"))
    assert not_reported(rows) == 1
