"""What an answer comes to, in one sentence."""

from typing import Any

import pytest

from jfp_cli.measures.progress import NO_DATE, OTHER_PLACES, Progress
from jfp_cli.model.plan import Plan
from jfp_cli.query import sentences
from jfp_cli.query.filters import Filters
from jfp_cli.query.promises import due
from jfp_cli.query.search import search
from jfp_cli.query.targets import tracked
from tests.conftest import EXAMPLE
from tests.query.building import day, in_area, milestone, plan_of

TODAY = day("2026-11-21")


@pytest.fixture(scope="module")
def plan() -> Plan:
    return plan_of(EXAMPLE)


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 milestones"), (1, "1 milestone"), (2, "2 milestones"), (1234, "1,234 milestones")]
)
def test_a_number_with_its_noun(number: int, said: str) -> None:
    assert sentences.counted(number, "milestone") == said


@pytest.mark.parametrize(
    ("milestones", "said"),
    [
        ([], "0 of 0 milestones overdue as of 21 November 2026; 0 have no status reported"),
        (
            [milestone("March 2025")],
            "1 of 1 milestone overdue as of 21 November 2026; 1 has no status reported",
        ),
        (
            [milestone("March 2025", status="at_risk"), milestone("March 2027")],
            "1 of 2 milestones overdue as of 21 November 2026; 1 has no status reported",
        ),
        (
            [milestone("March 2027", status="on_track", checkpoints=[{"due": "March 2026", "activity": "Half"}])],
            "0 of 1 milestone overdue as of 21 November 2026, and 1 of 1 other promise; 0 have no status reported",
        ),
    ],
)
def test_how_many_are_overdue(milestones: list[Any], said: str) -> None:
    kept = in_area(*milestones)
    assert sentences.overdue_sentence(kept, TODAY) == said


def test_how_many_milestones_there_are(plan: Plan) -> None:
    kept = Filters().promises(plan, ["milestones"])
    assert sentences.milestones_sentence(kept, TODAY) == (
        "5 milestones; 1 overdue as of 21 November 2026; 2 have no status reported"
    )


def test_how_many_dates_fall_due() -> None:
    until = day("2027-02-19")
    coming = due(in_area(milestone("January 2027")), TODAY, until)
    assert sentences.due_sentence(coming, TODAY, until) == "1 date from 21 November 2026 to 19 February 2027"


def test_how_many_targets_are_in_each_state(plan: Plan) -> None:
    rows = tracked(plan, plan.targets(), TODAY)
    assert sentences.targets_sentence(rows, TODAY) == (
        "3 targets as of 21 November 2026: 1 no reading, 1 off track, 1 not measurable (it has no figure)"
    )
    [read, *_] = [row for row in rows if row.progress.state == "off_track"]
    elsewhere = read._replace(progress=Progress("no_reading", reason=OTHER_PLACES))
    assert sentences.targets_sentence([*rows, elsewhere], TODAY).startswith(
        "4 targets as of 21 November 2026: 2 no reading (1 because its measure has readings of other places alone), "
        "1 off track, 1 not measurable ("
    )
    undated = read._replace(progress=Progress("not_measurable", reason=NO_DATE))
    assert sentences.targets_sentence([undated], TODAY).endswith("1 not measurable (it has no date)")
    assert sentences.targets_sentence([], TODAY) == "0 targets as of 21 November 2026"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["supplier"], "1 place"),
        (["elective"], "4 places"),
        (["portal", "hub"], "nothing holds both words; 3 places with 1 of them"),
        (["open", "endoscopy", "zebra"], "nothing holds all 3 words; 1 place with 2 of them"),
        (["zebra"], "nothing in the plan holds these words"),
    ],
)
def test_what_a_search_found(plan: Plan, words: list[str], said: str) -> None:
    assert sentences.search_sentence(search(plan, words), words) == said


def test_what_a_valid_plan_holds(plan: Plan) -> None:
    assert sentences.plan_sentence(plan) == (
        "the plan is valid: 2 sections, 2 workstreams, 3 targets, 2 areas, 5 milestones, 1 enabler"
    )
