"""Plan files as text: where they are, and which of them cannot be read."""

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Self

from jfp_cli.source.content import reason, text_of
from jfp_cli.values.near_miss import did_you_mean
from jfp_cli.values.text import natural

PLAN_FILE = "plan.yaml"
TEMPLATES = "templates"
JOURNAL = ".jfp.journal"  # there while several plan files are being replaced, and after one was killed doing so
OLD_READINGS = "readings"  # where readings stood before measures had files of their own
MISPLACED, UNFINISHED = "misplaced", "unfinished"  # what takes the place of a folder for what is in none


class PlanNotFoundError(Exception):
    """There is no plan where one was looked for; the text says where, and what to do."""


class TextFile(NamedTuple):
    """A plan file: `folder` is that of its kind (`plan` for plan.yaml), `name` the file's name without its ending.

    `below` is the way to it from that folder, such as `2026/`, where it stands deeper than in the folder itself.
    `shown` is its path as a person wants to see it, from the working folder where that is above it.

    `text` is None where the file cannot be read; then `problem` and `advice` say why and what to do, and `at` is the
    line and column where. A whole folder that cannot be read has no name. A byte-order mark is not part of `text`;
    line ends are kept as they are.
    """

    shown: str
    folder: str
    name: str
    text: str | None
    problem: str = ""
    advice: str = ""
    at: tuple[int, int] = (1, 1)
    below: str = ""

    @classmethod
    def of(cls, path: str, text: str, home: str = "") -> Self:
        """A file by its path from the plan folder; `home` is what its shown path begins with."""
        *folders, name = path.split("/")
        folder, *below = folders or ["plan"]
        return cls(home + path, folder, name.removesuffix(".yaml"), text, below="".join(f"{one}/" for one in below))

    @property
    def path(self) -> str:
        """The path from the plan folder; of a whole folder, as it is shown."""
        if self.folder == "plan":
            return PLAN_FILE
        return f"{self.folder}/{self.below}{self.shown.rpartition('/')[2]}" if self.name else self.shown


def file_beside(path: Path, kind: str) -> TextFile:
    """A YAML file that is of no plan, such as portfolio.yaml; `kind` stands for the folder that it is not in."""
    return TextFile(shown(path), kind, path.stem, *text_of(str(path), str(path.parent), linked=False))


def find_plan(start: Path) -> Path:
    """The plan folder at or above `start`: the first `plan/plan.yaml`, or a `plan.yaml` in a folder of its own."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if _holds_plan(folder / "plan"):
            return folder / "plan"
        if folder.name == "plan" and _holds_plan(folder):
            return folder
    raise PlanNotFoundError(
        f"there is no plan/{PLAN_FILE} in {start} or above it; go to the folder that holds the plan, "
        "or name it with --plan DIR"
    )


def check_plan(root: Path) -> Path:
    """The folder named with --plan, if it holds a plan; the folder above it will do too."""
    for folder in (root, root / "plan"):
        if _holds_plan(folder):
            return folder
    with suppress(OSError):
        if root.is_dir():
            raise PlanNotFoundError(f"there is no {PLAN_FILE} in {root}; --plan takes the folder that holds it")
    raise PlanNotFoundError(f"there is no folder {root}; --plan takes the folder that holds {PLAN_FILE}")


def _holds_plan(folder: Path) -> bool:
    try:
        return (folder / PLAN_FILE).is_file()
    except OSError:  # it may not be entered
        return False


def read_plan(root: Path, folders: Sequence[str], wanted: Sequence[str] | None = None) -> list[TextFile]:
    """plan.yaml, then every plan file of these folders or of the wanted ones, in the order of folders and paths."""
    home = os.path.realpath(root)
    named = shown(root)
    whole = text_of(f"{root}/{PLAN_FILE}", home, linked=True)
    files = [TextFile(f"{named}/{PLAN_FILE}", "plan", "plan", *whole)]
    old = () if OLD_READINGS in folders else (OLD_READINGS,)
    for name in (*(folders if wanted is None else wanted), *old):
        folder = root / name
        linked = folder.is_symlink()
        for path, entry in sorted(_entries(folder), key=lambda found: in_order(found[0])):
            where = f"{named}/{name}/{path}".rstrip("/")
            if isinstance(entry, OSError):
                if path or linked or entry.errno != errno.ENOENT:
                    problem = f"the folder cannot be read: {reason(entry, folder / path)}"
                    files.append(TextFile(where, name, "", None, problem, "check the folder and who may read it"))
            elif not is_plan_file(entry.name):
                problem = "this is a link to a folder, and links to folders are not followed here"
                files.append(TextFile(where, name, "", None, problem, "put the folder itself here"))
            else:
                below = path.removesuffix(entry.name)
                whole = text_of(f"{folder}/{path}", home, linked=linked or entry.is_symlink())
                files.append(TextFile(where, name, entry.name.rpartition(".")[0], *whole, below))
    return [*files, *_misplaced(root, named, folders)]


def in_order(path: str) -> tuple[object, ...]:
    """The key by which the plan files of a folder are sorted: as people count."""
    return natural(path), path


def _entries(folder: Path) -> Iterator[tuple[str, os.DirEntry[str] | OSError]]:
    """Every plan file at any depth of a folder by its path from there, links to folders, and what cannot be read."""
    waiting = [""]
    while waiting:
        below = waiting.pop()
        try:
            with os.scandir(folder / below) as listing:
                entries = list(listing)
        except OSError as error:
            yield below, error
            continue
        for entry in entries:
            if is_plan_file(entry.name):
                yield below + entry.name, entry
            elif not entry.name.startswith(".") and entry.is_dir():
                if entry.is_symlink():
                    yield below + entry.name, entry
                else:
                    waiting.append(f"{below}{entry.name}/")


def _misplaced(root: Path, named: str, folders: Sequence[str]) -> Iterator[TextFile]:
    """Plan files that stand where nothing reads them: beside plan.yaml, or in a folder of another name."""
    try:
        with os.scandir(root) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if is_plan_file(entry.name) and entry.name != PLAN_FILE:
            advice = f"move it into one of the folders {', '.join(folders)}"
            name = Path(entry.name).stem
            yield TextFile(f"{named}/{entry.name}", MISPLACED, name, None, "no plan file is read from here", advice)
        elif (
            entry.name not in (*folders, OLD_READINGS, TEMPLATES)
            and not entry.name.startswith(".")
            and entry.is_dir()
            and any(isinstance(found, os.DirEntry) for _, found in _entries(root / entry.name))
        ):
            advice = did_you_mean(entry.name, folders, f"plan files stand in the folders {', '.join(folders)}")
            problem = f'no plan file is read from a folder called "{entry.name}"'
            yield TextFile(f"{named}/{entry.name}", MISPLACED, "", None, problem, advice)


def is_plan_file(name: str) -> bool:
    """Whether a file of this name is meant to be read as a part of the plan."""
    return name.lower().endswith((".yaml", ".yml")) and not name.startswith((".", "~"))


def shown(path: Path) -> str:
    """A path as a person wants to see it: from the working folder where that is above it, with forward slashes."""
    path = path.absolute()
    with suppress(ValueError, OSError):
        path = path.relative_to(Path.cwd())
    return path.as_posix()
