"""What holds of every date, however it is written."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jfp_cli.values.dates import DateError, PlanDate, find_dates
from jfp_cli.values.dates.at_sight import at_sight
from jfp_cli.values.dates.vocabulary import MONTHS as MONTH_WORDS
from jfp_cli.values.dates.vocabulary import SEASONS, WEEKDAYS
from jfp_cli.values.dates.whole import whole
from jfp_cli.values.dates.words import Words

MONTHS = [f"{date(2000, n, 1):%B}" for n in range(1, 13)]
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
YEARS = st.integers(1900, 2199)
STARTS = st.integers(1, 12)
NOT_IN_JANUARY = st.integers(2, 12)  # a plan whose years are calendar years has no financial years
ANY_YEARS = st.one_of(st.integers(1895, 2205), st.sampled_from([0, 1999, 2000, 2009, 2010, 2011, 2012]))
TWO_DIGITS = st.integers(0, 99).map("{:02}".format)
NEARLY_COMMON = st.one_of(
    st.builds(
        "{}{} {:04}".format,
        st.one_of(st.just(""), st.integers(0, 32).map("{} ".format), st.just("01 ")),
        st.sampled_from([*MONTH_WORDS, *SEASONS, *WEEKDAYS, "May", "SEPT", "FY", "Q", "by", "mid", "end", "term"]),
        ANY_YEARS,
    ),
    st.builds("{:04}-{}-{}".format, ANY_YEARS, TWO_DIGITS, TWO_DIGITS),
    st.builds(
        "{}{:04}{}{}".format,
        st.sampled_from(["", "", "Q1 ", "Q3 ", "Q4 ", "Q5 "]),
        ANY_YEARS,
        st.sampled_from("-/"),
        st.one_of(TWO_DIGITS, ANY_YEARS),
    ),
    ANY_YEARS.map(str),
)
PHRASES = st.sampled_from(
    [
        "31 January 2025",
        "March 2026",
        "end of June 2025",
        "mid-March 2026",
        "Autumn 2025/26",
        "Q3 2025/26",
        "H1 2025/26",
        "2025-26",
        "2026-30",
        "2026",
        "mid-summer 2025",
        "April 2025 - March 2026",
        "April 2025-26",
        "April 2026 onwards",
        "from April 2026",
    ]
)
WORDS = st.sampled_from(
    [
        "by",
        "in",
        "from",
        "to",
        "end",
        "of",
        "early",
        "mid",
        "late",
        "March",
        "Spring",
        "Q",
        "3",
        "31",
        "2025",
        "25",
        "26",
        "/",
        "-",
        ".",
        ",",
        "'",
        "(",
        ")",
        ":",
        "FY",
        "year",
        "week",
        "half",
        "th",
        "onwards",
        "before",
        "after",
        "between",
        "and",
        "Mon",
        "financial",
        "plan",
        "quarter",
        "first",
        "Easter",
        "9999",
        "0",
        "5pm",
        "\n\n",
    ]
)


def parsed(text: str, starts: int = 4) -> PlanDate:
    return PlanDate.parse(text, starts, date(2025, 4, 1))


def ordinal(n: int) -> str:
    return f"{n}{'th' if 10 < n < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


@given(DAYS, STARTS)
def test_a_day_in_every_spelling_is_that_day(day: date, starts: int) -> None:
    month = MONTHS[day.month - 1]
    for text in (
        day.isoformat(),
        f"{day.day} {month} {day.year}",
        f"{ordinal(day.day)} of {month[:3]}, {day.year}",
        f"{month} {ordinal(day.day)} {day.year}",
        f"{day:%A} {day.day} {month} {day.year}",
        f"{day.day}-{month[:3]}-{day.year}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day:%d.%m.}{day.year}",
        f"{day.isoformat()}T09:30:00Z",
    ):
        found = parsed(text, starts)
        assert (found.first, found.last) == (day, day), text


@given(YEARS, st.integers(1, 12))
def test_a_month_in_every_spelling_is_that_month(year: int, month: int) -> None:
    name = MONTHS[month - 1]
    expected = date(year, month, 1), date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    spellings = [
        f"{name} {year}",
        f"{name[:3]}. {year}",
        f"{name}, {year}",
        f"{month:02}/{year}",
        f"{name[:3]}-{year}",
    ]
    if (year + 1) % 100 != month:
        spellings.append(f"{year}-{month:02}")
    for text in spellings:
        found = parsed(text)
        assert (found.first, found.last) == expected, text


@given(YEARS, NOT_IN_JANUARY)
def test_a_financial_year_in_every_spelling_is_that_year(year: int, starts: int) -> None:
    short = f"{(year + 1) % 100:02}"
    expected = date(year, starts, 1), date(year + 1, starts, 1) - timedelta(days=1)
    spellings = [
        f"{year}/{short}",
        f"{year}-{year + 1}",
        f"FY {year}/{short}",
        f"{year}-{short} financial year",
    ]
    if 2000 <= year < 2100:
        spellings.append(f"FY{year % 100:02}/{short}")
    if 2013 <= year < 2100:  # 11/12 may be a month
        spellings.append(f"{year % 100:02}/{short}")
    for text in spellings:
        found = parsed(text, starts)
        assert (found.first, found.last) == expected, text


@given(st.sampled_from(["", "by ", "in ", "during "]), NEARLY_COMMON, STARTS)
def test_the_commonest_dates_are_read_as_their_words_are(before: str, text: str, starts: int) -> None:
    period = at_sight(before + text, starts)
    if period is not None:
        slowly, is_open = whole(Words(before + text, starts))
        assert (period.first, period.last, period.precision) == (slowly.first, slowly.last, slowly.precision)
        assert not is_open


@pytest.mark.parametrize(
    "text",
    [
        "March 2026",
        "31 Jan 2025",
        "by Autumn 2025",
        "during 2025-26",
        "2025-01-31",
        "2026-03",
        "2025/26",
        "Q3 2025/26",
        "2026-30",
        "2026",
    ],
)
def test_the_commonest_dates_are_read_at_sight(text: str) -> None:
    assert at_sight(text, 4) is not None


@given(YEARS, NOT_IN_JANUARY)
def test_quarters_and_halves_fill_the_financial_year(year: int, starts: int) -> None:
    name = f"{year}/{(year + 1) % 100:02}"
    whole = parsed(name, starts)
    for letter, count in (("Q", 4), ("H", 2)):
        pieces = [parsed(f"{letter}{n} {name}", starts) for n in range(1, count + 1)]
        assert (pieces[0].first, pieces[-1].last) == (whole.first, whole.last)
        for one, following in pairwise(pieces):
            assert one.last is not None
            assert one.last + timedelta(days=1) == following.first


@pytest.mark.parametrize("prefix", ["by", "in", "during", "before the end of", "no later than", "By the", "on"])
@given(PHRASES)
def test_words_before_a_date_change_nothing(prefix: str, phrase: str) -> None:
    assert parsed(f"{prefix} {phrase}") == parsed(phrase)


@given(
    PHRASES,
    st.sampled_from("\u2010\u2011\u2012\u2013\u2014\u2212"),
    st.sampled_from([str.upper, str.lower, str.title]),
)
def test_case_dots_and_dashes_change_nothing(phrase: str, dash: str, cased: object) -> None:
    assert callable(cased)
    assert parsed(cased(phrase).replace("-", dash)) == parsed(phrase)
    assert parsed(f"  {phrase}. ") == parsed(phrase)
    assert parsed(phrase.replace(" ", "\u00a0")) == parsed(phrase)


@given(
    st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=12).map(" ".join), st.lists(WORDS).map("".join)),
    STARTS,
)
def test_any_text_is_a_date_or_a_plain_refusal(text: str, starts: int) -> None:
    try:
        found = parsed(text, starts)
    except DateError as error:
        message = str(error)
        assert "\n" not in message
        assert len(message) < 400
    else:
        assert found.last is None or found.first <= found.last
        assert str(found) == text


@given(st.lists(st.one_of(WORDS, PHRASES, st.text(max_size=5)), max_size=30).map(" ".join), STARTS)
def test_what_is_found_in_prose_is_what_its_text_parses_to(text: str, starts: int) -> None:
    end_before = 0
    for start, end, found in find_dates(text, starts, date(2025, 4, 1)):
        assert end_before <= start < end <= len(text)
        assert found == parsed(text[start:end], starts)
        assert found.text == text[start:end]
        end_before = end


@given(PHRASES)
def test_a_date_is_found_in_a_sentence(phrase: str) -> None:
    text = f"The service will open by {phrase}; staff agree."
    (found,) = find_dates(text)
    assert found[2] == parsed(phrase)


@given(DAYS, DAYS)
def test_days_overdue_counts_from_the_last_day(due: date, as_of: date) -> None:
    found = parsed(due.isoformat())
    assert found.days_overdue(as_of) == max(0, (as_of - due).days)
    assert found.overdue(as_of) == (due < as_of)


@pytest.mark.parametrize("text", ["\0", "9" * 10_000, "(" * 10_000, "\u0663\u0661", "early " * 30, "\U0001d7d9"])
def test_hostile_text_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        parsed(text)
    assert list(find_dates(text)) == []
