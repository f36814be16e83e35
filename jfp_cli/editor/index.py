"""One plan as an editor has it: its files on disk, with the unsaved texts of those that are open."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from jfp_cli.editor.uris import key_of
from jfp_cli.loading import FileRead, Loaded, assemble
from jfp_cli.loading.file_read import read_file
from jfp_cli.loading.loader import calendar_of
from jfp_cli.loading.own_fields import models_of
from jfp_cli.model.kinds import FOLDERS, OF_FOLDER
from jfp_cli.model.own import PLAIN, Models
from jfp_cli.source.folder import JOURNAL, PLAN_FILE, TextFile, in_order, is_plan_file, read_plan
from jfp_cli.source.journal import unfinished
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.collector import CollectorOff

_MARK = "\ufeff"


class Opened(NamedTuple):
    """A document of an editor: its text without the byte-order marks before it, and how many these were."""

    uri: str
    version: int | None
    text: str
    marks: int = 0

    @classmethod
    def of(cls, uri: str, version: int | None, text: str) -> "Opened":
        """A document from the whole text that the editor has."""
        bare = text.lstrip(_MARK)
        return cls(uri, version, bare, len(text) - len(bare))


class Picture(NamedTuple):
    """A plan at one moment, and the documents that it was read from, by the path that findings show.

    `number` tells the pictures of a plan apart.
    """

    number: int
    loaded: Loaded
    opened: Mapping[str, Opened]


class PlanIndex:
    """A plan folder, read anew only where something changed: one file's text, and what follows from it.

    `opened` are the documents of the editor by what stands for their files; the plan takes those that are its own.
    """

    def __init__(self, root: Path, opened: Mapping[str, Opened]) -> None:
        self.root = root
        self._home = key_of(root)
        self._opened = opened
        self._texts: dict[str, TextFile] = {}
        self._names: dict[str, str] = {}
        self._reads: dict[str, tuple[TextFile, Calendar, Models, FileRead]] = {}
        self._picture: Picture | None = None
        self.number = 0
        self.refresh()

    def refresh(self) -> bool:
        """Read the files on disk anew; whether one of them is not what it was."""
        files = read_plan(self.root, FOLDERS)
        if (self.root / JOURNAL).exists():
            files += unfinished(self.root)
        texts = {file.path: file for file in files}
        if texts == self._texts:
            return False
        self._texts = texts
        self._names = {key_of(self.root / path): path for path, file in texts.items() if _is_read(file)}
        self.changed()
        return True

    def stamps(self) -> dict[str, tuple[int, int]]:
        """When each file of the folder was written and how long it is: quicker to see than what it says."""
        found: dict[str, tuple[int, int]] = {}
        for here, _, names in os.walk(self.root):
            for name in filter(is_plan_file, names):
                path = f"{here}/{name}"
                with suppress(OSError):  # it went meanwhile
                    state = Path(path).stat()
                    found[path] = (state.st_mtime_ns, state.st_size)
        return found

    @property
    def is_there(self) -> bool:
        """Whether there still is a plan."""
        return (self.root / PLAN_FILE).is_file()

    def changed(self) -> None:
        """A document of the plan changed: the next who asks gets another picture."""
        self.number += 1

    def name_of(self, key: str) -> str | None:
        """The path from the plan folder of a file of the plan, there or not; None where it is none of its files."""
        if key in self._names:
            return self._names[key]
        if not Path(key).is_relative_to(self._home):
            return None
        name = Path(key).relative_to(self._home).as_posix()
        is_read = name == PLAN_FILE or ("/" in name and name.partition("/")[0] in FOLDERS)
        return name if is_read and name.endswith(".yaml") and name not in self._texts else None

    def on_disk(self, name: str) -> TextFile | None:
        """A file as it is on disk, by its path from the plan folder; None where it is not there."""
        return self._texts.get(name)

    @property
    def picture(self) -> Picture:
        """The plan as it is now."""
        if self._picture is None or self._picture.number != self.number:
            self._picture = self._look()
        return self._picture

    @property
    def last(self) -> Picture:
        """The plan as it was when somebody asked last: good enough where an answer must not wait."""
        return self._picture or self.picture

    def shown(self, name: str) -> str:
        """A file by the path that findings show, from its path in the plan folder."""
        return self._texts[PLAN_FILE].shown.removesuffix(PLAN_FILE) + name

    def _look(self) -> Picture:
        texts = dict(self._texts)
        opened: dict[str, Opened] = {}
        for key, document in self._opened.items():
            name = self.name_of(key)
            if name is None:
                continue
            file = texts.get(name) or TextFile.of(name, "", self.shown(""))
            texts[name] = file._replace(text=document.text, problem="", advice="", at=(1, 1))
            opened[file.shown] = document
        files = list(texts.values())
        if len(files) > len(self._texts):
            order = {folder: at for at, folder in enumerate(("plan", *FOLDERS))}
            files.sort(key=lambda file: (order.get(file.folder, len(order)), in_order(file.path)))
        with CollectorOff():
            return Picture(self.number, assemble(self.root, self._read(files)), opened)

    def _read(self, files: Sequence[TextFile]) -> list[FileRead]:
        """The files as they were read, each text once; what is no longer there is forgotten."""
        known, self._reads = self._reads, {}
        calendar, models = Calendar(), PLAIN
        reads = []
        for at, text in enumerate(files):
            before = known.get(text.path)
            is_known = before is not None and before[:3] == (text, calendar, models)
            # Not through the memory of `read_file`, which would keep what a file said after each stroke of a key.
            read = before[3] if before and is_known else read_file.__wrapped__(text, calendar, models)
            self._reads[text.path] = (text, calendar, models, read)
            reads.append(read)
            if at == 0:
                calendar, models = calendar_of(read), models_of(read)
        return reads


def _is_read(file: TextFile) -> bool:
    """Whether a file is read as a part of the plan, once it is text."""
    return bool(file.name) and file.folder in OF_FOLDER and file.shown.endswith(".yaml")
