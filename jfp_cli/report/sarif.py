"""Findings as a SARIF 2.1.0 log, which GitHub's code scanning and many editors read."""

import os
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from jfp_cli.linting.rule import options_of
from jfp_cli.loading.faults.examples import MARK
from jfp_cli.loading.faults.fault import Fault
from jfp_cli.report.finding_formats import said
from jfp_cli.values.finding import Edit, Finding, Fix, Severity

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
RULES_PAGE = "https://example.org/jfp/reference/rules.html"
"""Where the page of rules is published; `example.org/jfp` stands for the home of jfp, as in the documentation."""
BASE = "%SRCROOT%"  # what paths begin at, as GitHub calls it
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def sarif(findings: Sequence[Finding], faults: Iterable[Fault], version: str, base: str) -> dict[str, Any]:
    """A SARIF log of one run, in which those of the faults that the findings are of are described.

    `base` is the URI of the folder from which the files of findings are named.
    """
    found = {finding.code for finding in findings}
    described = [_descriptor(fault) for fault in faults if fault.code in found]
    driver = {"name": "jfp", "version": version, "rules": described}
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {BASE: {"uri": base}},
                "results": [_result(finding) for finding in findings],
            }
        ],
    }


def _descriptor(fault: Fault) -> dict[str, Any]:
    return {
        "id": fault.code,
        "name": fault.name,
        "shortDescription": {"text": fault.what},
        "fullDescription": {"text": fault.why},
        "help": {"text": _help(fault), "markdown": _help(fault, fence="```")},
        "helpUri": f"{RULES_PAGE}#{fault.code}-{fault.name}".lower(),
        "defaultConfiguration": {"level": _LEVELS[fault.severity]},
    }


def _help(fault: Fault, fence: str = "") -> str:
    """Why a fault matters, what may be set, and its examples, each between two fences."""
    settings = [f"{option.name}: {option.meaning} Usually {option.default}." for option in options_of(fault)]
    parts = [fault.why, *settings]
    for title, example in (("Wrong:", fault.bad), ("Right:", fault.good)):
        lines = example.strip("\n").replace(MARK, "# <-- here")
        parts += [title, "\n".join(filter(None, (fence and f"{fence}yaml", lines, fence)))]
    return "\n\n".join(parts)


def _result(finding: Finding) -> dict[str, Any]:
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": _file(finding.span.file), "region": _region(finding)}
    }
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": said(f"{finding.message}. {finding.help}" if finding.help else finding.message)},
        "locations": [location],
    }
    if finding.fixes:
        result["fixes"] = [_fix(fix) for fix in finding.fixes]
    if finding.address:
        location["logicalLocations"] = [{"fullyQualifiedName": str(finding.address)}]
        result["partialFingerprints"] = {"jfpAddress/v1": f"{finding.code} {finding.address}"}
    return result


def _region(place: Finding | Edit) -> dict[str, int]:
    span = place.span
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    """A fix; of the files in it each has its own replacements."""
    changes = [
        {
            "artifactLocation": _file(file),
            "replacements": [
                {"deletedRegion": _region(edit), "insertedContent": {"text": edit.text}}
                for edit in fix.edits
                if edit.span.file == file
            ],
        }
        for file in dict.fromkeys(edit.span.file for edit in fix.edits)
    ]
    return {"description": {"text": fix.title}, "artifactChanges": changes}


def _file(file: str) -> dict[str, str]:
    """A path as a URI: from the base where the path is relative, with a scheme where it is not."""
    path = PurePosixPath(file)
    quoted = quote(os.fsencode(file))  # byte by byte, since a name need not be text
    return {"uri": f"file://{quoted}"} if path.is_absolute() else {"uri": quoted, "uriBaseId": BASE}
