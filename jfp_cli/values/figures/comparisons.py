"""How a figure is meant: the words around it that compare, turn it into a change, or hedge."""

from enum import Enum
from typing import NamedTuple


class Comparison(Enum):
    """How a value must stand to the figure; the value is the sign."""

    EXACTLY = "="
    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    UNDER = "<"


class Change(Enum):
    """What a change is counted in."""

    POINTS = "points"  # percentage points, added to a percentage
    RELATIVE = "relative"  # per cent of the baseline
    AMOUNT = "amount"  # the baseline's own unit


class Meaning(NamedTuple):
    """What the words around a figure say; `direction` is 1 for up, -1 for down, 0 for a level."""

    comparison: Comparison | None
    direction: int
    approximate: bool
    figure: str
    contradicts: bool  # two comparisons, or two directions


# A change "down at least 5%" is -5 or lower: the comparison is with the signed value.
TURNED_ROUND = {
    Comparison.EXACTLY: Comparison.EXACTLY,
    Comparison.AT_LEAST: Comparison.AT_MOST,
    Comparison.MORE_THAN: Comparison.UNDER,
    Comparison.AT_MOST: Comparison.AT_LEAST,
    Comparison.UNDER: Comparison.MORE_THAN,
}
_COMPARED_BEFORE = {
    Comparison.EXACTLY: ("exactly", "equal to"),
    Comparison.AT_LEAST: (
        "at least", "no less than", "not less than", "no fewer than", "not fewer than", "no lower than",
        "not below", "not under", "minimum", "minimum of", "min",
    ),
    Comparison.MORE_THAN: ("more than", "greater than", "higher than", "over", "above", "exceeding"),
    Comparison.AT_MOST: (
        "at most", "no more than", "not more than", "no greater than", "no higher than", "no longer than",
        "not exceeding", "not above", "not over", "up to", "within",
        "maximum", "maximum of", "max",
    ),
    Comparison.UNDER: ("under", "below", "less than", "fewer than", "lower than"),
}  # fmt: skip
_COMPARED_AFTER = {
    Comparison.AT_LEAST: "more above over higher greater longer",
    Comparison.AT_MOST: "less fewer under below lower shorter",
}
_SIGNS = {"≥": ">=", "≤": "<=", "=>": ">=", "=<": "<=", ">=": ">=", "<=": "<=", ">": ">", "<": "<", "=": "="}
_APPROXIMATELY = ("about", "around", "approximately", "approx", "approx.", "circa", "ca.", "roughly")
_UP = "increase increased rise risen growth grown raise raised"
_DOWN = "reduction reduce reduced decrease decreased fall fallen drop dropped cut"

BEFORE: dict[str, Comparison | int | None] = {
    **{phrase: compared for compared, phrases in _COMPARED_BEFORE.items() for phrase in phrases},
    **{sign: Comparison(compared) for sign, compared in _SIGNS.items()},
    **dict.fromkeys((*_APPROXIMATELY, "~"), None),
    **{f"{word}{link}": sign for words, sign in ((_UP + " up", 1), (_DOWN + " down", -1))
       for word in words.split() for link in ("", " by", " of")},
}  # fmt: skip
AFTER: dict[str, Comparison | int] = {
    **{f"{link} {word}": compared for compared, words in _COMPARED_AFTER.items()
       for word in words.split() for link in ("or", "and")},
    **dict.fromkeys(("increase", "rise", "growth", "higher", "up", "more"), 1),
    **dict.fromkeys(("reduction", "decrease", "fall", "drop", "cut", "lower", "down", "fewer", "less"), -1),
}  # fmt: skip
_WORDS_IN_A_PHRASE = (3, 2, 1)


def meaning_of(text: str) -> Meaning:
    """Peel the words before and after the figure off a lower-case text with single spaces."""
    found: list[Comparison | int | None] = []
    rest = text.removeprefix("a ").removeprefix("an ")
    while (peeled := _peel_front(rest)) is not None:
        said, rest = peeled
        found.append(said)
        rest = rest.removeprefix("a ").removeprefix("an ")
    while (ended := _peel_back(rest)) is not None:
        said, rest = ended
        found.append(said)
    compared = [said for said in found if isinstance(said, Comparison)]
    directions = [said for said in found if isinstance(said, int)]
    return Meaning(
        comparison=compared[0] if compared else None,
        direction=directions[0] if directions else 0,
        approximate=None in found,
        figure=rest,
        contradicts=len(compared) > 1 or len(directions) > 1,
    )


def _peel_front(text: str) -> tuple[Comparison | int | None, str] | None:
    for size in (2, 1):
        if text[:size] in _SIGNS:
            return Comparison(_SIGNS[text[:size]]), text[size:].lstrip()
    if text.startswith("~"):
        return None, text[1:].lstrip()
    if text.startswith("c") and text[1:].lstrip(". ")[:1] in tuple("£0123456789"):  # c89%, c. £7m
        return None, text[1:].lstrip(". ")
    words = text.split(" ", 3)
    for size in _WORDS_IN_A_PHRASE:
        phrase = " ".join(words[:size])
        if len(words) > size and phrase in BEFORE:
            return BEFORE[phrase], " ".join(words[size:])
    return None


def _peel_back(text: str) -> tuple[Comparison | int, str] | None:
    words = text.rsplit(" ", 2)
    for size in (2, 1):
        phrase = " ".join(words[-size:])
        if len(words) > size and phrase in AFTER:
            return AFTER[phrase], " ".join(words[:-size])
    return None
