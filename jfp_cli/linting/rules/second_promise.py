"""The second thing that one activity promises: "Review the pilot and commission a service"."""

import re

_SHORTEST_OBJECT = 2  # words; "write and ratify the plan" is one thing
_LONGEST = 1000  # characters that are looked at
_START = 60  # characters in which an activity says what is to be done


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split("|"))


# Verbs that promise a result of its own, and those that say what a result is for. Where a verb is a noun too, it counts
# before an article and the like.
_RESULTS = _set(
    "adopt|agree|appoint|approve|begin|build|bring|carry out|create|deliver|deploy|develop|embed|establish|evaluate|"
    "expand|extend|finalise|finish|go live|hire|implement|introduce|merge|mobilise|negotiate|procure|produce|publish|"
    "put|recruit|redesign|replace|roll out|set up|submit|switch|undertake|write"
)
_RESULTS_OR_NOUNS = _set(
    "audit|award|commission|complete|design|launch|open|pilot|review|scope|sign|start|tender|test|train|trial"
)
_EFFECTS = _set("assess|enable|ensure|give|identify|improve|integrate|provide|reduce|strengthen|tackle|treat")
_EFFECTS_OR_NOUNS = _set("help|increase|offer|support|transfer|update")
_OTHERS = _set(
    "add|achieve|buy|carry|continue|cover|cut|define|do|get|go|have|hold|keep|lead|let|make|manage|meet|move|pass|reach|"
    "redevelop|refresh|roll|run|set|share|take|use|validate"
)
_VERBS = _RESULTS | _RESULTS_OR_NOUNS | _EFFECTS | _EFFECTS_OR_NOUNS | _OTHERS
_NOUNS = _set(
    "completion|implementation|mobilisation|launch|publication|creation|establishment|introduction|evaluation"
)
_ARTICLES = _set("the|a|an|our|its|their|all|every|each|both|another|new|more|two|three|four")
_SAME_THING = _set("it|them|this|these|those")  # "pilot the service and evaluate it" is one
_OF_THE_SAME_THING = _set("its|their")
# What a board, a plan or a service comes with: "set up the board and agree its terms of reference" is one thing.
_PARTS = _set(
    "terms|membership|members|chair|remit|scope|governance|name|aims|objectives|purpose|priorities|budget|rules|agenda|role"
    "|roles|workplan|specification|criteria|content|contents|quality|logo|title"
)
_TERMS = re.compile(r"\w+ (?:the |its |their )?(?:terms of|membership|chair|remit)\b", re.IGNORECASE)

_PHRASE = re.compile(r"[\w'\u2019-]+(?:\s+[\w'\u2019-]+){0,3}")
_WORD = re.compile(r"[\w'\u2019-]+")
_SIGNS = (" and ", " as well as ", " plus ", " then ", ". ", "; ")
"""One of these leads to every second thing; looking for them is far quicker."""
_AND = re.compile(r"\s(?:and(?:\s+(?:also|then))?|as well as|plus|then)\s+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;]\s+(?:and\s+)?")
_NAMED_TWICE = re.compile(r"(\w+) of (?:\S+\s+){3,}?and\s+(?=(\w+) of\s)")
_BELOW = re.compile(r"\b(?:to|so|that|which|who|whose|where|how|what)\b", re.IGNORECASE)
_LOOSE_END = re.compile(r"(?:\s+(?:with|of|for|in|into|to|the|an?|it|its|and|from|by|on|as|that))+\Z")


def second_promise(activity: str) -> str:
    """The first words of the second thing that an activity promises, empty where it promises one."""
    activity = " ".join(activity[:_LONGEST].split())
    lowered = activity.lower()
    if not any(sign in lowered for sign in _SIGNS):
        return ""
    named = _NAMED_TWICE.match(activity)
    if named and named[1].lower() in _NOUNS and named[2].lower() in _NOUNS:
        return _phrase(activity, named.end())
    first, *others = _SENTENCE_END.split(activity)
    words = [word.lower() for word in _WORD.findall(first, 0, _START)]
    if not words or not (words[0] in _VERBS or (words[0].endswith("ly") and words[1:2] and words[1] in _VERBS)):
        return ""
    second = _second_in_sentence(first.partition(": ")[0])
    return second or next((_phrase(other) for other in others if _is_result(_phrase(other))), "")


def _second_in_sentence(sentence: str) -> str:
    for match in _AND.finditer(sentence):
        phrase = _as_order(_phrase(sentence, match.end()))
        if not (_is_result(phrase) or _is_effect(phrase)):
            continue
        before = sentence[: match.start()].lower()
        object_words = [word for word in _WORD.findall(before) if word not in _VERBS and not word.endswith("ly")]
        # "to shorten waits and improve access" names effects, ", and publish the results" a further result.
        is_below = _BELOW.search(before) and not (before.endswith(",") and _is_result(phrase))
        if len(object_words) >= _SHORTEST_OBJECT and not is_below:
            return phrase
    return ""


def _phrase(text: str, start: int = 0) -> str:
    """The first words from a place, without those that lead on to others."""
    match = _PHRASE.match(text, start)
    return _LOOSE_END.sub("", match[0]) if match else ""


def _as_order(phrase: str) -> str:
    """A phrase that may follow "as well as": "opening a clinic" is an order to open one."""
    first, space, rest = phrase.partition(" ")
    if not first.endswith("ing"):
        return phrase
    bare = first.removesuffix("ing")
    verbs = (bare, f"{bare}e", bare[:-1])
    return next((f"{verb}{space}{rest}" for verb in verbs if verb in _RESULTS | _RESULTS_OR_NOUNS), phrase)


def _is_result(phrase: str) -> bool:
    return _is_order(phrase, _RESULTS, _RESULTS_OR_NOUNS)


def _is_effect(phrase: str) -> bool:
    words = phrase.lower().split()
    return _is_order(phrase, _EFFECTS, _EFFECTS_OR_NOUNS) and words[1] not in _OF_THE_SAME_THING


def _is_order(phrase: str, verbs: frozenset[str], verbs_or_nouns: frozenset[str]) -> bool:
    """A verb with what it is to be done to, which is not what was named before."""
    words = phrase.lower().split()
    if len(words) < 2 or words[1] in _SAME_THING or _TERMS.match(phrase):
        return False
    if words[1] in _OF_THE_SAME_THING and not _PARTS.isdisjoint(words[2:]):
        return False
    if words[0] in verbs or " ".join(words[:2]) in verbs:
        return True
    return words[0] in verbs_or_nouns and (words[1] in _ARTICLES or words[1].isdigit())
