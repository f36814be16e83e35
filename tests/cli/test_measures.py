"""`jfp measures`, and the chart of a measure."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.cli.conftest import Jfp
from tests.conftest import SHIPPED, ChangePlan
from tests.measures.series import STEADY

BOROUGH = Path(__file__).parents[1] / "borough" / "plan"
ASKED = ("--as-of", "2026-10-20", "--plan", BOROUGH)
KEYS = {
    *("id", "title", "place", "better", "every", "latest", "at", "mean", "lower", "upper", "provisional"),
    *("variation", "targets", "series", "file", "line"),
}
OF_TARGETS = {"id", "target", "due", "progress", "assurance", "expected"}
OF_POINTS = {"at", "value", "mean", "lower", "upper", "stretch", "screened", "rules", "variation"}


def test_every_row_has_the_promised_keys(jfp: Jfp) -> None:
    rows = json.loads(jfp("measures", "--format", "json", *ASKED).out)
    assert len(rows) == 14
    assert all(set(row) >= KEYS for row in rows)
    assert all(set(target) >= OF_TARGETS for row in rows for target in row["targets"])
    assert all(set(point) >= OF_POINTS for row in rows for point in row["series"])


def test_a_row_says_what_its_chart_shows(jfp: Jfp) -> None:
    rows = json.loads(jfp("measures", "--text", "temporary", "--format", "json", *ASKED).out)
    northgate = next(row for row in rows if row["place"] == "northgate")
    assert (northgate["latest"], northgate["at"], northgate["variation"]) == ("296", "2026-07", "common_cause")
    assert (northgate["mean"], northgate["lower"], northgate["upper"]) == ("298.5", "285.2", "311.8")
    [target] = northgate["targets"]
    assert (target["id"], target["progress"], target["assurance"]) == ("temporary-by-place", "met", "inconsistent")
    whole = next(row for row in rows if row["place"] is None)
    assert [target["id"] for target in whole["targets"]] == ["temporary-households"]


MEASURED = """id: waits
title: Open pathways
better: lower
every: month
rebase: [{from: 2025-10, because: another return}]
readings:
"""
VALUES = (100, 102, 100, 102, 100, 102, 100, 102, 130, 120, 122, 90, 120, 122, 120, 122)


def test_every_key_of_a_row_says_what_it_is_called(jfp: Jfp, change: ChangePlan) -> None:
    dates = [f"{2025 + month // 12}-{month % 12 + 1:02}" for month in range(len(VALUES))]
    readings = [f'{{at: {at}, value: "{value}"}}' for at, value in zip(dates, VALUES, strict=True)]
    readings[11] = readings[11].replace("}", ", exclude: half of the month is missing}")
    folder = change("measures/waits.yaml", MEASURED + "".join(f"  - {reading}\n" for reading in readings))
    change("sections/elective-care.yaml", "measure: Open elective pathways", "measure: waits")
    rows = json.loads(jfp("measures", "--format", "json", "--as-of", "2026-05-20", "--plan", folder).out)
    row = next(row for row in rows if row["id"] == "waits")
    assert [row[key] for key in ("title", "place", "better", "every")] == ["Open pathways", None, "lower", "month"]
    assert [row[key] for key in ("latest", "at", "provisional", "variation")] == [
        "122",
        "2026-04",
        True,
        "common_cause",
    ]
    assert [row[key] for key in ("mean", "lower", "upper")] == ["121", "115.68", "126.32"]
    assert (row["file"].endswith("measures/waits.yaml"), row["line"]) == (True, 1)
    [target] = row["targets"]
    assert [target[key] for key in ("id", "target", "due")] == ["waiting-list-size", "92,300", "March 2029"]
    assert [target[key] for key in ("progress", "assurance", "expected")] == ["met", "consistent_pass", None]
    points = row["series"]
    assert [points[8][key] for key in ("at", "value", "mean")] == ["2025-09-30", "130", "104.222222"]
    assert [points[8][key] for key in ("lower", "upper")] == ["98.902222", "109.542222"]
    assert [points[8][key] for key in ("screened", "rules")] == [True, ["outside_limits"]]
    assert [point["stretch"] for point in points] == [0] * 9 + [1] * 7
    assert [point["variation"] for point in points[8:12]] == ["concern_high", "common_cause", "common_cause", None]
    assert [points[11][key] for key in ("value", "screened", "rules")] == ["90", False, []]


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (("--place", "harbour"), [("temporary", "harbour")]),
        (("--section", "children"), [("absence", None), ("ehcp-on-time", None)]),
        (("--owner", "Head of private housing"), [("cold-homes", None)]),
        (("--text", "EPC band"), [("cold-homes", None)]),  # what it is called
        (("--text", "monitors limit"), [("no2", None)]),
        (("--text", "monitors limit", "--section", "children"), []),
        (("--status", "breached"), [("missed-bins", None)]),
        (("--status", "breached,Green", "--section", "children"), [("ehcp-on-time", None)]),
    ],
)
def test_the_filters_of_the_other_questions(
    jfp: Jfp, wanted: tuple[str, ...], left: list[tuple[str, str | None]]
) -> None:
    rows = json.loads(jfp("measures", *wanted, "--format", "json", *ASKED).out)
    assert sorted((row["id"], row["place"]) for row in rows) == left


def test_a_target_of_all_places_keeps_the_charts_of_places_where_its_measure_has_no_other(
    jfp: Jfp, change: ChangePlan
) -> None:
    places = ("north-town", "south-vale")
    readings = ", ".join(f"{{at: 2025-01, place: {place}, value: 90%}}" for place in places)
    folder = ahead(change, (), "target: 92%, due: March 2030, owner: Access lead")
    change("measures/seen.yaml", f"id: seen\ntitle: Seen\nreadings: [{readings}]\n")
    asked = ("measures", "--owner", "Access lead", "--format", "json", "--plan", folder)
    assert [row["place"] for row in json.loads(jfp(*asked).out)] == [*places]
    change("sections/elective-care.yaml", "owner: Access lead", "owner: Access lead, places: [south-vale]")
    assert [row["place"] for row in json.loads(jfp(*asked).out)] == ["south-vale"]


def test_what_was_measured_later_is_not_there(jfp: Jfp) -> None:
    rows = json.loads(jfp("measures", "--format", "json", "--as-of", "2026-06-30", "--plan", BOROUGH).out)
    assert {row["latest"] for row in rows if row["id"] == "calls"} == {"88%"}


def test_a_table_says_it_in_words(jfp: Jfp) -> None:
    found = jfp("measures", *ASKED)
    assert found.lines[-1].startswith("10 measures in 14 charts as of 20 October 2026; ")
    [line] = [line for line in found.lines if line.startswith("missed-bins ") and "66" in line]
    assert "no significant change, provisional" in line
    assert "sometimes meets, sometimes misses under 60" in line
    assert "breached" in line


def test_the_readings_of_a_table_have_gaps_for_months_that_are_missing_or_left_out(
    jfp: Jfp, change: ChangePlan
) -> None:
    readings = (
        '{at: 2025-01, value: "1"}, {at: 2025-02, value: "2"}, {at: 2025-04, value: "8"}, '
        '{at: 2025-05, value: "900", exclude: wrong return}, {at: 2025-06, value: "1"}'
    )
    folder = change("measures/seen.yaml", f"id: seen\ntitle: Seen\nevery: month\nreadings: [{readings}]\n")
    table = jfp("measures", "--columns", "id,sparks", "--format", "markdown", "--plan", folder).out
    assert "| seen | ▁▂ █ ▁ |" in table


def test_a_plan_without_measures_has_none(jfp: Jfp) -> None:
    assert jfp("measures", "--plan", SHIPPED).out.startswith("0 measures in 0 charts")


def test_a_measure_is_shown_with_its_charts(jfp: Jfp) -> None:
    shown = jfp("show", "measures/temporary", *ASKED).out
    for title in ("Households in temporary accommodation: Northgate", "Households in temporary accommodation: Harbour"):
        assert title in shown
    assert "mean 298.5" in shown
    assert "\nNo significant change. Sometimes meets, sometimes misses no more than 300.\n" in shown


def test_a_chart_is_written_to_a_file(jfp: Jfp, tmp_path: Path) -> None:
    path = tmp_path / "chart.svg"
    found = jfp("show", "measures/temporary", "--output", path, *ASKED)
    assert (found.out, found.code) == ("", 0)
    assert found.err.splitlines() == [
        f"wrote {path}",
        "it is the chart of Households in temporary accommodation; others with --place northgate or harbour",
    ]
    picture = ET.fromstring(path.read_text("utf-8"))  # noqa: S314 - what was just written
    assert "796" in "".join(picture.itertext())


def test_the_chart_of_a_place_is_written_to_a_file(jfp: Jfp, tmp_path: Path) -> None:
    path = tmp_path / "chart.svg"
    found = jfp("show", "measures/temporary", "--place", "harbour", "--output", path, *ASKED)
    assert found.code == 0
    assert "Households in temporary accommodation: Harbour" in path.read_text("utf-8")
    wrong = jfp("show", "measures/temporary", "--place", "harbor", "--output", path, *ASKED)
    assert (wrong.code, wrong.err) == (
        2,
        'jfp: --place: there is no place with a reading "harbor"; did you mean "harbour"?\n',
    )
    assert jfp("show", "measures/temporary", "--place", "harbour", *ASKED).code == 2


def test_a_chart_is_written_to_no_other_kind_of_picture(jfp: Jfp, tmp_path: Path) -> None:
    path = tmp_path / "chart.png"
    found = jfp("show", "measures/temporary", "--output", path, *ASKED)
    assert (found.out, found.code, path.exists()) == ("", 2, False)
    assert "end the name of its file with .svg and not with .png" in found.err


def test_only_a_measure_has_a_chart(jfp: Jfp, tmp_path: Path) -> None:
    found = jfp("show", "cold-homes", "--output", tmp_path / "chart.svg", *ASKED)
    assert (found.code, found.err.startswith("jfp: only a measure has a chart")) == (2, True)


def test_a_target_has_what_its_chart_says(jfp: Jfp) -> None:
    rows = {row["id"]: row for row in json.loads(jfp("targets", "--format", "json", *ASKED).out)}
    assert (rows["temporary-by-place"]["variation"], rows["temporary-by-place"]["assurance"]) == (
        "common_cause",
        "inconsistent",
    )
    without = next(row for row in rows.values() if row["progress"] == "no_reading")
    assert (without["variation"], without["assurance"]) == (None, None)


def test_of_several_places_the_one_to_discuss_first_tells_for_the_target(jfp: Jfp) -> None:
    places = {
        row["place"]: target["assurance"]
        for row in json.loads(jfp("measures", "--text", "temporary", "--format", "json", *ASKED).out)
        for target in row["targets"]
        if target["id"] == "temporary-by-place"
    }
    assert places == {"northgate": "inconsistent", "harbour": "consistent_pass"}


def test_the_table_of_targets_says_it_in_words_where_a_chart_is_there(jfp: Jfp) -> None:
    table = jfp("targets", "--columns", "id,variation,assurance", "--format", "markdown", *ASKED).out
    assert (
        "| temporary-by-place | no significant change | sometimes meets, sometimes misses no more than 300 |" in table
    )
    assert "Variation" not in jfp("targets", "--format", "markdown", "--plan", SHIPPED).out


def ahead(change: ChangePlan, values: tuple[int, ...], target: str) -> Path:
    """A plan with readings of a steady process from January 2025 on, and a target for more of it."""
    readings = "".join(
        f"  - {{at: {2025 + at // 12}-{at % 12 + 1:02}, value: {one}%}}\n" for at, one in enumerate(values)
    )
    change("measures/seen.yaml", f"id: seen\ntitle: Seen\nbetter: higher\nevery: month\nreadings:\n{readings}")
    said = f"  - {{id: seen, statement: Seen in time, measure: seen, {target}}}\n"
    return change("sections/elective-care.yaml", "targets:\n", f"targets:\n{said}")


def test_assurance_names_the_figure_in_force_and_its_date_and_what_is_ahead_a_sentence(
    jfp: Jfp, change: ChangePlan
) -> None:
    folder = ahead(change, STEADY, "trajectory: [{target: 40%, due: 2025-12}], target: 92%, due: March 2030")
    asked = ("--as-of", "2026-02-20", "--plan", folder)
    told = "consistently meets 40% (2025-12); will not reach 92% (March 2030) without a change"
    assert f"| {told} |" in jfp("measures", "--columns", "id,relied", "--format", "markdown", *asked).out
    assert f"| {told} |" in jfp("targets", "--columns", "id,assurance", "--format", "markdown", *asked).out
    keys = ("assurance", "figure", "figure_at", "forecast")
    [row] = [row for row in json.loads(jfp("targets", "--format", "json", *asked).out) if row["id"] == "seen"]
    [of_measure] = [row for row in json.loads(jfp("measures", "--format", "json", *asked).out) if row["id"] == "seen"]
    assert [row[key] for key in keys] == ["consistent_pass", "40%", "2025-12", "will_not_meet"]
    assert [of_measure["targets"][0][key] for key in keys] == [row[key] for key in keys]


def test_what_is_ahead_and_met_already_is_said_too(jfp: Jfp, change: ChangePlan) -> None:
    folder = ahead(change, STEADY, "target: 40%, due: March 2030")
    table = jfp("measures", "--format", "markdown", "--as-of", "2026-02-20", "--plan", folder).out
    assert "| will reach 40% (March 2030) if nothing changes |" in table


def test_the_table_of_targets_says_where_the_line_is_by_now_and_json_the_figure_alone(jfp: Jfp) -> None:
    table = jfp("targets", "--columns", "id,expected", "--format", "markdown", *ASKED).out
    assert "| temporary-households | should be 777 by now; is 796 |" in table
    assert "| calls-standard |  |" in table
    rows = {row["id"]: row for row in json.loads(jfp("targets", "--format", "json", *ASKED).out)}
    assert (rows["temporary-households"]["expected"], rows["calls-standard"]["expected"]) == ("777.27", None)


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_a_target_names_its_measure_by_its_title(jfp: Jfp, change: ChangePlan, form: str) -> None:
    folder = change("measures/waits.yaml", "id: waits\ntitle: Open pathways\n")
    change("sections/elective-care.yaml", "measure: Open elective pathways", "measure: waits")
    for asked in (("targets", "--columns", "id,measure"), ("show", "targets/waiting-list-size")):
        shown = jfp(*asked, "--format", form, "--plan", folder).out
        assert "Open pathways" in shown
        assert "waits" not in shown.replace("measures/waits", "")
