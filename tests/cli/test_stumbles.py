"""What a newcomer stumbles over: each is said, with what to write, or simply works."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

import jfp_cli
from jfp_cli.loading import load
from tests.cli.conftest import Jfp

MILESTONE = ("add", "milestone", "--area", "workforce", "--due", "May 2027")
TOMORROW = (date.today() + timedelta(days=1)).isoformat()  # noqa: DTZ011 - what the command reads


def test_what_an_option_says_goes_together_with_what_is_set(jfp: Jfp, example: Path) -> None:
    target = ("add", "target", "--section", "elective-care", "--statement", "Shorter waits", "--plan", example)
    assert jfp(*target, "--baseline", "20 weeks", "--set", "baseline.at=2026-03").code == 0
    text = (example / "sections" / "elective-care.yaml").read_text(encoding="utf-8")
    assert "baseline: {value: 20 weeks, at: 2026-03}" in text
    found = jfp(*target, "--baseline", "20 weeks", "--set", "baseline.value=21 weeks")
    assert (found.code, found.err) == (
        2,
        "jfp: baseline.value is given twice, with --baseline and with --set; write it once\n",
    )


@pytest.mark.parametrize("thing", ["waiting-list-size", "elective-care"])
def test_the_measure_of_a_target_stays_where_it_goes(jfp: Jfp, example: Path, thing: str) -> None:
    milestones = ("patient-portal", "elective-hub")  # whose workstream is of that section
    assert jfp("set", *milestones, "workstreams=", "--plan", example).code == 0
    found = jfp("remove", thing, "--plan", example)
    assert found.code == 0, found.err
    assert found.err.endswith(f"/{thing}\n")
    assert (example / "measures" / "waiting-list-size.yaml").exists()
    assert load(example).findings == []


def test_a_measure_stays_while_a_target_names_it(jfp: Jfp, example: Path) -> None:
    found = jfp("remove", "measures/waiting-list-size", "--plan", example)
    assert found.code == 1
    assert "targets/waiting-list-size.measure names measures/waiting-list-size (" in found.err
    assert (example / "measures" / "waiting-list-size.yaml").exists()


def test_a_target_and_its_measure_go_together(jfp: Jfp, example: Path) -> None:
    found = jfp("remove", "waiting-list-size", "measures/waiting-list-size", "--plan", example)
    assert (found.code, found.err) == (0, "removed targets/waiting-list-size, measures/waiting-list-size\n")


def test_a_date_that_is_set_is_not_remembered_and_that_is_said(jfp: Jfp, example: Path) -> None:
    said = jfp("set", "rostering", "due=May 2027", "--plan", example).err.splitlines()
    assert said[0] == "set due=May 2027 of milestones/rostering"
    assert 'jfp move milestones/rostering --to "May 2027" --because "..."' in said[1]
    assert "was due 31 January 2026" in said[1]
    assert len(jfp("set", "rostering", "owner=Lead", "--plan", example).err.splitlines()) == 1
    step = "patient-portal.checkpoints[1]"
    assert f'jfp move "milestones/{step}" --to "May 2027"' in jfp("set", step, "due=May 2027", "--plan", example).err
    assert jfp("set", "rostering", "due=May 2027", "--plan", example).err.startswith("nothing to change")


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        ("65%", '"65%", does not compare with the first reading, "148,300"; write all of them in one unit'),
        ("9 days", '"9 days", does not compare with the first reading, "148,300"'),
    ],
)
def test_a_reading_that_nothing_can_be_told_from_is_refused(jfp: Jfp, example: Path, value: str, answer: str) -> None:
    before = (example / "measures" / "waiting-list-size.yaml").read_bytes()
    found = jfp("record", "waiting-list-size", value, "--at", "2026-07", "--plan", example)
    assert (found.out, found.code) == ("", 2)
    assert answer in found.err
    assert (example / "measures" / "waiting-list-size.yaml").read_bytes() == before


def test_a_change_is_no_reading(jfp: Jfp, example: Path) -> None:
    before = (example / "measures" / "waiting-list-size.yaml").read_bytes()
    found = jfp("record", "waiting-list-size", "down 5%", "--at", "2026-07", "--plan", example)
    assert (found.out, found.code) == ("", 2)
    assert '"down 5%" is a change, and a reading is a level; write what was measured' in found.err
    assert (example / "measures" / "waiting-list-size.yaml").read_bytes() == before


@pytest.mark.parametrize("command", [("complete",), ("move", "--to", "May 2027", "--because", "late")])
def test_what_is_still_to_come_is_not_reported(jfp: Jfp, example: Path, command: tuple[str, ...]) -> None:
    name, *rest = command
    found = jfp(name, "rostering", *rest, "--on", TOMORROW, "--plan", example)
    assert (found.out, found.code) == ("", 2)
    assert f'--on: "{TOMORROW}" is still to come; write the day when it happened' in found.err


def test_a_plan_is_loaded_from_a_path_that_is_a_text(example: Path) -> None:
    assert jfp_cli.load(str(example)).root == example


def test_a_twin_is_named(jfp: Jfp, example: Path) -> None:
    found = jfp(*MILESTONE, "--activity", "Roster every Team  electronically", "--plan", example)
    assert found.code == 0
    assert found.err.endswith("there is a milestone of the same words already: milestones/rostering\n")
    assert jfp(*MILESTONE, "--activity", "Something new", "--plan", example).err == ("added milestones/something-new\n")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (("owner=",), "took owner out of milestones/endoscopy-unit\n"),
        (("owner=", "group="), "took owner and group out of milestones/endoscopy-unit\n"),
        (("status=on_track", "owner="), "set status=on_track of milestones/endoscopy-unit, and took out owner\n"),
    ],
)
def test_what_was_taken_out_is_said(jfp: Jfp, example: Path, fields: tuple[str, ...], sentence: str) -> None:
    assert jfp("set", "endoscopy-unit", *fields, "--plan", example).err == sentence


@pytest.mark.parametrize(("name", "meant"), [("201", "JFP201"), ("2", "JFP2")])
def test_a_rule_without_its_letters_is_known(jfp: Jfp, name: str, meant: str) -> None:
    found = jfp("rules", name)
    assert found.code == 2
    assert f'did you mean "{meant}' in found.err


def test_an_area_that_is_not_there_can_be_begun(jfp: Jfp, example: Path) -> None:
    found = jfp("add", "milestone", "--area", "dental", "--activity", "X", "--due", "2027", "--plan", example)
    assert found.code == 2
    assert found.err.endswith('or begin it first: jfp add area --title "..." --id dental\n')
    assert ("areas", "dental") not in load(example).sources.things


def test_words_without_letters_make_no_id(jfp: Jfp, example: Path) -> None:
    found = jfp(*MILESTONE, "--activity", "…", "--plan", example)
    assert found.code == 2
    assert found.err == 'jfp: no id can be made from "…"; write one, such as --id new-milestone\n'
    assert jfp(*MILESTONE, "--activity", "…", "--id", "rest", "--plan", example).code == 0


@pytest.mark.parametrize("day", ["tomorrow", "yesterday", "soon", "2026", "March 2026", ""])
def test_as_of_advises_what_it_takes(jfp: Jfp, example: Path, day: str) -> None:
    found = jfp("overdue", "--as-of", day, "--plan", example)
    assert (found.out, found.code) == ("", 2)
    assert found.err == f'jfp: --as-of: "{day}" is not one day; write it like 2026-11-21\n'


@pytest.mark.parametrize("figure", ["-5", "-1,200", "-.5"])
def test_a_figure_below_zero_is_no_option(jfp: Jfp, example: Path, figure: str) -> None:
    target = ("add", "target", "--section", "elective-care", "--statement", "Fewer waits", "--plan", example)
    assert jfp(*target, "--target", "-5%", "--set", "relative=true").code == 0
    found = jfp("record", "waiting-list-size", figure, "--at", "2026-07", "--note", "-5 by mistake", "--plan", example)
    assert found.code == 0, found.err
    assert re.search(rf'value: "?{figure}"?, note: "?-5 by mistake', found.out)
