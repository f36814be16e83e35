from decimal import Decimal
from typing import Literal

import pytest

from jfp_cli.values.figures import Change, Comparison, Quantity, QuantityError, find_quantities

AT_LEAST, MORE_THAN, AT_MOST, UNDER = (
    Comparison.AT_LEAST,
    Comparison.MORE_THAN,
    Comparison.AT_MOST,
    Comparison.UNDER,
)

# text, value, unit, comparison
LEVELS: list[tuple[str, str, str, Comparison | None]] = [
    ("19%", "19", "%", None),
    ("134,140", "134140", "", None),
    ("£3,309", "3309", "£", None),
    ("£7m", "7000000", "£", None),
    ("65 weeks", "65", "weeks", None),
    ("0", "0", "", None),
    ("at least 19%", "19", "%", AT_LEAST),
    (">= 19%", "19", "%", AT_LEAST),
    ("more than 90%", "90", "%", MORE_THAN),
    ("> 90%", "90", "%", MORE_THAN),
    ("no more than 1%", "1", "%", AT_MOST),
    ("<= 1%", "1", "%", AT_MOST),
    ("under 6%", "6", "%", UNDER),
    ("< 6%", "6", "%", UNDER),
    # forms that planners use besides
    ("£7.5 million", "7500000", "£", None),
    ("£1bn", "1000000000", "£", None),
    ("£250k", "250000", "£", None),
    ("-£5m", "-5000000", "£", None),
    ("134k", "134000", "", None),
    ("zero", "0", "", None),
    ("Twelve weeks", "12", "weeks", None),
    ("85 per cent", "85", "%", None),
    ("85 percent", "85", "%", None),
    ("\u22125%", "-5", "%", None),
    ("8.8 days", "8.8", "days", None),
    ("18\u00a0weeks or less", "18", "weeks", AT_MOST),
    ("within 18 weeks", "18", "weeks", AT_MOST),
    ("≥19%", "19", "%", AT_LEAST),
    ("19% or more", "19", "%", AT_LEAST),
    ("19%+", "19", "%", AT_LEAST),
    ("over 90%", "90", "%", MORE_THAN),
    ("greater than 90%", "90", "%", MORE_THAN),
    ("≤1%", "1", "%", AT_MOST),
    ("1% or fewer", "1", "%", AT_MOST),
    ("up to 1%", "1", "%", AT_MOST),
    ("a maximum of 1%", "1", "%", AT_MOST),
    ("minimum 2.5 cases per list", "2.5", "cases per list", AT_LEAST),
    ("fewer than 15 mins", "15", "minutes", UNDER),
    ("exactly 0", "0", "", Comparison.EXACTLY),
    ("1 case per session", "1", "cases per session", None),
    ("3.2 per 1000 births", "3.2", "per 1,000 births", None),
    ("at least 2% per year", "2", "% per year", AT_LEAST),
    ("£12 per patient", "12", "£ per patient", None),
    ("134,140 open pathways", "134140", "open pathways", None),
    ("8/35", "8", "of 35", None),
    ("8 out of 35", "8", "of 35", None),
    ("1 in 5 adults", "1", "of 5 adults", None),
    ("90 %", "90", "%", None),
    (".5%", "0.5", "%", None),
    ("to 77%", "77", "%", None),
    ("at 77%", "77", "%", None),
    ("10% p.a.", "10", "% per year", None),
    ("10% year on year", "10", "% per year", None),
    ("£-1.2m", "-1200000", "£", None),
    ("£1.2bn", "1200000000", "£", None),
    ("half a million", "500000", "", None),
    ("a quarter of a million", "250000", "", None),
    ("one hundred and twenty-five beds", "125", "beds", None),
    ("twenty five", "25", "", None),
    ("two and a half hours", "2.5", "hours", None),
    ("1.2m appointments", "1200000", "appointments", None),
    ("none", "0", "", None),
    ("nil", "0", "", None),
    ("break-even", "0", "£", None),
    ("a quarter", "1", "of 4", None),
    ("half", "1", "of 2", None),
    ("two-thirds", "2", "of 3", None),
    ("¾", "3", "of 4", None),
    ("1½%", "1.5", "%", None),
    ("½%", "0.5", "%", None),
    ("1½ hours", "1.5", "hours", None),
    ("½ hour", "0.5", "hours", None),
    ("£2¾m", "2750000", "£", None),
    ("½ million", "500000", "", None),
    ("three in four", "3", "of 4", None),
    ("9 out of every 10", "9", "of 10", None),
    ("7.2 out of 10", "7.2", "of 10", None),
    ("all 35 PCNs", "35", "of 35 pcns", None),
    ("8 of our 35 practices", "8", "of 35 practices", None),
    ("45-minute", "45", "minutes", None),
    ("28-day", "28", "days", None),
    ("1 hour 15 minutes", "75", "minutes", None),
    ("1h 15m", "75", "minutes", None),
    ("2 days and 4 hours", "3120", "minutes", None),
    ("2 years 6 months", "30", "months", None),
    ("32 minutes 27 seconds", "32.45", "minutes", None),
    ("32 minutes 20 seconds", "32.333333", "minutes", None),
    ("00:32:27", "32.45", "minutes", None),
    ("32:27", "32.45", "minutes", None),
    ("01:15 hours", "75", "minutes", None),
    ("half an hour", "0.5", "hours", None),
    ("2,165 tCO2e", "2165", "tCO2e", None),
    ("2,165 tonnes of CO2e", "2165", "tCO2e", None),
    ("5 a month", "5", "per month", None),
    ("40,000 weekly", "40000", "per week", None),
    ("5% a year", "5", "% per year", None),
    ("£12 per patient per year", "12", "£ per patient per year", None),
    ("12/week", "12", "per week", None),
    ("5 falls per 1,000 occupied bed days", "5", "falls per 1,000 occupied bed days", None),
    ("within 24 hours", "24", "hours", AT_MOST),
    ("at or above 95%", "95", "%", AT_LEAST),
    ("less than or equal to 5%", "5", "%", AT_MOST),
    ("75% minimum", "75", "%", AT_LEAST),
]


@pytest.mark.parametrize(("text", "value", "unit", "comparison"), LEVELS)
def test_levels(text: str, value: str, unit: str, comparison: Comparison | None) -> None:
    assert Quantity.parse(text) == Quantity(text, Decimal(value), unit, comparison)
    assert str(Quantity.parse(text)) == text


CHANGES: list[tuple[str, bool, str, str, Change]] = [
    ("+2 percentage points", False, "2", "percentage points", Change.POINTS),
    ("+2pp", False, "2", "percentage points", Change.POINTS),
    ("-5%", True, "-5", "%", Change.RELATIVE),
    ("down 5%", False, "-5", "%", Change.RELATIVE),
    ("up 2%", False, "2", "%", Change.RELATIVE),
    ("down 5%", True, "-5", "%", Change.RELATIVE),
    ("+2.5pp", False, "2.5", "percentage points", Change.POINTS),
    ("-2pp", False, "-2", "percentage points", Change.POINTS),
    ("reduced by 5%", False, "-5", "%", Change.RELATIVE),
    ("an increase of 2%", False, "2", "%", Change.RELATIVE),
    ("5% reduction", False, "-5", "%", Change.RELATIVE),
    ("2% increase", False, "2", "%", Change.RELATIVE),
    ("+5%", True, "5", "%", Change.RELATIVE),
    ("+200", False, "200", "", Change.AMOUNT),
    ("down £2m", False, "-2000000", "£", Change.AMOUNT),
    ("a 10% reduction", False, "-10", "%", Change.RELATIVE),
    ("halve", False, "-50", "%", Change.RELATIVE),
    ("double", False, "100", "%", Change.RELATIVE),
    ("trebled", False, "200", "%", Change.RELATIVE),
    ("cut by a third", False, "-33.333333", "%", Change.RELATIVE),
    ("reduced by one third", False, "-33.333333", "%", Change.RELATIVE),
    ("up by two thirds", False, "66.666667", "%", Change.RELATIVE),
    ("a quarter fewer", False, "-25", "%", Change.RELATIVE),
    ("20 more beds", False, "20", "beds", Change.AMOUNT),
    ("an additional 20 beds", False, "20", "beds", Change.AMOUNT),
    ("20 beds fewer", False, "-20", "beds", Change.AMOUNT),
    ("1,500 fewer attendances", False, "-1500", "attendances", Change.AMOUNT),
    ("700,000 additional", False, "700000", "", Change.AMOUNT),
    ("1,000 more people", False, "1000", "people", Change.AMOUNT),
    ("30 minutes shorter", False, "-30", "minutes", Change.AMOUNT),
    ("down 2% a year", False, "-2", "% per year", Change.RELATIVE),
    ("up 2 percentage points", False, "2", "percentage points", Change.POINTS),
]


@pytest.mark.parametrize(("text", "relative", "value", "unit", "change"), CHANGES)
def test_changes(text: str, relative: bool, value: str, unit: str, change: Change) -> None:
    found = Quantity.parse(text, relative=relative)
    assert (found.value, found.unit, found.change) == (Decimal(value), unit, change)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("between 1% and 2%", "1", "2", "%"),
        ("1% to 2%", "1", "2", "%"),
        ("1\u20132%", "1", "2", "%"),
        ("£1m-£2m", "1000000", "2000000", "£"),
        ("down 5% to 10%", "-10", "-5", "%"),
        ("-2% to 3%", "-2", "3", "%"),
        ("between 4-5%", "4", "5", "%"),
        ("1.2m to 1.5m appointments", "1200000", "1500000", "appointments"),
        ("30 to 45 minutes", "30", "45", "minutes"),
    ],
)
def test_ranges(text: str, low: str, high: str, unit: str) -> None:
    found = Quantity.parse(text)
    assert (found.value, found.upper, found.unit) == (Decimal(low), Decimal(high), unit)


@pytest.mark.parametrize(
    "text",
    [
        "c89%",
        "c.89%",
        "around 89%",
        "about 89%",
        "~89%",
        "circa 89 per cent",
        "nearly 89%",
        "just under 89%",
        "89% or so",
    ],
)
def test_an_approximate_figure_says_so(text: str) -> None:
    assert Quantity.parse(text) == Quantity(text, Decimal(89), "%", about=True)


def test_a_comparison_of_a_change_is_with_its_signed_value() -> None:
    assert Quantity.parse("down at least 5%").comparison is AT_MOST
    assert Quantity.parse("reduction of up to 5%").comparison is AT_LEAST
    assert Quantity.parse("up at least 5%").comparison is AT_LEAST


REFUSED = [
    # what names no figure
    ("", "is empty; write one such as"),
    ("many", "write one such as"),
    ("as required", "write one such as"),
    ("%", "write one such as"),
    ("٣٤%", "write one such as"),
    ("A2S", "write one such as"),
    ("1e999999", "write one such as"),
    ("0..00", "write"),
    ("a\x00\n\ud800", "write one such as"),
    ("TBC", 'leave the figure out, and say under "pending"'),
    ("85th percentile", 'put it under "measure"'),
    ("top quartile", 'put it under "measure"'),
    ("2019 levels", 'under "baseline"'),
    ("all practices", 'write "100%"'),
    ("nobody", 'write "0"'),
    ("31 January 2025", "is not a figure"),
    ("2025-2030", "reads as years"),
    ("2025-26", "reads as years"),
    ("24/7", "is no proportion"),
    ("9" * 21, "more than 20 digits"),
    ("9" * 201, "at most 200 characters"),
    # a figure that is not written as one
    ("1,34,140", 'write "134,140"'),
    ("2,5%", 'write "2.5%"'),
    ("134\u00a0140", 'write "134,140"'),
    ("7m", 'write "7 million" or "7 minutes"'),
    ("1.000.000 beds", 'write "1,000,000 beds"'),
    ("50:50", 'write "50 minutes 50 seconds" or "half"'),
    ("5m a year", 'write "5 million a year" or "5 minutes a year"'),
    ("£1-2m", 'write "£1m to £2m"'),
    ("1 to 2 million", 'write "1 million to 2 million"'),
    ("2% to 1%", 'write "1% to 2%"'),
    ("1:4", 'write "1 in 4"'),
    ("1:10", 'write "1 minute 10 seconds" or "1 in 10"'),
    # a change that goes no way, or two
    ("by 5%", 'write "down 5%" or "up 5%"'),
    ("5% improvement", 'write "down 5%" or "up 5%"'),
    ("5 percentage point improvement", 'write "+5 percentage points" or "-5 percentage points"'),
    ("2.5 percentage points", 'write "+2.5 percentage points" or "-2.5 percentage points"'),
    ("at least 2pp", 'write "up at least 2pp" or "down at least 2pp"'),
    ("+5%", 'write "up 5%" or "+5 percentage points"'),
    ("down -5%", 'write "down 5%"'),
    ("down +5%", 'write "up 5%" or "down 5%"'),
    ("reduced to 65 weeks", 'write "65 weeks"'),
    ("reduce to under 65 weeks", 'write "under 65 weeks"'),
    ("increase 5% reduction", 'write "increase 5%" or "5% reduction"'),
    # two figures
    ("from 60% to 67%", 'write "67%", and put "60%" under "baseline"'),
    ("from 70%", 'put "70%" under "baseline"'),
    ("at least 1% to 2%", 'write "1% to 2%", without "at least"'),
    ("at least at most 5", 'write "at least 5" or "at most 5"'),
    (">=75% and <90%", 'write "between 75% and 90%"; the upper end is included'),
    (">75% and <=90%", 'write "between 75% and 90%"; the lower end is included'),
    ("at least 75% but no more than 90%", 'write "between 75% and 90%"'),
    ("5 beds and 3 chairs", 'write "5 beds" or "3 chairs"'),
    # a figure with what belongs elsewhere
    ("80% uptake", 'write "80%", and put "uptake" under "measure"'),
    ("2% of patients", 'write "2%", and put "of patients" under "measure"'),
    ("half of patients", 'write "half", and put "of patients" under "measure"'),
    ("less than 10% of the time", 'write "less than 10%", and put "of the time" under "measure"'),
    ("at least 109% of 2019/20 activity", 'write "at least 109%"'),
    ("an average of 30 minutes", 'write "30 minutes", and put "an average of" under "measure"'),
    ("5 per tolerance", 'write "5", and put "per tolerance" under "measure"'),
    ("10% reduction on 2019/20 levels", 'write "down 10%", and say under "baseline" what "on 2019/20 levels" is'),
    ("5% below 2019/20", 'write "down 5%", and say under "baseline"'),
    ("5% above plan", 'write "up 5%", and say under "baseline"'),
    ("75% by 2028", 'write "75%", and put "by 2028" under "due"'),
    ("19% by March 2026", 'write "19%", and put "by March 2026" under "due"'),
    ("zero 65-week waits", 'write "0", and put "65-week waits" under "measure"'),
    ("no 52-week waits by March 2026", 'write "0"'),
    ("average length of stay of 7 days", 'write "7 days", and put "average length of stay of" under "measure"'),
    ("keep waits under 5%", 'write "under 5%", with hold: true beside it, and put "keep waits" under "measure"'),
    ("increase from 60% to 67%", 'write "67%", and put "60%" under "baseline"'),
    ("COVID-19", 'write "19"'),
    ("maintain 95%", 'write "95%", with hold: true beside it'),
    ("stay under 5%", 'write "under 5%", with hold: true beside it'),
    ("TBC 95%", 'write "95%" once it is agreed'),
    ("£7m savings", 'write "£7m", and put "savings" under "measure"'),
    ("£2.4m deficit", 'write "-£2.4m", and put "deficit" under "measure"'),
    ("(£2.4m)", 'write "£2.4m" or "-£2.4m"'),
    ("±5%", 'write "between -5% and 5%"'),
    ("$5", 'write "5", and put "$" under "measure"'),
    ("=1+1", "is a spreadsheet's formula; write the figure that it comes to"),
    ("=SUM(A1:A3)", "is a spreadsheet's formula"),
    ("0000-01-01", 'reads as a date; write the figure here, and the date under "due"'),
    ("31/12/9999", "reads as a date"),
]


@pytest.mark.parametrize(("text", "advice"), REFUSED)
def test_refusals_say_what_to_write(text: str, advice: str) -> None:
    with pytest.raises(QuantityError) as refused:
        Quantity.parse(text)
    assert advice in str(refused.value)
    assert "\n" not in str(refused.value)


def test_relative_without_a_direction_is_refused() -> None:
    with pytest.raises(QuantityError, match='write "down 5%" or "up 5%"'):
        Quantity.parse("5%", relative=True)
    with pytest.raises(QuantityError, match='"down at least 5%"'):
        Quantity.parse("at least -5%", relative=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("£7m", "£7,000,000"),
        ("1 bed", "1 beds"),
        ("1 week", "one week"),
        ("19.0%", "19 per cent"),
        ("1 in 5", "1/5"),
    ],
)
def test_one_figure_written_twice_is_equal(one: str, other: str) -> None:
    assert Quantity.parse(one) == Quantity.parse(other)
    assert hash(Quantity.parse(one)) == hash(Quantity.parse(other))


@pytest.mark.parametrize(
    ("change", "baseline", "level"),
    [
        ("down 5%", "150,000", "142,500"),
        ("down 5%", "17.6%", "16.72%"),
        ("down 5%", "£7m", "£6,650,000"),
        ("+2pp", "17.6%", "19.6%"),
        ("+200", "150,000 open pathways", "150,200 open pathways"),
        ("down 1 day", "2 weeks", "13 days"),
        ("down at least 5%", "100 beds", "at most 95 beds"),
        ("down 5% to 10%", "100 beds", "between 90 beds and 95 beds"),
        ("up 2%", "about 50", "about 51"),
        ("at least 19%", "17.6%", "at least 19%"),
        ("cut by a third", "150 beds", "100 beds"),
        ("up by two thirds", "150,000", "250,000"),
        ("down by a seventh", "100", "85.714286"),
        ("halve", "about £7m", "about £3,500,000"),
        ("+5pp", "3 in 4", "80%"),
        ("20 more beds", "100", "120 beds"),
    ],
)
def test_against_a_baseline(change: str, baseline: str, level: str) -> None:
    found = Quantity.parse(change).against(Quantity.parse(baseline))
    assert found == Quantity.parse(level)
    assert found.text == level


@pytest.mark.parametrize(
    ("change", "baseline"),
    [
        ("+2pp", "150,000"),
        ("19%", "150,000"),
        ("+200", "17.6%"),
        ("+200", "£7m"),
        ("down 1 month", "2 weeks"),
        ("down 5%", "-5%"),
        ("down 5%", "between 1% and 2%"),
        ("down 5%", "down 5%"),
        ("down 5%", "under 6%"),
        ("down 2% a year", "100"),
        ("+5pp", "100 beds"),
    ],
)
def test_against_refuses_what_does_not_fit(change: str, baseline: str) -> None:
    with pytest.raises(QuantityError):
        Quantity.parse(change).against(Quantity.parse(baseline))


@pytest.mark.parametrize(
    ("target", "reading", "better", "met"),
    [
        ("19%", "19%", "higher", True),
        ("19%", "18.9%", "higher", False),
        ("19%", "18.9%", "lower", True),
        ("19%", "18.9%", "exactly", False),
        ("19%", "19%", None, None),
        ("under 6%", "6%", "higher", False),
        ("more than 90%", "90%", None, False),
        ("no more than 1%", "1%", None, True),
        ("exactly 0", "0", None, True),
        ("between 1% and 2%", "0.5%", None, False),
        ("between 1% and 2%", "0.5%", "lower", True),
        ("between 1% and 2%", "2.5%", "lower", False),
        ("134,140 open pathways", "130,000", "lower", True),
        ("18 weeks", "126 days", "exactly", True),
        ("19%", "19", "higher", None),
        ("down 5%", "19%", "lower", None),
        ("19%", "under 5%", "lower", None),
        ("80%", "3 in 4", "higher", False),
        ("3 in 4", "75%", "exactly", True),
        ("8 of 35", "9 of 35", "higher", True),
        ("a third", "33.4%", "higher", True),
        ("8 of 35 PCNs", "1 in 4", "higher", True),
        ("8 of 35 PCNs", "2 of 4 practices", "higher", None),
        ("8 of 35", "9", "higher", None),
        ("40,000 a week", "50,000", "higher", None),
        ("40,000 a week", "50,000 appointments a week", "higher", True),
        ("5 a month", "5 a week", "exactly", None),
        ("45-minute", "00:32:27", "lower", True),
    ],
)
def test_met(target: str, reading: str, better: Literal["lower", "higher", "exactly"] | None, met: bool | None) -> None:
    assert Quantity.parse(target).is_met_by(Quantity.parse(reading), better) is met


def test_met_by_a_bare_number() -> None:
    assert Quantity.parse("at least 19%").is_met_by(Decimal("19.0"), None) is True
    assert Quantity.parse("at least 19%").is_met_by(Decimal("NaN"), None) is None


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        ("Reduced the wait to 65 weeks. by April 2026.", ["65 weeks"]),
        ("from 17.6% to 19% by March 2026", ["17.6%", "19%"]),
        ("Activity at >90% of capacity", [">90%"]),
        ("To deliver c89% of appointments", ["c89%"]),
        ("in 8/35 PCNs; Around 1 in 5 adults", ["8/35", "Around 1 in 5"]),
        ("1 in 5 adults", ["1 in 5"]),
        ("approximately £7.5 million, or 4\u20135% a year", ["approximately £7.5 million", "4\u20135%"]),
        ("a maximum of 1% of patients over 52 weeks \u2013 March 2026", ["maximum of 1%", "over 52 weeks"]),
        ("minimum 2.5 cases per list, a 25% reduction", ["minimum 2.5", "25% reduction"]),
        ("65% of patients waiting less than 18 weeks", ["65%", "less than 18 weeks"]),
        ("between 1% and 2%, at least 2% per year", ["between 1% and 2%", "at least 2%"]),
        ("134,140 open pathways, March 2029 \u2013 92300", ["134,140", "92300"]),
        ("24-25 8.8 days, >23/24 plan", ["8.8 days"]),
        ("2025-26, 31 January 2025, Q3, 25/26, 1/4/2025, 2019 levels, March 25", []),
        ("NHS 111/999, 24/7, Core20PLUS5, section 1.3, A2S, COVID-19, 14Z34", []),
        ("phase 2, Level 2, year 1, type 1, stage 1 and 2, pages 13-15 and 44-45", []),
        ("a 3-year plan for 0\u201325-year-olds, over-75s and people aged 65+", []),
        ("at 5pm or 12:30, call 01279 655 255 or see https://x.uk/1/20%", []),
    ],
)
def test_figures_in_prose(prose: str, figures: list[str]) -> None:
    assert [prose[start:end] for start, end, _ in find_quantities(prose)] == figures
