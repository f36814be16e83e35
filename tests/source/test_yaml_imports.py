"""What reading YAML imports: ruamel.yaml is slow to import, and seldom needed."""

import subprocess
import sys

from tests.conftest import ROOT


def imported(code: str) -> set[str]:
    """The modules that a new process has imported after some code."""
    code = f"import sys\n{code}\nprint(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


def test_ruamel_is_not_imported_before_a_file_is_read() -> None:
    assert {name for name in imported("from jfp_cli.source.yaml import parse") if "ruamel" in name} == set()
