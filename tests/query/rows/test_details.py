"""Everything about one thing, as plain data."""

from typing import Any

import pytest

from jfp_cli.loading import load
from jfp_cli.query.details import details
from jfp_cli.query.rows import plain
from jfp_cli.query.things import find
from tests.conftest import EXAMPLE
from tests.query.building import day, plan_of

SOURCES = load(EXAMPLE).sources
PLAN = plan_of(EXAMPLE)


def said(written: str, on: str = "2026-11-21") -> dict[str, Any]:
    address, thing = find(PLAN, written)
    row: dict[str, Any] = plain(details(PLAN, address, thing, day(on), SOURCES.span))
    return row


def test_what_is_written_is_said_as_it_is_written_and_nothing_is_made_up() -> None:
    hub = said("elective-hub")
    assert hub["due"] == "September 2025"
    assert hub["moves"] == [
        {
            "from": "June 2025",
            "to": "September 2025",
            "date": "2025-05-10",
            "on": "2025-05-10",
            "because": "supplier delay",
            "agreed_by": "Board",
        }
    ]
    assert "checkpoints" not in hub


@pytest.mark.parametrize(
    ("milestone", "on", "standing"),
    [
        ("endoscopy-unit", "2026-11-21", ("2025-09-01", "2025-11-30", True, 356)),
        ("endoscopy-unit", "2025-11-30", ("2025-09-01", "2025-11-30", False, 0)),
        ("elective-hub", "2026-11-21", ("2025-09-01", "2025-09-30", False, 0)),
        ("exit-interviews", "2026-11-21", ("2026-04-01", None, False, 0)),
    ],
)
def test_a_milestone_says_how_it_stands_on_a_day(
    milestone: str, on: str, standing: tuple[str, str | None, bool, int]
) -> None:
    row = said(milestone, on)
    assert (row["first"], row["last"], row["overdue"], row["days_overdue"]) == standing


def test_a_milestone_without_status_has_the_key_all_the_same() -> None:
    assert said("patient-portal")["status"] is None


def test_a_target_says_its_latest_reading_and_what_the_line_asks_for_then() -> None:
    row = said("waiting-list-size", "2026-01-15")
    assert row["latest"] == {"at": "2025-12", "value": "139,000"}
    assert (row["expected"], row["progress"]) == ("138,400.9", "off_track")
    assert said("waiting-list-size", "2025-05-31")["progress"] == "no_reading"


def test_a_section_says_its_number_and_its_workstreams() -> None:
    section = said("elective-care")
    assert section["number"] == "1.1"
    assert [stream["id"] for stream in section["workstreams"]] == ["outpatients"]
    assert section["workstreams"][0]["indicators"][1]["target"] == "under 6%"


def test_a_word_of_a_vocabulary_is_its_text() -> None:
    place = said("north-town")
    assert place["text"] == "North Town"
    assert place["named_by"] == ["workstreams/outpatients", "milestones/elective-hub"]


def test_the_plan_names_its_first_month_as_people_do() -> None:
    assert said("plan")["year_starts"] == "April"


@pytest.mark.parametrize(
    ("thing", "place"),
    [
        ("elective-hub", "milestones/planned-care.yaml:4"),
        ("waiting-list-size", "sections/elective-care.yaml:28"),
        ("outpatients", "sections/elective-care.yaml:17"),
        ("estates", "enablers/estates.yaml:1"),
        ("14Z44", "plan.yaml:10"),
        ("plan", "plan.yaml:2"),
    ],
)
def test_everything_says_where_it_stands(thing: str, place: str) -> None:
    row = said(thing)
    assert f"{row['file']}:{row['line']}".endswith(f"plan/{place}")
