"""Writing a change to the plan folder: one writer at a time, whole files, nothing lost that somebody else wrote."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from jfp_cli.edit import journal
from jfp_cli.edit.change import Step
from jfp_cli.edit.journal import real, refusal
from jfp_cli.edit.lock import Lock, Patience, is_locked
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.model.kinds import FOLDERS
from jfp_cli.source.journal import BROKEN_OFF, FINISH, Entry
from jfp_cli.source.whole_file import TEMPORARY, replace, sync_folder, write_beside

_MARK = b"\xef\xbb\xbf"


@contextmanager
def only_writer(root: Path, folders: Iterable[str] = FOLDERS) -> Iterator[str]:
    """Keep every other jfp from changing this plan; raises EditError where another one goes on doing so.

    What an earlier one was killed in the middle of is finished first; the sentence says what that was. What it left
    unfinished in the folder itself or in these folders below it goes.
    """
    lock = Lock(root)
    try:
        _sweep(root, {*folders, *(entry.name.rpartition("/")[0] for entry in journal.noted(root))})
        yield journal.resume(root)
    finally:
        lock.release()


def check_whole(root: Path) -> None:
    """Wait for another jfp that is writing; raises EditError where one was broken off half-way."""
    patience = Patience()
    while journal.is_half_done(root):
        if not is_locked(root):
            raise EditError(f"{BROKEN_OFF}; {FINISH}")
        patience.wait()


def write(root: Path, steps: Sequence[Step]) -> None:
    """Make a plan's files what they shall be: all, or none; raises EditError where one is no longer what was read.

    Every text is on disk before the first file is replaced, so that a file is at all times the old one or the new.
    """
    entries = sorted(_entries(root, steps), key=lambda entry: entry.after is None)
    for entry in entries:
        _check_unchanged(root, entry)
    beside: dict[str, Path] = {}
    try:
        for entry in entries:
            if entry.after is not None:
                path = real(root, entry.name)
                path.parent.mkdir(parents=True, exist_ok=True)
                beside[entry.name] = write_beside(path, entry.after)
        if len(entries) > 1:
            journal.begin(root, entries)
        _replace_all(root, entries, beside)
    except OSError as error:
        raise EditError(f"{refusal(error)}; nothing was written") from error
    finally:
        for temporary in beside.values():
            temporary.unlink(missing_ok=True)


def _entries(root: Path, steps: Sequence[Step]) -> Iterator[Entry]:
    """What becomes of each file, byte by byte; one that moves is one that comes and one that goes."""
    for step in steps:
        mark = _mark_of(real(root, step.old)) if step.old else b""
        before, after = mark + step.before.encode(), mark + step.after.encode()
        if step.old is not None and step.old == step.new:
            yield Entry(step.old, before, after)
            continue
        if step.new is not None:
            yield Entry(step.new, None, after)
        if step.old is not None:
            yield Entry(step.old, before, None)


def _mark_of(path: Path) -> bytes:
    """The byte-order marks that a file begins with."""
    data = b""
    with suppress(FileNotFoundError):
        data = path.read_bytes()
    text = data
    while text.startswith(_MARK):
        text = text.removeprefix(_MARK)
    return data[: len(data) - len(text)]


def _check_unchanged(root: Path, entry: Entry) -> None:
    """Raise EditError where a file is no longer what was read, or may not be written."""
    name, path = entry.name, real(root, entry.name)
    if entry.before is None:
        if os.path.lexists(root / name):
            raise EditError(f"there is a file {name} by now; nothing was written")
        return
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise EditError(f"{name} was taken away meanwhile; nothing was written") from None
    if data != entry.before:
        raise EditError(f"{name} was changed by somebody else meanwhile; nothing was written, so try again")
    if not os.access(path, os.W_OK):
        raise EditError(f"you may not write to {name}; nothing was written")


def _replace_all(root: Path, entries: Sequence[Entry], beside: dict[str, Path]) -> None:
    """Replace file after file, each only where it is still what was read; where one cannot be, none is."""
    try:
        for entry in entries:
            _check_unchanged(root, entry)
            if entry.after is None:
                (root / entry.name).unlink()
            else:
                replace(beside[entry.name], real(root, entry.name))
        for folder in {(root / entry.name).parent for entry in entries}:
            sync_folder(folder)
    except BaseException:
        journal.undo(root, entries)
        journal.end(root)
        raise
    journal.end(root)


def _sweep(root: Path, folders: Iterable[str]) -> None:
    """Delete what a writer left that was killed: nobody else is writing now."""
    inside = (root / name for name in folders if not (root / name).is_symlink())
    for folder in (root, *(Path(above) for top in inside for above, *_ in os.walk(top))):
        for left in folder.glob(f".*{TEMPORARY}"):
            with suppress(OSError):
                left.unlink()
