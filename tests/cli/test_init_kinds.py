"""`jfp init --kind`: each kind of plan begins valid, in its own words, and with nothing of the other's."""

import re
from datetime import date
from pathlib import Path

import pytest

from jfp_cli.start.kinds import EXAMPLES, Kind
from tests.cli.conftest import Jfp, Today
from tests.cli.test_init import plan_in

COUNCIL = ("--kind", "council", "--organisation", "North Town Council", "--period", "2026-31")
OF_HEALTH = re.compile(
    r"\b(?:NHS|ICBs?|ICS|integrated care|joint forward|health|clinics?|clinical|patients?|appointments?|waiting|"
    r"hospitals?|treatment|diagnostic|elective|14Z\d+)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2026, 4, 1), date(2026, 11, 25), date(2031, 3, 31)])
@pytest.mark.parametrize("period", ["2026-31", "2030-31"])
@pytest.mark.parametrize("areas", [(), ("Housing", "Streets and waste", "Children")])
def test_on_its_first_day_nothing_is_overdue_and_lint_is_content(
    jfp: Jfp, tmp_path: Path, today: Today, day: date, period: str, areas: tuple[str, ...], kind: Kind
) -> None:
    today(day)
    named = [option for area in areas for option in ("--area", area)]
    made = jfp("init", tmp_path, "--kind", kind, "--organisation", "North Town", "--period", period, *named)
    assert made.code == 0, made.err
    folder = tmp_path / "plan"
    linted = jfp("lint", "--fail-on", "advice", "--as-of", day.isoformat(), "--plan", folder)
    assert linted.code == 0, linted.out
    assert jfp("overdue", "--exit-code", "--as-of", day.isoformat(), "--plan", folder).code == 0


@pytest.mark.parametrize("kind", Kind)
def test_every_file_teaches(jfp: Jfp, tmp_path: Path, kind: Kind) -> None:
    jfp("init", tmp_path, *COUNCIL, "--kind", kind, "--area", "One", "--area", "Two")
    written = [path.relative_to(tmp_path / "plan").as_posix() for path in (tmp_path / "plan").rglob("*.yaml")]
    assert sorted(written) == sorted([*EXAMPLES[kind].files, "milestones/one.yaml", "milestones/two.yaml"])
    for name in written:
        lines = (tmp_path / "plan" / name).read_text("utf-8").splitlines()
        assert lines[0].startswith("# ")
        assert max(map(len, lines)) <= 100


def test_a_council_has_its_own_words_and_no_duties(jfp: Jfp, tmp_path: Path) -> None:
    assert jfp("init", tmp_path, *COUNCIL).code == 0
    plan = plan_in(tmp_path / "plan")
    assert plan.settings.title == "Corporate Delivery Plan 2026-31"
    assert list(plan.areas) == ["environment"]
    assert not plan.settings.duties
    assert len(plan.measures) == len(plan.enablers) == len(plan.sections) == 1
    for path in (tmp_path / "plan").rglob("*.yaml"):
        assert OF_HEALTH.search(path.read_text("utf-8")) is None, path.name


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize("report", ["plan", "overdue", "annual", "board"])
def test_the_pages_of_a_council_have_no_word_of_a_health_service(
    jfp: Jfp, tmp_path: Path, report: str, form: str
) -> None:
    jfp("init", tmp_path, *COUNCIL)
    page = jfp("render", report, "--format", form, "--plan", tmp_path / "plan")
    assert page.code == 0, page.err
    assert "North Town Council" in page.out
    shown = re.sub(r"<(style|script)>.*?</\1>", "", page.out, flags=re.DOTALL)
    assert [found[0] for found in OF_HEALTH.finditer(shown)] == []


@pytest.mark.parametrize("question", ["status", "targets", "measures", "coverage", "index", "remind", "due"])
def test_what_is_asked_of_a_council_is_answered_with_no_word_of_a_health_service(
    jfp: Jfp, tmp_path: Path, question: str
) -> None:
    jfp("init", tmp_path, *COUNCIL)
    told = jfp(question, "--plan", tmp_path / "plan")
    assert told.code == 0, told.err
    assert [found[0] for found in OF_HEALTH.finditer(told.out + told.err)] == []


def test_the_examples_of_a_council_stand_under_the_area_that_fits(jfp: Jfp, tmp_path: Path) -> None:
    jfp("init", tmp_path, *COUNCIL, "--area", "Housing,Streets and waste,Children")
    assert [area.area for area, _ in plan_in(tmp_path / "plan").milestones()] == ["streets-and-waste"]


def test_what_is_no_kind_is_refused_with_those_that_there_are(jfp: Jfp, tmp_path: Path) -> None:
    made = jfp("init", tmp_path, *COUNCIL, "--kind", "charity")
    assert made.code == 2
    assert "health" in made.err
    assert "council" in made.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("kind", "meant"), [(Kind.COUNCIL, ["EHCP"]), (Kind.HEALTH, ["CDC", "EHCP"])])
def test_what_an_abbreviation_means_in_health_is_for_health_services_alone(
    jfp: Jfp, tmp_path: Path, kind: Kind, meant: list[str]
) -> None:
    jfp("init", tmp_path, *COUNCIL, "--kind", kind)
    (section,) = (tmp_path / "plan" / "sections").iterdir()
    said = "challenges:\n  - The CDC is full\n  - Every EHCP is late\n"
    section.write_text(section.read_text("utf-8").replace("challenges:\n", said), encoding="utf-8")
    jfp("lint", "--fix", "--select", "JFP504", "--plan", tmp_path / "plan")
    assert sorted(plan_in(tmp_path / "plan").settings.glossary) == meant
