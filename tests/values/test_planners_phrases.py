"""Phrases out of plans and board papers, each with what it stands for, or with what is said of it."""

from datetime import date

import pytest

from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import DateError
from jfp_cli.values.figures import QuantityError

PLAN = Calendar(plan_starts=date(2025, 4, 1))

DATES = {
    "2025 to 26": "2025-04-01 2026-03-31",
    "2025 to 2026": "2025-04-01 2026-03-31",
    "as of January 2026": "2026-01-01 2026-01-31",
    "Autumn term 2025": "2025-09-01 2025-12-31",
    "end of year 2025/26": "2026-03-31 2026-03-31",
    "in time for winter 2025/26": "2025-11-30 2025-11-30",
    "Ongoing through 2025/26": "2025-04-01 2026-03-31",
    "Q3/4 2025/26": "2025-10-01 2026-03-31",
    "quarter 4 (January to March 2026)": "2026-01-01 2026-03-31",
    "year 1 (2025 to 26)": "2025-04-01 2026-03-31",
    "Year 3-5": "2027-04-01 2030-03-31",
    "March 02,2026": "2026-03-02 2026-03-02",
    "2026-04/..": "2026-04-01 open",
    "2026.10": "2026-10-01 2026-10-31",
}
NO_DATES = {
    "06/26": 'write "June 2026", if that month is meant',
    "Q3 FY25": 'write "Q3 2024/25" or "Q3 2025/26"',
    "starts September 2025": 'write "starts: September 2025", and here when it is due',
}
FIGURES = {
    "2,100 tCO2e": "2100 tCO2e",
    "32:27": "32.45 minutes",
    "40,000 a week": "40000 per week",
    "1,000 more people": "1000 people amount",
    "7,000 additional": "7000 amount",
    "7.2 out of 10": "7.2 of 10",
}
NO_FIGURES = {
    "80% uptake": 'write "80%", and put "uptake" under "measure"',
    "less than 10% of the time": 'write "less than 10%", and put "of the time" under "measure"',
    "at least 109% of 2019/20 activity": 'write "at least 109%", and put "of 2019/20 activity" under "measure"',
}


@pytest.mark.parametrize(("text", "meant"), DATES.items())
def test_a_date_is_read(text: str, meant: str) -> None:
    read = PLAN.date(text)
    assert f"{read.first} {read.last or 'open'}" == meant


@pytest.mark.parametrize(("text", "meant"), FIGURES.items())
def test_a_figure_is_read(text: str, meant: str) -> None:
    read = PLAN.quantity(text)
    change = read.change.value if read.change else ""
    assert " ".join(f"{read.value.normalize():f} {read.unit} {change}".split()) == meant


@pytest.mark.parametrize(("text", "help_"), NO_DATES.items())
def test_a_text_that_is_no_date_is_answered(text: str, help_: str) -> None:
    with pytest.raises(DateError) as refused:
        PLAN.date(text)
    assert refused.value.help == help_
    for advised in refused.value.advised:
        assert PLAN.date(advised.removeprefix("starts: "))


@pytest.mark.parametrize(("text", "help_"), NO_FIGURES.items())
def test_a_text_that_is_no_figure_is_answered(text: str, help_: str) -> None:
    with pytest.raises(QuantityError) as refused:
        PLAN.quantity(text)
    assert refused.value.help == help_
    for advised in refused.value.advised:
        assert PLAN.quantity(advised)
