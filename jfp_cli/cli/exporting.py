"""What every export shares: where it goes, what the plan is called there, and that nothing is overwritten unasked."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from jfp_cli.cli.session import Question, stop
from jfp_cli.exchange.data.table import Exported
from jfp_cli.linting.lint import lint
from jfp_cli.query.promises import Promise
from jfp_cli.query.rows import finding_rows
from jfp_cli.source.folder import shown
from jfp_cli.source.whole_file import write_file
from jfp_cli.values.near_miss import did_you_mean
from jfp_cli.values.text import as_id, is_id, quoted, safe

CURRENT = "current"
"""The edition of the plan as it is written."""

OutputFile = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="The file to write; else it is shown.")
]
Force = Annotated[bool, typer.Option("--force", help="Write over what is there.")]
PlanName = Annotated[
    str | None,
    typer.Option(
        "--name", metavar="ID", help="What the plan is called among others; if not given, after its organisation."
    ),
]


def exported_now(question: Question, name: str | None) -> Exported:
    """The plan as it is written, with what lint finds in it."""
    findings = finding_rows(lint(question.loaded, question.day))
    called = _called(name) or as_id(question.plan.settings.organisation) or "plan"
    return Exported(called, CURRENT, question.plan, question.day, question.locate, findings)


def _called(name: str | None) -> str:
    if name is None or is_id(name):
        return name or ""
    raise stop(f"--name: {quoted(name)} is no id; {did_you_mean(name, [as_id(name)], 'write one like north-town')}")


def check_free(path: Path, *, force: bool) -> None:
    """Stop where something is there already that nobody said may be written over."""
    if path.exists() and not force and (path.is_file() or any(path.iterdir())):
        raise stop(f"{shown(path)} is there already; write over it with --force, or name another")


def write_set(files: Mapping[str, bytes], folder: Path, *, force: bool) -> None:
    """Write files by their paths below a folder, none of them where one would be written over unasked."""
    for path in files:
        check_free(folder / path, force=force)
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        write_file(folder / path, data)


def say_left_out(promises: Iterable[Promise]) -> None:
    """Say which promises have no day on which they could stand."""
    for one in promises:
        sys.stderr.write(f"  left out: {safe(str(one.address))}, since {quoted(one.due.text)} has no last day\n")


def write_export(data: bytes, output: Path | None, *, force: bool) -> None:
    """Write an export to its file, or to standard output where none is named."""
    if output is None:
        sys.stdout.write(data.decode("utf-8"))
        return
    check_free(output, force=force)
    output.parent.mkdir(parents=True, exist_ok=True)
    write_file(output, data)
    sys.stderr.write(f"wrote {shown(output)}\n")
