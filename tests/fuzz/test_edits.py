"""A thousand random edits of oddly written files."""

from tests.fuzz.edits import run


def test_an_edit_changes_what_it_should_no_other_byte_and_no_comment() -> None:
    tally = run(seed=2026, count=1000)
    assert tally.wrong == ""
    assert tally.refused < tally.made / 50
