"""What stands after a number: %, weeks, beds, open pathways, a week, per 1,000 live births."""

from functools import lru_cache
from typing import NamedTuple

from jfp_cli.values.dates.vocabulary import MONTHS
from jfp_cli.values.figures.numerals import count_at, numeral_at
from jfp_cli.values.figures.senses import AFTER, BEFORE_A_NOUN
from jfp_cli.values.figures.tokens import Tokens
from jfp_cli.values.figures.units import NAMES, PER_CENT, plural
from jfp_cli.values.figures.vocabulary import FRACTIONS, MAGNITUDES, NUMBER_WORDS, ORDINAL_ENDINGS, TIMES
from jfp_cli.values.phrase_table import PhraseTable

_LONGEST_NOUN = 6
_MOST_DECLARED = 256  # that are kept cut into words; a plan has a handful
_WITHIN_A_UNIT = frozenset(["a", "an", "the", "and", "of", "in", "on", "at", "for", "to", "with", "&", "/", "-"])
_NAMED = PhraseTable({tuple(name.split()): unit for name, unit in NAMES.items()})
# A noun never holds these: they begin a second statement ("19 by March"), rank, or compare with what is not written.
_LINKS = (
    "a an the and or to by at on in of from for with within as is are was than before after until each every per "
    "least most up down about around minus plus under over above below between against versus vs not no without "
    "who which that where when if unless through across during since compared"
)
_RANKS = (
    "tolerance percentile percentiles centile centiles quartile quartiles quintile quintiles decile deciles "
    "noon midnight am pm level levels baseline average mean median mode ratio times fold percent cent deficit surplus "
    "min max minimum maximum"
)
_NEVER_IN_A_NOUN = frozenset(f"{_LINKS} {_RANKS}".split()) | {*FRACTIONS, *NUMBER_WORDS, *MONTHS, *ORDINAL_ENDINGS}
_ONE_SPELLING = {"wtes": "wte", "ftes": "fte"}
_GLUED = frozenset({"wte", "wtes", "fte", "ftes", "kwh", "mwh", "gwh", "km", "kg"})  # 150.5wte
_CARBON = {f"{mass}{gas}".lower(): f"{mass}{gas}" for gas in ("CO2", "CO2e") for mass in ("", "t", "kt", "Mt", "kg")}
_MASSES = {"tonnes": "t", "tonne": "t", "kg": "kg"}
# What "per" may be followed by, besides the units of the plan: what services count people, time and places in.
_COUNTED = (
    "head person people patient patients resident residents population adult adults child children woman women man "
    "men birth births death deaths case cases contact contacts visit visits call calls referral referrals "
    "admission admissions discharge discharges attendance attendances appointment appointments episode episodes "
    "pathway pathways procedure procedures operation operations session sessions list lists clinic clinics test "
    "tests scan scans bed beds ward wards theatre theatres site sites practice practices pcn pcns gp gps trust "
    "trusts place places provider providers hospital hospitals school schools pupil pupils household households "
    "home homes team teams staff wte fte nurse nurses doctor doctors clinician clinicians consultant consultants "
    "shift shifts night nights item items prescription prescriptions dose doses registered weighted live older "
    "occupied available spell spells incident incidents mile miles pound capita"
)
_EACH = frozenset(_COUNTED.split()) | TIMES.keys()
_HOW_OFTEN = {"annually": "year", "yearly": "year", "pa": "year", "monthly": "month", "quarterly": "quarter"}
_HOW_OFTEN |= {"weekly": "week", "daily": "day", "hourly": "hour", "yoy": "year", "year-on-year": "year"}
_PERIODS = {spelling: unit.removesuffix("s") for spelling, unit in TIMES.items()}
_PERIODS |= {"quarter": "quarter", "night": "night"}


class _Declared(NamedTuple):
    """A unit of the plan's own: its name, and the words that it is cut into as figures are."""

    name: str
    words: tuple[str, ...]

    def stands_at(self, tokens: Tokens, i: int) -> bool:
        """Whether the unit stands at `i`."""
        there = tokens.sequence(i, len(self.words))
        return bool(there) and there[:-1] == self.words[:-1] and plural(there[-1]) == plural(self.words[-1])


@lru_cache(_MOST_DECLARED)
def _declared(unit: str) -> _Declared:
    return _Declared(" ".join(unit.lower().split()), tuple(Tokens(unit).words))


def is_unit(text: str) -> bool:
    """Whether a plan may declare a text as a unit: words that hold no figure, and rank and date nothing."""
    words = _declared(text).words
    if not words or words[0] in BEFORE_A_NOUN or not (_is_noun(words[0]) and _is_noun(words[-1])):
        return False
    return all(_is_noun(word) or word in _WITHIN_A_UNIT for word in words) and not _NAMED.at(Tokens(text), 0)


def unit_at(tokens: Tokens, i: int, *, is_single: bool = False) -> tuple[str, int]:
    """The unit of a number that stands before `i`, "" where there is none, and the place after it."""
    noun = None if tokens.touches(i) else noun_at(tokens, i, is_single=is_single)
    if tokens.touches(i) and tokens.at(i) in _GLUED:
        noun = _ONE_SPELLING.get(tokens.at(i), tokens.at(i)), i + 1
    named, declared = named_at(tokens, i), declared_at(tokens, i)
    if noun and named == declared and declared and noun[1] > declared[1]:
        named = noun  # of "beds", "20 beds open" counts no other thing than it does anywhere
    counted, j = named or noun or ("", i)
    each, end = rates_at(tokens, j)
    return f"{counted} {each}".strip(), end


def named_at(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """A unit that is known by name: per cent, weeks, tCO2e, and those that the plan declares."""
    named = _NAMED.at(tokens, i)
    if named is None:
        return _carbon_at(tokens, i) or declared_at(tokens, i)
    noun = declared_at(tokens, named[1]) if named[0] == PER_CENT else None
    return (f"{PER_CENT} {noun[0]}", noun[1]) if noun else named


def noun_at(tokens: Tokens, i: int, *, is_single: bool = False) -> tuple[str, int] | None:
    """What a count counts, in the plural: up to six words."""
    j = i
    while _is_noun(tokens.at(j)) and not _ends_in_a_sense(tokens, j):
        j += 1
    if not i < j <= i + _LONGEST_NOUN:
        return None
    noun = " ".join(_ONE_SPELLING.get(word, word) for word in tokens.words[i:j])
    return (plural(noun) if is_single else noun), j


def _ends_in_a_sense(tokens: Tokens, i: int) -> bool:
    """Whether what is left says how the figure is meant: the "fewer" of "20 beds fewer"."""
    sense = AFTER.at(tokens, i)
    return tokens.at(i) in BEFORE_A_NOUN or (sense is not None and sense[1] == len(tokens))


def rates_at(tokens: Tokens, i: int) -> tuple[str, int]:
    """In each of what something is counted: per 1,000 live births, a week, per patient per year; "" for nothing."""
    said: list[str] = []
    while rate := _rate_at(tokens, i):
        each, i = rate
        said.append(f"per {each}")
    return " ".join(said), i


def _rate_at(tokens: Tokens, i: int) -> tuple[str, int] | None:
    word = tokens.at(i)
    if word in _HOW_OFTEN:
        return _HOW_OFTEN[word], i + 1
    if tokens.sequence(i, 2) == ("p", "a") or tokens.sequence(i, 3) == ("year", "on", "year"):
        return "year", i + (2 if word == "p" else 3)
    if word in {"a", "an", "each", "every"}:
        period = _PERIODS.get(tokens.at(i + 1))
        return (period, i + 2) if period else None
    if word not in {"per", "/"}:
        return None
    if tokens.at(i + 1) == "annum":
        return "year", i + 2
    counted = count_at(tokens, i + 1) or _great_count_at(tokens, i + 1)
    j = counted[1] if counted else i + 1
    noun = declared_at(tokens, j) or _known_noun_at(tokens, j)
    if counted is None:
        return (_PERIODS.get(noun[0], noun[0]), noun[1]) if noun else None
    return (f"{counted[0]:,} {noun[0]}", noun[1]) if noun else (f"{counted[0]:,}", j)


def _great_count_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """100k, a million: what many things are counted in."""
    if tokens.at(i) in MAGNITUDES:
        return MAGNITUDES[tokens.at(i)], i + 1
    read = numeral_at(tokens, i)
    return (int(read[0].value), read[1]) if read and read[0].value % 1 == 0 and read[0].scale != "m" else None


def _known_noun_at(tokens: Tokens, i: int) -> tuple[str, int] | None:
    j = i
    while tokens.at(j) in _EACH:
        j += 1
        if tokens.at(j) == "of" and tokens.at(j + 1) in _EACH:
            j += 1
    return (" ".join(tokens.words[i:j]), j) if j > i else None


def declared_at(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """A unit that the plan declares, or that its measure is counted in, be it of one thing or of several.

    The longest of those that stand there.
    """
    there = [unit for unit in map(_declared, tokens.units) if unit.stands_at(tokens, i)]
    longest = max(there, key=lambda unit: len(unit.words), default=None)
    return (longest.name, i + len(longest.words)) if longest else None


def _carbon_at(tokens: Tokens, i: int) -> tuple[str, int] | None:
    mass = _MASSES.get(tokens.at(i))
    j = i + 1 + (tokens.at(i + 1) == "of")
    if mass and tokens.at(j) in {"co2", "co2e"}:
        return f"{mass}{_CARBON[tokens.at(j)]}", j + 1
    return (_CARBON[tokens.at(i)], i + 1) if tokens.at(i) in _CARBON else None


def _is_noun(word: str) -> bool:
    return word not in _NEVER_IN_A_NOUN and word not in _HOW_OFTEN and word.replace("-", "").replace("'", "").isalpha()
