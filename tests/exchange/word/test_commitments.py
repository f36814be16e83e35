"""The figures and dates of sentences as planners write them, typed where there is no doubt."""

from datetime import date

import pytest

from jfp_cli.exchange.word.commitments import Typed, commitment_in, sentences_of
from jfp_cli.values.calendar import Calendar

CALENDAR = Calendar(4, date(2025, 4, 1))


def typed(text: str) -> Typed:
    return commitment_in(text, CALENDAR)


@pytest.mark.parametrize(
    ("text", "figure", "due", "better"),
    [
        ("Cut the wait for a first visit to 40 weeks by April 2027", "40 weeks", "April 2027", "lower"),
        ("Reduced the rate of falls by 6% by 2028", "down 6%", "2028", "lower"),
        ("An increase in checks by 3% by March 2027 (of all patients)", "up 3%", "March 2027", "higher"),
        ("Activity at >80% of what was commissioned for children", ">80%", "", "higher"),
        ("June 2026: missed visits across all clinics less than 7%.", "less than 7%", "June 2026", "lower"),
        ("82% of discharges to have a follow-up within 48 hours by June 2027.", "82%", "June 2027", ""),
        ("92% of people wait less than 18 weeks", "92%", "", ""),
        ("Out of area stays brought to zero (0) by March 2028", "0", "March 2028", ""),
        ("Fewer than 5% of adults smoking", "Fewer than 5%", "", "lower"),
        ("Halve agency spend", "Halve", "", "lower"),
        ("Self-referral rate of 12% in 2026/27", "12%", "2026/27", ""),
        ("120 beds", "120 beds", "", ""),
        ("An app that works", "", "", ""),
    ],
)
def test_a_figure_a_date_and_a_direction_are_found(text: str, figure: str, due: str, better: str) -> None:
    found = typed(text)
    assert (found.figure, found.due, found.better, found.doubt) == (figure, due, better, "")


@pytest.mark.parametrize(
    "text",
    [
        "Fewer falls of people aged 65 and over",
        "Reduced admissions for all children under 18",
        "Fewer admissions within 30 days of discharge",
        "More checks in the 20% most deprived communities",
        "Better uptake than before (52% as of 3 June 2024)",
        "More people with a plan in the last 12 months of life",
        "Better results compared to April 2024",
    ],
)
def test_what_is_no_aim_is_not_typed(text: str) -> None:
    assert not typed(text).is_typed


def test_from_one_figure_to_another_is_a_baseline_and_a_target() -> None:
    found = typed("Increase answered calls in the most deprived 20% from 61.5% (April 2025) to 70% by March 2027.")
    assert (found.baseline, found.baseline_at, found.figure, found.due) == ("61.5%", "April 2025", "70%", "March 2027")


def test_figures_in_step_with_dates_are_a_way_to_the_last() -> None:
    found = typed("Waiting list: March 2026, 61,000 pathways, March 2028 – 48,500 pathways")  # noqa: RUF001 - as typed
    assert [tuple(point) for point in found.trajectory] == [("61,000", "March 2026")]
    assert (found.figure, found.due) == ("48,500", "March 2028")


def test_several_figures_are_a_doubt_and_none_is_typed() -> None:
    found = typed("Theatre use to 85% and clinics to 90% by March 2027")
    assert (found.figure, found.due) == ("", "March 2027")
    assert found.doubt == "it has several figures: 85%, 90%"


def test_a_change_that_says_no_direction_is_a_doubt() -> None:
    assert typed("Change the rate by 4%").doubt == "nothing says whether 4% is up or down"


def test_sentences_with_a_figure_each_are_commitments_each() -> None:
    text = "Nobody waits, brought to 0 by March 2026. Day cases brought to 85% by March 2027."
    assert len(sentences_of(text, CALENDAR)) == 2
    assert sentences_of("Waits cut to 40 weeks. This includes speech therapy.", CALENDAR) == [
        "Waits cut to 40 weeks. This includes speech therapy."
    ]


@pytest.mark.parametrize("text", ["Appointments within two weeks: 85% to 92% by March 2028", "Uptake of 60 to 70%"])
def test_a_range_that_may_be_a_baseline_and_a_target_is_not_typed(text: str) -> None:
    found = typed(text)
    assert (found.figure, found.baseline) == ("", "")
    assert "may be a range, or where it begins and what it aims at" in found.doubt


def test_a_range_with_a_dash_is_typed() -> None:
    assert typed("Occupancy of 85-92%").figure == "85-92%"


def test_the_date_behind_the_figure_is_when_it_is_due_where_the_baseline_has_one_too() -> None:
    found = typed("Reduce vacancies from 12 per cent in March 2025 to 8 per cent by March 2027")
    assert (found.baseline_at, found.due, found.doubt) == ("March 2025", "March 2027", "")
