"""`jfp fmt`: plan files in the house style, or a list of those that are not."""

import shutil
from pathlib import Path

import pytest

from jfp_cli.fmt import plan as layout_plan
from jfp_cli.loading import load
from tests.cli.conftest import Jfp
from tests.conftest import SHIPPED, ChangePlan

FILE = "milestones/workforce.yaml"
UNTIDY = """\
title: Workforce # t
area: workforce


milestones:
- activity: Hold interviews
  id: exit-interviews
  due: March 2026
"""
TIDY = """\
area: workforce
title: Workforce # t

milestones:
  - id: exit-interviews
    activity: Hold interviews
    due: March 2026
"""


def contents(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def tidy(jfp: Jfp, example: Path) -> Path:
    assert jfp("fmt", "--plan", example).code == 0
    return example


def test_files_are_put_into_the_house_style(jfp: Jfp, tidy: Path, change: ChangePlan) -> None:
    change(FILE, UNTIDY)
    before = load(tidy)
    done = jfp("fmt", "--plan", tidy)
    assert (done.out, done.code) == ("", 0)
    assert done.err.splitlines()[-1] == "1 file laid out anew, 6 in the house style already"
    assert (tidy / FILE).read_text("utf-8") == TIDY
    assert load(tidy).plan == before.plan
    again = jfp("fmt", "--plan", tidy)
    assert (again.code, again.err) == (0, "0 files laid out anew, 7 in the house style already\n")


def test_check_lists_what_would_change_and_writes_nothing(jfp: Jfp, tidy: Path, change: ChangePlan) -> None:
    change(FILE, UNTIDY)
    before = contents(tidy)
    checked = jfp("fmt", "--check", "--plan", tidy)
    assert checked.lines == [f"{tidy.as_posix()}/{FILE}"]
    assert checked.err == "1 file would be laid out anew, 6 in the house style already\n"
    assert checked.code == 1
    assert contents(tidy) == before


def test_check_of_what_is_in_the_house_style_passes(jfp: Jfp, tidy: Path) -> None:
    checked = jfp("fmt", "--check", "--plan", tidy)
    assert (checked.out, checked.code) == ("", 0)


def test_diff_shows_the_change(jfp: Jfp, tidy: Path, change: ChangePlan) -> None:
    change(FILE, UNTIDY)
    checked = jfp("fmt", "--check", "--diff", "--plan", tidy)
    assert checked.code == 1
    assert f"--- a/{FILE}" in checked.lines
    assert "+  - id: exit-interviews" in checked.lines
    assert (tidy / FILE).read_text("utf-8") != TIDY
    written = jfp("fmt", "--diff", "--plan", tidy)
    assert (written.out, written.code) == (checked.out, 0)
    assert (tidy / FILE).read_text("utf-8") == TIDY


def test_only_the_files_that_are_named_are_laid_out(
    jfp: Jfp, tidy: Path, change: ChangePlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(FILE, UNTIDY)
    estates = tidy / "enablers" / "estates.yaml"
    estates.write_text("title: Estates\nid: estates\n", encoding="utf-8")
    monkeypatch.chdir(tidy)
    assert jfp("fmt", "enablers/estates.yaml").err == "1 file laid out anew, 0 in the house style already\n"
    assert estates.read_text("utf-8") == "id: estates\ntitle: Estates\n"
    assert (tidy / FILE).read_text("utf-8") == UNTIDY


def test_a_file_outside_the_plan_is_refused(jfp: Jfp, tidy: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("b: 1\na: 2\n", encoding="utf-8")
    refused = jfp("fmt", other, "--plan", tidy)
    assert (refused.out, refused.code) == ("", 2)
    assert "is no file of the plan" in refused.err
    assert other.read_text("utf-8") == "b: 1\na: 2\n"


def test_line_ends_and_a_byte_order_mark_stay(jfp: Jfp, tidy: Path, change: ChangePlan) -> None:
    mark = b"\xef\xbb\xbf"
    change(FILE, mark + UNTIDY.replace("\n", "\r\n").encode())
    assert jfp("fmt", "--plan", tidy).code == 0
    assert (tidy / FILE).read_bytes() == mark + TIDY.replace("\n", "\r\n").encode()


def test_a_file_that_cannot_be_read_is_left_and_the_others_are_laid_out(
    jfp: Jfp, tidy: Path, change: ChangePlan
) -> None:
    change(FILE, UNTIDY)
    change("enablers/estates.yaml", "title: [Estates\nid: estates\n")
    done = jfp("fmt", "--plan", tidy)
    assert done.code == 1
    assert "enablers/estates.yaml was left as it is: it cannot be read whole; run jfp validate to see why" in done.err
    assert (tidy / "enablers" / "estates.yaml").read_text("utf-8") == "title: [Estates\nid: estates\n"
    assert (tidy / FILE).read_text("utf-8") == TIDY


def test_a_plan_that_would_be_another_is_not_written(
    jfp: Jfp, tidy: Path, change: ChangePlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(FILE, UNTIDY)
    monkeypatch.setattr(layout_plan, "laid_out", lambda file, *_: (file.text or "").replace("interviews", "meetings"))
    refused = jfp("fmt", "--plan", tidy)
    assert refused.code == 2
    assert "nothing was written" in refused.err
    assert (tidy / FILE).read_text("utf-8") == UNTIDY


def test_a_value_that_would_be_lost_stops_the_file(
    jfp: Jfp, tidy: Path, change: ChangePlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(FILE, UNTIDY)
    monkeypatch.setattr(layout_plan, "lines_of", lambda *_: ["area: workforce"])
    refused = jfp("fmt", "--plan", tidy)
    assert refused.code == 1
    assert f"{FILE} was left as it is" in refused.err
    assert (tidy / FILE).read_text("utf-8") == UNTIDY


def test_the_shipped_plan_is_in_the_house_style(jfp: Jfp, tmp_path: Path) -> None:
    plan = Path(shutil.copytree(SHIPPED, tmp_path / "plan"))
    checked = jfp("fmt", "--check", "--plan", plan)
    assert (checked.out, checked.code) == ("", 0)


def test_a_new_plan_is_in_the_house_style(jfp: Jfp, tmp_path: Path) -> None:
    jfp("init", tmp_path, "--organisation", "North Town", "--period", "2026-31", "--area", "Cancer", "--area", "Dental")
    checked = jfp("fmt", "--check", "--plan", tmp_path / "plan")
    assert (checked.out, checked.code) == ("", 0)
