"""`jfp import`."""  # noqa: N999 - it is called as its command

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


class ImportType(StrEnum):
    """What a file that is taken in is."""

    XLSX = "xlsx"


_ENDINGS = {".xlsx": ImportType.XLSX, ".xlsm": ImportType.XLSX}


@app.command(
    "import",
    rich_help_panel=options.EXCHANGE,
    epilog=options.examples(
        "jfp import cancer.xlsx --dry-run", 'jfp import cancer.xlsx --note "Reported to the cancer board, November"'
    ),
)
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A workbook that jfp export xlsx wrote.")],
    kind: Annotated[
        ImportType | None,
        typer.Option("--type", metavar="TYPE", help="What it is, where its name does not end so: xlsx."),
    ] = None,
    note: Annotated[
        str | None, typer.Option("--note", metavar="TEXT", help="Add this to the updates of all that it changes.")
    ] = None,
    because: Annotated[
        str | None,
        typer.Option("--because", metavar="TEXT", help="Why dates moved: each that did is entered in moves with it."),
    ] = None,
    remove: Annotated[
        bool, typer.Option("--remove", help="Take out of the plan what was taken out of the workbook.")
    ] = False,
    dry_run: DryRun = False,
    plan: options.PlanDir = None,
) -> None:
    """Take into the plan what was changed in a workbook since it was exported.

    What was exported, what came back and what the plan says now are compared: what others changed meanwhile stays.

    A cell that changed here and in the plan is named, and nothing is written.

    A cell that the plan cannot take is named with the reason, and the rest is taken; the exit code is then 1.
    """
    from jfp_cli.cli.taking_in import Import  # noqa: PLC0415 - other commands' help needs none of these

    _type_of(file, kind)
    taking = Import(_data(file), file.name, note, because, may_remove=remove)

    carry_out(plan, taking.take, dry_run=dry_run)
    taking.tell(is_written=not dry_run)


def _type_of(file: Path, kind: ImportType | None) -> ImportType:
    found = kind or _ENDINGS.get(file.suffix.lower())
    if found is None:
        raise stop(f"the name of {quoted(file.name)} does not say what it is; if it is a workbook, write --type xlsx")
    return found


def _data(file: Path) -> bytes:
    try:
        if file.stat().st_size > _LARGEST:
            raise stop(f"{file} has more than {_LARGEST // 1_000_000} MB, which no workbook of a plan has")
        return file.read_bytes()
    except OSError as error:
        raise stop(f"{file} cannot be read: {(error.strerror or str(error)).lower()}") from None
