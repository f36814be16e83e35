"""Phrases out of plans and board papers, each with what it stands for, or with what is said of it."""

from datetime import date

import pytest

from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import DateError
from jfp_cli.values.figures import QuantityError

PLAN = Calendar(plan_starts=date(2025, 4, 1))

DATES = {
    "full year 2025/26": "2025-04-01 2026-03-31",
    "WB 27/10/2025": "2025-10-27 2025-11-02",
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
    "by end of Q3 2024/25": "2024-12-31 2024-12-31",
    "Q4 24/25 onwards": "2025-01-01 open",
    "31st March 2026 (year end)": "2026-03-31 2026-03-31",
    "01-Apr-25": "2025-04-01 2025-04-01",
    "2025/26 Q1 & Q2": "2025-04-01 2025-09-30",
    "mid Q3 2025/26": "2025-11-01 2025-11-30",
    "FY2025/26 Q2": "2025-07-01 2025-09-30",
    "FYE 2026": "2026-03-31 2026-03-31",
    "M12 2025/26": "2026-03-01 2026-03-31",
    "before Christmas 2025": "2025-12-24 2025-12-24",
    "w/c 6 October 2025": "2025-10-06 2025-10-12",
    "week ending 12/10/2025": "2025-10-06 2025-10-12",
    "no later than 31 March 2026": "2026-03-31 2026-03-31",
    "target date: March 2026": "2026-03-01 2026-03-31",
    "Y1 Q3": "2025-10-01 2025-12-31",
    "20250930": "2025-09-30 2025-09-30",
    "New Year's Day 2026": "2026-01-01 2026-01-01",
    "2025/26-2029/30": "2025-04-01 2030-03-31",
}
NO_DATES = {
    "June, July and August 2025": 'write "June to August 2025"',
    "Nov, Dec and Jan 2026": 'write "November to January 2026"',
    "June, September and December 2025": (
        'write "June 2025", "September 2025" or "December 2025", and the rest as checkpoints'
    ),
    "31st June/July 2025": 'write "30 June 2025/July 2025", "1 July 2025" or "July 2025"',
    "June 1-30 2025": 'write "1-30 June 2025"',
    "06/26": 'write "June 2026", if that month is meant',
    "Q3 FY25": 'write "Q3 2024/25" or "Q3 2025/26"',
    "starts September 2025": 'write "starts: September 2025", and here when it is due',
    "Summer 2026 term": 'write "Summer term 2026"',
    "by Summer 2025/26 term": 'write "by Summer term 2025" or "by Summer term 2026"',
    "BAU from April 2026": 'write "from April 2026" without "BAU"',
    "Ongoing - review March 2026": 'write "March 2026" if it ends then without "Ongoing - review"',
    "March 2026 (revised from December 2025)": 'write "March 2026", and under "moves" that it was "December 2025"',
    "December 2025 -> March 2026": 'write "March 2026", and under "moves" that it was "December 2025"',
    "was December 2025, now March 2026": 'write "March 2026", and under "moves" that it was "December 2025"',
    "Moved from Q3 2025/26 to Q1 2026/27": 'write "Q1 2026/27", and under "moves" that it was "Q3 2025/26"',
    "originally March 2025, revised to June 2025": 'write "to June 2025", and under "moves" that it was "March 2025"',
    "New Year 2026": 'write "1 January 2026" or "January 2026"',
    "in the new year 2026": 'write "in 1 January 2026" or "in January 2026"',
    "9/25": 'write "September 2025", if that month is meant',
    "end of the fourth quarter in 2026": (
        'write "end of Q4 2025/26", "end of Q4 2026/27" or "end of October to December 2026"'
    ),
    "by Q2 FY26": 'write "by Q2 2025/26" or "by Q2 2026/27"',
    "45930": 'write "30 September 2025"',
    "TBC - Q3 2025/26": 'write "Q3 2025/26" once it is agreed without "TBC"',
    "Phase 1 March 2026, Phase 2 September 2026": (
        'write "March 2026" or "September 2026" without "Phase 1" and "Phase 2" and the rest as checkpoints'
    ),
}
FIGURES = {
    "2,100 tCO2e": "2100 tCO2e",
    "32:27": "32.45 minutes",
    "40,000 a week": "40000 per week",
    "1,000 more people": "1000 people amount",
    "7,000 additional": "7000 amount",
    "7.2 out of 10": "7.2 of 10",
    "65%+": "65 % at_least",
    "minimum of 78%": "78 % at_least",
    "7 mins 12 secs": "7.2 minutes",
    "an increase of 5%": "5 % relative",
    "at least a 30% reduction": "-30 % at_most relative",
    "£12.4M": "12400000 £",
    "breakeven": "0 £",
    "700,000 additional urgent dental appointments": "700000 urgent dental appointments amount",
    "150.5wte": "150.5 wte",
    "100kWh": "100 kwh",
    "10,000 approx": "10000 about",
    "capped at 92%": "92 % at_most",
    "ceiling of 60": "60 at_most",
    "2% YoY": "2 % per year",
    "2% reduction per year": "-2 % per year relative",
    "reduce by 2% year on year": "-2 % per year relative",
    "30 inpatients per million": "30 inpatients per 1,000,000",
    "200 per 100k": "200 per 100,000",
    "1½ hours": "1.5 hours",
    "within an hour": "1 hours at_most",
    "reduce by 2,000": "-2000 amount",
    "2%-3% reduction": "-3 to -2 % relative",
    "within 2 working days": "2 working days at_most",
}
NO_FIGURES = {
    "80% uptake": 'write "80%", and put "uptake" under "measure"',
    "less than 10% of the time": 'write "less than 10%", and put "of the time" under "measure"',
    "at least 109% of 2019/20 activity": 'write "at least 109%", and put "of 2019/20 activity" under "measure"',
    "no more than 1% of patients": 'write "no more than 1%", and put "of patients" under "measure"',
    "nobody waiting more than 52 weeks": 'write "0", and put "waiting more than 52 weeks" under "measure"',
    "no one waiting over 65 weeks": 'write "0", and put "waiting over 65 weeks" under "measure"',
    "no patients waiting": 'write "0", and put "patients waiting" under "measure"',
    "0 > 65 weeks": 'write "0", and put "> 65 weeks" under "measure"',
    "75% within 62 days": 'write "75%", and put "within 62 days" under "measure"',
    "95% of patients seen within 4 hours by March 2026": (
        'write "95%", and put "of patients seen within 4 hours" under "measure", and put "by March 2026" under "due"'
    ),
    "12 month rolling average of 3%": 'write "3%", and put "12 month rolling average of" under "measure"',
    "12 hour waits: 0": 'write "0", and put "12 hour waits" under "measure"',
    "2026/27: 10%": 'write "10%", and put "2026/27" under "due"',
    "3.2% (target 3.0%)": 'write "3.0%", and put "3.2%" under "baseline"',
    "67.4% against a target of 75%": 'write "75%", and put "67.4%" under "baseline"',
    "67.4% → 75%": 'write "75%", and put "67.4%" under "baseline"',
    "67.4% -> 75%": 'write "75%", and put "67.4%" under "baseline"',
    "10% rising to 20%": 'write "to 20%", and put "10%" under "baseline"',
    "20% (baseline 10%)": 'write "20%", and put "10%" under "baseline"',
    "from a baseline of 10% to 20%": 'write "20%", and put "10%" under "baseline"',
    "47% carbon reduction by 2028": (
        'write "down 47%", and put "carbon reduction" under "measure", and put "by 2028" under "due"'
    ),
    "30% agency spend reduction": 'write "down 30%", and put "agency spend reduction" under "measure"',
    "4% productivity improvement": 'write "up 4%" or "down 4%", and put "productivity improvement" under "measure"',
    "reduce agency spend by 30%": 'write "down 30%", and put "reduce agency spend" under "measure"',
    "increase uptake by 5%": 'write "up 5%", and put "increase uptake" under "measure"',
    "annual reduction of 2%": 'write "reduction of 2% a year", and put "annual" under "measure"',
    "2% annual reduction": 'write "down 2% a year", and put "annual reduction" under "measure"',
    "reduction by 2028": 'write "reduction by 2,028", if it is a figure; a date belongs under "due"',
    "by 2000": 'write "down 2,000" or "up 2,000", if it is a figure; a date belongs under "due"',
    "21+ days": 'write "at least 21 days"',
    "52ww": 'write "52 weeks"',
    "18w": 'write "18 weeks"',
    "1.5 times": 'write "up 50%"',
    "2x": 'write "up 100%"',
    "C2 mean 30 min": 'write "30 min", and put "C2 mean" under "measure"',
    "95% by age 5": 'write "95%", and put "by age 5" under "measure"',
    "10% as at 31 March 2026": 'write "10%", and put "as at 31 March 2026" under "due"',
    "10% in year 1, 20% in year 2": (
        'write "10%" or "20%", each as a target of its own, and put "in year 1" under "measure", '
        'and put "in year 2" under "measure"'
    ),
    "min 90 max 95": 'write "between 90 and 95"',
    "60:40": 'write "60 minutes 40 seconds" or "60%"',
    "150,000*": 'write "150,000"',
    "financial balance": 'write "£0"',
    "no deterioration": 'write one such as "19%", "134,140", "£7m" or "65 weeks"',
    "2026/27": 'write the figure here, and the date under "due"',
}


@pytest.mark.parametrize(("text", "meant"), DATES.items())
def test_a_date_is_read(text: str, meant: str) -> None:
    read = PLAN.date(text)
    assert f"{read.first} {read.last or 'open'}" == meant


@pytest.mark.parametrize(("text", "meant"), FIGURES.items())
def test_a_figure_is_read(text: str, meant: str) -> None:
    read = PLAN.quantity(text)
    ends = [f"{end.normalize():f}" for end in (read.value, read.upper) if end is not None]
    said = (read.comparison.name.lower() if read.comparison else "", read.change.value if read.change else "")
    assert " ".join(filter(None, (" to ".join(ends), read.unit, *said, "about" if read.about else ""))) == meant


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
