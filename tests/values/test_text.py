from datetime import date

import pytest

from jfp_cli.values.text import (
    folded,
    id_from,
    is_id,
    long_day,
    natural,
    quoted,
    safe,
    small,
    unaccented,
    uncapitalised,
)


def test_a_day_as_people_write_it() -> None:
    assert long_day(date(2026, 4, 1)) == "1 April 2026"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("March 2026", "March 2026"),
        ("two\nlines  and a gap", "two lines and a gap"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 57 + "..."),
        ("a\x1b[2Jb", "a\N{REPLACEMENT CHARACTER}[2Jb"),
    ],
)
def test_a_text_in_a_sentence_is_one_short_printable_line(text: str, shown: str) -> None:
    assert quoted(text) == f'"{shown}"'


@pytest.mark.parametrize("char", ["\0", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\u200f"])
def test_a_terminal_is_given_nothing_to_obey(char: str) -> None:
    assert safe(f"red{char}[31m\r\n\tand on") == "red\N{REPLACEMENT CHARACTER}[31m and on"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Open the elective hub at St Albans", "open-elective-hub-st"),
        ("Café for the carers' group", "cafe-carers-group"),
        ("To the", "to-the"),
        ("£", "unnamed"),
        ("Dig " + "w" * 300, "dig-" + "w" * 40),
    ],
)
def test_an_id_is_made_of_the_first_words_that_matter(text: str, made: str) -> None:
    assert id_from(text, ()) == made
    assert is_id(made)


def test_an_id_that_is_taken_grows_and_then_counts() -> None:
    taken: set[str] = set()
    for made in ("open-elective-hub-st", "open-elective-hub-st-albans", "open-elective-hub-st-2"):
        assert id_from("Open the elective hub at St Albans", taken) == made
        taken.add(made)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Siân", "Sia\u0302n"),  # a letter in one piece or in two
        ("Dental  lead", "dental LEAD"),
        ("Dental\u00a0lead", "Dental lead"),
        ("Dental\u200b lead\ufeff", "Dental lead"),
        ("co\u00adordinator", "coordinator"),
        ("STRASSE", "straße"),
        ("\u0130zmir", "i\u0307zmir"),
    ],
)
def test_texts_that_look_the_same_have_one_key(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("Sian", "Siân"), ("lead", "leads"), ("day-care", "day care")])
def test_texts_that_differ_have_keys_of_their_own(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@pytest.mark.parametrize("text", ["To Date", "\u0130zmir, To Date", "STRASSE \u0130 to date", "caf\u00e9 TO DATE"])
def test_small_letters_stand_where_the_letters_of_the_text_do(text: str) -> None:
    at = small(text).find("to date")
    assert text[at : at + len("to date")].lower() == "to date"
    assert len(small(text)) == len(text)


@pytest.mark.parametrize(("typed", "written"), [("Ty", "Tŷ"), ("cafe", "Café"), ("St Peter's", "St Peter\u2019s")])
def test_a_text_is_found_from_a_keyboard_without_its_signs(typed: str, written: str) -> None:
    assert unaccented(typed) == unaccented(written)


def test_texts_are_sorted_as_people_count() -> None:
    texts = ["Step 10", "step 2", "Step 1b", "10 beds", "9 beds", "", "Émile", "Zoe"]
    assert sorted(texts, key=natural) == ["", "9 beds", "10 beds", "Step 1b", "step 2", "Step 10", "Zoe", "Émile"]


@pytest.mark.parametrize(
    ("text", "within"),
    [("From April 2026", "from April 2026"), ("RAG red", "RAG red"), ("I", "i"), ("", "")],
)
def test_a_text_within_a_sentence_begins_small_but_for_capitals(text: str, within: str) -> None:
    assert uncapitalised(text) == within
