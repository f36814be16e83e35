"""Which measure needs a discussion first.

Making Data Count's matrix sets variation against assurance, from a process that fails and grows worse to one that
passes and improves; how its fields follow one another in one list is ours.
"""

from jfp_cli.measures.assurance import Assurance
from jfp_cli.measures.spc import Variation

_FIRST: tuple[tuple[str, Assurance | None], ...] = (
    ("concern", "consistent_fail"),
    ("common", "consistent_fail"),
    ("concern", "inconsistent"),
    ("concern", None),
    ("improvement", "consistent_fail"),
    ("concern", "consistent_pass"),
    ("common", "inconsistent"),
    ("common", None),
    ("improvement", "inconsistent"),
    ("improvement", None),
    ("common", "consistent_pass"),
    ("improvement", "consistent_pass"),
)
_RANK = {field: at for at, field in enumerate(_FIRST)}


def attention(variation: Variation | None, assurance: Assurance | None) -> int:
    """The rank of a measure in a list, the first to be discussed being 0; one without a reading comes last.

    A change that is neither better nor worse ranks as no change. A measure with several targets has the rank of the
    first of them.
    """
    if variation is None:
        return len(_FIRST)
    kind = variation.partition("_")[0]
    return _RANK["common" if kind == "neutral" else kind, assurance]


def is_pressing(rank: int) -> bool:
    """Whether a measure of a rank needs a discussion: it grows worse, or a figure is consistently missed."""
    return rank < _RANK["common", "inconsistent"]
