"""`jfp history`."""

import sys
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import Listed, listing
from jfp_cli.cli.completion import complete_id
from jfp_cli.cli.console.table import Column
from jfp_cli.cli.session import stop
from jfp_cli.query.rows import Row
from jfp_cli.query.things import UnknownThingError, find
from jfp_cli.values.address import Address
from jfp_cli.values.text import safe

if TYPE_CHECKING:
    from jfp_cli.history.thing import Following
    from jfp_cli.model.plan import Plan

app = typer.Typer()
COLUMNS = (
    Column("date", "Date", essential=True, heading=True),
    Column("change", "Change", essential=True),
    Column("part", "What", essential=True, style="cyan", if_any=True),
    Column("field", "Field"),
    Column("days", "Days", number=True, if_any=True),
    Column("recorded", "Recorded", if_any=True),
    Column("before", "Before", long=True),
    Column("after", "After", essential=True, long=True),
    Column("author", "By"),
    Column("commit", "Commit"),
)


@app.command(
    rich_help_panel=options.HISTORY,
    epilog=options.examples("jfp history milestones/osteoporosis-services", "jfp history cancer --format json"),
)
@listing()
def history(
    asked: Listed,
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="An id, kind/id where several things share it, or an address; also of what is gone since.",
            autocompletion=complete_id,
        ),
    ],
) -> None:
    """Show what became of one thing, and of what stands in it, through every commit, the newest first.

    What was renamed, or moved to another file, is followed. A date that moved is recorded where an entry in moves says
    so, each of one move, or of a target an update; an entry that no commit made is listed with the day on which it was
    agreed.
    """
    from jfp_cli.cli.past import steps_to  # noqa: PLC0415 - other commands' help needs none of these
    from jfp_cli.cli.states import History, end  # noqa: PLC0415
    from jfp_cli.history.telling import in_short  # noqa: PLC0415
    from jfp_cli.history.thing import history as ask  # noqa: PLC0415
    from jfp_cli.history.thing import history_sentence, with_parts  # noqa: PLC0415
    from jfp_cli.model.kinds import FOLDERS  # noqa: PLC0415

    of_plan = History(asked.plan)
    now, walk = of_plan.now(), of_plan.walk()

    def rows_of(following: "Following") -> list[Row]:
        return ask(steps_to(now, walk, FOLDERS, following.choose), following, now.state)

    rows, things = _rows(now.state.plan, name, rows_of)
    summary = history_sentence(rows)
    if asked.form in (options.Format.TABLE, options.Format.MARKDOWN):
        rows = list(map(in_short, with_parts(rows, things)))
    asked.write(rows, COLUMNS, summary)
    end((now,), len(rows), exit_code=asked.exit_code)


def _rows(
    plan: "Plan", typed: str, rows_of: "Callable[[Following], list[Row]]"
) -> tuple[list[Row], Collection[Address]]:
    """The changes of what is meant, with it; of what is gone, those until it went or was renamed."""
    from jfp_cli.history.thing import Following, former  # noqa: PLC0415 - as above

    try:
        thing, _ = find(plan, typed)
        return rows_of(Following(thing)), (thing,)
    except UnknownThingError as error:
        following = Following(*former(typed), gone=True)
        rows = rows_of(following)
        if not rows and following.became:
            (was, new), *_ = following.became.items()
            sys.stderr.write(f"jfp: {safe(str(was))} was renamed to {safe(str(new))}\n")
            return _rows(plan, str(new), rows_of)
        if not rows:
            raise stop(f"{error}; no commit had it either") from None
        return rows, following.things
