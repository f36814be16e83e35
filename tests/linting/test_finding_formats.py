"""Findings as other programs read them."""

import json
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft4Validator
from junitparser import Failure, JUnitXml, TestSuite
from sarif_pydantic import Sarif

from jfp_cli.linting.registry import EVERY_FAULT
from jfp_cli.report.finding_formats import annotated, concise, github, gitlab, job_summary, junit
from jfp_cli.report.sarif import sarif
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Edit, Finding, Fix, Severity
from jfp_cli.values.span import Span
from tests.conftest import ROOT

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


SCHEMA = json.loads((ROOT / "tests" / "schemas" / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
EDIT = Edit(Span("plan/plan.yaml", 2, 1, 2, 1), "due: March 2026\n")
MENDED = BROKEN._replace(fixes=(Fix("write a date", True, (EDIT, EDIT._replace(span=OVERDUE.span))),))


@pytest.mark.parametrize(
    "findings",
    [
        [],
        [OVERDUE, BROKEN, ADVICE, MENDED],
        [BROKEN._replace(code=fault.code, name=fault.name) for fault in EVERY_FAULT],
    ],
    ids=["none", "some", "one of each"],
)
def test_sarif_holds_against_the_published_schema(findings: list[Finding]) -> None:
    log = sarif(findings, EVERY_FAULT, "1.2.3", BASE)
    assert [error.message for error in Draft4Validator(SCHEMA).iter_errors(log)] == []


def test_sarif_explains_each_rule_and_says_where_more_is() -> None:
    [rule] = sarif([OVERDUE], EVERY_FAULT, "1", BASE)["runs"][0]["tool"]["driver"]["rules"]
    assert "Wrong:" in rule["help"]["text"]
    assert "after: How long after its date" in rule["help"]["text"]
    assert "```yaml\n" in rule["help"]["markdown"]
    assert rule["helpUri"].endswith("/reference/rules.html#jfp303-status-not-reported")


def test_sarif_names_files_from_the_top_of_the_repository() -> None:
    [run] = sarif([OVERDUE, MENDED], EVERY_FAULT, "1", BASE)["runs"]
    assert run["originalUriBaseIds"] == {"%SRCROOT%": {"uri": BASE}}
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "plan/milestones/a%20b.yaml", "uriBaseId": "%SRCROOT%"}
    [fix] = run["results"][1]["fixes"]
    assert fix["artifactChanges"][0]["artifactLocation"] == {"uri": "plan/plan.yaml", "uriBaseId": "%SRCROOT%"}
    assert fix["artifactChanges"][0]["replacements"][0]["insertedContent"] == {"text": "due: March 2026\n"}


def test_a_file_elsewhere_is_named_in_full() -> None:
    [run] = sarif([OVERDUE._replace(span=Span("/srv/plan/a.yaml", 1, 1, 1, 2))], EVERY_FAULT, "1", BASE)["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "file:///srv/plan/a.yaml"}


def test_concise_is_a_line_each() -> None:
    assert concise([OVERDUE, BROKEN]).splitlines() == [
        'plan/milestones/a b.yaml:4:9: warning: nobody reported on 50%, "the rest": late [JFP303]',
        "plan/plan.yaml:2:1: error: a \N{REPLACEMENT CHARACTER} tab [JFP003]",
    ]


def test_gitlab_gets_what_its_report_needs() -> None:
    rows = gitlab([OVERDUE, BROKEN, ADVICE])
    assert [row["severity"] for row in rows] == ["minor", "critical", "info"]
    assert rows[0] == {
        "description": 'nobody reported on 50%, "the rest": late; add a status',
        "check_name": "JFP303 status-not-reported",
        "fingerprint": rows[0]["fingerprint"],
        "severity": "minor",
        "location": {"path": "plan/milestones/a b.yaml", "lines": {"begin": 4, "end": 4}},
    }


def test_gitlab_knows_a_finding_by_its_address_and_tells_two_apart() -> None:
    moved = OVERDUE._replace(span=OVERDUE.span._replace(line=40, end_line=40))
    assert gitlab([OVERDUE])[0]["fingerprint"] == gitlab([moved])[0]["fingerprint"]
    prints = {row["fingerprint"] for row in gitlab([OVERDUE, moved, BROKEN, ADVICE])}
    assert len(prints) == 4
    assert (
        gitlab([BROKEN])[0]["fingerprint"]
        == gitlab([BROKEN._replace(span=Span("plan/plan.yaml", 9, 1, 9, 2))])[0]["fingerprint"]
    )


def test_github_shows_ten_of_a_level_the_worst_first() -> None:
    many = [ADVICE] * 12 + [OVERDUE] * 11 + [BROKEN] * 2
    shown, rest = annotated(many)
    assert shown == [BROKEN] * 2 + [OVERDUE] * 10 + [ADVICE] * 10
    assert rest == [OVERDUE, ADVICE, ADVICE]


def test_the_summary_of_a_job_has_the_total_and_what_is_not_annotated() -> None:
    text = job_summary([OVERDUE._replace(message="a | b <i>c</i>")], "11 warnings in 1 file")
    assert text.startswith("### 11 warnings in 1 file\n\n<details><summary>1 of them are not annotated</summary>\n\n|")
    assert "| plan/milestones/a b.yaml:4 | warning | JFP303 | a \\| b \\<i\\>c\\</i\\> |\n" in text
    assert "annotated" not in job_summary([], "2 errors in 1 file")


def test_a_summary_stays_below_what_github_takes() -> None:
    long = OVERDUE._replace(message="late " * 100)
    text = job_summary([long] * 5000, "5,000 warnings")
    assert len(text.encode()) < 2**20
    assert "5000 of them are not annotated; the first 1000 are" in text


def test_another_reader_of_junit_finds_each_finding() -> None:
    xml = JUnitXml.fromstring(junit([OVERDUE, BROKEN, ADVICE]).encode())
    suites = [suite for suite in xml if isinstance(suite, TestSuite)]
    assert [(suite.name, suite.tests, suite.failures) for suite in suites] == [
        ("plan/milestones/a b.yaml", 2, 2),
        ("plan/plan.yaml", 1, 1),
    ]
    [first, *_] = list(suites[0])
    [failure] = first.result
    assert isinstance(failure, Failure)
    assert failure.message == OVERDUE.message
