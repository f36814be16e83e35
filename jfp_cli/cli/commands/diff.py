"""`jfp diff`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import Listed, listing
from jfp_cli.cli.session import open_plan, stop
from jfp_cli.source.folder import PlanNotFoundError, check_plan

app = typer.Typer()
HEAD = "HEAD"


@app.command(
    rich_help_panel=options.HISTORY,
    epilog=options.examples("jfp diff 2026-04-01", "jfp diff last --format markdown", "jfp diff --with ../2025/plan"),
)
@listing()
def diff(
    asked: Listed,
    revisions: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FROM [TO]]",
            help="A day, tag, revision or edition, or last for the newest edition; else the last commit and now.",
        ),
    ] = None,
    other: Annotated[
        Path | None, typer.Option("--with", metavar="DIR", help="Compare with the plan in this folder instead.")
    ] = None,
) -> None:
    """Show what changed in the plan: dates that moved, targets that weakened, what is new and what is gone.

    The plan is compared and not its text: what is only laid out or written otherwise is no change. A date that moved is
    recorded where an entry in moves says so, or of a target an update. Markdown is short enough for the comment of a
    pull request.
    """
    from jfp_cli.cli.console.changes import COLUMNS, as_comment  # noqa: PLC0415
    from jfp_cli.cli.states import History, end, known  # noqa: PLC0415 - other commands' help needs none of these
    from jfp_cli.history.diff import diff as ask  # noqa: PLC0415
    from jfp_cli.history.telling import changes_sentence, in_short  # noqa: PLC0415

    first, *later = revisions or [HEAD]
    if len(later) > 1:
        raise stop("diff compares two states; write one or two of them")
    if other is not None and revisions:
        raise stop("--with names the folder to compare with; leave out the revisions")
    history = History(asked.plan)
    before = known(open_plan(_plan_in(other)), str(other)) if other is not None else history.at(first)
    after = history.at(later[0]) if later else history.now()
    rows = ask(before.state, after.state)
    left_out = len(before.loaded.left_out) + len(after.loaded.left_out)
    if asked.form is options.Format.MARKDOWN and not (asked.columns or asked.sort or asked.limit):
        sys.stdout.write(as_comment(rows, history.inside, left_out))
    else:
        if asked.form in (options.Format.TABLE, options.Format.MARKDOWN):
            rows = list(map(in_short, rows))
        asked.write(rows, COLUMNS, changes_sentence(rows, left_out))
    end((before, after), len(rows), exit_code=asked.exit_code)


def _plan_in(folder: Path) -> Path:
    """The plan of the folder to compare with; stops where it holds none."""
    try:
        return check_plan(folder)
    except PlanNotFoundError as error:
        raise stop(f"--with: {str(error).replace('--plan', '--with')}") from None
