"""Which part of one plan is which part of another: by its id, by what it says, or by most of what it says."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import NamedTuple

from jfp_cli.history.parts import Part, words_of
from jfp_cli.model.kinds import KINDS
from jfp_cli.values.address import Address
from jfp_cli.values.text import folded


class Pair(NamedTuple):
    """A part before and after; None where it was not there yet, or is not there any more."""

    before: Part | None
    after: Part | None

    @property
    def last(self) -> Part:
        """The part as it is, or as it was where it is gone."""
        part = self.after or self.before
        if part is None:
            raise ValueError("a pair has a part")
        return part


def matched(before: Mapping[Address, Part], after: Mapping[Address, Part]) -> list[Pair]:
    """Every part of either plan once, with the one that it is in the other; in the order of the plan after.

    Parts with an id are the same where it is. What is left of a kind is the same where one match each way is better
    than all others and shares at least half of its content.
    """
    pairing = _Pairing()
    for at, part in after.items():
        if not at.path and at in before:
            pairing.join(before[at], part)
    for kind in KINDS:
        old = [part for part in before.values() if part.kind == kind and part not in pairing.after]
        new = [part for part in after.values() if part.kind == kind and part not in pairing.before]
        pairing.join_alike(old, new)
    pairs = [Pair(pairing.before.get(part), part) for part in after.values()]
    return [*pairs, *(Pair(part, None) for part in before.values() if part not in pairing.after)]


def is_alike(one: str, other: str) -> bool:
    """Whether two texts share at least half of their words."""
    words, others = words_of(one), words_of(other)
    return 2 * (words & others).total() >= max(words.total(), others.total())


class _Pairing:
    """What has been matched so far: `after` by the part before, `before` by the part after."""

    def __init__(self) -> None:
        self.after: dict[Part, Part] = {}
        self.before: dict[Part, Part] = {}

    def join(self, old: Part, new: Part) -> None:
        self.after[old], self.before[new] = new, old

    def join_alike(self, old: Iterable[Part], new: Iterable[Part]) -> None:
        """Match parts of one kind that no id matches: those that say the same where they stood, then the most alike."""
        waiting: dict[Hashable, list[Part]] = defaultdict(list)
        for part in new:
            waiting[part.parent, part.id is None, folded(part.text)].append(part)
        for part in old:
            home = self.after.get(part.parent) if part.parent else None
            # Where both have an id, these differ: then all that they say counts.
            for is_unnamed in (True, False) if part.id is None else (True,):
                same = waiting[home, is_unnamed, folded(part.text)]
                if same and part not in self.after:
                    self.join(part, same.pop(0))
        self._join_best(
            [part for part in old if part not in self.after], [part for part in new if part not in self.before]
        )

    def _join_best(self, old: list[Part], new: list[Part]) -> None:
        scores = _scores(old, new)
        best_after = _best({part: scores.get(part, {}) for part in old})
        turned: dict[Part, dict[Part, float]] = defaultdict(dict)
        for one, others in scores.items():
            for other, score in others.items():
                turned[other][one] = score
        best_before = _best(turned)
        for one, other in best_after.items():
            if best_before.get(other) is one:
                self.join(one, other)


def _scores(old: list[Part], new: list[Part]) -> dict[Part, dict[Part, float]]:
    """The share of their content that two parts have in common, where it is half or more."""
    holding: dict[str, list[Part]] = defaultdict(list)
    for part in new:
        for word in part.content:
            holding[word].append(part)
    found: dict[Part, dict[Part, float]] = {}
    for part in old:
        common: dict[Part, int] = defaultdict(int)
        for word, times in part.content.items():
            for other in holding.get(word, ()):
                common[other] += min(times, other.content[word])
        most = part.content.total()
        shares = {other: number / max(most, other.content.total()) for other, number in common.items()}
        found[part] = {other: share for other, share in shares.items() if share * 2 >= 1}
    return found


def _best(scores: Mapping[Part, Mapping[Part, float]]) -> dict[Part, Part]:
    """The one best match of each, where no other is as good."""
    found = {}
    for part, others in scores.items():
        ranked = sorted(others, key=lambda other: -others[other])[:2]
        if ranked and (len(ranked) == 1 or others[ranked[0]] > others[ranked[1]]):
            found[part] = ranked[0]
    return found
