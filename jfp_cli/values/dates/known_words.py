"""Every word that dates are written with, as an editor can look for others: "Septmber" is none."""

from collections.abc import Iterable, Iterator
from itertools import chain

from jfp_cli.values.dates import feasts, links, modifiers, phrases, plan_years, prefixes, spans, times, vocabulary
from jfp_cli.values.dates.words import ORDINAL_ENDINGS, SILENT
from jfp_cli.values.dates.year_names import KIND_OF

_PHRASES: tuple[Iterable[tuple[str, ...]], ...] = (
    modifiers.MODIFIERS,
    modifiers.FINANCIAL_YEAR_ENDS,
    modifiers.SCHOOL_YEAR_ENDS,
    prefixes.PREFIXES,
    phrases.OPEN_ENDS,
    phrases.LATEST,
    spans.TO,
    spans.AND,
    plan_years.PLAN_NAMES,
    KIND_OF,
)
_WORDS: tuple[Iterable[str], ...] = (
    *(vocabulary.MONTHS, vocabulary.WEEKDAYS, vocabulary.SEASONS, vocabulary.COUNTS, vocabulary.ORDINALS),
    *(vocabulary.DIVISION_WORDS, vocabulary.MONTH_WORDS, vocabulary.YEAR_WORDS, vocabulary.TERM_WORDS),
    *(vocabulary.MIDPOINTS, times.LEADS, times.HALVES_OF_A_DAY, times.ZONES, feasts.FEASTS, feasts.DAYS),
    *(links.BEFORE_A_YEAR, plan_years.WHOSE, ORDINAL_ENDINGS, SILENT),
    ("midsummer", "new", "s"),  # New Year's Day
)
_ALSO_K = "\u212a"  # the sign of the kelvin, whose small letter is that of K


def known_words() -> frozenset[str]:
    """The words, in small letters, of which every text that names a date consists."""
    return frozenset(word for word in chain(*_WORDS, *chain(*_PHRASES)) if word.isalpha())


def pattern() -> str:
    """A regular expression, as JSON Schema has them, that every text which names a date matches.

    A text with another word in it does not, and neither does one without a number or a word for years. What else is
    wrong with it takes a plan to know, or more than a pattern can say.
    """
    known = "|".join(map(_in_any_case, sorted(known_words())))
    years = "|".join(map(_in_any_case, sorted(vocabulary.YEAR_WORDS)))
    return rf"^(?=[\s\S]*(?:[0-9]|\b(?:{years})\b))[^A-Za-z]*(?:(?:{known})(?![A-Za-z])[^A-Za-z]*)*$"


def _in_any_case(word: str) -> str:
    return "".join(_letters(word))


def _letters(word: str) -> Iterator[str]:
    for letter in word:
        yield f"[{letter.upper()}{letter}{_ALSO_K if letter == 'k' else ''}]"
