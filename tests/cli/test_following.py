"""What names a thing in other words than its id follows when those change."""

from pathlib import Path

import pytest

from jfp_cli.loading import load
from tests.cli.conftest import Jfp
from tests.conftest import ChangePlan

SECTION = "sections/elective-care.yaml"


def counted(plan: Path) -> tuple[str | None, str | None]:
    """What the target says that it counts, and the title of the measure that this leads to."""
    loaded = load(plan)
    assert loaded.findings == []
    assert loaded.plan is not None
    [target] = [home.target for home in loaded.plan.targets() if home.target.id == "waiting-list-size"]
    measure = loaded.plan.measure_of(target)
    return target.measure, measure.title if measure else None


@pytest.mark.parametrize("written", ["Open elective pathways", "open elective pathways"])
def test_targets_that_name_a_measure_by_its_title_follow_it(jfp: Jfp, change: ChangePlan, written: str) -> None:
    plan = change(SECTION, "measure: Open elective pathways", f"measure: {written}")
    found = jfp("set", "measures/waiting-list-size", "title=People who wait", "--plan", plan)
    assert found.code == 0
    assert counted(plan) == ("People who wait", "People who wait")


def test_a_target_that_names_it_by_its_id_stays(jfp: Jfp, change: ChangePlan) -> None:
    plan = change(SECTION, "measure: Open elective pathways", "measure: waiting-list-size")
    assert jfp("set", "measures/waiting-list-size", "title=People who wait", "--plan", plan).code == 0
    assert counted(plan) == ("waiting-list-size", "People who wait")


def test_where_another_measure_has_the_new_title_a_target_names_its_own_by_id(jfp: Jfp, example: Path) -> None:
    (example / "measures" / "waits.yaml").write_text("id: waits\ntitle: People who wait\n", encoding="utf-8")
    jfp("set", "measures/waiting-list-size", "title=People who wait", "--plan", example)
    assert "measure: waiting-list-size\n" in (example / SECTION).read_text(encoding="utf-8")
