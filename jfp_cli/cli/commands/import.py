"""`jfp import`."""  # noqa: N999 - it is called as its command

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.change import DryRun, carry_out
from jfp_cli.cli.session import stop
from jfp_cli.values.text import quoted

app = typer.Typer()
_LARGEST = 100_000_000  # bytes of a file
WORKBOOK, DOCUMENT = "For a workbook", "For a published plan"


class ImportType(StrEnum):
    """What a file that is taken in is."""

    XLSX = "xlsx"
    DOCX = "docx"
    TEXT = "text"


_ENDINGS = {
    ".xlsx": ImportType.XLSX,
    ".xlsm": ImportType.XLSX,
    ".docx": ImportType.DOCX,
    ".docm": ImportType.DOCX,
    ".doc": ImportType.DOCX,
    ".txt": ImportType.TEXT,
    ".md": ImportType.TEXT,
}


@app.command(
    "import",
    rich_help_panel=options.EXCHANGE,
    epilog=options.examples(
        "jfp import plan.docx --into north-town",
        "jfp import cancer.xlsx --dry-run",
        'jfp import cancer.xlsx --note "Reported to the cancer board, November"',
    ),
)
def import_(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="A workbook that jfp export xlsx wrote, or a published plan as Word or text."
        ),
    ],
    kind: Annotated[
        ImportType | None,
        typer.Option(
            "--type", metavar="TYPE", help=f"What it is, where its name does not end so: {options.one_of(ImportType)}."
        ),
    ] = None,
    note: Annotated[
        str | None,
        typer.Option(
            "--note", metavar="TEXT", help="Add this to the updates of all that it changes.", rich_help_panel=WORKBOOK
        ),
    ] = None,
    because: Annotated[
        str | None,
        typer.Option(
            "--because",
            metavar="TEXT",
            help="Why dates moved: each that did is entered in moves with it.",
            rich_help_panel=WORKBOOK,
        ),
    ] = None,
    remove: Annotated[
        bool,
        typer.Option(
            "--remove", help="Take out of the plan what was taken out of the workbook.", rich_help_panel=WORKBOOK
        ),
    ] = False,
    plan: options.PlanDir = None,
    into: Annotated[
        Path | None,
        typer.Option(
            "--into", metavar="DIR", help="Where the plan begins; here, if not given.", rich_help_panel=DOCUMENT
        ),
    ] = None,
    organisation: Annotated[
        str | None,
        typer.Option(
            "--organisation",
            metavar="NAME",
            help="Whose plan it is; else as the document says.",
            rich_help_panel=DOCUMENT,
        ),
    ] = None,
    period: Annotated[
        str | None,
        typer.Option(
            "--period",
            metavar="YEARS",
            help="The financial years that it covers; else as the document says.",
            rich_help_panel=DOCUMENT,
        ),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Take into the plan what was changed in a workbook since it was exported, or make a plan of a published one.

    Of a workbook, what was exported, what came back and what the plan says now are compared: what others changed
    meanwhile stays.

    A cell that changed here and in the plan is named, and nothing is written.

    A cell that the plan cannot take is named with the reason, and the rest is taken; the exit code is then 1.

    Of a Word document or its text, headings become sections, tables of planning periods workstreams, lists of what will
    be different targets, and tables of dates milestones.

    What has no place is kept in import-left-over.yaml beside the plan, with its place in the document.

    The plan is checked before it is written, and nothing is ever overwritten.
    """
    found = _type_of(file, kind)
    if found is ImportType.XLSX:
        _refuse(
            {"--into": into, "--organisation": organisation, "--period": period}, "a published plan, not a workbook"
        )
        from jfp_cli.cli.taking_in import Import  # noqa: PLC0415 - other commands' help needs none of these

        taking = Import(_data(file), file.name, note, because, may_remove=remove)
        carry_out(plan, taking.take, dry_run=dry_run)
        taking.tell(is_written=not dry_run)
        return
    _refuse(
        {"--note": note, "--because": because, "--remove": remove or None, "--plan": plan},
        "a workbook; a published plan becomes a new plan, in the folder after --into",
    )
    from jfp_cli.cli.document_import import Wish, import_document  # noqa: PLC0415 - as above

    wish = Wish(file.name, _data(file), into or Path(), found is ImportType.DOCX, organisation, period)
    import_document(wish, dry_run=dry_run)


def _type_of(file: Path, kind: ImportType | None) -> ImportType:
    found = kind or _ENDINGS.get(file.suffix.lower())
    if found is None:
        types = " or ".join(f"--type {known}" for known in ImportType)
        raise stop(f"the name of {quoted(file.name)} does not say what it is; write {types}")
    return found


def _refuse(given: Mapping[str, object], meant_for: str) -> None:
    """Stop where an option was given that is for another kind of file."""
    wrong = [name for name, value in given.items() if value is not None]
    if wrong:
        raise stop(f"{wrong[0]} is for {meant_for}; leave it out")


def _data(file: Path) -> bytes:
    try:
        if file.stat().st_size > _LARGEST:
            raise stop(f"{file} has more than {_LARGEST // 1_000_000} MB, which no file of a plan has")
        return file.read_bytes()
    except OSError as error:
        raise stop(f"{file} cannot be read: {(error.strerror or str(error)).lower()}") from None
