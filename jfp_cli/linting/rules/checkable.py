"""What in a promise can be checked: a figure, a named product, the means, a deed.

For whom, with which partners and by when are none of these: "with dementia", "with Essex County Council", "by 2027".
"""

import re

from jfp_cli.values.text import small

# What stands with figures but says nothing of how much: when, who, and names that hold a number.
_NO_FIGURE = re.compile(
    r"\b20\d\d(?:[-/\u2013]\d{2,4})?\b|\b[0-3]?\d(?:st|nd|rd|th)? (?=[a-z]+ 20\d\d)"
    r"|\b(?:aged?|over|under)[ -](?:over |under )?\d+s?\b(?:[-\u2013]\d+)?(?: and over| and under| or over)?"
    r"|\b(?:\d+[-\u2013])?\d+[- ]years?[- ]olds?\b|\b[a-z0-9]+-(?:week|month|year) (?:point|mark|stage|review)\b"
    r"|\b(?:types?|levels?|tiers?|stages?|phases?|bands?|steps?|years?|grades?|parts?|sections?|nhs)"
    r" (?:\d+|one|two|three|four|five)\b|\b(?:111|999)\b|\b[a-z]+-?\d+\w*\b"
)
_DIGIT = re.compile(r"[\d%]")
_NUMBERS = frozenset(
    (
        *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen"),
        *("twenty", "thirty", "forty", "fifty", "sixty", "hundred", "half", "halve", "third", "quarter", "double"),
        *("twice", "weekly", "monthly", "named"),
    )
)
_EACH = re.compile(r"\b(?:in|at|on|to|for) (?:every|each)\b")
# Only a text with one of these words may name the means; looking for them is far quicker.
_MEANS_WORDS = frozenset(("by", "using", "via", "so", "through", "with", "level", "levels", "standard", "standards"))
_MEANS = re.compile(
    # Nearly every place is none of these words' beginning: asked once, that makes the search three times as fast.
    r"\b(?=[2bptuvsw])(?:(?:20\d\d|baseline|pre-pandemic) levels?\b|to the (?:[\w-]+ ){0,2}standards?\b"
    r"|by (?!being\b)\w+ing\b|(?:using|via|so that|so as to)\b"
    r"|through (?!(?:better|closer|continued|continuous|greater|improved|stronger|effective|joint|joined|integrated"
    r"|more|our|partner|partnership|collaborat\w+|co-?operation|engagement|working|innovation|collective"
    r"|an? (?:integrated|joint|shared|system))\b)"
    r"|with (?:an?|one|new|extra|additional|dedicated|trained|its own) (?!(?:view|focus|emphasis|range|variety|number"
    r"|wide|particular|learning|long|mental|physical|severe|serious|terminal|life|neuro|health|history|diagnosis"
    r"|disabilit|condition|disorder|illness|disease|need|special|extra focus|strong|greater|clear|more)\w*\b)"
    r"|with (?:[\w-]+,? ){1,3}?(?:navigators?|coordinators?|sessions?|interviews|lessons|courses|workshops|clinics"
    r"|visits|calls|letters|posters|leaflets|webinars|training|kits?|tools?|toolkits?|vans?|apps?|software|sensors?"
    r"|campaigns?|referrals|reminders?|grants?|funding|templates?|checklists?|equipment|scanners?|dashboards?)\b)"
)
_DEEDS = re.compile(
    r"[d,.](?:(?<=\band)|(?<=[,.])) (?:then )?(?:agree|appoint|begin|build|buy|commission|decide|deliver|employ|extend"
    r"|evaluate|fund|hire|hold|implement|install|introduce|launch|merge|move|open|pilot|procure|publish|put|recruit"
    r"|redesign|replace|report|roll out|set up|set|start|train|trial|write)\b"
)
# A name of two words with capitals, one with a capital within, or words in quotation marks: Blue Light Card, WorkWell.
_PRODUCT = re.compile(
    # What is asked of the place before it comes after the first letter because that is many times faster.
    r"[\"\u201c\u2018][^\"\u201d\u2019]{3,40}[\"\u201d\u2019]|[A-Z](?<!\w[A-Z])(?:[A-Z]+ [A-Z][a-z]+|[a-z]+[A-Z]\w*"
    r"|[a-z]+(?:[ -](?:of |the |and )?(?:[A-Z][a-z]+|[A-Z]{2,}))+)"
)
# Before a name these say where, for whom or with whom.
_OF_OTHERS = re.compile(r"\b(?:in|at|for|with|from|across|between|of|and|to|by)(?: the)? \Z")
_ORGANISATION = re.compile(r"\b(?:Trust|Council|Board|University|College|Hospital|Service|Partnership|Authority)\b")


def can_be_checked(text: str, start: int, places: tuple[str, ...]) -> bool:
    """Whether a promise has something that a reader could check; `start` is where its vague words end."""
    lowered = small(text)
    words = frozenset(lowered.split())
    if _has_figure(lowered, words) or _DEEDS.search(lowered, start):
        return True
    if ":" in text or ";" in text or (not words.isdisjoint(_MEANS_WORDS) and _MEANS.search(lowered)):
        return True
    return any(
        not (_ORGANISATION.search(found[0]) or _OF_OTHERS.search(text, 0, found.start()) or _is_in(places, found[0]))
        for found in _PRODUCT.finditer(text, start)
    )


def _has_figure(text: str, words: frozenset[str]) -> bool:
    """Whether a text in small letters says how much, how many or where without exception; `words` are its own."""
    if not words.isdisjoint(("every", "each")) and _EACH.search(text):
        return True
    if words.isdisjoint(_NUMBERS) and not _DIGIT.search(text):
        return False
    told = _NO_FIGURE.sub(" ", text)
    return _DIGIT.search(told) is not None or not _NUMBERS.isdisjoint(told.split())


def _is_in(places: tuple[str, ...], name: str) -> bool:
    return any(name in place or place in name for place in places)
