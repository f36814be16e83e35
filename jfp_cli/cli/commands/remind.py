"""`jfp remind`."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import Asked, filtered
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


class _Wanted(NamedTuple):
    """What is asked of a plan, and how files of it are written; None for one text."""

    asked: Asked
    form: ReminderFormat | None


class _Written(NamedTuple):
    """Reminders as one text or as files by their names, how many there are, and of which day."""

    text: str
    by_name: dict[str, bytes]
    total: int
    day: str


@app.command(
    rich_help_panel=options.PUBLISH,
    epilog=options.examples(
        "jfp remind --area cancer",
        "jfp remind --format eml --output build/reminders",
        "jfp remind --portfolio portfolio.yaml --output build/reminders",
    ),
)
@filtered(without=("form", "sort", "limit", "columns", "excel", "exit_code"), in_rows=False)
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
    wanted = _Wanted(asked, None if output is None else form)
    if asked.is_of_several:
        written, code = _of_several(wanted)
    else:
        written, code = _reminders(wanted)
    if output is None:
        sys.stdout.write(written.text)
    else:
        write_files(output, written.by_name)
        sys.stderr.write(f"wrote {counted(len(written.by_name), 'file')} to {shown(output)}\n")
    sys.stderr.write(f"{counted(written.total, 'reminder')} as of {written.day}\n")
    raise typer.Exit(code)


def _reminders(wanted: _Wanted) -> tuple[_Written, int]:
    """The reminders of one plan, and the exit code."""
    question = Question(wanted.asked.plan, wanted.asked.as_of)
    found = reminders(question.plan, wanted.asked.filters, question.day)
    title, day = question.plan.settings.title, long_day(question.day)
    files = files_of(found, title, day, mail=wanted.form is ReminderFormat.EML) if wanted.form else {}
    text = "" if wanted.form else in_one_text(found, title, day)
    return _Written(text, files, len(found), day), int(question.loaded.has_errors)


def _of_several(wanted: _Wanted) -> tuple[_Written, int]:
    """Those of several plans one after the other, and the exit code; a file is named for its plan too.

    An owner of two plans has a reminder of each: posts that are called alike need not be one person's.
    """
    from jfp_cli.cli.asking_each import answers_to  # noqa: PLC0415 - few ask more than one plan

    _, answers, code = answers_to(wanted.asked, _reminders, lambda one: wanted._replace(asked=one))
    every: list[tuple[str, _Written]] = [(answer.plan, answer.found) for answer in answers]
    files = {f"{plan}-{name}": data for plan, written in every for name, data in written.by_name.items()}
    text = "\n".join(written.text for _, written in every if written.text)
    return _Written(text, files, sum(written.total for _, written in every), every[0][1].day), code
