"""Every key of every thing is read, set, shown, written as JSON, added, found, and known to editors."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from jfp_cli.loading import load
from jfp_cli.loading.json_schema import json_schema
from jfp_cli.model.field import Field, Shape, fields_of
from jfp_cli.model.kinds import FILE_KINDS, KINDS, Kind, model_of
from jfp_cli.query.rows import plain
from jfp_cli.values.address import Address
from tests.cli.conftest import Jfp
from tests.query.test_every_promise import FILES

THINGS = {
    "sections/care": "care",
    "workstreams/outpatients": "care",
    "actions/letters": "care",
    "workstreams/outpatients.actions.2025-26[1]": "care",
    "targets/waits": "care",
    "areas/planned": "planned",
    "milestones/open": "planned",
    "checkpoints/roof": "planned",
    "milestones/hub.checkpoints[1]": "planned",
    "enablers/estates": "estates",
    "enablers/estates.topics[0].commitments[0]": "estates",
    "commitments/house": "estates",
    "measures/waiting": "waiting",
}
# What is named must be there; other keys have the examples that editors show.
NAMED: dict[str, Any] = {
    "places": ["north-town"],
    "organisations": ["trust"],
    "workstreams": ["outpatients"],
    "targets": ["waits"],
    "milestones": ["staff"],
    "areas": ["planned"],
    "strategy_priorities": ["best-start"],
    "duties": ["14Z35"],
    "measures": "waiting",
    "planning_periods": {"2025-26": ["Cut missed appointments"]},
}
HELD = {"workstreams", "milestones", "targets", "indicators", "actions", "topics", "checkpoints", "commitments"}
"""Lists of things, which have keys of their own; `add` makes their entries."""


def plan_files() -> dict[str, str]:
    section = FILES["sections/care.yaml"] + "targets:\n  - {id: waits, statement: Shorter waits}\n"
    enabler = FILES["enablers/estates.yaml"].replace(
        "commitments:\n  - {", "commitments:\n  - {id: house, commitment: Sell the house}\n  - {", 1
    )
    settings = (
        FILES["plan.yaml"] + "strategy_priorities: {best-start: A good start}\nduties: {14Z35: Less inequality}\n"
    )
    measure = "id: waiting\ntitle: People who wait\n"
    return FILES | {
        "plan.yaml": settings,
        "sections/care.yaml": section,
        "enablers/estates.yaml": enabler,
        "measures/waiting.yaml": measure,
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    plan = tmp_path / "plan"
    for name, text in plan_files().items():
        (plan / name).parent.mkdir(parents=True, exist_ok=True)
        (plan / name).write_text(text, encoding="utf-8")
    return plan


def kind_of(address: str) -> str:
    kind = Address.parse(address).kind
    if address.endswith("actions.2025-26[1]"):
        return "actions"
    return (
        {True: "checkpoints", False: kind}["checkpoints[" in address]
        if "commitments[" not in address
        else "commitments"
    )


def keys() -> Iterator[Any]:
    for address in THINGS:
        kind = kind_of(address)
        for key, field in fields_of(model_of(kind)).items():
            if key not in (KINDS[kind].id_key, *HELD):
                yield pytest.param(address, field, id=f"{address}.{key}")


def value_of(field: Field) -> Any:
    if field.about.names:
        value = NAMED[field.about.names]
        return value[0] if field.shape is Shape.TEXT and isinstance(value, list) else value
    if field.about.examples:
        return field.about.examples[0]
    if field.shape is Shape.ENTRIES and not field.or_text:
        return [{below.key: value_of(below) for below in fields_of(field.models[0]).values() if below.required}]
    return field.choices[0] if field.choices else ["Somebody said so"]


def said(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """The texts of a value, each with the name by which `set` knows its place."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from said(below, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for number, below in enumerate(value):
            yield from said(below, f"{path}[{number}]")
    else:
        yield path, {True: "true", False: "false"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def assignments(field: Field) -> list[str]:
    value = value_of(field)
    if field.shape is Shape.NAMES:
        return [f"{field.key}={','.join(value)}"]
    if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
        return [f"{field.key}={entry}" for entry in value]
    return [
        f"{field.key}{path if path.startswith('[') or not path else '.' + path}={text}" for path, text in said(value)
    ]


@pytest.mark.parametrize(("address", "field"), list(keys()))
def test_a_key_is_set_read_shown_and_found(jfp: Jfp, folder: Path, address: str, field: Field) -> None:
    texts = [text for _, text in said(value_of(field))]
    assert jfp("set", address, *assignments(field), "--plan", folder).code == 0
    loaded = load(folder)
    assert loaded.findings == []
    assert loaded.plan is not None
    assert plain(loaded.plan.get(Address.parse(address)))[field.key] is not None

    shown = json.loads(jfp("show", address, "--format", "json", "--as-of", "2030-01-01", "--plan", folder).out)
    assert set(texts) <= {
        str(text).replace("True", "true").replace("False", "false") for _, text in said(shown[field.key])
    }
    page = " ".join(jfp("show", address, "--as-of", "2030-01-01", "--plan", folder).out.split())
    titles = {measure.id: str(measure.title) for measure in loaded.plan.measures.values()}
    assert all(
        text in page or text.replace("_", " ") in page or text in ("true", "false") or titles.get(text, text) in page
        for text in texts
    )

    longest = max(texts, key=len)
    if not field.about.names and any(char.isalpha() for char in longest) and field.shape is not Shape.BARE:
        found = json.loads(jfp("search", f'"{longest}"', "--format", "json", "--plan", folder).out)
        assert Address.parse(address).thing in {Address.parse(row["address"]).thing for row in found}

    home = next(folder.rglob(f"{THINGS[address]}.yaml"))
    typed = as_typed(YAML(typ="safe", pure=True).load(home))
    assert [error.message[:80] for error in Draft202012Validator(json_schema()).iter_errors(typed)] == []


def as_typed(data: Any) -> Any:
    """What an editor checks: dates are text to it."""
    if isinstance(data, dict):
        return {key: as_typed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_typed(value) for value in data]
    return data.isoformat() if isinstance(data, date) else data


ADDED = {
    "section": ("--title", "Another", "--part", "1"),
    "workstream": ("--title", "Another", "--section", "care"),
    "target": ("--statement", "Another", "--section", "care"),
    "area": ("--title", "Another"),
    "milestone": ("--activity", "Another", "--due", "May 2028", "--area", "planned"),
    "enabler": ("--title", "Another", "--part", "1"),
    "measure": ("--title", "Another"),
}


@pytest.mark.parametrize("noun", ADDED)
def test_what_is_added_may_have_every_key(jfp: Jfp, folder: Path, noun: str) -> None:
    kind = next(kind for kind in KINDS.values() if kind.noun == noun)
    given = {option.removeprefix("--") for option in ADDED[noun][::2]}
    settable = [
        field
        for key, field in fields_of(model_of(kind.name)).items()
        if key not in (kind.id_key, *HELD, "relative") and key not in given  # by which the figure would be a change
    ]
    sets = [part for field in settable for assignment in assignments(field) for part in ("--set", assignment)]
    done = jfp("add", noun, *ADDED[noun], "--id", "another", *sets, "--plan", folder)
    assert done.code == 0, done.err
    shown = json.loads(
        jfp("show", f"{kind.name}/another", "--format", "json", "--as-of", "2030-01-01", "--plan", folder).out
    )
    assert {field.key for field in settable} <= set(shown)


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_editors_know_every_key_with_its_sentence(kind: Kind) -> None:
    described = json_schema(kind.schema)["$defs"][model_of(kind.name).__name__]["properties"]
    sentences = {key: field.about.sentence for key, field in fields_of(model_of(kind.name)).items()}
    assert {key: described[key]["description"] for key in sentences} == sentences
