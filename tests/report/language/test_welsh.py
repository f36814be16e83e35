"""What is said in Welsh: dates as they are meant, numbers with the word that follows them, places filled in."""

import pytest

from jfp_cli.report.document.dates import begins, by, in_words
from jfp_cli.report.language import counted, say, speaking
from jfp_cli.values.dates import PlanDate


def dashed(text: str) -> str:
    """A text with the dash and the blanks of a keyboard."""
    return text.replace("\N{EN DASH}", "-").replace("\N{THIN SPACE}", " ")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2026-03", "Mawrth 2026"),
        ("March 2026", "Mawrth 2026"),
        ("2026-03-31", "31 Mawrth 2026"),
        ("31/01/2025", "31 Ionawr 2025"),
        ("by end June 2025", "30 Mehefin 2025"),
        ("Autumn 2025", "Medi - Tachwedd 2025"),
        ("Winter 2025", "Rhagfyr 2025 - Chwefror 2026"),
        ("Q3 2025/26", "Hydref - Rhagfyr 2025"),
        ("early June 2025", "1 Mehefin 2025 - 10 Mehefin 2025"),
        ("2025/26", "2025/26"),
        ("2026-30", "2026-30"),
        ("2026", "2026"),
        ("April 2026 onwards", "Ebrill 2026 ymlaen"),
        ("academic year 2025/26", "Medi 2025 - Awst 2026"),
    ],
)
def test_a_date_is_written_as_it_is_meant(written: str, words: str) -> None:
    with speaking("cy"):
        assert dashed(in_words(PlanDate.parse(written))) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("March 2026", "erbyn Mawrth 2026"),
        ("31 March 2026", "erbyn 31 Mawrth 2026"),
        ("in Autumn 2025", "yn ystod Medi - Tachwedd 2025"),
        ("2026-30", "yn ystod 2026-30"),
        ("from April 2026", "Ebrill 2026 ymlaen"),
    ],
)
def test_a_date_ends_a_sentence(written: str, words: str) -> None:
    with speaking("cy"):
        assert dashed(by(PlanDate.parse(written))) == words


def test_a_date_begins_something() -> None:
    with speaking("cy"):
        assert begins(PlanDate.parse("April 2026")) == "gan ddechrau Ebrill 2026"
        assert begins(PlanDate.parse("from April 2026")) == "Ebrill 2026 ymlaen"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "dim cerrig milltir"),
        (1, "1 garreg filltir"),
        (2, "2 garreg filltir"),
        (3, "3 carreg filltir"),
        (6, "6 charreg filltir"),
        (11, "11 o gerrig milltir"),
        (1234, "1,234 o gerrig milltir"),
    ],
)
def test_a_noun_is_as_its_number_wants_it(number: int, words: str) -> None:
    with speaking("cy"):
        assert counted(number, "milestone") == words


def test_words_have_their_own_places() -> None:
    with speaking("cy-GB"):
        assert say("was {date}", date="Mawrth 2025") == "Mawrth 2025 yn wreiddiol"
    assert say("was {date}", date="March 2025") == "was March 2025"


def test_another_page_is_in_its_own_language() -> None:
    with speaking("cy"):
        with speaking("en-GB"):
            assert counted(2, "milestone") == "2 milestones"
        assert say("Contents") == "Cynnwys"
    assert say("Contents") == "Contents"


def test_what_is_put_into_a_sentence_is_no_sentence_itself() -> None:
    assert say("agreed by {who}", who="{plan} of {who}") == "agreed by {plan} of {who}"
