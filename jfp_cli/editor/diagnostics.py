"""Findings as an editor shows them: where the text is, with what to write instead."""

from collections.abc import Iterable, Sequence

from lsprotocol import types

from jfp_cli.editor.index import Picture
from jfp_cli.editor.unchanged import unchanged
from jfp_cli.editor.workspace import Workspace
from jfp_cli.values.finding import Finding, Severity
from jfp_cli.values.text import LINE_END

SOURCE = "jfp"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.ADVICE: types.DiagnosticSeverity.Information,
}


def by_file(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Findings by the file that they are of, as they show it."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.span.file, []).append(finding)
    return found


def diagnostic(workspace: Workspace, picture: Picture, finding: Finding) -> types.Diagnostic:
    """A finding as an editor shows it."""
    span = finding.span
    if span.file in picture.loaded.sources.files:
        where = workspace.positions(picture, span.file).range(span)
    else:
        where = types.Range(types.Position(0, 0), types.Position(0, 0))
    message = f"{finding.message}\nhelp: {finding.help}" if finding.help else finding.message
    return types.Diagnostic(where, message, severity=_SEVERITIES[finding.severity], code=finding.code, source=SOURCE)


def carried(before: Picture, findings: Sequence[Finding], after: Picture) -> list[Finding]:
    """What the rules found in an earlier picture, until they have looked at a later one.

    In a file that changed, it is what stands above the lines that did, and what stands below them moves along; fixes
    were made for the text as it was, and so are left out.
    """
    if before is after:
        return list(findings)
    kept: list[Finding] = []
    shifts: dict[str, tuple[int, int, int]] = {}
    for finding in findings:
        file = finding.span.file
        if file not in shifts:
            shifts[file] = _shift(_text(before, file), _text(after, file))
        above, below, by = shifts[file]
        span = finding.span
        if span.end_line <= above:
            kept.append(finding._replace(fixes=()))
        elif span.line > below:
            moved = span._replace(line=span.line + by, end_line=span.end_line + by)
            kept.append(finding._replace(span=moved, fixes=()))
    return kept


def _text(picture: Picture, shown: str) -> str:
    source = picture.loaded.sources.files.get(shown)
    return source.text if source else ""


def _shift(before: str, after: str) -> tuple[int, int, int]:
    """The last line above what changed, the last that changed, and by how many lines those below moved."""
    if before == after:
        return len(before) + 1, 0, 0
    old, new = LINE_END.split(before), LINE_END.split(after)
    above, same = unchanged(old, new)
    return above, len(old) - same, len(new) - len(old)


def published(
    workspace: Workspace, picture: Picture, uri: str, version: int | None, findings: Iterable[Finding]
) -> types.PublishDiagnosticsParams:
    """What is told of a file, with the version of the document that it is about."""
    return types.PublishDiagnosticsParams(uri, [diagnostic(workspace, picture, one) for one in findings], version)
