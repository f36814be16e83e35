"""JFP607 repeated-text."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from jfp_cli.linting.option import Option, whole_number
from jfp_cli.linting.prose.index import Prose
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity
from jfp_cli.values.text import folded

# Where the plan speaks in its own words, once. Milestones restate what workstreams do, and JFP306 compares them;
# one indicator may track several workstreams, and one survey be heard on several ambitions.
_FIELDS = {
    "introduction",
    "ambitions",
    "challenges",
    "actions",
    "points",
    "commitment",
    "statement",
    "about",
}
_SHORTEST = Option(
    name="shortest",
    default="60",
    meaning="How many characters a sentence has at the least: shorter ones are alike by chance.",
    read=whole_number,
)
_ENDS = 6  # characters
_LITTLE = frozenset(["a", "an", "the", "of", "our", "its", "their", "all", "any", "that", "which", "to"])  # and commas
_SENTENCE_END = re.compile(r"(?<=[.!?]) +(?=[A-Z])")
_MARKS = ".,;:!?)\"'\u2019\u201d "
_NOT_LETTERS = {ord(char): " " for char in ".,;:!?()[]\"'-\u2018\u2019\u201c\u201d\u2013\u2014"}


def _check(subject: Subject) -> Iterator[Problem]:
    places = {target.id: target.places for target in subject.targets}
    for (_, first, *_), *others in _same(subject):
        repeated = [one for one in others if not _may_repeat(subject, first, one[1], places)]
        if repeated:
            (_, at, sentence, is_whole), more = repeated[0], len(repeated) - 1
            also = f", and at {more} more place{'s' * (more != 1)}" if more else ""
            yield Problem(
                at,
                f"the same words stand at {first}{also}",
                "keep them in one place, or say here what is different",
                words="" if is_whole else sentence,
            )


_Sentence = tuple[str, Address, str, bool]
"""A sentence with its ends and its address before it, and after it whether it is a whole text."""


def _same(subject: Subject) -> Iterator[list[_Sentence]]:
    """The long sentences that stand in more than one place."""
    # Most sentences begin and end as no other does, so that few need be compared as a whole.
    alike_at_ends: dict[str, list[_Sentence]] = defaultdict(list)
    for one in chain.from_iterable(subject.of_prose(_sentences, subject.value(_SHORTEST))):
        alike_at_ends[one[0]].append(one)
    for alike in alike_at_ends.values():
        if len(alike) > 1:
            normalised = {sentence: _normalised(sentence) for sentence in {sentence for _, _, sentence, _ in alike}}
            same: dict[str, list[_Sentence]] = defaultdict(list)
            for one in alike:
                same[normalised[one[2]]].append(one)
            yield from (several for several in same.values() if len(several) > 1)


def _sentences(prose: tuple[Prose, ...], shortest: int) -> list[_Sentence]:
    """The long sentences of a file in which the plan speaks in its own words."""
    return [
        (_ends(one), at, one, len(one) == len(text))
        for at, text in prose
        if len(text) >= shortest and not _FIELDS.isdisjoint(at.path) and "voices" not in at.path
        for one in (_SENTENCE_END.split(text) if ". " in text else (text,))
        if len(one) >= shortest
    ]


def _ends(sentence: str) -> str:
    """How a sentence begins and ends: the same where the sentence is the same."""
    ends = f"{sentence[:_ENDS]}{sentence.rstrip(_MARKS)[-_ENDS:]}".lower()
    if sentence.isascii() and ends.isprintable() and "  " not in ends:
        return ends  # as in most
    plain = folded(sentence)
    return f"{plain[:_ENDS]}{plain.rstrip(_MARKS)[-_ENDS:]}"


def _normalised(sentence: str) -> str:
    """The words of a sentence, but for those that can be left out without a change."""
    return " ".join([word for word in folded(sentence).translate(_NOT_LETTERS).split() if word not in _LITTLE])


def _may_repeat(subject: Subject, one: Address, other: Address, places: dict[str, tuple[str, ...]]) -> bool:
    """An action goes on into the next planning period, or a target holds for another place."""
    if one.kind == other.kind == "targets":
        return places.get(one.id) != places.get(other.id)
    here, there = _period(one), _period(other)
    if here is None or there is None or here == there != "":
        return False
    return subject.home(one) == subject.home(other)


def _period(at: Address) -> str | int | None:
    """The planning period of an action, empty where its address does not say; None for anything else."""
    if at.kind == "actions":
        return ""
    return at.path[1] if at.path[:1] == ("actions",) else None


RULE = Rule(
    code="JFP607",
    name="repeated-text",
    severity=Severity.ADVICE,
    what="A sentence stands twice in the plan.",
    why="Next year one of the two is changed and the other forgotten, and then they contradict each other. Advice: "
    "for now both say the same.",
    bad="""
--- sections/elective-care.yaml
challenges:
  - The elective waiting list is longer than it was before the pandemic
--- sections/finance.yaml
challenges:
  - Staff are hard to find. The elective waiting list is longer than it was before the pandemic.  # <--
""",
    good="""
--- sections/elective-care.yaml
challenges:
  - The elective waiting list is longer than it was before the pandemic
workstreams:
  - id: outpatients
    title: Outpatients
    actions:
      2025-26: [Keep carrying out the outpatient programme that every provider agreed on]
      2026-30: [Keep carrying out the outpatient programme that every provider agreed on]
--- sections/finance.yaml
challenges: [Clearing the elective waiting list costs more each year]
""",
    check=_check,
    options=(_SHORTEST,),
)
