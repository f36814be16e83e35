"""Words beside or instead of a figure, and where in a target they belong."""

from typing import NamedTuple

SUCH_AS = 'write one such as "19%", "134,140", "£7m" or "65 weeks"'
_SETTLED = "tbc|tba|tbd|to be|unknown|n / a|not known|pending|not agreed|awaiting|awaited|to follow"
_HOLDING = frozenset(
    {"maintain", "maintained", "maintaining", "hold", "held", "holding", "keep", "kept", "keeping", "sustain"}
    | {"sustained", "sustaining", "remain", "remains", "stay", "stays", "continue", "continued", "preserve"}
)
_STATISTICS = frozenset(
    {"average", "averaging", "mean", "median", "mode", "percentile", "percentiles", "centile", "quartile", "quartiles"}
    | {"quintile", "decile", "rank", "top", "bottom", "upper", "lower", "best", "worst", "ratio"}
)
_LEVELS = frozenset(
    {"level", "levels", "baseline", "pre-pandemic", "pre-covid", "prepandemic", "current", "today", "now", "plan"}
    | {"previous", "last", "year", "outturn", "trajectory"}
)
_COMPARING_A_CHANGE = frozenset({"on", "from", "since", "over"})  # which say when of a level: "75% on 31 March 2028"
COMPARING = _COMPARING_A_CHANGE | {"below", "above", "against", "compared", "versus", "vs", "than", "under", "relative"}
_EVERYTHING = frozenset({"all", "every", "everyone", "everybody", "full", "fully", "universal", "entire"})
_NOTHING = frozenset({"no", "nobody", "noone", "never", "eliminate", "eliminated", "eradicate"})


class Unfigured(NamedTuple):
    """What is wrong with words that hold no figure, and what to write; `advised` is a figure that they come to."""

    problem: str
    help: str
    advised: tuple[str, ...] = ()


def unfigured(words: list[str]) -> Unfigured:
    """What is said of a text in which there is no figure."""
    if is_unsettled(words):
        return Unfigured("is not settled", 'leave the figure out, and say under "pending" what is still to come')
    if _STATISTICS.intersection(words):
        return Unfigured("names a statistic", 'put it under "measure", and write here the figure that it is to reach')
    if _LEVELS.intersection(words):
        return Unfigured("names a level without its figure", 'write the figure, and say under "baseline" what it was')
    if _EVERYTHING.intersection(words[:1]):
        return Unfigured("has no figure", 'write "100%", and say under "measure" of what', ("100%",))
    if _NOTHING.intersection(words[:1]):
        return Unfigured("has no figure", 'write "0", and say under "measure" of what', ("0",))
    return Unfigured("is not a figure", SUCH_AS)


def is_unsettled(words: list[str]) -> bool:
    """Whether words say that there is no figure yet."""
    text = f" {' '.join(words)} "
    return any(f" {phrase} " in text for phrase in _SETTLED.split("|"))


def is_held(words: list[str]) -> bool:
    """Whether words say that a figure is to be kept, which `hold` says."""
    return not _HOLDING.isdisjoint(words)


def is_compared(words: list[str], *, is_change: bool) -> bool:
    """Whether words compare with what was before, which "baseline" says."""
    if not _LEVELS.isdisjoint(words):
        return words[0] in COMPARING
    has_year = any(word.isdigit() and len(word) == 4 for word in words)
    return has_year and words[0] in (COMPARING if is_change else COMPARING - _COMPARING_A_CHANGE)
