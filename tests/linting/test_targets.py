"""The rules about targets beyond their own examples: near misses, boundaries, and what the shipped plan has."""

import pytest

from tests.linting.one_rule import findings, shipped


def found(code: str, *targets: str, readings: str = "") -> list[str]:
    """Where one rule finds a fault in targets given as the inside of YAML's braces: `t1.target`, `t2`."""
    if readings:
        targets = (f"measure: t1, {targets[0]}", *targets[1:])
    lines = "".join(
        f"  - {{id: t{number}, {fields if 'statement:' in fields else f'statement: A better service, {fields}'}}}\n"
        for number, fields in enumerate(targets, 1)
    )
    text = f"--- sections/example.yaml\ntargets:\n{lines}"
    if readings:
        text += f"--- measures/t1.yaml\nreadings: [{readings}]\n"
    return [str(finding.address).removeprefix("targets/") for finding in findings(code, text)]


# A figure, a date, a baseline, an owner


@pytest.mark.parametrize(
    ("fields", "places"),
    [
        ("better: lower, due: March 2026", ["t1"]),
        ("measure: Waits, due: March 2026", ["t1"]),
        ("due: March 2026", []),  # something to be finished
        ("baseline: {value: 5%}, better: lower", ["t1"]),
        ('better: lower, target: "0"', []),
    ],
)
def test_a_target_needs_a_figure_unless_it_is_something_to_finish(fields: str, places: list[str]) -> None:
    assert found("JFP401", fields) == places


def test_the_last_figure_of_a_trajectory_is_offered_as_the_target() -> None:
    text = """
targets:
  - id: t1
    statement: A smaller list
    better: lower
    trajectory: [{target: "134,140", due: March 2026}, {target: "92,300", due: March 2029}]
"""
    (finding,) = findings("JFP401", text)
    assert finding.help == 'write the last one as "target: 92,300" and "due: March 2029"'


def test_a_figure_needs_a_date_and_a_baseline_and_a_wish_needs_neither() -> None:
    targets = "target: 5%", "better: lower", "target: 5%, due: March 2026, baseline: {value: 6%}"
    assert found("JFP402", *targets) == ["t1"]
    assert found("JFP403", *targets) == ["t1"]


@pytest.mark.parametrize("figure", ["down 5%", "+2 percentage points", "up 300", "7000 more", "7000 additional"])
def test_a_change_without_a_baseline_is_one_fault(figure: str) -> None:
    assert found("JFP403", f"target: {figure}, due: March 2026") == []
    assert found("JFP404", f"target: {figure}, due: March 2026") == ["t1.target"]
    assert found("JFP404", f"baseline: {{value: 50%}}, target: {figure}, due: March 2026") == []


@pytest.mark.parametrize("figure", ["5%", "3 in 4", "at most 5%", "-5%"])
def test_a_level_is_no_change(figure: str) -> None:
    assert found("JFP404", f"target: {figure}, due: March 2026") == []


def test_a_relative_figure_is_a_change() -> None:
    assert found("JFP404", "relative: true, target: -5%, due: March 2026") == ["t1.target"]


def test_a_change_on_the_way_to_a_level_needs_a_baseline_too() -> None:
    fields = "trajectory: [{target: down 3%, due: March 2026}], target: 5%, due: March 2027"
    assert found("JFP404", fields) == ["t1.trajectory[0].target"]
    assert found("JFP403", fields) == []


def test_indicators_are_held_to_account_as_targets_are() -> None:
    text = """
workstreams:
  - id: outpatients
    title: Outpatients
    indicators:
      - A sentence has no owner
      - {id: missed-appointments, statement: Fewer missed appointments, target: under 6%}
"""
    for code in ("JFP402", "JFP403", "JFP410"):
        assert [str(finding.address) for finding in findings(code, text)] == ["targets/missed-appointments"]


# The way from the baseline to the target


@pytest.mark.parametrize(
    "fields",
    [
        "better: lower, baseline: {value: 5%}, target: 6%",
        "better: higher, baseline: {value: 5%}, target: 4%",
        "better: higher, baseline: {value: 5%}, target: 3% to 4%",
        "better: lower, baseline: {value: 5%}, target: 6% to 7%",
        "better: lower, baseline: {value: 8 weeks}, target: 57 days",
        "better: lower, target: up 2%",
        "better: higher, target: down 2 percentage points",
        "better: lower, baseline: {value: 5%}, target: at least 6%",
        "better: higher, target: up to 6%",
    ],
)
def test_a_target_that_leads_away_from_better_is_an_error(fields: str) -> None:
    assert found("JFP405", fields) == ["t1.target"]
    assert found("JFP412", fields) == []


@pytest.mark.parametrize(
    "fields",
    [
        "better: lower, baseline: {value: 5%}, target: 5%",
        "better: lower, baseline: {value: 5%}, target: 4% to 6%",
        "better: higher, baseline: {value: 5%}, target: 4% to 6%",
        "better: lower, baseline: {value: 8 weeks}, target: 55 days",
        "better: exactly, baseline: {value: 5%}, target: 6%",
        "baseline: {value: 5%}, target: 4%",
        "better: lower, baseline: {value: 5 weeks}, target: 6%",
        "better: lower, target: down at least 5%",
        "better: higher, target: up at most 5%",
        "statement: Occupancy kept at 90% or more, better: higher, baseline: {value: 92%}, target: at least 90%",
    ],
)
def test_what_does_not_lead_away_is_no_error(fields: str) -> None:
    assert found("JFP405", fields) == []


def test_a_point_on_the_way_can_lead_away_too() -> None:
    fields = "better: lower, trajectory: [{target: up 2%, due: March 2026}], target: down 2%, due: March 2027"
    assert found("JFP405", fields) == ["t1.trajectory[0].target"]


@pytest.mark.parametrize(
    ("fields", "places"),
    [
        ("better: lower, baseline: {value: 5%}, target: 5%", ["t1.target"]),
        ("better: lower, baseline: {value: 5%}, target: under 5%", []),
        ("better: higher, baseline: {value: 93}, target: 90 to 95", ["t1.target"]),
        ("better: exactly, baseline: {value: 5}, target: 5", ["t1.target"]),
        ("better: higher, baseline: {value: 5}, target: up 0%", ["t1.target"]),
        ("better: higher, baseline: {value: 5}, target: up 2%", []),
        ("better: higher, baseline: {value: 5%}, target: 5 weeks", []),
        ("baseline: {value: 5%}, target: 5%", []),  # nobody can tell
        ("baseline: {value: 5%}, target: at least 4%", ["t1.target"]),
        (
            "statement: Staff survey scores that keep improving, better: higher, baseline: {value: 5}, target: 5",
            ["t1.target"],
        ),
        ("statement: Shorter length of stay, better: lower, baseline: {value: 5 days}, target: 5 days", ["t1.target"]),
        ("statement: Uptake maintained, better: higher, baseline: {value: 52%}, target: 52%", []),
        ("statement: Vacancies stay below 5%, better: lower, baseline: {value: 4%}, target: under 5%", []),
    ],
)
def test_a_target_met_at_the_baseline_is_found_unless_it_is_to_be_held(fields: str, places: list[str]) -> None:
    assert found("JFP412", fields) == places


# The trajectory


def trajectory(*points: tuple[str, str], rest: str) -> str:
    written = ", ".join(f'{{target: "{figure}", due: {due}}}' for figure, due in points)
    return f"trajectory: [{written}], {rest}"


@pytest.mark.parametrize(
    ("fields", "places"),
    [
        (
            trajectory(("9", "March 2027"), ("8", "March 2026"), rest="target: 5, due: March 2029"),
            ["trajectory[1].due"],
        ),
        (trajectory(("9", "March 2026"), ("8", "2025-26"), rest="target: 5, due: March 2029"), ["trajectory[1].due"]),
        (trajectory(("9", "March 2029"), rest="target: 5, due: March 2028"), ["trajectory[0].due"]),
        (trajectory(("9", "March 2028"), rest="target: 5, due: March 2028"), ["trajectory[0].due"]),
        (trajectory(("5", "March 2028"), rest="target: 5, due: March 2028"), []),  # its end, said twice
        (trajectory(("9", "June 2026"), ("8", "Q2 2026/27"), rest="target: 5, due: 2026-30"), []),
        (trajectory(("9", "March 2026"), rest="target: 5, due: April 2026 onwards"), []),
        (trajectory(("9", "March 2026"), rest="target: 5"), []),
        ("baseline: {value: 9, at: April 2026}, target: 5, due: March 2026", ["baseline.at"]),
        ("baseline: {value: 9, at: 31 March 2026}, target: 5, due: March 2026", ["baseline.at"]),
        ("baseline: {value: 9, at: 2025-26}, target: 5, due: March 2026", []),
    ],
)
def test_dates_lead_from_the_baseline_to_the_target(fields: str, places: list[str]) -> None:
    assert found("JFP406", f"better: lower, {fields}") == [f"t1.{place}" for place in places]


@pytest.mark.parametrize(
    ("fields", "figures", "worse"),
    [
        ("better: lower", "5 6 4", ["trajectory[1].target"]),
        ("better: lower", "5 6", ["target"]),
        ("better: lower", "6 6 4", []),
        ("better: higher", "6 5 9", ["trajectory[1].target"]),
        ("relative: false", "6 5 at_least_9", ["trajectory[1].target"]),
        ("relative: false", "6 5 9", []),  # nobody can tell
        ("better: exactly", "6 5 9", []),
        ("better: lower", "6_weeks 41_days 1_week", []),
        ("better: lower", "6_weeks 43_days 1_week", ["trajectory[1].target"]),
        ("better: lower", "5_weeks 6% 1_week", []),
        ("better: lower", "down_5% down_3% down_9%", ["trajectory[1].target"]),
        ("better: lower", "down_5% 6%", []),
        ("better: lower, baseline: {value: 100}", "down_5% 96", ["target"]),
        ("better: lower, baseline: {value: 100}", "down_5% 94", []),
        ("better: lower, baseline: {value: 5}", "6 4", []),  # a waiting list may grow before it shrinks
    ],
)
def test_figures_get_no_worse_on_the_way(fields: str, figures: str, worse: list[str]) -> None:
    *points, target = (figure.replace("_", " ") for figure in figures.split())
    dated = [(figure, f"March {year}") for year, figure in enumerate(points, 2026)]
    places = found("JFP406", f"{fields}, " + trajectory(*dated, rest=f'target: "{target}", due: March 2030'))
    assert places == [f"t1.{place}" for place in worse]


def test_figures_are_judged_once_their_dates_are_right() -> None:
    points = trajectory(("5", "March 2027"), ("6", "March 2026"), rest="target: 4, due: March 2029")
    assert found("JFP406", f"better: lower, {points}") == ["t1.trajectory[1].due"]


# The plan's period


@pytest.mark.parametrize(
    ("due", "is_outside"),
    [
        ("March 2025", True),
        ("2024-25", True),
        ("1 April 2025", False),
        ("Spring 2025", False),  # ends within
        ("31 March 2030", False),
        ("2029-31", False),  # starts within
        ("April 2030", True),
        ("from April 2030", True),
        ("April 2025 onwards", False),
    ],
)
def test_a_target_is_due_within_the_plan(due: str, is_outside: bool) -> None:
    assert found("JFP407", f"target: 5%, due: {due}") == (["t1.due"] if is_outside else [])


def test_a_target_met_before_the_plan_started_is_no_fault() -> None:
    fields = 'better: lower, target: "0", due: March 2025'
    assert found("JFP407", fields, readings='{at: March 2025, value: "0"}') == []
    assert found("JFP407", fields, readings='{at: March 2025, value: "3"}') == ["t1.due"]


# Two targets on one measure

MEASURE = "measure: Missed appointments as a share of all, better: lower"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("target: under 6%, due: March 2026", "target: under 5%, due: 2025-26"),
        ("target: under 6%, due: 15 March 2026", "target: under 5%, due: March 2026"),
        ("target: 6%, due: September 2025", "target: 5%, due: 2025-26"),  # inside the year
        ("target: 6%, due: September 2025", "target: 5%, due: year 1"),
        ("target: 5%, due: March 2026", "target: 6%, due: March 2027"),  # easier later
        ("target: 5%, due: March 2027", "target: 4% to 6%, due: March 2028"),
        ("target: 6%", "target: 5%"),  # neither has a date
        ("target: down 5%, due: March 2026", "target: down 3%, due: March 2026"),
        (
            "baseline: {value: 6%}, target: 5%, due: March 2026",
            "baseline: {value: 6%}, target: down 10%, due: March 2026",
        ),
        ("target: 6%, due: March 2026", "trajectory: [{target: 5%, due: March 2026}], target: 2%, due: March 2027"),
    ],
)
def test_two_figures_for_one_date_or_an_easier_one_later_conflict(one: str, other: str) -> None:
    assert len(found("JFP408", f"{MEASURE}, {one}", f"{MEASURE}, {other}")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("target: 6%, due: March 2026", "target: 5%, due: March 2029"),  # a step
        ("target: 6%, due: March 2026", "target: 5%, due: 2026-30"),
        ("target: 6%, due: September 2025", "target: 5%, due: by 2025-26"),
        ("target: 6%, due: March 2026", "target: 6%, due: 2025-26"),
        ("target: 6%, due: March 2026", "target: under 6%, due: 2025-26"),
        ("target: 6%, due: March 2026", "target: 6%, due: March 2027"),  # held
        ("target: 6%, due: March 2026", "target: 5% to 6%, due: March 2026"),
        ("target: 6%, due: March 2026", "due: March 2026"),
        ("target: 6%, due: March 2026", "target: 5%"),
        ("target: 6%, due: March 2026", "target: 300, due: March 2026"),
        ("target: 6%, due: March 2026", "target: down 5%, due: March 2026"),
        ("target: down 5%, due: March 2026", "target: down 3%, due: March 2027"),  # of what, in each year?
        ("target: 5%, due: March 2026", "target: 6%, due: April 2026 onwards"),
        ("places: [north], target: 6%, due: March 2026", "places: [south], target: 5%, due: March 2026"),
        ("places: [north], target: 6%, due: March 2026", "target: 5%, due: March 2026"),
    ],
)
def test_steps_repetitions_and_other_places_do_not_conflict(one: str, other: str) -> None:
    targets = f"  - {{id: t1, statement: A, {MEASURE}, {one}}}\n  - {{id: t2, statement: B, {MEASURE}, {other}}}\n"
    for text in (targets, "\n".join(reversed(targets.splitlines()))):
        assert findings("JFP408", f"--- plan.yaml\n{PLACES}\n--- sections/a.yaml\ntargets:\n{text}\n") == []


PLACES = "places: {north: North, south: South}"


def test_targets_conflict_once_however_many_places_they_share() -> None:
    text = f"""
--- plan.yaml
{PLACES}
--- sections/outpatients.yaml
targets:
  - {{id: t1, statement: A, {MEASURE}, places: [north, south], target: 6%, due: March 2026}}
  - {{id: t2, statement: B, {MEASURE}, places: [south, north], target: 5%, due: March 2026}}
"""
    assert [str(finding.address) for finding in findings("JFP408", text)] == ["targets/t2.target"]


def test_an_indicator_is_for_the_places_of_its_workstream() -> None:
    text = f"""
--- plan.yaml
{PLACES}
--- sections/outpatients.yaml
workstreams:
  - {{id: n, title: N, places: [north], indicators: [{{id: t1, statement: A, {MEASURE}, target: 6%, due: March 2026}}]}}
  - {{id: s, title: S, places: [south], indicators: [{{id: t2, statement: B, {MEASURE}, target: 5%, due: March 2026}}]}}
targets:
  - {{id: t3, statement: C, {MEASURE}, places: [north], target: 4%, due: March 2026}}
"""
    (finding,) = findings("JFP408", text)
    assert str(finding.address) == "targets/t3.target"
    assert finding.message.endswith("in targets/t1")


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        ("missed appointments, as share of all", True),
        ("Missed appointments \u2013 as a share of all", True),
        ("Missed appointments as a share of all in mental health", False),
        ("All missed appointments as a share", True),
    ],
)
def test_a_measure_is_the_same_where_its_words_are(other: str, is_same: bool) -> None:
    targets = (
        f"{MEASURE}, target: 6%, due: March 2026",
        f'measure: "{other}", better: lower, target: 5%, due: March 2026',
    )
    assert bool(found("JFP408", *targets)) == is_same


def test_targets_without_a_measure_do_not_conflict() -> None:
    assert found("JFP408", "target: 6%, due: March 2026", "target: 5%, due: March 2026") == []


def test_a_step_towards_the_figure_of_a_year_is_no_conflict() -> None:
    steps = "trajectory: [{target: 6%, due: September 2025}], target: 5%, due: March 2026"
    assert found("JFP408", f"{MEASURE}, {steps}", f"{MEASURE}, target: 5%, due: 2025-26") == []


def test_a_target_that_contradicts_itself_is_left_to_other_rules() -> None:
    for due in ("September 2025", "1 March 2026"):
        steps = f"trajectory: [{{target: 4%, due: {due}}}], target: 5%, due: March 2026"
        assert found("JFP408", f"{MEASURE}, {steps}", f"{MEASURE}, target: 3%, due: March 2027") == []


def test_each_of_many_targets_on_a_measure_is_found_once() -> None:
    targets = [f"{MEASURE}, target: {figure}%, due: March 2026" for figure in (6, 5, 6, 4)]
    assert found("JFP408", *targets) == ["t2.target", "t3.target", "t4.target"]


# Units


@pytest.mark.parametrize(
    ("fields", "places"),
    [
        ("baseline: {value: 88}, target: 90%", ["baseline.value"]),
        ("baseline: {value: 88%}, target: +2 percentage points", []),
        ("baseline: {value: 88}, target: +2 percentage points", ["baseline.value"]),
        ("baseline: {value: 88 weeks}, target: down 5%", []),
        ("baseline: {value: 8 weeks}, target: down 3 days", []),
        ("baseline: {value: 8 weeks}, target: 2 months", ["baseline.value"]),
        ('baseline: {value: "150,000 open pathways"}, target: "92,300"', []),
        ("baseline: {value: £3m}, target: £2.5m", []),
        ("baseline: {value: 8 of 35}, target: 100%", []),
        ("baseline: {value: 8}, target: 8 of 35", ["baseline.value"]),
        ('baseline: {value: "40,000"}, target: "40,000 a week"', ["baseline.value"]),
        (trajectory(("5 weeks", "March 2026"), rest="target: 6%"), ["trajectory[0].target"]),
        (trajectory(("5 weeks", "March 2026"), rest="baseline: {value: 6%}"), ["trajectory[0].target"]),
    ],
)
def test_figures_of_a_target_are_in_one_unit(fields: str, places: list[str]) -> None:
    assert found("JFP409", f"better: lower, {fields}") == [f"t1.{place}" for place in places]


def test_readings_are_in_the_unit_of_the_baseline_that_changes() -> None:
    fields = "better: lower, baseline: {value: 9 days}, target: down 5%"
    readings = "{at: June 2025, value: 8 days}, {at: July 2025, value: 8%}"
    assert found("JFP409", fields, readings=readings) == ["measures/t1.readings[1].value"]


@pytest.mark.parametrize(
    ("measure", "places"),
    [
        ("readings: [{at: June 2025, value: 71%}]", ["measures/seen.readings[0].value"]),
        (
            "readings: [{at: May 2025, value: 70%}, {at: June 2025, value: 71%}]",
            ["targets/t1.target", "targets/t2.target"],
        ),
        ("unit: '%'", ["targets/t1.target", "targets/t2.target"]),
        ("unit: days\nreadings: [{at: June 2025, value: 70 days}]", ["targets/t1.target", "targets/t2.target"]),
        ("unit: patients\nreadings: [{at: June 2025, value: '70'}]", []),
        ("definition: those who were seen", []),
    ],
)
def test_a_target_in_another_unit_than_its_measure_is_told_once(measure: str, places: list[str]) -> None:
    figures = ('"0.78"', '"9,000"') if "days" not in measure else ("78%", "80%")
    targets = [f"{{id: t{at}, statement: Seen, measure: seen, target: {one}}}" for at, one in enumerate(figures, 1)]
    text = f"--- sections/example.yaml\ntargets: [{', '.join(targets)}]\n--- measures/seen.yaml\n{measure}\n"
    assert sorted(str(finding.address) for finding in findings("JFP409", text)) == places


@pytest.mark.parametrize(
    ("unit", "value", "instead"),
    [
        ("days", '"72"', "72 days"),
        ("'%'", '"72"', "72%"),
        ("per cent", '"7.5"', "7.5 per cent"),
        ("weeks", '"1,200"', "1,200 weeks"),
        ("days", "72%", ""),
        ("days", "9 hours per visit", ""),
    ],
)
def test_a_figure_without_a_unit_is_offered_in_that_of_its_measure(unit: str, value: str, instead: str) -> None:
    measure = f"--- measures/seen.yaml\nunit: {unit}\nreadings: [{{at: June 2025, value: {value}}}]\n"
    target = f"targets: [{{id: t1, statement: Seen, measure: seen, target: {value}}}]\n"
    found = findings("JFP409", f"--- sections/example.yaml\n{target}{measure}")
    assert {finding.address.kind for finding in found if finding.address} == {"targets", "measures"}
    for finding in found:
        assert (f'write "{instead}" if that is meant' in finding.help) == bool(instead)
        assert [(fix.safe, fix.edits[0].text.strip('"')) for fix in finding.fixes] == (
            [(False, instead)] if instead else []
        )
        if instead:
            mended = f"--- sections/example.yaml\n{target}{measure}".replace(value, f'"{instead}"')
            assert findings("JFP409", mended) == []


# What the statement says


@pytest.mark.parametrize(
    "fields",
    [
        "statement: Cut missed appointments to 6%, better: lower, target: 5%",
        "statement: Missed appointments under 6%, better: lower, target: under 5%",
        "statement: 80% of referrals carry a test result, better: higher, target: 75%",
        "statement: A day case rate of 80%, better: higher, target: 85%",
        "statement: Admissions down by 10%, better: lower, target: down 5%",
        "statement: Up 2 percentage points, better: higher, target: +3 percentage points",
        "statement: Up +2pp, better: higher, target: +3 percentage points",
        "statement: Waits of at most 8 weeks, better: lower, target: 50 days",
        'statement: "Cut the list to 95,000 by March 2029", better: lower, target: "92,300"',
        'statement: "Cut the list to 95,000 open pathways", measure: Open pathways, better: lower, target: "92,300"',
        "statement: Spend cut to £3m, better: lower, target: £2m",
    ],
)
def test_a_statement_that_promises_another_figure_is_found(fields: str) -> None:
    assert found("JFP411", fields) == ["t1.statement"]


@pytest.mark.parametrize(
    "fields",
    [
        "statement: Cut missed appointments to 5%, better: lower, target: under 5%",
        "statement: From 8% to 6% and then 5%, better: lower, target: 5%",
        "statement: Up from 60%, better: higher, target: 67%",
        "statement: Up to 63% on the way, better: higher, trajectory: [{target: 63%, due: May 2026}], target: 67%",
        "statement: At least 60% as now, better: higher, baseline: {value: 60%}, target: 67%",
        "statement: More diagnosed in the most deprived 20%, better: higher, target: 19%",
        "statement: 20% most deprived communities, better: higher, target: 19%",
        "statement: Less waiting for those over 52 weeks, better: lower, target: 40 weeks",
        "statement: Nobody waits more than 65 weeks, better: lower, target: no more than 1%",
        'statement: "Nobody waits, in all 3 hospitals", better: lower, target: "0"',
        "statement: Reach 3 hospitals, measure: Practices with a pharmacist, better: higher, target: 35 practices",
        "statement: Waits cut by 3 weeks, better: lower, target: 10 weeks",
        "statement: Waits of at most 8 weeks, better: lower, target: 56 days",
        "statement: Admissions down 5%, better: lower, target: 19%",
        "statement: Reach 2%, better: lower, target: 1% to 2%",
        'statement: "Long waits cut to 3 by July 2025, and to none by March 2026", better: lower, target: "0"',
        "statement: 50% of practices reach 90%, better: higher, target: 90%",
        "statement: More places by 2028 under phase 2, better: higher, target: 300",
    ],
)
def test_other_figures_in_a_statement_are_no_promise(fields: str) -> None:
    assert found("JFP411", fields) == []


def test_the_figure_in_the_statement_is_underlined() -> None:
    text = """
targets:
  - id: t1
    statement: >-
      Missed appointments are cut from 8% to
      under 6%
    better: lower
    target: under 5%
"""
    (finding,) = findings("JFP411", text)
    assert (finding.span.line, finding.span.column, finding.span.end_column) == (5, 7, 15)


# Per cent of per cent


@pytest.mark.parametrize(
    "fields",
    [
        "baseline: {value: 50%}, target: up 10%",
        "baseline: {value: 50%}, relative: true, target: -10%",
        "measure: Missed appointments as a share of all, target: down 5%",
        "measure: Bed occupancy, target: down 5%",
    ],
)
def test_a_change_in_per_cent_of_a_percentage_can_be_read_two_ways(fields: str) -> None:
    assert found("JFP413", fields) == ["t1.target"]


@pytest.mark.parametrize(
    "fields",
    [
        "baseline: {value: 50%}, target: +10 percentage points",
        "baseline: {value: 50%}, target: 60%",
        "baseline: {value: 50}, target: up 10%",
        "measure: Rate of admissions, target: down 5%",
        "target: down 5%",
        "baseline: {value: 50}, measure: Shared records used, target: up 10%",
        "statement: A relative rise, baseline: {value: 50%}, target: up 10%",
    ],
)
def test_other_changes_can_be_read_one_way(fields: str) -> None:
    assert found("JFP413", fields) == []


def test_readings_in_per_cent_show_what_the_measure_is_in() -> None:
    assert found("JFP413", "target: down 5%", readings="{at: June 2025, value: 50%}") == ["t1.target"]


def test_both_levels_are_worked_out() -> None:
    text = "targets: [{id: t1, statement: A better rate, better: higher, baseline: {value: 50%}, target: up 10%}]\n"
    (finding,) = findings("JFP413", f"--- sections/example.yaml\n{text}")
    assert finding.message == '"up 10%" of "50%" can mean "55%", or, in percentage points, "60%"'


# The shipped plan


def test_appointments_and_cases_that_the_shipped_plan_counts_in_two_ways_are_not_compared() -> None:
    assert shipped("JFP408") == []


def test_the_shipped_plan_does_not_say_what_hypertension_is_to_rise_by() -> None:
    assert [str(finding.address) for finding in shipped("JFP413")] == ["targets/hypertension-diagnosis-rate.target"]


def test_the_shipped_plan_has_targets_from_before_it_starts() -> None:
    places = {str(finding.address) for finding in shipped("JFP407")}
    assert {"targets/waits-over-65-weeks.due", "targets/day-case-rate-2025.due"} <= places


@pytest.mark.parametrize("code", ["JFP405", "JFP406", "JFP409"])
def test_the_shipped_plan_has_no_errors_in_its_targets(code: str) -> None:
    assert shipped(code) == []


@pytest.mark.parametrize("code", ["JFP411", "JFP412"])
def test_statements_and_held_levels_of_the_shipped_plan_raise_no_false_alarm(code: str) -> None:
    assert shipped(code) == []


@pytest.mark.parametrize("code", ["JFP402", "JFP403", "JFP404", "JFP405", "JFP409"])
def test_a_standard_needs_neither_date_nor_start(code: str) -> None:
    assert found(code, "statement: Waits for a test, target: no more than 1%, hold: true") == []


def test_a_change_of_each_year_is_one_of_the_year_before() -> None:
    fields = "statement: Lower running costs, target: down 2%, due: March 2030"
    assert found("JFP404", fields) == ["t1.target"]
    assert found("JFP404", f"{fields}, each: year") == []


def test_readings_are_in_the_unit_of_their_measure() -> None:
    text = "--- measures/waits.yaml\n{}readings: [{{at: 2025-06, value: {}}}, {{at: 2025-07, value: 9 days}}]\n"
    messages = [
        [finding.message for finding in findings("JFP409", text.format(unit, first))]
        for unit, first in (("unit: weeks\n", "8 weeks"), ("unit: beds\n", "8"), ("", "8 weeks"), ("", "8%"))
    ]
    assert messages == [
        [],
        ['the reading of 2025-07, "9 days", does not compare with the unit of the measure, "beds"'],
        [],
        ['the reading of 2025-07, "9 days", does not compare with the first reading, "8%"'],
    ]
