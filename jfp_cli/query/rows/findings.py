"""Plain rows of what is wrong with a plan."""

from collections.abc import Iterable

from jfp_cli.query.rows.row import Row
from jfp_cli.values.finding import Finding


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
