"""What the head of a column means: a field of a milestone or of a measure, or what a tracker keeps for itself."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from jfp_cli.model.area import Area
from jfp_cli.model.field import Entity, fields_of
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.measure import Measure
from jfp_cli.model.promise import Move, Update
from jfp_cli.values.text import unaccented

AREA, REF, FORMER, DAY, SHARE, PLACE, NOTHING = "area", "ref", "was", "update_date", "percent", "place", "nothing"
"""What columns may hold beside fields: the area, the tracker's number, the date before, the day of the update, how much
is done, the place that readings are of; and what is not to be taken."""
MEASURED = KINDS["measures"].title
"""What columns hold in which measures are named."""
_DATES = ("due", "forecast", "completed", "starts", FORMER)
_REFS = (
    *("ref", "reference", "ref_no", "reference_number", "no", "nr", "number", "id", "item", "line", "code", "#", "wbs"),
    *("task_id", "activity_id", "action_id", "milestone_id", "task_code", "activity_code", "action_no", "milestone_no"),
    *("action_ref", "milestone_ref", "unique_id", "item_no", "row", "s_no", "sr_no", "ser"),
)
_SHARE = re.compile(r"(?:.* )?(?:%|percent|per cent|percentage|pct)(?: .*)?")
_OTHER_DAYS = re.compile(
    r"(?:date )?(?:raised|added|opened|created|logged|identified|agreed on|entered|reviewed)(?: (?:on|date))?"
    r"|(?:next |last )?review(?: date)?|next update(?: due)?|date of (?:next )?(?:review|meeting)"
)
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_PARTS = re.compile(r"\s*(?:/|&|\band\b|,|\+|;|\n)\s*")
_MARKS = re.compile(r"[^\w%#/&+,;()\[\]\n-]+")
_LONGEST = 12  # words
_NEVER_LAST = frozenset(
    ("by", "when", "from", "who", "end", "done", "to", "was", "new", "old", "met", "what", "name", "title")
)
SURE, _IN_PART, _AT_THE_END = 3, 2, 1


class Meant(NamedTuple):
    """What a head may mean, and how sure that is; the more words of it are known, the surer."""

    meaning: str
    sureness: int


def meanings_of(head: str, model: type[Entity]) -> list[Meant]:
    """What a head may mean in a tracker of promises, the surest first."""
    return _meanings(head, _of_promises(model))


def meanings_of_measure(head: str) -> list[Meant]:
    """What a head may mean in a table of measures, the surest first."""
    return _meanings(head, _of_measures())


def _meanings(head: str, known: Mapping[str, tuple[str, ...]]) -> list[Meant]:
    text = " ".join(_MARKS.sub(" ", unaccented(head)).split())
    if not text or len(text.split()) > _LONGEST:
        return []
    found: dict[str, int] = {}
    for phrase, sureness in _phrases(text):
        for meaning in _meant(phrase, known):
            found.setdefault(meaning, sureness)
        if sureness == SURE and found:
            break
    for part in () if found else (_BRACKETS.sub(" ", text), *_PARTS.split(_BRACKETS.sub(" ", text))):
        found = found or dict.fromkeys(_at_an_end(_words(part), known), _AT_THE_END)
    return [Meant(meaning, sureness) for meaning, sureness in found.items()]


def _phrases(text: str) -> Iterator[tuple[str, int]]:
    """The phrases of a head that may be known: all of it, what is outside its brackets and in them, and its parts."""
    yield text, SURE
    outside = " ".join(_BRACKETS.sub(" ", text).split())
    yield outside, SURE
    for part in _PARTS.split(outside):
        yield part, _IN_PART
    for inside in _BRACKETS.findall(text):
        yield "".join(inside), _IN_PART


def _meant(phrase: str, known: Mapping[str, tuple[str, ...]]) -> Sequence[str]:
    words = _words(phrase)
    if not words:
        return ()
    key = "_".join(words)
    exact = known.get(key) or known.get(key.removesuffix("s")) or known.get(key.replace("_", ""))
    if exact:
        return exact
    if _SHARE.fullmatch(" ".join(words)):
        return (SHARE,)
    return (NOTHING,) if _OTHER_DAYS.fullmatch(" ".join(words)) else ()


def _at_an_end(words: Sequence[str], known: Mapping[str, tuple[str, ...]]) -> Sequence[str]:
    """What a head means by its last words, else by its first: "task owner", "status at month 9".

    A word before one for a date says which date it is: "actual finish".
    """
    for start in range(1, len(words)):
        found = _meant(" ".join(words[start:]), known) if words[start] not in _NEVER_LAST else ()
        if found and found[0] in _DATES:
            sooner = (known.get(word, ()) for word in words[:start])
            return next((other for other in sooner if set(other) & set(_DATES[1:])), found)
        if AREA in found and "owner" in known.get(words[0], ()):
            return known[words[0]]  # the lead department
        if found:
            return found
    for end in range(len(words) - 1, 0, -1):
        found = _meant(" ".join(words[:end]), known) if words[end - 1] not in _NEVER_LAST else ()
        if found:
            return found
    return ()


def _words(phrase: str) -> list[str]:
    return re.findall(r"[\w%#]+", phrase.replace("_", " "))


@cache
def _of_promises(model: type[Entity]) -> dict[str, tuple[str, ...]]:
    """What the words of heads mean in a tracker, by key: the model's own come before those that stand for them."""
    known: dict[str, list[str]] = {}
    fields = fields_of(model)
    for name in fields:
        known.setdefault(name, []).append(name)
    for field in fields.values():
        for word in field.about.synonyms:
            known.setdefault(word, []).append(field.key)
    former, day = fields_of(Move)["from"], fields_of(Update)["date"]
    others = {
        AREA: (AREA, *_synonyms(Area, KINDS["areas"].id_key)),
        REF: _REFS,
        FORMER: former.about.synonyms,
        DAY: tuple(word for word in day.about.synonyms if "update" in word),
    }
    for meaning, words in others.items():
        for word in words:
            known.setdefault(word, []).append(meaning)
    known["id"] = [REF]  # of the tracker: no file of a plan has such a head
    return {word: tuple(dict.fromkeys(meant)) for word, meant in known.items()}


@cache
def _of_measures() -> dict[str, tuple[str, ...]]:
    known: dict[str, list[str]] = {}
    for key in ("title", "unit", "better", "every", "source", "definition"):
        for word in (key, *_synonyms(Measure, key)):
            known.setdefault(word, []).append(key)
    for word in _REFS:
        known.setdefault(word, []).append(NOTHING)
    known[PLACE] = [PLACE]
    return {word: tuple(meant) for word, meant in known.items()}


def _synonyms(model: type[Entity], key: str) -> tuple[str, ...]:
    return fields_of(model)[key].about.synonyms
