"""Findings as other programs read them: a line each, GitHub's workflow commands, GitLab's report and JUnit XML.

The name of a file may hold anything; it is written so that no terminal obeys it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from jfp_cli.values.finding import Finding, Severity
from jfp_cli.values.text import printable, safe

# What XML cannot hold, even written as a code, and no file as UTF-8.
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufffe\uffff]")
_MARKUP = re.compile(r"([\\`*_\[\]<>|#])")
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
_GITLAB = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.ADVICE: "info"}
MOST_ANNOTATIONS = 10  # of a level, that GitHub shows of one step
MOST_SUMMED_UP = 1000  # findings: GitHub takes a summary of a megabyte at the most


def concise(findings: Iterable[Finding]) -> str:
    """A line each: where, how grave, what, and the rule."""
    return "".join(
        f"{printable(str(finding.span))}: {finding.severity}: {said(finding.message)} [{finding.code}]\n"
        for finding in findings
    )


def annotated(findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    """The findings that GitHub shows beside their lines, ten of each level and the gravest first, and the others."""
    listed = list(findings)
    levels = [[finding for finding in listed if finding.severity is level] for level in reversed(Severity)]
    shown = [finding for level in levels for finding in level[:MOST_ANNOTATIONS]]
    return shown, [finding for level in levels for finding in level[MOST_ANNOTATIONS:]]


def github(findings: Iterable[Finding]) -> str:
    """A workflow command a line, which GitHub shows beside the line of the change."""
    return "".join(_github(finding) + "\n" for finding in findings)


def job_summary(rest: Sequence[Finding], total: str) -> str:
    """How many findings there are in all and those that are not annotated, in Markdown, for the summary of a job."""
    lines = [f"### {_cell(total)}", ""]
    listed = rest[:MOST_SUMMED_UP]
    if listed:
        more = "" if listed == rest else f"; the first {len(listed)} are"
        lines += [f"<details><summary>{len(rest)} of them are not annotated{more}</summary>", ""]
        lines += ["| Place | Severity | Rule | Finding |", "| --- | --- | --- | --- |", *map(_row, listed)]
        lines += ["", "</details>", ""]
    return "\n".join([*lines, ""])


def _row(finding: Finding) -> str:
    cells = (f"{finding.span.file}:{finding.span.line}", finding.severity, finding.code, finding.message)
    return f"| {' | '.join(_cell(str(cell)) for cell in cells)} |"


def _cell(text: str) -> str:
    """Words in a table of Markdown, in which nothing is markup."""
    return _MARKUP.sub(r"\\\1", said(text))


def gitlab(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """GitLab's Code Quality report; a finding is known again by its rule and its address, whatever its line."""
    known: Counter[tuple[str, str]] = Counter()
    rows = []
    for finding in findings:
        name = (finding.code, str(finding.address or f"{finding.span.file} {finding.message}"))
        known[name] += 1
        rows.append(
            {
                "description": said(f"{finding.message}; {finding.help}" if finding.help else finding.message),
                "check_name": f"{finding.code} {finding.name}",
                "fingerprint": sha256("\0".join([*name, str(known[name])]).encode("utf-8", "replace")).hexdigest(),
                "severity": _GITLAB[finding.severity],
                "location": {
                    "path": printable(finding.span.file),
                    "lines": {"begin": finding.span.line, "end": finding.span.end_line},
                },
            }
        )
    return rows


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
    text = "\n".join(said(part) for part in (finding.message, finding.help) if part)
    return f"::{_GITHUB[finding.severity]} {properties}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


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
            failure = ET.SubElement(case, "failure", type=str(finding.severity), message=said(finding.message))
            failure.text = f"{printable(str(finding.span))}\n{said(finding.help)}"
    ET.indent(suites)
    return ET.tostring(suites, encoding="unicode", xml_declaration=True) + "\n"


def said(text: str) -> str:
    """A sentence as programs show it, which may name a file or quote it."""
    return _NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", safe(text))
