"""Which columns fit in a width, and how wide each is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from jfp_cli.cli.console.table import ACTIVITY, AREA, DAYS, DUE, GAP, ID, LEAST_LONG, OWNER, Column, fit
from jfp_cli.cli.console.terminal import cut, room_of, wrapped

COLUMNS = (DAYS, DUE, ID, ACTIVITY, AREA, OWNER)
ROW = ["874", "September 2024", "single-entry-autism-adhd-pathway", "Put in place the pathway " * 8, "cancer", "Lead"]


def shown(room: int) -> dict[str, int]:
    return {COLUMNS[at].title: size for at, size in fit([ROW], COLUMNS, room).items()}


def test_where_there_is_room_everything_shows_whole() -> None:
    assert shown(400) == {"Days": 4, "Due": 14, "Milestone": 32, "Activity": 200, "Area": 6, "Owner": 5}


def test_the_long_column_takes_what_the_others_leave() -> None:
    assert shown(150) == {"Days": 4, "Due": 14, "Milestone": 32, "Activity": 79, "Area": 6, "Owner": 5}


def test_the_last_column_goes_before_the_long_one_becomes_too_short_to_read() -> None:
    everything = 4 + 14 + 32 + LEAST_LONG + 6 + 5 + 5 * len(GAP)
    assert list(shown(everything))[-1] == "Owner"
    assert list(shown(everything - 1))[-1] == "Area"


def test_the_long_column_goes_last_of_those_that_are_not_essential() -> None:
    least = 4 + 14 + 32 + LEAST_LONG + 3 * len(GAP)
    assert shown(least) == {"Days": 4, "Due": 14, "Milestone": 32, "Activity": LEAST_LONG}
    assert shown(least - 1) == {"Days": 4, "Due": 14, "Milestone": 32}


def test_where_the_essential_columns_do_not_fit_there_is_no_table() -> None:
    assert shown(54) == {"Days": 4, "Due": 14, "Milestone": 32}
    assert shown(53) == {}


def test_one_odd_date_is_wrapped_and_takes_no_column_away() -> None:
    odd = [ROW, [*ROW[:1], "before the end of quarter three of 2025-26", *ROW[2:]]]
    assert "Activity" in [COLUMNS[at].title for at in fit(odd, COLUMNS, 80)]


@pytest.mark.parametrize(("days", "shown"), [("0", "  0"), ("12", " \x1b[31m12\x1b[0m")])
def test_a_count_of_none_is_no_alarm(monkeypatch: pytest.MonkeyPatch, days: str, shown: str) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert DAYS.painted(days.rjust(3), days) == shown


columns = some.lists(
    some.builds(
        Column,
        words=some.just({}),
        key=some.just("key"),
        title=some.text("Title ", min_size=1, max_size=8).filter(str.strip),
        essential=some.booleans(),
        long=some.booleans(),
    ),
    min_size=1,
    max_size=6,
)


@settings(deadline=None)
@given(columns=columns, room=some.integers(20, 200), data=some.data())
def test_no_table_is_wider_than_its_room_and_no_word_but_of_a_long_column_is_cut(
    columns: list[Column], room: int, data: some.DataObject
) -> None:
    row = [data.draw(some.text("ab -", max_size=60).map(str.strip)) for _ in columns]
    widths = fit([row], columns, room)
    assert sum(widths.values()) + len(GAP) * max(len(widths) - 1, 0) <= room
    for at, size in widths.items():
        assert columns[at].long or all(room_of(line) <= size for line in wrapped(row[at], size))
    if widths:
        assert all(at in widths for at, column in enumerate(columns) if column.essential)


@pytest.mark.parametrize(
    ("text", "room"), [("plain", 5), ("日本", 4), ("e\u0301", 1), ("a\u200bb", 2), ("", 0), ("£7m \u2013 now", 9)]
)
def test_the_room_that_a_text_takes(text: str, room: int) -> None:
    assert room_of(text) == room


@given(text=some.text(max_size=40), room=some.integers(3, 40))
def test_a_cut_text_fits_and_begins_like_the_whole(text: str, room: int) -> None:
    short = cut(text, room)
    assert room_of(short) <= room
    assert short == text or text.startswith(short.rstrip("….").rstrip())


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("one two three", 20, ["one two three"]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 2, ["one", "two", "three"]),
        ("- one two", 6, ["- one", "  two"]),
        ("  - one two", 8, ["  - one", "    two"]),
        ("- longword two", 4, ["- longword", "  two"]),
        ("", 5, [""]),
        ("one two", None, ["one two"]),
    ],
)
def test_a_text_is_wrapped_between_words(text: str, room: int | None, lines: list[str]) -> None:
    indent = " " * (len(text) - len(text.lstrip(" -")))
    assert wrapped(text, room, indent=indent) == lines
