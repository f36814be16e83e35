"""Dates as plans write them: the forms that the documentation lists, those that public bodies print, and many more."""

from datetime import date

import pytest

from jfp_cli.values.dates import DateError, PlanDate, Precision, find_dates

PLAN_STARTS = date(2025, 4, 1)

# Each line: what is written (alternatives parted by |) = first and last day.
TABLE = """
31 Jan 2025|31st January 2025|31/01/2025|2025-01-31 = 2025-01-31 2025-01-31
March 2026|2026-03 = 2026-03-01 2026-03-31
Sept 2025 = 2025-09-01 2025-09-30
end of June 2025|by end June 2025 = 2025-06-30 2025-06-30
early March 2026 = 2026-03-01 2026-03-10
mid March 2026|mid-March 2026 = 2026-03-11 2026-03-20
late March 2026 = 2026-03-21 2026-03-31
Spring 2025 = 2025-03-01 2025-05-31
Summer 2025 = 2025-06-01 2025-08-31
Autumn 2025|Autumn 2025/26|autumn 2025-26 = 2025-09-01 2025-11-30
Winter 2025|Winter 2025/26 = 2025-12-01 2026-02-28
Q3 2025/26|2025/26 Q3|quarter three of 2025-26|Q3 25/26 = 2025-10-01 2025-12-31
H1 2025/26 = 2025-04-01 2025-09-30
2025/26|2025-26|2025-2026|FY25/26|financial year 2025/26 = 2025-04-01 2026-03-31
2026-30|2026-2030 = 2026-04-01 2030-03-31
2026 = 2026-01-01 2026-12-31
2025 to 2026|2025 to 26 = 2025-04-01 2026-03-31
Q3/4 2025/26|Q3 to Q4 2025/26|Q3-4 2025/26|quarters 3 and 4 of 2025/26 = 2025-10-01 2026-03-31
M6 2025/26|month 6 2025/26|sixth month of 2025/26 = 2025-09-01 2025-09-30
2025-W10|2025W10 = 2025-03-03 2025-03-09
AY 2025/26|academic year 2025/26|AY 2025 to 26 = 2025-09-01 2026-08-31
Autumn term 2025|Autumn term 2025/26 = 2025-09-01 2025-12-31
Spring term 2026|Spring term 2025/26 = 2026-01-01 2026-03-31
Summer term 2026|Summer term AY 2025/26 = 2026-04-01 2026-07-31
early 2025 = 2025-01-01 2025-04-30
mid-2025 = 2025-05-01 2025-08-31
late 2025 = 2025-09-01 2025-12-31
mid-summer 2025|midsummer 2025 = 2025-07-01 2025-07-31
year 2 = 2026-04-01 2027-03-31
in year one of the plan = 2025-04-01 2026-03-31
April to June 2025 = 2025-04-01 2025-06-30
April 2025 - March 2026 = 2025-04-01 2026-03-31
April 2025-26|April 2025 -26 = 2025-04-01 2026-04-30
April 2026 onwards|April 2026 and beyond|from April 2026|2026-04/..|no earlier than April 2026 = 2026-04-01 open
post-April 2026|after April 2026 = 2026-05-01 open
ahead of April 2026|in time for April 2026|ready for April 2026|pre-April 2026|pre April 2026 = 2026-03-31 2026-03-31
in time for winter 2025/26 = 2025-11-30 2025-11-30
as of January 2026|across January 2026|ongoing through January 2026|to January 2026 = 2026-01-01 2026-01-31
end of year 2025/26|the end of the year 2025/26|year end (March 2026) = 2026-03-31 2026-03-31
by end of financial year (March 2026)|by end of Q4 (March 2026) = 2026-03-31 2026-03-31
year 1 (2025/26)|year 1: 2025/26|year 1 (2025 to 26)|Y1 2025/26 = 2025-04-01 2026-03-31
quarter 4 (January to March 2026)|Q4: Jan - Mar 2026|Q4 2025/26 (March 2026) = 2026-01-01 2026-03-31
from 2025 to 2030 = 2025-01-01 2030-12-31
"""
MORE = """
2025/26 FY|2025/26 financial year|in the financial year 2025/26 = 2025-04-01 2026-03-31
the end of 2025/26|year end 2025/26|year-end 2025/26|financial year end 2026 = 2026-03-31 2026-03-31
by the end of the 2026/27 financial year = 2027-03-31 2027-03-31
end of Q2 2025/26 = 2025-09-30 2025-09-30
start of April 2026|beginning of April 2026|start of 2026/27 = 2026-04-01 2026-04-01
w/c 3 March 2025|week commencing Mon 3rd March 2025 = 2025-03-03 2025-03-09
week ending 7 March 2025|w/e 7 March 2025 = 2025-03-01 2025-03-07
first week of March 2025 = 2025-03-01 2025-03-07
Mon 3rd March 2025|Monday, 3 March 2025|03/03/25|3.3.2025|2025/03/03 = 2025-03-03 2025-03-03
2025-03-03T09:00:00Z|2025-03-03 09:00|3 March 2025 at 5pm|noon on 3 March 2025 = 2025-03-03 2025-03-03
31st of January, 2025|January 31st, 2025|January 31 2025|31 Jan 25|31-Jan-25 = 2025-01-31 2025-01-31
March-May 2025|Mar to May 2025|between March and May 2025 = 2025-03-01 2025-05-31
Jan-26|Jan '26|January, 2026|01/2026|Jan-2026|January - 2026 = 2026-01-01 2026-01-31
December 2025/January 2026|December to January 2026 = 2025-12-01 2026-01-31
Autumn/Winter 2025|Autumn and Winter 2025 = 2025-09-01 2026-02-28
Winter/Spring 2026 = 2025-12-01 2026-05-31
Summer 2025 to Spring 2026 = 2025-06-01 2026-05-31
first quarter of 2025/26|1st quarter 2025/26|Q1-2025/26|Qtr 1 FY25/26 = 2025-04-01 2025-06-30
final quarter of 2025/26|Q4 2025/2026 = 2026-01-01 2026-03-31
first half of 2026 = 2026-01-01 2026-06-30
second half of 2025/26|H2 25/26 = 2025-10-01 2026-03-31
first half of March 2025 = 2025-03-01 2025-03-15
early Q3 2025/26 = 2025-10-01 2025-10-31
Q1-Q3 2025/26|Q1 to Q3 2025/26|Q1 2025/26 to Q3|2025/26 Q1 to Q3 = 2025-04-01 2025-12-31
Q1 2010-11 = 2010-04-01 2010-06-30
2025-26 to 2027-28|2025/26\u20132027/28|2025-28 = 2025-04-01 2028-03-31
2023 - 2028|2023\u20132028|2023-28 = 2023-04-01 2028-03-31
1999/00|1999-2000|1999/2000 = 1999-04-01 2000-03-31
2026 to 2030|from 2026 to 2030|between 2026 and 2030 = 2026-01-01 2030-12-31
1-5 March 2025|1st to 5th March 2025 = 2025-03-01 2025-03-05
28 December to 3 January 2026 = 2025-12-28 2026-01-03
1 April 2025 - 26 March 2026|01/04/2025-26/03/2026 = 2025-04-01 2026-03-26
mid to late 2025 = 2025-05-01 2025-12-31
late March - early April 2025 = 2025-03-21 2025-04-10
April 2025/26 = 2025-04-01 2025-04-30
March 2025/26 = 2026-03-01 2026-03-31
31 March 2025/26|before April 2026|before 1 April 2026 = 2026-03-31 2026-03-31
before the end of June 2025 = 2025-06-01 2025-06-30
Easter 2026 = 2026-04-05 2026-04-05
by Christmas 2025|Christmas 2025/26 = 2025-12-25 2025-12-25
calendar year 2026|2026 calendar year = 2026-01-01 2026-12-31
academic year 2025/26 = 2025-09-01 2026-08-31
year ending March 2026 = 2025-04-01 2026-03-31
Year 2 (2026/27)|second year of the plan = 2026-04-01 2027-03-31
years 1 to 3|Y1-3|Year 1-3|year 1 to year 3 = 2025-04-01 2028-03-31
Q3 of year 2|year 2 Q3|year 2 (Q3) = 2026-10-01 2026-12-31
Y1 and Y2 = 2025-04-01 2027-03-31
M6-M9 2025/26|months 6 to 9 of 2025/26 = 2025-09-01 2025-12-31
March 02,2026|2026 March 2|2026-Mar-02|20260302 = 2026-03-02 2026-03-02
2026.10|2026-10 = 2026-10-01 2026-10-31
2026-04/2026-06|2026-04-01/2026-06-30 = 2026-04-01 2026-06-30
2025-W10-3 = 2025-03-05 2025-03-05
October to December (2025) = 2025-10-01 2025-12-31
1-5 March (2026) = 2026-03-01 2026-03-05
(March 2026)|[March 2026]|March (2026)|(March) 2026 = 2026-03-01 2026-03-31
mid-year 2025/26 = 2025-08-01 2025-11-30
1Q 2025/26 = 2025-04-01 2025-06-30
March to March 2027 = 2026-03-01 2027-03-31
31 03 2026|by 12 noon 31 March 2026 = 2026-03-31 2026-03-31
academic year end 2026|end of the academic year 2025/26 = 2026-08-31 2026-08-31
earliest April 2026|April 2026 at the earliest = 2026-04-01 open
up to and including March 2026 = 2026-03-01 2026-03-31
after September 2018|beyond September 2018 = 2018-10-01 open
since 2024|2024+ = 2024-01-01 open
"""
PRINTED = """
by 2028|by the end of 2028|by end of 2028|by December 2028 = 2028-12-31
In March 2023|on 31 March 2023|by 31st March 2023|to 31st March 2023|by 5pm on 31 March 2023 = 2023-03-31
across 2023/24|for 2023/24|in 2023-24|by the end of 2023/24|by March 2024 = 2024-03-31
2025/26 \u2013 2029/30|2025/26\u20132029/30 = 2030-03-31
July to September 2012|Q2 2012-2013|2012/13 Quarter Two|in quarter 2 of the 2012/13 financial year = 2012-09-30
Q2 2024/25: Jul 2024 - Sep 2024 = 2024-09-30
from 2026 to 2031 = 2031-12-31
from 2029|after June 2019 = open
"""
NO_DATE = (
    "for the next three years",
    "by 30 September",
    "before the start of each school year",
    "On 1 December",
    "in late May",
    "in June",
    "by the end of March",
    "by the end of the quarter",
    "Quarter 2",
    "after 30th June",
    "within 18 months",
)
REFUSED = {
    "Q3 FY25": 'could be 2024/25 or 2025/26; write "Q3 2024/25" or "Q3 2025/26"',
    "by the end of Q3 FY25": 'write "by the end of Q3 2024/25" or "by the end of Q3 2025/26"',
    "Q3 FY25 to Q4 FY25": 'write "Q3 2024/25 to Q4 2024/25", "Q3 2024/25 to Q4 2025/26" or "Q3 2025/26 to Q4 2025/26"',
    "AY25": 'could be 2024/25 or 2025/26; write "AY 2024/25" or "AY 2025/26"',
    "Q4 2026": 'write "Q4 2025/26", "Q4 2026/27" or "October to December 2026"',
    "end of the fourth quarter in 2026": "could be the calendar year or the financial year",
    "M6 2025": 'write "M6 2025/26" or "June 2025"',
    "Summer term 2025/26": 'could be in either of two school years; write "Summer term 2025" or "Summer term 2026"',
    "starts September 2025": 'says when something starts; write "starts: September 2025"',
    "commencing in September 2025": 'write "starts: September 2025"',
    "06/25": 'has a year of two figures; write "June 2025"',
    "11/12": 'could be November 2012 or the financial year 2011/12; write "November 2012" or "2011/12"',
    "2026/10": 'is not clear; write "October 2026"',
    "2025.26": 'is not clear; write "2025/26"',
    "2025 to 30": 'write "2025-30" or "2025 to 2030"',
    "31 March 2025-26": 'write "31 March 2025 to 31 March 2026" or "31 March 2025/26"',
    "March 2025 to 26": 'write "March 2025 to March 2026" or "March 2025/26"',
    "week 10 2025": 'names a week by its number; write "2025-W10"',
    "46112": 'is a spreadsheet\'s number for a day; write "31 March 2026"',
    "Septmber 2025": 'is not a date; write "September 2025"',
    "Y3 2025/26": 'gives two different dates; write "Y3" or "2025/26"',
    "year 1 (2026/27)": 'gives two different dates; write "year 1" or "2026/27"',
    "2025/26 (December 2025)": 'gives two different dates; write "2025/26" or "December 2025"',
    "early 31 March 2025": 'asks for "early" of what has no such part; write "31 March 2025"',
    "Launch Q3 FY25": 'write "Q3 2024/25" or "Q3 2025/26" without "Launch"',
    "Q3 award, mobilise 2025/26": 'does not say which year "Q3" is in; write "Q3 2025/26" without "award, mobilise"',
    "Phase 1 March 2026, phase 2 March 2027": 'write "March 2026" or "March 2027" without "Phase 1" and "phase 2"',
    "Q3 2025": 'the calendar year or the financial year; write "Q3 2025/26" or "July to September 2025"',
    "Spring 2025/26": 'because the year starts in April; write "Spring 2025" or "Spring 2026"',
    "March 25": 'could be March 2025 or the day 25 March; write "March 2025"',
    "(March) 25": 'could be March 2025 or the day 25 March; write "March 2025"',
    "2010-11": 'could be November 2010 or the financial year 2010/11; write "November 2010" or "2010/11"',
    "2025-6": 'could be June 2025 or the financial year 2025/26; write "June 2025" or "2025/26"',
    "FY26": 'could be 2025/26 or 2026/27; write "2025/26" or "2026/27"',
    "31 June 2025": 'has no such day as 31 June: June has 30 days; write "30 June 2025" or "1 July 2025"',
    "29/02/2025": 'has no such day as 29 February: February 2025 has 28 days; write "28 February 2025"',
    "03/25/2025": 'has no month 25: the day comes first; write "25/03/2025"',
    "25/13/2025": "has no month 13: the day comes first; write the day, then the month from 1 to 12",
    "Tue 3 March 2025": "is not a Tuesday: 3 March 2025 is a Monday",
    "Q5 2025/26": "names quarter 5, but a year has 4; write the quarter that is meant, with its year",
    "March 1850": "is outside the years 1900 to 2200",
    "June 2026 to March 2026": "ends before it starts; write the earlier date first",
    "2030-26": "ends before it starts",
    "June 2025 and March 2026": 'names two dates; write "June 2025" or "March 2026", and the other as a checkpoint',
    "April to 2026": 'does not say which year "April" is in; write both dates with their years',
    "Q1 2024/25: Apr 2025 - Jun 2025": 'gives two different dates; write "Q1 2024/25" or "Apr 2025 - Jun 2025"',
    "in November": 'has no year; add the one that is meant after "November"',
    "Q3": 'has no year; add the one that is meant after "Q3"',
    "each year": "repeats; write its next date",
    "TBC": "is not settled; write the date once it is agreed",
    "March 2026 TBC": 'is not settled; write "March 2026" once it is agreed without "TBC"',
    "as soon as possible": "cannot be tracked; write the latest day on which it can happen",
    "ongoing": "has no end; write when it starts and ends",
    "next year": "depends on when it is read",
    "6 months after April 2026": "is a length of time; write the date on which it ends",
    "in 6 months": "is a length of time; write the date on which it ends",
    "circa March 2026": 'is not firm; write "March 2026" without "circa"',
    "year-end 2026": 'write "31 December 2026" or "end of 2025/26"',
    "hello": "is not a date; write a day, a month, a season or a quarter with its year, or a year",
    "March 2026 subject to funding": 'write "March 2026" without "subject to funding"',
    "x" * 201: "is too long to be a date",
    " ": "The date is empty",
}


def cases(table: str) -> list[tuple[str, str]]:
    lines = [line.rsplit(" = ", 1) for line in table.strip().splitlines()]
    return [(text, days) for texts, days in lines for text in texts.split("|")]


def days_of(found: PlanDate) -> str:
    return f"{found.first} {found.last or 'open'}"


@pytest.mark.parametrize(("text", "days"), cases(TABLE) + cases(MORE))
def test_a_date_has_its_first_and_last_day(text: str, days: str) -> None:
    assert days_of(PlanDate.parse(text, plan_starts=PLAN_STARTS)) == days


@pytest.mark.parametrize(("text", "last"), cases(PRINTED))
def test_a_date_as_public_bodies_print_it_ends_on_its_last_day(text: str, last: str) -> None:
    assert str(PlanDate.parse(text).last or "open") == last


@pytest.mark.parametrize("text", NO_DATE)
def test_what_is_printed_beside_dates_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        PlanDate.parse(text, plan_starts=PLAN_STARTS)


@pytest.mark.parametrize(("text", "said"), REFUSED.items())
def test_a_text_that_names_no_date_is_refused_with_what_to_write(text: str, said: str) -> None:
    with pytest.raises(DateError) as refused:
        PlanDate.parse(text, plan_starts=PLAN_STARTS)
    assert said in str(refused.value)


UNITS = {  # of the financial year 2025/26
    "Q3": "2025-10-01 2025-12-31",
    "quarter 3": "2025-10-01 2025-12-31",
    "third quarter": "2025-10-01 2025-12-31",
    "Q3/4": "2025-10-01 2026-03-31",
    "H2": "2025-10-01 2026-03-31",
    "M6": "2025-09-01 2025-09-30",
    "October": "2025-10-01 2025-10-31",
    "31 March": "2026-03-31 2026-03-31",
    "Autumn": "2025-09-01 2025-11-30",
    "Spring term": "2026-01-01 2026-03-31",
    "Christmas": "2025-12-25 2025-12-25",
}
FINANCIAL = (
    "2025/26",
    "2025-26",
    "2025/2026",
    "FY25/26",
    "FY 2025/26",
    "financial year 2025/26",
    "25/26",
    "2025/26 FY",
)
ORDERS = ("{unit} {year}", "{year} {unit}", "{unit} ({year})", "{year} ({unit})", "({unit}) {year}", "({year}) {unit}")


@pytest.mark.parametrize("order", [*ORDERS, "{unit}: {year}", "{year}: {unit}", "{unit} of {year}", "{unit}, {year}"])
def test_every_name_of_a_period_goes_with_every_form_of_a_year(order: str) -> None:
    for unit, days in UNITS.items():
        # October 2025-26 is a month in each of two years, and so may 31 March 2025-26 be.
        years = [year for year in FINANCIAL if unit not in ("October", "31 March") or "-" not in year]
        texts = [order.format(unit=unit, year=year) for year in years]
        assert [text for text in texts if days_of(PlanDate.parse(text)) != days] == []


def test_an_advice_that_is_long_is_given_in_full() -> None:
    with pytest.raises(DateError) as refused:
        PlanDate.parse("by the end of the last week of the last month of the third quarter of FY25 or sooner")
    assert all(f'"{text}"' in refused.value.help for text in refused.value.advised)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("FY25", "2025-01-01 2025-12-31"),
        ("2025 to 2026", "2025-01-01 2026-12-31"),
        ("Q3 2025", "2025-07-01 2025-09-30"),
        ("AY 2025/26", "2025-09-01 2026-08-31"),
    ],
)
def test_where_years_start_in_january_they_are_calendar_years(text: str, days: str) -> None:
    assert days_of(PlanDate.parse(text, 1)) == days


@pytest.mark.parametrize(
    ("text", "advised"),
    [
        ("2025/26", ("2025", "2026")),
        ("end of Q3 2025/26", ("end of Q3 2025", "end of Q3 2026")),
        ("2026-30", ("2026 to 2030", "2026 to 2029")),
    ],
)
def test_where_years_start_in_january_financial_years_are_refused(text: str, advised: tuple[str, ...]) -> None:
    with pytest.raises(DateError, match="is not how years are written that start in January") as refused:
        PlanDate.parse(text, 1)
    assert refused.value.advised == advised


def test_a_year_of_the_plan_is_read_without_the_plans_start_where_a_bracket_says_it() -> None:
    assert days_of(PlanDate.parse("year 1 (2025/26)")) == "2025-04-01 2026-03-31"
    with pytest.raises(DateError, match="counts from the start of the plan"):
        PlanDate.parse("Y3 2025/26")


def test_a_year_of_the_plan_needs_the_plans_start() -> None:
    with pytest.raises(DateError, match="counts from the start of the plan"):
        PlanDate.parse("year 2")


@pytest.mark.parametrize(
    ("text", "starts", "days"),
    [
        ("2025/26", 8, "2025-08-01 2026-07-31"),
        ("Q1 2025/26", 10, "2025-10-01 2025-12-31"),
        ("Q3 2025", 1, "2025-07-01 2025-09-30"),
        ("Spring 2025/26", 9, "2026-03-01 2026-05-31"),
        ("2026-30", 7, "2026-07-01 2030-06-30"),
    ],
)
def test_the_financial_year_may_start_in_another_month(text: str, starts: int, days: str) -> None:
    assert days_of(PlanDate.parse(text, starts)) == days


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2026", Precision.BARE_YEAR),
        ("by 2026", Precision.BARE_YEAR),
        ("calendar year 2026", Precision.CALENDAR_YEAR),
        ("2025/26", Precision.FINANCIAL_YEAR),
        ("Autumn 2025", Precision.SEASON),
        ("March 2026", Precision.MONTH),
        ("from March 2026", Precision.OPEN),
    ],
)
def test_the_kind_of_period_is_kept(text: str, precision: Precision) -> None:
    assert PlanDate.parse(text).precision is precision


def test_dates_are_equal_by_their_days() -> None:
    assert PlanDate.parse("March 2026") == PlanDate.parse("by 2026-03")
    assert str(PlanDate.parse("by Sept. 2025")) == "by Sept. 2025"


def test_a_date_is_overdue_from_the_day_after_its_last() -> None:
    due = PlanDate.parse("March 2026")
    assert not due.overdue(date(2026, 3, 31))
    assert due.days_overdue(date(2026, 4, 2)) == 2
    assert PlanDate.parse("from 2020").days_overdue(date(2026, 4, 2)) == 0


def test_dates_are_found_in_prose() -> None:
    text = (
        "Waiting list: 2026 \u2013134,140 open pathways by March 2026. In 2023, 111 calls came 24/7 from "
        "18-25 year olds (24-25 had 2.3%). To 65 weeks. April was busy; go-live in Autumn 2025/26. See pages "
        "13-15, v1.2.25 and Plan_2024_2029.pdf; live since 1 May 2024, at 95% by end of Q2 25/26. "
        "We may 31 June 2025."
    )
    found = [d.text for _, _, d in find_dates(text)]
    assert found == [
        "by March 2026",
        "In 2023",
        "in Autumn 2025/26",
        "since 1 May 2024",
        "by end of Q2 25/26",
    ]


def test_a_date_is_found_at_the_end_of_a_text() -> None:
    assert [d.text for _, _, d in find_dates("Open in Q3 2025/26 FY")] == ["in Q3 2025/26 FY"]
