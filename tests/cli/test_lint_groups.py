"""A thing is said once: what is true of nearly everything, and of two findings that say the same the stronger."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import AS_OF, Jfp
from tests.conftest import SHIPPED, ChangePlan

CANCER = "milestones/cancer.yaml"
BEFORE = Path(__file__).resolve().parent / "baselines" / "before.json"


def milestones(owned: int, unowned: int) -> str:
    lines = [
        f"  - {{id: step-{number}, activity: Step {number} is taken, due: March 2028"
        f"{', owner: Cancer lead' if number < owned else ''}}}\n"
        for number in range(owned + unowned)
    ]
    return "area: cancer\ntitle: Cancer\nmilestones:\n" + "".join(lines)


def rows(jfp: Jfp, plan: Path, *options: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(jfp("lint", "--plan", plan, *AS_OF, "-f", "json", *options).out)
    return found


def of(found: list[dict[str, Any]], code: str) -> list[dict[str, Any]]:
    return [row for row in found if row["code"] == code]


@pytest.fixture
def without_owners(change: ChangePlan) -> Path:
    change("milestones/planned-care.yaml", "area: planned-care\ntitle: Planned care\nmilestones: []\n")
    change("milestones/workforce.yaml", "area: workforce\ntitle: Workforce\nmilestones: []\n")
    return change(CANCER, milestones(owned=0, unowned=24))


def test_what_is_true_of_everything_is_said_in_one_sentence_with_counts_by_file(without_owners: Path, jfp: Jfp) -> None:
    out = jfp("lint", "--plan", without_owners, *AS_OF).out
    assert out.count("[JFP304 ") == 1
    assert "\nwarning: none of 24 open milestones names an owner [JFP304 milestone-without-owner]\n" in out
    assert "cancer.yaml: 24\n" in out
    assert "jfp lint --select JFP304 lists them" in out


@pytest.mark.parametrize("option", [["--all"], ["--select", "JFP304"], ["--select", "JFP3"]])
def test_each_is_listed_where_that_is_asked_for(without_owners: Path, jfp: Jfp, option: list[str]) -> None:
    out = jfp("lint", "--plan", without_owners, *AS_OF, *option).out
    assert out.count("[JFP304 ") == 24
    assert "none of 24" not in out


def test_json_lists_each_with_its_group(without_owners: Path, jfp: Jfp) -> None:
    found = rows(jfp, without_owners)
    assert len(of(found, "JFP304")) == 24
    assert {json.dumps(row["group"]) for row in of(found, "JFP304")} == {
        json.dumps({"code": "JFP304", "count": 24, "of": 24})
    }
    assert all(row["group"] is None for row in found if row["code"] not in ("JFP304", "JFP309"))


@pytest.mark.parametrize(
    ("owned", "unowned", "is_group"), [(5, 20, True), (0, 20, True), (0, 19, False), (6, 20, False), (4, 16, False)]
)
def test_a_group_is_four_fifths_of_the_candidates_and_twenty_at_least(
    without_owners: Path, change: ChangePlan, jfp: Jfp, owned: int, unowned: int, is_group: bool
) -> None:
    change(CANCER, milestones(owned, unowned))
    found = of(rows(jfp, without_owners), "JFP304")
    assert len(found) == unowned
    assert all((row["group"] is not None) is is_group for row in found)


def test_some_of_many_are_counted(without_owners: Path, change: ChangePlan, jfp: Jfp) -> None:
    change(CANCER, milestones(owned=2, unowned=22))
    assert "22 of 24 open milestones name no owner" in jfp("lint", "--plan", without_owners, *AS_OF).out


def test_what_is_not_printed_still_counts(without_owners: Path, jfp: Jfp) -> None:
    command = ("lint", "--plan", without_owners, *AS_OF, "--ignore", "JFP4,JFP5,JFP6,JFP2,JFP309,JFP316")
    result = jfp(*command, "--fail-on", "warning")
    assert result.code == 1
    assert "24 warnings" in result.out
    assert "0 of them stand above, --all prints each" in result.out


def test_of_two_that_say_the_same_of_a_thing_the_stronger_is_printed(change: ChangePlan, jfp: Jfp) -> None:
    plan = change("milestones/planned-care.yaml", "due: Autumn 2025", "due: March 2024")
    change("milestones/planned-care.yaml", "    status: at_risk\n", "")
    out = jfp("lint", "--plan", plan, *AS_OF).out
    assert "planned-care.yaml:20:10: warning: due March 2024, but the plan starts on" in out
    assert "planned-care.yaml:20:10: warning: due March 2024, 965 days ago" not in out
    assert {"JFP301", "JFP303"} <= {row["code"] for row in rows(jfp, plan)}
    assert "due March 2024, 965 days ago" in jfp("lint", "--plan", plan, *AS_OF, "--all").out


def test_what_is_known_is_no_part_of_a_group(without_owners: Path, change: ChangePlan, jfp: Jfp) -> None:
    known = without_owners / "known.json"
    assert jfp("lint", "--plan", without_owners, *AS_OF, "--baseline", known, "--write-baseline").code == 0
    change(CANCER, milestones(owned=0, unowned=26))
    out = jfp("lint", "--plan", without_owners, *AS_OF, "--baseline", known).out
    assert out.count("[JFP304 ") == 2
    assert "none of" not in out


def test_the_findings_of_one_file_are_listed_each(without_owners: Path, change: ChangePlan, jfp: Jfp) -> None:
    text = milestones(owned=0, unowned=4).replace("step-", "stage-").replace("cancer", "dental")
    change("milestones/dental.yaml", text)
    out = jfp("lint", without_owners / "milestones" / "dental.yaml", *AS_OF).out
    assert out.count("[JFP304 ") == 4


def test_findings_at_one_place_show_its_line_once(jfp: Jfp, example: Path) -> None:
    out = jfp("lint", "--plan", example, *AS_OF, "--select", "JFP304,JFP309").out
    [of_interviews] = [part for part in out.split("\n\n") if "workforce.yaml:4" in part]
    assert of_interviews.count("- id: exit-interviews") == 1
    assert of_interviews.count("workforce.yaml:4:9: ") == 2


def test_the_shipped_plan_prints_less_than_half_of_what_is_found(jfp: Jfp) -> None:
    out = jfp("lint", "--plan", SHIPPED, *AS_OF).out
    printed = sum(1 for line in out.splitlines() if line.endswith("]") and line.startswith(str(SHIPPED)[:1]))
    assert printed < 0.5 * len(rows(jfp, SHIPPED))


def test_a_baseline_that_was_written_before_still_matches(jfp: Jfp, example: Path) -> None:
    known = json.loads(BEFORE.read_text("utf-8"))["known"]
    assert sum(row["times"] for row in known) == 16
    judged = {row["code"] for row in known}
    assert [row for row in rows(jfp, example, "--baseline", str(BEFORE)) if row["code"] in judged] == []
    assert sum(row["code"] in judged for row in rows(jfp, example)) == 16
