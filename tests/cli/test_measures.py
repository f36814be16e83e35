"""`jfp measures`, and the chart of a measure."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.cli.conftest import Jfp
from tests.conftest import SHIPPED, ChangePlan

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


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (("--place", "harbour"), [("temporary", "harbour")]),
        (("--section", "children"), [("absence", None), ("ehcp-on-time", None)]),
        (("--owner", "Head of private housing"), [("cold-homes", None)]),
    ],
)
def test_the_filters_of_the_other_questions(
    jfp: Jfp, wanted: tuple[str, ...], left: list[tuple[str, str | None]]
) -> None:
    rows = json.loads(jfp("measures", *wanted, "--format", "json", *ASKED).out)
    assert sorted((row["id"], row["place"]) for row in rows) == left


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


def test_a_plan_without_measures_has_none(jfp: Jfp) -> None:
    assert jfp("measures", "--plan", SHIPPED).out.startswith("0 measures in 0 charts")


def test_a_measure_is_shown_with_its_charts(jfp: Jfp) -> None:
    shown = jfp("show", "measures/temporary", *ASKED).out
    for title in ("Households in temporary accommodation: Northgate", "Households in temporary accommodation: Harbour"):
        assert title in shown
    assert "mean 298.5" in shown


def test_a_chart_is_written_to_a_file(jfp: Jfp, tmp_path: Path) -> None:
    path = tmp_path / "chart.svg"
    found = jfp("show", "measures/temporary", "--output", path, *ASKED)
    assert (found.out, found.err, found.code) == ("", f"wrote {path}\n", 0)
    picture = ET.fromstring(path.read_text("utf-8"))  # noqa: S314 - what was just written
    assert "796" in "".join(picture.itertext())


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
    assert "| temporary-by-place | no significant change | sometimes meets, sometimes misses |" in table
    assert "Variation" not in jfp("targets", "--format", "markdown", "--plan", SHIPPED).out


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_a_target_names_its_measure_by_its_title(jfp: Jfp, change: ChangePlan, form: str) -> None:
    folder = change("measures/waits.yaml", "id: waits\ntitle: Open pathways\n")
    change("sections/elective-care.yaml", "measure: Open elective pathways", "measure: waits")
    for asked in (("targets", "--columns", "id,measure"), ("show", "targets/waiting-list-size")):
        shown = jfp(*asked, "--format", form, "--plan", folder).out
        assert "Open pathways" in shown
        assert "waits" not in shown.replace("measures/waits", "")
