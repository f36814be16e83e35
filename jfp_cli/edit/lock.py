"""One writer at a time: a file that the system locks for as long as a process lives, so that nobody is locked out."""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.source.folder import shown

LOCK = ".jfp.lock"
PATIENCE = 5.0  # seconds
_PAUSE = 0.05
_FLAGS = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0)


class Lock:
    """The lock of a folder, held by this process from its making on; raises EditError where another keeps it."""

    def __init__(self, folder: Path) -> None:
        self._path = folder.resolve() / LOCK
        patience = Patience()
        handle = _take(self._path)
        while handle is None:
            patience.wait()
            handle = _take(self._path)
        self._handle = handle

    def release(self) -> None:
        """Let others write."""
        _release(self._handle, self._path)


class Patience:
    """Waiting for another jfp, for a few seconds at most."""

    def __init__(self) -> None:
        self._end = time.monotonic() + PATIENCE

    def wait(self) -> None:
        """Wait a moment; raises EditError where it was long enough."""
        if time.monotonic() > self._end:
            raise EditError("another jfp is changing this plan; try again when it has ended")
        time.sleep(_PAUSE)


def is_locked(folder: Path) -> bool:
    """Whether a process that lives has the lock of a folder."""
    with suppress(OSError):
        handle = os.open(folder.resolve() / LOCK, _FLAGS)
        try:
            _lock(handle)
        except (BlockingIOError, PermissionError):
            return True
        finally:
            os.close(handle)
    return False


def _take(path: Path) -> int | None:
    """Open and lock the lock file; None where another process has it."""
    if path.is_symlink():
        raise EditError(f"{shown(path)} is a link, which it must not be; delete it")
    try:
        handle = os.open(path, _FLAGS | os.O_CREAT, 0o666)
    except PermissionError:
        if sys.platform == "win32":  # it is just being deleted
            return None
        raise EditError(f"you may not write to the folder {shown(path.parent)}; nothing was written") from None
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
