"""Words beside or instead of a figure, and where in a target they belong."""

import re
from typing import NamedTuple

from jfp_cli.values.figures.tokens import Tokens

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
_BALANCE = frozenset({"a", "balanced", "balance", "financial", "financially", "plan", "position", "budget"})
_SMALL = frozenset({"at", "to", "the", "a", "it", "is", "are", "be", "will", "(", ")", ",", ":"})
_NOTHING = frozenset({"nobody", "noone", "never", "eliminate", "eliminated", "eradicate"})


class Unfigured(NamedTuple):
    """What is wrong with words that hold no figure, and what to write; `advised` is a figure that they come to."""

    problem: str
    help: str
    advised: tuple[str, ...] = ()


def unfigured(tokens: Tokens) -> Unfigured:
    """What is said of a text in which there is no figure."""
    words = tokens.words
    if tokens.is_level and (is_unsettled(words) or _STATISTICS.intersection(words) or _LEVELS.intersection(words)):
        return Unfigured("is not a figure", "write what was measured, or leave it out until that is known")
    if is_unsettled(words):
        return Unfigured("is not settled", 'leave the figure out, and say under "pending" what is still to come')
    if _STATISTICS.intersection(words):
        return Unfigured("names a statistic", 'put it under "measure", and write here the figure that it is to reach')
    if _LEVELS.intersection(words):
        return Unfigured("names a level without its figure", 'write the figure, and say under "baseline" what it was')
    if _BALANCE.issuperset(words):
        return Unfigured("has no figure", 'write "£0"', ("£0",))
    extreme = "100%" if words[0] in _EVERYTHING else "0" if words[0] in _NOTHING else ""
    if extreme and not tokens.relative and not re.search(r"\d", tokens.text):
        return Unfigured("has no figure", f'write "{extreme}", and say under "measure" of what', (extreme,))
    return Unfigured("is not a figure", SUCH_AS)


def is_unsettled(words: list[str]) -> bool:
    """Whether words say that there is no figure yet."""
    text = f" {' '.join(words)} "
    return any(f" {phrase} " in text for phrase in _SETTLED.split("|"))


def without_holding(words: list[str]) -> list[str] | None:
    """What is left of words that say that a figure is to be kept, which `hold` says; None where they do not."""
    telling = [word for word in words if word not in _SMALL]
    return telling[1:] if telling and telling[0] in _HOLDING else None


def is_compared(words: list[str], *, is_change: bool) -> bool:
    """Whether words compare with what was before, which "baseline" says."""
    if not _LEVELS.isdisjoint(words):
        return words[0] in COMPARING
    has_year = any(word.isdigit() and len(word) == 4 for word in words)
    return has_year and words[0] in (COMPARING if is_change else COMPARING - _COMPARING_A_CHANGE)
