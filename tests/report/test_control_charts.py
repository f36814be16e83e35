"""The picture of a measure: what is drawn where, and what is said around it."""

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from jfp_cli.measures.assurance import ASSURANCES
from jfp_cli.measures.spc import VARIATIONS, Point, Rebase, chart
from jfp_cli.report.charts.control import drawing, ranges
from jfp_cli.report.charts.file import chart_file
from jfp_cli.report.charts.icons import icon
from jfp_cli.report.charts.lanes import lanes
from jfp_cli.report.charts.measured import Aim, Measured
from jfp_cli.report.charts.picture import multiples, picture
from jfp_cli.report.charts.remarks import noted
from jfp_cli.report.charts.scale import Days, Levels, dates, named, spread, wide
from jfp_cli.report.charts.svg import Line, Mark, Part, Text, outline
from tests.measures.series import STEADY, drawn, month, monthly
from tests.report.measured import pictures, several, steady, waiting

HEIGHT = 200


def parts(measured: Measured) -> list[Part]:
    return drawing(measured, ranges(measured), HEIGHT, noted(measured))[0]


def lines(measured: Measured, ink: str) -> list[Line]:
    return [part for part in parts(measured) if isinstance(part, Line) and part.ink == ink]


def marks(measured: Measured) -> list[Mark]:
    return [part for part in parts(measured) if isinstance(part, Mark)]


def texts(measured: Measured, ink: str) -> list[Text]:
    return [part for part in parts(measured) if isinstance(part, Text) and part.ink == ink]


def test_a_point_has_a_colour_and_a_shape_by_its_variation() -> None:
    measured = Measured("A", drawn([*STEADY, 90, 10], "higher"))
    assert [mark.kind for mark in marks(measured)[-2:]] == ["improvement", "concern"]
    kinds = ("common", "improvement", "concern", "neutral")
    assert len({outline(kind, 1, 4) for kind in kinds}) == len(kinds)  # type: ignore[arg-type]
    assert outline("improvement", 1, 4) != outline("improvement", -1, 4)


def test_what_is_left_out_is_crossed_and_what_is_provisional_hollow() -> None:
    found = [(mark.hollow, mark.crossed) for mark in marks(waiting())]
    assert found.count((False, True)) == 1
    assert found.count((True, False)) == 1
    assert "left out" in next(mark.words for mark in marks(waiting()) if mark.crossed)


def test_higher_is_further_up_and_later_further_right() -> None:
    one, other = marks(Measured("A", drawn([1, 2], None)))
    assert one.x < other.x
    assert one.y > other.y


def test_limits_go_from_the_first_point_of_a_stretch_to_its_last() -> None:
    measured = Measured("A", drawn([*STEADY, *[value + 20 for value in STEADY]], "higher", 13))
    places = [mark.x for mark in marks(measured)]
    means = lines(measured, "mean")
    assert [
        (line.x1 < places[start], line.x2 > places[end])
        for line, (start, end) in zip(means, [(0, 12), (13, 25)], strict=True)
    ] == [(True, True)] * 2
    assert means[0].x2 < places[13]
    assert means[1].x1 > places[12]
    assert len(lines(measured, "limit")) == 4
    assert len(lines(Measured("A", drawn(STEADY[:12])), "early")) == 2


def test_a_missing_month_is_a_gap_in_the_line() -> None:
    whole = Measured("A", drawn(STEADY))
    points = monthly(STEADY)
    assert len(lines(whole, "series")) == 12
    assert len(lines(Measured("A", chart([*points[:5], *points[6:]])), "series")) == 10
    left_out = Measured("A", chart(monthly(STEADY, {5: "wrong"})))
    assert len(lines(left_out, "series")) == 10


@pytest.mark.parametrize(("every", "days"), [("week", 7), ("month", 30), ("quarter", 91), ("year", 365)])
def test_readings_a_period_apart_are_joined(every: str, days: int) -> None:
    apart = [Point(date.fromordinal(738_000 + at * days), Decimal(at)) for at in (0, 1, 3)]
    assert len(lines(Measured("A", chart(apart), "", every), "series")) == 1  # type: ignore[arg-type]


def test_a_target_goes_across_and_its_way_leads_to_it() -> None:
    measured = steady()
    [aim] = lines(measured, "aim")
    assert aim.y1 == aim.y2
    assert aim.x2 == 100
    way = lines(waiting(), "way")
    assert way
    assert all(line.y1 < line.y2 for line in way)


def test_what_lies_ahead_takes_a_third_of_the_picture_at_most() -> None:
    shown = ranges(waiting())
    readings = [judged.point.at for judged in waiting().chart.points]
    assert shown.first == readings[0]
    assert (shown.last - readings[-1]) <= (readings[-1] - readings[0]) / 2


def test_a_target_without_a_way_to_it_takes_no_room_ahead() -> None:
    alone = Aim("target 92% by March 2029", Decimal(92), ((month(59), Decimal(92)),))
    measured = Measured("A", drawn(STEADY, "higher"), "%", aims=(alone,))
    assert lines(measured, "way") == []
    assert ranges(measured).last == month(12)


def test_nothing_is_drawn_beyond_bounds() -> None:
    values = [97, 99, 96, 98, 99, 97, 98, 96, 99, 97, 98, 99, 97, 98]
    free = Measured("A", drawn(values, "higher"), "%")
    bound = Measured("A", drawn(values, "higher"), "%", bounds=(Decimal(0), Decimal(100)))
    assert len(lines(free, "limit")) == 2
    assert len(lines(bound, "limit")) == 1  # the upper one is above 100%
    assert bound.chart == free.chart
    outlier = Measured("A", drawn([*STEADY, 180, 50]), "%", bounds=(Decimal(0), Decimal(100)))
    assert len(marks(outlier)) == 14
    heights = [height for part in parts(outlier) if isinstance(part, Line) for height in (part.y1, part.y2)]
    top = min(line.y1 for line in lines(outlier, "grid"))
    assert min(heights) >= top
    assert "1 reading lies beyond what is drawn." in picture(outlier).remarks
    assert not [remark for remark in picture(bound).remarks if remark.startswith("The limits")]  # one of them is drawn


def test_limits_that_both_lie_beyond_bounds_are_said() -> None:
    narrow = Measured("A", drawn([1, -2, 3, -3, 2, 0, 4, -1, 2, -2, 3, 1, 0]), "%", bounds=(Decimal(-5), Decimal(5)))
    assert lines(narrow, "limit") == []
    assert "The limits -9.4% to 10.6% lie beyond what is drawn." in picture(narrow).remarks


def test_a_rebase_has_a_line_and_a_letter_and_its_reason_in_the_key() -> None:
    measured = Measured("Three at once", drawn([*STEADY, *[30] * 8], "higher", 4, 5, 6))
    assert len(lines(measured, "rebase")) == 3
    assert [text.text for text in texts(measured, "sign")] == ["A", "B", "C"]
    key = [(str(entry.sign), entry.words) for entry in picture(measured).key]
    assert key[0] == ("A", "Aug 2024: change 4")


def test_notes_have_numbers_that_the_key_explains() -> None:
    key = [(str(entry.sign), entry.words) for entry in picture(waiting()).key]
    assert key == [
        ("A", "May 2025: community waits are counted elsewhere"),
        ("1", "Jul 2024: note 3"),
        ("2", "Feb 2025: left out: half of the month is missing"),
    ]
    assert sorted(text.text for text in texts(waiting(), "sign")) == ["1", "2", "A"]


def test_more_rebases_than_letters_have_two() -> None:
    turns = [Rebase(month(at), "again") for at in range(28)]
    signs = [sign.sign for sign in noted(Measured("A", chart(monthly(range(30)), None, turns)))]
    assert signs[25:] == ["Z", "AA", "AB"]


@given(places=some.lists(some.floats(0, 100), max_size=40))
def test_labels_of_one_row_never_touch(places: list[float]) -> None:
    placed = lanes((str(at), x) for at, x in enumerate(places))
    assert len(placed) == len(places)
    for one, other in combinations(placed, 2):
        if one.row == other.row:
            assert abs(one.x - other.x) >= (wide(one.text) + wide(other.text)) / 2 - 1e-9


@settings(deadline=None)
@given(
    steps=some.lists(some.integers(1, 400), min_size=0, max_size=60), every=some.sampled_from(("week", "month", "year"))
)
def test_dates_below_never_touch(steps: list[int], every: str) -> None:
    days = [date(2015, 1, 31)]
    for step in steps:
        days.append(date.fromordinal(days[-1].toordinal() + step))
    placed = list(dates(days, Days(days[0], days[-1], 20, 97.5), every))
    assert placed[0][1] == named(days[0], every)
    spans = [
        {"start": (x, x + wide(name)), "end": (x - wide(name), x), "middle": (x - wide(name) / 2, x + wide(name) / 2)}[
            anchor
        ]
        for x, name, anchor in placed
    ]
    assert all(one[1] <= other[0] + 1e-9 for one, other in pairwise(spans))


def test_money_that_is_read_in_millions_is_written_in_them() -> None:
    read = ["2860000000", "3200000000", "2500000000", "-1700000", "3000000000"]
    shown = picture(Measured("Spent", drawn(read, "lower"), "£", aims=(Aim("target £3bn", Decimal(3_000_000_000)),)))
    assert [row.value for row in shown.rows] == ["£3,000m", "-£1.7m", "£2,500m", "£3,200m", "£2,860m"]
    assert (shown.rows[0].mean, shown.rows[0].upper) == ("£2,312m", "£6,663m")
    labels = [label.text for label in texts(Measured("Spent", drawn(read, "lower"), "£"), "tick")]
    assert {"£0m", "£2,000m"} <= set(labels)
    odd = picture(Measured("Spent", drawn([*read, "2860000001"], "lower"), "£"))
    assert odd.rows[0].value == "£2,860,000,001"


@pytest.mark.parametrize(
    ("day", "every", "name"),
    [
        (date(2026, 3, 31), "year", "2025/26"),
        (date(2000, 3, 31), "year", "1999/00"),
        (date(2025, 12, 31), "year", "2025"),
        (date(2026, 3, 31), "quarter", "Mar 2026"),
        (date(2026, 3, 29), "week", "29 Mar 2026"),
    ],
)
def test_a_day_is_named_by_how_often_is_read(day: date, every: str, name: str) -> None:
    assert named(day, every) == name


@given(low=some.decimals(-10_000, 10_000, places=3), span=some.decimals("0.001", 1_000_000, places=3))
def test_ticks_are_round_and_few(low: Decimal, span: Decimal) -> None:
    levels = Levels(Fraction(low), Fraction(low) + Fraction(span), 0, 1)
    ticks = levels.ticks()
    assert 2 <= len(ticks) <= 7
    assert all(levels.low <= tick <= levels.high for tick in ticks)
    steps = {other - one for one, other in pairwise(ticks)}
    assert len(steps) == 1
    assert str(steps.pop().normalize().as_tuple().digits) in ("(1,)", "(2,)", "(5,)")


@pytest.mark.parametrize(
    ("levels", "bounds", "low", "high"),
    [
        ((0, 100), None, "-5", "105"),
        ((100,), None, "95", "105"),
        ((0,), None, "-1", "1"),
        ((90, 100), (0, 100), "89.5", "100"),
        ((200,), (0, 100), "0", "100"),
    ],
)
def test_what_is_shown_holds_everything_with_some_room_but_nothing_beyond_bounds(
    levels: Sequence[int], bounds: tuple[int, int] | None, low: str, high: str
) -> None:
    ends = bounds and (Fraction(bounds[0]), Fraction(bounds[1]))
    assert spread([Fraction(level) for level in levels], ends) == (Fraction(low), Fraction(high))


@pytest.mark.parametrize("at", range(len(several())))
def test_a_picture_by_itself_is_well_formed_and_carries_its_paint(at: int) -> None:
    text = str(picture(several()[at], 640).svg)
    root = ET.fromstring(text)  # noqa: S314 - our own
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("viewBox") == f"-10 -10 660 {root.get('height')}"
    assert root.get("width") == "660"
    assert root[0].tag.endswith("title")
    assert root[0].text
    assert "%" not in "".join(
        value for element in root.iter() if element is not root[1] for value in element.attrib.values()
    )
    for element in root.iter():
        tag = element.tag.rpartition("}")[2]
        if tag == "line":
            assert element.get("stroke")
        elif tag in ("text", "path", "rect"):
            assert element.get("fill")
    assert not {"style", "use", "script", "clipPath", "image"} & {
        element.tag.rpartition("}")[2] for element in root.iter()
    }


def test_a_file_of_its_own_has_everything_in_it() -> None:
    text = chart_file(waiting())
    root = ET.fromstring(text)  # noqa: S314 - our own
    said = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert said[0] == "Open elective pathways"
    shown = picture(waiting())
    for words in (
        *(badge.words for badge in shown.badges),
        *(entry.words for entry in (*shown.legend, *shown.key)),
        *shown.remarks,
    ):
        assert words in said
    heights = [float(element.get("y", 0)) for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert max(heights) < float(root.get("height", 0)) - 10


@given(words=some.text("abcdefghi MW%", min_size=1, max_size=300), width=some.integers(200, 900))
def test_texts_of_a_file_are_broken_where_they_would_end_outside(words: str, width: int) -> None:
    measured = Measured(words, drawn(STEADY, "higher"))
    root = ET.fromstring(chart_file(measured, width))  # noqa: S314 - our own
    lines = [element for element in root.iter("{http://www.w3.org/2000/svg}text") if element.get("class") == "title"]
    assert "".join("".join((line.text or "").split()) for line in lines).startswith("".join(words.split()))


def test_a_picture_in_a_page_is_as_wide_as_there_is_room() -> None:
    text = str(picture(steady()).svg)
    assert text.startswith('<svg class="control" role="img" width="100%"')
    assert "viewBox" not in text.partition(">")[0]


def test_texts_of_a_plan_are_escaped() -> None:
    points = [*monthly(STEADY)[:-1], Point(month(12), Decimal(50), note="<b>&\x0b")]
    shown = picture(Measured("<script>\x1b", chart(points, "higher"), "<beds>", aims=(Aim("<i>", Decimal(55)),)), 640)
    assert "<script>" not in shown.svg
    assert "<beds>" not in shown.svg
    ET.fromstring(str(shown.svg))  # noqa: S314 - our own


def test_the_words_say_what_the_picture_shows() -> None:
    assert picture(steady()).words == (
        "Seen within four hours: 14 readings from Apr 2024 to May 2025; latest 60% (May 2025), improving, higher; "
        "mean 50.9%; limits 46.1% to 55.8%; standard 55%."
    )


def test_icons_stand_with_words() -> None:
    assert [(badge.kind, badge.words) for badge in picture(steady()).badges] == [
        ("improvement", "Improving, higher"),
        ("common", "Sometimes meets, sometimes misses 55%"),
    ]
    assert [badge.words for badge in picture(steady(aim=80)).badges][1] == "Consistently misses 80%"
    assert len({str(icon(said)) for said in (*VARIATIONS, *ASSURANCES)}) == len(VARIATIONS) + len(ASSURANCES)


def test_what_cannot_be_told_is_said_in_words() -> None:
    alone = picture(Measured("A", drawn(STEADY[:5], None)))
    assert alone.remarks == (
        "No direction is better, so a change is neither an improvement nor a concern.",
        "There is no target for this measure.",
        "The limits are provisional: fewer than thirteen readings count for them.",
        "Outliers screened: yes.",
    )
    few, unfixed = (picture(Measured("A", drawn(STEADY, fix=fix))).remarks for fix in (3, 14))
    assert "The limits are provisional: fewer than thirteen readings count for them." in few
    assert "The limits are provisional: there are fewer readings yet than they are to be fixed after." in unfixed
    assert "One reading alone has no limits." in picture(Measured("A", drawn([5]))).remarks
    left_out = picture(Measured("A", chart(monthly([5], {0: "wrong"}), "higher")))
    assert left_out.remarks == ("There is no target for this measure.", "Outliers screened: yes.")
    short = drawn(STEADY[:5], "higher")
    early = Measured("A", short, "%", aims=(Aim("standard 95%", Decimal(95), (), "95%", None),))
    assert picture(early).remarks[0] == "Too early to say whether it meets 95%."
    foretold = "it will not reach 92% by March 2029 without a change"
    ahead = Aim("target 92% by March 2029", Decimal(92), forecast=foretold)
    assert picture(Measured("A", drawn(STEADY, "higher"), "%", aims=(ahead,))).remarks[0] == (
        "It will not reach 92% by March 2029 without a change."
    )
    unscreened = Measured("A", chart(monthly(STEADY), "higher", screen=False), season="There is a yearly pattern.")
    assert picture(unscreened).remarks[-2:] == ("There is a yearly pattern.", "Outliers screened: no.")


def test_the_table_has_every_reading_the_latest_first() -> None:
    rows = picture(steady()).rows
    assert len(rows) == 14
    first = rows[0]
    assert (first.at, first.value, first.mean, first.lower, first.upper) == (
        "May 2025",
        "60%",
        "50.9%",
        "46.1%",
        "55.8%",
    )
    assert first.said == "improving, higher: outside the limits"
    left_out = next(row for row in picture(waiting()).rows if "left out" in row.said)
    assert left_out.said == "left out: half of the month is missing"


def test_the_legend_has_what_is_drawn_and_no_more() -> None:
    said = [entry.words for entry in picture(steady()).legend]
    assert said == ["no significant change", "improving, higher", "mean 50.9%", "limits 46.1% to 55.8%", "standard 55%"]
    said = [entry.words for entry in picture(waiting()).legend]
    assert {"left out of limits and rules", "provisional reading", "the way to the target"} <= set(said)


def test_places_share_days_and_levels() -> None:
    one, other = steady("West Essex"), steady("East", 8)
    small = multiples([one, other])
    assert [shown.title for shown in small] == ["West Essex", "East"]
    alike = [[text.text for text in scale(shown.svg)] for shown in small]
    assert alike[0] == alike[1]
    assert not small[0].legend
    flat = multiples([Measured("Small", drawn([1, 2, 1])), Measured("Large", drawn([10_000, 90_000, 50_000]))])
    assert str(flat[0].svg) != str(flat[1].svg)
    assert [text.text for text in scale(flat[0].svg)] != [text.text for text in scale(flat[1].svg)]
    assert multiples([]) == ()


def scale(text: str) -> Sequence[ET.Element]:
    return [element for element in ET.fromstring(text).iter("text") if element.get("text-anchor") == "end"]  # noqa: S314


@pytest.mark.parametrize(
    ("readings", "level", "written"),
    [
        (("1", "2"), "1.94444", "1.9"),
        (("1", "2"), "54", "54"),
        (("1", "2"), "1946858.4166", "1,946,858"),
        (("90.04", "90.2"), "88.47125", "88.47"),
        (("0.00052", "0.00061"), "0.000564444", "0.000564"),
        (("1", "2"), "-3.01138", "-3"),
    ],
)
def test_a_mean_has_four_digits_and_one_place_more_than_its_readings_at_most(
    readings: tuple[str, str], level: str, written: str
) -> None:
    measured = Measured("A", drawn(readings))
    assert measured.about(Fraction(level)) == written


@pytest.mark.parametrize("values", [("1e20", "100000000000000000001"), ("1e-9", "2e-9"), ("-1e18", "1e18"), ("0", "0")])
def test_levels_of_any_size_can_be_drawn(values: tuple[str, str]) -> None:
    points = [Point(month(at), Decimal(value)) for at, value in enumerate(values)]
    assert len(marks(Measured("A", chart(points)))) == 2


def test_every_kind_of_measure_has_a_picture() -> None:
    assert [shown.title for shown in pictures()] == [measured.title for measured in several()]


@settings(deadline=None, max_examples=60)
@given(
    values=some.lists(some.decimals(-1000, 1000, places=2), min_size=1, max_size=40),
    bounds=some.none() | some.tuples(some.integers(-500, 0), some.integers(1, 500)),
    target=some.decimals(-2000, 2000, places=1),
)
def test_everything_drawn_stands_within_the_picture(
    values: list[Decimal], bounds: tuple[int, int] | None, target: Decimal
) -> None:
    points = [Point(month(at), value) for at, value in enumerate(values)]
    limits = bounds and (Decimal(bounds[0]), Decimal(bounds[1]))
    way = ((month(2), Decimal(0)), (month(70), target))
    measured = Measured("A", chart(points, "higher"), "%", aims=(Aim("target", target, way),), bounds=limits)
    found, height = drawing(measured, ranges(measured), HEIGHT)
    for part in found:
        if isinstance(part, Line):
            assert all(0 <= x <= 100 for x in (part.x1, part.x2))
            assert all(0 <= y <= height for y in (part.y1, part.y2))
        else:
            assert 0 <= part.x <= 100
            assert 0 <= part.y <= height
