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
