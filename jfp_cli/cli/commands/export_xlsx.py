"""`jfp export xlsx`."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import Asked, filtered
from jfp_cli.cli.clock import moment
from jfp_cli.cli.exporting import Force, check_free, write_set
from jfp_cli.cli.extras import missing
from jfp_cli.cli.session import Question, stop
from jfp_cli.model.plan import Plan
from jfp_cli.query.sentences import counted
from jfp_cli.source.folder import shown
from jfp_cli.source.git import GitError, commit_of, repository_of

app = typer.Typer()


@app.command(
    rich_help_panel=options.EXCHANGE,
    epilog=options.examples(
        "jfp export xlsx --output tracker.xlsx", "jfp export xlsx --area cancer --output cancer.xlsx"
    ),
)
@filtered(without=("sort", "limit", "columns", "form", "excel", "exit_code"), in_rows=False)
def export_xlsx(
    asked: Asked,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The workbook to write.")] = Path(
        "plan.xlsx"
    ),
    force: Force = False,
) -> None:
    """Write the plan, or what the filters leave of it, as a workbook in which people report and change it.

    jfp import takes it back in. Of the plans of a portfolio it is the one that --in names.
    """
    if needed := missing("xlsxwriter", "office"):
        raise stop(f"export xlsx {needed}")
    from jfp_cli.exchange.excel.writing import workbook_of  # noqa: PLC0415 - only after the check above
    from jfp_cli.exchange.exported import Stamp  # noqa: PLC0415 - other commands' help needs none of these
    from jfp_cli.exchange.table import rows_in  # noqa: PLC0415
    from jfp_cli.exchange.tables import tables_of  # noqa: PLC0415

    if asked.is_of_several:
        asked = _one_of_several(asked)
    check_free(output, force=force)
    question = Question(asked.plan, asked.as_of)
    plan = question.loaded.plan or question.plan  # as it is written, whatever was known on the day
    tables = tables_of(plan, asked.filters, question.day)
    rows = rows_in(tables)
    if not rows:
        raise stop("the filters leave nothing of the plan, so there is nothing to write")
    typed = replace(asked, plan=None, as_of=None).typed
    filters = ", ".join(map(_in_words, typed[::2], typed[1::2]))
    stamp = Stamp(question.day, moment(), _revision(question.loaded.root, plan), filters)
    write_set({output.name: workbook_of(plan, tables, stamp)}, output.parent, force=force)
    sys.stderr.write(f"wrote {counted(rows, 'row')} to {shown(output)}\n")
    question.end(0, exit_code=False)


def _one_of_several(asked: Asked) -> Asked:
    """The same asked of the one plan of a portfolio that is meant; stops where several are."""
    from jfp_cli.cli.asking_each import of_one, plans_of  # noqa: PLC0415 - few ask more than one plan

    plans = plans_of(asked)
    first, *others = plans.folders
    if others:
        raise stop(
            "a workbook is of one plan, since jfp import takes it back into that; say which with --in, such as "
            f"--in {first}; the rows of all are in jfp export json and jfp export parquet"
        )
    return of_one(asked, plans, first)


def _in_words(option: str, value: str) -> str:
    """A filter for people who know no options: area cancer."""
    return f"{option.lstrip('-').replace('-', ' ')} {value}"


def _revision(root: Path, plan: Plan) -> str:
    """The commit that the plan is worked on from; empty where git has none of it."""
    try:
        return commit_of(repository_of(root), "HEAD", {}, plan.settings.calendar)
    except GitError:
        return ""
