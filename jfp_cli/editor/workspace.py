"""The plans that an editor has open: those in its folders, and those that single open files belong to."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lsprotocol import types

from jfp_cli.editor.index import Opened, Picture, PlanIndex
from jfp_cli.editor.positions import Positions, Units, utf16
from jfp_cli.editor.uris import file_of, key_of, key_of_uri
from jfp_cli.loading.source_map import Located
from jfp_cli.model.kinds import FOLDERS
from jfp_cli.source.folder import PLAN_FILE
from jfp_cli.source.meant import DEEPEST, PASSED_OVER
from jfp_cli.values.span import Span


class Spot(NamedTuple):
    """A file of a plan that an editor asks about: the plan, its picture and the file's path as findings show it."""

    plan: PlanIndex
    picture: Picture
    shown: str


class Workspace:
    """The documents that are open and an index for each plan; `units` is how the editor counts."""

    def __init__(self) -> None:
        self.units: Units = utf16
        self.opened: dict[str, Opened] = {}
        self.plans: dict[str, PlanIndex] = {}
        self._folders: set[str] = set()

    def add_folder(self, uri: str) -> None:
        """Find the plans in a folder of the editor, or the one that it is in."""
        folder = file_of(uri)
        if folder is not None:
            self._folders.add(folder)
            for root in _plans_below(Path(folder)):
                self._index(root)
            self._around(Path(folder, PLAN_FILE))

    def remove_folder(self, uri: str) -> list[PlanIndex]:
        """Let go of a folder; the plans that are no longer open are returned."""
        self._folders.discard(file_of(uri) or "")
        return [self.plans.pop(key) for key, index in list(self.plans.items()) if not self.is_kept(index)]

    def is_kept(self, index: PlanIndex) -> bool:
        """Whether a plan is in a folder of the editor, or around one, or a document of it is open."""
        root = Path(key_of(index.root))
        folders = [Path(key_of(Path(folder))) for folder in self._folders]
        is_near = any(root.is_relative_to(folder) or folder.is_relative_to(root) for folder in folders)
        return is_near or any(map(index.name_of, self.opened))

    def put(self, uri: str, version: int | None, text: str) -> PlanIndex | None:
        """Take the text of a document; the plan that it is of, or None where it is of none."""
        path, key = file_of(uri), key_of_uri(uri)
        if path is None or key is None:
            return None
        self.opened[key] = Opened.of(uri, version, text)
        return self._changed(path, key)

    def close(self, uri: str) -> PlanIndex | None:
        """A document is closed: what is on disk counts again."""
        path, key = file_of(uri), key_of_uri(uri)
        if path is None or key is None or self.opened.pop(key, None) is None:
            return None
        index = self._changed(path, key)
        if index:
            index.refresh()
        return index

    def forget(self, index: PlanIndex) -> None:
        """Let go of a plan."""
        self.plans = {key: one for key, one in self.plans.items() if one is not index}

    def refresh(self) -> Iterator[PlanIndex]:
        """Read what is on disk anew, and find plans that are new; those that changed."""
        for folder in self._folders:
            for root in _plans_below(Path(folder)):
                if key_of(root) not in self.plans:
                    yield self._index(root)
        for index in list(self.plans.values()):
            if index.refresh():
                yield index

    def spot(self, uri: str, *, now: bool = True) -> Spot | None:
        """The file that an editor asks about, in its plan `now` or as it was last; None where it is of none."""
        path, key = file_of(uri), key_of_uri(uri)
        index = self._around(Path(path)) if path else None
        name = index.name_of(key) if index and key else None
        if index is None or name is None:
            return None
        shown, picture = index.shown(name), index.picture if now else index.last
        if shown not in picture.loaded.sources.files:
            picture = index.picture
        return Spot(index, picture, shown) if shown in picture.loaded.sources.files else None

    def document(self, uri: str) -> Opened | None:
        """A document as it is now; None where it is not open."""
        return self.opened.get(key_of_uri(uri) or "")

    def positions(self, picture: Picture, shown: str) -> Positions:
        """The places of a file as the editor counts them."""
        document = picture.opened.get(shown)
        return Positions(picture.loaded.sources.files[shown], self.units, document.marks if document else 0)

    def located(self, spot: Spot, position: types.Position) -> Located | None:
        """What stands at a position of a file."""
        place = self.positions(spot.picture, spot.shown).place(position)
        return spot.picture.loaded.sources.at(spot.shown, *place)

    def location(self, picture: Picture, span: Span) -> types.Location:
        """A span as an editor goes to it."""
        return types.Location(self.uri(picture, span.file), self.positions(picture, span.file).range(span))

    def uri(self, picture: Picture, shown: str) -> str:
        """The URI of a file: as the editor calls it where it is open."""
        document = picture.opened.get(shown)
        return document.uri if document else Path(shown).absolute().as_uri()

    def _changed(self, path: str, key: str) -> PlanIndex | None:
        index = self._around(Path(path))
        if index is None or index.name_of(key) is None:
            return None
        index.changed()
        return index

    def _around(self, path: Path) -> PlanIndex | None:
        """The index of the plan that a file is in."""
        for folder in path.parents:
            if key_of(folder) in self.plans or _holds_plan(folder):
                return self._index(folder)
        return None

    def _index(self, root: Path) -> PlanIndex:
        key = key_of(root)
        if key not in self.plans:
            self.plans[key] = PlanIndex(root, self.opened)
        return self.plans[key]


def _holds_plan(folder: Path) -> bool:
    """Whether a folder is that of a plan, and not one in which another program has a file of that name."""
    try:
        is_named = (folder / PLAN_FILE).is_file()
        return is_named and (folder.name == "plan" or any((folder / kind).is_dir() for kind in FOLDERS))
    except OSError:  # it may not be entered
        return False


def _plans_below(folder: Path) -> Iterator[Path]:
    """The plans in a folder, itself included, but for those of hidden folders."""
    for here, folders, files in os.walk(folder):
        path = Path(here)
        if PLAN_FILE in files and _holds_plan(path):
            yield path
            folders.clear()
        deep = len(path.relative_to(folder).parts)
        folders[:] = sorted(f for f in folders if f[0] != "." and f not in PASSED_OVER) if deep < DEEPEST else []
