"""`jfp init`."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from jfp_cli import __version__
from jfp_cli.cli import options
from jfp_cli.cli.change import after_writing, finish_earlier, show
from jfp_cli.cli.clock import today
from jfp_cli.cli.commands.schema import say_written
from jfp_cli.cli.completing_words import complete_month
from jfp_cli.cli.session import stop
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.source.folder import PLAN_FILE, shown
from jfp_cli.start.kinds import EXAMPLES, Kind
from jfp_cli.values.text import long_day, safe

if TYPE_CHECKING:
    from jfp_cli.start.beginning import Beginning

app = typer.Typer()
Read = TypeVar("Read")


@app.command(
    rich_help_panel=options.WRITE,
    epilog='Example:\n\njfp init --organisation "North Town" --period 2027-32 --area Cancer',
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
        str | None,
        typer.Option(
            "--year-starts",
            metavar="MONTH",
            help="Where the financial year begins; else April.",
            autocompletion=complete_month,
        ),
    ] = None,
    area: Annotated[
        list[str] | None, typer.Option("--area", metavar="NAME", help="A service area; once for each, or with commas.")
    ] = None,
    kind: Annotated[
        Kind, typer.Option("--kind", metavar="KIND", help="What its examples are about: health, or council.")
    ] = Kind.HEALTH,
    origin: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="SOURCE",
            help="What the workflow installs: URL@REV, a repository and commit, or a version; else what it does now, "
            "or the version that this is.",
        ),
    ] = None,
) -> None:
    """Begin a plan: a small one that is valid, with comments that say what everything is for.

    Its examples are those of a joint forward plan in health; --kind council begins a council's corporate delivery
    plan, in its own words and without statutory duties.

    Without --organisation and --period it asks. Beside the plan come the schemas that let an editor complete and
    check it, a workflow that validates, lints and publishes it, and .gitattributes: in a git repository, where they
    are read. Nothing is ever overwritten. Where the plan is there already, the workflow comes up to date; what it
    installs from a repository, it goes on installing from there until --from says otherwise.
    """
    from jfp_cli.start.editor import home_of  # noqa: PLC0415 - other commands' help needs none of these
    from jfp_cli.start.files import PLAN, first_files, write_files  # noqa: PLC0415
    from jfp_cli.start.workflow import FOLDER, named, released  # noqa: PLC0415

    root = folder / PLAN
    home = home_of(root)
    try:
        finish_earlier(home)
        requirement = named(origin) if origin else ""
        if (root / PLAN_FILE).is_file():
            _renew(root, requirement)
            return
        begun = _beginning(kind, organisation, period, year_starts, area)
        steps = first_files(folder, begun, requirement or released(__version__))
        say_written(write_files(home, steps))
    except EditError as error:
        raise stop(str(error)) from None
    if not any(step.new and step.new.startswith(FOLDER) for step in steps):
        sys.stderr.write(f"no workflow was written: one in {safe(shown(home / FOLDER))} runs jfp already\n")
    if begun.end < begun.day:
        sys.stderr.write(f"this plan ended on {long_day(begun.end)}, so all that it promises is overdue\n")
    option = "" if root.absolute() == Path.cwd() / PLAN else f" --plan {safe(shown(root))}"
    sys.stderr.write(f"\nnext: jfp validate{option}, then open the files of the plan in an editor\n")


def _renew(root: Path, requirement: str) -> None:
    """Bring the workflow of a plan up to date, and say what changes; raises EditError."""
    from jfp_cli.start.editor import home_of  # noqa: PLC0415
    from jfp_cli.start.files import workflow_of, workflow_steps, write_files  # noqa: PLC0415
    from jfp_cli.start.workflow import released, source_kept  # noqa: PLC0415

    kept = None if requirement else source_kept(workflow_of(root))
    steps = workflow_steps(root, requirement or kept or released(__version__))
    sys.stderr.write(f"{safe(shown(root))} is there already, and stays as it is\n")
    paths = write_files(home_of(root), steps)
    with after_writing():
        show(steps)
    say_written(paths, "the workflow is up to date")
    if kept:
        sys.stderr.write(
            f'it installs "{safe(kept)}" as before; --from {__version__} changes that to what is released\n'
        )


def _beginning(
    kind: Kind, organisation: str | None, period: str | None, year_starts: str | None, areas: list[str] | None
) -> "Beginning":
    """What has to be known of the plan: as given, as answered, or as usual; raises EditError."""
    from jfp_cli.start.beginning import (  # noqa: PLC0415
        Beginning,
        areas_of,
        coming_years,
        month_of,
        organisation_of,
        period_of,
    )

    day = today()
    asking = organisation is None or period is None
    if asking and not (sys.stdin is not None and sys.stdin.isatty()):
        raise stop('where nobody can be asked, init needs --organisation "NAME" and --period, like --period 2027-32')
    settled = partial(_settled, asking=asking)
    whose = settled(organisation_of, "--organisation", organisation, "Whose plan is it?", None)
    month = settled(month_of, "--year-starts", year_starts, "When does the financial year begin?", "April")
    covered = partial(period_of, year_starts=month, day=day)
    coming = coming_years(day, month)
    first, last = settled(covered, "--period", period, "Which financial years does it cover?", coming)
    named = None if areas is None else ",".join(areas)
    usual_area = EXAMPLES[kind].usual_area
    which = "Which service areas have milestones? (commas between them)"
    of_areas = settled(partial(areas_of, usual=usual_area), "--area", named, which, usual_area)
    return Beginning(whose, first, last, of_areas, day, kind)


def _settled(
    read: Callable[[str], Read], option: str, given: str | None, question: str, usual: str | None, *, asking: bool
) -> Read:
    """What is meant, as given, as answered or as usual: asked again, with the reason, while it cannot be read.

    Raises EditError where nobody is asked.
    """
    while True:
        written = given
        if written is None:
            written = typer.prompt(question, usual, err=True, prompt_suffix=" ") if asking else usual or ""
        try:
            return read(written)
        except EditError as error:
            if not asking:
                raise EditError(f"{option}: {error}") from None
            sys.stderr.write(f"{safe(str(error))}\n")
            given = None
