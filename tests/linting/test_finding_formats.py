"""Findings as other programs read them."""

import json
from xml.etree import ElementTree as ET

from sarif_pydantic import Sarif

from jfp_cli.linting.registry import EVERY_FAULT
from jfp_cli.report.finding_formats import github, junit
from jfp_cli.report.sarif import sarif
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Finding, Severity
from jfp_cli.values.span import Span

BASE = "file:///home/planner/joint-forward-plan/"
OVERDUE = Finding(
    "JFP303",
    "status-not-reported",
    Severity.WARNING,
    'nobody reported on 50%, "the rest": late',
    Span("plan/milestones/a b.yaml", 4, 9, 4, 20),
    Address("milestones", "hub"),
    "add a status",
)
BROKEN = Finding("JFP003", "yaml-syntax", Severity.ERROR, "a \x01 tab", Span("plan/plan.yaml", 2, 1, 3, 4), None, "")
ADVICE = OVERDUE._replace(code="JFP503", name="vague-wording", severity=Severity.ADVICE)


def test_github_reads_a_command_a_line_with_its_place_escaped() -> None:
    assert github([OVERDUE]) == (
        "::warning file=plan/milestones/a b.yaml,line=4,endLine=4,col=9,endColumn=20,"
        'title=JFP303 status-not-reported::nobody reported on 50%25, "the rest": late%0Aadd a status\n'
    )


def test_github_gets_no_columns_over_several_lines() -> None:
    assert github([BROKEN]).startswith("::error file=plan/plan.yaml,line=2,endLine=3,title=JFP003 yaml-syntax::")


def test_github_knows_advice_as_notices() -> None:
    assert github([ADVICE]).startswith("::notice ")


def test_properties_of_github_escape_what_would_end_them() -> None:
    odd = OVERDUE._replace(span=Span("plan/a,b:c.yaml", 1, 1, 1, 2))
    assert "file=plan/a%2Cb%3Ac.yaml," in github([odd])


def test_sarif_is_what_its_specification_says() -> None:
    log = Sarif.model_validate(sarif([OVERDUE, BROKEN, ADVICE], EVERY_FAULT, "1.2.3", BASE))
    [run] = log.runs
    assert run.tool.driver.version == "1.2.3"
    rules = run.tool.driver.rules or []
    assert [rule.id for rule in rules] == ["JFP003", "JFP303", "JFP503"]
    assert all(rule.full_description and rule.full_description.text for rule in rules)
    results = run.results or []
    assert [(result.rule_id, result.level.value) for result in results if result.level] == [
        ("JFP303", "warning"),
        ("JFP003", "error"),
        ("JFP503", "note"),
    ]
    place = (results[0].locations or [])[0].physical_location
    assert place is not None
    assert place.artifact_location is not None
    assert place.artifact_location.uri == "plan/milestones/a%20b.yaml"
    assert place.region is not None
    assert (place.region.start_line, place.region.start_column) == (4, 9)


def test_sarif_knows_a_finding_by_its_address_not_by_its_line() -> None:
    moved = OVERDUE._replace(span=Span("plan/milestones/a b.yaml", 40, 9, 40, 20))
    first, second = sarif([OVERDUE, moved], EVERY_FAULT, "1", BASE)["runs"][0]["results"]
    assert first["partialFingerprints"] == second["partialFingerprints"]


def test_sarif_can_be_written_as_json() -> None:
    assert json.loads(json.dumps(sarif([BROKEN], EVERY_FAULT, "1", BASE)))["version"] == "2.1.0"


def test_junit_counts_and_names_each_finding() -> None:
    suites = ET.fromstring(junit([OVERDUE, BROKEN, ADVICE]).encode())  # noqa: S314 - our own text
    assert suites.attrib["failures"] == "3"
    assert [suite.attrib["name"] for suite in suites] == ["plan/milestones/a b.yaml", "plan/plan.yaml"]
    failure = suites[0][0][0]
    assert (failure.attrib["type"], failure.attrib["message"]) == ("warning", OVERDUE.message)


def test_junit_passes_one_case_where_nothing_is_wrong() -> None:
    suites = ET.fromstring(junit([]).encode())  # noqa: S314 - our own text
    assert (suites.attrib["tests"], suites.attrib["failures"]) == ("1", "0")
