"""A plan that is not a health plan: a borough's, with fields, statuses, measures and standards of its own."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from jfp_cli.cli.door import main
from jfp_cli.linting.engine import run
from jfp_cli.linting.registry import RULES
from jfp_cli.loading import load
from jfp_cli.measures.progress import progress_in
from jfp_cli.model.field import Audience
from jfp_cli.model.plan import Plan
from jfp_cli.query.promises import overdue, promises
from jfp_cli.report.pages.environment import Templates, shipped_templates
from jfp_cli.report.pages.forms import Form
from jfp_cli.values.finding import Severity
from tests.report.pages import made

PLAN = Path(__file__).parent / "plan"
DAY = date(2026, 10, 20)
AUDIENCES: tuple[Audience, ...] = ("public", "internal")


@pytest.fixture(scope="module")
def plan() -> Plan:
    loaded = load(PLAN)
    assert [f"{finding.span} {finding.message}" for finding in loaded.findings] == []
    assert loaded.plan is not None
    return loaded.plan


def test_it_is_valid_without_a_workaround_and_nothing_in_it_is_wrong(plan: Plan) -> None:
    assert (len(list(plan.milestones())), len(list(plan.targets())), len(plan.measures)) == (60, 45, 10)
    assert Counter(one.kind for one in promises(plan)) == {
        "milestones": 60,
        "checkpoints": 2,
        "actions": 4,
        "commitments": 4,
    }
    assert [finding for finding in run(load(PLAN), RULES, DAY) if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("target", "state"),
    [
        ("cold-homes", "off_track"),
        ("temporary-by-place", "met"),
        ("missed-bins-standard", "breached"),
        ("recycling-target", "on_track"),
        ("costs-down", "met"),
        ("calls-standard", "met"),
        ("rough-sleepers", "no_reading"),
        ("youth-trust", "not_measurable"),
    ],
)
def test_how_far_its_targets_are(plan: Plan, target: str, state: str) -> None:
    home = next(home for home in plan.targets() if home.target.id == target)
    assert progress_in(plan, home.target, DAY).state == state


def test_a_standard_counts_what_broke_it_and_a_place_decides(plan: Plan) -> None:
    targets = {home.target.id: home.target for home in plan.targets()}
    assert progress_in(plan, targets["missed-bins-standard"], DAY).breaches == 2
    latest = progress_in(plan, targets["temporary-by-place"], DAY).latest
    assert latest is not None
    assert latest.place in ("northgate", "harbour")


def test_what_is_late_is_found_whatever_kind_of_promise_it_is(plan: Plan) -> None:
    assert [str(one.address) for one in overdue(promises(plan), DAY)] == [
        "milestones/hospital-discharge",
        "milestones/family-hub-marsh",
        "milestones/care-leavers-offer",
        "milestones/apprentices-40",
        "milestones/licensing-scheme.checkpoints[1]",
        "milestones/hate-crime-line",
    ]


@pytest.mark.parametrize(
    ("command", "ids"),
    [
        (("milestones", "--where", "ward=North"), ["licensing-scheme"]),
        (("milestones", "--where", "cost=£1.2m"), ["temporary-block"]),
        (("targets", "--where", "portfolio=cllr quay, streets"), ["missed-bins-standard"]),
        (("milestones", "--lead", "hospital", "--text", "falls"), ["falls-service"]),
        (("milestones", "--place", "harbour"), ["temporary-block", "night-bus"]),
    ],
)
def test_its_own_words_are_asked_for(
    capsys: pytest.CaptureFixture[str], command: tuple[str, ...], ids: list[str]
) -> None:
    assert main([*command, "--format", "json", "--as-of", "2026-10-20", "--plan", str(PLAN)]) == 0
    assert sorted(row["id"] for row in json.loads(capsys.readouterr().out)) == sorted(ids)


@pytest.mark.parametrize("form", ["html", "md"])
def test_its_pages_say_what_each_audience_may_know(form: str) -> None:
    templates = Templates(PLAN / "templates", shipped_templates())
    public, internal = (templates.page("plan", Form(form), made(PLAN, audience, day=DAY)) for audience in AUDIENCES)
    for said in ("A landlord who may be asked", "Cllr Marsh, housing", "Open a hub for small businesses"):
        assert said in public
        assert said in internal
    for hidden in ("£240,000", "The new survey begins in November", "more replies than expected"):
        assert hidden not in public
        assert hidden in internal
    assert "Head of private housing" in public  # as `publish` says
