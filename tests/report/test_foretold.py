"""What stands below the chart of a measure whose usual variation, or whose year, tells of what is to come."""

from datetime import date
from pathlib import Path

import pytest

from jfp_cli.measures.series import series_of
from jfp_cli.report.charts.of_series import measured
from jfp_cli.report.charts.picture import picture
from jfp_cli.report.language import speaking
from tests.conftest import ChangePlan
from tests.measures.series import STEADY
from tests.measures.test_season import wavering
from tests.report.pages import read

DAY = date(2029, 1, 1)


def remarks(folder: Path) -> tuple[str, ...]:
    plan = read(folder)
    (series,) = series_of(plan, plan.measures["seen"], DAY)
    return picture(measured(series, "Seen")).remarks


def with_readings(change: ChangePlan, values: list[int], target: int = 92) -> Path:
    """A plan with readings from January 2025 on, month by month, and a target for March 2030."""
    readings = "".join(
        f"  - {{at: {2025 + month // 12}-{month % 12 + 1:02}, value: {value}%}}\n" for month, value in enumerate(values)
    )
    change("measures/seen.yaml", f"id: seen\ntitle: Seen\nbetter: higher\nevery: month\nreadings:\n{readings}")
    said = f"{{id: seen, statement: Seen in time, measure: seen, target: {target}%, due: March 2030}}"
    return change("sections/elective-care.yaml", "targets:\n", f"targets:\n  - {said}\n")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (92, "It will not reach 92% by March 2030 without a change."),
        (10, "It will reach 10% by March 2030 if nothing changes."),
    ],
)
def test_what_a_steady_process_will_do_is_said_with_care(change: ChangePlan, target: int, said: str) -> None:
    assert said in remarks(with_readings(change, list(STEADY), target))


def test_a_standard_that_is_still_to_come_is_foretold_too(change: ChangePlan) -> None:
    with_readings(change, list(STEADY))
    folder = change("sections/elective-care.yaml", "due: March 2030}", "due: March 2030, hold: true}")
    assert "It will not reach 92% by March 2030 without a change." in remarks(folder)
    folder = change("sections/elective-care.yaml", "due: March 2030, hold", "due: March 2025, hold")
    assert not [one for one in remarks(folder) if "will not reach" in one]  # which is in force


def test_nothing_is_foretold_of_a_figure_within_the_usual_variation(change: ChangePlan) -> None:
    assert not [one for one in remarks(with_readings(change, list(STEADY), 50)) if "it will" in one]


def test_a_year_that_comes_again_is_pointed_out(change: ChangePlan) -> None:
    folder = with_readings(change, wavering(3))
    told = "There is a yearly pattern, highest in October and lowest in March: "
    assert f"{told}compare a month with the same month of other years." in remarks(folder)
    with speaking("cy"):
        assert [one for one in remarks(folder) if "uchaf ym mis Hydref a'r isaf ym mis Mawrth" in one]
