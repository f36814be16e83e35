"""Words anywhere in the plan, the best places first."""

import re
from dataclasses import dataclass

from jfp_cli.model.plan import Plan
from jfp_cli.query.texts import texts
from jfp_cli.values.address import Address

# A word in the name of a thing says more about it than the same word in passing.
_WEIGHTS = {"title": 4, "statement": 4, "activity": 4, "id": 3, "area": 3, "measure": 2, "group": 2}
_WHOLE, _BEGINNING, _INSIDE = 4, 2, 1


@dataclass(frozen=True, slots=True)
class Match:
    """A thing in which words were found: the address and text of its best place, and how well they fit."""

    address: Address
    text: str
    score: int
    words: int


def search(plan: Plan, words: list[str]) -> list[Match]:
    """The things that hold every word, best first; where none does, those that hold most of them.

    A whole word counts more than the beginning of one, and a name more than a passing mention.
    """
    wanted = list(dict.fromkeys(word for word in " ".join(words).casefold().split() if word))
    best: dict[Address, tuple[int, Address, str]] = {}
    found: dict[Address, dict[str, int]] = {}
    for address, text in texts(plan):
        scores = _scores(wanted, text.casefold(), _weight(address))
        if not scores:
            continue
        thing = address.thing if address.id else address
        words_found = found.setdefault(thing, {})
        for word, score in scores.items():
            words_found[word] = max(score, words_found.get(word, 0))
        total = sum(scores.values()) * len(scores)
        if thing not in best or total > best[thing][0]:
            best[thing] = (total, address, text)
    most = max((len(words_found) for words_found in found.values()), default=0)
    matches = [
        Match(best[thing][1], best[thing][2], sum(words_found.values()) + best[thing][0], len(words_found))
        for thing, words_found in found.items()
        if len(words_found) == most
    ]
    return sorted(matches, key=lambda match: -match.score)


def _weight(address: Address) -> int:
    return _WEIGHTS.get(str(address.path[-1]), 1) if address.path else _WEIGHTS["title"]


def _scores(words: list[str], text: str, weight: int) -> dict[str, int]:
    scores = {}
    for word in words:
        if word in text:
            edge = re.escape(word)
            if re.search(rf"(?<!\w){edge}(?!\w)", text):
                scores[word] = _WHOLE * weight
            else:
                scores[word] = (_BEGINNING if re.search(rf"(?<!\w){edge}", text) else _INSIDE) * weight
    return scores
