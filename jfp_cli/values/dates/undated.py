"""Phrases that name no date, and what to write instead of each kind."""

from itertools import pairwise

from jfp_cli.values.dates.vocabulary import COUNTS

NOT_A_DATE = 'is not a date; write it like "31 March 2026", "March 2026", "Q3 2025/26" or "2025/26"'
_LENGTH = 'is a length of time; write the date on which it ends, such as "31 March 2030"'
_LENGTHS = frozenset(["day", "days", "week", "weeks", "month", "months", "year", "years", "quarters", "terms"])

# The first kind that has one of its phrases in the text gives the advice.
_KINDS = (
    (
        "each|every|annually|annual|yearly|monthly|quarterly|weekly|daily|per|regular|regularly|recurring",
        'repeats; write its next date, such as "31 March 2026", or a span such as "April 2025 to March 2026"',
    ),
    (
        "tbc|tba|tbd|to be|unknown|n / a|none|not known|pending|not agreed|provisional|not set|no date",
        'is not settled; write the date once it is agreed, such as "March 2026", or leave it out until then',
    ),
    (
        "asap|a s a p|as soon|soon|soonest|immediate|immediately|urgent|urgently|now|shortly",
        'cannot be tracked; write the latest day it can happen, such as "31 March 2026"',
    ),
    (
        "ongoing|on - going|on going|continuous|continuously|continuing|bau|business as usual|rolling",
        'has no end; write when it starts and ends, such as "April 2025 to March 2026"',
    ),
    (
        "this|next|last|current|previous|coming|today|tomorrow|yesterday|later|remainder|rest|recent",
        'depends on when it is read; write the date itself, such as "March 2026" or "2025/26"',
    ),
    (
        "around|circa|about|approximately|approx|roughly|c|ca|likely|hopefully|estimated|possibly",
        'is not firm; write the date alone, such as "March 2026", or a span such as "April to June 2026"',
    ),
    (
        "plan",
        'does not say which year; write "year 2 of the plan", or the year itself, such as "2026/27"',
    ),
    (
        "year|month|quarter|term|fy|year - end",
        'does not say which one; write it, as in "end of March 2026" or "end of 2025/26"',
    ),
)


def advice(words: list[str]) -> str:
    """Say what is wrong with a phrase that is no date and what to write, to follow the phrase itself."""
    text = f" {' '.join(words)} "
    if any(w in _LENGTHS and (v.isdigit() or v in COUNTS) for v, w in pairwise(words)):
        return _LENGTH
    for phrases, said in _KINDS:
        if any(f" {phrase} " in text for phrase in phrases.split("|")):
            return said
    return NOT_A_DATE
