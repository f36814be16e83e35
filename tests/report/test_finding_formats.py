"""Findings for other programs, of files whose names would take over a terminal."""

import json

import pytest

from jfp_cli.report.finding_formats import concise, github, gitlab, job_summary, junit
from jfp_cli.report.sarif import sarif
from jfp_cli.values.finding import Finding, Severity
from jfp_cli.values.span import Span

HOSTILE = "plan/areas/\x1b[31m\u202eeht\u2069\x9b2J\udcff a  b\n.yaml"
UNSAFE = set("\x1b\u202e\u2069\x9b\udcff")


def finding(file: str) -> Finding:
    return Finding(
        "JFP001", "unreadable-file", Severity.ERROR, f"{file} is odd", Span(file, 1, 1, 1, 1), None, f"not {file}"
    )


@pytest.mark.parametrize(
    "written",
    [
        github([finding(HOSTILE)]),
        junit([finding(HOSTILE)]),
        json.dumps(sarif([finding(HOSTILE)], (), "1", "file:///home/"), ensure_ascii=False),
        json.dumps(gitlab([finding(HOSTILE)]), ensure_ascii=False),
        concise([finding(HOSTILE)]),
        job_summary([finding(HOSTILE)], "11 errors"),
    ],
    ids=["github", "junit", "sarif", "gitlab", "concise", "summary"],
)
def test_no_name_of_a_file_turns_or_controls_a_terminal(written: str) -> None:
    assert not UNSAFE & set(written)
    assert "31m" in written


def test_a_name_with_two_blanks_is_still_that_name() -> None:
    assert "file=plan/areas/a  b.yaml," in github([finding("plan/areas/a  b.yaml")])
