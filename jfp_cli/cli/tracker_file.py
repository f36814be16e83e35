"""A tracker that jfp did not write, on its way from a file to what it proposes to a plan."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from jfp_cli.cli.tracker_map import read_map
from jfp_cli.edit.change import Change
from jfp_cli.exchange.proposal import Proposal
from jfp_cli.exchange.tracker.beginning import Begun
from jfp_cli.exchange.tracker.document import grids_of_document
from jfp_cli.exchange.tracker.grid import File
from jfp_cli.exchange.tracker.importing import Tracker
from jfp_cli.exchange.tracker.separated import grid_of_text
from jfp_cli.exchange.tracker.workbook import grids_of_workbook

XLSX, DOCX, CSV = "xlsx", "docx", "csv"


class Source(NamedTuple):
    """A file: what it is, its bytes, its name, and the file that says what its words mean."""

    kind: str
    data: bytes
    name: str
    map: Path | None = None


class Proposed(NamedTuple):
    """What a tracker proposes to a plan, what was begun for it, and the map that it was read by."""

    proposal: Proposal
    begun: Sequence[Begun]
    map: str


def propose(change: Change, source: Source, day: date, because: str) -> Proposed:
    """Begin in the plan what a tracker needs, and say what it proposes; `because` is why dates moved, if it is known.

    Raises UnreadableError, NothingFoundError or EditError.
    """
    said = read_map(source.map, change.plan.models)
    texts = (file.text for file in change.loaded.sources.files.values())
    tracker = Tracker(_file(source), source.name, change.plan, texts, said, day)
    begun = tracker.begin(change)
    return Proposed(tracker.proposed(change.plan, because), begun, tracker.used.text())


def _file(source: Source) -> File:
    if source.kind == CSV:
        return grid_of_text(source.data, source.name)
    if source.kind == DOCX:
        from jfp_cli.exchange.word.package import read_docx  # noqa: PLC0415 - only where it is installed

        read = read_docx(source.data, source.name)
        return grids_of_document(read.blocks, read.remarks)
    return grids_of_workbook(source.data)
