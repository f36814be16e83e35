"""The day that commands go by: the user's, or the one that a build gives: the same build gives the same page."""

from pathlib import Path

import pytest

from tests.cli.conftest import Jfp
from tests.conftest import EXAMPLE

NOON = "1764158400"  # 26 November 2025, 12:00 UTC


def test_a_build_that_gives_its_day_gets_the_answers_of_that_day(jfp: Jfp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
    assert "as of 26 November 2025" in jfp("overdue", "--plan", EXAMPLE).out
    assert "as of 1 May 2026" in jfp("overdue", "--plan", EXAMPLE, "--as-of", "2026-05-01").out


def test_what_is_remembered_of_a_move_has_that_day(jfp: Jfp, example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
    jfp("move", "endoscopy-unit", "--to", "May 2027", "--because", "no site", "--plan", example)
    assert "date: 2025-11-26" in (example / "milestones" / "planned-care.yaml").read_text(encoding="utf-8")


def test_what_is_no_day_is_said(jfp: Jfp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    found = jfp("overdue", "--plan", EXAMPLE)
    assert (found.out, found.code) == ("", 2)
    assert 'SOURCE_DATE_EPOCH is "today", and has to be a number of seconds since 1970' in found.err
