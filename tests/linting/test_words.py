"""The words of texts as several rules compare them."""

import pytest

from jfp_cli.linting.prose.words import read_by_piece, words_of


@pytest.mark.parametrize(
    "text",
    [
        "Re-design the co-ordination of non-elective care, and its follow-up",
        "Cut waits\nfrom 1,500 to 1,200\u00a0a week (24/7)",
        "  St Margaret's\tCaf\u00e9 - open 9.00-17.00  ",
        "",
    ],
)
def test_the_pieces_of_a_text_have_its_words(text: str) -> None:
    assert list(read_by_piece(text, words_of)) == words_of(text)


def test_a_prefix_with_a_hyphen_is_a_part_of_its_word() -> None:
    assert words_of("Co-ordination of day-care, non-elective") == ["Coordination", "of", "day", "care", "non-elective"]
