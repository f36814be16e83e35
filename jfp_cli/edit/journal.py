"""What several files were and shall be, noted before the first is replaced: so that all of them are, or none."""

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.source import journal
from jfp_cli.source.folder import JOURNAL, shown
from jfp_cli.source.journal import Entry, State, inside, state
from jfp_cli.source.whole_file import replace, sync_folder, write_beside, write_file
from jfp_cli.values.system import why


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


def resume(root: Path) -> str:
    """Finish what was broken off half-way; what was done in a sentence, empty where nothing was.

    Raises EditError where a file was changed since by somebody else, so that neither finishing nor undoing is right.
    """
    entries = noted(root)
    missing = [entry.name for entry in entries if state(root, entry) is State.BEFORE]
    changed = [entry.name for entry in entries if state(root, entry) is State.NEITHER]
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
    done = [entry for entry in reversed(entries) if state(root, entry) is State.AFTER]
    try:
        put(root, [Entry(entry.name, entry.after, entry.before) for entry in done])
    except OSError as error:
        written = _listed([entry.name for entry in entries if state(root, entry) is State.AFTER])
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
    try:
        return inside(root, name)
    except ValueError:
        raise EditError(f"{name} leads out of {shown(root)} by a link; nothing was written") from None


def noted(root: Path) -> list[Entry]:
    """What is being done, or was when it broke off; raises EditError where no jfp can have noted it."""
    try:
        return journal.noted(root)
    except ValueError:
        raise EditError(f"{shown(root / JOURNAL)} was not written by jfp; delete it") from None


def is_half_done(root: Path) -> bool:
    """Whether a change that is noted is half done; raises EditError where no jfp can have noted it."""
    return bool(noted(root)) and journal.is_half_done(root)


def refusal(error: OSError) -> str:
    """What the system would not do, in a sentence."""
    where = f" ({shown(Path(error.filename))})" if error.filename else ""
    return f"the system refused: {why(error)}{where}"


def _listed(names: Sequence[str]) -> str:
    others = len(names) - 2
    return ", ".join(names) if others < 1 else f"{names[0]}, {names[1]} and {others} more"


def _as_text(data: bytes | None) -> str | None:
    return None if data is None else data.decode()
