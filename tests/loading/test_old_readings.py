"""Readings in a file for each target, as plans once had them: what is said of them, and the fix that moves them."""

from pathlib import Path

import pytest

from jfp_cli.cli.door import main
from jfp_cli.loading import load
from tests.conftest import ChangePlan

OLD = """target: missed-appointments  # of the trust
readings:
  # from the monthly return
  - {at: 2025-06, value: 7%}
"""
NEW = """id: missed-appointments
title: Fewer missed appointments  # of the trust
readings:
  # from the monthly return
  - {at: 2025-06, value: 7%}
"""
SECTION = "sections/elective-care.yaml"


def with_readings(folder: Path, name: str, text: str) -> Path:
    """A plan with a file of readings."""
    path = folder / "readings" / name
    path.parent.mkdir()
    path.write_bytes(text.encode())
    return folder


def test_it_is_said_what_to_write(example: Path) -> None:
    loaded = load(with_readings(example, "missed-appointments.yaml", OLD))
    [finding] = loaded.findings
    assert (finding.code, finding.name, finding.span.line, finding.span.column) == ("JFP118", "old-readings", 1, 9)
    assert finding.help == (
        'write measures/missed-appointments.yaml with "id: missed-appointments", "title: Fewer missed appointments" '
        'and these readings, and "measure: missed-appointments" at the target; then delete this file'
    )
    assert loaded.plan is not None
    assert list(loaded.plan.measures) == ["waiting-list-size"]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_fix_moves_them_with_their_comments_and_ties_the_target(example: Path, newline: str) -> None:
    with_readings(example, "missed-appointments.yaml", OLD.replace("\n", newline))
    assert main(["lint", "--fix", "--select", "JFP1", "--plan", str(example)]) == 0
    assert not (example / "readings" / "missed-appointments.yaml").exists()
    made = (example / "measures" / "missed-appointments.yaml").read_bytes().decode()
    assert made == NEW.replace("\n", newline)
    assert "{id: missed-appointments, measure: missed-appointments, statement:" in (example / SECTION).read_text(
        "utf-8"
    )
    loaded = load(example)
    assert loaded.findings == []
    assert loaded.plan is not None
    assert ("measures", "missed-appointments") in {(ref.kind, ref.id) for ref in loaded.plan.references}


def test_in_lines_the_measure_stands_below_the_id(change: ChangePlan) -> None:
    plan = change("sections/staff-retention.yaml", "- id: staff-turnover\n", "- id: staff-turnover  # all staff\n")
    with_readings(plan, "staff-turnover.yaml", "{target: staff-turnover, readings: [{at: 2025-06, value: 9%}]}\n")
    assert main(["lint", "--fix", "--select", "JFP1", "--plan", str(plan)]) == 0
    assert "  - id: staff-turnover  # all staff\n    measure: staff-turnover\n    statement:" in (
        (plan / "sections" / "staff-retention.yaml").read_text("utf-8")
    )
    assert (plan / "measures" / "staff-turnover.yaml").read_text("utf-8") == (
        "{id: staff-turnover, title: Lower staff turnover, readings: [{at: 2025-06, value: 9%}]}\n"
    )
    assert load(plan).findings == []


def test_words_that_say_what_is_counted_are_the_title(example: Path) -> None:
    (example / "measures" / "waiting-list-size.yaml").unlink()
    text = "target: waiting-list-size\nreadings: [{at: 2025-06, value: '148,300'}]\n"
    with_readings(example, "waiting-list-size.yaml", text)
    assert main(["lint", "--fix", "--select", "JFP1", "--plan", str(example)]) == 0
    made = (example / "measures" / "waiting-list-size.yaml").read_text("utf-8")
    assert made.startswith("id: waiting-list-size\ntitle: Open elective pathways\n")
    assert "    measure: waiting-list-size\n" in (example / SECTION).read_text("utf-8")
    assert load(example).findings == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("waiting-list-size.yaml", "target: waiting-list-size\nreadings: []\n"),  # its target has a measure already
        ("nothing.yaml", "target: nothing\nreadings: []\n"),
        ("staff-turnover.yaml", "target: [staff-turnover\nreadings: []\n"),
        ("broken.yaml", "- readings\n"),
        ("empty.yaml", ""),
    ],
)
def test_where_the_measure_is_not_certain_nothing_is_moved(example: Path, name: str, text: str) -> None:
    with_readings(example, name, text)
    [finding] = load(example).findings
    assert (finding.code, finding.fixes) == ("JFP118", ())


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("waiting-list-size", "put these readings into measures/waits.yaml; then delete this file"),
        ("waits", "put these readings into measures/waits.yaml; then delete this file"),
        (
            "nothing",
            (
                'there is no target "nothing": write measures/nothing.yaml with "id: nothing", "title: Nothing" and '
                "these readings, or put them into the file of the measure that they are of; then delete this file"
            ),
        ),
    ],
)
def test_it_is_said_where_the_readings_go(change: ChangePlan, name: str, advice: str) -> None:
    plan = change(SECTION, "measure: Open elective pathways", "measure: waits")
    (plan / "measures" / "waiting-list-size.yaml").rename(plan / "measures" / "waits.yaml")
    path = plan / "measures" / "waits.yaml"
    path.write_text(path.read_text("utf-8").replace("id: waiting-list-size", "id: waits"), encoding="utf-8")
    with_readings(plan, f"{name}.yaml", f"target: {name}\nreadings: [{{at: 2025-07, value: 5}}]\n")
    [finding] = load(plan).findings
    assert (finding.help, finding.fixes) == (advice, ())


def test_a_file_that_cannot_be_read_says_so(example: Path) -> None:
    with_readings(example, "x.yaml", "")
    (example / "readings" / "x.yaml").write_bytes(b"\xff\xfe\x00")
    [finding] = load(example).findings
    assert finding.code in ("JFP001", "JFP002")


def test_the_house_style_leaves_them_alone(example: Path) -> None:
    with_readings(example, "missed-appointments.yaml", OLD)
    main(["fmt", "--plan", str(example)])
    assert (example / "readings" / "missed-appointments.yaml").read_text("utf-8") == OLD
