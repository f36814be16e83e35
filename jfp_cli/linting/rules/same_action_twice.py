"""JFP610 same-action-twice."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from jfp_cli.linting.prose.words import DOING, SILENT, read_by_piece, stem, words_of
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.section import Section, Workstream
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity
from jfp_cli.values.text import composed

_FEWEST = 3  # words that say what is done; shorter actions are alike by chance
_ALIKE = 0.7  # of all words of both
_MOST = 12  # actions; a word that more of them have tells little
_ROOT = 5  # letters; "reduce" and "reducing" share them
_DOING = frozenset(word[:_ROOT] for word in f"{DOING} cut help with".split())
# "Cut waits, and explore other ways" is two things; "for falls, and for frailty" is one.
_SECOND_THING = re.compile(r", and (?!for|in|of|with|to|on|at|by|the|its|our|their|other)|; ")


class _Action(NamedTuple):
    stream: Workstream
    period: str
    number: int
    words: frozenset[str]
    written: str
    places: tuple[str, ...]

    @property
    def at(self) -> Address:
        """Where it stands."""
        return Address("workstreams", self.stream.id, ("actions", self.period, self.number))

    @property
    def figures(self) -> frozenset[str]:
        """The figures that it names."""
        return frozenset(word.strip(",.-/") for word in words_of(self.written) if word[0].isdigit())


def _check(subject: Subject) -> Iterator[Problem]:
    sections = subject.plan.sections.values()
    actions = [action for section in sections for action in subject.memory.of(section, _actions, section)]
    for number, other in _first_alike(actions).items():
        yield Problem(
            actions[number].at,
            f"nearly the same action stands at {actions[other].at}",
            "keep it where it is done, or say in each what sets it apart",
        )


def _actions(section: Section) -> list[_Action]:
    found: list[_Action] = []
    for stream in section.workstreams:
        for period, entries in stream.actions.items():
            for number, entry in enumerate(entries):
                text, places = (entry, ()) if isinstance(entry, str) else (entry.action, entry.places)
                clause = _first_thing(composed(text))
                words = frozenset(read_by_piece(clause, _telling_in))
                if len(words) >= _FEWEST:
                    found.append(_Action(stream, period, number, words, clause, places or stream.places))
    return found


def _first_thing(text: str) -> str:
    return _SECOND_THING.split(text, 1)[0] if ", and " in text or "; " in text else text


@cache
def _telling_in(piece: str) -> tuple[str, ...]:
    return tuple(word for word in map(_telling, words_of(piece)) if word)


def _telling(written: str) -> str:
    """A word without its ending, empty where it does not say what is done: "cutting" is "cut", and says nothing."""
    word = written.lower()
    bare = word.removesuffix("ing")
    if bare != word and len(bare) >= _FEWEST:
        word = bare[:-1] if bare[-1] == bare[-2] and bare[-1] not in "sl" else bare
    return "" if word in SILENT or word[:_ROOT] in _DOING else stem(word)


def _first_alike(actions: Sequence[_Action]) -> dict[int, int]:
    """The actions that stand there already, each with the first that is the same.

    One of the two has all words of the other, a rare one among them.
    """
    holding: dict[str, list[int]] = defaultdict(list)
    for number, action in enumerate(actions):
        for word in action.words:
            holding[word].append(number)
    own = {word for word, having in holding.items() if len(having) == 1}
    first: dict[int, int] = {}
    for number, action in enumerate(actions):
        if not own.isdisjoint(action.words):
            continue  # as most actions do, it has a word that no other has
        having_rarest = min(map(holding.__getitem__, action.words), key=len)
        for other in having_rarest if len(having_rarest) <= _MOST else ():
            later, earlier = (number, other) if other < number else (other, number)
            if (
                earlier < first.get(later, later)
                and action.words <= actions[other].words
                and _is_same(actions[later], actions[earlier])
            ):
                first[later] = earlier
    return first


def _is_same(here: _Action, there: _Action) -> bool:
    """Whether two workstreams do one thing; what goes on in one workstream, or elsewhere, is another."""
    if here.stream.id == there.stream.id or len(here.words & there.words) < _ALIKE * len(here.words | there.words):
        return False
    if here.places and there.places and not set(here.places) & set(there.places):
        return False
    return here.written == there.written or here.figures == there.figures


RULE = Rule(
    code="JFP610",
    name="same-action-twice",
    severity=Severity.ADVICE,
    what="Two workstreams promise nearly the same action.",
    why="Each waits for the other, or both do it, and next year one of the two is changed and the other forgotten. "
    "Advice: for now both say the same. Within one workstream an action may go on, and in another place it is another.",
    bad="""
workstreams:
  - id: frailty
    title: Frailty
    actions:
      2025-26: [Identify people at risk of falls with the frailty score]
  - id: falls
    title: Falls
    actions:
      2025-26:
        - Identify the people who are at risk of falls, with the frailty score  # <--
""",
    good="""
--- sections/falls.yaml
workstreams:
  - id: frailty
    title: Frailty
    actions:
      2025-26: [Begin to identify people at risk of falls with the frailty score]
      2026-30: [Keep identifying people at risk of falls with the frailty score]
  - id: falls
    title: Falls
    actions:
      2025-26:
        - Identify people at risk of fractures with the frailty score
        - Keep funding core care processes for people with diabetes
  - id: north
    title: North
    places: [north]
    actions: {2025-26: [Open falls clinics in each market town]}
  - id: south
    title: South
    places: [south]
    actions: {2025-26: [Open falls clinics in each market town, Keep funding core care processes for people with COPD]}
--- plan.yaml
places: {north: North, south: South}
""",
    check=_check,
    stronger_than=("JFP607",),
)
