"""What a report is of: what the filters keep, and the time and the past that options name."""

from typing import Annotated

import typer

from jfp_cli.cli.session import Question, stop
from jfp_cli.model.field import Audience
from jfp_cli.query.filters import Filters
from jfp_cli.query.happened import Time
from jfp_cli.query.years import last_year, name_of, year_of
from jfp_cli.report.papers import PAPERS, Scope
from jfp_cli.values.text import long_day, quoted

SinceOption = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="STATE",
        help="The plan and the board paper tell what changed since a day, tag, revision or edition, last being the "
        "newest; the board paper since a month before if not given.",
    ),
]
YearOption = Annotated[
    str | None,
    typer.Option(
        "--year",
        metavar="YEAR",
        help="The financial year of the annual report, such as 2025/26; the last that ended if not given.",
    ),
]


def scope_of(
    question: Question, report: str, audience: Audience, filters: Filters, since: str | None, year: str | None
) -> Scope:
    """What a report for an audience is of; stops where --since or --year says what nobody knows."""
    scope = Scope(filters, year=_year(question, year))
    if since is None and (report not in PAPERS or PAPERS[report].time != "since"):
        return scope
    from jfp_cli.cli.remembered import remembered  # noqa: PLC0415 - other reports need nothing of the past

    told = remembered(question, report, audience, since)
    return scope._replace(since=told.since, memory=told.memory)


def _year(question: Question, text: str | None) -> Time | None:
    """The financial year of --year; stops where it is none, or has not ended."""
    if text is None:
        return None
    starts, day = question.plan.settings.year_starts, question.day
    meant = question.plan.settings.calendar.date_if_any(text)
    year = year_of(meant.first, starts) if meant else None
    if meant is None or year != (meant.first, meant.last):
        raise stop(f"--year: {quoted(text)} is no financial year; write it like {name_of(last_year(day, starts))}")
    if year.last > day:
        raise stop(f"--year: {name_of(year)} ends on {long_day(year.last)}, after the day of the report")
    return year
