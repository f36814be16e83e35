"""How a plan reads: by its own years, the same text once, and nothing loaded that is not asked for."""

import sys
from contextlib import suppress
from datetime import date
from subprocess import run

import pytest

from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import DateError
from jfp_cli.values.figures import QuantityError
from tests.values import phrases


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


@pytest.mark.parametrize(
    ("figure", "unit"),
    [
        ("80% Uptake", "% uptake"),
        ("12 virtual ward places", "virtual ward places"),
        ("1 virtual ward place", "virtual ward places"),
        ("£300 per virtual ward place", "£ per virtual ward places"),
        ("90% G&A beds", "% g&a beds"),
        ("5% virtual ward staff", "% virtual ward staff"),
        ("20 beds open", "beds open"),
    ],
)
def test_the_longest_unit_of_the_plan_is_read_however_many_there_are_of_it(figure: str, unit: str) -> None:
    plan = Calendar(units=("beds", "virtual ward", "virtual ward places", "virtual ward staff", "G&A beds", "uptake"))
    assert plan.quantity(figure).unit == unit


def test_a_unit_of_the_plan_takes_nothing_from_what_is_read_without_it() -> None:
    plan = Calendar(units=("beds", "people", "patients", "uptake"))
    read = {}
    for text in phrases.figures(3, 4000):
        with suppress(QuantityError):
            read[text] = Calendar().quantity(text)
    assert {text: plan.quantity(text) for text in read} == read


@pytest.mark.parametrize(
    ("change", "help_"),
    [
        ("down 5%", "write what was measured itself"),
        ("20 more beds", "write what was measured itself"),
        ("5 percentage points", "write what was measured itself"),
        ("+2pp on last year", "write what was measured itself"),
        ("5% below 2019/20", "write what was measured itself"),
        ("10% reduction on 2019/20 levels", "write what was measured itself"),
        ("+£2.1m", 'write "£2.1m", if that is what was measured'),
    ],
)
def test_a_change_is_no_level(change: str, help_: str) -> None:
    with pytest.raises(QuantityError) as refused:
        Calendar().level(change)
    assert refused.value.message == f'"{change}" is a change, and a level belongs here'
    assert refused.value.help == help_


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("75% (up 5% on last year)", 'write "75%", without "up 5% on last year"'),
        ("70% (March 2025)", 'write "70%", and put "March 2025" under "at"'),
        ("80% coverage", 'write "80%", and put "coverage" under the "measure" of the target'),
        ("109% of 2019/20 activity", 'write "109%", and put "of 2019/20 activity" under the "measure" of the target'),
        ("from 60% to 67%", 'write "60%" or "67%", whichever was measured'),
        ("from 70%", 'write "70%"'),
        ("65 weeks and 80%", 'write "65 weeks" or "80%", whichever was measured'),
        ("80% TBC", 'write "80%" once it is known, without "TBC"'),
        ("TBC", "write what was measured, or leave it out until that is known"),
        ("reduced to 77%", 'write "77%"'),
    ],
)
def test_what_is_advised_of_a_level_belongs_beside_a_level(text: str, help_: str) -> None:
    with pytest.raises(QuantityError) as refused:
        Calendar().level(text)
    assert refused.value.help == help_
