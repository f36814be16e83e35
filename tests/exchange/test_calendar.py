"""Promises as a calendar, as a reader of calendars takes them."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest

from jfp_cli.exchange.calendar import EntryKind, calendar_of
from jfp_cli.exchange.data.table import Exported
from jfp_cli.loading import load
from jfp_cli.query.promises import promises
from tests.conftest import ChangePlan
from tests.exchange.conftest import DAY

Entry = Any  # its values are of many classes, as each property is


def entries(root: Path, kind: EntryKind = EntryKind.EVENT, alarms: tuple[int, ...] = ()) -> dict[str, Entry]:
    plan = load(root).plan
    assert plan is not None
    data, _ = calendar_of(plan, promises(plan), DAY, kind, alarms)
    return {str(entry["uid"]).partition("@")[0]: entry for entry in read(data)}


def read(data: bytes) -> list[Entry]:
    return list(icalendar.Calendar.from_ical(data).subcomponents)


def test_every_promise_with_a_last_day_has_an_entry_of_a_name_of_its_own(borough: Exported) -> None:
    kept = list(promises(borough.plan))
    data, left_out = calendar_of(borough.plan, kept, DAY, EntryKind.EVENT)
    found = [str(entry["uid"]) for entry in read(data)]
    assert len(found) == len(set(found)) == len(kept) - len(left_out)
    assert left_out == [one for one in kept if one.due.last is None]
    assert calendar_of(borough.plan, kept, DAY, EntryKind.EVENT)[0] == data


def test_an_event_is_the_whole_of_the_last_day(example: Path) -> None:
    entry = entries(example)["milestones/patient-portal"]
    start, end = entry["dtstart"].dt, entry["dtend"].dt
    assert (type(start), end - start) == (date, timedelta(days=1))
    assert start == date(2027, 3, 31)
    assert "Due: March 2027" in entry["description"]


def test_a_task_has_the_status_of_its_promise(change: ChangePlan) -> None:
    root = change(
        "milestones/planned-care.yaml",
        """area: planned-care
title: Planned care
milestones:
  - {id: a, activity: Open it, due: March 2027, status: complete, completed: 2027-01-12}
  - {id: b, activity: Close it, due: March 2027, status: cancelled}
  - {id: c, activity: Move it, due: March 2027, status: at_risk}
  - {id: d, activity: Paint it, due: March 2027}
""",
    )
    found = entries(root, EntryKind.TODO, (14,))
    told = {name: str(found[f"milestones/{name}"]["status"]) for name in "abcd"}
    assert told == {"a": "COMPLETED", "b": "CANCELLED", "c": "IN-PROCESS", "d": "NEEDS-ACTION"}
    assert found["milestones/a"]["completed"].dt == datetime(2027, 1, 12, tzinfo=UTC)
    assert found["milestones/d"]["due"].dt == date(2027, 3, 31)
    alarms = {name: [str(part["trigger"].dt) for part in found[f"milestones/{name}"].subcomponents] for name in "ad"}
    assert alarms == {"a": [], "d": ["-14 days, 0:00:00"]}


@pytest.mark.parametrize("text", ['Say "yes", then; no\\maybe', "BEGIN:VEVENT", "naïve “quoted” 漢字 " * 8])
def test_what_a_promise_says_is_text_whatever_it_looks_like(change: ChangePlan, text: str) -> None:
    quoted = text.replace("'", "''").strip()
    root = change(
        "milestones/planned-care.yaml",
        f"area: planned-care\ntitle: Planned care\nmilestones:\n"
        f"  - id: a\n    activity: '{quoted}'\n    due: March 2027\n",
    )
    assert str(entries(root)["milestones/a"]["summary"]) == text.strip()


def test_what_has_no_id_keeps_its_name_when_another_is_put_before_it(change: ChangePlan) -> None:
    path = "milestones/planned-care.yaml"
    head = "area: planned-care\ntitle: Planned care\nmilestones:\n"
    head += "  - {id: a, activity: Open it, due: March 2027, checkpoints: [\n"
    step = "      {due: June 2026, activity: Half is open}]}\n"
    first = {name for name in entries(change(path, head + step)) if name.startswith("milestones/a.")}
    earlier = "      {due: May 2026, activity: A quarter is open},\n"
    after = {name for name in entries(change(path, head + earlier + step)) if name.startswith("milestones/a.")}
    assert len(first) == 1
    assert first < after


def test_what_is_promised_twice_in_the_same_words_has_two_names_whichever_is_asked_for(change: ChangePlan) -> None:
    steps = "[{due: June 2026, activity: Report}, {due: June 2027, activity: Report}]"
    head = "area: planned-care\ntitle: Planned care\nmilestones:\n"
    root = change(
        "milestones/planned-care.yaml", f"{head}  - {{id: a, activity: Open, due: March 2028, checkpoints: {steps}}}\n"
    )
    found = {
        name: entry["dtstart"].dt.year for name, entry in entries(root).items() if name.startswith("milestones/a.")
    }
    assert sorted(found.values()) == [2026, 2027]
    plan = load(root).plan
    assert plan is not None
    later = [one for one in promises(plan) if one.text == "Report" and one.due.first.year == 2027]
    [entry] = read(calendar_of(plan, later, DAY, EntryKind.EVENT)[0])
    assert found[str(entry["uid"]).partition("@")[0]] == 2027


def test_a_promise_that_moved_says_how_often(borough: Exported) -> None:
    data, _ = calendar_of(borough.plan, promises(borough.plan), DAY, EntryKind.EVENT)
    told = {str(entry["uid"]).partition("@")[0]: int(entry["sequence"]) for entry in read(data)}
    assert (told["milestones/licensing-scheme"], told["milestones/reablement-team"]) == (1, 0)
