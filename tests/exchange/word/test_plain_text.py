"""A plan that was saved or copied as plain text: the same comes of it as of the document."""

import pytest

from jfp_cli.exchange.word.blocks import Line, Table, lines_in
from jfp_cli.exchange.word.importing import Asked, plan_of
from jfp_cli.exchange.word.markers import clean
from jfp_cli.exchange.word.plain_text import read_text
from tests.exchange.word.imported import lost, plan_in

WITH_TABS = """\
Wolds Joint Forward Plan 2026-31

[bookmark: _Toc1]Introduction
The plan of the Wolds Integrated Care Board for the five years from 2026, with what we will do and by when.

1. [bookmark: _Toc2]Better care
1.1 [bookmark: _Toc3]Stroke
What will we do:
\t2026/27
\t2027-31
\tProgress indicators

\tRehabilitation: Open a gym at the hospital in the market town

Train six therapists
\t
\tMore people walk again

\tPrevention: Check blood pressure in barber shops

\tOffer checks in every pharmacy

\tBlood pressure checked in 40% of adults by March 2028



How will we know:
\u00b7 Fewer strokes
\u00b7 Time to a scan cut to 30 minutes by March 2029


2. [bookmark: _Toc4]Key milestones

\tArea
\tActivity
\tDate

\tStroke
\tGym open

Therapists trained
\tMay 2026

September 2026
"""
WITHOUT_MARKS = """\
Wolds Supporting Strategies 2026-31

Supporting change

These topics help us to deliver everything else that this plan of ours promises to people.

Buildings
Our buildings are old, and three of them will have been replaced by the end of this plan.

  1. A new clinic
  2. A new ward

Digital
Every record can be read wherever a patient is seen, and nobody types a thing twice.
"""


def test_cells_that_tabs_begin_stand_under_their_heads() -> None:
    plan = plan_in(plan_of(read_text(WITH_TABS), Asked("plan.txt")))
    assert plan.settings.title == "Wolds Joint Forward Plan 2026-31"
    assert [part.part for part in plan.settings.contents] == ["Better care"]
    first, second = plan.sections["stroke"].workstreams
    assert (first.title, second.title) == ("Rehabilitation", "Prevention")
    assert first.actions == {
        "2026/27": ("Open a gym at the hospital in the market town", "Train six therapists"),
    }
    assert second.actions["2027-31"] == ("Offer checks in every pharmacy",)
    assert first.indicators == ("More people walk again",)


@pytest.mark.parametrize("blank_lines", ["\n\n\n\n", "\n\n"])
def test_a_list_after_a_table_is_no_part_of_its_last_cell(blank_lines: str) -> None:
    text = WITH_TABS.replace("\n\n\n\nHow will", f"{blank_lines}How will")
    plan = plan_in(plan_of(read_text(text), Asked("plan.txt")))
    fewer, scans = plan.sections["stroke"].targets
    assert (fewer.statement, str(scans.target), str(scans.due)) == ("Fewer strokes", "30 minutes", "March 2029")


def test_a_table_of_milestones_in_a_text_is_in_step() -> None:
    plan = plan_in(plan_of(read_text(WITH_TABS), Asked("plan.txt")))
    milestones = plan.areas["stroke"].milestones
    assert [(one.activity, str(one.due)) for one in milestones] == [
        ("Gym open", "May 2026"),
        ("Therapists trained", "September 2026"),
    ]


def test_short_lines_over_texts_are_headings_where_nothing_is_marked() -> None:
    plan = plan_in(plan_of(read_text(WITHOUT_MARKS), Asked("plan.txt")))
    (part,) = plan.settings.contents
    assert (part.part, part.enablers) == ("Supporting change", ("buildings", "digital"))
    assert plan.enablers["buildings"].points[1:] == ("A new clinic", "A new ward")


def test_no_letter_of_a_text_is_lost() -> None:
    for text in (WITH_TABS, WITHOUT_MARKS):
        blocks = read_text(text)
        assert lost(lines_in(blocks), plan_of(blocks, Asked("plan.txt"))) == []


def test_bookmarks_are_no_text() -> None:
    assert all("bookmark" not in line.text for line in lines_in(read_text(WITH_TABS)))


def test_rows_copied_with_tabs_or_typed_with_bars_are_tables() -> None:
    tabbed, barred = (
        read_text("Milestone\tDue\nHub opens\tMay 2027\n"),
        read_text("| Milestone | Due |\n|---|---|\n| Hub opens | May 2027 |\n"),
    )
    for blocks in (tabbed, barred):
        (table,) = (block for block in blocks if isinstance(block, Table))
        assert [[cell.text for cell in row] for row in table.rows] == [["Milestone", "Due"], ["Hub opens", "May 2027"]]


def test_numbers_before_lines_make_headings_only_where_they_lead_on() -> None:
    blocks = read_text(
        "1. Prevention\n\n1.1 Smoking\nFewer people smoke than ever before in this place.\n\n1. Stop it\n2. Go on\n"
    )
    headings = [(line.number, line.level) for line in blocks if isinstance(line, Line) and line.level]
    assert headings == [("1", 1), ("1.1", 2)]


def test_what_no_file_of_a_plan_can_hold_is_left_out_of_a_text() -> None:
    assert clean("Open\ufdd4 the\uffff gym\x07") == "Open the gym"
