"""Every command that asks, tried with three plans: an answer in every format, and no word that is not for planners."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import AS_OF, Jfp, jfp
from tests.conftest import SHIPPED

__all__ = ["jfp"]  # a fixture

ROWS = ("table", "json", "csv", "markdown", "ids")
ASKING = (
    ("overdue",),
    ("overdue", "--sort", "-days_overdue", "--limit", "5", "--columns", "plan,id,days_overdue"),
    ("due", "--within", "90d"),
    ("milestones", "--text", "open"),
    ("targets",),
    ("measures",),
    ("status",),
    ("index",),
    ("coverage",),
)
WITHOUT_A_DAY = (("search", "people"),)
FINDINGS = ("text", "json", "concise", "github", "gitlab", "sarif", "junit")


@pytest.fixture
def three(portfolio: Path) -> Path:
    text = portfolio.read_text(encoding="utf-8")
    portfolio.write_text(text.replace("plans: {", f"plans: {{shipped: {SHIPPED}, "), encoding="utf-8")
    return portfolio


def check(jfp: Jfp, *command: str | Path) -> str:
    """What a command says of three plans; nothing is wrong with them, and so nothing else is said."""
    ran = jfp(*command)
    assert (ran.err, ran.code) == ("", 0)
    assert ran.out
    return ran.out


@pytest.mark.parametrize("command", [*((*asked, *AS_OF) for asked in ASKING), *WITHOUT_A_DAY], ids=lambda one: one[0])
def test_every_question_is_answered_in_every_format(jfp: Jfp, three: Path, command: tuple[str, ...]) -> None:
    for form in ROWS:
        told = check(jfp, *command, "--format", form, "--portfolio", three)
        if form == "json":
            assert {row["plan"] for row in json.loads(told)} <= {"shipped", "example", "eastmere"}
        if form == "ids":
            assert all(line.partition(":")[0] in ("shipped", "example", "eastmere") for line in told.splitlines())


@pytest.mark.parametrize("form", FINDINGS)
def test_lint_answers_in_every_format(jfp: Jfp, three: Path, form: str) -> None:
    ran = jfp("lint", "--fail-on", "never", "--format", form, "--portfolio", three, *AS_OF)
    assert ran.code == 0
    for plan in (SHIPPED, three.parent / "example" / "plan", three.parent / "eastmere" / "plan"):
        assert f"{plan.name}/" in ran.out
