"""`jfp remind`."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import ONE_PLAN, Asked, filtered
from jfp_cli.cli.session import Question, stop
from jfp_cli.query.reminders import reminders
from jfp_cli.query.sentences import counted
from jfp_cli.report.reminders import files_of, in_one_text
from jfp_cli.source.folder import shown
from jfp_cli.source.whole_file import write_files
from jfp_cli.values.text import long_day

app = typer.Typer()


class ReminderFormat(StrEnum):
    """How a reminder is written."""

    MD = "md"
    EML = "eml"


@app.command(
    rich_help_panel=options.PUBLISH,
    epilog=options.examples("jfp remind --area cancer", "jfp remind --format eml --output build/reminders"),
)
@filtered(without=("form", "sort", "limit", "columns", "excel", "exit_code", *ONE_PLAN))
def remind(
    asked: Asked,
    form: Annotated[
        ReminderFormat,
        typer.Option("--format", "-f", metavar="FORMAT", help=f"How to write it: {options.one_of(ReminderFormat)}."),
    ] = ReminderFormat.MD,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="DIR", help="The folder for a file for each owner; else all are shown."),
    ] = None,
) -> None:
    """Write what each owner should report now.

    That is what passed its date or comes due within 30 days, statuses that nobody reported on for three months, and
    readings that are missing. Mail has no address: a mail program opens it as a draft.
    """
    if form is ReminderFormat.EML and output is None:
        raise stop("mail is a file for each owner; write --output with the folder for them")
    question = Question(asked.plan, asked.as_of)
    found = reminders(question.plan, asked.filters, question.day)
    title, day = question.plan.settings.title, long_day(question.day)
    if output is None:
        sys.stdout.write(in_one_text(found, title, day))
    else:
        files = files_of(found, title, day, mail=form is ReminderFormat.EML)
        write_files(output, files)
        sys.stderr.write(f"wrote {counted(len(files), 'file')} to {shown(output)}\n")
    sys.stderr.write(f"{counted(len(found), 'reminder')} as of {day}\n")
    question.end(len(found), exit_code=False)
