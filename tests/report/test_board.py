"""The paper for the board: what it tells of which part of a plan, and since when."""

from datetime import date
from pathlib import Path

import pytest

from jfp_cli.query.filters import Filters
from jfp_cli.report.document.board import Board
from jfp_cli.report.papers import WHOLE, Scope, document_for
from tests.borough.test_borough import PLAN as BOROUGH
from tests.conftest import SHIPPED, ChangePlan
from tests.report.pages import FORMS, page, read
from tests.report.reported import reported

DAY = date(2026, 7, 1)
MONTHS = [*(f"2025-{month:02}" for month in range(4, 13)), *(f"2026-{month:02}" for month in range(1, 7))]
FAILING = "id: waiting-list-size\ntitle: Open elective pathways\nbetter: lower\nreadings:\n" + "".join(
    f'  - {{at: {month}, value: "{148_000 + at % 3 * 100:,}"}}\n' for at, month in enumerate(MONTHS)
)


def board(folder: Path, day: date = DAY, filters: Filters = WHOLE.filters, since: date | None = None) -> Board:
    paper = document_for("board", read(folder), day, "internal", scope=Scope(filters, since)).paper
    assert isinstance(paper, Board)
    return paper


def words(paper: Board) -> dict[str, str]:
    return {headline.title: headline.words for headline in paper.headlines}


def test_headlines_count_what_came_about_since_a_month_before(example: Path) -> None:
    told = words(board(example))
    assert told["Overdue"] == (
        "5 milestones and 3 other dated promises as of 1 July 2026: 1 overdue, 1 past the date with no update."
    )
    assert told["Came due"] == "1 promise came due since 1 June 2026; it is still open."
    assert told["Completed"] == "Nothing was reported complete since 1 June 2026."
    assert told["Slipped"] == "No date was moved later since 1 June 2026."


def test_headlines_count_since_another_day(example: Path) -> None:
    told = words(board(example, since=date(2025, 5, 1)))
    assert told["Slipped"] == "1 date was moved later since 1 May 2025, by 92 days."
    assert told["Completed"] == "1 promise was completed since 1 May 2025."


def test_what_was_completed_late_is_said(change: ChangePlan) -> None:
    folder = change("milestones/planned-care.yaml", "completed: 2025-09-20", "completed: 2025-10-02")
    told = words(board(folder, since=date(2025, 5, 1)))
    assert told["Completed"] == "1 promise was completed since 1 May 2025, after its date."


def test_a_forecast_later_than_promised_counts_as_slipping(change: ChangePlan) -> None:
    folder = change("milestones/planned-care.yaml", "due: March 2027", "due: March 2027\n    forecast: May 2027")
    assert words(board(folder))["Slipped"].endswith("; 1 open promise is forecast for later than promised.")


def test_what_moved_stands_with_its_reason(example: Path) -> None:
    [move] = board(example, since=date(2025, 5, 1)).moves
    assert (move.promise.id, move.before.text, move.after.text) == ("elective-hub", "June 2025", "September 2025")
    assert move.days == 92
    assert (move.because, move.agreed_by) == ("supplier delay", "Board")
    assert board(example).moves == ()


def test_overdue_and_soon_have_owners_and_the_words_of_the_plan(change: ChangePlan) -> None:
    folder = change("plan.yaml", "title: ", "statuses: {at_risk: {label: Amber}}\ntitle: ")
    paper = board(folder)
    late = {one.id: (one.owner, one.status_words) for one in paper.overdue}
    assert late["endoscopy-unit"] == ("Planned care lead", "Amber")


def test_a_target_whose_readings_are_of_other_places_is_told_apart(change: ChangePlan) -> None:
    assert words(board(change("measures/waiting-list-size.yaml", FAILING)))["Awaiting readings"] == (
        "1 target without any reading."
    )
    of_a_place = FAILING.replace("value:", "place: south-vale, value:")
    assert words(board(change("measures/waiting-list-size.yaml", of_a_place)))["Awaiting readings"] == (
        "1 target without any reading and 1 target with readings of other places alone."
    )


def test_a_measure_that_consistently_misses_is_drawn_and_told(change: ChangePlan) -> None:
    paper = board(change("measures/waiting-list-size.yaml", FAILING))
    assert [one.title for one in paper.drawn] == ["Open elective pathways"]
    assert words(paper)["Not held"] == "1 measure consistently misses a target: Open elective pathways."
    text = page(change("measures/waiting-list-size.yaml", FAILING), "board", "html", day=DAY)
    assert 'class="control"' in text
    assert "Consistently misses" in text


def test_a_measure_in_which_nothing_happens_is_listed_and_not_drawn(example: Path) -> None:
    paper = board(example)
    assert [one.latest for one in paper.measures] == ["133,000"]
    assert paper.drawn == ()


@pytest.mark.parametrize(
    ("filters", "scope"),
    [
        (Filters(areas=("planned-care",)), ("Area: Planned care",)),
        (Filters(places=("north-town",)), ("Place: North Town",)),
    ],
)
def test_the_paper_of_a_part_says_so_and_has_no_other(example: Path, filters: Filters, scope: tuple[str, ...]) -> None:
    paper = board(example, filters=filters)
    assert paper.scope == scope
    assert [area.entity.area for area in paper.milestones.areas] == ["planned-care"]


def test_areas_begin_with_those_that_have_most_overdue() -> None:
    late = [area.counts.overdue for area in board(SHIPPED, date(2026, 11, 21)).milestones.areas]
    assert late == sorted(late, reverse=True)
    assert late[0] > 1


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("folder", [SHIPPED, BOROUGH])
def test_every_part_of_the_paper_has_its_place_in_both_formats(form: str, folder: Path) -> None:
    text = page(folder, "board", form, day=date(2026, 11, 21))
    titles = ["Where the plan stands", "Milestones by area", "Next 90 days", "Overdue, with owners", "What moved"]
    places = [text.index(title) for title in titles]
    assert places == sorted(places)


def test_the_first_side_takes_as_many_areas_as_it_has_lines_for() -> None:
    whole = board(SHIPPED, date(2026, 11, 21))
    assert whole.first_areas == len(whole.milestones.areas)


def test_areas_beyond_the_first_side_stand_apart_in_markdown_too(tmp_path: Path) -> None:
    folder, day = reported(tmp_path), date(2026, 11, 21)
    paper = board(folder, day)
    parts = page(folder, "board", "md", audience="internal", day=day).split("\n## ")
    rows = {part.splitlines()[0]: sum(line.startswith("| ") for line in part.splitlines()) - 2 for part in parts}
    assert rows["Milestones by area"] == paper.first_areas
    assert rows["Other areas"] == len(paper.milestones.areas) - paper.first_areas
    assert "## Other areas" not in page(SHIPPED, "board", "md", audience="internal", day=day)
