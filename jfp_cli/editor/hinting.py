"""What stands beside a date in grey: the last day that it stands for, and for how long it has been past."""

from collections.abc import Iterator
from datetime import date

from lsprotocol import types

from jfp_cli.editor.naming import entity_of
from jfp_cli.editor.workspace import Spot, Workspace
from jfp_cli.loading.source_file import SourceFile
from jfp_cli.model.field import Field
from jfp_cli.model.plan import Plan
from jfp_cli.model.walk import below
from jfp_cli.query.promises import Promise, promises
from jfp_cli.query.sentences import counted
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.text import long_day


def hints(workspace: Workspace, spot: Spot, where: types.Range, day: date) -> list[types.InlayHint]:
    """What stands beside the dates of a stretch of a file by which something is to be done."""
    picture, plan = spot.picture, spot.picture.loaded.plan
    positions = workspace.positions(picture, spot.shown)
    entity = entity_of(plan, positions.source)
    if plan is None or entity is None:
        return []
    late = {one.address.at("due"): one.days_overdue(day) for one in promises_in(plan, positions.source)}
    found = []
    for at, _, due, _ in below(positions.source.address, entity, _is_due):
        span = picture.loaded.sources.span(at)
        place, said = positions.range(span).end, _said(due, late.get(at, 0))
        if said and span.file == spot.shown and where.start.line <= place.line <= where.end.line:
            found.append(types.InlayHint(place, said, padding_left=True))
    return found


def promises_in(plan: Plan, file: SourceFile) -> Iterator[Promise]:
    """The promises of a file."""
    entity = entity_of(plan, file)
    return (one for one in promises(plan) if (one.area or one.section or one.enabler) is entity)


def _is_due(field: Field) -> bool:
    return field.key in ("due", "forecast")


def _said(due: PlanDate, late: int) -> str:
    """What a date does not say itself."""
    last = f"to {long_day(due.last)}" if due.last is not None and due.last != due.first else ""
    return ", ".join(filter(None, (last, f"{counted(late, 'day')} overdue" if late else "")))
