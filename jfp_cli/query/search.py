"""Words anywhere in the plan, the best places first."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from jfp_cli.model.kinds import KINDS, kind_of_entry
from jfp_cli.model.plan import Plan
from jfp_cli.model.walk import Found, walk
from jfp_cli.query.promises import HOMES
from jfp_cli.query.rows import Locate, Row
from jfp_cli.query.words import Wanted, wanted_in
from jfp_cli.values.address import Address
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.figures import Quantity
from jfp_cli.values.near_miss import near_miss
from jfp_cli.values.text import unaccented

# A word in the name of a thing says more about it than the same word in passing.
_NAME, _ID, _HEADING, _PASSING = 4, 3, 2, 1
_WORD = re.compile(r"[^\W\d_]{3,}")
_HEADINGS = ("measure", "group")  # what several things share


@dataclass(frozen=True, slots=True)
class Match:
    """A thing in which words were found: the address and text of its best place, and how well they fit."""

    address: Address
    text: str
    score: int
    words: int


def search(plan: Plan, words: list[str], among: Container[Address] | None = None) -> list[Match]:
    """The things that hold every word, best first; where none does, those that hold most of them.

    With `among`, no others are looked through. A whole word counts more than the beginning of one, and a name more than
    a passing mention; the inside of a word counts nothing.
    """
    wanted = wanted_in(words)
    best: dict[Address, tuple[tuple[int, int], Address, str]] = {}
    scored: dict[Address, dict[Wanted, int]] = {}
    for address, text in texts(plan):
        if among is not None and address.thing not in among:
            continue
        scores = _scores(wanted, unaccented(text), _weight(address))
        if not scores:
            continue
        thing = address.thing if address.id else address
        best_scores = scored.setdefault(thing, {})
        for word, score in scores.items():
            best_scores[word] = max(score, best_scores.get(word, 0))
        fit = (len(scores), sum(scores.values()) * len(scores))
        if thing not in best or fit > best[thing][0]:
            best[thing] = (fit, address, text)
    most = max((len(best_scores) for best_scores in scored.values()), default=0)
    matches = [
        Match(best[thing][1], best[thing][2], sum(best_scores.values()) + best[thing][0][1], len(best_scores))
        for thing, best_scores in scored.items()
        if len(best_scores) == most
    ]
    return sorted(matches, key=lambda match: -match.score)


def _weight(address: Address) -> int:
    kind, key = KINDS[address.kind], address.path[-1] if address.path else ""
    if key in ("", kind.title):  # an entry of a vocabulary is its own name
        return _NAME
    if key == kind.id_key:
        return _ID
    return _HEADING if key in _HEADINGS else _PASSING


def _scores(wanted: Iterable[Wanted], text: str, weight: int) -> dict[Wanted, int]:
    scores = {one: one.score(text) * weight for one in wanted}
    return {one: score for one, score in scores.items() if score}


def meant(plan: Plan, words: Iterable[str]) -> list[str]:
    """The words of the plan that were likely meant by those that it does not hold."""
    known: dict[str, str] = {}
    for _, text in texts(plan):
        known.update((unaccented(word), word) for word in _WORD.findall(text))
    likely = (near_miss(one.text, known) for one in wanted_in(words) if not any(map(one.score, known)))
    return [known[word].lower() for word in likely if word]


def match_rows(matches: Iterable[Match], locate: Locate, *, by_thing: bool = False) -> list[Row]:
    """A row for each place where words were found; by thing it has the address of what commands that edit take."""
    rows = []
    for match in matches:
        span = locate(match.address)
        where = {"file": span.file, "line": span.line}
        place = f"{span.file}:{span.line}"
        address = _named(match.address) if by_thing else match.address
        rows.append({"address": str(address), "text": match.text, "score": match.score, **where, "place": place})
    return rows


def _named(address: Address) -> Address:
    """The thing in which a place stands: a promise that its address names, else what has the id."""
    for end in range(len(address.path), 0, -1):
        kind = kind_of_entry(address.path[:end])
        if kind and kind.name in HOMES:
            return Address(address.kind, address.id, address.path[:end])
    return address.thing if address.id else address


def texts(plan: Plan) -> Iterator[tuple[Address, str]]:
    """Every text, id, date and figure as written, in the order of the files; the contents' own ids are none."""
    return texts_of(item for item in walk(plan) if item.at.kind != "plan" or not item.field.about.names)


def texts_of(values: Iterable[Found]) -> Iterator[tuple[Address, str]]:
    """The texts among some values of a plan; an entry of a vocabulary is its name and its meaning."""
    for at, field, value, in_key in values:
        if isinstance(value, PlanDate | Quantity):
            yield at, value.text
        elif isinstance(value, str) and not in_key:
            yield at, f"{at.id}: {value}" if field.holds == at.kind and not at.path else value
