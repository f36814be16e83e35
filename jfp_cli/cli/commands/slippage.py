"""`jfp slippage`."""

from enum import StrEnum
from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import Asked, Kinds, filtered, kinds_of
from jfp_cli.cli.console.table import ACTIVITY, AREA, DUE, OWNER, PROMISE, Column

app = typer.Typer()
COLUMNS = (
    Column("days", "Days", essential=True, number=True),
    Column("moves", "Moves", essential=True, number=True),
    Column("silent", "Silent", essential=True, number=True),
    Column("first_due", "First due", essential=True),
    DUE,
    PROMISE,
    ACTIVITY,
    Column("days_late", "Late", number=True, if_any=True),
    AREA,
    OWNER,
)
TOTALS = (
    Column("promises", "Promises", essential=True, number=True),
    Column("moved", "Moved", essential=True, number=True),
    Column("silent", "Silent", essential=True, number=True),
    Column("average_days", "Days on average", number=True),
    Column("completed", "Completed", number=True),
    Column("late", "Late", number=True),
    Column("average_days_late", "Days late on average", number=True),
)


class By(StrEnum):
    """What promises are told together by."""

    AREA = "area"
    OWNER = "owner"
    LEAD = "lead"


@app.command(
    rich_help_panel=options.HISTORY,
    epilog=options.examples("jfp slippage --since 2026-04-01 --limit 10", "jfp slippage --by owner"),
)
@filtered()
def slippage(
    asked: Asked,
    kind: Kinds = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="STATE", help="Only moves since a day, tag, revision or edition; else all."),
    ] = None,
    by: Annotated[
        By | None, typer.Option("--by", metavar="WHOM", help=f"A row for each of these: {options.one_of(By)}.")
    ] = None,
) -> None:
    """Show how far promises slipped since they were first seen, the furthest first.

    Every commit is looked at. A move is silent where no entry in moves tells of it. Of what is complete, days late are
    those from the last day of its date. As of a day that is over it is the plan, and are the moves, that git had then.
    """
    from jfp_cli.cli.past import slips_of  # noqa: PLC0415 - other commands' help needs none of these
    from jfp_cli.cli.states import History, end  # noqa: PLC0415
    from jfp_cli.history.slippage import furthest_first, group_rows, slip_rows, slippage_sentence  # noqa: PLC0415

    of_plan = History(asked.plan)
    now = of_plan.known_on(asked.as_of)
    kept = asked.filters.promises(now.state.plan, kinds_of(kind))
    found = furthest_first(slips_of(of_plan, now, kept, since, asked.as_of))
    summary = slippage_sentence(found)
    if by is None:
        rows = slip_rows(found, now.state.locate)
        asked.write(rows, COLUMNS, summary)
    else:
        rows = group_rows(found, by)
        asked.write(rows, (Column(by, by.capitalize(), essential=True, style="cyan"), *TOTALS), summary)
    end((now,), len(rows), exit_code=asked.exit_code)
