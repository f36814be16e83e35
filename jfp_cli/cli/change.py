"""Around every command that changes the plan: lock, load, show the change, check it, write it, say what was done."""

import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from jfp_cli.cli.console.terminal import paint
from jfp_cli.cli.findings import summary, write_findings
from jfp_cli.cli.session import plan_folder, stop
from jfp_cli.edit.change import Change, Step
from jfp_cli.edit.diff import diff
from jfp_cli.edit.store import only_writer, write
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.loading import load
from jfp_cli.query.sentences import counted
from jfp_cli.query.things import UnknownThingError
from jfp_cli.values.text import printable, safe

DryRun = Annotated[bool, typer.Option("--dry-run", help="Show the change and write nothing.")]
COLOURS = {"+": "green", "-": "red", "@": "cyan"}


class Refused(Exception):  # noqa: N818 - an answer, not an error of the program
    """The plan itself speaks against a change; the lines say what does."""

    def __init__(self, lines: Iterable[str]) -> None:
        super().__init__()
        first, *rest = map(safe, lines)
        self.lines = (first, *(f"  {line}" for line in rest))


def carry_out(folder: Path | None, work: Callable[[Change], str], *, dry_run: bool) -> None:
    """Make a change of the plan whole or not at all: `work` makes it and returns the sentence that says it was made.

    The exit code is 1 where the plan would not be valid, 2 where the change cannot be made.
    """
    root = plan_folder(folder)
    try:
        with nullcontext() if dry_run else only_writer(root):
            change = _open(root)
            sentence = work(change)
            steps = list(change.steps())
            if not steps:
                sys.stderr.write("nothing to change: the plan says so already\n")
                return
            _check(change)
            show(steps)
            if not dry_run:
                write(root, steps)
    except (EditError, UnknownThingError) as error:
        raise stop(safe(str(error))) from None
    except Refused as refusal:
        sys.stderr.write("".join(f"{line}\n" for line in refusal.lines) + "nothing was written\n")
        raise typer.Exit(1) from None
    sys.stderr.write(f"would have {safe(sentence)}; nothing was written\n" if dry_run else f"{safe(sentence)}\n")


def ids_of(arguments: Sequence[str]) -> list[str]:
    """The ids of a command line; `-` stands for those on standard input."""
    ids: list[str] = []
    for argument in arguments:
        ids += sys.stdin.read().split() if argument == "-" else [argument]
    if not ids:
        sys.stderr.write("no id came on standard input, so there is nothing to change\n")
        raise typer.Exit(0)
    return list(dict.fromkeys(ids))


def named(things: Sequence[object]) -> str:
    """Things in a sentence: by name where they are few."""
    return ", ".join(map(str, things)) if len(things) <= 3 else counted(len(things), "thing")


def _open(root: Path) -> Change:
    loaded = load(root)
    if loaded.plan is None:
        write_findings(loaded.findings, loaded.sources)
        raise stop("plan.yaml cannot be read, so nothing can be changed")
    return Change(loaded, loaded.plan)


def _check(change: Change) -> None:
    result = change.result()
    faults = change.faults(result)
    if faults:
        write_findings(faults, result.sources)
        raise Refused([f"the plan would not be valid: {summary(faults)}"])


def show(steps: Sequence[Step]) -> None:
    """Show what changes in some files."""
    for line in diff(steps):
        bold = line.startswith(("--- ", "+++ "))
        sys.stdout.write(paint(printable(line), "bold" if bold else COLOURS.get(line[:1], "")) + "\n")
