"""The words of dates, and the pattern that editors look for others with: it lets through all that is a date."""

import ast
import re
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jfp_cli.values import dates
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import DateError
from jfp_cli.values.dates.known_words import known_words, pattern
from tests.values.phrases import COUNT, Phrases
from tests.values.test_dates import MORE, NO_DATE, PRINTED, TABLE, cases
from tests.values.test_dates_properties import NEARLY_COMMON, PHRASES, WORDS
from tests.values.test_planners_phrases import DATES

PLAN = Calendar(plan_starts=date(2025, 4, 1))
ACCEPTED = [*DATES, *(text for table in (TABLE, MORE, PRINTED) for text, _ in cases(table))]
LOOKED_FOR = re.compile(pattern())


def is_date(text: str) -> bool:
    try:
        PLAN.date(text)
    except DateError:
        return False
    return True


@cache
def every_word_of_the_reader() -> list[str]:
    """Whatever stands in a text of the code that reads dates."""
    found: set[str] = set()
    for path in Path(dates.__path__[0]).glob("*.py"):
        texts = (node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant))
        found.update(word for text in texts if isinstance(text, str) for word in re.findall(r"[^\W\d_]+", text.lower()))
    return sorted(found)


@pytest.mark.parametrize("text", ACCEPTED)
def test_every_date_matches(text: str) -> None:
    assert LOOKED_FOR.search(text)
    assert LOOKED_FOR.search(text.upper())


@pytest.mark.parametrize(
    "text",
    [
        *("Septmber 2025", "31 Mrch 2026", "Autum 2025/26", "quater 3 2025/26", "end of Febuary 2026", "Octobr"),
        *("TBC", "asap", "to be confirmed", "when funded", "each year", "Ongoing", "quarterly", "n/a", "?", ""),
        *("March", "Autumn", "the end of March and June", "31 ma\u0301rch 2026", "\u0434\u0435\u043d\u044c"),
        *("March 2026 (subject to funding)", "2025/26, reviewed by the board", "Q3_2025/26 (draft)"),
    ],
)
def test_what_is_no_date_does_not(text: str) -> None:
    assert not is_date(text)
    assert not LOOKED_FOR.search(text)


def test_much_of_what_is_printed_beside_dates_does_not() -> None:
    assert sum(not LOOKED_FOR.search(text) for text in NO_DATE) > len(NO_DATE) / 10


def test_whatever_is_read_as_a_date_matches() -> None:
    phrases = Phrases(seed=8)
    for _ in range(COUNT):
        text = phrases.date()
        assert LOOKED_FOR.search(text) or not is_date(text), text


def test_no_word_that_the_reader_knows_is_forgotten() -> None:
    random = Random(8)  # noqa: S311 - nothing secret is made of it
    unknown = [word for word in every_word_of_the_reader() if word not in known_words()]
    assert len(unknown) > 100
    for text in random.sample(ACCEPTED, 40):
        parts = text.split(" ")
        for word in unknown:
            at = random.randrange(len(parts) + 1)
            for end in (at, at + 1):
                tried = " ".join([*parts[:at], word, *parts[end:]])
                assert not is_date(tried), tried


@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(WORDS, max_size=8).map(" ".join),
        st.builds("{}{}".format, PHRASES, st.text(max_size=3)),
        NEARLY_COMMON,
        st.builds("{} {}".format, WORDS, NEARLY_COMMON),
    )
)
def test_no_date_at_all_is_refused(text: str) -> None:
    assert LOOKED_FOR.search(text) or not is_date(text)


def test_even_a_long_text_takes_no_time() -> None:
    for text in ("mar" * 50_000, "march " * 50_000 + "x", "y" * 100_000, "-" * 100_000):
        LOOKED_FOR.search(text)
