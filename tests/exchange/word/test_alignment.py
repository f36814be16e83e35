"""Cells with several things in step: the date beside each."""

import pytest

from jfp_cli.exchange.word.alignment import in_step
from jfp_cli.exchange.word.blocks import Line


def lines(*texts: str) -> list[Line]:
    return [Line(text.removeprefix("* "), "cell", is_item=text.startswith("* ")) for text in texts]


def steps(things: tuple[str, ...], dates: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """The text, the date and the sub-heading of each."""
    return [
        (
            " ".join(line.text for line in step.lines),
            step.date.text if step.date else "",
            step.group.text if step.group else "",
        )
        for step in in_step(lines(*things), lines(*dates))
    ]


@pytest.mark.parametrize(
    ("things", "dates", "expected"),
    [
        (("Hub opens", "", "Ward opens"), ("May 2026", "", "", "June 2026"), ["May 2026", "June 2026"]),
        (("Hub opens", "Ward opens"), ("May 2026", "June 2026"), ["May 2026", "June 2026"]),
        (("Buildings:", "* Hub", "* Ward", "", "Staff"), ("May", "June", "", "July"), ["May", "June", "July"]),
        (("Buildings", "* Hub", "", "Staff", "* Nurses"), ("", "May", "", "", "June"), ["May", "June"]),
        (("North", "Open the hub", "", "Open the ward"), ("May", "", "June"), ["May", "June"]),
        (("Hub", "which is large", "", "Ward"), ("May", "", "June"), ["May", "June"]),
    ],
)
def test_each_thing_has_the_date_beside_it(
    things: tuple[str, ...], dates: tuple[str, ...], expected: list[str]
) -> None:
    assert [date for _, date, _ in steps(things, dates)] == expected


def test_a_heading_over_a_list_is_the_group_of_its_entries_alone() -> None:
    found = steps(("Buildings:", "* Hub", "* Ward", "", "Staff are trained"), ("May", "June", "July"))
    assert [group for _, _, group in found] == ["Buildings:", "Buildings:", ""]


def test_one_date_beside_a_list_with_a_lead_is_that_of_the_whole() -> None:
    assert steps(("Support in clinics for:", "* Asthma", "* Diabetes"), ("May",)) == [
        ("Support in clinics for: Asthma Diabetes", "May", "")
    ]


def test_a_line_that_must_be_a_heading_for_the_dates_to_fit_is_said_to_be_doubtful() -> None:
    found = in_step(lines("South", "Open the hub for everybody", "", "Open the ward"), lines("May", "", "June"))
    assert [step.lines[0].text for step in found] == ["Open the hub for everybody", "Open the ward"]
    assert all('"South" over it was read as a heading' in step.doubt for step in found)


def test_several_short_things_share_the_one_date_beside_them_and_that_is_said() -> None:
    found = in_step(lines("* Rota agreed", "* Rota live"), lines("May"))
    assert [(step.lines[0].text, step.date.text if step.date else "") for step in found] == [
        ("Rota agreed", "May"),
        ("Rota live", "May"),
    ]
    assert all("shares its date" in step.doubt for step in found)


def test_several_lines_beside_one_date_are_one_thing_and_that_is_said() -> None:
    (step,) = in_step(lines("Rota agreed", "Part of the surgical programme"), lines("May"))
    assert [line.text for line in step.lines] == ["Rota agreed", "Part of the surgical programme"]
    assert "were taken for one thing" in step.doubt


def test_things_that_no_count_pairs_have_the_date_at_their_height_and_that_is_said() -> None:
    found = in_step(
        lines("Open one hub in the north.", "", "Open one in the south.", "", "Close both."), lines("May", "", "June")
    )
    assert [step.date.text if step.date else "" for step in found] == ["May", "June", ""]
    assert {step.doubt for step in found} == {"3 lines stand beside 2 dates"}


def test_an_empty_cell_holds_nothing() -> None:
    assert in_step(lines(""), lines("May 2026")) == []
