"""The settings of an editor are added to, character by character, or left alone."""

from pathlib import Path

import pytest

from jfp_cli.cli.door import main
from jfp_cli.start.commented_json import entries

SCHEMA = "./.jfp/schema/plan.json"


def install(settings: str, plan: Path) -> tuple[int, str]:
    path = plan.parent / ".vscode" / "settings.json"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(settings.encode())
    return main(["schema", "--install", "--plan", str(plan)]), path.read_bytes().decode()


@pytest.mark.parametrize(
    "settings",
    [
        '{"a": 1e999, "b": -0, "c": 0.30000000000000000001}',
        '{"a": "\\ud83d", "b": "\\u0000", "c": "\\/"}',
        '{"a": 1.0, // one\n "b": {"c": []},\n}\n',
        '{\t"a": "}" /* } */ }',
    ],
)
def test_what_json_cannot_write_back_stays_as_it_is(settings: str, example: Path) -> None:
    code, after = install(settings, example)
    assert code == 0
    characters = iter(after)
    assert all(character in characters for character in settings)
    written = entries(after)
    assert SCHEMA in written["yaml.schemas"].value
    for key, entry in entries(settings).items():
        assert after[written[key].start : written[key].end] == settings[entry.start : entry.end]


@pytest.mark.parametrize(
    "settings",
    [
        '{"a": ' + "[" * 5000 + "]" * 5000 + "}",
        f'{{"yaml.schemas": {{"{SCHEMA}": [1e999]}}}}',
        f'{{"yaml.schemas": {{"{SCHEMA}": ["\\ud83d"]}}}}',
        f'{{"yaml.schemas": {{"{SCHEMA}": 5}}}}',
    ],
    ids=["nested", "a number", "half a character", "no list"],
)
def test_what_could_not_be_kept_is_left_alone(settings: str, example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert install(settings, example) == (2, settings)
    assert "settings.json cannot be read as settings, so it was left alone; add to it" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", '{\n  "recommendations": [\n    "redhat.vscode-yaml"\n  ]\n}\n'),
        ("{}", '{\n  "recommendations": [\n    "redhat.vscode-yaml"\n  ]\n}'),
        ('{"recommendations": []}', '{"recommendations": ["redhat.vscode-yaml"]}'),
        ('{"recommendations": ["a.b"]}', '{"recommendations": ["a.b", "redhat.vscode-yaml"]}'),
        ('{"recommendations": ["a.b",],}', '{"recommendations": ["a.b", "redhat.vscode-yaml",],}'),
        (
            '{\n\t"recommendations": [\n\t\t// b\n\t\t"a.b", // c ]\n\t\t/* d */\n\t],\n}',
            '{\n\t"recommendations": [\n\t\t// b\n\t\t"a.b", // c ]\n\t\t/* d */\n\t\t"redhat.vscode-yaml",\n\t],\n}',
        ),
        (
            '{\r\n  "recommendations": [\r\n    "a.b" // ours\r\n  ]\r\n}',
            '{\r\n  "recommendations": [\r\n    "a.b", // ours\r\n    "redhat.vscode-yaml"\r\n  ]\r\n}',
        ),
        ('{"recommendations": ["RedHat.VSCode-YAML"]}', None),
        ('{"unwantedRecommendations": ["redhat.vscode-yaml"]}', None),
    ],
)
def test_the_extension_that_reads_schemas_is_recommended(before: str, after: str | None, example: Path) -> None:
    path = example.parent / ".vscode" / "extensions.json"
    path.parent.mkdir()
    path.write_bytes(before.encode())
    for _ in range(2):
        assert main(["schema", "--install", "--plan", str(example)]) == 0
        assert path.read_bytes().decode() == (before if after is None else after)


@pytest.mark.parametrize("listed", ['"a.b"', "[7]", "{}", '["\\ud83d"]', "null"])
def test_recommendations_that_cannot_be_read_are_left_alone(
    listed: str, example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = example.parent / ".vscode" / "extensions.json"
    path.parent.mkdir()
    path.write_text(f'{{"recommendations": {listed}}}', encoding="utf-8")
    assert main(["schema", "--install", "--plan", str(example)]) == 2
    assert ".vscode/extensions.json cannot be read as settings, so it was left alone" in capsys.readouterr().err
    assert path.read_text("utf-8") == f'{{"recommendations": {listed}}}'
    assert not (example.parent / ".jfp").exists()


def test_comments_among_the_files_of_a_schema_stay(example: Path) -> None:
    settings = f'{{\n  "yaml.schemas": {{\n    "{SCHEMA}": [\n      "x.yaml" // ours\n    ]\n  }}\n}}\n'
    code, after = install(settings, example)
    assert code == 0
    assert f'"{SCHEMA}": [\n      "x.yaml", // ours\n      "plan/plan.yaml"\n    ],\n' in after


@pytest.mark.parametrize("folder", [".vscode", ".jfp"])
def test_a_folder_that_leads_out_is_not_written_to(
    folder: str, example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = example.parent / "home"
    home.mkdir()
    plan = example.rename(home / "plan")
    outside = example.parent / "outside"
    outside.mkdir()
    (home / folder).symlink_to(outside)
    assert main(["schema", "--install", "--plan", str(plan)]) == 2
    assert "leads out of" in capsys.readouterr().err
    assert list(outside.iterdir()) == []
    assert [path.name for path in home.iterdir() if path.name != folder] == ["plan"]
