"""An id that a target and a measure share: whether it means the target, or has to be told apart."""

import io
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Jfp
from tests.cli.test_writing import texts
from tests.conftest import ChangePlan

TWO = '"staff-turnover" is the id of 2 things; write one of: targets/staff-turnover, measures/staff-turnover'
SECTION = "sections/staff-retention.yaml"


@pytest.fixture
def shared(change: ChangePlan) -> Path:
    """A plan with a measure that has the id of a target which counts another one."""
    plan = change(SECTION, "    better: lower\n", "    measure: waiting-list-size\n    better: lower\n")
    (plan / "measures" / "staff-turnover.yaml").write_text("id: staff-turnover\ntitle: Turnover\n", encoding="utf-8")
    return plan


@pytest.mark.parametrize(
    "command",
    [
        ("show", "staff-turnover"),
        ("set", "staff-turnover", "better=higher"),
        ("record", "staff-turnover", "5", "--at", "2025-05"),
        ("remove", "staff-turnover"),
        ("rename", "staff-turnover", "leavers"),
        ("set", "Staff-Turnover", "better=higher"),
    ],
)
def test_a_target_that_counts_another_measure_has_to_be_told_apart(
    jfp: Jfp, shared: Path, command: tuple[str, ...]
) -> None:
    before = texts(shared)
    found = jfp(*command, "--plan", shared)
    assert (found.out, found.code) == ("", 2)
    assert TWO.partition('" ')[2] in found.err
    assert texts(shared) == before


@pytest.mark.parametrize("measure", ["staff-turnover", "Turnover"])
def test_a_target_that_counts_it_is_meant(jfp: Jfp, shared: Path, measure: str) -> None:
    path = shared / SECTION
    text = path.read_text(encoding="utf-8").replace("measure: waiting-list-size", f"measure: {measure}")
    path.write_text(text, encoding="utf-8")
    assert "targets/staff-turnover" in jfp("set", "staff-turnover", "better=higher", "--plan", shared).err
    assert jfp("record", "staff-turnover", "5", "--at", "2025-05", "--plan", shared).code == 0


def test_in_a_table_too(jfp: Jfp, shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = b"measure,at,value\nstaff-turnover,2025-05,5\nmeasures/staff-turnover,2025-06,5\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(table), encoding="utf-8"))
    found = jfp("record", "--csv", "-", "--plan", shared)
    assert (found.out, found.code) == ("", 1)
    assert f"line 2: {TWO}" in found.err


def test_a_thing_that_nothing_can_be_measured_of_is_not_meant(jfp: Jfp, shared: Path) -> None:
    path = shared / "milestones" / "workforce.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("id: rostering", "id: missed-appointments"), encoding="utf-8"
    )
    assert jfp("record", "missed-appointments", "7%", "--at", "2025-05", "--plan", shared).code == 0
