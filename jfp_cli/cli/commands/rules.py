"""`jfp rules`."""

import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.console.output import write_rows
from jfp_cli.cli.console.page import Page
from jfp_cli.cli.console.table import Column
from jfp_cli.cli.session import stop
from jfp_cli.linting.examples import MARK
from jfp_cli.linting.registry import RULES
from jfp_cli.linting.rule import Rule
from jfp_cli.loading.codes import CODES, WHAT
from jfp_cli.report.views import Row
from jfp_cli.values.near_miss import did_you_mean

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


@app.command(rich_help_panel=options.CHECK, epilog="Example: jfp rules JFP408")
def rules(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[CODE]...", help="Codes, families such as JFP4, or names.")
    ] = None,
    form: Annotated[RuleFormat, typer.Option("--format", "-f", help="How to write them.")] = RuleFormat.TABLE,
) -> None:
    """List what jfp lint and jfp validate look for, or explain a rule with its reasons and examples."""
    wanted = options.several(names)
    for message in unknown_names(wanted):
        raise stop(message)
    rows = [row for row in rule_rows() if not wanted or any(_is_named(row, name) for name in wanted)]
    found = {row["code"] for row in rows}
    explained = [rule for rule in RULES if rule.code in found]
    if form is RuleFormat.TABLE and wanted and len(explained) == len(rows):
        for rule in explained:
            _explain(rule)
    else:
        write_rows(rows, COLUMNS, options.Format(form.value), f"{len(rows)} rules; jfp rules CODE explains one")


def rule_rows() -> list[Row]:
    """Every code that a finding can have, in order."""
    validated = [
        {"code": code, "name": name, "severity": "error", "what": WHAT[name], "why": "", "bad": "", "good": ""}
        for name, code in CODES.items()
    ]
    linted = [
        {
            "code": rule.code,
            "name": rule.name,
            "severity": str(rule.severity),
            "what": rule.what,
            "why": rule.why,
            "bad": rule.bad.strip("\n"),
            "good": rule.good.strip("\n"),
        }
        for rule in RULES
    ]
    return validated + linted


def unknown_names(names: Sequence[str]) -> Iterator[str]:
    """A sentence for each name that is no rule's code, family or name."""
    rows = rule_rows()
    known = [name for row in rows for name in (row["code"], row["name"])]
    for name in names:
        if not any(_is_named(row, name) for row in rows):
            yield f'there is no rule "{name}"; {did_you_mean(name, known, "run jfp rules for the list")}'


def _is_named(row: Row, name: str) -> bool:
    return bool(row["name"] == name.lower() or row["code"].startswith(name.upper().rstrip("X")))


def _explain(rule: Rule) -> None:
    page = Page()
    page.heading(f"{rule.code} {rule.name}", str(rule.severity))
    page.field("what", [rule.what])
    page.field("why", [rule.why])
    page.write(sys.stdout)
    for title, example in (("wrong", rule.bad), ("right", rule.good)):
        sys.stdout.write(f"\n  {title}:\n")
        for line in example.strip("\n").splitlines():
            sys.stdout.write(f"    {line.replace(MARK, '# <-- here')}".rstrip() + "\n")
    sys.stdout.write("\n")
