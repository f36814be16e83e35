"""The shipped plan: how much it holds, how it is laid out, and that it says what its sources say."""

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from jfp_cli.loading import Loaded, load
from jfp_cli.model.field import Entity
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.plan import Plan
from jfp_cli.query.promises import overdue, promises
from tests.conftest import CONFORMANCE, ROOT, SHIPPED

FILES = sorted(SHIPPED.rglob("*.yaml"))
WIDTH = 100
FIDELITY = CONFORMANCE.parent / "tools" / "fidelity"
SOURCES = CONFORMANCE.parent / "source"

SECTIONS = {
    "1.1": "childrens-care-backlog",
    "1.2": "cardiovascular-disease",
    "1.3": "elective-care",
    "1.4": "urgent-care",
    "1.5": "mental-health-crisis",
    "2.1": "best-start-in-life",
    "2.2": "healthy-life-expectancy",
    "2.3": "access-to-care",
    "2.4": "wellbeing",
    "2.5": "financial-sustainability",
    "3.1": "workforce-train",
    "3.2": "workforce-reform",
    "3.3": "workforce-retain",
}
WITHOUT_WORKSTREAM = {
    "op-community-social-prescribing",
    "people-promise-exemplar",
    "therapies-workforce-strategy",
    "waiting-well-strategy",
}
# Capitals that are no abbreviation, and HCNS, which the published plan does not explain.
NAMES = {"223GB", "COVID", "HCNS", "McGowan", "OrbisU", "THRIVE", "WorkWell"}


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(SHIPPED)


@pytest.fixture(scope="module")
def plan(loaded: Loaded) -> Plan:
    assert loaded.plan is not None
    return loaded.plan


def raw(path: Path) -> Any:
    """What a file says, every scalar as the text that was typed."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - it makes text alone


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list):
        for entry in value:
            yield from strings(entry)
    else:
        yield value


def misplaced_keys(entity: Entity, written: dict[str, Any], at: str) -> Iterator[str]:
    """Every mapping whose keys stand in another order than the model's fields."""
    fields = {field.alias or name: name for name, field in type(entity).model_fields.items()}
    in_order = [key for key in fields if key in written]
    if list(written) != in_order:
        yield f"{at}: {', '.join(written)}; should be {', '.join(in_order)}"
    for key in in_order:
        value = getattr(entity, fields[key])
        below = zip(value, written[key], strict=True) if isinstance(value, tuple) else [(value, written[key])]
        for number, (part, text) in enumerate(below):
            if isinstance(part, Entity):
                yield from misplaced_keys(part, text, f"{at}.{key}[{number}]")


def test_every_file_is_read_without_findings(loaded: Loaded) -> None:
    assert loaded.findings == []
    assert loaded.left_out == []


def test_it_holds_every_section_in_the_published_order(plan: Plan) -> None:
    assert {plan.number(section): section for section in plan.sections} == SECTIONS
    assert list(plan.sections) == list(SECTIONS.values())


def test_it_holds_as_much_as_the_sources(plan: Plan) -> None:
    targets = [home.target for home in plan.targets()]
    assert len(plan.enablers) == 15
    assert len(plan.areas) == 24
    assert len(list(plan.milestones())) == 91
    assert len(list(plan.workstreams())) == 95
    assert len(targets) == 110
    assert sum(1 for target in targets if target.target is not None) == 61
    assert sum(1 for target in targets if target.baseline is not None) == 9


def test_every_target_with_a_figure_says_what_it_counts_and_what_is_better(plan: Plan) -> None:
    figures = [home.target for home in plan.targets() if home.target.target is not None]
    assert [target.id for target in figures if not (target.measure and target.better)] == []


def test_a_measure_of_several_targets_is_better_in_one_direction(plan: Plan) -> None:
    directions: dict[str, set[str | None]] = {}
    for home in plan.targets():
        if home.target.measure:
            directions.setdefault(home.target.measure, set()).add(home.target.better)
    assert {measure: found for measure, found in directions.items() if len(found) > 1} == {}


def test_76_milestones_are_overdue_on_21_november_2026(plan: Plan) -> None:
    late = overdue(promises(plan, ["milestones"]), date(2026, 11, 21))
    assert len({row.id for row in late}) == 76


def test_milestones_name_the_workstreams_that_they_deliver(plan: Plan) -> None:
    unlinked = {milestone.id for _, milestone in plan.milestones() if not milestone.workstreams}
    assert unlinked == WITHOUT_WORKSTREAM


def test_keys_stand_in_the_order_of_the_model(plan: Plan) -> None:
    found: list[str] = []
    for address, entity in plan.files():
        name = f"{KINDS[address.kind].folder}/{address.id}.yaml" if address.id else "plan.yaml"
        found += misplaced_keys(entity, raw(SHIPPED / name), name)
    assert found == []


def test_actions_stand_in_the_order_of_the_planning_periods(plan: Plan) -> None:
    periods = plan.settings.planning_periods
    for _, stream in plan.workstreams():
        assert list(stream.actions) == [period for period in periods if period in stream.actions], stream.id


@pytest.mark.parametrize("path", FILES, ids=[str(path.relative_to(SHIPPED)) for path in FILES])
def test_a_file_is_laid_out_to_be_read(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    lines = text.split("\n")
    assert [line for line in lines if len(line) > WIDTH and "https://" not in line] == []
    assert [line for line in lines if line != line.rstrip()] == []
    assert "\t" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_the_glossary_explains_what_the_plan_uses_and_nothing_else(plan: Plan) -> None:
    glossary = plan.settings.glossary
    everything = {path: raw(path) for path in FILES}
    for key in ("glossary", "lint"):  # what is no text of the document
        del everything[SHIPPED / "plan.yaml"][key]
    text = "\n".join(string for content in everything.values() for string in strings(content))
    used = set(re.findall(r"\b[A-Za-z0-9]*[A-Z][A-Za-z0-9]*[A-Z][A-Za-z0-9&]*\b", text))
    known = {*glossary, *(f"{name}s" for name in glossary), *NAMES}
    assert sorted(used - known) == []
    assert [name for name in glossary if not re.search(rf"(?<!\w){re.escape(name)}s?(?!\w)", text)] == []
    assert list(glossary) == sorted(glossary, key=str.casefold)


@pytest.mark.skipif(
    not (FIDELITY.is_file() and SOURCES.is_dir()),
    reason="the source documents and the tool that compares them with the plan stand beside a working copy only",
)
def test_no_figure_of_the_sources_is_lost_and_no_sentence_copied() -> None:
    run = subprocess.run([sys.executable, FIDELITY], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert run.returncode == 0, run.stdout + run.stderr
