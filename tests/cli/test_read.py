"""`jfp read` on the command line: in a plan, outside one, and with figures that look like options."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Jfp


def rows(jfp: Jfp, *arguments: str | Path) -> list[dict[str, object]]:
    found = jfp("read", *arguments, "--format", "json")
    assert (found.code, found.err) == (0, "")
    answers: list[dict[str, object]] = json.loads(found.out)
    return answers


def test_dates_and_figures_are_read_and_a_refusal_is_no_failure(jfp: Jfp) -> None:
    assert [row["kind"] for row in rows(jfp, "Autumn 2025/26", "at least 19%", "soon")] == ["date", "figure", "refused"]


def test_a_figure_below_zero_is_no_option(jfp: Jfp) -> None:
    assert [row["value"] for row in rows(jfp, "-5%", "-£2m")] == ["-5", "-2000000"]


def test_a_plan_is_read_by_its_own_years(jfp: Jfp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert jfp("init", tmp_path, "--organisation", "A", "--period", "2026-31", "--year-starts", "August").code == 0
    plan = tmp_path / "plan"
    [year, quarter] = rows(jfp, "year 2", "Q1 2026/27", "--plan", plan)
    assert (year["first"], quarter["first"]) == ("2027-08-01", "2026-08-01")
    monkeypatch.chdir(tmp_path)
    assert rows(jfp, "Q1 2026/27") == [quarter]


def test_outside_a_plan_the_year_starts_in_april(jfp: Jfp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    [quarter, year] = rows(jfp, "Q1 2026/27", "year 2")
    assert (quarter["first"], year["kind"]) == ("2026-04-01", "refused")


def test_a_plan_that_cannot_be_read_gives_no_answer(jfp: Jfp, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("title: [", encoding="utf-8")
    found = jfp("read", "Q1 2026/27", "--plan", tmp_path)
    assert (found.code, found.out) == (2, "")
    assert "plan.yaml cannot be read" in found.err


def test_a_person_is_told_what_a_text_means(jfp: Jfp) -> None:
    found = jfp("read", "2026-30", "Q3 FY25", "--kind", "date")
    assert found.out.splitlines() == [
        "Text     Read as  Meaning",
        "2026-30  date     1 April 2026 to 31 March 2030",
        'Q3 FY25  refused  "Q3 FY25" could be 2024/25 or 2025/26; write "Q3 2024/25" or "Q3 2025/26"',
    ]


def test_a_plan_is_read_with_its_own_units(jfp: Jfp, tmp_path: Path) -> None:
    assert jfp("init", tmp_path, "--organisation", "A", "--period", "2026-31").code == 0
    settings = tmp_path / "plan" / "plan.yaml"
    settings.write_text(settings.read_text("utf-8") + "units: [uptake, virtual ward places]\n", "utf-8")
    assert jfp("validate", "--plan", settings.parent).code == 0
    read = rows(jfp, "80% uptake", "£300 per virtual ward place", "80% coverage", "--plan", settings.parent)
    assert [row.get("unit") for row in read] == ["% uptake", "£ per virtual ward places", None]
