"""Findings for programs, in the formats that `jfp validate` and `jfp lint` share."""

import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from jfp_cli.cli.console.output import write_json
from jfp_cli.cli.findings import summary
from jfp_cli.cli.options import one_of
from jfp_cli.query.rows import finding_rows
from jfp_cli.source.meant import top_of
from jfp_cli.values.finding import Finding
from jfp_cli.values.system import why


class FindingFormat(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    CONCISE = "concise"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"


FormOption = Annotated[
    FindingFormat,
    typer.Option("--format", "-f", metavar="FORMAT", help=f"How to write the findings: {one_of(FindingFormat)}."),
]
SUMMARY = "GITHUB_STEP_SUMMARY"  # names the file of a job's summary, where GitHub runs


def write_for_programs(findings: Sequence[Finding], root: Path, form: FindingFormat) -> None:
    """Write findings of the plan in a folder to standard output, their files named from the top of its repository."""
    base = top_of(root.absolute()) or Path.cwd()
    findings = [_from(base, finding) for finding in findings]
    if form is FindingFormat.JSON:
        write_json(finding_rows(findings))
        return
    from jfp_cli.report import finding_formats as formats  # noqa: PLC0415 - only for these

    match form:
        case FindingFormat.CONCISE:
            sys.stdout.write(formats.concise(findings))
        case FindingFormat.GITHUB:
            annotated, rest = formats.annotated(findings)
            sys.stdout.write(formats.github(annotated))
            total = summary(findings) if findings else "nothing to find fault with"
            _sum_up(formats.job_summary(rest, total), len(rest))
        case FindingFormat.GITLAB:
            write_json(formats.gitlab(findings))
        case FindingFormat.SARIF:
            _write_sarif(findings, base)
        case _:
            sys.stdout.write(formats.junit(findings))


def _write_sarif(findings: Sequence[Finding], base: Path) -> None:
    from jfp_cli import __version__  # noqa: PLC0415 - only for this format
    from jfp_cli.linting.registry import EVERY_FAULT  # noqa: PLC0415 - as above
    from jfp_cli.report.sarif import sarif  # noqa: PLC0415 - as above

    write_json(sarif(findings, EVERY_FAULT, __version__, f"{base.as_uri()}/"))


def _sum_up(text: str, rest: int) -> None:
    """Put what is not annotated into the summary of the job; where there is none, say how much that is."""
    path = os.environ.get(SUMMARY)
    if path:
        try:
            with Path(path).open("a", encoding="utf-8", errors="replace") as file:
                file.write(text)
        except OSError as error:
            refused = f"the summary of the job could not be written: {why(error)}"
            sys.stderr.write(f"{refused}; {rest} findings are not shown\n")
    elif rest:
        sys.stderr.write(f"{rest} more findings: GitHub shows ten of a level beside their lines\n")


def _from(base: Path, finding: Finding) -> Finding:
    """A finding whose files are named from a folder, where they are in it."""
    fixes = tuple(
        fix._replace(
            edits=tuple(edit._replace(span=edit.span._replace(file=_named(base, edit.span.file))) for edit in fix.edits)
        )
        for fix in finding.fixes
    )
    return finding._replace(span=finding.span._replace(file=_named(base, finding.span.file)), fixes=fixes)


def _named(base: Path, file: str) -> str:
    path = Path(os.path.normpath(Path.cwd() / file))
    return path.relative_to(base).as_posix() if path.is_relative_to(base) else file
