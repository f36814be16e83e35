"""JFP507 expired-strategy."""

import re
from collections.abc import Iterator
from datetime import date

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.area import CLOSED
from jfp_cli.values.address import Address
from jfp_cli.values.dates import DateError
from jfp_cli.values.finding import Severity

_YEARS = re.compile(r"\b(20\d\d)(?: ?[-\u2013\u2014/] ?| (?:to|until) )(?:20)?(\d\d)\b")
_NOUN = r"\b(?:[Ss]trateg(?:y|ies)|[Pp]lans?|[Ff]ramework|[Rr]oadmap|Programme)\b"
_TITLE = rf"(?:[A-Z][\w'\u2019&-]* (?:(?:[A-Z][\w'\u2019&-]*|and|of the|for the|of|for) ){{0,8}})?{_NOUN}"
_TITLE_AFTER = re.compile(rf" {_TITLE}")
_TITLE_BEFORE = re.compile(rf"{_TITLE}(?: (?:for|of|from)(?: [A-Z][\w'\u2019-]*){{0,3}}|,|:)? \(?\Z")
_REACH = 120  # characters before the years in which a title begins
_KNOWN = re.compile(
    r"\b(?:replac|supersed|succeed|successor|refresh|renew|rewrit|evaluat|review|updat|lesson|learn(?:ed|t|ing)? from"
    r"|previous|former|ended|expired)",
    re.IGNORECASE,
)
_NOT_OF_NOW = {"pending", "updates", "moves", "voices", "edition"}


def _check(subject: Subject) -> Iterator[Problem]:
    yield from _in_lists(subject)
    closed = {milestone.id for _, milestone in subject.plan.milestones() if milestone.status in CLOSED}
    for at, text in subject.prose_index.holding("20"):
        for years in _YEARS.finditer(text):
            ended = _end(subject, years)
            if ended is None or not _NOT_OF_NOW.isdisjoint(at.path) or (at.kind == "milestones" and at.id in closed):
                continue
            name = _name(text, years)
            if name and not _is_known(text, years):
                yield _problem(at, name, ended, words=name)


def _in_lists(subject: Subject) -> Iterator[Problem]:
    """The strategies that enablers list with their years."""
    for enabler in subject.plan.enablers.values():
        for number, strategy in enumerate(enabler.strategies):
            if strategy.years and strategy.years.overdue(subject.day) and strategy.years.last:
                at = Address("enablers", enabler.id, ("strategies", number, "years"))
                yield _problem(at, f"{strategy.title} {strategy.years}", strategy.years.last)


def _end(subject: Subject, years: re.Match[str]) -> date | None:
    """The last day of several years that are over; none for one year, whose plan is named to compare with."""
    first, last = int(years[1]), 2000 + int(years[2])
    if last - first < 2 or last > subject.day.year:
        return None
    try:
        ended = subject.date(years[0]).last
    except DateError:
        return None
    return ended if ended and ended < subject.day else None


def _name(text: str, years: re.Match[str]) -> str:
    """What runs for these years, where it is a strategy or plan: 2023-2025 People Plan, Green Plan 2022-2025."""
    if after := _TITLE_AFTER.match(text, years.end()):
        return text[years.start() : after.end()]
    nearby = max(0, years.start() - _REACH)
    before = _TITLE_BEFORE.search(text[nearby : years.start()])
    name = text[nearby + before.start() : years.end()] if before else ""
    return f"{name})" if "(" in name else name


def _is_known(text: str, years: re.Match[str]) -> bool:
    """Its sentence says that it is over, or does something about it."""
    begins, ends = text.rfind(". ", 0, years.start()), text.find(". ", years.end())
    return _KNOWN.search(text, max(begins, 0), ends if ends >= 0 else len(text)) is not None


def _problem(at: Address, name: str, ended: date, words: str = "") -> Problem:
    return Problem(
        at,
        f'"{name}" ended in {ended:%B %Y}',
        "name what follows it, or say what holds until there is something",
        words=words,
    )


RULE = Rule(
    code="JFP507",
    name="expired-strategy",
    severity=Severity.WARNING,
    what="The plan rests on a strategy whose years are over.",
    why="What it promised has been done, dropped or replaced, and the plan does not say which. A warning: work "
    "under a strategy that has ended cannot be tracked against it.",
    bad="""
as of 2026-11-21
--- enablers/climate.yaml
strategies:
  - title: Green Plan
    years: 2022-2025  # <--
--- sections/autism.yaml
introduction:
  - We are guided by the 2023-2025 People Plan  # <--
  - Keep delivering the Essex All Age Autism Strategy 2020 to 2025  # <--
""",
    good="""
as of 2026-11-21
--- enablers/climate.yaml
strategies:
  - title: Green Plan
    years: 2025-2028
--- sections/autism.yaml
introduction:
  - Keep delivering the Essex All Age Autism Strategy 2025 to 2030, which replaced the strategy of 2020 to 2025
  - More cases than in the activity plan for 2023/24
  - The plan was written after the survey of 2020 to 2022
""",
    check=_check,
)
