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


@pytest.mark.parametrize(("text", "day"), [("2026-11-21", date(2026, 11, 21)), ("end of June 2025", date(2025, 6, 30))])
def test_one_day_is_read_where_one_is_asked_for(text: str, day: date) -> None:
    assert Calendar().day(text) == day


@pytest.mark.parametrize(
    ("text", "help_", "advised"),
    [
        ("yesterday", "write a day with its month and year", ()),
        ("March 2026", 'write "1 March 2026" or "31 March 2026"', ("1 March 2026", "31 March 2026")),
        ("from April 2026", 'write "1 April 2026"', ("1 April 2026",)),
        ("31 June 2025", 'write "30 June 2025" or "1 July 2025"', ("30 June 2025", "1 July 2025")),
        ("starts June 2025", "write a day with its month and year", ()),
    ],
)
def test_where_one_day_is_asked_for_days_are_advised(text: str, help_: str, advised: tuple[str, ...]) -> None:
    with pytest.raises(DateError) as refused:
        Calendar().day(text)
    assert (refused.value.help, refused.value.advised) == (help_, advised)
    for one in advised:
        assert Calendar().day(one)


def test_the_units_of_the_plan_and_of_the_measure_may_stand_after_a_percentage() -> None:
    assert Calendar(units=("uptake",)).quantity("80% uptake").unit == "% uptake"
    assert Calendar().quantity("5 per care home", unit="care home").unit == "per care home"
    with pytest.raises(QuantityError):
        Calendar().quantity("80% uptake")
