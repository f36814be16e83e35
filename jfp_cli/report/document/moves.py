"""Agreed moves of dates as a paper shows them."""

from jfp_cli.query.happened import Moved
from jfp_cli.report.document import view
from jfp_cli.report.document.dated import DatedView, DateWriter
from jfp_cli.values.dates import PlanDate


@view
class MoveView:
    """An agreed move of a promise's date; `days` are negative where it comes earlier, None where a date is open."""

    promise: DatedView
    before: PlanDate
    after: PlanDate
    days: int | None
    agreed: PlanDate
    because: str
    agreed_by: str


def move_view(dates: DateWriter, moved: Moved) -> MoveView:
    """A move, with what its reader sees of why it was agreed, and by whom."""
    move = moved.move
    return MoveView(
        promise=dates.dated(moved.promise),
        before=move.from_,
        after=move.to,
        days=moved.days,
        agreed=move.date,
        because=move.because or "",
        agreed_by=move.agreed_by or "",
    )
