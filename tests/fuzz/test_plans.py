"""Two thousand mutated plan files, the same in every run."""

from tests.fuzz.plans import run


def test_a_mutated_file_is_a_plan_or_findings_and_everything_answers() -> None:
    tally = run(seed=2026, count=2000)
    assert tally.wrong == []
    assert 50 < tally.valid < 500  # else nothing is wrong in them, or everything
