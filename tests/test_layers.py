"""Data flows one way: the imports of every module say so."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from jfp_cli.cli.app import COMMANDS
from jfp_cli.model.plan import Plan
from tests.conftest import ROOT

PACKAGE = ROOT / "jfp_cli"
MODULES = sorted(PACKAGE.rglob("*.py"))
NAMES = [str(path.relative_to(PACKAGE)) for path in MODULES]

ALLOWED = {
    "values": set[str](),
    "model": {"values"},
    "source": {"values"},
    "loading": {"source", "model", "values"},
    "measures": {"model", "values"},
    "query": {"model", "measures", "values"},
    "linting": {"history", "query", "measures", "model", "loading", "edit", "values"},
    "history": {"loading", "query", "measures", "model", "values"},
    "edit": {"loading", "query", "source", "model", "values"},
    "fmt": {"edit", "loading", "source", "model", "values"},
    "start": {"edit", "loading", "source", "model", "values"},
    "report": {"portfolio", "query", "linting", "measures", "history", "model", "loading", "values"},
    "exchange": {"edit", "loading", "query", "measures", "model", "values"},
    "portfolio": {"edit", "query", "linting", "loading", "source", "measures", "model", "values"},
    "editor": {"edit", "fmt", "linting", "loading", "query", "model", "source", "values", "__version__"},
    "cli": {
        *("values", "model", "source", "loading", "measures", "query", "linting", "history", "edit", "fmt", "start"),
        *("report", "exchange", "portfolio", "editor", "__version__"),
    },
    "__main__": {"cli"},
    "__init__": {"linting", "loading", "model", "values"},
}
# Libraries that one place alone may use, or one that writes and one that reads: each a folder, or a module.
HOMES: dict[str, str | tuple[str, ...]] = {
    "_ruamel_yaml": "source/yaml/libyaml.py",
    "ruamel": "source/yaml/libyaml.py",
    "typer": "cli",
    "click": "cli",
    "rich": "cli",
    "jinja2": "report",
    "xlsxwriter": "exchange",
    "weasyprint": "report/pages/pdf.py",
    "docx": ("report/pages/word", "exchange/word/package.py"),
    "lxml": "exchange/word/package.py",
    "resvg_py": "report/pages/word/pictures.py",
    "pygls": "editor",
    "lsprotocol": "editor",
}
PLAN_MEMBERS = {name for name in vars(Plan) if not name.startswith("_")}
UNFURNISHED = ("utils", "helpers", "common", "misc", "manager")


def imports(module: str, text: str) -> Iterator[str]:
    """Every module that a module imports, wherever in it, by its full name."""
    package = ["jfp_cli", *Path(module).parts[:-1]]
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            start = [*above, *([node.module] if node.module else [])]
            yield from (".".join([*start, name.name]) for name in node.names)


def faults(module: str, text: str) -> list[str]:
    """The imports of a module that are not allowed."""
    layer = Path(module).parts[0].removesuffix(".py")
    found = []
    for name in imports(module, text):
        top, *below = name.split(".")
        home = HOMES.get(top, ())
        homes = (home,) if isinstance(home, str) else home
        if homes and not any(f"{module}/".startswith(f"{one}/") for one in homes):
            found.append(f"{name} is imported by {' and '.join(homes)} alone")
        if top == "jfp_cli" and (not below or below[0] not in {layer, *ALLOWED.get(layer, ())}):
            found.append(f"{layer} may not import {name}")
    return found if layer in ALLOWED else [*found, f"there is no {layer}"]


@pytest.mark.parametrize("module", NAMES)
def test_a_module_imports_only_what_its_layer_may(module: str) -> None:
    assert faults(module, (PACKAGE / module).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("values/dates.py", "from jfp_cli.model.plan import Plan"),
        ("model/plan.py", "import jfp_cli.loading.loader"),
        ("model/plan.py", "from jfp_cli import query"),
        ("query/search.py", "def find():\n    from jfp_cli.report.pages.html import Html"),
        ("query/search.py", "if TYPE_CHECKING:\n    from jfp_cli.loading import Loaded"),
        ("source/folder.py", "from ..model.plan import Plan"),
        ("loading/loader.py", "from .. import cli"),
        ("source/yaml/plain.py", "from ruamel.yaml import YAML"),
        ("loading/loader.py", "import _ruamel_yaml"),
        ("report/finding_formats.py", "import rich.table"),
        ("report/pages/html.py", "import docx.shared"),
        ("query/search.py", "import typer"),
        ("cli/commands/show.py", "import jinja2"),
        ("cli/commands/export_xlsx.py", "from xlsxwriter.workbook import Workbook"),
        ("__main__.py", "from jfp_cli.loading import load"),
        ("plugins/mail.py", "import smtplib"),
    ],
)
def test_an_import_against_the_design_is_found(module: str, text: str) -> None:
    assert len(faults(module, text)) == 1


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("cli/commands/overdue.py", "from jfp_cli.query import milestones"),
        ("query/targets.py", "from jfp_cli.measures.progress import progress"),
        ("loading/checks.py", "from .source_map import SourceMap"),
        ("source/yaml/libyaml.py", "from ruamel.yaml.error import YAMLError"),
        ("report/pages/html.py", "from jinja2.sandbox import SandboxedEnvironment"),
    ],
)
def test_an_import_that_the_design_allows_passes(module: str, text: str) -> None:
    assert faults(module, text) == []


def test_the_clock_is_read_in_the_command_line_alone() -> None:
    readers = [
        module
        for module, path in zip(NAMES, MODULES, strict=True)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"today", "now", "utcnow", "time_ns"}
    ]
    assert {Path(module).parts[0] for module in readers} == {"cli"}


def test_a_module_is_small() -> None:
    lengths = {name: len(path.read_text("utf-8").splitlines()) for name, path in zip(NAMES, MODULES, strict=True)}
    assert {name: length for name, length in lengths.items() if length > 300} == {}
    assert sum(length > 250 for length in lengths.values()) <= len(lengths) / 20


@pytest.mark.parametrize("folder", ["jfp_cli", "tests", "benchmarks"])
def test_a_module_is_named_for_what_it_is(folder: str) -> None:
    modules = [path.relative_to(ROOT / folder) for path in (ROOT / folder).rglob("*.py")]
    assert [str(path) for path in modules if any(word in str(path) for word in UNFURNISHED)] == []


def loops(text: str) -> Iterator[str]:
    """What the loops of a command's module go over where it comes from the plan; findings are no part of one."""
    for function in ast.walk(ast.parse(text)):
        if not isinstance(function, ast.FunctionDef):
            continue
        nodes = list(ast.walk(function))
        from_plan = {"plan"}
        assignments = (node for node in nodes if isinstance(node, ast.Assign))
        for assignment in sorted(assignments, key=lambda node: node.lineno):
            if words(assignment.value) & from_plan:
                from_plan |= set().union(*map(words, assignment.targets))
        for node in nodes:
            if isinstance(node, (ast.For, ast.comprehension)):
                used = words(node.iter)
                if "findings" not in used and used & (from_plan | PLAN_MEMBERS):
                    yield ast.unparse(node.iter)


def words(node: ast.AST) -> set[str]:
    """The names of variables and attributes in an expression."""
    parts = list(ast.walk(node))
    named = {part.id for part in parts if isinstance(part, ast.Name)}
    return named | {part.attr for part in parts if isinstance(part, ast.Attribute)}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_holds_no_loop_over_the_plan(name: str) -> None:
    module = PACKAGE / "cli" / "commands" / f"{name.replace(' ', '_')}.py"
    assert list(loops(module.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "def due(plan):\n    kept = ask(plan)\n    late = overdue(kept)\n    for row in late:\n        print(row)",
        "def due(plan):\n    question = Question(plan)\n    return [row.id for row in question.rows]",
        "def _write(plan):\n    for area in plan.areas.values():\n        print(area)",
        "def _count(question):\n    return sum(1 for home in question.plan.targets())",
        "def _write(section):\n    return [stream.title for stream in section.workstreams]",
    ],
)
def test_a_loop_over_the_plan_is_found(text: str) -> None:
    assert len(list(loops(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "def validate(plan):\n    return any(finding.code for finding in open_plan(plan).findings)",
        "def _write_page(said):\n    for key, value in said.items():\n        print(key, value)",
    ],
)
def test_a_loop_over_what_was_answered_passes(text: str) -> None:
    assert list(loops(text)) == []
