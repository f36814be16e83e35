"""`jfp init`."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jfp_cli import __version__
from jfp_cli.cli import options
from jfp_cli.cli.change import after_writing, finish_earlier, show
from jfp_cli.cli.commands.schema import say_written
from jfp_cli.cli.session import stop
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.source.folder import PLAN_FILE, shown
from jfp_cli.values.text import safe

if TYPE_CHECKING:
    from jfp_cli.start.texts import Beginning

app = typer.Typer()


@app.command(
    rich_help_panel=options.WRITE,
    epilog='Example: jfp init --organisation "North Town" --period 2027-32 --area Cancer',
)
def init(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where to begin the plan; here, if not given.")
    ] = Path(),
    organisation: Annotated[
        str | None, typer.Option("--organisation", metavar="NAME", help="Whose plan it is.")
    ] = None,
    period: Annotated[
        str | None, typer.Option("--period", metavar="YEARS", help="The financial years that it covers, like 2027-32.")
    ] = None,
    year_starts: Annotated[
        str | None, typer.Option("--year-starts", metavar="MONTH", help="Where the financial year begins; else April.")
    ] = None,
    area: Annotated[
        list[str] | None, typer.Option("--area", metavar="NAME", help="A service area; once for each.")
    ] = None,
    origin: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="URL@REV",
            help="The repository and commit that the workflow installs jfp from; else the version that this is.",
        ),
    ] = None,
) -> None:
    """Begin a plan: a small one that is valid, with comments that say what everything is for.

    Without --organisation and --period it asks. Beside the plan come the schemas that let an editor complete and
    check it, a workflow that validates, lints and publishes it, and .gitattributes: in a git repository, where they
    are read. Nothing is ever overwritten. Where the plan is there already, the workflow comes up to date.
    """
    from jfp_cli.start.editor import home_of  # noqa: PLC0415 - other commands' help needs none of these
    from jfp_cli.start.files import PLAN, first_files, workflow_steps, write_files  # noqa: PLC0415
    from jfp_cli.start.workflow import from_git, released  # noqa: PLC0415

    root = folder / PLAN
    try:
        finish_earlier(home_of(root))
        requirement = from_git(origin) if origin else released(__version__)
        if (root / PLAN_FILE).is_file():
            steps = workflow_steps(root, requirement)
            sys.stderr.write(f"{safe(shown(root))} is there already, and stays as it is\n")
            paths = write_files(home_of(root), steps)
            with after_writing():
                show(steps)
            say_written(paths, "the workflow is up to date")
            return
        begun = _beginning(organisation, period, year_starts, area)
        say_written(write_files(home_of(root), first_files(folder, begun, requirement)))
    except EditError as error:
        raise stop(str(error)) from None
    sys.stderr.write(f"\nnext: jfp validate --plan {safe(shown(root))}, then open its files in an editor\n")


def _beginning(
    organisation: str | None, period: str | None, year_starts: str | None, areas: list[str] | None
) -> "Beginning":
    """What has to be known of the plan: as given, as answered, or as usual; raises EditError."""
    from jfp_cli.start.texts import USUAL_AREA, Beginning, areas_of, coming_years, month_of, period_of  # noqa: PLC0415

    today = date.today()  # noqa: DTZ011 - where the user is
    asking = not (organisation and period) and sys.stdin is not None and sys.stdin.isatty()
    if not asking and not (organisation and period):
        raise stop('where nobody can be asked, init needs --organisation "NAME" and --period, like --period 2027-32')
    organisation = organisation or _ask("Whose plan is it?")
    starts = year_starts or (_ask("When does the financial year begin?", "April") if asking else "April")
    month = month_of(starts)
    years = period or _ask("Which financial years does it cover?", coming_years(today, month))
    if areas is None and asking:
        areas = _ask("Which service areas have milestones? (commas between them)", USUAL_AREA).split(",")
    return Beginning(organisation, *period_of(years, month), areas_of(areas or [USUAL_AREA]), today)


def _ask(question: str, default: str | None = None) -> Any:
    return typer.prompt(question, default=default, err=True)
