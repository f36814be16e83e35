"""`jfp lint --portfolio`: each plan by itself, then the plans against each other."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import AS_OF, Jfp, jfp
from tests.portfolio.conftest import TEXT, Write

__all__ = ["jfp"]  # a fixture

MEASURE = "id: waiting-list\ntitle: {}\nbetter: lower\n"


@pytest.fixture
def two(folder: Path, portfolio: Path) -> Path:
    for plan, title in (("example", "Open elective pathways"), ("eastmere", "People who wait")):
        path = folder / plan / "plan" / "measures" / "waiting-list.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(MEASURE.format(title), encoding="utf-8")
    return portfolio


def test_each_plan_is_linted_and_then_all_together(jfp: Jfp, two: Path, folder: Path) -> None:
    found = json.loads(jfp("lint", "--format", "json", "--portfolio", two, *AS_OF).out)
    apart = [
        finding
        for plan in ("example", "eastmere")
        for finding in json.loads(jfp("lint", "--format", "json", "--plan", folder / plan / "plan", *AS_OF).out)
    ]
    assert [(one["code"], one["file"], one["line"]) for one in found[: len(apart)]] == [
        (one["code"], one["file"], one["line"]) for one in apart
    ]
    (across,) = found[len(apart) :]
    assert (across["code"], across["address"], across["line"]) == ("JFP801", "measures/waiting-list.title", 2)
    assert 'is "People who wait" here and "Open elective pathways" in example, at ' in across["message"]


def test_text_has_a_heading_for_each_plan(jfp: Jfp, two: Path) -> None:
    lines = jfp("lint", "--select", "JFP8", "--portfolio", two, *AS_OF).lines
    assert lines[:4] == ["example", "nothing to find fault with", "eastmere", "nothing to find fault with"]
    assert lines[4] == "across the plans"
    assert "JFP801 measure-differs" in lines[5]
    assert lines[6] == "  2 | title: People who wait"


def test_the_exit_code_is_that_of_the_gravest(jfp: Jfp, two: Path, folder: Path) -> None:
    asked = ("lint", "--select", "JFP8", "--portfolio", two)
    assert jfp(*asked).code == 0
    assert jfp(*asked, "--fail-on", "warning").code == 1
    assert jfp(*asked, "--fail-on", "warning", "--ignore", "JFP801").code == 0
    (folder / "eastmere" / "plan" / "plan.yaml").write_text("title: [\n", encoding="utf-8")
    assert jfp(*asked, "--fail-on", "never").code == 1


def test_what_is_tied_is_compared(jfp: Jfp, write: Write, folder: Path) -> None:
    tied = write(TEXT + "  organisations: [[example:x, eastmere:council]]\n")
    path = folder / "example" / "plan" / "plan.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "organisations: {x: Another Council}\n", encoding="utf-8")
    found = json.loads(jfp("lint", "--select", "JFP803", "--format", "json", "--portfolio", tied).out)
    assert [(one["code"], one["address"]) for one in found] == [("JFP803", "organisations/council")]


@pytest.mark.parametrize("option", ["--fix", "--diff", "--write-baseline", "--explain-settings"])
def test_options_of_one_plan_are_refused(jfp: Jfp, portfolio: Path, option: str) -> None:
    ran = jfp("lint", "--portfolio", portfolio, option)
    assert (ran.err, ran.code) == (f"jfp: --portfolio lints every plan as it is; leave out {option}\n", 2)


def test_a_tie_of_what_a_plan_does_not_have_is_found(jfp: Jfp, write: Write) -> None:
    ties = (
        "  organisations: [[eastmere:council, eastmere:colege]]\n"
        "  promises: [[example:milestones/nothing, eastmere:milestones/warm-spaces]]\n"
    )
    portfolio = write(TEXT + ties)
    ran = jfp("lint", "--select", "JFP8", "--format", "json", "--portfolio", portfolio, *AS_OF)
    found = [(one["code"], one["line"], one["message"], one["help"]) for one in json.loads(ran.out)]
    assert found == [
        ("JFP112", 6, 'eastmere has no organisation "colege"', 'did you mean "college"?'),
        (
            *("JFP112", 7, 'example has no milestone "milestones/nothing"'),
            "jfp search finds things by their words",
        ),
    ]
    assert ran.code == 1


def test_ties_of_a_plan_that_cannot_be_read_are_no_fault(jfp: Jfp, write: Write, folder: Path) -> None:
    portfolio = write(TEXT + "  organisations: [[eastmere:nobody, eastmere:council]]\n")
    (folder / "eastmere" / "plan" / "plan.yaml").write_text("title: [\n", encoding="utf-8")
    ran = jfp("lint", "--select", "JFP8", "--format", "json", "--portfolio", portfolio, *AS_OF)
    assert not any(one["file"].endswith("portfolio.yaml") for one in json.loads(ran.out))
