"""`jfp show`."""

from pathlib import Path
from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.completion import complete_id, complete_place
from jfp_cli.cli.console.in_words import in_words
from jfp_cli.cli.console.output import write_json, write_rows
from jfp_cli.cli.console.page import write_markdown, write_page
from jfp_cli.cli.session import Question, stop
from jfp_cli.model.measure import Measure
from jfp_cli.query.details import details
from jfp_cli.query.rows import plain
from jfp_cli.query.things import UnknownThingError, find_there, titles

app = typer.Typer()


@app.command(
    rich_help_panel=options.ASK, epilog=options.examples("jfp show milestones/osteoporosis-services", "jfp show plan")
)
def show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="An id, kind/id where several things share it, or an address that jfp search gave.",
            autocompletion=complete_id,
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write a measure's chart to this file, such as chart.svg."),
    ] = None,
    place: Annotated[
        str | None,
        typer.Option(
            "--place",
            metavar="ID",
            help="Of a measure with several charts, write that of this place to the file.",
            autocompletion=complete_place,
        ),
    ] = None,
    as_of: options.AsOf = None,
    form: options.RowFormat = options.Format.TABLE,
    portfolio: options.PortfolioFile = None,
    inside: options.Inside = None,
    plan: options.PlanDir = None,
) -> None:
    """Show everything about one thing: a section, workstream, target, area, milestone, enabler, measure, place or duty.

    A measure is shown with its chart. A thing of one plan of several has the plan's name before its id, as in
    north:milestones/elective-hub. What the plan itself says of its period, contents and words: jfp show plan
    """
    if portfolio is not None or inside:
        from jfp_cli.cli.several_plans import having  # noqa: PLC0415 - few ask more than one plan

        plan, name = having(name, portfolio, options.several(inside))
    question = Question(plan, as_of)
    try:
        address, thing = find_there(question.plan, name)
    except UnknownThingError as error:
        raise stop(str(error)) from None
    row = details(question.plan, address, thing, question.day, question.locate)
    shown = in_words(row, question.plan.settings.statuses)
    if output is not None:
        from jfp_cli.cli.chart_file import write_chart  # noqa: PLC0415 - few things have a chart

        write_chart(question, thing, output, place)
        question.end(0, exit_code=False)
    if place is not None:
        raise stop("--place says whose chart is written to a file, so it goes with --output FILE")
    match form:
        case options.Format.JSON:
            write_json(plain(row))
        case options.Format.CSV | options.Format.IDS:
            write_rows([plain(row)], (), form)
        case options.Format.MARKDOWN:
            write_markdown(address, shown, titles(question.plan))
        case options.Format.TABLE:
            write_page(address, shown, titles(question.plan))
            if isinstance(thing, Measure):
                from jfp_cli.cli.console.measures import write_charts  # noqa: PLC0415 - few things have a chart

                write_charts(question.plan, thing, question.day)
    question.end(0, exit_code=False)
