"""`jfp import`."""  # noqa: N999 - it is called as its command

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.change import DryRun, carry_out
from jfp_cli.cli.extras import missing
from jfp_cli.cli.session import stop
from jfp_cli.source.folder import PLAN_FILE
from jfp_cli.values.system import why
from jfp_cli.values.text import quoted

app = typer.Typer()

_LARGEST = 100_000_000  # bytes of a file
WORKBOOK, TRACKER, DOCUMENT = "For a workbook or a tracker", "For a tracker", "For a published plan"


class ImportType(StrEnum):
    """What a file that is taken in is."""

    XLSX = "xlsx"
    CSV = "csv"
    DOCX = "docx"
    TEXT = "text"


_ENDINGS = {
    ".xlsx": ImportType.XLSX,
    ".xlsm": ImportType.XLSX,
    ".csv": ImportType.CSV,
    ".tsv": ImportType.CSV,
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
        "jfp import tracker.csv --map tracker.yaml",
    ),
)
def import_(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="A workbook that jfp export xlsx wrote; a tracker as Excel, CSV or tables in Word; "
            "or a published plan as Word or text.",
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
    mapped: Annotated[
        Path | None,
        typer.Option(
            "--map",
            metavar="FILE",
            help="What its columns, statuses and colours mean, in YAML.",
            rich_help_panel=TRACKER,
        ),
    ] = None,
    save_map: Annotated[
        Path | None,
        typer.Option("--save-map", metavar="FILE", help="Write the map that it was read by.", rich_help_panel=TRACKER),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write the map over what is there.", rich_help_panel=TRACKER)
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
    """Take into the plan what a workbook or a tracker says, or make a plan of a published one.

    Of a workbook, what was exported, what came back and what the plan says now are compared: what others changed
    meanwhile stays.

    A cell that changed here and in the plan is named, and nothing is written.

    A cell that the plan cannot take is named with the reason, and the rest is taken; the exit code is then 1.

    Of a tracker that jfp did not write, tables are found by their heads, and columns by what trackers call them. Rows
    become milestones, or change those that have their number or their words; months as columns become readings.

    What was not taken of it is listed with its cell; --map says what nobody can know, such as what colours mean.

    Of a published plan as a Word document or its text, headings become sections, tables of planning periods
    workstreams, lists of what will be different targets, and tables of dates milestones. Where the folder has a plan,
    and without --into, the tables of a Word document are a tracker's.

    What has no place is kept in import-left-over.yaml beside the plan, with its place in the document.

    The plan is checked before it is written, and nothing is ever overwritten.
    """
    found = _type_of(file, kind)
    of_plan = {"--into": into, "--organisation": organisation, "--period": period}
    if found in (ImportType.XLSX, ImportType.CSV) or (found is ImportType.DOCX and _has_tables(plan, of_plan)):
        _refuse(of_plan, "a published plan, not a workbook")
        if found is ImportType.DOCX and (needed := missing("docx", "office")):
            raise stop(f"import of a Word document {needed}")
        from jfp_cli.cli.taking_in import Import, Saving  # noqa: PLC0415 - other commands' help needs none of these
        from jfp_cli.cli.tracker_file import Source  # noqa: PLC0415 - as above

        source = Source(found.value, _data(file), file.name, mapped)
        taking = Import(source, note, because, Saving(save_map, force), may_remove=remove)
        carry_out(plan, taking.take, dry_run=dry_run)
        taking.tell(is_written=not dry_run)
        return
    _refuse(
        {
            "--note": note,
            "--because": because,
            "--remove": remove or None,
            "--plan": plan,
            "--map": mapped,
            "--save-map": save_map,
        },
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


def _has_tables(plan: Path | None, of_plan: Mapping[str, object]) -> bool:
    """Whether a Word document is taken into a plan, rather than made into one: where there is one to take it into."""
    if any(value is not None for value in of_plan.values()):
        return False
    return plan is not None or (Path("plan") / PLAN_FILE).is_file()


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
        raise stop(f"{file} cannot be read: {why(error)}") from None
