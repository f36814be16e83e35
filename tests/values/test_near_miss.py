"""The word that was meant, and whether that is certain."""

import pytest

from jfp_cli.values.near_miss import near_miss, slip_of


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("onwer", "owner"),
        ("owners", "owner"),
        ("owne", "owner"),
        ("Owner", "owner"),
        ("elective_hub", "elective-hub"),
        ("Elective hub", "elective-hub"),
        ("elective-hubs", "elective-hub"),
        ("electivehub", "elective-hub"),
        ("elective-hud", None),
        ("strike-ward", "stroke-ward"),
    ],
)
def test_one_letter_or_none_is_a_slip(typed: str, meant: str | None) -> None:
    assert slip_of(typed, ["owner", "elective-hub", "stroke-ward", "due"]) == meant


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("cancer-2026", "cancer-2025"),
        ("ward-b", "ward-a"),
        ("hub-west", "hub-east"),
        ("bath-care", "path-care"),
        ("planned-care-team", "planned-care"),
    ],
)
def test_what_may_be_another_name_is_no_slip(typed: str, known: str) -> None:
    assert slip_of(typed, [known]) is None
    assert near_miss(typed, [known]) == known


def test_of_two_words_that_are_as_near_neither_is_certain() -> None:
    assert slip_of("outpatien", ["outpatient", "outpatiens"]) is None
