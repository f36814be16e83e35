"""Dates whose parts stand where none are read: June, July and August 2025, Summer 2026 term, June 1-30 2025."""

from itertools import pairwise
from typing import NamedTuple

from jfp_cli.values.dates.mending import mender_for
from jfp_cli.values.dates.periods import MONTHS_A_YEAR
from jfp_cli.values.dates.vocabulary import MONTH_NAMES, MONTHS, SEASONS, TERM_WORDS
from jfp_cli.values.dates.words import Words

_LISTING = frozenset({",", "and", "&", "or", "/"})


class Rearranged(NamedTuple):
    """What is wrong with the order of a text, the texts to write, and what to do with those that are not chosen."""

    problem: str
    texts: list[str]
    further: str = ""


def rearranged(words: Words) -> Rearranged | None:
    """A text with its parts where they are read; None where nothing is out of its place."""
    texts = _term(words) or _days(words)
    return Rearranged("has its parts in another order", texts) if texts else _months(words)


def _term(words: Words) -> list[str]:
    """Summer 2026 term."""
    season = next((i for i in range(len(words)) if words.at(i) in SEASONS), len(words))
    term = next((j for j in range(season + 2, len(words)) if words.at(j) in TERM_WORDS), 0)
    if not term:
        return []
    name, year = words.written(season, season + 1), words.written(season + 1, term)
    return mender_for(words).readable(words.replaced(season, term + 1, f"{name} {words.at(term)} {year}"))


def _days(words: Words) -> list[str]:
    """June 1-30 2025."""
    month = next((i for i in range(len(words)) if words.at(i) in MONTHS), len(words))
    if words.at(month + 2) not in {"-", "to"} or None in (words.number(month + 1), words.number(month + 3)):
        return []
    days = words.written(month + 1, month + 4)
    text = words.replaced(month, month + 4, f"{days} {words.written(month, month + 1)}")
    return [text] if mender_for(words).readable(text) == [text] else []


def _months(words: Words) -> Rearranged | None:
    """June, July and August 2025: one span where each month follows the other."""
    first = next((i for i in range(len(words)) if words.at(i) in MONTHS), len(words))
    if words.number(first - 1) is not None:
        return None  # of 31 June and July the day is what is wrong
    months: list[int] = []
    i = first
    while words.at(i) in MONTHS or (months and words.at(i) in _LISTING):
        months += [MONTHS[words.at(i)]] if words.at(i) in MONTHS else []
        i += 1
    if len(months) < 2 or words.at(i - 1) not in MONTHS:
        return None
    names = [MONTH_NAMES[month - 1] for month in months]
    is_span = all(after == before % MONTHS_A_YEAR + 1 for before, after in pairwise(months))
    if not is_span and months != sorted(months):
        return None  # of November and January 2026 the first is likely in the year before
    mender = mender_for(words)
    instead = [f"{names[0]} to {names[-1]}"] if is_span else names
    texts = [text for name in instead for text in mender.readable(words.replaced(first, i, name))]
    further = "and the rest as checkpoints" if len(texts) > 1 else ""
    return Rearranged("names several months", texts, further) if texts else None
