"""A plan that is rolled on, byte by byte, and whatever hand it is written in: nothing that is open is lost."""

import re
import shlex
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from jfp_cli.cli.door import main
from jfp_cli.edit.change import Change, loaded_from
from jfp_cli.edit.rolling import roll
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.loading import Loaded
from jfp_cli.model.plan import Plan
from jfp_cli.query.promises import promises
from jfp_cli.query.turn_of_year import actions
from jfp_cli.source.folder import TextFile
from tests.conftest import SHIPPED
from tests.edit.test_layout_properties import Hand

CASES = Path(__file__).parent / "rolled"
NAMES = sorted(folder.name for folder in CASES.iterdir())
Written = Callable[[bytes], bytes]
WAYS: dict[str, Written] = {
    "as it stands": lambda text: text,
    "lines of Windows": lambda text: text.replace(b"\n", b"\r\n"),
    "byte-order mark": lambda text: b"\xef\xbb\xbf" + text,
    "no final line end": lambda text: text.rstrip(b"\n"),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", NAMES)
def test_a_plan_is_rolled_on_and_no_other_byte_changes(name: str, way: str, tmp_path: Path) -> None:
    written, plan = WAYS[way], tmp_path / "plan"
    shutil.copytree(CASES / name / "before", plan)
    for path in plan.rglob("*.yaml"):
        path.write_bytes(written(path.read_bytes()))
    command = (CASES / name / "command").read_text(encoding="utf-8")
    assert main([*shlex.split(command)[1:], "--plan", str(plan)]) == 0
    after = CASES / name / "after"
    expected = {str(path.relative_to(after)): written(path.read_bytes()) for path in after.rglob("*.yaml")}
    assert {str(path.relative_to(plan)): path.read_bytes() for path in plan.rglob("*.yaml")} == expected


def plan_of(texts: dict[str, str]) -> Loaded:
    return loaded_from(Path("plan"), [TextFile.of(path, text, "plan/") for path, text in texts.items()])


def rolled(loaded: Loaded, to: str, *, keep_done: bool = False) -> tuple[Change, Loaded]:
    assert loaded.plan is not None
    change = Change(loaded, loaded.plan)
    roll(change, to, date(2026, 3, 20), keep_done=keep_done)
    return change, change.result()


def plan_in(loaded: Loaded) -> Plan:
    assert loaded.plan is not None
    return loaded.plan


def open_actions(plan: Plan) -> Counter[tuple[str, str]]:
    return Counter((one.stream, one.entry.text) for one in actions(plan) if one.entry.is_open)


def open_promises(plan: Plan) -> Counter[tuple[str, str, date, date | None]]:
    """What is open, with its days: they may be written otherwise, but no date moves."""
    return Counter((one.kind, one.text, one.due.first, one.due.last) for one in promises(plan) if one.is_open)


SHAPES = {
    "2026-31": ["2025-26", "2026-30"],
    "2026-2031": ["2025/26", "2026/27", "2027-30"],
    "2026-30": ["2025-26", "2026-27", "2027-28", "2028-29", "2029-30"],
    "April 2026 to March 2031": ["Year 1", "Year 2", "Years 3 to 5"],
    "2026/31": ["H1 2025/26", "H2 2025/26", "2026-27", "In the end"],
}
DUE = ["", "May 2025", "March 2026", "year 1", "Summer 2026", "2026/27", "year 2", "June 2028", "April 2027 onwards"]
STATUS = ["", "", "", "on_track", "off_track", "complete", "cancelled"]


class Writer:
    """Somebody who writes plans of every sort."""

    def __init__(self, random: Random, to: str) -> None:
        self.random = random
        self.periods = SHAPES[to]
        self.number = 0

    def promise(self, key: str, **more: Any) -> dict[str, Any]:
        self.number += 1
        fields = {key: f"Do what is number {self.number}", **more}
        fields["due"] = fields.get("due") or self.random.choice(DUE)
        fields["status"] = self.random.choice(STATUS)
        if self.random.random() < 0.2:
            fields["updates"] = [{"date": "2025-12-01", "note": f"Said of {self.number}"}]
        return {name: value for name, value in fields.items() if value}

    def action(self) -> Any:
        entry = self.promise("action")
        return entry if self.random.random() < 0.6 else entry["action"]

    def stream(self, number: int) -> dict[str, Any]:
        chosen = [period for period in self.periods if self.random.random() < 0.7]
        listed = {period: [self.action() for _ in range(self.random.randint(1, 4))] for period in chosen}
        return {"id": f"stream-{number}", "title": f"Stream {number}"} | ({"actions": listed} if listed else {})

    def milestones(self) -> Iterator[dict[str, Any]]:
        names: list[str] = []
        for number in range(self.random.randint(1, 5)):
            needs = [name for name in names if self.random.random() < 0.4]
            due = self.random.choice(DUE[1:])
            steps = [self.promise("activity", due=due)] if self.random.random() < 0.3 else []
            more = {"needs": needs, "checkpoints": steps}
            yield {"id": f"m-{number}"} | self.promise("activity", due=due, **more)
            names.append(f"m-{number}")

    def texts(self) -> dict[str, str]:
        hand = Hand(self.random)
        section = {"id": "s", "title": "S", "workstreams": [self.stream(number) for number in range(3)]}
        area = {"area": "a", "title": "A", "milestones": list(self.milestones())}
        enabler = {"id": "e", "title": "E", "commitments": [self.promise("commitment") for _ in range(3)]}
        plan = {
            "title": "Plan for 2025-30",
            "organisation": "Example",
            "period": {"start": "2025-04-01", "end": "2030-03-31"},
            "planning_periods": self.periods,
            "contents": [{"part": "P", "sections": ["s"], "enablers": ["e"]}],
        }
        files = {"plan": plan, "sections/s": section, "milestones/a": area, "enablers/e": enabler}
        return {f"{name}.yaml": "\n".join([*hand.block(data, 0), ""]) for name, data in files.items()}


def comments(texts: Iterator[str]) -> Counter[str]:
    return Counter(
        found.rstrip() for text in texts for found in re.findall(r"# \d+ (?:above|beside|below)[^\r\n]*", text)
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(list(SHAPES)), st.integers(0, 2**32), st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_whatever_is_open_goes_on(to: str, seed: int, keep_done: bool, newline: str) -> None:
    texts = {path: text.replace("\n", newline) for path, text in Writer(Random(seed), to).texts().items()}  # noqa: S311
    before = plan_of(texts)
    assert not before.findings, texts
    refused = ""
    try:
        change, after = rolled(before, to, keep_done=keep_done)
    except EditError as error:
        refused = str(error)
    event(re.sub(r".*:\d+", "...", refused))
    if refused:
        assert re.match(r"plan/sections/s\.yaml:\d+ has a comment that would be lost", refused)
        return
    was, now = plan_in(before), plan_in(after)
    assert not after.findings
    assert open_promises(now) == open_promises(was)
    assert open_actions(now) == open_actions(was)
    assert now.settings.period.start.first == date(2026, 4, 1)
    left = [one.entry for one in actions(now) if not one.entry.is_open] + [
        milestone for _, milestone in now.milestones() if milestone.status == "complete"
    ]
    assert keep_done or not left
    if keep_done:
        steps = [step for step in change.steps() if step.old != "plan.yaml"]
        assert comments(step.before for step in steps) == comments(step.after for step in steps)


def test_what_is_dated_goes_to_the_period_of_its_date_only_with_its_comments() -> None:
    texts = {
        "plan.yaml": "title: A\norganisation: B\nperiod: {start: 2025-04-01, end: 2030-03-31}\n"
        "planning_periods: [2025-26, 2026-30]\ncontents: [{part: P, sections: [s]}]\n",
        "sections/s.yaml": "id: s\ntitle: S\nworkstreams:\n  - id: w\n    title: W\n    actions:\n"
        "      2025-26: [One]\n      2026-30:\n        # not before the money is there\n"
        "        - {action: Two, due: March 2027}\n        - Three\n",
    }
    change, after = rolled(plan_of(texts), "2026-31")
    assert not after.findings
    assert [(one.period, one.entry.text) for one in actions(plan_in(after))] == [
        ("2026-27", "One"),
        ("2027-31", "Two"),
        ("2027-31", "Three"),
    ]
    assert change.draft("sections/s.yaml").text == texts["sections/s.yaml"].replace("2026-30", "2027-31").replace(
        "2025-26", "2026-27"
    )


def test_the_shipped_plan_is_rolled_on_year_after_year() -> None:
    texts = {str(path.relative_to(SHIPPED).as_posix()): path.read_text("utf-8") for path in SHIPPED.rglob("*.yaml")}
    loaded = plan_of(texts)
    first = plan_in(loaded)
    for year in range(2026, 2030):
        _, loaded = rolled(loaded, f"{year}-{year % 100 + 5}")
        assert not loaded.findings
    last = plan_in(loaded)
    assert open_promises(last) == open_promises(first)
    assert open_actions(last) == open_actions(first)
    assert last.settings.planning_periods == ("2029-30", "2030-34")
