"""`jfp export parquet`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.exporting import Force, PlanName, Source, write_set
from jfp_cli.cli.extras import missing
from jfp_cli.cli.session import stop
from jfp_cli.query.sentences import counted
from jfp_cli.source.folder import shown

app = typer.Typer()


@app.command(
    rich_help_panel=options.EXCHANGE,
    epilog=options.examples(
        "jfp export parquet --output build/data", "jfp export parquet --portfolio portfolio.yaml --output build/data"
    ),
)
def export_parquet(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder for the files.")],
    force: Force = False,
    name: PlanName = None,
    editions: Annotated[
        bool, typer.Option("--editions", help="Also the published editions that plan.yaml names, from git.")
    ] = False,
    as_of: options.AsOf = None,
    portfolio: options.PortfolioFile = None,
    inside: options.Inside = None,
    plan: options.PlanDir = None,
) -> None:
    """Write the plan as Parquet files for DuckDB, Spark or a warehouse: a folder for each table, plan and edition.

    Several plans may share a folder: each is a partition, and with --force only its own files are written over. It
    holds what is internal too: owners, reports and reasons.
    """
    if needed := missing("pyarrow", "data"):
        raise stop(f"export parquet {needed}")
    from jfp_cli.exchange.data.parquet import parquet_files  # noqa: PLC0415 - only after the check above

    source = Source(plan, name, as_of, portfolio, inside, editions=editions)
    files = parquet_files(source.exported())
    write_set(files, output, force=force)
    sys.stderr.write(f"wrote {counted(len(files), 'table')} to {shown(output)}\n")
    raise typer.Exit(source.code)
