"""The rules about measures and their readings beyond their own examples: near misses and boundaries."""

from collections.abc import Iterable

import pytest

from jfp_cli.linting.engine import run
from jfp_cli.linting.option import length_of_time
from jfp_cli.loading.faults.examples import read_example
from tests.linting.one_rule import BY_CODE, findings, findings_now, shipped

PLACES = "--- plan.yaml\nplaces: {north: North, south: South}\n"
TARGET = "--- sections/access.yaml\ntargets:\n  - {id: t1, statement: Patients are seen, measure: waits"
STEADY = (71, 74, 72, 73, 70, 74, 72, 71, 73, 75, 72, 74, 73)


def waits(*readings: str, head: str = "") -> str:
    """The file of a measure."""
    lines = "".join(f"  - {{{reading}}}\n" for reading in readings)
    return f"--- measures/waits.yaml\n{head}{'readings:' if lines else 'title: Waits'}\n{lines}"


def monthly(values: Iterable[int], *, more: dict[int, str] | None = None, place: str = "") -> list[str]:
    """A reading a month from January 2025 on; `more` is what some say besides, by their number."""
    of = f", place: {place}" if place else ""
    return [
        f"at: {2025 + month // 12}-{month % 12 + 1:02}, value: {value}%{of}{(more or {}).get(month, '')}"
        for month, value in enumerate(values)
    ]


def messages(code: str, text: str, day: str = "2026-11-21") -> list[str]:
    return [finding.message for finding in findings(code, f"as of {day}\n{text}")]


# 421: a reading that is missing


@pytest.mark.parametrize(
    ("every", "at", "day", "is_late"),
    [
        ("week", "2026-W40", "2026-10-25", False),  # week 41 ended on 11 October
        ("week", "2026-W40", "2026-10-26", True),
        ("month", "2026-07", "2026-10-31", False),  # August
        ("month", "2026-07", "2026-11-01", True),
        ("month", "12 July 2026", "2026-10-31", False),
        ("quarter", "Q1 2026/27", "2026-12-31", False),  # July to September
        ("quarter", "Q1 2026/27", "2027-01-01", True),
        ("year", "2024/25", "2026-09-30", False),  # to March 2026
        ("year", "2024/25", "2026-10-01", True),
        ("year", "AY 2024/25", "2027-02-28", False),  # to August 2026
    ],
)
def test_a_reading_has_some_time_after_its_own(every: str, at: str, day: str, is_late: bool) -> None:
    text = waits(f"at: {at}, value: 70%", head=f"every: {every}\n")
    assert bool(messages("JFP421", text, day)) == is_late


def test_a_plan_gives_readings_another_time() -> None:
    file = waits("at: 2026-07, value: 70%", head="every: month\n")
    rule, example = BY_CODE["JFP421"], read_example(f"as of 2026-11-21\n{file}")
    option = next(option for option in rule.options if option.name == "month")
    found = [
        len(run(example.loaded, [rule], example.day, options={option: length_of_time(time)}))
        for time in ("82 days", "80 days")
    ]
    assert found == [0, 1]


@pytest.mark.parametrize(
    ("every", "day", "is_late"),
    [("month", "2025-06-30", False), ("month", "2025-07-01", True), ("year", "2026-09-30", False)],
)
def test_a_first_reading_is_due_once_a_first_time_of_the_plan_is_over(every: str, day: str, is_late: bool) -> None:
    told = messages("JFP421", waits(head=f"every: {every}\n"), day)
    began = "it is read every month, but there is no reading yet, though the plan began on 1 April 2025"
    assert told == ([began] if is_late else [])


def test_no_reading_is_due_after_the_end_of_the_plan() -> None:
    text = waits("at: 2030-03, value: 70%", head="every: month\n")
    assert messages("JFP421", text, "2031-01-01") == []
    assert messages("JFP421", text.replace("2030-03", "2030-02"), "2031-01-01") != []


@pytest.mark.parametrize("said", ["provisional: true", "exclude: half is missing", "note: early"])
def test_a_reading_was_taken_whatever_is_said_of_it(said: str) -> None:
    assert messages("JFP421", waits(f"at: 2026-09, value: 70%, {said}", head="every: month\n")) == []


def test_a_measure_that_does_not_say_how_often_it_is_read_is_not_late() -> None:
    assert messages("JFP421", waits("at: 2025-04, value: 70%")) == []


def test_one_measure_is_one_finding_that_names_what_is_missing() -> None:
    readings = (
        "at: 2026-07, value: 70%",
        "at: 2026-09, place: north, value: 70%",
        "at: 2026-07, place: south, value: 7%",
    )
    text = PLACES + waits(*readings, head="every: month\n")
    assert messages("JFP421", text) == [
        "it is read every month, but there is no reading after the one of 2026-07 (all places, South)"
    ]
    assert messages("JFP421", PLACES + waits(readings[1], head="every: month\n")) == []  # nothing of the whole is read


def test_what_was_read_later_is_not_there_on_an_earlier_day() -> None:
    text = waits("at: 2026-03, value: 70%", "at: 2026-09, value: 70%", head="every: month\n")
    assert messages("JFP421", text) == []
    assert messages("JFP421", text, "2026-08-01") == [
        "it is read every month, but there is no reading after the one of 2026-03"
    ]


# 422: a figure that no usual variation meets


def failing(code: str, target: str, *readings: str, day: str = "2026-11-21", head: str = "") -> list[tuple[str, str]]:
    text = f"as of {day}\n{PLACES}{TARGET}, {target}}}\n{waits(*readings, head=head)}"
    return [(str(finding.address), finding.message) for finding in findings(code, text)]


def test_a_standard_that_the_process_cannot_meet_is_found_at_its_figure() -> None:
    told = '"80%" is consistently missed: none of the usual variation meets it'
    standard = "better: higher, target: 80%, hold: true"
    assert failing("JFP422", standard, *monthly(STEADY)) == [("targets/t1.target", told)]


@pytest.mark.parametrize(
    ("target", "readings"),
    [
        ("better: higher, target: 80%, hold: true", monthly(STEADY[:12])),  # too few
        ("better: higher, target: 80%, hold: true", monthly(STEADY, more={4: ", exclude: strike"})),  # too few count
        ("better: higher, target: 76%, hold: true", monthly(STEADY)),  # within the limits
        ("better: lower, target: 80%, hold: true", monthly(STEADY)),  # always met
        ("target: 80%, hold: true", monthly(STEADY)),  # no direction
        ("better: exactly, target: 80%, hold: true", monthly(STEADY)),
        ("better: higher, target: 80%, due: March 2027", monthly(STEADY)),  # still to come
        ("better: higher, target: 92 weeks, hold: true", monthly(STEADY)),  # another unit
        ("better: higher, target: 80%, hold: true", monthly([100] * 13)),  # never moves, and meets it
    ],
)
def test_what_does_not_consistently_fail(target: str, readings: list[str]) -> None:
    assert failing("JFP422", target, *readings) == []


def test_provisional_readings_count_and_a_rebase_begins_anew() -> None:
    standard, early = "better: higher, target: 80%, hold: true", {12: ", provisional: true"}
    assert len(failing("JFP422", standard, *monthly(STEADY, more=early))) == 1
    head = "rebase: [{from: 2025-06, because: another return}]\n"
    assert failing("JFP422", standard, *monthly(STEADY), head=head) == []


def test_the_figure_in_force_is_the_one_that_is_missed() -> None:
    way = "better: higher, trajectory: [{target: 79%, due: December 2025}], target: 90%, due: March 2029"
    assert failing("JFP422", way, *monthly(STEADY)) == [
        (
            "targets/t1.trajectory[0].target",
            '"79%" (December 2025) is consistently missed: none of the usual variation meets it',
        )
    ]
    assert failing("JFP422", way.replace("December 2025", "March 2026"), *monthly(STEADY)) == []
    assert failing("JFP422", way, *monthly(STEADY), day="2025-12-20") == []


def test_a_target_of_several_places_is_one_finding() -> None:
    places = "better: higher, target: 80%, hold: true, places: [north, south]"
    readings = [*monthly(STEADY, place="north"), *monthly(STEADY, place="south")]
    [(_, told)] = failing("JFP422", places, *readings)
    assert told == '"80%" is consistently missed in North, South: none of the usual variation meets it'
    [(_, told)] = failing("JFP422", places, *readings[:13], *monthly([90] * 13, place="south"))
    assert "missed in North:" in told


# 423: a reading that is out of the ordinary


def outliers(*readings: str, head: str = "", day: str = "2026-11-21") -> list[tuple[str, str]]:
    found = findings("JFP423", f"as of {day}\n{PLACES}{waits(*readings, head=head)}")
    return [(str(finding.address), finding.message) for finding in found]


def test_an_outlier_is_found_at_its_value() -> None:
    told = 'the reading of 2026-02, "40%", is below the limits of usual variation'
    assert outliers(*monthly([*STEADY, 40])) == [("measures/waits.readings[13].value", told)]
    [(_, told)] = outliers(*monthly([*STEADY, 99], place="north"))
    assert told.startswith('the reading of 2026-02 of North, "99%", is above')


@pytest.mark.parametrize("said", [", note: strike", ", exclude: strike", ", provisional: true"])
def test_an_outlier_that_is_explained_left_out_or_may_be_corrected_is_none(said: str) -> None:
    assert outliers(*monthly([*STEADY, 40], more={13: said})) == []


def test_outliers_in_a_row_are_one_finding_and_one_note_explains_them() -> None:
    high = [*STEADY, 99, 98, 97]
    head = "fix_after: 13\n"
    [(at, told)] = outliers(*monthly(high), head=head)
    assert (at, told) == (
        "measures/waits.readings[13].value",
        'the reading of 2026-02, "99%", and those after it, 3 in all, are above the limits of usual variation',
    )
    assert outliers(*monthly(high, more={14: ", note: a new way of booking"}), head=head) == []
    assert len(outliers(*monthly([*STEADY, 99, 40, 99]), head=head)) == 3


def test_limits_from_fewer_than_thirteen_readings_have_no_outliers() -> None:
    assert outliers(*monthly([*STEADY[:11], 40])) == []
    assert outliers(*monthly([*STEADY, 40]), head="rebase: [{from: 2025-04, because: another return}]\n") == []


def test_other_signals_are_no_outliers() -> None:
    shift = [*STEADY, *[75] * 8]
    assert outliers(*monthly(shift)) == []


def test_an_outlier_that_came_later_is_not_there_yet() -> None:
    assert outliers(*monthly([*STEADY, 40]), day="2026-01-31") == []


# 424: a direction that is not that of the measure


@pytest.mark.parametrize(
    ("of_target", "of_measure", "weight"),
    [
        ("better: higher, ", "better: lower\n", "error"),
        ("better: lower, ", "better: higher\n", "error"),
        ("better: exactly, ", "better: lower\n", "warning"),
        ("better: lower, ", "better: exactly\n", "warning"),
        ("better: lower, ", "better: lower\n", None),
        ("better: lower, ", "", None),
        ("", "better: lower\n", None),
    ],
)
def test_a_target_has_the_direction_of_its_measure(of_target: str, of_measure: str, weight: str | None) -> None:
    found = findings_now("JFP424", f"{TARGET}, {of_target}target: 5%}}\n{waits(head=of_measure)}")
    assert [str(finding.severity) for finding in found] == ([weight] if weight else [])
    assert all([fix.safe for fix in finding.fixes] == [False] for finding in found)


def test_a_measure_in_words_has_no_direction_of_its_own() -> None:
    words = TARGET.replace("measure: waits", "measure: Long waits in all clinics")
    assert (
        findings_now("JFP424", f"{words}, better: higher, target: 5%}}\n{waits(head='better: lower' + chr(10))}") == []
    )


# 425: two readings on one date


@pytest.mark.parametrize(
    ("one", "other", "is_found"),
    [
        ("at: 2026-07, value: 5%", "at: 2026-07, value: 6%", True),
        ("at: 2026-07, value: 5%", "at: 31 July 2026, value: 6%", True),
        ("at: 2026-07, value: 5%, provisional: true", "at: 2026-07, value: 6%", True),
        ("at: 2026-07, value: 5%", "at: 30 July 2026, value: 6%", False),
        ("at: 2026-07, value: 5%", "at: 2026-08, value: 5%", False),
        ("at: 2026-07, value: 5%", "at: 2026-07, place: north, value: 6%", False),
        ("at: 2026-07, place: south, value: 5%", "at: 2026-07, place: north, value: 6%", False),
        ("at: 2026-07, place: north, value: 5%", "at: 2026-07, place: north, value: 6%", True),
        ("at: 2026-07, value: 5%, exclude: a return is missing", "at: 2026-07, value: 6%", False),
        ("at: 2026-07, value: 5%", "at: 2026-07, value: 6%, exclude: counted twice", False),
    ],
)
def test_one_series_has_one_reading_a_day(one: str, other: str, is_found: bool) -> None:
    found = findings_now("JFP425", PLACES + waits(one, other))
    assert [str(finding.address) for finding in found] == (["measures/waits.readings[1].at"] if is_found else [])


def test_each_reading_beyond_the_first_of_a_day_is_found_and_what_is_out_of_order_is_told_once() -> None:
    assert len(findings_now("JFP425", waits(*["at: 2026-07, value: 5%"] * 3))) == 2
    text = waits("at: 2026-07, value: 5%", "at: 2026-08, value: 6%", "at: 2026-07, value: 7%")
    example = read_example(text)
    assert [finding.code for finding in run(example.loaded, [BY_CODE["JFP425"]], example.day)] == ["JFP117"]


def fixes(*readings: str) -> list[tuple[str, bool]]:
    [finding] = findings_now("JFP425", waits(*readings))
    return [(fix.title, fix.safe) for fix in finding.fixes]


def test_the_same_reading_twice_is_taken_out_and_a_provisional_one_may_be() -> None:
    same, early = "at: 2026-07, value: 5%", "at: 2026-07, value: 5%, provisional: true"
    assert fixes(same, same) == [("take out the second, which says the same", True)]
    assert fixes(early, same) == [("take out the provisional one", False)]
    assert fixes(same, "at: 2026-07, value: 6%") == []


@pytest.mark.parametrize("code", ["JFP421", "JFP422", "JFP423", "JFP424", "JFP425"])
def test_the_shipped_plan_has_no_readings_in_which_anything_is_wrong(code: str) -> None:
    assert shipped(code) == []


# A place that the plan no longer has


@pytest.mark.parametrize(
    ("code", "head", "told"),
    [
        ("JFP421", "every: month\n", "no reading after the one of 2026-07 (north)"),
        ("JFP425", "", "in north"),
    ],
)
def test_a_place_that_the_plan_has_not_is_called_by_its_id(code: str, head: str, told: str) -> None:
    reading = "at: 2026-07, place: north, value: 5%"
    example = read_example(f"as of 2026-11-21\n{waits(reading, reading, head=head)}")
    assert {finding.code for finding in example.loaded.findings} == {"JFP112"}
    [message] = [one.message for one in run(example.loaded, [BY_CODE[code]], example.day) if one.code == code]
    assert told in message
