"""The chart of a measure in a terminal."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as some

from jfp_cli.cli.console.control_chart import DRAWN, PLAIN, ROWS, Run, control_chart
from jfp_cli.measures.spc import Point, Rebase, chart
from jfp_cli.report.charts.measured import Aim, Measured
from tests.measures.series import STEADY, drawn, month, monthly


def text(measured: Measured, width: int = 80, encoding: str = "utf-8") -> list[str]:
    return ["".join(run.text for run in line) for line in control_chart(measured, width, encoding)]


def plot(measured: Measured, width: int = 80, encoding: str = "utf-8") -> list[str]:
    """The rows of the drawing alone, what stands beside the scale."""
    side = "│" if encoding == "utf-8" else "|"
    return [line.partition(side)[2] for line in text(measured, width, encoding)[:ROWS]]


def test_high_levels_stand_high_and_periods_go_across() -> None:
    rows = plot(Measured("A", drawn([1, 2, 3, 4, 5, 6])), width=20)
    assert [row.index("●") for row in reversed(rows) if "●" in row] == [0, 2, 4, 6, 8, 10]


def test_a_chart_as_it_is_drawn() -> None:
    measured = Measured("Beds", drawn([*STEADY, 60, 45], "higher"), "beds", aims=(Aim("target 55", Decimal(55)),))
    assert text(measured, 40) == [
        "60.8 │                          ▲",
        "     │",
        "     │┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄",
        "     │━━━━━━━━━━━━━━━━━━━━━━━━━━━━━",
        "     │",
        "     │  ●               ●",
        "  52 │──────●─────●─────────●──────",
        "     │●       ●     ●     ●   ●",
        "     │    ●     ●     ●",
        "     │",
        "     │                            ●",
        "43.2 │┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄",
        "     └─────────────────────────────",
        "      Apr 2024             Jun 2025",
        "● no significant change",
        "▲ improving, higher   ─ mean 50.5 beds",
        "┄ limits 44 to 57.1 beds   ━ target 55",
        "",
        "Outliers screened: yes.",
    ]


def test_an_encoding_without_these_characters_gets_plain_ones() -> None:
    measured = Measured("Beds", drawn([*STEADY, 60, 45], "higher"), aims=(Aim("target 55", Decimal(55)),))
    assert {DRAWN.marks["common"], DRAWN.marks["improvement_high"], DRAWN.aim, DRAWN.mean} <= set(
        "".join(text(measured))
    )
    for encoding in ("cp1252", "ascii"):
        lines = "\n".join(text(measured, encoding=encoding))
        assert lines.isascii()
        assert {PLAIN.marks["common"], PLAIN.marks["improvement_high"], PLAIN.aim, PLAIN.mean} <= set(lines)


def test_a_missing_month_is_an_empty_column() -> None:
    points = monthly([5, 5, 5, 5])
    rows = plot(Measured("A", chart([points[0], points[1], points[3]])), width=12)
    [line] = [row for row in rows if "●" in row]
    assert [at for at, char in enumerate(line) if char == "●"] == [0, 2, 6]


def test_a_narrow_terminal_shows_the_latest_and_says_so() -> None:
    measured = Measured("A", drawn([50, 52] * 60, "higher"))
    lines = text(measured, 40)
    assert "33 of 120 readings are drawn." in lines
    assert "Mar 2034" in "".join(lines)
    assert not any("of 120" in line for line in text(measured, 200))


def test_what_is_left_out_or_provisional_is_hollow() -> None:
    points = [
        *monthly(STEADY),
        Point(month(13), Decimal(51), "half is missing"),
        Point(month(14), Decimal(50), None, True),
    ]
    lines = text(Measured("A", chart(points, "higher")))
    assert "".join(lines[:ROWS]).count("○") == 2
    assert "○ left out" in "\n".join(lines)


def test_it_says_what_it_means_in_words() -> None:
    points = [*monthly(STEADY)[:-1], Point(month(12), Decimal(50), note="before validation")]
    lines = text(Measured("Beds", chart(points, None, [Rebase(month(4).replace(day=1), "another return")]), "beds"))
    said = "\n".join(lines)
    assert "\nNew limits from Aug 2024: another return\n" in said
    assert "\nApr 2025: before validation\n" in said  # with no number before it, which would make it another day
    assert "provisional limits" in said
    assert "No direction is better" in said
    assert "There is no target for this measure." in said
    assert lines[-1] == "Outliers screened: yes."


def test_a_signal_has_a_colour() -> None:
    runs = [
        run for line in control_chart(Measured("A", drawn([*STEADY, 90, 10], "higher")), 80, "utf-8") for run in line
    ]
    assert Run("▲", "blue") in runs
    assert Run("◆", "yellow") in runs


def test_a_measure_without_readings_has_no_chart() -> None:
    assert control_chart(Measured("A", chart([])), 80, "utf-8") == []


def test_texts_of_a_plan_cannot_command_the_terminal() -> None:
    points = [*monthly(STEADY)[:-1], Point(month(12), Decimal(50), note="\x1b[2Jgone")]
    assert "\x1b" not in "\n".join(text(Measured("A", chart(points), "\x1bbeds")))


@settings(deadline=None)
@given(
    values=some.lists(some.integers(0, 200), min_size=1, max_size=60),
    width=some.integers(30, 120),
    encoding=some.sampled_from(("utf-8", "cp1252")),
)
def test_it_keeps_to_its_width_and_can_be_written(values: list[int], width: int, encoding: str) -> None:
    measured = Measured("Beds", drawn(values, "higher"), "", aims=(Aim("target", Decimal(55)),))
    for line in text(measured, width, encoding)[: ROWS + 2]:
        assert len(line) <= width
        assert line.encode(encoding)
