"""What a measure states beside its readings."""

import pytest

from tests.loading.changed_plans import READINGS, changed


@pytest.mark.parametrize("unit", ["pathways", "'%'", "£", "days", "virtual ward places", "per 1,000", "tCO2e"])
def test_a_measure_states_its_unit_as_figures_do(unit: str) -> None:
    assert changed((READINGS, "readings:", f"unit: {unit}\nreadings:")).findings == []


@pytest.mark.parametrize(
    ("line", "message", "advice"),
    [
        ("unit: 12%", '"12%" cannot be a unit', 'such as "pathways", "%", "£" or "days"'),
        ("unit: lots of 5", '"lots of 5" cannot be a unit', 'such as "pathways", "%", "£" or "days"'),
        ("bounds: '500,000'", '"500,000" is one figure, not two', 'write a range, such as "0 to 500,000"'),
        ("bounds: down 5%", '"down 5%" is a change', ""),
        ("bounds: wide", '"wide"', ""),
    ],
)
def test_the_unit_and_the_bounds_of_a_measure_are_checked(line: str, message: str, advice: str) -> None:
    [finding] = changed((READINGS, "readings:", f"{line}\nreadings:")).findings
    assert message in finding.message
    assert advice in finding.help
