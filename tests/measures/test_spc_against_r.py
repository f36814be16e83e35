"""The chart of a measure beside what NHSRplotthedots, the R package for Making Data Count, computes of the same."""

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from jfp_cli.measures.assurance import Asked, assurance
from jfp_cli.measures.spc import Chart, Judged, Point, Rebase, chart
from jfp_cli.measures.spc.limits import Place
from jfp_cli.measures.spc.rules import RUN, shifts, trends, two_of_three
from jfp_cli.values.figures import Better
from tests.conftest import CONFORMANCE

Case = dict[str, Any]
BETTER: dict[str, Better | None] = {"increase": "higher", "decrease": "lower", "neutral": None}


def cases(name: str) -> list[Case]:
    file = CONFORMANCE / name
    if not file.exists():
        return []
    read: list[Case] = json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    return read


def named(case: Case) -> str:
    return str(case["id"])


def of(case: Case) -> Chart:
    given = case["input"]
    days = [date.fromisoformat(day) for day in given["dates"]]
    points = [Point(day, Decimal(value)) for day, value in zip(days, given["values"], strict=True)]
    rebases = [Rebase(date.fromisoformat(day), "a change") for day in given["rebase"] or ()]
    better = BETTER[given["improvement_direction"]]
    return chart(points, better, rebases, given["fix_after_n_points"], screen=given["screen_outliers"])


def cause(judged: Judged) -> str:
    """The cause of a point as the package names it."""
    if not judged.signals:
        return "Common Cause"
    rule, way = judged.signals[0]
    side = "Above" if way > 0 else "Below"
    return {
        "outside_limits": f"{side} {'UCL' if way > 0 else 'LCL'}",
        "trend": f"7 Point Trend ({'In' if way > 0 else 'De'}creasing)",
        "two_of_three": f"2 in 3 {side} CL",
        "shift": f"7 Points {side} CL",
    }[rule]


def kind(judged: Judged) -> str:
    """The variation of a point as the package names it."""
    said = str(judged.variation)
    return said if said == "common_cause" else f"special_cause_{said if 'neutral' in said else said.partition('_')[0]}"


def torn(judged: Judged) -> bool:
    """Whether a point both improves and worsens: the package then shows what its first rule says."""
    return len({signal.way for signal in judged.signals}) > 1


@pytest.mark.parametrize("case", cases("spc-series.json"), ids=named)
def test_limits_causes_and_variation_agree(case: Case) -> None:
    drawing, expected = of(case), case["expected"]
    first = expected["rebase_group"][0]
    for at, judged in enumerate(drawing.points):
        limits = drawing.limits_at(judged)
        assert limits
        for name, value in (("mean", limits.mean), ("lpl", limits.lower), ("upl", limits.upper)):
            if expected[name][at] is not None:  # as it is where nothing moves
                assert float(value or 0) == pytest.approx(float(expected[name][at]), rel=1e-9, abs=1e-9), (name, at)
        assert judged.stretch == expected["rebase_group"][at] - first
        assert drawing.stretches[judged.stretch].provisional == expected["short_group_warning"][at]
        assert cause(judged) == expected["special_cause_type"][at], at
        if not torn(judged):
            assert kind(judged) == expected["point_type"][at], at


@pytest.mark.parametrize("case", cases("spc-series.json"), ids=named)
def test_variation_of_the_last_point_and_assurance_agree(case: Case) -> None:
    drawing, expected, target = of(case), case["expected"], case["input"]["target"]
    assert drawing.latest
    assert kind(drawing.latest) == expected["variation_type_last_point"]
    figure = None if target is None else Asked(Decimal(target))
    assert assurance(drawing, figure, drawing.better) == expected["assurance_type"]


def marked(name: str, arguments: list[list[int]]) -> list[int]:
    """What the package's function of a name gives, by ours: it marks the last point of each run, or those of three."""
    values = arguments[0]
    found = [0] * len(values)
    if name == "ptd_two_in_three":
        places = [Place(side, outside=False, near=near == 1) for near, side in zip(*arguments, strict=True)]
        near = two_of_three(places)
        for start in range(len(values) - 2):
            three = slice(start, start + 3)
            together = abs(sum(arguments[1][three])) == 3 and sum(at in near for at in range(start, start + 3)) > 1
            found[three] = [1] * 3 if together else found[three]
        return found
    runs = {"ptd_seven_point_one_side_mean": shifts, "ptd_seven_point_trend": trends}[name]
    for start, end, way in runs(values):
        reached = way if name == "ptd_seven_point_trend" else 1
        found[start + RUN - 1 : end] = [reached] * (end - start - RUN + 1)
    return found


def part(ends: Sequence[int]) -> list[int]:
    return [int(any(ends[at : at + RUN])) for at in range(len(ends))]


@pytest.mark.parametrize("case", cases("spc-rules.json"), ids=named)
def test_rules_agree(case: Case) -> None:
    if case["fn"] == "ptd_part_of_seven_trend":
        assert part(case["args"][0]) == case["expected"]
    else:
        assert marked(case["fn"], case["args"]) == case["expected"]


@pytest.mark.parametrize("case", [case for case in cases("spc-rules.json") if "seven_point" in case["fn"]], ids=named)
def test_every_point_of_a_run_is_part_of_it(case: Case) -> None:
    runs = shifts if "side" in case["fn"] else trends
    points = {at for start, end, _ in runs(case["args"][0]) for at in range(start, end)}
    assert [int(at in points) for at in range(len(case["expected"]))] == part(case["expected"])
