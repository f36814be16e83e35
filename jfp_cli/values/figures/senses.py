"""The words around a figure: those that compare, those that make a change of it, and those that hedge."""

from enum import Enum

from jfp_cli.values.figures.kinds import Comparison
from jfp_cli.values.phrase_table import PhraseTable


class Sense(Enum):
    """What else words around a figure say of it."""

    UP = "up"
    DOWN = "down"
    SOME_WAY = "some way"  # a change, but nobody knows which way
    ABOUT = "about"
    LEVEL = "level"  # "to 77%"
    LEVEL_AFTER_CHANGE = "level after change"  # "reduced to 77%"


Meant = Comparison | Sense

# A change "down at least 5%" is -5 or lower: the comparison is with the signed value.
TURNED_ROUND = {
    Comparison.EXACTLY: Comparison.EXACTLY,
    Comparison.AT_LEAST: Comparison.AT_MOST,
    Comparison.MORE_THAN: Comparison.UNDER,
    Comparison.AT_MOST: Comparison.AT_LEAST,
    Comparison.UNDER: Comparison.MORE_THAN,
}
_NOT = ("no", "not")
_MORE = ("more", "above", "over", "higher", "greater", "longer")
_LESS = ("less", "fewer", "under", "below", "lower", "shorter")
_COMPARED_BEFORE = {
    Comparison.EXACTLY: "exactly|equal to|precisely|=",
    Comparison.AT_LEAST: (
        "at least|minimum|minimum of|a minimum of|min|at or above|at or over|equal to or above|equal to or more than|"
        "greater than or equal to|more than or equal to|above or equal to|upwards of|not below|not under|>=|=>|≥|"
        + "|".join(f"{no} {less} than" for no in _NOT for less in ("less", "fewer", "lower", "shorter"))
    ),
    Comparison.MORE_THAN: (
        "more than|greater than|higher than|longer than|over|above|exceeding|exceeds|in excess of|>"
    ),
    Comparison.AT_MOST: (
        "at most|up to|within|in under|maximum|maximum of|a maximum of|max|capped at|limited to|limit of|a limit of|"
        "ceiling of|a ceiling of|cap of|a cap of|at or below|at or under|equal to or below|"
        "less than or equal to|fewer than or equal to|below or equal to|not exceeding|not to exceed|not above|not over|"
        "<=|=<|≤|" + "|".join(f"{no} {more} than" for no in _NOT for more in ("more", "greater", "higher", "longer"))
    ),
    Comparison.UNDER: "under|below|less than|fewer than|lower than|shorter than|in less than|<",
}
_COMPARED_AFTER = {
    Comparison.AT_LEAST: (
        "+|plus|minimum|min|as a minimum|at a minimum|at least|"
        + "|".join(f"{link} {more}" for link in ("or", "and") for more in _MORE)
    ),
    Comparison.AT_MOST: (
        "maximum|max|as a maximum|at the most|at most|"
        + "|".join(f"{link} {less}" for link in ("or", "and") for less in _LESS)
    ),
}
_ABOUT = (
    "about|around|approximately|approx|circa|ca|c|roughly|nearly|almost|some|just under|just over|close to|"
    "in the region of|in the order of|~|≈"
)
_UP = "increase increased increasing increases rise risen rises growth grown grow raise raised gain uplift"
_DOWN = (
    "reduction reduce reduced reducing reduces decrease decreased decreasing fall fallen falls drop dropped cut "
    "cutting decline declined lower lowered"
)
_SOME_WAY = "improvement improve improved improving improves change changed shift movement swing"


def _table(*groups: tuple[Meant, str]) -> PhraseTable[Meant]:
    return PhraseTable({tuple(phrase.split()): meant for meant, phrases in groups for phrase in phrases.split("|")})


def _verbs(words: str, *links: str) -> str:
    return "|".join(f"{word}{link}" for word in words.split() for link in links)


BEFORE = _table(
    *_COMPARED_BEFORE.items(),
    (Sense.ABOUT, _ABOUT),
    (Sense.UP, _verbs(f"{_UP} up", "", " by", " of") + "|additional|extra|further"),
    (Sense.DOWN, _verbs(f"{_DOWN} down", "", " by", " of")),
    (Sense.SOME_WAY, _verbs(_SOME_WAY, "", " by", " of") + "|by"),
    (Sense.LEVEL, "to|at"),
    (Sense.LEVEL_AFTER_CHANGE, _verbs(f"{_UP} {_DOWN} {_SOME_WAY} down", " to")),
)
AFTER = _table(
    *_COMPARED_AFTER.items(),
    (Sense.ABOUT, "or so|or thereabouts|approx|approximately|roughly"),
    (Sense.UP, "increase|rise|growth|higher|up|uplift|gain|longer|more|additional|extra|further"),
    (Sense.DOWN, "reduction|decrease|fall|drop|cut|decline|lower|down|shorter|faster|quicker|fewer|less"),
    (Sense.SOME_WAY, "improvement|change|shift|movement|swing|better|worse"),
)
CHANGING = frozenset(f"{_UP} {_DOWN} {_SOME_WAY} up down".split())  # words of a change, before any figure
# These may stand between a number and what it counts: 20 more beds.
BEFORE_A_NOUN = frozenset({"more", "fewer", "less", "additional", "extra", "further"})
