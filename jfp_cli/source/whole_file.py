"""Files written whole: beside the one that is there, down to the disk, and then in its place."""

import os
import stat
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from jfp_cli.values.system import may_be_held

TEMPORARY = ".jfp-tmp"  # how the names of files end that are being written
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_PATIENCE = (0.05, 0.1, 0.2, 0.4)  # seconds between the times that a file is asked for which another program has open
_NOBODY_ELSE, _AS_USUAL = 0o600, 0o666  # who may read what is new, before the system takes away what it usually does


def write_file(path: Path, data: bytes) -> None:
    """Make a file hold this and nothing else, or leave it as it was; behind a link it is the file itself.

    What is no ordinary file, such as a pipe, is written to as it stands.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(data)
    else:
        path = Path(os.path.realpath(path))
        replace(write_beside(path, data), path)
        sync_folder(path.parent)


def write_beside(path: Path, data: bytes) -> Path:
    """Write what a file shall hold beside it, for the same people to read and write; the path of that comes back."""
    temporary = path.with_name(f".{os.urandom(8).hex()}{TEMPORARY}")
    with _instead(temporary, path):
        like = path.stat() if path.exists() else None
        handle = os.open(temporary, _NEW, _AS_USUAL if like is None else _NOBODY_ELSE)
        with open(handle, "wb") as file:  # noqa: PTH123 - it is open already
            file.write(data)
            file.flush()
            os.fsync(handle)
        if like is not None:
            _give(temporary, path, like)
    return temporary


def replace(temporary: Path, path: Path) -> None:
    """Put what was written beside a file in its place."""
    with _instead(temporary, path):
        for pause in _PATIENCE:
            try:
                temporary.replace(path)
            except PermissionError as error:
                if not may_be_held(error):
                    raise
                time.sleep(pause)
            else:
                return
        temporary.replace(path)


@contextmanager
def _instead(temporary: Path, path: Path) -> Iterator[None]:
    """Leave nothing behind where something goes wrong, and name the file that was meant."""
    try:
        yield
    except BaseException as error:
        with suppress(OSError):
            temporary.unlink()
        if isinstance(error, OSError):
            error.filename, error.filename2 = str(path), None
        raise


def sync_folder(folder: Path) -> None:
    """See to it that what a folder lists is on the disk, where the system can be asked to."""
    if sys.platform != "win32":
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _give(temporary: Path, path: Path, like: os.stat_result) -> None:
    """Give a file the owner, the group and the permissions of another, as far as the system allows."""
    if sys.platform != "win32":
        for owner, group in ((like.st_uid, -1), (-1, like.st_gid)):
            with suppress(OSError):
                os.chown(temporary, owner, group)
    if sys.platform == "linux":  # lists of who may do what, beyond owner and group
        with suppress(OSError):
            for name in os.listxattr(path):
                with suppress(OSError):
                    os.setxattr(temporary, name, os.getxattr(path, name))
    temporary.chmod(stat.S_IMODE(like.st_mode))


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their paths from a folder, which is made where there is none, and so are those below it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, data)
