"""Times of day, which change nothing about a date: 5pm, 5.30 pm, 17:00, noon, T09:00:00Z."""

from jfp_cli.values.dates.vocabulary import MIDPOINTS
from jfp_cli.values.dates.words import Words

_LONGEST = 6  # words, as in 09:00:00
LEADS = frozenset({"at", "by", "t"})
HALVES_OF_A_DAY = frozenset({"am", "pm"})
ZONES = frozenset({"z", "utc", "gmt", "bst"})


def after_time_before(words: Words, i: int) -> int:
    """The place after a time that stands before a date, as in "5pm on 30 May"; `i` where none does."""
    j = _after_time_of_day(words, i)
    return j + (words.at(j) == "on") if j > i else i


def after_time(words: Words, i: int) -> int:
    """The place after a time that stands after a date, as in "30 May at 5pm"; `i` where none does."""
    start = i + (words.at(i) in LEADS)
    j = _after_time_of_day(words, start)
    if j == start:
        return i
    if words.at(j) in ZONES:
        return j + 1
    if words.at(j) == "+" and _after_time_of_day(words, j + 1) > j + 1:
        return _after_time_of_day(words, j + 1)
    return j


def _after_time_of_day(words: Words, i: int) -> int:
    if words.at(i) in MIDPOINTS:
        return i + 1
    if words.number(i) is None:
        return i
    if words.at(i + 1) in MIDPOINTS:
        return i + 2
    j = i + 1
    has_colon = False
    while words.at(j) in {":", "."} and words.number(j + 1) is not None and words.glued(j - 1, 3) and j < i + _LONGEST:
        has_colon, j = has_colon or words.at(j) == ":", j + 2
    if words.at(j) in HALVES_OF_A_DAY:
        return j + 1
    return j if has_colon else i
