"""How a plan reads: by its own years, the same text once, and nothing loaded that is not asked for."""

import sys
from datetime import date
from subprocess import run

import pytest

from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import DateError
from jfp_cli.values.figures import QuantityError


def test_a_date_is_read_by_the_plans_own_years() -> None:
    assert Calendar().date("Q1 2025/26").first == date(2025, 4, 1)
    assert Calendar(year_starts=8).date("Q1 2025/26").first == date(2025, 8, 1)
    assert Calendar(plan_starts=date(2030, 4, 1)).date("year 2").first == date(2031, 4, 1)


def test_the_same_text_is_read_once_and_what_is_refused_stays_refused() -> None:
    assert Calendar().date("Autumn 2031") is Calendar().date("Autumn 2031")
    assert Calendar().quantity("31,031 beds") is Calendar().quantity("31,031 beds")
    for _ in range(2):
        with pytest.raises(DateError):
            Calendar().date("soon")
        with pytest.raises(QuantityError):
            Calendar().quantity("many")


def test_relative_figures_are_read_apart_from_levels() -> None:
    assert Calendar().quantity("-5%").change is None
    assert Calendar().quantity("-5%", relative=True).change is not None


@pytest.mark.parametrize(
    ("read", "unneeded"),
    [
        ("date('by Autumn 2025')", ("dateutil", "jfp_cli.values.figures", "jfp_cli.values.dates.prose")),
        ("quantity('at least 19%')", ("dateutil", "jfp_cli.values.dates.plan_date", "jfp_cli.values.figures.prose")),
    ],
)
def test_reading_loads_only_what_it_uses(read: str, unneeded: tuple[str, ...]) -> None:
    code = (
        "import sys; from jfp_cli.values.calendar import Calendar\n"
        f"Calendar().{read}; print(*{{*{unneeded}}} & {{*sys.modules}})"
    )
    ran = run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (ran.stdout, ran.stderr) == ("\n", "")
