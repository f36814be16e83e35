"""`jfp roll`."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.change import Done, DryRun, carry_out
from jfp_cli.cli.clock import today
from jfp_cli.edit.change import Change, Step

if TYPE_CHECKING:
    from jfp_cli.edit.kept import Kept

app = typer.Typer()


class RollFormat(StrEnum):
    """How it is told what was done."""

    TEXT = "text"
    JSON = "json"


@app.command(
    rich_help_panel=options.HISTORY,
    epilog=options.examples("jfp roll --to 2026-31 --dry-run", "jfp roll --to 2026-31 --format json --dry-run"),
)
def roll(
    to: Annotated[
        str, typer.Option("--to", metavar="YEARS", help="The years that the plan covers from now on, like 2026-31.")
    ],
    keep_done: Annotated[
        bool | None,
        typer.Option(
            "--keep-done/--take-out-done",
            help="Leave in the plan what is complete or cancelled, or take it out; if neither is said, it is taken out "
            "once the year is over, and can be reported on.",
            show_default=False,
        ),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day on which it is done; today if not given.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Do it although git could not bring back the plan as it is.")
    ] = False,
    form: Annotated[
        RollFormat,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help=f"How to tell what was done: {options.one_of(RollFormat)}."
        ),
    ] = RollFormat.TEXT,
    dry_run: DryRun = False,
    plan: options.PlanDir = None,
) -> None:
    """Move the plan on to the next year: its period, its planning periods and everything that is open.

    Open actions of a period that is over go to the first one that comes, and what should have been done by then gets a
    note. What is complete or cancelled is taken out and listed once the year is over, targets and strategies past their
    date are named. No date of a promise is changed. All of it is written or nothing, and git keeps the plan as it was.
    """
    from jfp_cli.cli.console.output import write_json, write_lines  # noqa: PLC0415
    from jfp_cli.cli.console.rolled import as_object, in_groups  # noqa: PLC0415
    from jfp_cli.edit.kept import check_kept  # noqa: PLC0415
    from jfp_cli.edit.rolling import roll as move_on  # noqa: PLC0415 - other commands' help needs none of these

    def work(change: Change) -> Done:
        rolled = move_on(change, to, today(), on, keep_done=keep_done)
        otherwise = "or roll it all the same with --force; --dry-run shows what would change"
        kept = None if dry_run or force else check_kept(change, otherwise)
        sentence = "rolled the plan on from {} to {}".format(*rolled.years.names)
        told = as_object(rolled, change.plan, change.loaded.sources.span, list(change.steps()), written=not dry_run)
        groups = list(in_groups(rolled, told))

        def show(_: Sequence[Step]) -> None:
            if form is RollFormat.JSON:
                write_json(told)
            else:
                write_lines(groups, sys.stdout)

        if form is RollFormat.JSON:
            return Done(sentence, show=show)
        if dry_run:
            return Done(sentence, groups)
        return Done(sentence, _next(plan, kept, took_out=bool(rolled.done)), show)

    carry_out(plan, work, dry_run=dry_run)


def _next(plan: Path | None, kept: "Kept | None", *, took_out: bool) -> list[str]:
    """What to do now, a line each."""
    option = f" --plan {quote(str(plan))}" if plan else ""
    lines = [
        "",
        "next:",
        f"  see what changed, thing by thing: jfp diff{option}",
        f"  see what the new year asks for: jfp lint{option}",
    ]
    if kept is None:
        return lines
    git = "git" if kept.top == Path.cwd() else f"git -C {quote(kept.top.as_posix())}"
    folder, aside = quote(kept.folder or "."), Path("..") if git == "git" else kept.top.parent
    lines += [
        f'  keep it: {git} commit -m "Roll the plan on" {folder}',
        f"  or undo it, as long as it is not committed: {git} restore {folder}",
    ]
    if took_out:
        before = quote((aside / "as-it-was" / kept.folder).as_posix())
        lines.append(
            "  report on the year, with what was taken out, from the plan as it was: "
            f"{git} worktree add ../as-it-was {kept.commit}, then jfp render annual --plan {before}"
        )
    return lines
