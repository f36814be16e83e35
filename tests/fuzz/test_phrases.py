"""Two thousand mutated dates and figures, the same in every run."""

from tests.fuzz.phrases import run


def test_a_mutated_phrase_is_read_or_refused_in_words() -> None:
    tally = run(seed=2026, count=2000)
    assert tally.wrong == []
    assert tally.read > 50
