"""Questions of several plans: their rows together, whatever one of them cannot answer."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import AS_OF, Jfp, jfp
from tests.portfolio.conftest import TEXT, Write

__all__ = ["jfp"]  # a fixture

QUESTIONS = (
    ("overdue",),
    ("due", "--within", "2 years"),
    ("milestones",),
    ("targets",),
    ("measures",),
    ("search", "people"),
    ("index",),
    ("coverage",),
)

BESIDES = ", or write jfp lint --portfolio FILE, which finds the same in each of several"


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_the_rows_of_all_are_those_of_each(jfp: Jfp, portfolio: Path, folder: Path, question: tuple[str, ...]) -> None:
    together = json.loads(jfp(*question, "--format", "json", "--portfolio", portfolio, *AS_OF).out)
    apart = {
        plan: json.loads(jfp(*question, "--format", "json", "--plan", folder / plan / "plan", *AS_OF).out)
        for plan in ("example", "eastmere")
    }
    assert [row["plan"] for row in together] == [plan for plan, rows in apart.items() for _ in rows]
    for row, alone in zip(together, (row for rows in apart.values() for row in rows), strict=True):
        assert row["address"] == f"{row['plan']}:{alone['address']}"
        assert {key: value for key, value in row.items() if key not in ("plan", "address", "id")} == {
            key: value for key, value in alone.items() if key not in ("address", "id")
        }
        assert row.get("id") == (row["address"] if alone.get("id") else alone.get("id"))


@pytest.mark.parametrize("question", [*QUESTIONS, ("status",)], ids=lambda question: question[0])
def test_a_folder_that_is_named_twice_is_asked_once(jfp: Jfp, write: Write, question: tuple[str, ...]) -> None:
    twice = write(TEXT.replace("eastmere/plan", "example/../example/plan"))
    found = jfp(*question, "--format", "json", "--portfolio", twice, *AS_OF)
    assert {row["plan"] for row in json.loads(found.out)} == {"example"}
    assert '"eastmere" has the folder of "example"' in found.err
    of_the_other = jfp(*question, "--format", "json", "--portfolio", twice, "--in", "coast", *AS_OF)
    assert {row["plan"] for row in json.loads(of_the_other.out)} == {"eastmere"}


def test_status_counts_each_plan(jfp: Jfp, portfolio: Path, folder: Path) -> None:
    rows = json.loads(jfp("status", "--format", "json", "--portfolio", portfolio, *AS_OF).out)
    assert [row["plan"] for row in rows] == ["example", "eastmere"]
    for row in rows:
        of_plan = ("--plan", folder / row["plan"] / "plan", *AS_OF, "--format", "json")
        late = json.loads(jfp("overdue", *of_plan).out)
        targets = json.loads(jfp("targets", *of_plan).out)
        (alone,) = json.loads(jfp("status", *of_plan).out)
        assert (row["promises"], row["overdue"]) == (alone["promises"], alone["overdue"])
        assert len(late) <= row["overdue"]
        assert sum(row["targets"].values()) == len(targets)
        assert row["targets"] == alone["targets"]
    table = jfp("status", "--portfolio", portfolio, *AS_OF).lines
    assert re.split(r" {2,}", table[0])[:4] == ["Plan", "Promises", "Kept", "Late"]


def test_a_plan_or_a_group_alone(jfp: Jfp, portfolio: Path) -> None:
    for name in ("coast", "eastmere"):
        rows = json.loads(jfp("overdue", "--in", name, "--format", "json", "--portfolio", portfolio, *AS_OF).out)
        assert {row["plan"] for row in rows} == {"eastmere"}
    both = json.loads(jfp("overdue", "--in", "all", "--format", "json", "--portfolio", portfolio, *AS_OF).out)
    assert {row["plan"] for row in both} == {"example", "eastmere"}
    wrong = jfp("overdue", "--in", "coats", "--portfolio", portfolio)
    assert (wrong.err, wrong.code) == (
        'jfp: --in: no plan and no group is called "coats"; did you mean "coast"?\n',
        2,
    )


def test_a_filter_finds_what_is_tied(jfp: Jfp, portfolio: Path) -> None:
    asked = ("milestones", "--format", "json", "--portfolio", portfolio, *AS_OF)
    tied = json.loads(jfp(*asked, "--area", "planned-care").out)
    assert {(row["plan"], row["area"]) for row in tied} == {("example", "planned-care"), ("eastmere", "adults")}
    one = json.loads(jfp(*asked, "--area", "example:planned-care").out)
    assert {row["plan"] for row in one} == {"example", "eastmere"}
    untied = json.loads(jfp(*asked, "--area", "housing").out)
    assert {row["plan"] for row in untied} == {"eastmere"}


def test_what_no_plan_has_is_said(jfp: Jfp, portfolio: Path) -> None:
    ran = jfp("overdue", "--area", "dragons", "--portfolio", portfolio)
    assert (ran.out, ran.code) == ("", 2)
    assert ran.err.startswith('jfp: there is no area "dragons"')
    assert ran.err.endswith(" (so it is in example; no other plan has it either)\n")


def test_what_was_likely_meant_is_said_of_the_plan_that_has_it(jfp: Jfp, portfolio: Path) -> None:
    ran = jfp("overdue", "--area", "housin", "--portfolio", portfolio)
    assert 'did you mean "housing"? (so it is in eastmere; no other plan has it either)\n' in ran.err


def test_ids_of_status_are_the_names_of_the_plans(jfp: Jfp, portfolio: Path) -> None:
    assert jfp("status", "--format", "ids", "--portfolio", portfolio).lines == ["example", "eastmere"]
    (first, _) = csv.DictReader(io.StringIO(jfp("status", "--format", "csv", "--portfolio", portfolio, *AS_OF).out))
    assert first["targets"] == "1 off track, 1 no reading, 1 not measurable"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("validate",), f"validate is of one plan; say which with --plan DIR{BESIDES}"),
        (("diff",), "diff is of one plan; say which with --plan DIR"),
        (("set", "x", "y=z"), "set is of one plan; say which with --plan DIR"),
        (("rules",), "rules has no option --portfolio; see jfp rules --help"),
    ],
)
def test_a_command_of_one_plan_says_so(jfp: Jfp, portfolio: Path, command: tuple[str, ...], said: str) -> None:
    ran = jfp(*command, "--portfolio", portfolio)
    assert (ran.out, ran.err, ran.code) == ("", f"jfp: {said}\n", 2)


def test_one_that_cannot_be_read_is_named_and_the_others_answer(jfp: Jfp, portfolio: Path, folder: Path) -> None:
    (folder / "eastmere" / "plan" / "plan.yaml").write_text("title: [\n", encoding="utf-8")
    ran = jfp("overdue", "--format", "json", "--portfolio", portfolio, *AS_OF)
    assert {row["plan"] for row in json.loads(ran.out)} == {"example"}
    assert "eastmere: jfp: plan.yaml cannot be read, so nothing can be answered\n" in ran.err
    assert ran.code == 1


def test_one_that_is_not_there_is_named_and_the_others_answer(jfp: Jfp, write: Write) -> None:
    portfolio = write(TEXT.replace("eastmere/plan", "nowhere/plan"))
    ran = jfp("overdue", "--format", "json", "--portfolio", portfolio, *AS_OF)
    assert {row["plan"] for row in json.loads(ran.out)} == {"example"}
    assert "portfolio.yaml:2:" in ran.err
    assert ran.code == 1


def test_none_that_can_be_read_is_no_answer(jfp: Jfp, portfolio: Path, folder: Path) -> None:
    for plan in ("example", "eastmere"):
        (folder / plan / "plan" / "plan.yaml").write_text("title: [\n", encoding="utf-8")
    assert jfp("overdue", "--portfolio", portfolio).code == 2


def test_rows_are_sorted_cut_and_written_together(jfp: Jfp, portfolio: Path) -> None:
    asked = ("overdue", "--portfolio", portfolio, *AS_OF, "--sort", "-days_overdue", "--limit", "4")
    cells = list(csv.DictReader(io.StringIO(jfp(*asked, "--format", "csv").out)))
    days = [int(row["days_overdue"]) for row in cells]
    assert len(days) == 4
    assert days == sorted(days, reverse=True)
    ids = jfp(*asked, "--format", "ids").lines
    assert ids == [row["address"] for row in cells]
    table = jfp(*asked)
    assert table.lines[0].startswith("Plan")
    assert [line.partition(":")[0] for line in table.lines[-2:]] == [
        "the first 4 of 12 rows; example",
        "eastmere",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--in", "coast"), "--in says which plans of a portfolio are meant; name that with --portfolio FILE"),
        (("--portfolio", "p.yaml", "--plan", "plan"), "--plan names one plan, and --portfolio several"),
        (("--portfolio", "nowhere.yaml"), "nowhere.yaml cannot be read"),
    ],
)
def test_what_does_not_go_together_is_said(jfp: Jfp, words: tuple[str, ...], said: str) -> None:
    ran = jfp("overdue", *words)
    assert ran.code == 2
    assert said in ran.err


@pytest.mark.parametrize(
    "command",
    [("overdue",), ("status",), ("lint",), ("render", "portfolio", "-f", "md"), ("remind",), ("export", "json")],
    ids=lambda command: command[0],
)
def test_a_portfolio_of_no_plan_is_no_question(jfp: Jfp, write: Write, command: tuple[str, ...]) -> None:
    portfolio = write("title: None yet\nplans: {}\n")
    ran = jfp(*command, "--portfolio", portfolio)
    assert (ran.out, ran.code) == ("", 2)
    assert "lists no plan; write each under plans: with its folder, such as north: ../north/plan\n" in ran.err


def test_a_group_of_no_plan_is_said(jfp: Jfp, write: Write) -> None:
    portfolio = write(TEXT.replace("coast: [eastmere]", "coast: []"))
    ran = jfp("overdue", "--in", "coast", "--portfolio", portfolio)
    assert (ran.err, ran.code) == ('jfp: --in: the group "coast" has no plan\n', 2)


def test_a_thing_is_shown_from_the_plan_that_has_it(jfp: Jfp, portfolio: Path) -> None:
    shown = json.loads(jfp("show", "licensing-scheme", "--format", "json", "--portfolio", portfolio).out)
    assert shown["address"] == "milestones/licensing-scheme"
    named = json.loads(jfp("show", "example:plan", "--format", "json", "--portfolio", portfolio).out)
    assert named["organisation"] == "Example Integrated Care Board"
    several = jfp("show", "plan", "--portfolio", portfolio)
    assert (several.err, several.code) == (
        'jfp: 2 plans have "plan"; name one: example:plan, eastmere:plan\n',
        2,
    )
    assert jfp("show", "dragon", "--portfolio", portfolio).code == 2


def test_an_id_of_several_kinds_is_told_by_all_that_have_it(jfp: Jfp, portfolio: Path, folder: Path) -> None:
    (folder / "example" / "plan" / "measures").mkdir(exist_ok=True)
    for kind, text in (
        ("measures", "id: dragons\ntitle: Dragons\n"),
        ("milestones", "area: dragons\ntitle: Dragons\n"),
    ):
        (folder / "example" / "plan" / kind / "dragons.yaml").write_text(text, encoding="utf-8")
    alone = jfp("show", "dragons", "--portfolio", portfolio)
    assert (alone.err, alone.code) == (
        'jfp: "dragons" is the id of 2 things; write one of: areas/dragons, measures/dragons\n',
        2,
    )
    (folder / "eastmere" / "plan" / "milestones" / "dragons.yaml").write_text(text, encoding="utf-8")
    both = jfp("show", "dragons", "--portfolio", portfolio)
    assert (both.err, both.code) == (
        'jfp: 2 plans have "dragons"; name one: example:areas/dragons, example:measures/dragons, eastmere:dragons\n',
        2,
    )


def test_every_plan_is_exported_by_its_name(jfp: Jfp, portfolio: Path, folder: Path) -> None:
    document = json.loads(jfp("export", "json", "--portfolio", portfolio).out)
    assert [row["plan"] for row in document["plans"]] == ["example", "eastmere"]
    ran = jfp("export", "parquet", "--portfolio", portfolio, "--output", folder / "data")
    assert ran.code == 0, ran.err
    assert sorted(path.name for path in (folder / "data" / "targets").iterdir()) == ["plan=eastmere", "plan=example"]
    assert jfp("export", "json", "--portfolio", portfolio, "--name", "x").code == 2
