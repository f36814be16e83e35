"""Sixty commands that are killed at random moments."""

import os

import pytest

from tests.fuzz.kills import run


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot copy a process to kill it")
def test_no_plan_is_broken_by_a_command_that_is_killed() -> None:
    tally = run(seed=2026, count=60)
    assert tally.wrong == ""
    assert len(tally.ends) > 1
