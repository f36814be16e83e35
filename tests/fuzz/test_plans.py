"""Two thousand mutated plan files, the same in every run."""

import pytest

from tests.fuzz.__main__ import main
from tests.fuzz.plans import run


def test_a_mutated_file_is_a_plan_or_findings_and_everything_answers() -> None:
    tally = run(seed=2026, count=2000)
    assert tally.wrong == []
    assert 50 < tally.valid < 500  # else nothing is wrong in them, or everything


def test_as_much_is_tried_as_is_asked_for(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("JFP_FUZZ", "0.00005")
    assert main(["plans", "edits"]) == 0
    said = capsys.readouterr().out
    assert "plans, seed 1: 50 files" in said
    assert "| mutated plan files | 50 | 0 | 0 |" in said
    assert "| edits of oddly written files | 1 | 0 | 0 |" in said
