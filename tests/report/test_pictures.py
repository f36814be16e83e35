"""Where the marks, bars and lines of the pictures go, and what they say in words."""

from dataclasses import astuple
from datetime import date
from pathlib import Path

import pytest

from jfp_cli.report.document.milestones import MilestonesView
from jfp_cli.report.document.views import Track
from jfp_cli.report.pictures import MOST_MARKS, Timeline, bars, timeline
from jfp_cli.report.target_chart import BOTTOM, TOP, chart
from tests.conftest import SHIPPED, ChangePlan
from tests.report.pages import DAY, made


def drawn(milestones: MilestonesView, day: date = DAY) -> Timeline:
    picture = timeline(milestones, day.isoformat())
    assert picture
    return picture


def line(folder: Path, day: date = DAY) -> Track:
    [target] = made(folder, "internal", day=day).parts[0].sections[0].targets
    assert target.line
    return target.line


def dated(*days: str, status: str = "on_track") -> str:
    lines = [f"  - {{id: m{at}, activity: Do {at}, due: {day}, status: {status}}}" for at, day in enumerate(days)]
    return "\n".join(["area: workforce", "title: Workforce", "milestones:", *lines, ""])


def test_the_timeline_is_of_whole_financial_years(example: Path) -> None:
    picture = drawn(made(example).milestones)
    assert [astuple(year) for year in picture.years] == [(2025, 0.0), (2026, 50.0)]


def test_a_mark_stands_in_the_middle_of_the_quarter_of_its_last_day(change: ChangePlan) -> None:
    folder = change("milestones/workforce.yaml", dated("2025/26", "1 April 2026", "30 June 2026", "April 2026 onwards"))
    [_, lane] = drawn(made(folder).milestones).lanes
    assert [mark.x for mark in lane.marks] == [43.75, 56.25, 56.25, 56.25]


def test_marks_of_one_quarter_stand_below_each_other_those_overdue_first(change: ChangePlan) -> None:
    folder = change("milestones/workforce.yaml", dated("29 June 2026", "30 June 2026", "1 May 2026"))
    [_, lane] = drawn(made(folder, day=date(2026, 6, 15)).milestones, date(2026, 6, 15)).lanes
    assert [mark.kind for mark in lane.marks] == ["overdue", "on_track", "on_track"]
    assert [mark.y for mark in lane.marks] == [15, 30, 45]
    assert lane.marks[0].words == "1 May 2026: Do 2"
    assert lane.height > 45


def test_a_crowded_quarter_says_how_many_have_no_mark(change: ChangePlan) -> None:
    folder = change("milestones/workforce.yaml", dated(*["May 2027"] * 40))
    [_, lane] = drawn(made(folder).milestones).lanes
    [more] = lane.more
    assert len(lane.marks) == MOST_MARKS - 1
    assert len(lane.marks) + more.number == 40
    assert more.y > max(mark.y for mark in lane.marks)
    assert more.y < lane.height


def test_a_long_timeline_names_some_years_alone(change: ChangePlan) -> None:
    folder = change("milestones/workforce.yaml", dated("May 2025", "May 2099"))
    years = drawn(made(folder).milestones).years
    assert len(years) <= 8
    assert years[0].year == 2025


@pytest.mark.parametrize(
    ("day", "today"),
    [(date(2025, 4, 1), 0.0), (date(2026, 4, 1), 50.0), (date(2025, 3, 31), None), (date(2030, 1, 1), None)],
)
def test_the_line_for_as_of_is_there_where_the_timeline_holds_it(example: Path, day: date, today: float | None) -> None:
    assert drawn(made(example, day=day).milestones, day).today == today


def test_a_lane_says_in_words_what_it_shows(example: Path) -> None:
    lane = drawn(made(example).milestones).lanes[0]
    assert lane.words == (
        "Planned care: July to September 2025, 1 milestone; October to December 2025, 1 milestone, 1 overdue; "
        "January to March 2027, 1 milestone"
    )


def test_a_plan_without_milestones_has_no_pictures(change: ChangePlan) -> None:
    change("milestones/workforce.yaml", "area: workforce\ntitle: Workforce\n")
    folder = change("milestones/planned-care.yaml", "area: planned-care\ntitle: Planned care\n")
    milestones = made(folder).milestones
    assert timeline(milestones, DAY.isoformat()) is None
    assert bars(milestones) == ()


def test_no_status_is_drawn_where_none_is_shown(change: ChangePlan) -> None:
    folder = change("plan.yaml", "year_starts: April", "year_starts: April\npublish: {public: {hide: [status]}}")
    milestones = made(folder).milestones
    assert bars(milestones) == ()
    assert drawn(milestones).kinds == {"not_reported"}
    assert "overdue" not in drawn(milestones).lanes[0].words


def test_bars_are_as_long_as_their_milestones_are_many(example: Path) -> None:
    care, workforce = bars(made(example).milestones)
    assert [(segment.status, segment.number) for segment in care.segments] == [
        ("overdue", 1),
        ("complete", 1),
        ("not_reported", 1),
    ]
    assert sum(segment.width for segment in care.segments) == pytest.approx(100, abs=0.1)
    assert sum(segment.width for segment in workforce.segments) == pytest.approx(200 / 3, abs=0.1)
    assert [segment.x for segment in care.segments] == [0, 33.33, 66.67]
    assert care.words == "1 overdue, 1 complete, 1 not reported"


def test_a_chart_goes_from_the_baseline_through_the_trajectory_to_the_target(example: Path) -> None:
    picture = chart(line(example))
    way = [point for point in picture.points if point.kind != "reading"]
    assert [point.figure for point in way] == ["150,000", "134,140", "92,300"]
    assert [way[0].x, way[-1].x] == [0, 100]
    assert [way[0].y, way[-1].y] == [TOP, BOTTOM]
    assert [(stroke.x2, stroke.y2) for stroke in picture.way] == [(point.x, point.y) for point in way[1:]]
    assert picture.words == (
        "From 150,000 (April 2025) to 134,140 (March 2026), then 92,300 (March 2029); "
        "latest reading 133,000 (June 2026)"
    )


def test_a_figure_stands_on_the_side_that_its_line_leaves_free(example: Path) -> None:
    points = [point for point in chart(line(example)).points if point.kind != "reading"]
    assert [(point.align, point.below) for point in (points[0], points[-1])] == [("start", False), ("end", True)]


def test_what_would_touch_another_text_has_none(change: ChangePlan) -> None:
    crowd = ", ".join(
        f'{{target: "13{at},000", due: {month} 2026}}' for at, month in enumerate(("March", "May", "July"))
    )
    folder = change("sections/elective-care.yaml", '{target: "134,140", due: March 2026}', crowd)
    picture = chart(line(folder))
    assert [date.text for date in picture.dates] == ["April 2025", "March 2029"]
    named = [point.figure for point in picture.points if point.named]
    assert {"150,000", "92,300", "133,000"} < set(named)
    assert len(named) < len(picture.points)
    assert "132,000 (July 2026)" in picture.words


def test_a_chart_shows_the_readings_up_to_as_of(example: Path) -> None:
    before, after = chart(line(example, date(2025, 8, 1))), chart(line(example, date(2026, 8, 1)))
    assert [sum(point.kind == "reading" for point in picture.points) for picture in (before, after)] == [1, 3]
    assert [len(picture.readings) for picture in (before, after)] == [0, 2]
    assert before.today is not None
    assert after.today is not None
    assert before.today < after.today


def test_everything_of_the_shipped_plan_stands_within_its_picture() -> None:
    document = made(SHIPPED)
    picture = drawn(document.milestones)
    marks = [mark for lane in picture.lanes for mark in lane.marks]
    assert len(marks) == document.counts.milestones
    assert all(0 <= mark.x <= 100 for mark in marks)
    assert all(mark.y < lane.height for lane in picture.lanes for mark in lane.marks)
