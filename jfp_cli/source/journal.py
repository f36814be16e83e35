"""The note of what several files were and shall be, which is there while they are being replaced."""

import json
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from jfp_cli.source.folder import JOURNAL, UNFINISHED, TextFile, shown

BROKEN_OFF = "a change of this plan was broken off half-way"
FINISH = "the next command that writes, such as jfp set, finishes it first"


class Entry(NamedTuple):
    """A file by its path from the folder, and its bytes before and after; it has none where it is not there."""

    name: str
    before: bytes | None
    after: bytes | None


class State(Enum):
    """Which of the two a file is."""

    BEFORE = "before"
    AFTER = "after"
    NEITHER = "neither"


def noted(root: Path) -> list[Entry]:
    """What is being done, or was when it broke off; raises ValueError where no jfp can have noted it."""
    path = root / JOURNAL
    if path.is_symlink():
        raise ValueError(path)
    try:
        rows = json.loads(path.read_bytes())
        return [Entry(_plain(name), _as_bytes(before), _as_bytes(after)) for name, before, after in rows]
    except FileNotFoundError:
        return []
    except (TypeError, AttributeError, RecursionError) as error:
        raise ValueError(path) from error


def state(root: Path, entry: Entry) -> State:
    """Which of the two a file is now."""
    there: bytes | None = None
    try:
        there = inside(root, entry.name).read_bytes()
    except FileNotFoundError:
        pass
    except (ValueError, OSError):  # a link leads out of the folder by now, or a folder stands there
        return State.NEITHER
    return State.AFTER if there == entry.after else State.BEFORE if there == entry.before else State.NEITHER


def is_half_done(root: Path) -> bool:
    """Whether some files of a change are written and others are not, or it cannot be told; raises ValueError."""
    states = {state(root, entry) for entry in noted(root)}
    return len(states) > 1 or State.NEITHER in states


def unfinished(root: Path) -> list[TextFile]:
    """The journal as a file that keeps the plan from being read, where a change is half done."""
    where = f"{shown(root)}/{JOURNAL}"
    try:
        problem, advice = (BROKEN_OFF, FINISH) if is_half_done(root) else ("", "")
    except (ValueError, OSError):
        problem, advice = "this was not written by jfp", "delete it"
    return [TextFile(where, UNFINISHED, JOURNAL, None, problem, advice)] if problem else []


def inside(root: Path, name: str) -> Path:
    """The file itself where a link stands for it; raises ValueError where that leads out of the folder."""
    path = (root / name).resolve()
    if not path.is_relative_to(root.resolve()):
        raise ValueError(name)
    return path


def _plain(name: str) -> str:
    """The name of a file that jfp may write, within the folder; raises ValueError for any other, whoever noted it."""
    if {"..", ".git"}.intersection(name.casefold().replace("\\", "/").split("/")) or Path(name).is_absolute():
        raise ValueError(name)
    return name


def _as_bytes(text: str | None) -> bytes | None:
    return None if text is None else text.encode()
