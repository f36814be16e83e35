"""What got an id since is known by where it stood."""

from datetime import date
from pathlib import Path

import pytest

from jfp_cli.linting.baseline import baseline_of, new_findings
from jfp_cli.linting.engine import run
from jfp_cli.linting.registry import RULES
from jfp_cli.loading.loader import load_strings
from jfp_cli.model.plan import Plan
from jfp_cli.values.address import Address
from tests.query.test_every_promise import FILES

DAY = date(2026, 11, 21)
AT = "workstreams/outpatients.actions.2025-26[0]"
WITH_PENDING = FILES["sections/care.yaml"].replace("- Cut missed appointments", "- {action: Improve everything}")
WITH_ID = WITH_PENDING.replace("{action: Improve", "{id: everything, action: Improve")


def plan_of(section: str, settings: str = "") -> Plan:
    plan = load_strings(FILES | {"sections/care.yaml": section, "plan.yaml": FILES["plan.yaml"] + settings}).plan
    assert plan is not None
    return plan


@pytest.mark.parametrize(
    ("written", "named"),
    [
        (AT, "actions/everything"),
        (f"{AT}.action", "actions/everything.action"),
        ("workstreams/outpatients.title", "workstreams/outpatients.title"),
        ("milestones/hub.checkpoints[0].due", "checkpoints/roof.due"),
        ("milestones/hub.checkpoints[1]", "milestones/hub.checkpoints[1]"),
        ("nothing/of.that[7].name", "nothing/of.that[7].name"),
    ],
)
def test_an_address_leads_to_the_id_of_what_stands_there(written: str, named: str) -> None:
    assert str(plan_of(WITH_ID).named(Address.parse(written))) == named


def test_a_baseline_knows_what_got_an_id_since(tmp_path: Path) -> None:
    before, after = (load_strings(FILES | {"sections/care.yaml": text}) for text in (WITH_PENDING, WITH_ID))
    found = [finding for finding in run(before, RULES, DAY) if str(finding.address).startswith(AT)]
    assert found
    text, _ = baseline_of(run(before, RULES, DAY))
    path = tmp_path / "baseline.json"
    path.write_text(text, encoding="utf-8")
    assert new_findings(path, run(after, RULES, DAY), after.plan) == []


def test_an_allowance_holds_for_what_got_an_id_since() -> None:
    allowed = f"lint: {{allow: [{{rule: JFP503, at: '{AT}', because: agreed}}]}}\n"
    for section in (WITH_PENDING, WITH_ID):
        loaded = load_strings(FILES | {"sections/care.yaml": section, "plan.yaml": FILES["plan.yaml"] + allowed})
        codes = [finding.code for finding in run(loaded, RULES, DAY) if "everything" in finding.message.lower()]
        assert "JFP503" not in codes
        assert "JFP608" not in [finding.code for finding in run(loaded, RULES, DAY)]
