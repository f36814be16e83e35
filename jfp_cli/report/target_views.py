"""Plain rows of targets: kept apart, since most questions about dates need none of it."""

from collections.abc import Iterable
from decimal import Decimal

from jfp_cli.measures.progress import Progress
from jfp_cli.query.targets import Tracked
from jfp_cli.report.views import Locate, Row
from jfp_cli.values.address import Address
from jfp_cli.values.figures import PER_CENT, POUNDS


def target_rows(targets: Iterable[Tracked], locate: Locate) -> list[Row]:
    """A row for each target, with figures and dates as they are written."""
    return [_row(tracked, locate) for tracked in targets]


def _row(tracked: Tracked, locate: Locate) -> Row:
    target, home, latest = tracked.home.target, tracked.home, tracked.progress.latest
    span = locate(Address("targets", target.id))
    baseline = target.baseline
    return {
        "id": target.id,
        "section": home.section.id,
        "workstream": home.workstream.id if home.workstream else None,
        "statement": target.statement,
        "measure": target.measure,
        "better": target.better,
        "relative": target.relative,
        "places": list(target.places),
        "baseline": (
            {"value": baseline.value.text, "at": baseline.at.text if baseline.at else None} if baseline else None
        ),
        "trajectory": [{"target": point.target.text, "due": point.due.text} for point in target.trajectory],
        "target": target.target.text if target.target else None,
        "due": target.due.text if target.due else None,
        "last": target.due.last.isoformat() if target.due and target.due.last else None,
        "owner": target.owner,
        "latest": {"value": latest.value.text, "at": latest.at.text, "source": latest.source} if latest else None,
        "expected": expected_text(tracked.progress),
        "progress": tracked.progress.state,
        "address": str(Address("targets", target.id)),
        "file": span.file,
        "line": span.line,
    }


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
