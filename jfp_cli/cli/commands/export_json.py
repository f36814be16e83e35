"""`jfp export json`."""

import json
from typing import Annotated, Any

import typer

from jfp_cli.cli import options
from jfp_cli.cli.exporting import Force, OutputFile, PlanName, Source, write_export
from jfp_cli.exchange.data.document import document, document_schema

app = typer.Typer()


@app.command(
    rich_help_panel=options.EXCHANGE,
    epilog=options.examples("jfp export json --output plan.json", "jfp export json --schema"),
)
def export_json(
    output: OutputFile = None,
    force: Force = False,
    name: PlanName = None,
    schema: Annotated[bool, typer.Option("--schema", help="Write the JSON Schema of such a document instead.")] = False,
    as_of: options.AsOf = None,
    portfolio: options.PortfolioFile = None,
    inside: options.Inside = None,
    plan: options.PlanDir = None,
) -> None:
    """Write the plan as one JSON document: its promises, targets, measures, readings, moves and findings.

    Each is a list of rows of the same columns, which the JSON Schema describes. It holds what is internal too: owners,
    reports and reasons.
    """
    if schema:
        write_export(_json(document_schema()), output, force=force)
        return
    source = Source(plan, name, as_of, portfolio, inside)
    write_export(_json(document(source.exported())), output, force=force)
    raise typer.Exit(source.code)


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
