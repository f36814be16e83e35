"""Commands on hand-written files: what the file was, the command, and every byte of what it becomes."""

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from jfp_cli.cli.door import main

CASES = Path(__file__).parent / "cases"
NAMES = sorted(folder.name for folder in CASES.iterdir())
Written = Callable[[bytes], bytes]
WAYS: dict[str, Written] = {
    "as it stands": lambda text: text,
    "lines of Windows": lambda text: text.replace(b"\n", b"\r\n"),
    "byte-order mark": lambda text: b"\xef\xbb\xbf" + text,
    "no final line end": lambda text: text.rstrip(b"\n"),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", NAMES)
def test_a_command_changes_what_it_should_and_no_other_byte(name: str, way: str, example: Path) -> None:
    written = WAYS[way]
    file, *commands = (CASES / name / "command").read_text(encoding="utf-8").splitlines()
    path = example / file.removeprefix("# ")
    path.write_bytes(written((CASES / name / "before.yaml").read_bytes()))
    for command in commands:
        assert main([*shlex.split(command)[1:], "--plan", str(example)]) == 0
    assert path.read_bytes().decode() == written((CASES / name / "after.yaml").read_bytes()).decode()


@pytest.mark.parametrize("name", NAMES)
def test_a_case_changes_something(name: str) -> None:
    assert (CASES / name / "before.yaml").read_bytes() != (CASES / name / "after.yaml").read_bytes()
