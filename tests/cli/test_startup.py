"""A command imports what it needs and nothing else: start-up is most of the time that a question takes."""

import subprocess
import sys

import pytest

from tests.cli.conftest import SECONDS, environment
from tests.conftest import ROOT

LOADED = """
import sys
from jfp_cli.cli.door import main
code = main(sys.argv[1:])
sys.stderr.write("\\n".join(sys.modules))
sys.exit(code)
"""
SLOW = ("jinja2", "rich", "dateutil", "http", "asyncio", "urllib.request", "xml", "unittest")
HEAVY_PARTS = (
    *("jfp_cli.linting", "jfp_cli.edit", "jfp_cli.history", "jfp_cli.exchange", "jfp_cli.source.git"),
    *("jfp_cli.report.pages.html", "jfp_cli.report.pages.markdown", "jfp_cli.report.document.document"),
)


def modules(*arguments: str) -> set[str]:
    ran = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=True,
    )
    return set(ran.stderr.splitlines())


def among(loaded: set[str], names: tuple[str, ...]) -> list[str]:
    return sorted(name for name in loaded if any(name == one or name.startswith(f"{one}.") for one in names))


def test_overdue_through_a_pipe_loads_only_what_it_asks() -> None:
    loaded = modules("overdue", "--as-of", "2026-11-21")
    assert among(loaded, SLOW) == []
    assert among(loaded, HEAVY_PARTS) == []
    assert among(modules("overdue", "--kind", "milestone"), ("jfp_cli.model.section", "jfp_cli.model.enabler")) == []
    assert among(loaded, ("jfp_cli.measures", "jfp_cli.query.search", "jfp_cli.cli.console.page")) == []


def test_version_loads_neither_the_model_nor_a_command() -> None:
    loaded = modules("--version")
    assert among(loaded, (*SLOW[:4], "jfp_cli.model", "jfp_cli.loading", "jfp_cli.query", "ruamel")) == []


@pytest.mark.parametrize(
    "command", [("targets",), ("milestones", "--format", "csv"), ("show", "digital-staff-passport")]
)
def test_a_question_loads_no_templates_rules_or_terminal(command: tuple[str, ...]) -> None:
    loaded = modules(*command)
    assert among(loaded, ("jinja2", "rich", "dateutil", *HEAVY_PARTS)) == []
