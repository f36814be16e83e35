"""`jfp init`."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from jfp_cli import __version__
from jfp_cli.cli import options
from jfp_cli.cli.commands.schema import say_written
from jfp_cli.cli.session import stop
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.source.folder import shown
from jfp_cli.values.text import safe

app = typer.Typer()


@app.command(
    rich_help_panel=options.WRITE,
    epilog='Example: jfp init --organisation "North Town" --period 2026-31 --area Cancer',
)
def init(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where to begin the plan; here, if not given.")
    ] = Path(),
    organisation: Annotated[
        str | None, typer.Option("--organisation", metavar="NAME", help="Whose plan it is.")
    ] = None,
    period: Annotated[
        str | None, typer.Option("--period", metavar="YEARS", help="The financial years that it covers, like 2026-31.")
    ] = None,
    year_starts: Annotated[
        str | None, typer.Option("--year-starts", metavar="MONTH", help="Where the financial year begins; else April.")
    ] = None,
    area: Annotated[
        list[str] | None, typer.Option("--area", metavar="NAME", help="A service area; once for each.")
    ] = None,
) -> None:
    """Begin a plan: a small one that is valid, with comments that say what everything is for.

    Asks for what is not given as an option. Beside the plan come the schemas that let an editor complete and check
    it, a workflow that validates, lints and publishes it, and .gitattributes. Nothing is ever overwritten.
    """
    from jfp_cli.start.files import files_in_the_way, first_files, write_files  # noqa: PLC0415 - not for its help
    from jfp_cli.start.texts import Beginning, areas_of, month_of, period_of  # noqa: PLC0415

    asking = sys.stdin is not None and sys.stdin.isatty()
    if not asking and not (organisation and period and area):
        raise stop("where nobody can be asked, init needs --organisation, --period and at least one --area")
    try:
        organisation = organisation or _ask("Whose plan is it?")
        month = month_of(year_starts or (_ask("When does the financial year begin?", "April") if asking else "April"))
        next_year = date.today().year + 1  # noqa: DTZ011 - where the user is
        years = period or _ask("Which financial years does it cover?", f"{next_year}-{(next_year + 5) % 100:02}")
        titles = area or _ask("Which service areas have milestones? (commas between them)", "Planned care").split(",")
        begun = Beginning(organisation, *period_of(years, month), areas_of(titles))
        in_the_way = files_in_the_way(folder, begun)
        if in_the_way:
            raise stop(f"nothing was written, because these are there already: {', '.join(in_the_way)}")
        say_written(write_files(folder, first_files(folder, begun, __version__)))
    except EditError as error:
        raise stop(str(error)) from None
    sys.stderr.write(f"\nnext: jfp validate --plan {safe(shown(folder / 'plan'))}, then open its files in an editor\n")


def _ask(question: str, default: str | None = None) -> Any:
    return typer.prompt(question, default=default, err=True)
