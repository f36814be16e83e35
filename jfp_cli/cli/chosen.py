"""The plan files that a command line names, such as those that pre-commit hands over because they change."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from jfp_cli.cli.session import stop
from jfp_cli.loading import Loaded
from jfp_cli.query.sentences import counted
from jfp_cli.source.folder import shown
from jfp_cli.values.finding import Finding
from jfp_cli.values.text import safe

PlanFiles = Annotated[
    list[Path] | None, typer.Argument(metavar="FILES", help="Plan files; every one, if none is given.")
]


def findings_in(chosen: Sequence[Path], findings: Sequence[Finding], loaded: Loaded) -> list[Finding]:
    """The findings in the files that were named, all where none was; how many others there are is said."""
    if not chosen:
        return list(findings)
    known = {source.file.shown for source in loaded.sources.files.values()} | {found.span.file for found in findings}
    named = set()
    for path in chosen:
        if not path.is_file():
            raise stop(f"there is no file {shown(path)}")
        named.add(shown(path))
        if shown(path) not in known:
            sys.stderr.write(f"{safe(shown(path))} is no file of the plan in {safe(shown(loaded.root))}\n")
    inside = [finding for finding in findings if finding.span.file in named]
    others = len(findings) - len(inside)
    if others:
        sys.stderr.write(f"{counted(others, 'finding')} in other files of the plan\n")
    return inside
