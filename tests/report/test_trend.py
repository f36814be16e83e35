"""The trend chart of milestones that moved, and what is drawn of it."""

import re
from datetime import date
from itertools import pairwise

import pytest

from jfp_cli.report.charts.scale import wide
from jfp_cli.report.charts.trend import trend_picture
from jfp_cli.report.document.trend import MOST, Known, Trend, TrendLine
from jfp_cli.values.calendar import Calendar

DAY = date(2026, 7, 1)
CALENDAR = Calendar()


def known(day: str | None, due: str, *, recorded: bool = True) -> Known:
    return Known(date.fromisoformat(day) if day else None, CALENDAR.date(due), recorded)


def drawn(*lines: TrendLine, more: int = 0, width: int | None = None) -> str:
    return str(trend_picture(Trend(DAY, lines, more), width).svg)


HUB = TrendLine("Open the hub", (known("2025-04-01", "June 2025"), known("2025-05-10", "March 2026")))
PORTAL = TrendLine(
    "Build the portal",
    (known(None, "March 2027"), known("2025-09-01", "May 2027", recorded=False), known("2026-01-10", "April 2027")),
)


def test_marks_stand_where_a_date_was_set_and_tell_by_shape_what_it_became() -> None:
    text = drawn(HUB, PORTAL)
    assert re.findall(r"<title>(\d\. [^<]*)</title>", text) == [
        "1. Open the hub: June 2025 since 1 April 2025",
        "1. Open the hub: March 2026 since 10 May 2025",
        "2. Build the portal: May 2027 since 1 September 2025, not recorded",
        "2. Build the portal: April 2027 since 10 January 2026",
    ]
    assert re.findall(r'<path class="([a-z ]+)"', text) == ["common", "concern", "concern hollow", "improvement"]


def test_a_legend_has_every_sort_of_mark_and_line_that_is_drawn_in_words() -> None:
    picture = trend_picture(Trend(DAY, (HUB, PORTAL), 0))
    assert [entry.words for entry in picture.legend] == [
        "first seen",
        "put off",
        "put off, not recorded",
        "brought forward",
        "when a milestone was due, as it was known on each day",
        "a line that meets this one falls due on that day",
    ]


def test_a_table_says_all_that_the_picture_shows_and_so_does_its_title() -> None:
    picture = trend_picture(Trend(DAY, (HUB, PORTAL), 0))
    assert [(row.sign, row.text) for row in picture.rows] == [("1", "Open the hub"), ("2", "Build the portal")]
    assert picture.rows[1].dates == (
        "March 2027 at first",
        "May 2027 since 1 September 2025, not recorded",
        "April 2027 since 10 January 2026",
    )
    assert "How the dates of 2 milestones moved. 1. Open the hub: June 2025, then March 2026; 2." in picture.svg


@pytest.mark.parametrize("same", [True, False])
def test_labels_never_touch(same: bool) -> None:
    lines = [
        TrendLine(
            f"Thing {at}", (known("2025-04-01", "June 2025"), known("2025-08-01", f"{'May' if same else month} 2026"))
        )
        for at, month in enumerate(
            ("May", "June", "May", "April", "June", "May", "July", "May", "May", "June", "May", "May")
        )
    ]
    text = drawn(*lines)
    signs = sorted(float(y) for y in re.findall(r'<text class="sign" x="100%" y="([\d.]+)"', text))
    assert len(signs) == MOST
    assert all(other - one > 14.9 for one, other in pairwise(signs))
    height = float(re.search(r'<svg class="control" role="img" width="100%" height="(\d+)"', text)[1])  # type: ignore[index]
    assert signs[0] > 0
    assert signs[-1] < height
    below = re.findall(r'<text class="tick" x="([\d.]+)%" y="\d+" text-anchor="(start|middle|end)"[^>]*>([^<]*)<', text)
    ends = []
    for x, anchor, label in below[-3:]:
        left = float(x) - {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * wide(label)
        ends.append((left, left + wide(label)))
    assert all(one[1] <= other[0] for one, other in pairwise(ends))


def test_nothing_is_drawn_beside_the_picture() -> None:
    text = drawn(HUB, PORTAL)
    assert all(0 <= float(x) <= 100 for x in re.findall(r'x[12]?="([-\d.]+)%"', text))


def test_a_picture_for_paper_stands_by_itself() -> None:
    text = drawn(HUB, width=640)
    assert 'xmlns="http://www.w3.org/2000/svg"' in text
    assert "var(" not in text
    assert "%" not in text
