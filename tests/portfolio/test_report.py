"""The report on several plans: how each stands, and what of them stands in more than one."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from tests.cli.conftest import AS_OF, Jfp, jfp
from tests.portfolio.conftest import TEXT, Write, copied
from tests.report.pages import NEEDS_PDF, NEEDS_WORD

__all__ = ["jfp"]  # a fixture

RENDER = ("render", "portfolio", "--format", "md", *AS_OF)


def table(text: str, heading: str) -> dict[str, list[str]]:
    """The rows of the table below a heading, by their first cells."""
    below = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in below.splitlines() if line.startswith("|")]
    return {first.strip(): [cell.strip() for cell in rest] for first, *rest in rows[2:]}


def test_a_row_says_of_each_plan_what_status_counts(jfp: Jfp, portfolio: Path) -> None:
    rows = {row["plan"]: row for row in json.loads(jfp("status", "--portfolio", portfolio, "-f", "json", *AS_OF).out)}
    text = jfp(*RENDER, "--portfolio", portfolio).out
    promised, targets = table(text, "What each plan promised"), table(text, "Targets")
    assert list(promised) == list(targets) == ["example", "eastmere"]
    for name, row in rows.items():
        counts = [f"{row[key]:,}" for key in ("promises", "kept", "late", "overdue", "moved")]
        assert promised[name] == [row["organisation"], *counts]
        assert targets[name][0] == str(sum(row["targets"].values()))
        told = [int(number) for number in re.findall(r": (\d+)", targets[name][1])]
        assert told == [number for number in row["targets"].values() if number]
        judged = [int(number) for number in re.findall(r": (\d+)", targets[name][2])]
        assert judged == [number for number in row["assurance"].values() if number]


def test_of_what_nobody_reported_no_one_is_called_late(jfp: Jfp, write: Write, folder: Path) -> None:
    portfolio = write("title: One\nplans: {example: example/plan}\n")
    render = ("render", "portfolio", "--portfolio", portfolio, "--format", "html", *AS_OF)
    [row] = json.loads(jfp("status", "--portfolio", portfolio, "-f", "json", *AS_OF).out)
    assert 'class="overdue"' in jfp(*render).out
    for area in (folder / "example" / "plan" / "milestones").iterdir():
        text = area.read_text(encoding="utf-8")
        area.write_text(re.sub(r"\n *status: (on_track|at_risk|off_track)\b", "", text), encoding="utf-8")
    [silent] = json.loads(jfp("status", "--portfolio", portfolio, "-f", "json", *AS_OF).out)
    assert (row["overdue"], row["unreported"]) != (silent["overdue"], silent["unreported"])
    assert silent["overdue"] == silent["unreported"] == row["overdue"]
    page = jfp(*render).out
    assert f"{silent['overdue']} past the date with no update" in page
    assert 'class="overdue"' not in page


def test_areas_that_are_tied_are_one_row(jfp: Jfp, portfolio: Path, write: Write) -> None:
    tied = table(jfp(*RENDER, "--portfolio", portfolio).out, "By area")
    assert "Adults and health" not in tied
    assert re.search(r"example: \d+ of \d+ overdue; eastmere, as Adults and health: \d+ of ", tied["Planned care"][-1])
    apart = table(jfp(*RENDER, "--portfolio", write(TEXT.partition("same:")[0])).out, "By area")
    sums = [int(a) + int(b) for a, b in zip(apart["Planned care"][:5], apart["Adults and health"][:5], strict=True)]
    assert [int(number) for number in tied["Planned care"][:5]] == sums


def test_organisations_of_one_id_are_one_row(jfp: Jfp, folder: Path, write: Write) -> None:
    portfolio = write(f"title: Twice\n{copied(folder, 'eastmere/plan', ('east', 'west'))}")
    rows = table(jfp(*RENDER, "--portfolio", portfolio).out, "By organisation")
    alone = table(jfp(*RENDER, "--portfolio", portfolio, "--in", "west").out, "By organisation")
    assert rows.keys() == alone.keys() != set()
    for name, row in rows.items():
        assert [int(number) for number in row[:5]] == [2 * int(number) for number in alone[name][:5]]
        assert re.fullmatch(r"east: (\d+ of \d+) overdue; west: \1 overdue", row[-1])


def test_filters_narrow_it_and_are_said(jfp: Jfp, portfolio: Path) -> None:
    text = jfp(*RENDER, "--portfolio", portfolio, "--area", "planned-care").out
    assert "Area: Planned care" in text
    assert "Area: Adults and health" in text
    assert list(table(text, "By area")) == ["Planned care"]
    ran = jfp(*RENDER, "--portfolio", portfolio, "--area", "dragons")
    assert (ran.out, ran.code) == ("", 2)


def test_one_that_cannot_be_read_is_named_in_the_report(jfp: Jfp, portfolio: Path, folder: Path) -> None:
    (folder / "eastmere" / "plan" / "plan.yaml").write_text("title: [\n", encoding="utf-8")
    ran = jfp(*RENDER, "--portfolio", portfolio)
    assert "- **Not counted**: eastmere cannot be read, and was not counted.\n" in ran.out
    assert list(table(ran.out, "Targets")) == ["example"]
    assert ran.code == 1


@pytest.mark.parametrize("form", ["html", pytest.param("pdf", marks=NEEDS_PDF), pytest.param("docx", marks=NEEDS_WORD)])
def test_it_comes_in_every_format(jfp: Jfp, portfolio: Path, folder: Path, form: str) -> None:
    output = folder / f"report.{form}"
    assert jfp("render", "portfolio", "--portfolio", portfolio, "--output", output, *AS_OF).code == 0
    begins = {"html": b"<!doctype html>", "pdf": b"%PDF-", "docx": b"PK"}[form]
    assert output.read_bytes().startswith(begins)


def test_its_own_templates_stand_beside_the_portfolio(jfp: Jfp, portfolio: Path, folder: Path) -> None:
    (folder / "templates").mkdir()
    (folder / "templates" / "portfolio.md.j2").write_text("{{ document.paper.plans | length }} plans\n")
    assert jfp(*RENDER, "--portfolio", portfolio).out == "2 plans\n"


@pytest.mark.parametrize("report", ["plan", "board", "overdue", "annual"])
def test_another_report_is_of_the_plan_that_in_names(jfp: Jfp, portfolio: Path, folder: Path, report: str) -> None:
    asked = ("render", report, "--format", "md", *AS_OF)
    alone = jfp(*asked, "--plan", folder / "eastmere" / "plan").out
    assert jfp(*asked, "--portfolio", portfolio, "--in", "eastmere").out == alone
    ran = jfp(*asked, "--portfolio", portfolio)
    assert (ran.out, ran.code) == ("", 2)
    assert ran.err == (
        f"jfp: the report {report} is of one plan; say which with --in, such as --in example, or write "
        "jfp render portfolio for all\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "the report portfolio is of several plans; name them with --portfolio FILE"),
        (("--portfolio", "PORTFOLIO", "--since", "2026-01-01"), "for internal readers, takes no --since"),
        (("--portfolio", "PORTFOLIO", "--audience", "public"), "takes no --audience public"),
        (("--portfolio", "PORTFOLIO", "--plan", "plan"), "--plan names one plan, and --portfolio several"),
        (("--in", "coast"), "name that with --portfolio FILE"),
    ],
)
def test_what_it_does_not_take_is_said(
    jfp: Jfp, portfolio: Path, example: Path, words: tuple[str, ...], said: str
) -> None:
    given = [portfolio if word == "PORTFOLIO" else word for word in words] or ["--plan", example]
    ran = jfp("render", "portfolio", "--format", "md", *given)
    assert (ran.out, ran.code) == ("", 2)
    assert said in ran.err


def test_no_file_of_a_plan_is_written_over(jfp: Jfp, portfolio: Path, folder: Path) -> None:
    file = folder / "example" / "plan" / "plan.yaml"
    before = file.read_bytes()
    ran = jfp("render", "portfolio", "--format", "md", "--portfolio", portfolio, "--output", file)
    assert ran.code == 2
    assert file.read_bytes() == before


def test_of_very_many_plans_those_are_named_that_matter_most(jfp: Jfp, folder: Path, write: Write) -> None:
    names = [f"p{number}" for number in range(1, 14)]
    portfolio = write(f"title: Many\n{copied(folder, 'eastmere/plan', names)}")
    text = jfp(*RENDER, "--portfolio", portfolio).out
    assert re.search(r"\*\*Most overdue\*\*: p1: .*; p3: \d+ of \d+; and 10 other plans\.", text)
    assert re.search(r"; p10: \d+ of \d+ overdue; and 3 other plans", table(text, "By area")["Housing"][-1])
    assert len(table(text, "What each plan promised")) == len(names)


def test_the_day_is_that_of_the_question(jfp: Jfp, portfolio: Path) -> None:
    day = date(2027, 1, 31)
    text = jfp("render", "portfolio", "--format", "md", "--as-of", str(day), "--portfolio", portfolio).out
    assert "as of 31 January 2027" in text
