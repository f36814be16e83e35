"""The page of the Python API, from the names that `import jfp_cli` gives."""

import inspect
import re
from collections.abc import Iterator
from enum import Enum
from typing import Any

import jfp_cli
from documentation import markdown as md

_MODULES = re.compile(r"\b(?:[a-z_]\w*\.)+(?=[A-Za-z])")
_QUOTED = re.compile(r"(?<=: )'([^']+)'|(?<=-> )'([^']+)'")
_EXAMPLE = re.compile(r"(?:^(?:>>>|\.\.\.).*\n(?:(?!\n|>>>).*\S.*\n)*)+", re.MULTILINE)


def page() -> str:
    """The example, then every name with its signature and what it is: functions first."""
    named = {name: getattr(jfp_cli, name) for name in jfp_cli.__all__ if not name.startswith("_")}
    functions = [part for name, found in named.items() if inspect.isfunction(found) for part in _function(name, found)]
    classes = [part for name, found in named.items() if inspect.isclass(found) for part in _class(name, found)]
    return md.page(
        "Python API",
        *_guide(),
        "## Functions",
        *functions,
        "## Classes",
        *classes,
        "`jfp_cli.__version__` is the version of `jfp`. What has no place on this page may change in any version.",
    )


def _guide() -> Iterator[str]:
    """The module's own words, with its example in blocks."""
    guide = inspect.getdoc(jfp_cli) or ""
    at = 0
    for example in _EXAMPLE.finditer(guide + "\n"):
        yield from _paragraphs(guide[at : example.start()])
        yield md.block(example[0], "pycon")
        at = example.end()
    yield from _paragraphs(guide[at:])


def _paragraphs(written: str) -> Iterator[str]:
    yield from (md.text(paragraph) for paragraph in written.split("\n\n") if paragraph.strip())


def _function(name: str, function: Any) -> Iterator[str]:
    yield f"### jfp_cli.{name}"
    yield md.block(f"def {name}{_signature(function)}", "python")
    yield from _paragraphs(inspect.getdoc(function) or "")


def _class(name: str, found: type) -> Iterator[str]:
    yield f"### jfp_cli.{name}"
    yield from _paragraphs(inspect.getdoc(found) or "")
    if issubclass(found, Enum):
        yield "One of " + ", ".join(md.code(f"{name}.{word}") for word in found.__members__) + "."
        return
    rows = [*_fields(found), *_members(found)]
    yield md.table(["Has", "What it is"], rows)


def _fields(found: type) -> Iterator[tuple[str, str]]:
    for name, parameter in inspect.signature(found).parameters.items():
        yield md.code(name), md.code(_plain(inspect.formatannotation(parameter.annotation)).strip("'"))


def _members(found: type) -> Iterator[tuple[str, str]]:
    """Properties and methods that have something to say, in the order in which they are written."""
    for name, member in vars(found).items():
        inner = member.__func__ if isinstance(member, classmethod) else member
        said = (inspect.getdoc(inner) or "").split("\n\n")[0]
        if name.startswith("_") or not said or not (inspect.isfunction(inner) or isinstance(inner, property)):
            continue
        shown = f"{name}{_signature(inner)}" if inspect.isfunction(inner) else name
        yield md.code(shown), md.text(said)


def _signature(function: Any) -> str:
    signature = inspect.signature(function)
    given = [one for name, one in signature.parameters.items() if name not in ("self", "cls")]
    return _plain(str(signature.replace(parameters=given)))


def _plain(annotation: str) -> str:
    """Annotations without the modules that their names come from, and without quotes around them."""
    return _QUOTED.sub(lambda found: found[1] or found[2], _MODULES.sub("", annotation))
