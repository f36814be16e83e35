"""Promises of which no reader could tell whether they were kept: "Improve access", "Promote a culture of kindness"."""

import re
from typing import NamedTuple

from jfp_cli.linting.rules.checkable import can_be_checked


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split("|"))


# Verbs that any change, and none, is enough for.
_CHANGES = _set(
    "improve|improving|enhance|enhancing|optimise|optimize|optimising|optimizing|strengthen|strengthening|maximise"
    "|maximize|maximising|maximizing|promote|promoting|champion|championing|foster|fostering|encourage|encouraging"
    "|facilitate|facilitating|nurture|nurturing|support|supporting|embed|embedding|empower|empowering|harness|harnessing"
    "|leverage|leveraging"
)
_THOUGHTS = _set("explore|exploring|consider|considering|investigate|investigating")
_PHRASE = re.compile(
    r"(?:drive|driving|deliver|secure|see|make|achieve|bring about|support)(?: forward)?"
    r"(?: further| continuous| continued| the)? improvements?(?= (?:in|to|of|across)\b)"
    r"|improvements? (?:in|to|of)\b|(?:raise|raising) (?:the )?(?:profile|awareness)\b|(?:focus|focusing) on\b"
    r"|(?P<thought>look(?:ing)? (?:into|at)\b)"
    r"|(?:improved|enhanced|strengthened|stronger|better|greater) (?:access|awareness|collaboration|communication"
    r"|coordination|engagement|experience|governance|links|outcomes|quality|relationships|understanding|working)\b",
    re.IGNORECASE,
)
_PHRASES_BEGIN = _set(
    "drive|driving|deliver|secure|see|make|achieve|bring|improvement|improvements|raise|raising|focus|focusing|look"
    "|looking|improved|enhanced|strengthened|stronger|better|greater"
)
_WORD = re.compile(r"[A-Za-z]+")
# "Support for carers" and "support workers" are things.
_SUPPORT_AS_NOUN = re.compile(
    r" (?:for|workers?|groups?|offers?|plans?|services?|staff|teams?|hubs?|lines?|packages?|networks?)\b"
)
_ADVERB = (
    "(?:(?:significantly|continually|continuously|actively|proactively|jointly|greatly|fully|further|collectively"
    "|collaboratively|consistently|constantly|systematically|effectively) )?"
)
_LEAD = re.compile(
    r"(?:(?:we|the icb|the council|partners|all partners) (?:will|shall|aim to|plan to|intend to) )?(?:to )?"
    r"(?:(?:continue to )?(?:keep )?(?:work|working) (?:closely |together )?with [^,.;:]{1,60}? to "
    rf"|(?:keep|continue|work|help|seek|aim|start|begin|try|strive)(?: to(?:wards)?| on)? )?{_ADVERB}",
    re.IGNORECASE,
)
_LEADS_BEGIN = _set("we|the|partners|all|to|keep|continue|work|working|help|seek|aim|start|begin|try|strive") | _set(
    _ADVERB.removeprefix("(?:(?:").removesuffix(") )?")
)
_BEGINNINGS = _CHANGES | _THOUGHTS | _PHRASES_BEGIN | _LEADS_BEGIN
_PAST = (
    "improved|enhanced|optimised|optimized|strengthened|maximised|promoted|supported|embedded|fostered|encouraged"
    "|explored|considered|facilitated|looked into|investigated"
)
_PASSIVE = re.compile(
    r"(?:[\w'\u2019-]+,? ){1,9}?(?:will|should|must|shall|is to|are to|to) (?:also |then )?be "
    rf"{_ADVERB}(?P<past>{_PAST})\b",
    re.IGNORECASE,
)
_BELOW = re.compile(r"\b(?:that|which|who|whom|whose|where|when|how|what|whether|if|so)\b", re.IGNORECASE)
_ORDER = re.compile(r"(?:[Oo]pen|[Pp]ublish|[Tt]rain|[Bb]uild|[Bb]uy|[Cc]ommission|[Aa]gree|[Rr]ecruit|[Ss]et up)\b")
# What stands in the building is improved or not, and a case is investigated or not.
_BUILT = re.compile(
    r"\s+(?:the |our |their |all )?(?:[\w'\u2019-]+ ){0,2}?(?:floors?|roofs?|walls?|ceilings?|doors?|windows?|lifts?"
    r"|stairs?|ramps?|lighting|heating|ventilation|insulation|car parks?|paths?|roads?|entrances?|corridors?|fences?"
    r"|foundations?|bridges?|signs?|signage|wiring|plumbing|boilers?|drains?|beams?|flooring|parking|kitchens?|toilets?"
    r"|pavements?)\b",
    re.IGNORECASE,
)
_CASES = re.compile(
    r"\s+(?:all |every |each |any )?(?:[\w-]+ ){0,2}?(?:incidents?|complaints?|deaths|claims|outbreaks?|allegations?"
    r"|appeals?)\b",
    re.IGNORECASE,
)


class Vague(NamedTuple):
    """The words that promise nothing; `is_thought`: only thinking is promised."""

    words: str
    is_thought: bool


def vague_promise(text: str, places: tuple[str, ...] = ()) -> Vague | None:
    """What a promise begins with, where nothing in it tells a reader whether it was kept; None where something does."""
    found = _begins(text) or (_is_passive(text) if " be " in text else None)
    if found is None:
        return None
    vague, end = found
    if _BUILT.match(text, end) or (vague.is_thought and _CASES.match(text, end)):
        return None
    return None if can_be_checked(text, end, places) else vague


def _begins(text: str) -> tuple[Vague, int] | None:
    """The vague words that a text begins with, and where they end."""
    begins = text.partition(" ")[0].lower()
    if begins not in _BEGINNINGS:
        return None
    lead = _LEAD.match(text) if begins in _LEADS_BEGIN else None
    start = lead.end() if lead else 0
    first = _WORD.match(text, start)
    if first is None:
        return None
    word = first[0].lower()
    phrase = _PHRASE.match(text, start) if word in _PHRASES_BEGIN or word == "support" else None
    if phrase:
        return Vague(text[: phrase.end()], phrase["thought"] is not None), phrase.end()
    if word == "support" and _SUPPORT_AS_NOUN.match(text, first.end()):
        return None
    if word in _CHANGES or word in _THOUGHTS:
        return Vague(text[: first.end()], word in _THOUGHTS), first.end()
    return None


def _is_passive(text: str) -> tuple[Vague, int] | None:
    """The same of "access will be improved", where that is the whole of the sentence."""
    found = _PASSIVE.match(text)
    if found is None or _BELOW.search(found[0]) or _ORDER.match(text):
        return None
    return Vague(found["past"], is_thought=False), found.end()
