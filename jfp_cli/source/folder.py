"""Plan files as text: where they are, and which of them cannot be read."""

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Self

from jfp_cli.values.near_miss import did_you_mean
from jfp_cli.values.text import LINE_END, natural

PLAN_FILE = "plan.yaml"
TEMPLATES = "templates"
JOURNAL = ".jfp.journal"  # there while several plan files are being replaced, and after one was killed doing so
MISPLACED, UNFINISHED = "misplaced", "unfinished"  # what takes the place of a folder for what is in none
MAX_BYTES = 32 * 1024 * 1024


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
    home = Path(os.path.realpath(root))
    named = shown(root)
    files = [_read(root / PLAN_FILE, f"{named}/{PLAN_FILE}", home, "plan", linked=True)]
    for name in folders if wanted is None else wanted:
        folder = root / name
        linked = folder.is_symlink()
        for path, entry in sorted(_entries(folder), key=lambda found: in_order(found[0])):
            where = f"{named}/{name}/{path}".rstrip("/")
            if isinstance(entry, OSError):
                if path or linked or entry.errno != errno.ENOENT:
                    problem = f"the folder cannot be read: {_reason(entry, folder / path)}"
                    files.append(TextFile(where, name, "", None, problem, "check the folder and who may read it"))
            elif not _is_plan_file(entry.name):
                problem = "this is a link to a folder, and links to folders are not followed here"
                files.append(TextFile(where, name, "", None, problem, "put the folder itself here"))
            else:
                file = _read(folder / path, where, home, name, linked=linked or entry.is_symlink())
                files.append(file._replace(below=path.removesuffix(entry.name)))
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
            if _is_plan_file(entry.name):
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
        if _is_plan_file(entry.name) and entry.name != PLAN_FILE:
            advice = f"move it into one of the folders {', '.join(folders)}"
            name = Path(entry.name).stem
            yield TextFile(f"{named}/{entry.name}", MISPLACED, name, None, "no plan file is read from here", advice)
        elif (
            entry.name not in (*folders, TEMPLATES)
            and not entry.name.startswith(".")
            and entry.is_dir()
            and any(isinstance(found, os.DirEntry) for _, found in _entries(root / entry.name))
        ):
            advice = did_you_mean(entry.name, folders, f"plan files stand in the folders {', '.join(folders)}")
            problem = f'no plan file is read from a folder called "{entry.name}"'
            yield TextFile(f"{named}/{entry.name}", MISPLACED, "", None, problem, advice)


def _is_plan_file(name: str) -> bool:
    return name.lower().endswith((".yaml", ".yml")) and not name.startswith((".", "~"))


def _read(path: Path, named: str, home: Path, folder: str, *, linked: bool) -> TextFile:
    """Read one file; `linked` where a link on the way may lead out of the plan's home."""
    try:
        problem, advice = _obstacle(path, home, linked=linked)
        data = b"" if problem else path.read_bytes()
    except OSError as error:
        problem, advice = f"the file cannot be read: {_reason(error, path)}", "check the file and who may read it"
    if problem:
        return TextFile(named, folder, path.stem, None, problem, advice)
    text, problem, at = _decode(data)
    return TextFile(named, folder, path.stem, text, problem, "save the file again as UTF-8 text", at)


def _obstacle(path: Path, home: Path, *, linked: bool) -> tuple[str, str]:
    """Why a file is not to be read, and what to do about it; nothing where it is."""
    if path.suffix != ".yaml":
        return f'plan files end in ".yaml", not "{path.suffix}"', f"rename it to {path.stem}.yaml"
    if linked and not Path(os.path.realpath(path, strict=True)).is_relative_to(home):
        return "this is a link to a file outside the plan folder", "put the file itself here"
    state = path.stat()
    if not stat.S_ISREG(state.st_mode):
        what = "a folder" if stat.S_ISDIR(state.st_mode) else "not an ordinary file"
        return f"this is {what}, where a file of text should be", "rename it or move it away"
    if state.st_size > MAX_BYTES:
        megabytes = state.st_size // (1024 * 1024)
        return f"the file is {megabytes} MB long", "a plan file is a few pages of text; split it"
    return "", ""


def _decode(data: bytes) -> tuple[str | None, str, tuple[int, int]]:
    """The text of a file, or what is wrong with it and at which line and column."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, "the file is UTF-16 text, not UTF-8", (1, 1)
    try:
        return data.decode("utf-8").lstrip("\ufeff"), "", (1, 1)
    except UnicodeDecodeError as error:
        byte, above = data[error.start : error.start + 1], data[: error.start].decode("utf-8").lstrip("\ufeff")
        meant = byte.decode("cp1252", "ignore")
        likely = f', which is "{meant}" in older Windows files' if meant.isprintable() and meant else ""
        lines = LINE_END.split(above)
        return (
            None,
            f"the file is not UTF-8 text: it holds the byte 0x{byte.hex()}{likely}",
            (len(lines), len(lines[-1]) + 1),
        )


def _reason(error: OSError, path: Path) -> str:
    if error.errno == errno.EACCES:
        return "you may not read it"
    if error.errno == errno.ELOOP:
        return "it is a link that leads back to itself"
    if error.errno == errno.ENOENT:
        return "it is a link to something that is not there" if path.is_symlink() else "it is not there"
    if error.errno == errno.ENOTDIR:
        return "it is a file"
    return (error.strerror or type(error).__name__).lower()


def shown(path: Path) -> str:
    """A path as a person wants to see it: from the working folder where that is above it, with forward slashes."""
    path = path.absolute()
    with suppress(ValueError, OSError):
        path = path.relative_to(Path.cwd())
    return path.as_posix()
