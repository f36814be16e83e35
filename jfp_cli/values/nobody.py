"""What people write where nobody answers for something yet, or everybody does."""

import re

from jfp_cli.values.text import folded

_TELL = (
    "tbc tba tbd tbi n/a na none nil no nobody no-one vacant vacancy unknown unassigned unallocated unfilled not be "
    "pending awaiting awaited all various multiple several everyone everybody redacted blank x 0"
)
_GO_WITH_IT = (
    "to is are was being still yet currently a an the or and as of post posts role position owner owners lead leads "
    "sro name person officer staff recruit recruited recruitment appoint appointed appointment assigned allocated "
    "agreed confirmed advised decided named determined identified filled known applicable one interim follow under way "
    "start complete completed"
)
_TELLING, _WITH_IT = frozenset(_TELL.split()), frozenset(_GO_WITH_IT.split())
_WORD = re.compile(r"n/a|no-one|[^\W_]+")
_ABBREVIATED = re.compile(r"(?<=\b[a-z])\.(?=[a-z]\b)|(?<=\b[a-z])\.$")


def names_nobody(text: str) -> bool:
    """Whether a text that should name who answers for something names nobody who could be asked."""
    words = _WORD.findall(_ABBREVIATED.sub("", folded(text)))
    return not words or ((_TELLING | _WITH_IT).issuperset(words) and not _TELLING.isdisjoint(words))
