"""From a published document to a plan folder: read, made, checked, written, and what came of it said."""

import sys
from pathlib import Path
from typing import NamedTuple

import typer

from jfp_cli import __version__
from jfp_cli.cli.change import finish_earlier
from jfp_cli.cli.clock import today
from jfp_cli.cli.extras import missing
from jfp_cli.cli.session import stop
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.exchange.word.importing import APRIL, Asked, Imported, plan_of
from jfp_cli.exchange.word.left_over import LEFT_OVER
from jfp_cli.query.sentences import counted, plan_sentence
from jfp_cli.source.folder import PLAN_FILE, shown
from jfp_cli.start.beginning import organisation_of, period_of
from jfp_cli.start.editor import home_of
from jfp_cli.start.files import PLAN, files_of, write_files
from jfp_cli.start.workflow import released
from jfp_cli.values.text import safe

MOST_SHOWN = 8  # doubts


class Wish(NamedTuple):
    """What somebody wants imported, and where to."""

    name: str
    data: bytes
    folder: Path
    is_word: bool
    organisation: str | None
    period: str | None


def import_document(wish: Wish, *, dry_run: bool) -> None:
    """Make a plan folder of a document; stops with 2, and nothing written, where that cannot be done."""
    if wish.is_word and (needed := missing("docx", "office")):
        raise stop(f"import of a Word document {needed}")
    folder = wish.folder
    if (folder / PLAN / PLAN_FILE).is_file():
        raise stop(
            f"{shown(folder / PLAN)} is a plan already, and an import never overwrites one; "
            "import into another folder with --into DIR"
        )
    try:
        made, remarks = _made(wish)
        home = home_of(folder / PLAN)
        instead = "import into another folder with --into DIR"
        steps = files_of(folder, made.texts, released(__version__), instead, {LEFT_OVER: made.left_over})
        if not dry_run:
            finish_earlier(home)
            write_files(home, steps)
    except EditError as error:
        raise stop(str(error)) from None
    _say(wish, made, remarks, dry_run=dry_run)


def _made(wish: Wish) -> tuple[Imported, list[str]]:
    """What comes of a document, and what is to say of how it was read; raises EditError."""
    from jfp_cli.exchange.word.package import read_docx  # noqa: PLC0415 - only where it is installed
    from jfp_cli.exchange.word.plain_text import read_text, text_of  # noqa: PLC0415 - one of the two is needed

    organisation = organisation_of(wish.organisation) if wish.organisation is not None else ""
    years = period_of(wish.period, APRIL, today()) if wish.period is not None else None
    asked = Asked(wish.name, organisation, years)
    if not wish.is_word:
        return plan_of(read_text(text_of(wish.data, wish.name)), asked), []
    read = read_docx(wish.data, wish.name)
    return plan_of(read.blocks, asked), read.remarks


def _say(wish: Wish, made: Imported, remarks: list[str], *, dry_run: bool) -> None:
    """Say what was made, where it was not sure, what is left over, and what to do next."""
    plan, folder = made.loaded.plan, wish.folder
    if plan is None:
        raise typer.Exit(2)
    left_over = shown(folder / LEFT_OVER)
    lines = [f"{wish.name}: {remark}" for remark in (*remarks, *made.read_as)]
    lines.append(plan_sentence(plan))
    if made.doubts:
        lines.append(f"not sure of {counted(len(made.doubts), 'thing')}:")
        lines += [f"  {doubt.what}: {doubt.why}" for doubt in made.doubts[:MOST_SHOWN]]
        if len(made.doubts) > MOST_SHOWN:
            lines.append(f"  and {len(made.doubts) - MOST_SHOWN} more, in {left_over}")
    lines.append(f"left over: {counted(made.lines_left, 'line')} of the document, in {left_over} with their places")
    if dry_run:
        lines.append(f"would have written {counted(len(made.texts), 'plan file')}; nothing was written")
    else:
        root = shown(folder / PLAN)
        option = "" if (folder / PLAN).absolute() == Path.cwd() / PLAN else f" --plan {root}"
        lines.append(f"wrote {counted(len(made.texts), 'plan file')} to {root}, and {left_over}")
        lines.append(f"next: jfp status{option}, then jfp lint{option}, and what is left over")
        lines.append(f"to undo it, delete {root} and {left_over}")
    sys.stderr.write("".join(f"{safe(line) if not line.startswith('  ') else '  ' + safe(line)}\n" for line in lines))
