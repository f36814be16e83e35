import contextlib
from decimal import Decimal
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jfp_cli.values.figures import Comparison, Quantity, QuantityError, find_quantities
from jfp_cli.values.figures.at_sight import at_sight
from jfp_cli.values.figures.senses import BEFORE
from jfp_cli.values.figures.tokens import Tokens
from jfp_cli.values.figures.vocabulary import TIMES
from jfp_cli.values.figures.whole import whole

numbers = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False, allow_infinity=False)
percents = st.decimals(min_value=0, max_value=1000, places=2)
units = st.sampled_from(["%", " per cent", " a week", " weeks", " days", " beds", " open pathways", " per 1,000", ""])
phrases = {
    "": None,
    "at least ": Comparison.AT_LEAST,
    "> ": Comparison.MORE_THAN,
    "no more than ": Comparison.AT_MOST,
    "under ": Comparison.UNDER,
    "exactly ": Comparison.EXACTLY,
}
scraps = st.sampled_from(
    [
        *"0123456789,.%£+-\u2013\u2212<>≥~/ kmc",
        " to ",
        "between ",
        " and ",
        "at least ",
        "down ",
        "by ",
        " weeks",
        " of ",
    ]
)
near_figures = st.lists(scraps, max_size=20).map("".join)
nearly_common = st.builds(
    "{}{}{}{}".format,
    st.one_of(
        st.sampled_from(["", "between ", "the ", "at at least ", "of "]), st.sampled_from(list(BEFORE)).map(" ".join)
    ).map(lambda words: f"{words} " if words else ""),
    st.sampled_from(["", "", "£", "+"]),
    st.one_of(
        numbers.map(str), numbers.map("{:,f}".format), st.from_regex(r"[0-9]{1,13}(\.[0-9]{1,7})?", fullmatch=True)
    ),
    st.one_of(
        st.sampled_from(["", "", "%", "%", " beds", " m", " pp", " per week", " or", " of", "m"]),
        st.sampled_from(list(TIMES)).map(" {}".format),
    ),
)
directions = st.sampled_from(["lower", "higher"])


@given(numbers, units, st.sampled_from(sorted(phrases)), st.sampled_from([",", ""]))
def test_what_is_written_is_read_back(number: Decimal, unit: str, phrase: str, separator: str) -> None:
    found = Quantity.parse(f"{phrase}{number:{separator}f}{unit}")
    assert (found.value, found.comparison) == (number, phrases[phrase])
    assert found == Quantity.parse(f"  {phrase.upper()}{number:,f}\u00a0{unit.upper()} ")


@given(st.one_of(st.text(), near_figures), st.booleans())
def test_any_text_is_a_quantity_or_an_error(text: str, relative: bool) -> None:
    with contextlib.suppress(QuantityError):
        found = Quantity.parse(text, relative=relative)
        assert found.upper is None or found.value < found.upper
        assert found.value.is_finite()


@given(nearly_common, st.sampled_from([(), ("weeks",), ("day", "beds")]))
def test_the_commonest_figures_are_read_as_their_words_are(text: str, declared: tuple[str, ...]) -> None:
    figure = at_sight(text)
    assert figure is None or figure == whole(Tokens(text, units=declared))


@pytest.mark.parametrize(
    "text", ["0", "134,140", "£7", "19%", "at least 19%", ">= 2.5", "under 2 weeks", "about 89%", "down 5%", "65 weeks"]
)
def test_the_commonest_figures_are_read_at_sight(text: str) -> None:
    assert at_sight(text) is not None


@given(percents, numbers, units)
def test_a_level_says_itself_again(percent: Decimal, number: Decimal, unit: str) -> None:
    level = Quantity.parse(f"up {percent}%").against(Quantity.parse(f"{number}{unit}"))
    assert Quantity.parse(level.text) == level
    assert level.value * 100 == number * (100 + percent)


@given(numbers, numbers, directions, st.sampled_from(["19%", "between 10% and 20%"]))
def test_a_better_reading_never_unmeets(
    one: Decimal, other: Decimal, better: Literal["lower", "higher"], text: str
) -> None:
    target = Quantity.parse(text)
    worse, good = sorted((one, other), reverse=better == "lower")
    assert not target.is_met_by(worse, better) or target.is_met_by(good, better)


@given(st.one_of(st.text(), near_figures))
def test_found_offsets_read_back(text: str) -> None:
    end_before = 0
    for start, end, quantity in find_quantities(text):
        assert end_before <= start < end <= len(text)
        assert Quantity.parse(text[start:end]) == quantity
        end_before = end
