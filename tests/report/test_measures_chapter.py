"""Measures with their charts on the page of the plan: for whom, and of which section."""

from datetime import date
from pathlib import Path

import pytest

from jfp_cli.loading.faults.examples import read_example
from jfp_cli.measures.series import worst_first
from jfp_cli.report.charts.of_series import measured_in
from jfp_cli.report.charts.picture import picture
from tests.borough.test_borough import DAY
from tests.borough.test_borough import PLAN as BOROUGH
from tests.conftest import ChangePlan
from tests.report.pages import FORMS, made, page


def test_internal_readers_see_the_chart_of_every_measure_and_of_its_places() -> None:
    shown = {one.entity.id: one for one in made(BOROUGH, "internal", day=DAY).measures}
    assert len(shown) == 10
    temporary = shown["temporary"]
    assert [chart.latest for chart in temporary.whole] == ["796"]
    assert [(chart.place, chart.latest) for chart in temporary.places] == [("Northgate", "296"), ("Harbour", "214")]


@pytest.mark.parametrize("form", FORMS)
def test_the_public_sees_charts_where_the_plan_publishes_them(change: ChangePlan, form: str) -> None:
    told = "No significant change"
    folder = change("plan.yaml", "title: ", "publish: {public: {charts: true}}\ntitle: ")
    assert told in page(folder, form=form)
    assert "Measures" in page(folder, form=form)


@pytest.mark.parametrize("form", FORMS)
def test_the_public_sees_none_where_nothing_says_so(example: Path, form: str) -> None:
    assert "No significant change" not in page(example, form=form)
    assert "No significant change" in page(example, form=form, audience="internal")


def test_hidden_readings_have_no_chart(change: ChangePlan) -> None:
    folder = change("plan.yaml", "title: ", "publish: {public: {charts: true, hide: [readings]}}\ntitle: ")
    assert made(folder).measures == ()
    assert 'class="control"' not in page(folder, form="html")


def test_one_section_alone_has_the_measures_of_its_targets() -> None:
    of_children = made(BOROUGH, "internal", "children", DAY).measures
    assert [one.entity.id for one in of_children] == ["absence", "ehcp-on-time"]


def test_a_measure_without_readings_has_no_place(change: ChangePlan) -> None:
    folder = change("measures/waiting-list-size.yaml", "id: waiting-list-size\ntitle: Open elective pathways\n")
    assert made(folder, "internal").measures == ()


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ("2025-26", "target 94% in 2025-26"),
        ("2026-03", "target 94% by March 2026"),
        ("by end March 2026", "target 94% by end March 2026"),
    ],
)
def test_the_date_of_a_target_reads_as_the_end_of_a_sentence(due: str, words: str) -> None:
    text = f"""
--- sections/access.yaml
targets: [{{id: t1, statement: More uptake, measure: uptake, better: higher, target: 94%, due: {due}}}]
--- measures/uptake.yaml
readings: [{{at: 2026-04, value: 90%}}]
"""
    plan = read_example(text).loaded.plan
    assert plan
    [series] = worst_first(plan, date(2026, 5, 20))
    [aim] = measured_in(plan, series).aims
    assert aim.words == words
    assert aim.figure == f"94% ({'March 2026' if due == '2026-03' else due})"


def test_a_standard_is_called_one() -> None:
    text = """
--- sections/access.yaml
targets: [{id: t1, statement: No never events, measure: events, better: lower, target: none, hold: true}]
--- measures/events.yaml
readings: [{at: 2026-04, value: "0"}]
"""
    plan = read_example(text).loaded.plan
    assert plan
    [series] = worst_first(plan, date(2026, 5, 20))
    assert [aim.words for aim in measured_in(plan, series).aims] == ["standard none"]


def test_where_others_judge_the_targets_of_a_measure_that_is_said() -> None:
    text = """
--- plan.yaml
places: {north: North, south: South}
--- sections/access.yaml
targets: [{id: t1, statement: Seen, measure: seen, target: 90%, hold: true, places: [north]}]
--- measures/seen.yaml
readings: [{at: 2026-04, value: 80%, place: north}, {at: 2026-04, value: 70%, place: south}]
--- measures/calls.yaml
readings: [{at: 2026-04, value: 80%, place: north}]
"""
    plan = read_example(text).loaded.plan
    assert plan
    told = {
        (one.measure.id, one.place): [
            remark for remark in picture(measured_in(plan, one)).remarks if "target" in remark
        ]
        for one in worst_first(plan, date(2026, 5, 20))
    }
    assert told == {
        ("seen", "north"): [],
        ("seen", "south"): ["No target is judged by these readings."],
        ("calls", "north"): ["There is no target for this measure."],
    }


def test_a_change_is_drawn_and_judged_as_the_level_that_it_comes_to() -> None:
    readings = ", ".join(f"{{at: 2025-{month:02}, value: '{500 + month % 3}'}}" for month in range(1, 13))
    text = f"""
--- sections/access.yaml
targets:
  - id: t1
    statement: Fewer
    measure: beds
    baseline: {{value: "601", at: December 2024}}
    trajectory: [{{target: down 10%, due: June 2025}}]
    target: down 50%
    due: March 2029
--- measures/beds.yaml
better: lower
readings: [{readings}, {{at: 2026-01, value: "500"}}]
"""
    plan = read_example(text).loaded.plan
    assert plan
    [series] = worst_first(plan, date(2026, 5, 20))
    [aim] = measured_in(plan, series).aims
    assert (aim.words, aim.figure) == ("target 300.5 (down 50%) by March 2029", "540.9 (June 2025)")
    assert aim.forecast == "it will not reach 300.5 by March 2029 without a change"


def test_a_reading_is_told_as_it_is_written_whatever_the_chart_is_in() -> None:
    text = """
--- measures/response.yaml
title: Response
unit: minutes
readings: [{at: 2026-03, value: "00:38:53"}, {at: 2026-04, value: 1 hour}]
"""
    plan = read_example(text).loaded.plan
    assert plan
    [series] = worst_first(plan, date(2026, 5, 20))
    shown = picture(measured_in(plan, series))
    assert [row.value for row in shown.rows] == ["1 hour", "00:38:53"]
    assert shown.rows[0].mean == "49.44 minutes"
    assert "latest 1 hour (Apr 2026)" in shown.words
    assert "Mar 2026: 00:38:53<" in shown.svg


def test_readings_that_a_chart_has_no_place_for_are_counted_below_it() -> None:
    text = """
--- measures/seen.yaml
readings:
  - {at: 2026-03, value: 71%}
  - {at: 2026-04, value: 70-72%}
  - {at: 2026-05, value: 9 days}
  - {at: 2026-06, value: 7%}
"""
    plan = read_example(text).loaded.plan
    assert plan
    [series] = worst_first(plan, date(2026, 5, 20))
    shown = picture(measured_in(plan, series))
    assert [row.value for row in shown.rows] == ["71%"]
    assert "2 readings are no single figure in this unit and are not drawn." in shown.remarks
