"""JFP507 expired-strategy."""

import re
from collections.abc import Iterator
from datetime import date

from jfp_cli.linting.messages import bare
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.promise import CLOSED
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity

_YEARS = re.compile(r"\b(20\d\d)(?: ?[-\u2013\u2014/] ?| (?:to|until) )(?:20)?(\d\d)\b")
_NOUN = r"\b(?:[Ss]trateg(?:y|ies)|[Pp]lans?|[Ff]ramework|[Rr]oadmap|Programme)\b"
_TITLE = rf"(?:[A-Z][\w'\u2019&-]* (?:(?:[A-Z][\w'\u2019&-]*|and|of the|for the|of|for) ){{0,8}})?{_NOUN}"
_TITLE_AFTER = re.compile(rf" {_TITLE}")
_TITLE_BEFORE = re.compile(rf"{_TITLE}(?: (?:for|of|from)(?: [A-Z][\w'\u2019-]*){{0,3}}|,|:)? \(?\Z")
_REACH = 120  # characters before the years in which a title begins
_NAMES_ONE = re.compile(r"trateg|Plan|ramework|oadmap|Programme")
# "The Oral Health Strategy, which runs to March 2024".
_RUNS_TO = re.compile(
    rf"(?P<name>{_TITLE})[^.;:]{{0,30}}?\b(?:runs?|ran|running|lasts?|lasted|covers?|valid|in force|extends?|holds?"
    r"|agreed|dated|in place|which is|ends?|ended|expires?)\b[^.;:\d]{0,25}?"
    r"\b(?:to|until|till|up to|through|for|in|on)\b (?:the )?(?P<date>[^.;:]{4,40})"
)
_YEARS_ALONE = re.compile(r"\s*(?:(?:from|for) )?(20\d\d)(?: ?[-\u2013\u2014/] ?| (?:to|until) )(?:20)?(\d\d)\s*\Z")
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
                yield _problem(at, name, str(ended.year), words=name)
        if _NOT_OF_NOW.isdisjoint(at.path) and not (at.kind == "milestones" and at.id in closed):
            yield from _running_to(subject, at, text)


def _running_to(subject: Subject, at: Address, text: str) -> Iterator[Problem]:
    """The strategies of a text that say of themselves until when they run."""
    if not _NAMES_ONE.search(text):
        return
    for found in _RUNS_TO.finditer(text):
        written = next(subject.dates_in(found["date"]), None)
        if written is None or written[0] != 0 or _is_known(text, found):
            continue
        ended = written[2]
        if ended.overdue(subject.day) and ended.last:
            yield _problem(at, found["name"], bare(ended), words=found["date"][: written[1]])


def _in_lists(subject: Subject) -> Iterator[Problem]:
    """The strategies that enablers list with their years."""
    for enabler in subject.plan.enablers.values():
        for number, strategy in enumerate(enabler.strategies):
            years = strategy.years
            if years is None or years.last is None or not years.overdue(subject.day):
                continue
            plain = _YEARS_ALONE.match(years.text)
            is_span = plain is not None and _last_year(plain) - int(plain[1]) > 1
            if is_span and subject.day <= date(years.last.year, 12, 31):
                continue
            at = Address("enablers", enabler.id, ("strategies", number, "years"))
            ended = str(years.last.year) if is_span else f"{years.last:%B %Y}"
            yield _problem(at, f"{strategy.title} {years}", ended)


def _end(subject: Subject, years: re.Match[str]) -> date | None:
    """The last day of several years that are over, in whatever month they end; none for one year.

    A plan of one year is named to compare with.
    """
    first, last = int(years[1]), _last_year(years)
    ended = date(last, 12, 31)
    return ended if last - first > 1 and ended < subject.day else None


def _last_year(years: re.Match[str]) -> int:
    return 2000 + int(years[2])


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


def _problem(at: Address, name: str, ended: str, words: str = "") -> Problem:
    return Problem(
        at,
        f'"{name}" ended in {ended}',
        "name what follows it, or say what holds until there is something",
        words=words,
    )


RULE = Rule(
    code="JFP507",
    name="expired-strategy",
    severity=Severity.WARNING,
    what="The plan rests on a strategy whose years are over.",
    why="What it promised has been done, dropped or replaced, and the plan does not say which. A warning: work "
    "under a strategy that has ended cannot be tracked against it. Years without a month are over when the last of "
    "them is.",
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
  - Carry out the Autism Framework, which runs to March 2026  # <--
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
    by_file=True,
)
