"""Phrases that name no date, and what to write instead of each kind."""

from itertools import pairwise
from typing import NamedTuple

from jfp_cli.values.dates.vocabulary import COUNTS

ANY_DATE = "write a day, a month, a season or a quarter with its year, or a year"


class Kind(NamedTuple):
    """What is wrong with a kind of phrase, what to write, and what is said of a date that stands beside it."""

    problem: str
    help: str
    of_date: str | None = ""  # None where a date beside it is another one than is meant: "6 months after April 2026"


_LENGTH = Kind("is a length of time", "write the date on which it ends", None)
_LENGTHS = frozenset(["day", "days", "week", "weeks", "month", "months", "year", "years", "quarters", "terms"])
# The first kind that has one of its phrases in the text is what is said of it.
_KINDS = {
    "each|every|annually|annual|yearly|monthly|quarterly|weekly|daily|per|regular|regularly|recurring": Kind(
        "repeats", "write its next date, or its first and its last", "if that is the next time"
    ),
    "tbc|tba|tbd|to be|unknown|n / a|none|not known|pending|not agreed|provisional|not set|no date": Kind(
        "is not settled", "write the date once it is agreed, or leave it out until then", "once it is agreed"
    ),
    "asap|a s a p|as soon|soon|soonest|immediate|immediately|urgent|urgently|now|shortly": Kind(
        "cannot be tracked", "write the latest day on which it can happen", "if that is the latest"
    ),
    "ongoing|on - going|on going|continuous|continuously|continuing|bau|business as usual|rolling": Kind(
        "has no end", "write when it starts and ends", "if it ends then"
    ),
    "this|next|last|current|previous|coming|today|tomorrow|yesterday|later|remainder|rest|recent": Kind(
        "depends on when it is read", "write the date itself"
    ),
    "around|circa|about|approximately|approx|roughly|c|ca|likely|hopefully|estimated|possibly": Kind(
        "is not firm", "write the date alone, or the first and the last that it may be"
    ),
    "plan": Kind("does not say which year", "write which year of the plan it is, or the year itself"),
    "year|month|quarter|term|fy|year - end": Kind("does not say which one", "write it with its year"),
}


def kind_of(words: list[str]) -> Kind | None:
    """The kind of phrase that some words are, None where they are of none that is known."""
    text = f" {' '.join(words)} "
    if any(noun in _LENGTHS and (count.isdigit() or count in COUNTS) for count, noun in pairwise(words)):
        return _LENGTH
    for phrases, kind in _KINDS.items():
        if any(f" {phrase} " in text for phrase in phrases.split("|")):
            return kind
    return None
