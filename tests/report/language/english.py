"""Every sentence and word that pages say in English, as the templates and the code have them."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from jinja2 import Environment, nodes

from jfp_cli.measures.progress import (
    BEFORE_LINE,
    NO_BASELINE,
    NO_CLOSED_YEAR,
    NO_DATE,
    NO_DIRECTION,
    NO_FIGURE,
    NO_LEVEL,
    NO_LINE,
    OTHER_LINE,
    OTHER_PLACES,
    OTHER_UNIT,
)
from jfp_cli.measures.words import ASSURANCE_WORDS, NO_ASSURANCE, RULE_WORDS, VARIATION_WORDS
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.measure import Every
from jfp_cli.model.publishing import CALLED
from jfp_cli.query.promises import HOMES
from jfp_cli.report.document.chapters import INDEX_TITLE, MILESTONES_TITLE
from jfp_cli.report.document.measures import WHOLE
from jfp_cli.report.document.moves import NOT_COMMITTED
from jfp_cli.report.document.promises import NO_UPDATE_WORDS
from jfp_cli.report.document.sections import BETTER
from jfp_cli.report.language.spoken import both
from tests.conftest import ROOT

Sentence = tuple[str, ...]
"""A sentence, or one of one thing and one of many."""
FUNCTIONS = ("_", "in_script", "say", "counted", "forms", "_with")
CODE = [
    path
    for path in (*sorted((ROOT / "jfp_cli" / "report").rglob("*.py")), ROOT / "jfp_cli" / "query" / "moved.py")
    if path.name not in ("reminders.py", "portfolio.py")  # which are in English
]
REASONS = (
    *(NO_FIGURE, NO_LEVEL, NO_DIRECTION, OTHER_UNIT, NO_DATE, NO_BASELINE, NO_LINE, BEFORE_LINE, OTHER_LINE),
    *(OTHER_PLACES, NO_CLOSED_YEAR),
)
OF_FIELDS = ("definition", "every", "source", *get_args(Every), "yes", "no")
"""The labels of fields that a template leaves to `others`, and what stands in them."""
OF_TABLES = (
    *OF_FIELDS,
    *(NO_ASSURANCE, NO_UPDATE_WORDS, NOT_COMMITTED, WHOLE, MILESTONES_TITLE, INDEX_TITLE),
    *(*CALLED.values(), *BETTER.values(), *VARIATION_WORDS.values(), *ASSURANCE_WORDS.values(), *RULE_WORDS.values()),
    *(reason.partition(";")[0] for reason in REASONS),
)
"""What is said of the words that other parts of jfp have for what it is about."""


def sentences() -> set[Sentence]:
    """All of them."""
    found = {one for path in sorted((ROOT / "templates").rglob("*")) for one in _of_template(path)}
    found |= {one for path in CODE for one in _of_code(ast.parse(path.read_text("utf-8")))}
    found |= {(words,) for words in OF_TABLES}
    found |= {(KINDS[kind].noun,) for kind in ("sections", "workstreams", "targets", "enablers", *HOMES)}
    return found | {both(KINDS[kind].noun) for kind in HOMES}


def of_scripts() -> set[Sentence]:
    """Those of the scripts of pages."""
    return {one for path in sorted((ROOT / "templates").rglob("*.js")) for one in _of_template(path)}


def _of_template(path: Path) -> Iterator[Sentence]:
    if path.suffix not in (".j2", ".css", ".js"):
        return
    template = Environment(autoescape=True).parse(path.read_text("utf-8"))
    for call in template.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in FUNCTIONS:
            texts = [argument.value for argument in call.args if isinstance(argument, nodes.Const)]
            assert texts, f"{path}:{call.lineno} says what nobody can look up"
            yield (texts[0],) if call.node.name in ("_", "in_script") else both(*texts)


def _of_code(module: ast.Module) -> Iterator[Sentence]:
    assigned = [node for node in ast.walk(module) if isinstance(node, ast.Assign | ast.AnnAssign)]
    for call in ast.walk(module):
        if isinstance(call, ast.Call) and _name(call.func) in FUNCTIONS:
            if _name(call.func) == "counted":
                yield from (both(*texts) for texts in zip(*_texts(call.args[1:], assigned), strict=True))
            elif call.args:
                yield from ((text,) for text in _meant(call.args[0], assigned))


def _texts(arguments: list[ast.expr], assigned: list[ast.Assign | ast.AnnAssign]) -> Iterator[list[str]]:
    yield from filter(None, (_meant(argument, assigned) for argument in arguments))


def _name(node: ast.expr | None) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _meant(node: ast.expr, assigned: list[ast.Assign | ast.AnnAssign]) -> list[str]:
    """The texts that an expression may be: one as it stands, by its name, or any of a table."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=body, orelse=orelse):
            return [*_meant(body, assigned), *_meant(orelse, assigned)]
        case ast.Subscript(value=ast.Name(id=name)):
            return [text for table in _values(name, node.lineno, assigned) for text in _entries(table)]
        case ast.Name(id=name):
            return [text for value in _values(name, node.lineno, assigned) for text in _meant(value, assigned)][:1]
    return []


def _entries(table: ast.expr) -> list[str]:
    entries = table.values if isinstance(table, ast.Dict) else table.elts if isinstance(table, ast.Tuple) else []
    return [str(entry.value) for entry in entries if isinstance(entry, ast.Constant) and entry.value]


def _values(name: str, line: int, assigned: list[ast.Assign | ast.AnnAssign]) -> Iterator[ast.expr]:
    """What a name was given before a line, the latest first."""
    for node in sorted(assigned, key=lambda one: -one.lineno):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        for target in targets if node.lineno <= line and node.value else ():
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                yield from (
                    value for one, value in zip(target.elts, node.value.elts, strict=True) if _name(one) == name
                )
            elif _name(target) == name and node.value:
                yield node.value
