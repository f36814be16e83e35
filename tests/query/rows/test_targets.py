"""Rows of targets."""

from fractions import Fraction

import pytest

from jfp_cli.measures.progress import Progress
from jfp_cli.query.targets import by_now, expected_text
from tests.query.building import reading


@pytest.mark.parametrize(
    ("expected", "read", "text"),
    [
        (Fraction(70), "70%", "70%"),
        (Fraction(2, 3), "1%", "0.67%"),
        (Fraction(391_998_18, 300), "133,000", "130,666.06"),
        (Fraction(7_000_000), "£7m", "£7,000,000"),
        (Fraction(-5, 2), "£3", "-£2.5"),
        (Fraction(35), "40 days", "35 days"),
        (Fraction(-1, 3), "0", "-0.33"),
        (Fraction(0), "1", "0"),
        (Fraction(1000), "1", "1,000"),
    ],
)
def test_what_the_line_asks_for_is_written_like_the_reading(expected: Fraction, read: str, text: str) -> None:
    assert expected_text(Progress("on_track", reading("March 2026", read), expected)) == text


def test_nothing_is_asked_for_where_there_is_no_line() -> None:
    assert expected_text(Progress("no_reading")) is None
    assert expected_text(Progress("met", reading("March 2026", "70%"))) is None


@pytest.mark.parametrize(
    ("expected", "read", "said"),
    [
        (Fraction(389_700, 5), "81,200", "should be 77,940 by now; is 81,200"),
        (Fraction(777_27, 100), "796", "should be 777 by now; is 796"),
        (Fraction(39_68, 100), "40.1%", "should be 39.7% by now; is 40.1%"),
        (Fraction(45_23, 100), "45%", "should be 45.23% by now; is 45%"),
        (Fraction(45), "45%", "should be 45% by now; is 45%"),
        (Fraction(6_650_000), "£7m", "should be £6,650,000 by now; is £7m"),
        (Fraction(12_313_894), "£12.4m", "should be £12,300,000 by now; is £12.4m"),
        (Fraction(12_313_894), "£12,400,000", "should be £12,313,894 by now; is £12,400,000"),
        (Fraction(-12_313_894), "-£9.25 million", "should be -£12,310,000 by now; is -£9.25 million"),
        (Fraction(1_234_567_890, 7), "£0.3bn", "should be £200,000,000 by now; is £0.3bn"),
        (Fraction(35_512), "41 thousand", "should be 36,000 by now; is 41 thousand"),
        (Fraction(412_345), "half a million", "should be 412,345 by now; is half a million"),
        (Fraction(70_04, 100), "1 hour 15 minutes", "should be 70 minutes by now; is 1 hour 15 minutes"),
    ],
)
def test_what_the_line_asks_for_is_said_beside_what_the_reading_is(expected: Fraction, read: str, said: str) -> None:
    assert by_now(Progress("off_track", reading("March 2026", read), expected)) == said
    assert by_now(Progress("met", reading("March 2026", read))) is None
