"""What is advised: it can be read where it is advised, loses no figure and no unit in silence, and invents no year."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import MONTHS, DateError
from jfp_cli.values.figures import Quantity, QuantityError
from jfp_cli.values.refusal import RefusedError
from tests.values import phrases

CALENDARS = [
    Calendar(plan_starts=date(2025, 4, 1)),
    Calendar(),
    Calendar(8, date(2025, 8, 1)),
    Calendar(1, date(2026, 1, 1)),
]
UNITS = ("%", "£", "percentage points", "weeks", "days", "beds", "people", "pathways", "tCO2e", "minute")
FOUR = re.compile(r"(?<!\d)\d{4}(?!\d)")
TWO = re.compile(r"(?<!\d)\d\d(?!\d)")
YEAR_OF_PLAN = re.compile(r"(?<![A-Za-z])Y(\d)(?!\d)|\byear (\d)(?!\d)")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?|\.\d+")


def said(text: str, error: RefusedError) -> str:
    """All that is said of a text but the text itself."""
    return str(error).replace(f'"{text}"', "", 1)


def faults_of_date(text: str, calendar: Calendar, error: DateError) -> Iterator[str]:
    """What is wrong with the advice about a text that is no date."""
    for advised in error.advised:
        try:
            calendar.date(advised.removeprefix("starts: "))
        except DateError:
            yield f"{advised} is refused too"
    words = said(text, error)
    if FOUR.search(text) and "no year" in words:
        yield "no year, though four figures stand there"
    if "spreadsheet" in words:
        return
    known = {year + shift for year in years_in(text, calendar) for shift in (-1, 0, 1)}
    yield from (f"{year} is invented" for year in FOUR.findall(error.help) if int(year) not in known)
    if error.advised:
        # Years of the plan have years of their own, and times of day say nothing.
        counted = re.sub(r"5pm", "", YEAR_OF_PLAN.sub("", text))
        yield from (f"{run} is lost" for run in re.findall(r"\d+", counted) if not is_kept(int(run), words))


def years_in(text: str, calendar: Calendar) -> set[int]:
    """The years that a text names, be it with two figures or as years of the plan."""
    years = {int(year) for year in FOUR.findall(text)} | {2000 + int(year) for year in TWO.findall(text)}
    years |= {int(run[:4]) for run in re.findall(r"\d{8}", text)}
    starts = calendar.plan_starts
    return years | {starts.year + int(a or b) - 1 for a, b in YEAR_OF_PLAN.findall(text) if starts}


def is_kept(number: int, words: str) -> bool:
    """Whether a number stands in words, be it as a month's name or as a year of four figures."""
    numbers = {int(run) for run in re.findall(r"\d+", words)}
    months = {MONTHS[word] for word in re.findall("[a-z]+", words.lower()) if word in MONTHS}
    years = {(year + shift) % 100 for year in numbers if year > 1900 for shift in (-1, 0, 1)}
    return number in numbers | months or number % 100 in years


def faults_of_figure(text: str, error: QuantityError, read: Callable[[str], Quantity]) -> Iterator[str]:
    """What is wrong with the advice about a text that is no figure."""
    for advised in error.advised:
        try:
            read(advised)
        except QuantityError:
            yield f"{advised} is refused too"
    words = said(text, error)
    if error.advised:
        numbers = {value_of(run) for run in NUMBER.findall(words)}
        digits = re.sub(r"\D", "", words)  # "134 140" may be 134,140 million
        for run in NUMBER.findall(text):
            if value_of(run) not in numbers and re.sub(r"\D", "", run) not in digits:
                yield f"{run} is lost"
        words = words.replace("per cent", "%")
        yield from (f"{unit} is lost" for unit in UNITS if unit in text.replace("per cent", "%") and unit not in words)


def value_of(run: str) -> Decimal:
    return Decimal(run.replace(",", ""))


@pytest.mark.parametrize(("seed", "calendar"), list(enumerate(CALENDARS)))
def test_advice_about_a_date_is_read_and_loses_and_invents_nothing(seed: int, calendar: Calendar) -> None:
    wrong = []
    for text in phrases.dates(seed, phrases.COUNT // len(CALENDARS)):
        try:
            calendar.date(text)
        except DateError as error:
            wrong += [f"{fault}: {error}" for fault in faults_of_date(text, calendar, error)]
    assert wrong == []


READERS = [
    Calendar().quantity,
    partial(Calendar().quantity, relative=True),
    Calendar(units=("beds", "uptake", "of patients")).quantity,
    Calendar().level,
]


@pytest.mark.parametrize(("seed", "read"), list(enumerate(READERS)))
def test_advice_about_a_figure_is_read_and_loses_nothing(seed: int, read: Callable[[str], Quantity]) -> None:
    wrong = []
    for text in phrases.figures(seed, phrases.COUNT // len(READERS)):
        try:
            read(text)
        except QuantityError as error:
            wrong += [f"{fault}: {error}" for fault in faults_of_figure(text, error, read)]
    assert wrong == []
