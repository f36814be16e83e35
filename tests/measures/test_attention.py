"""Which measure needs a discussion first."""

from itertools import pairwise, product

import pytest

from jfp_cli.measures.assurance import ASSURANCES, Assurance
from jfp_cli.measures.attention import attention
from jfp_cli.measures.spc import VARIATIONS, Variation

WORSE: tuple[Variation, ...] = ("improvement_low", "common_cause", "concern_high")
LESS_SURE: tuple[Assurance | None, ...] = ("consistent_pass", None, "inconsistent", "consistent_fail")


@pytest.mark.parametrize("assurance", LESS_SURE)
def test_worse_variation_comes_first(assurance: Assurance | None) -> None:
    ranks = [attention(variation, assurance) for variation in WORSE]
    assert all(better > worse for better, worse in pairwise(ranks))


@pytest.mark.parametrize("variation", WORSE)
def test_less_assurance_comes_first(variation: Variation) -> None:
    ranks = [attention(variation, assurance) for assurance in LESS_SURE]
    assert ranks.index(max(ranks)) == 0
    assert ranks.index(min(ranks)) == 3


def test_what_fails_and_grows_worse_is_first_and_what_has_no_reading_last() -> None:
    every = [attention(variation, assurance) for variation, assurance in product(VARIATIONS, (*ASSURANCES, None))]
    assert attention("concern_low", "consistent_fail") == min(every) == 0
    assert attention(None, None) > max(every)


def test_high_and_low_rank_alike_and_a_neutral_change_as_none() -> None:
    for assurance in (*ASSURANCES, None):
        assert attention("concern_high", assurance) == attention("concern_low", assurance)
        assert attention("neutral_high", assurance) == attention("common_cause", assurance)
