"""Reports on the plans of a portfolio: the one that is of all of them, and another's of one."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from jfp_cli.cli.publishing import PORTFOLIO, check_can_write, said_with_place, templates_of
from jfp_cli.cli.session import Question, day_of, stop
from jfp_cli.cli.several_plans import Several, Task, answers_of
from jfp_cli.portfolio.standing import Standing, standing
from jfp_cli.query.filters import Filters
from jfp_cli.report.document.portfolio import Gathered, portrait
from jfp_cli.report.document.scope import scope_of
from jfp_cli.report.pages.forms import Form


class _Asked(NamedTuple):
    folder: Path
    filters: Filters
    as_of: str | None


class _Stands(NamedTuple):
    """How a plan stands, of what part of it, on which day."""

    standing: Standing
    scope: tuple[str, ...]
    day: date


def portfolio_page(plans: Several, filters: Filters, as_of: str | None, form: Form) -> tuple[str, int]:
    """The report on several plans as text, and the exit code; raises NoPageError."""
    check_can_write(form)
    answers, code = answers_of(
        [
            Task(name, _stands, _Asked(folder, _of_one(plans, name, filters), as_of))
            for name, folder in plans.folders.items()
        ]
    )
    found: dict[str, _Stands] = {answer.plan: answer.found for answer in answers}
    gathered = Gathered(
        plans.portfolio,
        {name: one.standing for name, one in found.items()},
        tuple(name for name in plans.folders if name not in found),
        tuple(dict.fromkeys(line for one in found.values() for line in one.scope)),
        day_of(None, as_of),
    )
    with said_with_place():
        return templates_of(plans.root).page(PORTFOLIO, form, portrait(gathered)), code


def one_of_several(plans: Several, filters: Filters, report: str) -> tuple[Path, Filters]:
    """The folder of the one plan that is meant, and the filters as it calls things; stops where several are."""
    if len(plans.folders) > 1:
        raise stop(
            f"the report {report} is of one plan; say which with --in, such as --in {next(iter(plans.folders))}, or "
            f"write jfp render {PORTFOLIO} for all"
        )
    ((name, folder),) = plans.folders.items()
    return folder, _of_one(plans, name, filters)


def _of_one(plans: Several, plan: str, filters: Filters) -> Filters:
    return filters._replace(
        areas=tuple(plans.tied(plan, "area", filters.areas)),
        leads=tuple(plans.tied(plan, "lead", filters.leads)),
        places=tuple(plans.tied(plan, "place", filters.places)),
    )


def _stands(asked: _Asked) -> tuple[_Stands, int]:
    """How one plan stands, in whichever process."""
    question = Question(asked.folder, asked.as_of)
    found = standing(question.plan, asked.filters, question.day)
    scope = tuple(scope_of(question.plan, asked.filters.known(question.plan)))
    return _Stands(found, scope, question.day), int(question.loaded.has_errors)
