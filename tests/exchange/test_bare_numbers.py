"""A number without its unit, typed where a figure with one stood."""

import pytest

from jfp_cli.exchange.bare_numbers import NoUnitError, with_unit
from jfp_cli.values.calendar import Calendar

CALENDAR = Calendar()


@pytest.mark.parametrize(
    ("typed", "like", "meant"),
    [
        *(("0.98", "97.5%", "98%"), ("98", "97.5%", "98%"), ("1", "97.5%", "100%"), ("0", "3%", "0%")),
        *(("0.5", "0.4%", "0.5%"), ("1", "2%", "1%"), ("0.2", "at least 19%", "at least 20%")),
        *(("2500", "2,400 homes", "2,500 homes"), ("2,500", "950 homes", "2,500 homes")),
        *(("66", "65 weeks", "66 weeks"), ("-0.4", "0.5 per 1,000", "-0.4 per 1,000")),
        *(("3500", "\u00a33,309", "\u00a33,500"), ("8", "\u00a37m", "\u00a38m")),
        *(("9", "8 of 35", "9 of 35"), ("7.5", "7.2 out of 10", "7.5 out of 10"), ("6", "under 5%", "under 6%")),
        *(("133000", "133,250", "133000"), ("98%", "97.5%", "98%"), ("3 homes", "2 homes", "3 homes")),
        *(("5", "", "5"), ("5", "tbc", "5"), ("about 5", "4%", "about 5")),
    ],
)  # fmt: skip
def test_it_has_the_unit_of_what_stood_there(typed: str, like: str, meant: str) -> None:
    assert with_unit(typed, like, CALENDAR) == meant


@pytest.mark.parametrize(
    ("typed", "like", "why"),
    [
        ("0.5", "5%", "0.5 may be 0.5% or 50%; write it with the % sign"),
        ("0.5", "0%", "0.5 may be 0.5% or 50%"),
        ("1.05", "103%", "1.05 may be 1.05% or 105%"),
        ("5", "4-5%", '5 stands where "4-5%" stood, and has no unit; write it whole'),
        ("92300", "6%", "92300 stands where percentages do; write it with its unit"),
        ("25", "20 more beds", "write it whole"),
        ("80", "1 hour 15 minutes", "write it whole"),
        ("8000000", "\u00a37m", "write it with its unit"),
    ],
)
def test_where_it_may_be_several_it_is_asked_for(typed: str, like: str, why: str) -> None:
    with pytest.raises(NoUnitError) as caught:
        with_unit(typed, like, CALENDAR)
    assert why in str(caught.value)
