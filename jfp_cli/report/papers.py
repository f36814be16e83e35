"""The papers beside the plan itself, each a report on a part of it and on some time."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Literal, NamedTuple

from jfp_cli.model.field import Audience
from jfp_cli.model.plan import Plan
from jfp_cli.query.filters import Filters
from jfp_cli.query.happened import Time, month_before
from jfp_cli.query.on_day import known_on
from jfp_cli.query.years import last_year
from jfp_cli.report.document.annual import Annual, annual
from jfp_cli.report.document.audience import Hidden, hidden_from
from jfp_cli.report.document.board import Board, board
from jfp_cli.report.document.chapters import document
from jfp_cli.report.document.names import Names
from jfp_cli.report.document.past import NO_MEMORY, Memory, Past, past_of
from jfp_cli.report.document.views import Document
from jfp_cli.report.language import speaking
from jfp_cli.report.language.spoken import USUAL


class Scope(NamedTuple):
    """What a paper is of: of what the filters keep, and of a time, which is its own usual one where none is given.

    That is what came about since a day, or a financial year. Of the plan itself, `memory` says what it was before.
    """

    filters: Filters = Filters()
    since: date | None = None
    year: Time | None = None
    memory: Memory = NO_MEMORY


WHOLE = Scope()


class Asked(NamedTuple):
    """What a paper is made from: a plan as it was known on a day, its past, and what its reader does not see."""

    plan: Plan
    day: date
    scope: Scope
    names: Names
    hidden: Hidden
    past: Past


class Paper(NamedTuple):
    """How a paper is made, whether it is for internal readers alone, and which time it can be of."""

    make: Callable[[Asked], Board | Annual]
    is_internal: bool
    time: Literal["since", "year"]


def _board(asked: Asked) -> Board:
    since = asked.scope.since or month_before(asked.day)
    return board(asked.plan, asked.day, since, asked.scope.filters, asked.names, asked.scope.memory, asked.past)


def _annual(asked: Asked) -> Annual:
    year = asked.scope.year or last_year(asked.day, asked.plan.settings.year_starts)
    return annual(asked.plan, asked.day, year, asked.scope.filters, asked.names, asked.hidden, asked.past)


PAPERS: Mapping[str, Paper] = {
    "annual": Paper(_annual, is_internal=False, time="year"),
    "board": Paper(_board, is_internal=True, time="since"),
}
"""Papers by the name of their report."""


def document_for(
    report: str, plan: Plan, day: date, audience: Audience, section: str | None = None, scope: Scope = WHOLE
) -> Document:
    """The document that the templates of a report are given; raises UnknownValueError."""
    with speaking(plan.settings.language or USUAL):
        return _document_for(report, plan, day, audience, section, scope)


def _document_for(
    report: str, plan: Plan, day: date, audience: Audience, section: str | None, scope: Scope
) -> Document:
    paper = PAPERS.get(report)
    if paper is None:
        return document(plan, day, audience=audience, section=section, memory=scope.memory)
    filters = scope.filters._replace(sections=(section,)) if section else scope.filters
    reader: Audience = "internal" if paper.is_internal else audience
    of_plan = scope.memory._replace(before=None)  # a paper has its own place for what changed
    made, hidden = document(plan, day, audience=reader, memory=of_plan), hidden_from(reader, plan)
    past = past_of(hidden, day, scope.memory)
    asked = Asked(known_on(plan, day), day, scope._replace(filters=filters), made.names, hidden, past)
    return replace(made, paper=paper.make(asked))
