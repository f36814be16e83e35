"""What several files were and shall be, noted before the first is replaced: so that all of them are, or none."""

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.source.folder import JOURNAL, shown
from jfp_cli.source.whole_file import replace, sync_folder, write_beside, write_file


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


def begin(root: Path, entries: Sequence[Entry]) -> None:
    """Note what is to be done, before anything is."""
    noted = [(name, _as_text(before), _as_text(after)) for name, before, after in entries]
    path = root / JOURNAL
    replace(write_beside(path, json.dumps(noted).encode()), path)
    sync_folder(root)


def end(root: Path) -> None:
    """All of it is done, or nothing."""
    with suppress(OSError):  # it says then what is so, and the next writer deletes it
        (root / JOURNAL).unlink()
    sync_folder(root)


def is_half_done(root: Path) -> bool:
    """Whether some files of a change are written and others are not, or it cannot be told."""
    states = {_state(root, entry) for entry in noted(root)}
    return len(states) > 1 or State.NEITHER in states


def resume(root: Path) -> str:
    """Finish what was broken off half-way; what was done in a sentence, empty where nothing was.

    Raises EditError where a file was changed since by somebody else, so that neither finishing nor undoing is right.
    """
    entries = noted(root)
    missing = [entry.name for entry in entries if _state(root, entry) is State.BEFORE]
    changed = [entry.name for entry in entries if _state(root, entry) is State.NEITHER]
    if changed:
        raise EditError(
            f"a change of {_listed([entry.name for entry in entries])} was broken off half-way, and {_listed(changed)} "
            f"changed since; see that they are as they should be, then delete {shown(root / JOURNAL)}"
        )
    sentence = ""
    if 0 < len(missing) < len(entries):
        put(root, [entry for entry in entries if entry.name in missing])
        sentence = f"finished a change that was broken off: wrote {_listed(missing)}"
    if entries:
        end(root)
    return sentence


def undo(root: Path, entries: Sequence[Entry]) -> None:
    """Make every file that was replaced what it was before; raises EditError where the system refuses that too."""
    done = [entry for entry in reversed(entries) if _state(root, entry) is State.AFTER]
    try:
        put(root, [Entry(entry.name, entry.after, entry.before) for entry in done])
    except OSError as error:
        written = _listed([entry.name for entry in entries if _state(root, entry) is State.AFTER])
        raise EditError(
            f"{refusal(error)}, when of all the files {written} had been written; the next command that writes, such "
            "as jfp set, finishes the rest first"
        ) from error


def put(root: Path, entries: Iterable[Entry]) -> None:
    """Make files what they shall be."""
    for name, _, after in entries:
        path = real(root, name)
        if after is None:
            (root / name).unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_file(path, after)


def real(root: Path, name: str) -> Path:
    """The file itself where a link stands for it; raises EditError where that leads out of the folder."""
    path = (root / name).resolve()
    if not path.is_relative_to(root.resolve()):
        raise EditError(f"{name} leads out of {shown(root)} by a link; nothing was written")
    return path


def refusal(error: OSError) -> str:
    """What the system would not do, in a sentence."""
    where = f" ({shown(Path(error.filename))})" if error.filename else ""
    return f"the system refused: {(error.strerror or str(error)).lower()}{where}"


def noted(root: Path) -> list[Entry]:
    """What is being done, or was when it broke off; raises EditError where no jfp can have noted it."""
    path = root / JOURNAL
    if not path.is_symlink():
        try:
            rows = json.loads(path.read_bytes())
            return [Entry(_plain(name), _as_bytes(before), _as_bytes(after)) for name, before, after in rows]
        except FileNotFoundError:
            return []
        except (ValueError, TypeError, AttributeError, RecursionError):
            pass
    raise EditError(f"{shown(path)} was not written by jfp; delete it")


def _plain(name: str) -> str:
    """The name of a file that jfp may write, within the folder; raises ValueError for any other, whoever noted it."""
    if {"..", ".git"}.intersection(name.casefold().replace("\\", "/").split("/")) or Path(name).is_absolute():
        raise ValueError(name)
    return name


def _state(root: Path, entry: Entry) -> State:
    there: bytes | None = None
    try:
        there = real(root, entry.name).read_bytes()
    except FileNotFoundError:
        pass
    except (EditError, OSError):  # a link leads out of the folder by now, or a folder stands there
        return State.NEITHER
    return State.AFTER if there == entry.after else State.BEFORE if there == entry.before else State.NEITHER


def _listed(names: Sequence[str]) -> str:
    others = len(names) - 2
    return ", ".join(names) if others < 1 else f"{names[0]}, {names[1]} and {others} more"


def _as_text(data: bytes | None) -> str | None:
    return None if data is None else data.decode()


def _as_bytes(text: str | None) -> bytes | None:
    return None if text is None else text.encode()
