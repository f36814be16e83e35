"""The next entry of a list begins where its fields are set together."""

from pathlib import Path

import pytest

from jfp_cli.cli.door import main
from jfp_cli.loading import load

BEGUN = [
    (
        ["set", "rostering", "checkpoints[0].due=May 2026", "checkpoints[0].activity=Pick a supplier"],
        "checkpoints:\n      - {due: May 2026, activity: Pick a supplier}\n",
    ),
    (
        ["set", "rostering", "checkpoints[0].activity=Pick a supplier", "checkpoints[0].due=May 2026"],
        "checkpoints:\n      - {due: May 2026, activity: Pick a supplier}\n",
    ),
    (
        [
            *("set", "patient-portal", "checkpoints[3].due=May 2027", "checkpoints[3].activity=Last"),
            *("checkpoints[2].due=May 2026", "checkpoints[2].activity=Third"),
        ],
        "- {due: May 2026, activity: Third}\n      - {due: May 2027, activity: Last}\n",
    ),
    (
        ["set", "elective-hub", "updates[1].date=2025-10-01", "updates[1].note=All well"],
        "note: First patients seen}, {date: 2025-10-01, note: All well}]",
    ),
    (["set", "rostering", "evidence[0]=https://example.org/a"], "evidence: [https://example.org/a]"),
    (["set", "outpatients", "indicators[2]=Clinics open on Saturdays"], "      - Clinics open on Saturdays\n"),
    (
        ["set", "outpatients", "indicators[2].id=virtual", "indicators[2].statement=More virtual clinics"],
        "      - {id: virtual, statement: More virtual clinics}\n",
    ),
    (["set", "outpatients", "actions.2025-26[1]=Ring every patient"], "2025-26: [Cut missed appointments, Ring every"),
    (["set", "waiting-list-size", "trajectory[1].target=120,000", "trajectory[1].due=March 2027"], "120,000"),
    (
        [
            *("set", "plan", "lint.allow[1].rule=JFP404", "lint.allow[1].at=targets/waiting-list-size"),
            "lint.allow[1].because=agreed by the board",
        ],
        "- {rule: JFP404, at: targets/waiting-list-size, because: agreed by the board}\n",
    ),
    (["set", "plan", "publish.public.hide=status"], "publish:\n  public:\n    hide: [status]\n"),
    (
        [
            *("add", "milestone", "--area", "workforce", "--activity", "Train all", "--due", "May 2027"),
            *("--set", "checkpoints[0].due=May 2026", "--set", "checkpoints[0].activity=Train half"),
        ],
        "checkpoints:\n      - {due: May 2026, activity: Train half}\n",
    ),
]


@pytest.mark.parametrize(("command", "text"), BEGUN, ids=lambda value: " ".join(value[:3]))
def test_an_entry_begins_where_its_fields_are_set_together(command: list[str], text: str, example: Path) -> None:
    assert main([*command, "--plan", str(example)]) == 0
    assert any(text in file.read_text(encoding="utf-8") for file in example.rglob("*.yaml"))
    assert load(example).findings == []


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (["set", "rostering", "checkpoints[0].due=May 2026"], "needs activity too: write checkpoints[0].activity=..."),
        (["set", "rostering", "updates[0].note=Late"], "needs date too: write updates[0].date=..."),
        (
            ["set", "patient-portal", "checkpoints[7].due=May 2026"],
            "has no checkpoints[7] yet; the next entry is check",
        ),
        (["set", "rostering", "checkpoints[0]=May 2026"], "name one, such as checkpoints[0].due=..."),
        (
            ["set", "outpatients", "indicators[2]=A", "indicators[2].id=b"],
            "indicators[2] is given as a text and with fields of its own",
        ),
        (
            [
                *("add", "milestone", "--area", "workforce", "--activity", "X", "--due", "May 2027"),
                *("--set", "checkpoints[1].due=May 2026", "--set", "checkpoints[1].activity=Y"),
            ],
            "checkpoints[1] would leave a gap; the next entry is checkpoints[0]",
        ),
        (
            [
                *("add", "milestone", "--area", "workforce", "--activity", "X", "--due", "May 2027"),
                *("--set", "checkpoints[0].due=May 2026"),
            ],
            "write checkpoints[0].activity=...",
        ),
    ],
)
def test_what_an_entry_lacks_is_said(
    command: list[str], sentence: str, example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "--plan", str(example)]) == 2
    said = capsys.readouterr()
    assert sentence in said.err
    assert said.out == ""


def test_an_entry_that_is_not_there_can_be_taken_out(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["set", "rostering", "evidence[4]=", "--plan", str(example)]) == 0
    assert "nothing to change" in capsys.readouterr().err
