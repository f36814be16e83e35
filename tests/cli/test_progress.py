"""What is said of something that takes longer than a second."""

import sys
from itertools import count

import pytest

from jfp_cli.cli.console import progress
from jfp_cli.cli.console.progress import Progress


def said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], seconds: float, terminal: bool) -> str:
    """What is said on standard error of three things that take so many seconds each."""
    clock = (seconds * number for number in count())
    monkeypatch.setattr(progress, "monotonic", lambda: next(clock))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    with Progress("commits", 3) as counting:
        for _ in range(3):
            counting.advance()
    found = capsys.readouterr()
    assert found.out == ""
    return found.err


@pytest.mark.parametrize("terminal", [True, False])
def test_nothing_is_said_of_what_is_done_in_a_second(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], terminal: bool
) -> None:
    assert said(monkeypatch, capsys, 0.3, terminal) == ""


def test_at_a_terminal_the_count_goes_on_and_is_wiped_away(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(monkeypatch, capsys, 1, terminal=True) == "".join(
        (*(f"\r{number} of 3 commits" for number in (1, 2, 3)), "\r\x1b[K")
    )


def test_elsewhere_nothing_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(monkeypatch, capsys, 1, terminal=False) == ""
