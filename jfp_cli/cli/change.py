"""Around every command that changes the plan: lock, load, change, check, write, show and say what was done."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from jfp_cli.cli.console.output import write_lines
from jfp_cli.cli.console.terminal import paint
from jfp_cli.cli.door import silence
from jfp_cli.cli.findings import summary, write_findings
from jfp_cli.cli.session import plan_folder, stop
from jfp_cli.edit.change import Change, Step
from jfp_cli.edit.diff import diff
from jfp_cli.edit.store import check_whole, only_writer, write
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.loading import load
from jfp_cli.query.sentences import counted
from jfp_cli.query.things import UnknownThingError
from jfp_cli.source.folder import JOURNAL
from jfp_cli.values.system import why
from jfp_cli.values.text import printable, safe

DryRun = Annotated[bool, typer.Option("--dry-run", help="Show the change and write nothing.")]
COLOURS = {"+": "green", "-": "red", "@": "cyan"}


class Refused(Exception):  # noqa: N818 - an answer, not an error of the program
    """The plan itself speaks against a change; the lines say what does, and `code` is the exit code."""

    def __init__(self, lines: Iterable[str], code: int = 1) -> None:
        super().__init__()
        self.code = code
        first, *rest = map(safe, lines)
        self.lines = (first, *(f"  {line}" for line in rest))


class Done(NamedTuple):
    """The sentence that says what was done, and what somebody who did it should know.

    `show` writes what changed, where that is not the difference of the files; `unchanged` is said where nothing did.
    """

    sentence: str
    notes: Sequence[str] = ()
    show: Callable[[Sequence[Step]], None] | None = None
    unchanged: str = "nothing to change: the plan says so already"


def carry_out(folder: Path | None, work: Callable[[Change], str | Done], *, dry_run: bool) -> None:
    """Make a change of the plan whole or not at all: `work` makes it and returns the sentence that says it was made.

    The exit code is 1 where the plan would not be valid, 2 where the change cannot be made.
    """
    root = plan_folder(folder)
    try:
        with looking(root) if dry_run else writing(root):
            change = _open(root)
            made = work(change)
            done = made if isinstance(made, Done) else Done(made)
            steps = list(change.steps())
            if steps:
                _check(change)
            if not dry_run:
                write(root, steps)
    except (EditError, UnknownThingError) as error:
        raise stop(safe(str(error))) from None
    except Refused as refusal:
        sys.stderr.write("".join(f"{line}\n" for line in refusal.lines) + "nothing was written\n")
        raise typer.Exit(refusal.code) from None
    except BrokenPipeError:
        raise stop("nothing was written: what reads the output has ended before") from None
    if not steps:
        sys.stderr.write(f"{safe(done.unchanged)}\n")
    elif dry_run:
        (done.show or show)(steps)
        sys.stderr.write(f"would have {safe(done.sentence)}; nothing was written\n")
    else:
        with after_writing():
            (done.show or show)(steps)
        sys.stderr.write(f"{safe(done.sentence)}\n")
    if steps:
        write_lines(done.notes, sys.stderr)


@contextmanager
def writing(root: Path) -> Iterator[None]:
    """Nobody else writes meanwhile; what was broken off is finished first, and that is said."""
    with only_writer(root) as finished:
        if finished:
            sys.stderr.write(f"{safe(finished)}\n")
        yield


def finish_earlier(home: Path) -> None:
    """Finish what an earlier command was killed in the middle of, before anything is decided by what is there."""
    if (home / JOURNAL).exists():
        with writing(home):
            pass


@contextmanager
def looking(root: Path) -> Iterator[None]:
    """Nothing will be written, and nothing of the plan is half written."""
    check_whole(root)
    yield


@contextmanager
def after_writing() -> Iterator[None]:
    """What is written stays so, and the exit code says so, whatever becomes of the output that shows it."""
    try:
        yield
        sys.stdout.flush()
    except OSError as error:
        silence(sys.stdout)
        if not isinstance(error, BrokenPipeError):
            sys.stderr.write(f"what changed could not be shown: {why(error)}\n")


def ids_of(arguments: Sequence[str]) -> list[str]:
    """The ids of a command line; `-` stands for those on standard input."""
    ids: list[str] = []
    for argument in arguments:
        ids += _ids_on_standard_input() if argument == "-" else [argument]
    if not ids:
        sys.stderr.write("no id came on standard input, so there is nothing to change\n")
        raise typer.Exit(0)
    return list(dict.fromkeys(ids))


def _ids_on_standard_input() -> list[str]:
    if sys.stdin is None:
        raise stop("standard input is closed, so no ids can come from it")
    try:
        return sys.stdin.read().split()
    except UnicodeDecodeError:
        raise stop("what came on standard input is no UTF-8 text, so there are no ids in it") from None


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
