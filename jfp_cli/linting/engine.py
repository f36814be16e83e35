"""Rules over a plan: problems become findings with a place, less those that the plan allows."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from jfp_cli.edit.remedies import Remedies
from jfp_cli.linting.allowances import Allowances
from jfp_cli.linting.grouping import LEAST, group_of
from jfp_cli.linting.memory import Memory
from jfp_cli.linting.option import Option
from jfp_cli.linting.registry import RULES
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.loading.loader import Loaded
from jfp_cli.loading.source_map import SourceMap
from jfp_cli.model.plan import Plan
from jfp_cli.query.on_day import known_on
from jfp_cli.values.address import Address
from jfp_cli.values.collector import CollectorOff
from jfp_cli.values.finding import Finding, Group, Severity, by_place
from jfp_cli.values.span import Span

NOTHING: Mapping[Any, Any] = MappingProxyType({})


class Known(NamedTuple):
    """What is known of a plan that was looked at before it changed a little.

    That is all that some rules find, whatever the plan allows, and what was worked out of its files.
    """

    found: Mapping[Rule, Sequence[Finding]]
    memory: Memory


def run(
    loaded: Loaded,
    rules: Iterable[Rule],
    day: date,
    *,
    weights: Mapping[str, Severity] = NOTHING,
    options: Mapping[Option[Any], Any] = NOTHING,
    before: Plan | None = None,
    begin: Callable[[], object] = bool,
    known: Known | None = None,
) -> list[Finding]:
    """Everything wrong with a plan as of a day: what loading found, then what the rules find, in order of place.

    `weights` are the severities, by code, and `options` the values of options that are not those of the rules. `before`
    is the plan at an earlier time; without it rules that look back find nothing. What `begin` raises as a rule begins
    to look ends it all. A rule of which it is `known` what it finds does not look.
    """
    known = known or Known({}, Memory())
    with CollectorOff():
        found: list[Finding] = []
        if loaded.plan is not None:
            look = Look(loaded, loaded.plan, day, weights, options, before, known.memory)
            wanted = list(rules)
            for rule in wanted:
                begin()
                found += look.kept(rule, known.found[rule]) if rule in known.found else look.found(rule)
            found += look.of_allowances(wanted)
        return sorted([*loaded.findings, *found], key=by_place)


def unread(loaded: Loaded) -> frozenset[Address]:
    """The files of which something could not be read, so that nobody knows what they say."""
    files = loaded.sources.files
    parts = {part.span.file for part in loaded.left_out}
    return frozenset(file.address for name, file in files.items() if name in parts or not file.is_whole)


class Look:
    """One look at a loaded plan, or at a part of it: what the problems become that rules find there."""

    def __init__(
        self,
        loaded: Loaded,
        plan: Plan,
        day: date,
        weights: Mapping[str, Severity],
        options: Mapping[Option[Any], Any],
        before: Plan | None,
        memory: Memory,
    ) -> None:
        _ = plan.gathered  # the rules want most values of the plan, each its own
        known = known_on(plan, day)
        known.gather(plan)  # another plan, where something came later
        self._subject = Subject(known, day, unread(loaded), plan, options, before, memory)
        self._sources, self._weights = loaded.sources, weights
        self._remedies = Remedies(loaded.sources)
        self._allowances = Allowances(known, day)

    def all(self, rule: Rule) -> list[Finding]:
        """All that a rule finds, whatever the plan allows."""
        return [self._finding(rule, self._named(problem.at), problem) for problem in rule.check(self._subject)]

    def found(self, rule: Rule) -> list[Finding]:
        """What a rule finds, less what the plan allows."""
        is_named = self._allowances.name(rule)
        if not is_named and rule.candidates is None:
            return self.all(rule)
        kept = [(self._named(problem.at), problem) for problem in rule.check(self._subject)]
        if is_named:
            kept = [(at, problem) for at, problem in kept if not self._allowances.allow(rule, at)]
        group = None
        if rule.candidates is not None and len(kept) >= LEAST:
            group = group_of(rule.code, len(kept), rule.candidates.count(self._subject))
        return [self._finding(rule, at, problem, group) for at, problem in kept]

    def kept(self, rule: Rule, known: Sequence[Finding]) -> Sequence[Finding]:
        """The same of all that it is known to find, each for itself: nobody who changes a plan is shown groups."""
        return self._allowances.less(rule, known)

    def of_allowances(self, wanted: Sequence[Rule]) -> list[Finding]:
        """What is wrong with the plan's allowances, once these rules have looked."""
        wrong = self._allowances.problems(wanted, RULES, whole=not self._subject.unread)
        return [self._finding(rule, problem.at, problem) for rule, problem in wrong]

    def _named(self, at: Address) -> Address:
        """A place by the nearest thing that has an id; below a thing, only what stands in a list may have one."""
        return self._subject.plan.named(at) if len(at.path) > 1 else at

    def _finding(self, rule: Rule, at: Address, problem: Problem, group: Group | None = None) -> Finding:
        span = self._sources.span(problem.place or at, key=problem.key)
        if problem.words:
            span = _narrowed(span, problem.words, self._sources)
        severity = self._weights.get(rule.code, problem.severity or rule.severity)
        fixes = tuple(filter(None, map(self._remedies.fix, problem.remedies))) if problem.remedies else ()
        values = rule.code, rule.name, severity, problem.message, span, at, problem.help, fixes, group
        return tuple.__new__(Finding, values)  # in half the time, and there are hundreds


def _narrowed(span: Span, words: str, sources: SourceMap) -> Span:
    """The part of a span that holds these words, however the file folds them; the whole span where none does."""
    file = sources.files.get(span.file)
    if file is None:
        return span
    start, end = file.offset(span.line, span.column), file.offset(span.end_line, span.end_column)
    place = _place(words, file.text, start, end)
    return file.span(*place) if place else span


def _place(words: str, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where words stand: as whole words on one line if they do so anywhere, since "ED" is not the end of "NEEDED"."""
    at = text.find(words, start, end)
    while at >= 0:
        after = at + len(words)
        if not (_is_inside(text, at) or _is_inside(text, after)):
            return at, after
        at = text.find(words, at + 1, end)
    folded = re.compile(r"\s+".join(re.escape(word) for word in words.split())).search(text, start, end)
    return folded.span() if folded else None


def _is_inside(text: str, at: int) -> bool:
    """Whether a place is between two letters or figures of one word."""
    return text[at - 1 : at].isalnum() and text[at : at + 1].isalnum()
