"""Milestones and targets that promise one thing: found by the words and the figure that they share."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, pairwise
from typing import NamedTuple

from jfp_cli.linting.prose.words import DOING, EVERYWHERE, SILENT, read_by_piece, stem, words_of
from jfp_cli.model.area import Milestone
from jfp_cli.model.plan import Plan, TargetHome
from jfp_cli.model.promise import CLOSED
from jfp_cli.model.target import Target
from jfp_cli.values.dates import SEASONS
from jfp_cli.values.text import composed

_MOST = 6  # targets; a word that more of them have says little
_TOGETHER, _HALF = 3, 2  # words that both have: in a row or, where the figure is the same, half of the fewer
_FIGURE = re.compile(r"(?<![\d.,/-])(?:at least |more than |no more than |under |over )?(\d[\d,.]*%?)(?![\d/-])")
_SEASONS = frozenset(stem(season) for season in SEASONS)
_GENERAL = frozenset(stem(word) for word in f"{EVERYWHERE} {DOING} more fewer less number share rate all".split())


class SharedPromise(NamedTuple):
    """A milestone and a target that promise one thing; `has_figure` where the milestone says the target's figure."""

    milestone: Milestone
    target: Target
    has_figure: bool


def shared_promises(plan: Plan, homes: Iterable[TargetHome]) -> Iterator[SharedPromise]:
    """Open milestones of a plan with those of its targets of which they speak, in the order of the plan."""
    every = [(home, _texts(home.target)) for home in homes]
    targets = [(home, texts, frozenset(chain.from_iterable(texts))) for home, texts in every]
    settings = plan.settings
    everywhere = frozenset(word for name in (settings.organisation, *settings.places.values()) for word in _stems(name))
    holding: dict[str, set[int]] = defaultdict(set)
    for number, (_, _, said) in enumerate(targets):
        for word in said:
            holding[word].add(number)
    few = {word: numbers for word, numbers in holding.items() if len(numbers) <= _MOST}
    for area in plan.areas.values():
        topic = everywhere.union(_stems(area.title))
        for milestone in area.milestones:
            if milestone.status in CLOSED:
                continue
            words = _stems(milestone.activity)
            ours = _telling(words, topic)
            for number in sorted(set().union(*[few[word] for word in words if word in few])):
                home, texts, said = targets[number]
                if len(ours & said) < _TOGETHER:
                    continue
                near = [
                    text for text in texts if len(ours.intersection(text)) >= _TOGETHER and not _are_apart(words, text)
                ]
                if not near or not _in_one_place(milestone, home):
                    continue
                has_figure = _plain(home.target) in _figures(milestone.activity)
                if any(_are_one(words, text, topic, has_figure=has_figure) for text in near):
                    yield SharedPromise(milestone, home.target, has_figure)


def _texts(target: Target) -> list[tuple[str, ...]]:
    return [_stems(text) for text in (target.statement, target.measure or "") if text]


def _stems(text: str) -> tuple[str, ...]:
    return tuple(read_by_piece(composed(text), _stems_in))


@cache
def _stems_in(piece: str) -> tuple[str, ...]:
    words = (written.lower().rstrip(",.-/") for written in words_of(piece))
    return tuple(stem(word) for word in words if word not in SILENT)


def _plain(target: Target) -> str:
    """The figure of a target as a text would show it; empty where it has none."""
    figure = target.target
    if figure is None:
        return ""
    return f"{abs(figure.value):,f}{'%' if figure.unit == '%' else ''}"


def _figures(text: str) -> set[str]:
    """The figures that a text shows."""
    return {figure[1].rstrip(".,") for figure in _FIGURE.finditer(text)}


def _in_one_place(milestone: Milestone, home: TargetHome) -> bool:
    places = home.target.places or (home.workstream.places if home.workstream else ())
    return not milestone.places or not places or not set(milestone.places).isdisjoint(places)


def _are_apart(words: tuple[str, ...], text: tuple[str, ...]) -> bool:
    """Whether each names another season."""
    ours, theirs = _SEASONS.intersection(words), _SEASONS.intersection(text)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _are_one(words: tuple[str, ...], text: tuple[str, ...], topic: frozenset[str], *, has_figure: bool) -> bool:
    """Whether two texts say three words in a row, or one figure and half of the words of the shorter."""
    if not _rows(words, topic).isdisjoint(_rows(text, topic)):
        return True
    ours, theirs = _telling(words, topic), _telling(text, topic)
    return has_figure and len(ours & theirs) * _HALF >= min(len(ours), len(theirs))


def _telling(words: tuple[str, ...], topic: frozenset[str]) -> frozenset[str]:
    return frozenset(words) - _GENERAL - topic


def _rows(words: tuple[str, ...], topic: frozenset[str]) -> frozenset[frozenset[str]]:
    """What three words in a row name, whatever their order and the area's own title among them."""
    row = [word for word in words if word not in topic and word not in _GENERAL]
    pairs = list(pairwise(row))
    return frozenset(frozenset((*one, other[1])) for one, other in pairwise(pairs) if len({*one, other[1]}) == 3)
