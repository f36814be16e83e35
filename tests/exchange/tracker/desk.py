"""Somebody at the command line with a plan and a tracker that jfp did not write."""

import io
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from jfp_cli.cli.door import main
from jfp_cli.loading import load
from jfp_cli.model.area import Milestone
from jfp_cli.model.plan import Plan
from tests.exchange.workbooks import texts_of

TODAY = date.today().isoformat()  # noqa: DTZ011 - the user's day
Rows = Iterable[Sequence[Any]]


def workbook(**sheets: Rows) -> Any:
    """A workbook with a sheet for each name, underscores for blanks."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name.replace("_", " "))
        for row in rows:
            sheet.append(list(row))
    return book


class Desk:
    """A plan, and what became of it when a tracker was taken in."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self._capsys = capsys
        self.before = texts_of(root)
        self.out = self.err = ""

    def take(self, tracker: Any, *options: str, name: str = "tracker.xlsx") -> int:
        """Take in a workbook, or the bytes of another file; the exit code."""
        path = self.root.parent / name
        if isinstance(tracker, bytes):
            path.write_bytes(tracker)
        else:
            file = io.BytesIO()
            tracker.save(file)
            path.write_bytes(file.getvalue())
        code = main(["import", str(path), "--plan", str(self.root), *options])
        told = self._capsys.readouterr()
        self.out, self.err = told.out, told.err
        return code

    def map(self, text: str) -> str:
        """The path of a map that says this."""
        path = self.root.parent / "map.yaml"
        path.write_text(text, encoding="utf-8")
        return str(path)

    @property
    def plan(self) -> Plan:
        loaded = load(self.root)
        assert loaded.findings == []
        assert loaded.plan is not None
        return loaded.plan

    @property
    def milestones(self) -> dict[str, Milestone]:
        """The milestones that are new, by what is to be done."""
        known = "\n".join(text.decode() for text in self.before.values())
        every = (one for area in self.plan.areas.values() for one in area.milestones)
        return {one.activity: one for one in every if f"id: {one.id}\n" not in known}

    def told(self, of: str) -> dict[str, Any]:
        """What the plan says of a new milestone, but for its words and its ids."""
        one = self.milestones[of]
        said = {key: getattr(one, key, None) for key in (*type(one).model_fields, "own_ref") if key not in _OMITTED}
        return {key.removeprefix("own_"): _plain(value) for key, value in said.items() if value}

    def area_of(self, of: str) -> str:
        """The area that a new milestone stands in."""
        return next(
            name for name, area in self.plan.areas.items() if any(one.activity == of for one in area.milestones)
        )

    @property
    def is_unchanged(self) -> bool:
        return texts_of(self.root) == self.before


_OMITTED = ("id", "activity", "checkpoints")


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if hasattr(value, "note"):
        return (value.date.text, value.note)
    if hasattr(value, "because"):
        return (value.from_.text, value.to.text, value.because)
    return str(value)
