"""The day of an event is its `date`; `on`, which was its key before, is read at its own place and spoken of."""

import json

import pytest
import yaml

from jfp_cli.cli.door import main
from jfp_cli.loading import load
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity
from tests.conftest import ChangePlan
from tests.loading.changed_plans import PLANNED, changed

UPDATES = "updates: [{date: 2025-09-20"


def test_the_former_key_is_read_and_its_place_is_that_of_the_new_one() -> None:
    loaded = changed((PLANNED, UPDATES, "updates: [{on: 2025-09-20"))
    [finding] = loaded.findings
    assert (finding.code, finding.severity, finding.help) == ("JFP009", Severity.ADVICE, 'write "date" instead')
    assert loaded.plan is not None
    [update] = loaded.plan.areas["planned-care"].milestones[0].updates
    assert str(update.date) == "2025-09-20"
    assert loaded.sources.span(Address("milestones", "elective-hub", ("updates", 0, "date"))).line == finding.span.line


@pytest.mark.parametrize(
    "event",
    [
        "[{on : 2025-09-20",
        '[{"on": 2025-09-20',
        "[{'on'  : 2025-09-20",
        "[{\n      on: 2025-09-20",
        "[{\ton: 2025-09-20",
    ],
)
def test_the_former_key_is_found_however_it_is_written(event: str) -> None:
    loaded = changed((PLANNED, UPDATES, f"updates: {event}"))
    assert {finding.code for finding in loaded.findings} <= {"JFP009"}
    assert loaded.plan is not None
    [update] = loaded.plan.areas["planned-care"].milestones[0].updates
    assert str(update.date) == "2025-09-20"


def test_both_keys_in_one_event_are_one_too_many() -> None:
    loaded = changed((PLANNED, UPDATES, "updates: [{date: 2025-09-20, on: 2025-09-20"))
    assert [finding.code for finding in loaded.findings] == ["JFP101"]


@pytest.mark.parametrize("command", [["milestones", "-f", "json"], ["show", "elective-hub", "-f", "json"]])
def test_rows_have_the_day_under_both_names(
    change: ChangePlan, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    folder = change(PLANNED, UPDATES, "updates: [{on: 2025-09-20")
    main([*command, "--plan", str(folder)])
    answer = json.loads(capsys.readouterr().out)
    row = answer[0] if isinstance(answer, list) else answer
    assert row["updates"][0]["date"] == row["updates"][0]["on"] == "2025-09-20"
    assert row["moves"][0]["date"] == row["moves"][0]["on"] == "2025-05-10"


def test_what_is_written_says_date_and_what_stands_there_stays(change: ChangePlan) -> None:
    folder = change(PLANNED, UPDATES, "updates: [{on: 2025-09-20")
    assert main(["complete", "elective-hub", "--on", "2025-10-01", "--note", "Open", "--plan", str(folder)]) == 0
    text = (folder / PLANNED).read_text("utf-8")
    assert "updates: [{on: 2025-09-20, note: First patients seen}, {date: 2025-10-01, note: Open}]" in text
    assert main(["set", "elective-hub", "updates[0].date=2025-09-21", "--plan", str(folder)]) == 0
    assert "{on: 2025-09-21, note: First patients seen}" in (folder / PLANNED).read_text("utf-8")


def test_fmt_leaves_the_former_key(change: ChangePlan) -> None:
    folder = change(PLANNED, UPDATES, "updates: [{on: 2025-09-20")
    assert main(["fmt", "--plan", str(folder)]) == 0
    assert "{on: 2025-09-20" in (folder / PLANNED).read_text("utf-8")


def test_other_readers_find_the_keys_of_what_a_command_writes(change: ChangePlan) -> None:
    folder = change(PLANNED, UPDATES, "updates: [{date: 2025-09-20")
    assert main(["move", "patient-portal", "--to", "May 2027", "--because", "no", "--plan", str(folder)]) == 0
    data = yaml.safe_load((folder / PLANNED).read_text("utf-8"))
    [move] = data["milestones"][2]["moves"]
    assert set(move) == {"from", "to", "date", "because"}
    assert move["because"] == "no"
    assert load(folder).findings == []
