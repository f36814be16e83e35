"""Questions about targets: which there are, and how far each is; and their plain rows."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from jfp_cli.measures.progress import STATES, Progress, progress_in
from jfp_cli.model.plan import Plan, TargetHome
from jfp_cli.query.filters import known_statuses
from jfp_cli.query.rows import Locate, Row, every_field, with_fields
from jfp_cli.values.address import Address
from jfp_cli.values.figures import PER_CENT, POUNDS

# The fields that stand together in the middle of a row, in the order that its readers know.
_AS_STATED = ("measure", "better", "relative", "places", "baseline", "trajectory", "target", "due")


class Tracked(NamedTuple):
    """A target where it stands in the plan, and its progress."""

    home: TargetHome
    progress: Progress


def tracked(plan: Plan, homes: Iterable[TargetHome], day: date, states: Iterable[str] = ()) -> list[Tracked]:
    """The progress of targets as of a day, in the order given; with `states`, only those in one of them.

    Raises UnknownValueError for a state that there is not.
    """
    states = known_statuses("progress", plan, states, STATES)
    rows = [Tracked(home, progress_in(plan, home.target, day)) for home in homes]
    return [row for row in rows if not states or row.progress.state in states]


def target_rows(targets: Iterable[Tracked], locate: Locate) -> list[Row]:
    """A row for each target with every field that targets have, figures and dates as they are written."""
    return [_row(tracked, locate) for tracked in targets]


def _row(tracked: Tracked, locate: Locate) -> Row:
    target, home, latest = tracked.home.target, tracked.home, tracked.progress.latest
    address = Address("targets", target.id)
    span, fields = locate(address), every_field(target)
    row: Row = {
        "id": target.id,
        "section": home.section.id,
        "workstream": home.workstream.id if home.workstream else None,
        "statement": target.statement,
        **{key: fields[key] for key in _AS_STATED},
        "last": target.due.last.isoformat() if target.due and target.due.last else None,
        "owner": target.owner,
        "latest": {"value": latest.value.text, "at": latest.at.text, "source": latest.source, "place": latest.place}
        if latest
        else None,
        "expected": expected_text(tracked.progress),
        "progress": tracked.progress.state,
        "reason": tracked.progress.reason or None,
        "breaches": tracked.progress.breaches if target.hold else None,
        "address": str(address),
        "file": span.file,
        "line": span.line,
    }
    return with_fields(row, fields)


def expected_text(progress: Progress) -> str | None:
    """What the line asks for at the latest reading, in its unit, to two decimal places; None where nothing does."""
    if progress.expected is None or progress.latest is None:
        return None
    hundredths = round(progress.expected * 100)
    figure = f"{abs(Decimal(hundredths).scaleb(-2)):,f}".rstrip("0").rstrip(".")
    sign, unit = "-" if hundredths < 0 else "", progress.latest.value.unit
    if unit.startswith(POUNDS):
        return f"{sign}{POUNDS}{figure}{unit.removeprefix(POUNDS)}"
    return f"{sign}{figure}{unit}" if unit.startswith(PER_CENT) else f"{sign}{figure} {unit}".rstrip()
