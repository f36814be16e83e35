"""Plain rows: what a question's answer says, ready for JSON, a table or a page."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from jfp_cli.query.milestones import Dated
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Finding
from jfp_cli.values.span import Span

if TYPE_CHECKING:
    from jfp_cli.query.search import Match

Locate = Callable[[Address], Span]
Row = dict[str, Any]


def milestone_rows(milestones: Iterable[Dated], locate: Locate) -> list[Row]:
    """A row for each milestone or checkpoint; a checkpoint's adds `checkpoint_of`."""
    return [_milestone_row(dated, locate(dated.address)) for dated in milestones]


def _milestone_row(dated: Dated, span: Span) -> Row:
    milestone, due = dated.milestone, dated.due
    row: Row = {
        "id": dated.id,
        "area": dated.area.area,
        "group": milestone.group,
        "activity": dated.step.activity,
        "due": due.text,
        "first": due.first.isoformat(),
        "last": due.last.isoformat() if due.last else None,
        "status": dated.status,
        "owner": milestone.owner,
        "places": list(milestone.places),
        "workstreams": list(milestone.workstreams),
        "overdue": bool(dated.days_overdue),
        "days_overdue": dated.days_overdue,
        "address": str(dated.address),
        "file": span.file,
        "line": span.line,
    }
    if dated.checkpoint is not None:
        row["checkpoint_of"] = milestone.id
    return row


def match_rows(matches: "Iterable[Match]", locate: Locate) -> list[Row]:
    """A row for each place where words were found."""
    rows = []
    for match in matches:
        span = locate(match.address)
        where = {"file": span.file, "line": span.line}
        place = f"{span.file}:{span.line}"
        rows.append({"address": str(match.address), "text": match.text, "score": match.score, **where, "place": place})
    return rows


def finding_rows(findings: Iterable[Finding]) -> list[Row]:
    """A row for each finding."""
    return [
        {
            "code": finding.code,
            "name": finding.name,
            "severity": str(finding.severity),
            "message": finding.message,
            "address": str(finding.address) if finding.address else None,
            "file": finding.span.file,
            "line": finding.span.line,
            "column": finding.span.column,
            "end_line": finding.span.end_line,
            "end_column": finding.span.end_column,
            "help": finding.help,
        }
        for finding in findings
    ]
