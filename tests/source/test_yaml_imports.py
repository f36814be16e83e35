"""What reading YAML imports: ruamel.yaml is slow to import, and seldom needed."""

import subprocess
import sys

from tests.conftest import ROOT


def imported(code: str) -> set[str]:
    """The modules that a new process has imported after some code."""
    code = f"import sys\n{code}\nprint(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


def test_ruamel_is_not_imported_for_a_file_as_plans_are_written() -> None:
    code = """
from pathlib import Path
from jfp_cli.source.yaml import parse
for path in Path("plan").rglob("*.yaml"):
    assert parse(path.read_text(encoding="utf-8")).data
"""
    assert {name for name in imported(code) if "ruamel" in name} == set()


def test_ruamel_is_imported_for_a_file_that_is_written_otherwise() -> None:
    assert "ruamel.yaml" in imported(
        "from jfp_cli.source.yaml import parse\nassert parse('a: &b c').data == {'a': 'c'}"
    )
