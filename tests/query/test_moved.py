"""What stands beside a date that moved."""

from itertools import pairwise

import pytest

from jfp_cli.model.promise import Move
from jfp_cli.query.moved import Before, recorded, told, with_found
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import PlanDate

CALENDAR = Calendar()


def date(text: str) -> PlanDate:
    return CALENDAR.date(text)


def moves(*dates: str) -> tuple[Move, ...]:
    """Entries that lead from each date to the next."""
    return tuple(
        Move.model_validate({"from": one, "to": other, "date": "2025-05-10", "because": "why"}, context=CALENDAR)
        for one, other in pairwise(dates)
    )


def words(before: Before | None, due: str, *, internal: bool = True) -> str:
    return told(before, date(due), str, internal=internal)


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (("May 2025",), ""),
        (("March 2025", "May 2025"), "was March 2025"),
        (("March 2025", "June 2025", "May 2025"), "was March 2025, moved twice"),
        (("March 2025", "June 2025", "July 2025", "May 2025"), "was March 2025, moved 3 times"),
        (("May 2025", "June 2025", "May 2025"), "moved twice, now as it was at first"),
    ],
)
def test_entries_say_what_a_date_was_and_how_often_it_moved(dates: tuple[str, ...], said: str) -> None:
    assert words(recorded(moves(*dates)), "May 2025") == said


@pytest.mark.parametrize(
    ("dates", "first", "silent", "said"),
    [
        ((), "March 2025", 0, ""),
        ((), "March 2025", 1, "was March 2025, not recorded"),
        ((), "March 2025", 2, "was March 2025, moved twice, not recorded"),
        (("June 2025", "May 2025"), "March 2025", 1, "was March 2025, moved twice, once not recorded"),
        (("January 2025", "June 2025"), "June 2025", 1, "was January 2025, moved twice, once not recorded"),
        (("January 2025", "May 2025"), "January 2025", 0, "was January 2025"),
    ],
)
def test_the_earliest_date_counts_and_silent_moves_are_told_as_such(
    dates: tuple[str, ...], first: str, silent: int, said: str
) -> None:
    assert words(with_found(moves(*dates), date(first), silent), "May 2025") == said


def test_only_internal_readers_are_told_that_a_move_was_not_recorded() -> None:
    assert words(with_found((), date("March 2025"), 2), "May 2025", internal=False) == "was March 2025, moved twice"
