"""The rules about dates beyond their own examples: near misses, boundaries, and what the shipped plan has."""

import pytest

from tests.linting.one_rule import findings
from tests.linting.one_rule import shipped as shipped_findings


def found(code: str, text: str) -> list[str]:
    """Where one rule finds a fault."""
    return [str(finding.address) for finding in findings(code, text)]


def of_milestone(code: str, fields: str) -> list[str]:
    """Where one rule finds a fault in a milestone given as the inside of YAML's braces."""
    where = found(code, f"milestones:\n  - {{id: m, activity: Open the service, {fields}}}\n")
    return [address.removeprefix("milestones/m.") for address in where]


def shipped(code: str) -> list[str]:
    return [str(finding.address) for finding in shipped_findings(code)]


EVERYWHERE = """
--- milestones/cancer.yaml
milestones:
  - id: m
    activity: Open the service
    due: {date}
    checkpoints: [{{due: {date}, activity: Find a building}}]
--- sections/cancer.yaml
targets:
  - id: t
    statement: Shorter waits
    trajectory: [{{target: 80%, due: {date}}}]
    target: 90%
    due: {date}
workstreams:
  - id: w
    title: Waits
    indicators: [{{id: i, statement: Fewer waits, target: 5, due: {date}}}]
--- enablers/estates.yaml
commitments: [{{commitment: Repair the roof, due: {date}}}]
topics:
  - {{title: Rooms, commitments: [{{commitment: Share them, due: {date}}}]}}
"""
ADDRESSES = [
    "enablers/estates.commitments[0].due",
    "enablers/estates.topics[0].commitments[0].due",
    "milestones/m.due",
    "milestones/m.checkpoints[0].due",
    "targets/t.trajectory[0].due",
    "targets/t.due",
    "targets/i.due",
]


@pytest.mark.parametrize(("code", "written"), [("JFP201", "by 2027"), ("JFP202", "2027 onwards")])
def test_every_promised_date_is_looked_at(code: str, written: str) -> None:
    assert found(code, EVERYWHERE.format(date=written)) == ADDRESSES
    assert found(code, EVERYWHERE.format(date="March 2027")) == []


# A bare year


@pytest.mark.parametrize("due", ["2026/27", "calendar year 2026", "FY2026/27", "December 2026", "2026-30"])
def test_a_year_that_can_be_read_in_one_way_only_is_not_bare(due: str) -> None:
    assert of_milestone("JFP201", f"due: {due}") == []


def test_a_bare_year_is_said_with_what_it_could_mean() -> None:
    (finding,) = findings("JFP201", "milestones:\n  - {id: m, activity: Open it, due: by 2026}\n")
    assert finding.message == '"by 2026" can be the calendar year or a financial year'
    assert finding.help == 'write "March 2026", "December 2026" or "2026/27"'


def test_the_end_of_the_year_is_the_one_of_the_plan() -> None:
    text = (
        "--- plan.yaml\nyear_starts: {}\n--- milestones/a.yaml\nmilestones:\n  - {{id: m, activity: Open, due: 2026}}\n"
    )
    (finding,) = findings("JFP201", text.format("August"))
    assert '"July 2026"' in finding.help
    assert found("JFP201", text.format("January")) == []


# Open ends


@pytest.mark.parametrize("due", ["April 2026 and beyond", "from April 2026", "2026 onwards", "April 2026 - ongoing"])
def test_a_date_without_a_last_day_is_open(due: str) -> None:
    assert of_milestone("JFP202", f"due: {due}") == ["due"]


@pytest.mark.parametrize("due", ["from April 2026 to March 2027", "before April 2026", "2026-30"])
def test_a_span_has_an_end(due: str) -> None:
    assert of_milestone("JFP202", f"due: {due}") == []


# Coarse dates


@pytest.mark.parametrize(
    ("due", "months"),
    [
        ("Autumn 2026", 3),
        ("Winter 2025", 3),
        ("H1 2026/27", 6),
        ("2025-26", 12),
        ("year 2", 12),
        ("academic year 2026/27", 12),
        ("mid 2026", 4),
        ("April to July 2026", 4),
        ("2026-30", 48),
    ],
)
def test_a_season_or_more_than_a_quarter_is_coarse(due: str, months: int) -> None:
    (finding,) = findings("JFP203", f"milestones:\n  - {{id: m, activity: Open it, due: {due}}}\n")
    assert finding.message.startswith(f'"{due}" leaves {months} months open, up to ')


@pytest.mark.parametrize(
    "due",
    ["March 2026", "end of March 2026", "Q2 2025/26", "July to September 2025", "late March 2026", "mid-summer 2025"],
)
def test_a_quarter_or_less_is_not_coarse(due: str) -> None:
    assert of_milestone("JFP203", f"due: {due}") == []


@pytest.mark.parametrize("due", ["by 2026", "2026 onwards"])
def test_what_other_rules_ask_about_is_not_coarse_as_well(due: str) -> None:
    assert of_milestone("JFP203", f"due: {due}") == []


def test_a_target_may_be_for_a_year() -> None:
    assert found("JFP203", EVERYWHERE.format(date="2026/27")) == ["milestones/m.due", "milestones/m.checkpoints[0].due"]


def test_the_help_names_the_last_month() -> None:
    (finding,) = findings("JFP203", "milestones:\n  - {id: m, activity: Open it, due: Winter 2025}\n")
    assert finding.message == '"Winter 2025" leaves 3 months open, up to 28 February 2026'
    assert finding.help.endswith('"February 2026"')


@pytest.mark.parametrize(
    ("due", "severity"),
    [
        ("Autumn 2026", "advice"),
        ("2026/27", "advice"),
        ("calendar year 2026", "advice"),
        ("April 2026 to April 2027", "warning"),
        ("2026-30", "warning"),
        ("2026 to 2029", "warning"),
    ],
)
def test_more_than_a_year_is_a_warning(due: str, severity: str) -> None:
    (finding,) = findings("JFP203", f"milestones:\n  - {{id: m, activity: Open it, due: {due}}}\n")
    assert str(finding.severity) == severity


@pytest.mark.parametrize("due", ["2024-25", "Summer 2025", "Autumn 2025", "2020-25"])
def test_a_date_that_has_passed_is_not_asked_to_be_sharper(due: str) -> None:
    assert of_milestone("JFP203", f"due: {due}") == []
    assert of_milestone("JFP203", f"due: {due}, status: off_track") == []


# What is over


@pytest.mark.parametrize(
    ("code", "due"), [("JFP201", "2026"), ("JFP202", "April 2026 and beyond"), ("JFP203", "Autumn 2026")]
)
def test_the_dates_of_what_is_over_stand(code: str, due: str) -> None:
    assert of_milestone(code, f"due: {due}, status: complete, completed: 2025-05-01") == []
    assert of_milestone(code, f"due: {due}, status: cancelled") == []
    assert of_milestone(code, f"due: {due}, status: off_track") == ["due"]


@pytest.mark.parametrize(("code", "due"), [("JFP201", "2026"), ("JFP202", "2026 onwards"), ("JFP203", "Autumn 2026")])
def test_so_do_those_of_checkpoints(code: str, due: str) -> None:
    checkpoint = f"due: March 2027, checkpoints: [{{due: {due}, activity: Find a building, status: complete}}]"
    assert of_milestone(code, checkpoint) == []
    assert of_milestone(code, checkpoint.replace("complete", "on_track")) == ["checkpoints[0].due"]


# The shipped plan


def test_the_shipped_plans_open_and_bare_dates() -> None:
    assert shipped("JFP202") == ["milestones/team-outcomes.due"]
    assert "milestones/therapies-workforce-strategy.due" in shipped("JFP201")
    assert "milestones/st-albans-endoscopy.due" in shipped("JFP203")
