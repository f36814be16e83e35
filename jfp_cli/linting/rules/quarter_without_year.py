"""JFP204 quarter-without-year."""

import re
from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.address import Address
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.finding import Severity

_QUARTER = re.compile(
    r"\bQ[1-4]\b|\b(?:quarters? (?:one|two|three|four|[1-4])|(?:first|second|third|fourth|final|last) quarter)\b",
    re.IGNORECASE,
)
_HINT = re.compile(r"q(?:[1-4]|uarter)")
# A year beside it, the plan's own years among them, or a quarter of every year.
_YEAR = re.compile(r"\b(?:19|20)\d\d|\b\d\d/\d\d\b|\bFY ?\d\d|\byear (?:one|two|three|four|five|\d)\b", re.IGNORECASE)
_EVERY = re.compile(r"\b(?:each|every|per|annual(?:ly)?|yearly|a year|previous|question|survey)\b", re.IGNORECASE)
_NO_DATES = frozenset(["pending", "voices", "updates", "moves"])
_SENTENCE_END = re.compile(r"(?<=[.!?;]) ")


def _check(subject: Subject) -> Iterator[Problem]:
    for at, text in subject.prose_index.holding(_HINT):
        if not _NO_DATES.isdisjoint(at.path):
            continue
        for sentence in _SENTENCE_END.split(text):
            quarter = _QUARTER.search(sentence)
            if quarter is None or _YEAR.search(sentence) or _EVERY.search(sentence):
                continue
            if not _is_dated(at, _number(quarter[0]), subject):
                yield Problem(
                    at,
                    f'"{quarter[0]}" does not say of which year',
                    f'write the year with it, such as "Q{_number(quarter[0])} 2025/26"',
                    words=quarter[0],
                )


def _is_dated(at: Address, quarter: int, subject: Subject) -> bool:
    """Whether the date beside a text is in the quarter that it names, so that the year is said."""
    due = getattr(subject.plan.get(Address(at.kind, at.id, at.path[:-1])), "due", None)
    if not isinstance(due, PlanDate) or due.last is None:
        return False
    starts = subject.plan.settings.year_starts
    return all((day.month - starts) % 12 // 3 + 1 == quarter for day in (due.first, due.last))


def _number(quarter: str) -> int:
    names = (("1", "one", "first"), ("2", "two", "second"), ("3", "three", "third"))
    return next((at for at, words in enumerate(names, 1) if any(word in quarter.lower() for word in words)), 4)


RULE = Rule(
    code="JFP204",
    name="quarter-without-year",
    severity=Severity.WARNING,
    what="A text names a quarter, but not of which year.",
    why="In a plan of five years there are five of each, and readers take the one that suits them. A warning, since "
    "what is promised cannot be tracked.",
    bad="""
workstreams:
  - id: end-of-life
    title: End of life
    actions:
      2025-26:
        - Introduce digital advance care plans in Q4, so that records are shared  # <--
        - Train the teams by the end of quarter two  # <--
""",
    good="""
workstreams:
  - id: end-of-life
    title: End of life
    actions:
      2025-26:
        - Introduce digital advance care plans in Q4 2025/26
        - Train the teams in Q1 and Q2 of 2025/26
        - Report every quarter, and to the board in Q4 of each year
        - Cut falls by a quarter
        - Send the quarterly return
        - {action: Open the hub in Q3, due: November 2025}
""",
    check=_check,
    by_file=True,
)
