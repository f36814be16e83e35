"""Findings as other programs read them: GitHub's workflow commands, SARIF 2.1.0 and JUnit XML.

The name of a file may hold anything; it is written so that no terminal obeys it.
"""

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from jfp_cli.loading.faults.fault import Fault
from jfp_cli.values.finding import Finding, Severity
from jfp_cli.values.text import printable, safe

SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
# What XML cannot hold, even written as a code, and no file as UTF-8.
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufffe\uffff]")
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
_SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def github(findings: Iterable[Finding]) -> str:
    """A workflow command a line, which GitHub shows beside the line of the change."""
    return "".join(_github(finding) + "\n" for finding in findings)


def _github(finding: Finding) -> str:
    span = finding.span
    where = {
        "file": printable(span.file),
        "line": span.line,
        "endLine": span.end_line,
        "col": span.column,
        "endColumn": span.end_column,
        "title": f"{finding.code} {finding.name}",
    }
    if span.end_line != span.line:  # GitHub refuses columns over several lines
        del where["col"], where["endColumn"]
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in where.items())
    text = "\n".join(_said(said) for said in (finding.message, finding.help) if said)
    return f"::{_GITHUB[finding.severity]} {properties}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def sarif(findings: Sequence[Finding], faults: Iterable[Fault], version: str) -> dict[str, Any]:
    """A SARIF log of one run, in which those of the faults that the findings are of are described."""
    found = {finding.code for finding in findings}
    described = [_descriptor(fault) for fault in faults if fault.code in found]
    driver = {"name": "jfp", "version": version, "rules": described}
    return {
        "$schema": SARIF_SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
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
        "defaultConfiguration": {"level": _SARIF[fault.severity]},
    }


def _result(finding: Finding) -> dict[str, Any]:
    span = finding.span
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(span.file)},
            "region": {
                "startLine": span.line,
                "startColumn": span.column,
                "endLine": span.end_line,
                "endColumn": span.end_column,
            },
        }
    }
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _SARIF[finding.severity],
        "message": {"text": _said(f"{finding.message}. {finding.help}" if finding.help else finding.message)},
        "locations": [location],
    }
    if finding.address:
        location["logicalLocations"] = [{"fullyQualifiedName": str(finding.address)}]
        result["partialFingerprints"] = {"jfpAddress/v1": f"{finding.code} {finding.address}"}
    return result


def _uri(file: str) -> str:
    """A path as a URI: relative where the path is, with a scheme where it is not."""
    path = PurePosixPath(file)
    quoted = quote(os.fsencode(file))  # byte by byte, since a name need not be text
    return f"file://{quoted}" if path.is_absolute() else quoted


def junit(findings: Sequence[Finding]) -> str:
    """A JUnit report: a test suite a file, a test case a finding, and one case that passes where nothing is wrong."""
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - slow; and it writes, it does not read

    suites = ET.Element("testsuites", name="jfp lint", tests=str(max(len(findings), 1)), failures=str(len(findings)))
    if not findings:
        suite = ET.SubElement(suites, "testsuite", name="plan", tests="1", failures="0")
        ET.SubElement(suite, "testcase", classname="plan", name="nothing is wrong")
    for file in dict.fromkeys(finding.span.file for finding in findings):
        own = [finding for finding in findings if finding.span.file == file]
        suite = ET.SubElement(suites, "testsuite", name=printable(file), tests=str(len(own)), failures=str(len(own)))
        for finding in own:
            case = ET.SubElement(
                suite,
                "testcase",
                classname=printable(file),
                name=f"{finding.code} {finding.name} at line {finding.span.line}",
                file=printable(file),
                line=str(finding.span.line),
            )
            failure = ET.SubElement(case, "failure", type=str(finding.severity), message=_said(finding.message))
            failure.text = f"{printable(str(finding.span))}\n{_said(finding.help)}"
    ET.indent(suites)
    return ET.tostring(suites, encoding="unicode", xml_declaration=True) + "\n"


def _said(text: str) -> str:
    """A sentence, which may name a file or quote it."""
    return _NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", safe(text))
