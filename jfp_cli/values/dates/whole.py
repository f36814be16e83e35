"""A text that is one date and nothing else."""

from jfp_cli.values.dates.periods import Period
from jfp_cli.values.dates.phrases import phrase_at
from jfp_cli.values.dates.words import Words
from jfp_cli.values.unclear import UnclearError

LONGEST = 200  # characters
_FINAL_MARKS = {".", ";", ":", ")"}


def whole(words: Words) -> tuple[Period, bool]:
    """The period that all of the words name, and whether it is open; raises UnclearError."""
    if len(words.text) > LONGEST:
        raise UnclearError("")
    in_brackets = words.at(0) == "(" and words.at(len(words) - 1) == ")"
    read = phrase_at(words, 0) or (phrase_at(words, 1) if in_brackets else None)
    if not read:
        raise UnclearError("")
    period, is_open, end = read
    while words.at(end) in _FINAL_MARKS:
        end += 1
    if end < len(words):
        raise UnclearError("")
    return period, is_open
