"""`jfp rules`."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.completing_words import complete_rule
from jfp_cli.cli.console.output import write_rows
from jfp_cli.cli.console.page import Page
from jfp_cli.cli.console.table import Column
from jfp_cli.cli.session import stop
from jfp_cli.linting.registry import EVERY_FAULT, unknown_names
from jfp_cli.linting.rule import options_of
from jfp_cli.loading.faults.examples import MARK
from jfp_cli.loading.faults.fault import Fault
from jfp_cli.query.rows import Row

app = typer.Typer()
COLUMNS = (
    Column("code", "Code", essential=True, style="cyan"),
    Column("name", "Rule", essential=True),
    Column("severity", "Severity"),
    Column("what", "What it finds", long=True),
)


class RuleFormat(StrEnum):
    """How rules are written."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"


@app.command(rich_help_panel=options.CHECK, epilog=options.examples("jfp rules JFP408", "jfp rules JFP3"))
def rules(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="CODE...", help="Codes, families such as JFP4, or names.", autocompletion=complete_rule),
    ] = None,
    form: Annotated[
        RuleFormat,
        typer.Option("--format", "-f", metavar="FORMAT", help=f"How to write them: {options.one_of(RuleFormat)}."),
    ] = RuleFormat.TABLE,
) -> None:
    """List what jfp lint and jfp validate look for, or explain a rule with its reasons and examples."""
    wanted = options.several(names)
    for message in unknown_names(wanted):
        raise stop(message)
    faults = [fault for fault in EVERY_FAULT if not wanted or any(fault.is_called(name) for name in wanted)]
    if form is RuleFormat.TABLE and wanted:
        for fault in faults:
            _explain(fault)
    else:
        rows = [_row(fault) for fault in faults]
        write_rows(rows, COLUMNS, options.Format(form.value), f"{len(rows)} rules; jfp rules CODE explains one")


def _row(fault: Fault) -> Row:
    return {
        "code": fault.code,
        "name": fault.name,
        "severity": str(fault.severity),
        "what": fault.what,
        "why": fault.why,
        "bad": fault.bad.strip("\n"),
        "good": fault.good.strip("\n"),
        "options": [
            {"name": option.name, "default": option.default, "meaning": option.meaning} for option in options_of(fault)
        ],
    }


def _explain(fault: Fault) -> None:
    page = Page()
    page.heading(f"{fault.code} {fault.name}", str(fault.severity))
    page.field("what", [fault.what])
    page.field("why", [fault.why])
    for option in options_of(fault):
        page.field("option", [f"{option.name} (usually {option.default}): {option.meaning}"])
    page.write(sys.stdout)
    for title, example in (("wrong", fault.bad), ("right", fault.good)):
        sys.stdout.write(f"\n  {title}:\n")
        for line in example.strip("\n").splitlines():
            sys.stdout.write(f"    {line.replace(MARK, '# <-- here')}".rstrip() + "\n")
    sys.stdout.write("\n")
