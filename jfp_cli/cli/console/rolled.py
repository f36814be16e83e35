"""What became of a plan that was rolled on: as one object for programs, and in groups for people, counts first."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from jfp_cli.edit.change import Step
from jfp_cli.edit.rolling import Rolled
from jfp_cli.model.plan import Plan
from jfp_cli.query.rows import Locate, Row, every_field
from jfp_cli.query.turn_of_year import ActionEntry, naming, promise_row, strategies_past, targets_past
from jfp_cli.values.address import Address
from jfp_cli.values.dates.rewriting import days_of
from jfp_cli.values.text import short


class Group(NamedTuple):
    """What belongs together: how one of it and several are counted, and how many are shown, all unless it says."""

    one: str
    more: str
    most: int | None = None


_GROUPS = {
    "carried": Group("open action carried over from {ended}", "open actions carried over from {ended}", 0),
    "placed": Group("action put under the period of its date", "actions put under the period of their date"),
    "undated": Group(
        "action without a date went on with its period; see whether it begins in the first year",
        "actions without a date went on with their period; see which of them begin in the first year",
        0,
    ),
    "late": Group("other open promise is due before {start}", "other open promises are due before {start}", 10),
    "complete": Group("complete promise taken out", "complete promises taken out"),
    "cancelled": Group("cancelled promise taken out", "cancelled promises taken out"),
    "needed": Group(
        "cancelled promise left, since something open needs it",
        "cancelled promises left, since something open needs them",
    ),
    "left": Group(
        "complete or cancelled promise left, for the annual report of the year; the next roll takes it out",
        "complete or cancelled promises left, for the annual report of the year; the next roll takes them out",
        0,
    ),
    "needs": Group("need of what is done taken out", "needs of what is done taken out"),
    "dates": Group(
        "date written out that counted from the first day", "dates written out that counted from the first day"
    ),
    "targets": Group("target due before {start}", "targets due before {start}"),
    "strategies": Group("strategy ended before {start}", "strategies ended before {start}"),
    "texts": Group("text of plan.yaml names years that are over", "texts of plan.yaml name years that are over"),
}


def as_object(rolled: Rolled, plan: Plan, locate: Locate, steps: Sequence[Step], *, written: bool) -> dict[str, Any]:
    """What became of a plan, each group as rows; everything is named and located as the plan had it before."""
    years, turned = rolled.years, rolled.periods
    was, now = years.names
    calendar = years.calendars[0]
    over = {years.before, *(days_of(name, calendar) for name in turned.ended)}
    texts = ((str(at), text) for at, text in naming(plan, over) if at != Address("plan", "", ("title",)))
    done = [(entry.status, promise_row(entry, locate)) for entry in rolled.done]
    return {
        "from": was,
        "to": now,
        "first": years.start.isoformat(),
        "last": years.after.last.isoformat() if years.after.last else None,
        "written": written,
        "planning_periods": [
            {"before": name, "after": turned.leads_to[name]} for name in plan.settings.planning_periods
        ],
        "carried": [_action_row(one, locate) | {"noted": one.entry.address in rolled.noted} for one in rolled.carried],
        "placed": [_action_row(one, locate) for one in rolled.placed],
        "undated": [_action_row(one, locate) for one in rolled.undated],
        "late": [promise_row(entry, locate) | {"noted": entry.address in rolled.noted} for entry in rolled.late],
        "complete": [row for status, row in done if status == "complete"],
        "cancelled": [row for status, row in done if status == "cancelled"],
        "needed": [promise_row(entry, locate) for entry in rolled.needed],
        "left": [promise_row(entry, locate) for entry in rolled.left],
        "needs": [
            {"address": str(need.at), "before": f"{need.kind}/{need.id}", "after": None} for need in rolled.needs
        ],
        "dates": [{"address": str(at), "before": before, "after": after} for at, before, after in rolled.dates],
        "targets": [promise_row(entry, locate) for entry in targets_past(plan, years.start)],
        "strategies": [
            {"address": str(at), "text": strategy.title, **every_field(strategy)}
            for at, strategy in strategies_past(plan, years.start)
        ],
        "texts": [{"address": at, "text": text} for at, text in texts],
        "files": [step.new or step.old for step in steps],
    }


def _action_row(one: ActionEntry, locate: Locate) -> Row:
    return promise_row(one.entry, locate) | {"planning_period": one.period}


def in_groups(rolled: Rolled, told: dict[str, Any]) -> Iterator[str]:
    """The planning periods, then each group that has anything: how many there are, and the first of them."""
    periods = [
        line for period in told["planning_periods"] for line in _period(period["before"], period["after"], rolled)
    ]
    yield from periods or ["the planning periods are those of the new years already, so they stay"]
    words = {"ended": " and ".join(rolled.periods.ended), "start": told["first"]}
    for key, group in _GROUPS.items():
        rows = told[key]
        if rows:
            yield f"{len(rows):,} {(group.one if len(rows) == 1 else group.more).format(**words)}{_of_notes(key, rows)}"
            shown = rows[: group.most]
            yield from map(_line, shown)
            if shown and len(shown) < len(rows):
                yield f"  and {len(rows) - len(shown):,} more: jfp overdue --as-of {told['first']} lists all"


def _period(before: str, after: str, rolled: Rolled) -> Iterator[str]:
    """What became of a planning period, where anything did."""
    turned = rolled.periods
    if before in turned.undated:
        yield f"{before} says no dates, so it stays as it is"
    elif before == after and before in (*turned.ended, *turned.later):
        yield f"{before} begins a year later now, with what is open of it"
    elif before in turned.ended:
        yield f"{before} is over; what is open of it stands under {after}"
    elif before != after:
        yield f"{before} is {after} now"


def _of_notes(key: str, rows: Sequence[Row]) -> str:
    """How many of some rows say now that they were carried over, and what the others are."""
    noted = sum(1 for row in rows if row.get("noted"))
    if key == "carried" and noted < len(rows):
        return f": {noted or 'none'} with a note, {len(rows) - noted:,} as plain sentences"
    return f", {noted:,} of them past already and with a note" if key == "late" and noted else ""


def _line(row: Row) -> str:
    if "before" in row:
        return f"  {row['address']}  {row['before']}" + (f", now {row['after']}" if row["after"] else "")
    when = [f"{key} {row[key]}" for key in ("due", "years", "completed") if row.get(key)]
    return f"  {row['address']}  {', '.join([short(row['text']), *when])}"
