"""What each command writes, word for word, on the example plan: as through a pipe, and at a narrow terminal.

`JFP_UPDATE_GOLDEN=1 pytest tests/cli/test_golden.py` writes the files anew; read what changed before you keep it.
"""

import os
from pathlib import Path

import pytest

from tests.cli.conftest import AS_OF, Jfp
from tests.conftest import EXAMPLE, SHIPPED

GOLDEN = Path(__file__).resolve().parent / "golden"
COMMANDS = {
    "overdue": ("overdue", *AS_OF),
    "overdue-none": ("overdue", *AS_OF, "--area", "workforce"),
    "due": ("due", *AS_OF, "--within", "1y"),
    "milestones": ("milestones", *AS_OF),
    "targets": ("targets", *AS_OF),
    "search": ("search", "elective"),
    "search-some-words": ("search", "portal", "hub"),
    "search-nothing": ("search", "zebra"),
    "status": ("status", *AS_OF),
    "index": ("index",),
    "coverage": ("coverage",),
    "validate": ("validate",),
    "lint": ("lint", *AS_OF),
    "lint-settings": ("lint", "--explain-settings"),
    "show-milestone": ("show", "patient-portal", *AS_OF),
    "show-overdue-milestone": ("show", "endoscopy-unit", *AS_OF),
    "show-section": ("show", "elective-care", *AS_OF),
    "show-workstream": ("show", "outpatients", *AS_OF),
    "show-target": ("show", "waiting-list-size", *AS_OF),
    "show-readings": ("show", "measures/waiting-list-size", *AS_OF),
    "show-area": ("show", "planned-care", *AS_OF),
    "show-enabler": ("show", "estates", *AS_OF),
    "show-place": ("show", "north-town", *AS_OF),
    "show-plan": ("show", "plan", *AS_OF),
}
AT_A_TERMINAL = {
    "overdue": (80, 40),
    "due": (80, 40),
    "targets": (100, 40),
    "search": (60,),
    "status": (80, 40),
    "show-section": (60,),
    "show-target": (30,),
}


def same_as_golden(name: str, text: str) -> None:
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("JFP_UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_through_a_pipe(jfp: Jfp, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(EXAMPLE.parent)
    found = jfp(*COMMANDS[name])
    assert (found.err, found.code) == ("", 0)
    same_as_golden(name, found.out)


@pytest.mark.parametrize(
    ("name", "columns"), [(name, columns) for name, widths in AT_A_TERMINAL.items() for columns in widths]
)
def test_at_a_terminal(screen: Jfp, monkeypatch: pytest.MonkeyPatch, name: str, columns: int) -> None:
    monkeypatch.chdir(EXAMPLE.parent)
    found = screen(*COMMANDS[name], columns=columns, env={"NO_COLOR": "1"})
    same_as_golden(f"{name}-at-{columns}", found.out)


def test_every_golden_file_is_of_a_command() -> None:
    names = {*COMMANDS, *(f"{name}-at-{columns}" for name, widths in AT_A_TERMINAL.items() for columns in widths)}
    assert {path.stem for path in GOLDEN.iterdir()} == names


def test_overdue_on_the_shipped_plan(jfp: Jfp) -> None:
    found = jfp("overdue", *AS_OF, "--plan", SHIPPED)
    header, *rows, blank, last = found.lines
    assert header.split()[:3] == ["Days", "Due", "Promise"]
    assert len(rows) == 76 + 29
    days = [int(row.split()[0]) for row in rows]
    assert days == sorted(days, reverse=True)
    assert blank == ""
    assert (
        last
        == "76 of 91 milestones overdue as of 21 November 2026, and 31 of 46 other promises; 91 have no status reported"
    )
