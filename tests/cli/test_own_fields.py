"""Fields that a plan declares for itself: everywhere where those of every plan are, a cell of the table a test."""

import csv
import io
import json
import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from jfp_cli.cli.completing_words import complete_assignment, complete_field
from jfp_cli.cli.door import main
from jfp_cli.model.own import OF_KINDS
from tests.cli.conftest import AS_OF, Jfp
from tests.conftest import EXAMPLE, ROOT

SEEN = '    risk: {about: Risk register rating, type: choice, choices: [low, high, "2"], audience: public}\n'
UNSEEN = (
    "    mood: {about: How the team feels, type: text}\n    paper: {about: The board's paper, type: link}\n"
    "    cost: {about: What it costs, type: figure}\n    raised: {about: When it was raised, type: date}\n"
)
DECLARED = "fields:\n" + "".join(f"  {kind}:\n{SEEN}{UNSEEN}" for kind in OF_KINDS)
THINGS = {
    "sections": "sections/elective-care",
    "workstreams": "workstreams/outpatients",
    "actions": "workstreams/outpatients.actions.2025-26[0]",
    "targets": "targets/waiting-list-size",
    "areas": "areas/planned-care",
    "milestones": "milestones/elective-hub",
    "checkpoints": "milestones/patient-portal.checkpoints[0]",
    "enablers": "enablers/estates",
    "commitments": "enablers/estates.commitments[0]",
    "measures": "measures/waiting-list-size",
}


def values_of(kind: str) -> dict[str, str]:
    return {
        "risk": "high",
        "mood": f"Hopeful about {kind}",
        "paper": f"https://example.org/{kind}",
        "cost": "£31m",
        "raised": "May 2025",
    }


@pytest.fixture(scope="module")
def stated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with fields of its own for every kind, and a thing of each that states them, set by a command."""
    plan = tmp_path_factory.mktemp("own") / "plan"
    shutil.copytree(EXAMPLE, plan)
    path = plan / "plan.yaml"
    path.write_text(path.read_text("utf-8") + DECLARED, "utf-8")
    for kind, thing in THINGS.items():
        words = [f"{key}={value}" for key, value in values_of(kind).items()]
        assert main(["set", thing, *words, "--plan", str(plan)]) == 0
    return plan


@pytest.fixture
def plan(stated: Path, tmp_path: Path) -> Path:
    """A copy of it to change."""
    shutil.copytree(stated, tmp_path / "plan")
    return tmp_path / "plan"


def test_every_kind_has_a_thing_in_the_table() -> None:
    assert tuple(THINGS) == OF_KINDS


def test_the_plan_that_states_them_is_valid(jfp: Jfp, stated: Path) -> None:
    assert jfp("validate", "--plan", stated).code == 0


@pytest.mark.parametrize("kind", THINGS)
def test_they_are_shown(jfp: Jfp, stated: Path, kind: str) -> None:
    shown = json.loads(jfp("show", THINGS[kind], "--format", "json", "--plan", stated).out)
    assert shown["fields"] == values_of(kind)
    assert "risk" not in shown
    for form in ("table", "markdown"):
        page = jfp("show", THINGS[kind], "--format", form, "--plan", stated).out
        assert all(value.partition("/")[0] in page for value in values_of(kind).values())
        assert "fields" not in page


@pytest.mark.parametrize("kind", THINGS)
def test_they_are_taken_out(jfp: Jfp, plan: Path, kind: str) -> None:
    assert jfp("set", THINGS[kind], "mood=", "cost=", "--plan", plan).code == 0
    shown = json.loads(jfp("show", THINGS[kind], "--format", "json", "--plan", plan).out)
    assert set(shown["fields"]) == {"risk", "paper", "raised"}


@pytest.mark.parametrize("kind", THINGS)
def test_they_are_searched(jfp: Jfp, stated: Path, kind: str) -> None:
    found = json.loads(jfp("search", f'"hopeful about {kind}"', "--format", "json", "--plan", stated).out)
    assert [row["address"] for row in found] == [f"{THINGS[kind]}.mood"]


@pytest.mark.parametrize(
    ("question", "kind"),
    [("milestones", "milestones"), ("targets", "targets"), ("overdue", "commitments")],
)
def test_they_stand_in_rows_under_a_key_of_their_own(jfp: Jfp, stated: Path, question: str, kind: str) -> None:
    rows = json.loads(jfp(question, "--as-of", "2035-01-01", "--format", "json", "--plan", stated).out)
    fields = {row["address"]: row["fields"] for row in rows}
    assert fields[THINGS[kind]] == values_of(kind)
    assert dict.fromkeys(values_of(kind)) in fields.values()
    text = jfp(question, "--as-of", "2035-01-01", "--format", "csv", "--plan", stated).out
    cells = {row["address"]: row for row in csv.DictReader(io.StringIO(text))}
    assert {key: cells[THINGS[kind]][f"fields.{key}"] for key in values_of(kind)} == values_of(kind)
    assert "fields" not in cells[THINGS[kind]]


def test_a_plan_without_them_has_the_key_all_the_same(jfp: Jfp, example: Path) -> None:
    rows = json.loads(jfp("milestones", *AS_OF, "--format", "json", "--plan", example).out)
    assert [row["fields"] for row in rows] == [{}] * len(rows)
    assert json.loads(jfp("show", "estates", "--format", "json", "--plan", example).out)["fields"] == {}


def test_they_are_columns_and_rows_are_sorted_by_them(jfp: Jfp, stated: Path) -> None:
    asked = ("milestones", *AS_OF, "--columns", "id,cost,fields.risk", "--sort", "-cost", "--plan", stated)
    assert jfp(*asked).lines[1].split() == ["elective-hub", "£31m", "high"]
    first: dict[str, Any] = json.loads(jfp(*asked, "--format", "json").out)[0]
    assert first == {"id": "elective-hub", "cost": "£31m", "fields.risk": "high"}
    assert 'did you mean "cost"?' in jfp(*asked[:-2], "--columns", "cots", "--plan", stated).err


@pytest.mark.parametrize(
    ("noun", "words"),
    [
        ("milestone", ("--area", "planned-care", "--activity", "Open it", "--due", "March 2027")),
        ("target", ("--section", "elective-care", "--statement", "Fewer waits")),
        ("workstream", ("--section", "elective-care", "--title", "New work")),
        ("section", ("--title", "New work", "--part", "1")),
        ("area", ("--title", "New work")),
    ],
)
def test_they_are_added(jfp: Jfp, plan: Path, noun: str, words: tuple[str, ...]) -> None:
    own = ("--set", "mood=Hopeful", "--set", "risk=low")
    added = jfp("add", noun, *words, *own, "--id", f"new-{noun}", "--plan", plan)
    assert added.code == 0, added.err
    shown = json.loads(jfp("show", f"{noun}s/new-{noun}", "--format", "json", "--plan", plan).out)
    assert shown["fields"] == {"risk": "low", "mood": "Hopeful"}


@pytest.mark.parametrize("kind", THINGS)
def test_a_mistyped_name_or_value_is_answered(jfp: Jfp, plan: Path, kind: str) -> None:
    assert 'did you mean "mood"?' in jfp("set", THINGS[kind], "moood=x", "--plan", plan).err
    refused = jfp("set", THINGS[kind], "risk=hihg", "--plan", plan)
    assert (refused.code, 'did you mean "high"?' in refused.out) == (1, True)


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize("audience", ["public", "internal"])
@pytest.mark.parametrize("kind", [kind for kind in THINGS if kind != "measures"])
def test_pages_show_them_to_those_who_may_see_them(jfp: Jfp, stated: Path, form: str, audience: str, kind: str) -> None:
    page = jfp("render", "plan", "--format", form, "--audience", audience, "--plan", stated).out
    assert (f"Hopeful about {kind}" in page) == (audience == "internal")
    assert (f"https://example.org/{kind}" in page) == (audience == "internal")


@pytest.mark.parametrize(("form", "said"), [("html", "Risk: high"), ("md", "risk: high")])
def test_what_the_public_may_see_stands_with_every_thing(jfp: Jfp, stated: Path, form: str, said: str) -> None:
    checked = jfp("render", "plan", "--format", form, "--audience", "public", "--check", "--plan", stated)
    assert checked.code == 0
    page = jfp("render", "plan", "--format", form, "--audience", "public", "--plan", stated).out
    assert page.count(said) == len(THINGS) - 1  # measures have no page of their own
    assert "£31m" not in page


def test_a_link_of_theirs_is_one_on_the_page(jfp: Jfp, stated: Path) -> None:
    page = jfp("render", "plan", "--audience", "internal", "--plan", stated).out
    assert '<a href="https://example.org/milestones" rel="noreferrer">https://example.org/milestones</a>' in page


@pytest.mark.parametrize(
    "fault",
    [
        ("audience: public}", "audience: pubic}"),
        ("type: link}", "type: lnk}"),
        ("{about: What it costs, type: figure}", "{type: figure}"),
        ("    mood: ", "    Mood Of Team: "),
        ("  areas:\n", "  ares:\n"),
        ("fields:\n", "feilds:\n"),
        ("audience: public}", "audience: public, audiense: internal}"),
    ],
)
def test_a_fault_in_what_says_who_sees_them_refuses_the_public_edition(
    jfp: Jfp, plan: Path, tmp_path: Path, fault: tuple[str, str]
) -> None:
    path = plan / "plan.yaml"
    path.write_text(path.read_text("utf-8").replace(*fault), "utf-8")
    output = tmp_path / "page.html"
    refused = jfp("render", "plan", "--output", output, "--plan", plan)
    assert refused.code != 0
    assert not output.exists()
    assert "nobody knows what is hidden from the public" in refused.err


def test_they_are_offered_after_tab(stated: Path) -> None:
    def offered(*words: str, incomplete: str) -> list[str]:
        return complete_assignment(SimpleNamespace(params={"plan": stated, "words": words}), incomplete)

    assert {"mood=", "risk="} <= set(offered("elective-hub", incomplete=""))
    assert offered("elective-hub", incomplete="risk=") == ["risk=low", "risk=high", "risk=2"]
    adding = SimpleNamespace(params={"plan": stated, "noun": "milestone"}, args=[])
    assert complete_field(adding, "moo") == ["mood="]
    assert complete_field(adding, "risk=h") == ["risk=high"]


RISK = {"description": "Risk register rating", "enum": ["low", "high", "2", 2], "examples": []}


def test_they_are_described_to_editors(jfp: Jfp, stated: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for asked in (("schema",), ("schema", "--with-ids")):
        definitions = json.loads(jfp(*asked, "--plan", stated).out)["$defs"]
        for name in ("Section", "Workstream", "Action", "Target", "Area", "Milestone", "Checkpoint", "Commitment"):
            properties = definitions[name]["properties"]
            assert properties["risk"] | {"examples": []} == RISK
            assert properties["mood"]["description"] == "How the team feels"
    monkeypatch.chdir(stated)
    assert "mood" in json.loads(jfp("schema", "measure").out)["$defs"]["Measure"]["properties"]
    monkeypatch.chdir(ROOT)
    assert "mood" not in jfp("schema", "--plan", EXAMPLE).out


def test_the_house_style_keeps_their_place(jfp: Jfp, plan: Path) -> None:
    path = plan / "milestones" / "planned-care.yaml"
    text = path.read_text("utf-8")
    activity, risk = "    activity: Open the elective", "    risk: high\n"
    path.write_text(text.replace(risk, "", 1).replace(activity, risk + activity), "utf-8")
    assert jfp("fmt", "--plan", plan).code == 0
    laid_out = path.read_text("utf-8")
    assert laid_out.index("    evidence:") < laid_out.index(risk) < laid_out.index("    mood: Hopeful about milestones")


def test_commands_keep_them_behind_the_keys_of_every_plan(jfp: Jfp, plan: Path) -> None:
    for command in (
        ("set", "endoscopy-unit", "mood=Hopeful", "risk=low"),
        ("complete", "endoscopy-unit", "--on", "2026-01-05"),
        ("move", "patient-portal", "--to", "May 2027", "--because", "supplier delay"),
        ("set", "workforce", "mood=Hopeful"),
        ("add", "milestone", "--area", "workforce", "--activity", "Open it", "--due", "May 2027", "--set", "mood=Glad"),
    ):
        assert jfp(*command, "--plan", plan).code == 0
    planned = (plan / "milestones" / "planned-care.yaml").read_text("utf-8")
    unit = planned[planned.index("- id: endoscopy-unit") : planned.index("- id: patient-portal")]
    assert [line.split(":")[0].strip() for line in unit.strip().splitlines()[1:]] == [
        *("group", "activity", "due", "status", "completed", "owner", "risk", "mood")
    ]
    workforce = (plan / "milestones" / "workforce.yaml").read_text("utf-8")
    assert workforce.index("milestones:") < workforce.index("Open it") < workforce.index("mood: Hopeful")
