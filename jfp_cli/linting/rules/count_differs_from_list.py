"""JFP512 count-differs-from-list."""

import re
from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.enabler import Topic
from jfp_cli.model.field import Field
from jfp_cli.model.walk import walk
from jfp_cli.values.address import Address
from jfp_cli.values.figures.vocabulary import NUMBER_WORDS
from jfp_cli.values.finding import Severity
from jfp_cli.values.text import small

_NUMBERS = {word: number for word, number in NUMBER_WORDS.items() if 2 <= number <= 12}
_COUNT = rf"(?P<count>{'|'.join(_NUMBERS)}|[2-9]|1[0-2])"
_NOUN = (
    "themes|priorities|aims|ambitions|strands|objectives|principles|pillars|goals|steps|parts|workstreams|components|ways"
    "|outcomes|recommendations|commitments|areas|actions|reasons|groups|places|functions|elements|domains|stages|phases|values"
)
_TITLE = re.compile(rf"(?:our |the )?{_COUNT} (?:[\w-]+ ){{0,2}}?(?:{_NOUN})\b", re.IGNORECASE)
# Whole lists alone: what follows a colon up to the end of the sentence, where no word says that it is only a part.
_LIST = re.compile(
    rf"(?P<words>\b{_COUNT} (?:[\w-]+ ){{0,2}}?(?:{_NOUN}))(?P<between>[^.:;]{{0,30}}): (?P<list>[^.:]+)(?:\.|\Z)"
)
_PART = re.compile(r"\b(?:of|including|such as|among|for example|e\.g|first|most|one|some)\b", re.IGNORECASE)
_OF_SOME = re.compile(r"\bof (?:our |the |its |these |those )?\Z", re.IGNORECASE)
_AND = re.compile(r"\band\b|&")
_BULLET = re.compile(r"^\s*(?:[-*\u2022]|\d+[.)])\s", re.MULTILINE)
_BRACKET = re.compile(r"\([^()]*\)")


def _check(subject: Subject) -> Iterator[Problem]:
    for at, _, topic, _ in walk(subject.plan, _holds_topics):
        title = _TITLE.match(topic.title)
        count = _number(title["count"]) if title else 0
        listed = sum(len(_BULLET.findall(point)) or 1 for point in topic.points)
        lists = [length for length in (listed, len(topic.commitments), len(topic.facts)) if length]
        if title and lists and count not in lists:
            yield _problem(at.at("title"), title[0], lists[0])
    for at, text in subject.prose_index.holding(":"):
        if _BULLET.search(text):
            continue
        for found in _LIST.finditer(small(text)):
            fewest, most = _entries(found["list"])
            is_part = _PART.search(found["between"]) or _OF_SOME.search(text, 0, found.start())
            if not is_part and most > 1 and not fewest <= _number(found["count"]) <= most:
                words = text[slice(*found.span("words"))]
                yield _problem(at, words, fewest if _number(found["count"]) < fewest else most)


def _holds_topics(field: Field) -> bool:
    return Topic in field.models


def _problem(at: Address, words: str, listed: int) -> Problem:
    return Problem(
        at,
        f'"{words}" are announced, and {listed} follow{"s" * (listed == 1)}',
        "correct the number, or add what is missing from the list",
        words=words,
    )


def _number(written: str) -> int:
    return _NUMBERS.get(written.lower()) or int(written)


def _entries(written: str) -> tuple[int, int]:
    """How many entries a list has, at the least and at the most: "research and innovation" may be one or two."""
    written = _BRACKET.sub("", written)
    if ";" in written:
        entries = [entry for entry in written.split(";") if entry.strip()]
        return len(entries), len(entries)
    parts = [part for part in written.split(",") if part.strip()]
    last_is_joined = len(parts) > 1 and not _AND.match(parts[-1].strip()) and _AND.search(parts[-1])
    return len(parts) + bool(last_is_joined), len(parts) + len(_AND.findall(written))


RULE = Rule(
    code="JFP512",
    name="count-differs-from-list",
    severity=Severity.WARNING,
    what="A text announces a number of things and lists another.",
    why="One of them was forgotten or has been dropped, and nobody can tell which. A warning: what is not in the list "
    "cannot be tracked.",
    bad="""
--- enablers/digital.yaml
topics:
  - title: Five themes of our digital strategy  # <--
    points: [Skills, Records, Safety, Data]
points:
  - "Three aims guide us: better care, better value, happier staff and a greener estate"  # <--
""",
    good="""
--- enablers/digital.yaml
topics:
  - title: Four themes of our digital strategy
    points: [Skills, Records, Safety, Data]
  - title: Two aims
    points:
      - |
        1. Fairness.
        2. Kindness, at home and at work.
  - title: Two hospitals
    points: [One is new]
points:
  - "Three aims guide us: better care, better value, and health and wellbeing"
  - "Four themes: skills, records, and research and innovation"
  - "Two of our five priorities, among them falls: fewer falls"
  - "The six principles, including: fairness, kindness"
""",
    check=_check,
    by_file=True,
)
