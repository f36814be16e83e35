"""Consoles of old: what their code page does not have is said in what it has, and no line is longer for it."""

import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jfp_cli.cli.console import letters
from jfp_cli.cli.console.terminal import room_of
from tests.cli.conftest import AS_OF, Jfp, colourless
from tests.conftest import EXAMPLE, ROOT, SHIPPED, ChangePlan

OF_OLD = ("cp437", "cp850", "cp1252", "ascii", "latin-1", "cp1250")
COUNCIL = ROOT / "tests" / "borough" / "plan"
COMMANDS = (
    ("overdue", *AS_OF),
    ("status", *AS_OF),
    ("targets", *AS_OF),
    ("measures", *AS_OF),
    ("search", "care"),
    ("coverage",),
    ("index",),
    ("lint", "--fail-on", "never", *AS_OF),
    ("validate",),
    ("rules",),
    ("read", "April 2026 \u2013 June 2026", "\u2265 5%"),
)


@pytest.mark.parametrize("encoding", OF_OLD)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_every_answer_can_be_shown_and_keeps_to_the_width(screen: Jfp, command: Sequence[str], encoding: str) -> None:
    there = () if command[0] in {"rules", "read"} else ("--plan", COUNCIL)
    found = screen(*command, *there, encoding=encoding)
    assert found.code in {0, 1}
    assert "fault of jfp" not in found.out
    assert found.out.strip()
    tables = {"overdue", "status", "targets", "measures", "search", "coverage", "index"}
    if command[0] in tables:
        assert max(map(room_of, colourless(found.out).splitlines())) <= 80


@pytest.mark.parametrize(
    ("written", "encoding", "read"),
    [
        ("a \u2013 b \u2014 c", "cp437", "a - b - c"),
        ("the \u201cboard\u2019s\u201d", "cp850", 'the "board\'s"'),
        ("\u2265 5% and \u2264 6%", "cp1252", ">= 5% and <= 6%"),
        ("June \u2192 July\u2026", "cp437", "June -> July..."),
        ("\u00a37m, \u20ac5", "cp437", "\u00a37m, EUR 5"),
        ("\u00a37m", "ascii", "GBP 7m"),
        ("Caf\u00e9 \u0174y", "cp1252", "Caf\u00e9 Wy"),
        ("\u00bd an hour, H\u2082O, \ufb01ve", "ascii", "1/2 an hour, H2O, five"),
        ("10\u2075 at 5 \u03bcg", "ascii", "10^5 at 5 ?g"),
        ("e\u0301tude", "ascii", "etude"),
        ("\u65e5\u672c", "cp850", "??"),
    ],
)
def test_what_stands_for_a_letter_means_the_same(written: str, encoding: str, read: str) -> None:
    letters.register()
    assert written.encode(encoding, letters.NAME).decode(encoding) == read


@given(some.text(), some.sampled_from(OF_OLD))
def test_any_text_can_be_shown_on_any_console(text: str, encoding: str) -> None:
    letters.register()
    assert text.encode(encoding, letters.NAME).decode(encoding).isascii() or not text.isascii()


def test_only_what_cannot_be_written_has_something_in_its_place() -> None:
    letters.register()
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("utf-8", letters.NAME)


@pytest.mark.parametrize("encoding", ["cp437", "cp1252"])
def test_help_draws_no_boxes_that_a_console_does_not_have(screen: Jfp, encoding: str) -> None:
    for command in ([], ["overdue"], ["import"]):
        found = screen(*command, "--help", encoding=encoding)
        assert found.code == 0
        assert "?" not in colourless(found.out).replace("? ", "")


def test_the_place_of_a_fault_is_marked_where_it_is(screen: Jfp, change: ChangePlan) -> None:
    long = "x" * 160
    folder = change(
        "milestones/planned-care.yaml", "activity: Open the endoscopy unit", f"activity: {long} \u2013 TBC #1"
    )
    for encoding in ("utf-8", "cp437"):
        lines = colourless(screen("validate", "--plan", folder, encoding=encoding, columns=400).out).splitlines()
        marked = [(above, below) for above, below in pairwise(lines) if below.strip().startswith("|")]
        assert [above[below.index("^")] for above, below in marked] == ["#"]


def test_mistakes_are_said_on_any_console(process: Jfp, example: Path) -> None:
    found = process("show", "caf\u00e9 \u2013 nowhere", "--plan", example, env={"PYTHONIOENCODING": "cp437"})
    assert found.code == 2
    assert "caf\u00e9 \u2013 nowhere" in found.err  # through a pipe all is UTF-8


@pytest.mark.skipif(sys.platform == "win32", reason="it needs a pseudo-terminal")
@pytest.mark.parametrize("encoding", ["cp437", "cp1252"])
def test_a_real_terminal_of_old_shows_the_chart_of_a_measure(terminal: Jfp, encoding: str) -> None:
    found = terminal("show", "measures/recycling", "--plan", COUNCIL, env={"PYTHONIOENCODING": encoding})
    assert found.code == 0
    assert "mean" in found.out


def test_a_console_without_a_width_has_the_usual_one(screen: Jfp) -> None:
    for columns in (0, -3):
        lines = colourless(screen("overdue", *AS_OF, "--plan", SHIPPED, columns=columns).out).splitlines()
        assert 40 < max(map(room_of, lines)) <= 80


def test_a_console_without_colours_gets_none(screen: Jfp) -> None:
    for name, value in {"TERM": "dumb", "NO_COLOR": "1"}.items():
        assert "\x1b" not in screen("status", *AS_OF, "--plan", EXAMPLE, encoding="cp437", env={name: value}).out
