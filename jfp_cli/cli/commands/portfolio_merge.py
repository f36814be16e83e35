"""`jfp portfolio merge`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from jfp_cli import __version__
from jfp_cli.cli import options
from jfp_cli.cli.change import finish_earlier
from jfp_cli.cli.console.output import write_lines
from jfp_cli.cli.session import open_plan, stop
from jfp_cli.cli.several_plans import Several, several_of
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.portfolio.merging.merge import Merged, merge
from jfp_cli.query.sentences import counted, plan_sentence
from jfp_cli.source.folder import PLAN_FILE, shown
from jfp_cli.start.beginning import organisation_of
from jfp_cli.start.editor import home_of
from jfp_cli.start.files import PLAN, files_of, write_files
from jfp_cli.start.workflow import released
from jfp_cli.values.text import safe

app = typer.Typer()
MERGED = "merge into another folder with --into DIR"


@app.command(
    rich_help_panel=options.EXCHANGE,
    epilog=options.examples(
        "jfp portfolio merge --portfolio portfolio.yaml --into ../one --dry-run",
        'jfp portfolio merge --portfolio portfolio.yaml --in coast --into ../one --organisation "Coastal Board"',
    ),
)
def portfolio_merge(
    portfolio: Annotated[
        Path, typer.Option("--portfolio", metavar="FILE", help="The file that lists the plans.", show_default=False)
    ],
    into: Annotated[
        Path, typer.Option("--into", metavar="DIR", help="The folder that the merged plan comes into, as DIR/plan.")
    ],
    inside: options.Inside = None,
    organisation: Annotated[
        str | None,
        typer.Option("--organisation", metavar="NAME", help="Whose plan it is; that of the first, if not given."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="List the conflicts and write nothing.")] = False,
) -> None:
    """Make one plan of the plans of a portfolio; they stay as they are.

    Every file of theirs comes along. An id that another plan has too for something else gets the plan's own name before
    it, wherever it is named; places, organisations, priorities, duties and the glossary are united. Whatever the plans
    say otherwise of one thing is listed with both places.
    """
    plans = several_of(portfolio, options.several(inside))
    folder = into / PLAN
    if (folder / PLAN_FILE).is_file():
        raise stop(f"{shown(folder)} is a plan already, and a merge never overwrites one; {MERGED}")
    try:
        merged = _merged(plans, organisation, folder)
        steps = files_of(into, merged.texts, released(__version__), MERGED)
        if not dry_run:
            home = home_of(folder)
            finish_earlier(home)
            write_files(home, steps)
    except EditError as error:
        raise stop(safe(str(error))) from None
    write_lines(map(str, merged.conflicts), sys.stdout)
    _say(plans, merged, folder, dry_run=dry_run)


def _merged(plans: Several, organisation: str | None, folder: Path) -> Merged:
    """The plans as one; raises EditError."""
    loaded = {name: open_plan(root) for name, root in plans.folders.items()}
    return merge(plans.portfolio, loaded, organisation_of(organisation) if organisation else "", folder)


def _say(plans: Several, merged: Merged, folder: Path, *, dry_run: bool) -> None:
    """Say what came of it, and what people have to decide."""
    lines = [f"{counted(len(merged.conflicts), 'conflict')} between {counted(len(plans.folders), 'plan')}"]
    if merged.loaded.plan is not None:
        lines.append(plan_sentence(merged.loaded.plan))
    lines += [
        f"{kind} that the portfolio ties stand apart: make one of each by hand"
        for kind in ("areas", "measures", "promises")
        if getattr(plans.portfolio.same, kind)
    ]
    lines += [
        f"the templates of {name} were not taken: {shown(root / 'templates')}"
        for name, root in plans.folders.items()
        if (root / "templates").is_dir()
    ]
    if dry_run:
        lines.append(f"would have written {counted(len(merged.texts), 'plan file')}; nothing was written")
    else:
        lines.append(f"wrote {counted(len(merged.texts), 'plan file')} to {shown(folder)}")
        lines.append(f"next: jfp validate --plan {shown(folder)}, then jfp lint --plan {shown(folder)}")
    sys.stderr.write("".join(f"{safe(line)}\n" for line in lines))
