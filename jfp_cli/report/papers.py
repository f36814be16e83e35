"""The papers beside the plan itself, each an internal report on a part of it and on some time."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from jfp_cli.model.field import Audience
from jfp_cli.model.plan import Plan
from jfp_cli.query.filters import Filters
from jfp_cli.query.happened import month_before
from jfp_cli.report.document.board import Board, board
from jfp_cli.report.document.chapters import document
from jfp_cli.report.document.names import Names
from jfp_cli.report.document.views import Document


class Scope(NamedTuple):
    """What a paper is of: of what the filters keep, and of what came about since a day, else its own usual time."""

    filters: Filters = Filters()
    since: date | None = None


WHOLE = Scope()


def _board(plan: Plan, day: date, scope: Scope, names: Names) -> Board:
    return board(plan, day, scope.since or month_before(day), scope.filters, names)


PAPERS: Mapping[str, Callable[[Plan, date, Scope, Names], Board]] = {"board": _board}
"""Papers by the name of their report."""


def document_for(
    report: str, plan: Plan, day: date, audience: Audience, section: str | None = None, scope: Scope = WHOLE
) -> Document:
    """The document that the templates of a report are given; raises UnknownValueError."""
    paper = PAPERS.get(report)
    if paper is None:
        return document(plan, day, audience=audience, section=section)
    filters = scope.filters._replace(sections=(section,)) if section else scope.filters
    made = document(plan, day, audience="internal")
    return replace(made, paper=paper(plan, day, scope._replace(filters=filters), made.names))
