"""`jfp schema`: what an editor is told of plan files, held against an independent validator and against jfp itself."""

import json
import re
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from jfp_cli.loading import load
from jfp_cli.loading.json_schema import DATE, SCHEMAS, ids_of, json_schema
from jfp_cli.model.field import every_model, fields_of
from jfp_cli.model.kinds import OF_FOLDER
from jfp_cli.start.commented_json import entries
from tests.cli.conftest import Jfp
from tests.conftest import EXAMPLE, SHIPPED, ChangePlan

PLANS = {"shipped": SHIPPED, "example": EXAMPLE}
FILES = [
    pytest.param(root, path, id=f"{name}/{path.stem}") for name, root in PLANS.items() for path in root.rglob("*.yaml")
]


class Core(yaml.SafeLoader):
    """The core schema of YAML 1.2: its null, truths and numbers, and nothing else that is not text."""

    yaml_implicit_resolvers: dict[str, Any] = {}

    def by_name(self, node: Any) -> dict[str, Any]:
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", "~nN"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+0123456789."),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), [*_first])
Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^$"), [""])
Core.add_constructor("tag:yaml.org,2002:map", Core.by_name)


def read(text: str, loader: Any = Core) -> Any:
    return yaml.load(text, Loader=loader)  # noqa: S506 - both loaders are safe ones


def faults(schema: dict[str, Any], text: str) -> list[str]:
    return [error.message for error in Draft202012Validator(schema).iter_errors(read(text))]


@cache
def schema_of(kind: str | None, root: Path | None = None) -> dict[str, Any]:
    return json_schema(kind, ids_of(load(root)) if root else None)


def kind_of(path: Path) -> str:
    return OF_FOLDER.get(path.parent.name, OF_FOLDER["plan"]).schema


@pytest.mark.parametrize("kind", [*SCHEMAS, None])
def test_a_schema_is_one(kind: str | None) -> None:
    Draft202012Validator.check_schema(json_schema(kind))
    Draft202012Validator.check_schema(json_schema(kind, ids_of(load(SHIPPED))))


@pytest.mark.parametrize(("root", "path"), FILES)
def test_every_plan_file_fits_its_schema(root: Path, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert faults(schema_of(kind_of(path)), text) == []
    assert faults(schema_of(kind_of(path), root), text) == []
    assert faults(schema_of(None), text) == []


TYPED_PLAINLY = [
    ("milestones/planned-care.yaml", "activity: Open the endoscopy unit", "activity: 2026"),
    ("milestones/planned-care.yaml", "activity: Open the endoscopy unit", "activity: true"),
    ("milestones/planned-care.yaml", "due: March 2027", "due: 2027"),
    ("milestones/planned-care.yaml", "due: March 2027", "due: 2027-03-31"),
    ("milestones/planned-care.yaml", "id: endoscopy-unit", "id: 2026"),
    ("sections/elective-care.yaml", 'target: "92,300"', "target: 0"),
    ("sections/elective-care.yaml", 'target: "92,300"', "target: 2.5"),
    ("sections/elective-care.yaml", "better: lower", "better: lower\n    relative: FALSE"),
    ("sections/elective-care.yaml", "better: lower", 'better: lower\n    relative: "false"'),
    ("sections/elective-care.yaml", "respondents: 1124", 'respondents: "1124"'),
    ("sections/elective-care.yaml", "- Functioning decision support tool", "- 2026"),
    ("plan.yaml", "year_starts: April", "year_starts: apr"),
    ("plan.yaml", "FIT: faecal immunochemical test", "FIT: no"),
]


@pytest.mark.parametrize(("name", "old", "new"), TYPED_PLAINLY)
def test_what_jfp_reads_other_readers_of_yaml_may_pass_too(change: ChangePlan, name: str, old: str, new: str) -> None:
    root = change(name, old, new)
    assert {finding.code for finding in load(root).findings} <= {"JFP009"}
    assert faults(json_schema(kind_of(root / name), ids_of(load(root))), (root / name).read_text("utf-8")) == []


BAD = [
    ("milestones/planned-care.yaml", "status: at_risk", "status: amber"),
    ("milestones/planned-care.yaml", "status: at_risk", "stauts: at_risk"),
    ("milestones/planned-care.yaml", "    activity: Open the endoscopy unit\n", ""),
    ("milestones/planned-care.yaml", "activity: Open the endoscopy unit", "activity: [Open, it]"),
    ("milestones/planned-care.yaml", "activity: Open the endoscopy unit", "activity:"),
    ("milestones/planned-care.yaml", "activity: Open the endoscopy unit", 'activity: " "'),
    ("milestones/planned-care.yaml", "activity: Open the endoscopy unit", "activity: {open: it}"),
    ("milestones/planned-care.yaml", "id: endoscopy-unit", "id: Endoscopy Unit"),
    ("milestones/planned-care.yaml", "id: endoscopy-unit", "id: -1"),
    ("milestones/planned-care.yaml", "due: March 2027", "due: [March 2027]"),
    ("milestones/planned-care.yaml", "due: March 2027", "due: true"),
    ("milestones/planned-care.yaml", "due: March 2027", "due: Septmber 2027"),
    ("milestones/planned-care.yaml", "due: March 2027", "due: TBC"),
    ("milestones/planned-care.yaml", "due: March 2027", "due: March"),
    ("plan.yaml", "period: {start: 2025-04-01, end: 2030-03-31}", "period: {start: 1 Aprl 2025, end: 2030-03-31}"),
    ("milestones/planned-care.yaml", "places: [north-town]", "places: north-town"),
    ("milestones/planned-care.yaml", "{from: June 2025, to:", "{to:"),
    ("milestones/planned-care.yaml", "{from: June 2025, to:", "{from_: June 2025, to:"),
    ("sections/elective-care.yaml", "better: lower", "better: less"),
    ("sections/elective-care.yaml", "better: lower", "better: lower\n    relative: maybe"),
    ("sections/elective-care.yaml", "respondents: 1124", "respondents: many"),
    ("sections/elective-care.yaml", "respondents: 1124", "respondents: -4"),
    ("sections/elective-care.yaml", "baseline: {value:", "baseline: {figure:"),
    ("sections/elective-care.yaml", "- Functioning decision support tool", "- [A list]"),
    ("sections/elective-care.yaml", "- Functioning decision support tool", "- Fewer leavers: in year one"),
    ("sections/elective-care.yaml", "2025-26: [Cut missed appointments]", "2025-26: Cut missed appointments"),
    ("plan.yaml", "year_starts: April", "year_starts: Apple"),
    ("plan.yaml", "{north-town: North Town", "{North Town: North Town"),
    ("plan.yaml", "period: {start: 2025-04-01, end: 2030-03-31}", "period: 2025-30"),
    ("plan.yaml", "title: Example Joint Forward Plan\n", ""),
    ("enablers/estates.yaml", "points: [Buildings must be fit for purpose.]", "points: [{text: Buildings}]"),
    ("measures/waiting-list-size.yaml", 'value: "139,000"', 'values: "139,000"'),
]


@pytest.mark.parametrize(("name", "old", "new"), BAD)
def test_the_schema_and_jfp_refuse_the_same(change: ChangePlan, name: str, old: str, new: str) -> None:
    root = change(name, old, new)
    assert load(root).findings != []
    text = (root / name).read_text("utf-8")
    assert faults(schema_of(kind_of(root / name)), text) != []
    assert faults(schema_of(None), text) != []


def test_with_ids_nothing_else_may_be_named_anywhere(example: Path) -> None:
    loaded = load(example)
    assert loaded.plan is not None
    ids = ids_of(loaded)
    named = {(reference.kind, reference.id) for reference in loaded.plan.references}
    named.remove(("measures", "waiting-list-size"))  # where words may stand too
    assert len(named) > 5
    for kind, name in named:
        fewer = {**ids, kind: [other for other in ids[kind] if other != name]}
        found = [
            path.name
            for path in example.rglob("*.yaml")
            if faults(json_schema(kind_of(path), fewer), path.read_text("utf-8"))
        ]
        assert found, f"{name} is refused nowhere where {kind} has it no more"


def test_every_key_is_described_and_nothing_else() -> None:
    definitions = {name: definition for name, definition in json_schema()["$defs"].items() if name != DATE}
    assert {name: set(definition["properties"]) for name, definition in definitions.items()} == {
        model.__name__: {key for field in fields_of(model).values() for key in (field.key, field.about.formerly) if key}
        for model in every_model()
    }
    assert all(schema["description"] for own in definitions.values() for schema in own["properties"].values())


def test_every_list_of_ids_is_known_to_name_things() -> None:
    lists = [
        f"{name}.{key}"
        for name, definition in schema_of(None)["$defs"].items()
        for key, schema in definition.get("properties", {}).items()
        if schema.get("items", {}).get("pattern", "").startswith("^[a-z0-9]")
    ]
    naming = {
        f"{model.__name__}.{key}"
        for model in every_model()
        for key, field in fields_of(model).items()
        if field.about.names
    }
    assert set(lists) <= naming
    assert len(lists) > 10


def test_every_example_fits_the_key_it_is_an_example_of() -> None:
    whole = json_schema()
    for definition in whole["$defs"].values():
        assert definition["description"]
        for schema in definition.get("properties", {}).values():
            for example in schema.get("examples", ()):
                Draft202012Validator({"$defs": whole["$defs"], **schema}).validate(example)


def test_words_are_offered_with_what_they_stand_for() -> None:
    told: dict[str, set[str]] = {}
    for definition in json_schema()["$defs"].values():
        for key, schema in definition.get("properties", {}).items():
            listing = schema if "enum" in schema else schema.get("additionalProperties") or {}
            if "enum" in listing:
                told.setdefault(key, set()).update(listing.get("markdownEnumDescriptions", ["nothing"]))
                assert len(listing["enum"]) == len(listing.get("markdownEnumDescriptions", listing["enum"]))
    assert {key for key, meanings in told.items() if meanings == {"nothing"}} == {"colour"}  # they say themselves
    assert "It may miss its date unless something is done." in told["status"]


def test_a_date_that_no_pattern_can_like_is_answered_in_plain_words() -> None:
    date = json_schema("milestones")["$defs"][DATE]
    assert date["patternErrorMessage"] == (
        "This names no date; write a day, a month, a season or a quarter with its year, or a year"
    )


def test_a_date_of_the_plans_own_is_checked_as_all_are(change: ChangePlan) -> None:
    root = change("plan.yaml", "contents:", "fields:\n  milestones:\n    gate: {about: x, type: date}\ncontents:")
    plan = load(root).plan
    assert plan is not None
    milestone = json_schema("milestones", of=plan.models)["$defs"]["Milestone"]
    assert milestone["properties"]["gate"]["$ref"] == f"#/$defs/{DATE}"


@pytest.mark.parametrize("name", ["Milestone", "Reading", "Target", "Workstream"])
def test_what_a_snippet_begins_is_whole_once_its_places_are_filled(name: str) -> None:
    definitions = json_schema()["$defs"]
    (snippet,) = definitions[name]["defaultSnippets"]
    written = json.dumps(snippet["body"])
    places = re.findall(r"\$\{(\d+)[:|]", written)
    assert list(map(int, places)) == [*range(1, len(places) + 1)]
    filled = json.loads(re.sub(r"\$\{\d+(?::([^}]*)|\|(\w+)[^|]*\|)\}", lambda place: place[1] or place[2], written))
    Draft202012Validator({"$defs": definitions, "$ref": f"#/$defs/{name}"}).validate(filled)
    assert set(filled) > set(definitions[name].get("required", ())) or name == "Reading"


def test_it_is_printed_for_one_kind_or_for_all(jfp: Jfp, example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(example.parent)
    for kind in SCHEMAS:
        found = jfp("schema", kind)
        assert (json.loads(found.out), found.err, found.code) == (json_schema(kind), "", 0)
    assert json.loads(jfp("schema").out) == json_schema()
    with_ids = json.loads(jfp("schema", "milestones", "--with-ids").out)
    assert with_ids["$defs"]["Milestone"]["properties"]["places"]["items"] == {"enum": ["north-town", "south-vale"]}


def test_without_ids_it_needs_no_plan(jfp: Jfp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert jfp("schema", "section").code == 0
    refused = jfp("schema", "section", "--with-ids")
    assert (refused.out, refused.code) == ("", 2)
    assert "there is no plan/plan.yaml" in refused.err


def test_an_unknown_kind_is_refused(jfp: Jfp) -> None:
    found = jfp("schema", "sections")
    assert found.code == 2
    assert "section" in found.err


def installed(root: Path) -> dict[str, Any]:
    settings = json.loads((root.parent / ".vscode" / "settings.json").read_text("utf-8"))
    assert isinstance(settings, dict)
    return settings


def test_install_writes_schemas_and_says_which_files_each_is_for(jfp: Jfp, example: Path) -> None:
    assert jfp("schema", "--install", "--plan", example).code == 0
    for schema, patterns in installed(example)["yaml.schemas"].items():
        written = json.loads((example.parent / schema).read_text("utf-8"))
        Draft202012Validator.check_schema(written)
        files = [path for pattern in patterns for path in example.parent.glob(pattern)]
        assert files
        for path in files:
            assert faults(written, path.read_text("utf-8")) == []
    assert len(installed(example)["yaml.schemas"]) == len(SCHEMAS)


def test_install_twice_writes_nothing_new(jfp: Jfp, example: Path) -> None:
    jfp("schema", "--install", "--plan", example)
    settings = example.parent / ".vscode" / "settings.json"
    before = settings.stat().st_mtime_ns
    again = jfp("schema", "--install", "--plan", example)
    assert again.err == "the schemas are there already, and nothing has changed since\n"
    assert settings.stat().st_mtime_ns == before
    changed = jfp("schema", "--install", "--with-ids", "--plan", example)
    assert "wrote" in changed.err
    assert "settings.json" not in changed.err


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_install_keeps_every_other_setting(jfp: Jfp, example: Path, newline: str) -> None:
    others = {"editor.rulers": [100], "yaml.schemas": {"https://example.org/s.json": "a.yaml"}, "z": {"é": 1.5}}
    path = example.parent / ".vscode" / "settings.json"
    path.parent.mkdir()
    path.write_text(json.dumps(others, indent=4), encoding="utf-8", newline=newline)
    assert jfp("schema", "--install", "--plan", example).code == 0
    after = installed(example)
    assert list(after) == list(others)
    schemas = after.pop("yaml.schemas")
    assert schemas.pop("https://example.org/s.json") == "a.yaml"
    assert set(schemas) == {f"./.jfp/schema/{kind}.json" for kind in SCHEMAS}
    assert after == {"editor.rulers": [100], "z": {"é": 1.5}}
    written = path.read_bytes().decode("utf-8")
    assert written.startswith(f'{{{newline}    "editor.rulers"')
    assert ("\r" in written) == ("\r" in newline)


@pytest.mark.parametrize(
    "settings",
    [
        "// rulers",
        "/* { */ [{}]",
        '{"a": 1, "a": 2}',
        "[]",
        '{"yaml.schemas": "x"}',
        '{"yaml.schemas": {"./.jfp/schema/plan.json": 7}}',
        '{"a": 1} {}',
        '{"a": 1,, "b": 2}',
        "{",
        '{"a": NaN}',
    ],
)
def test_install_leaves_settings_alone_that_it_cannot_read(jfp: Jfp, example: Path, settings: str) -> None:
    path = example.parent / ".vscode" / "settings.json"
    path.parent.mkdir()
    path.write_text(settings, encoding="utf-8")
    refused = jfp("schema", "--install", "--plan", example)
    assert (refused.out, refused.code) == ("", 2)
    assert re.match(
        r"jfp: \.vscode/settings\.json cannot be read as settings, so it was left alone; add to it: ", refused.err
    )
    assert path.read_text("utf-8") == settings
    assert not (example.parent / ".jfp").exists()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "settings",
    [
        '{\n  // house settings\n  "editor.rulers": [100],\n}\n',
        '{\n\t"a": "// no /* comment */,}", /* one,\n\tover lines } */ "b": {"c": [1, 2,],}, // last }\n}\n// end\n',
        '{"a": 1}',
        '{"a": 1, }',
        "// mine\n{}\n",
        "{\n  // nothing yet\n}\n",
        '{\n  "yaml.schemas": {\n    // theirs\n    "https://e.org/s.json": "a.yaml", // a\n  },\n  "b": 2 // c\n}\n',
        '{"yaml.schemas": {}}',
        '{\n  "yaml.schemas": {"./.jfp/schema/plan.json": "other/plan.yaml"}\n}\n',
    ],
)
def test_install_keeps_comments_and_every_other_character(jfp: Jfp, example: Path, settings: str, newline: str) -> None:
    settings = settings.replace("\n", newline)
    path = example.parent / ".vscode" / "settings.json"
    path.parent.mkdir()
    path.write_bytes(settings.encode())
    assert jfp("schema", "--install", "--plan", example).code == 0
    after = path.read_bytes().decode()
    written = iter(after)
    assert all(character in written for character in settings), after
    assert after.count("\r\n") == (after.count("\n") if "\r\n" in settings else 0)
    schemas = {key: entry.value for key, entry in entries(after, entries(after)["yaml.schemas"].start).items()}
    assert {f"./.jfp/schema/{kind.schema}.json" for kind in OF_FOLDER.values()} <= set(schemas)
    assert "plan/plan.yaml" in schemas["./.jfp/schema/plan.json"]
    assert jfp("schema", "--install", "--plan", example).err.startswith("the schemas are there already")


def test_install_of_a_second_plan_keeps_the_first(jfp: Jfp, example: Path) -> None:
    other = Path(shutil.copytree(example, example.parent / "other" / "plan"))
    (example.parent / ".git").mkdir()
    for plan in (example, other):
        assert jfp("schema", "--install", "--plan", plan).code == 0
    assert installed(example)["yaml.schemas"]["./.jfp/schema/plan.json"] == ["plan/plan.yaml", "other/plan/plan.yaml"]


def test_install_goes_where_the_working_copy_begins(jfp: Jfp, example: Path) -> None:
    nested = example.parent / "trust" / "plan"
    nested.parent.mkdir()
    example.rename(nested)
    (example.parent / ".git").mkdir()
    assert jfp("schema", "--install", "--plan", nested).code == 0
    assert installed(example)["yaml.schemas"]["./.jfp/schema/plan.json"] == ["trust/plan/plan.yaml"]


def test_install_of_one_kind_is_refused(jfp: Jfp, example: Path) -> None:
    refused = jfp("schema", "section", "--install", "--plan", example)
    assert refused.code == 2
    assert "leave the kind out" in refused.err
    assert not (example.parent / ".jfp").exists()
