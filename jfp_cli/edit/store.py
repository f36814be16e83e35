"""Writing a change to the plan folder: one writer at a time, whole files, nothing lost that somebody else wrote."""

import os
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from jfp_cli.edit.change import Step
from jfp_cli.edit.yaml.splice import EditError

LOCK = ".jfp.lock"
TEMPORARY = ".jfp-tmp"  # how the names of files end that are being written
PATIENCE = 5.0  # seconds
_PAUSE = 0.05
_MARK = b"\xef\xbb\xbf"


@contextmanager
def only_writer(root: Path) -> Iterator[None]:
    """Keep every other jfp from changing this plan; raises EditError where another one goes on doing so.

    The system holds the lock for as long as the process lives, so that one that is killed leaves nothing locked.
    """
    path = root.resolve() / LOCK
    deadline = time.monotonic() + PATIENCE
    handle = _take(path)
    while handle is None:
        if time.monotonic() > deadline:
            raise EditError("another jfp is changing this plan; try again when it has ended")
        time.sleep(_PAUSE)
        handle = _take(path)
    try:
        _sweep(root)
        yield
    finally:
        _release(handle, path)


def write(root: Path, steps: Sequence[Step]) -> None:
    """Make a plan's files what they shall be; raises EditError where one is no longer what was read.

    Every text is on disk before the first file is replaced, so that a file is at all times the old one or the new.
    """
    marks = [_check_unchanged(_real(root, step.old), step.old, step.before) if step.old else b"" for step in steps]
    for step in steps:
        if step.new is not None and step.new != step.old and (root / step.new).exists():
            raise EditError(f"there is a file {step.new} by now; nothing was written")
    ready: list[tuple[Path, Path]] = []
    try:
        for step, mark in zip(steps, marks, strict=True):
            if step.new is not None:
                path = _real(root, step.new)
                temporary = path.with_name(f".{path.name}.{os.getpid()}{TEMPORARY}")
                ready.append((temporary, path))
                _prepare(temporary, _real(root, step.old or step.new), mark + step.after.encode())
        for temporary, path in ready:
            temporary.replace(path)
    finally:
        for temporary, _ in ready:
            temporary.unlink(missing_ok=True)
    for step in steps:
        if step.old is not None and step.old != step.new:
            (root / step.old).unlink()


def _real(root: Path, name: str) -> Path:
    """The file itself where a link stands for it."""
    return (root / name).resolve()


def _check_unchanged(path: Path, name: str, before: str) -> bytes:
    """The byte-order mark of a file that is still what was read and may be written; raises EditError otherwise."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise EditError(f"{name} was taken away meanwhile; nothing was written") from None
    text = data
    while text.startswith(_MARK):
        text = text.removeprefix(_MARK)
    if text != before.encode():
        raise EditError(f"{name} was changed by somebody else meanwhile; nothing was written, so try again")
    if not os.access(path, os.W_OK):
        raise EditError(f"you may not write to {name}; nothing was written")
    return data[: len(data) - len(text)]


def _prepare(temporary: Path, like: Path, data: bytes) -> None:
    """Write what a file shall hold beside it, down to the disk and with the permissions of the one before it."""
    temporary.parent.mkdir(exist_ok=True)
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    with suppress(FileNotFoundError):
        shutil.copymode(like, temporary)


def _sweep(root: Path) -> None:
    """Delete what a writer left that was killed: nobody else is writing now."""
    for folder in (root, *(entry for entry in root.iterdir() if entry.is_dir())):
        for left in folder.glob(f".*{TEMPORARY}"):
            with suppress(OSError):
                left.unlink()


def _take(path: Path) -> int | None:
    """Open and lock the lock file; None where another process has it."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except PermissionError:
        if sys.platform == "win32":  # it is just being deleted
            return None
        raise
    try:
        _lock(handle)
        if sys.platform == "win32" or os.path.samestat(os.fstat(handle), path.stat()):
            return handle
    except (BlockingIOError, PermissionError, FileNotFoundError):
        pass  # held by another, or deleted by the one that held it
    os.close(handle)
    return None


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _release(handle: int, path: Path) -> None:
        os.close(handle)
        with suppress(OSError):  # another has opened it already
            path.unlink()

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _release(handle: int, path: Path) -> None:
        path.unlink(missing_ok=True)  # while it is held, so that nobody's lock is on a file that has gone
        os.close(handle)
