"""What one file holds as text, or why it is not read and what to do about it."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from jfp_cli.values.system import may_be_held, why
from jfp_cli.values.text import LINE_END

MAX_BYTES = 32 * 1024 * 1024
_TO_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)  # a named pipe is not waited for


class Content(NamedTuple):
    """The text of a file; where it is None, `problem` and `advice` say why and what to do, and `at` is where."""

    text: str | None
    problem: str = ""
    advice: str = ""
    at: tuple[int, int] = (1, 1)


def text_of(path: str, home: str, *, linked: bool) -> Content:
    """Read a plan file; `linked` where a link on the way may lead out of the plan's home.

    The path is a text and the file is opened once: a small file is read in less time than Path objects take.
    """
    if (misnamed := _misnamed(path)) is not None:
        return misnamed
    try:
        if linked and not Path(os.path.realpath(path, strict=True)).is_relative_to(home):
            return Content(None, "this is a link to a file outside the plan folder", "put the file itself here")
        handle = os.open(path, _TO_READ)
        try:
            return _read(handle)
        finally:
            os.close(handle)
    except OSError as error:
        return _not_opened(Path(path), error)


def text_in(path: str, data: bytes) -> Content:
    """The text of a plan file that was read elsewhere, by its path."""
    return _misnamed(path) or (_too_long(len(data)) if len(data) > MAX_BYTES else _decoded(data))


def _misnamed(path: str) -> Content | None:
    if path.endswith(".yaml"):
        return None
    file = Path(path)
    return Content(None, f'plan files end in ".yaml", not "{file.suffix}"', f"rename it to {file.stem}.yaml")


def _too_long(size: int) -> Content:
    return Content(None, f"the file is {size // (1024 * 1024)} MB long", "a plan file is a few pages of text; split it")


def _read(handle: int) -> Content:
    state = os.fstat(handle)
    if not stat.S_ISREG(state.st_mode):
        return _not_ordinary(state)
    if state.st_size > MAX_BYTES:
        return _too_long(state.st_size)
    data = b""
    while more := os.read(handle, state.st_size + 1):
        data += more
    return _decoded(data)


def _not_opened(path: Path, error: OSError) -> Content:
    with suppress(OSError):  # some systems open no folder, and none a socket
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            return _not_ordinary(state)
    return Content(None, f"the file cannot be read: {reason(error, path)}", "check the file and who may read it")


def _not_ordinary(state: os.stat_result) -> Content:
    what = "a folder" if stat.S_ISDIR(state.st_mode) else "not an ordinary file"
    return Content(None, f"this is {what}, where a file of text should be", "rename it or move it away")


def _decoded(data: bytes) -> Content:
    """The text of a file, or what is wrong with it and at which line and column."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Content(None, "the file is UTF-16 text, not UTF-8", "save the file again as UTF-8 text")
    try:
        return Content(data.decode("utf-8").lstrip("\ufeff"))
    except UnicodeDecodeError as error:
        byte, above = data[error.start : error.start + 1], data[: error.start].decode("utf-8").lstrip("\ufeff")
    meant = byte.decode("cp1252", "ignore")
    likely = f', which is "{meant}" in older Windows files' if meant.isprintable() and meant else ""
    problem = f"the file is not UTF-8 text: it holds the byte 0x{byte.hex()}{likely}"
    lines = LINE_END.split(above)
    return Content(None, problem, "save the file again as UTF-8 text", (len(lines), len(lines[-1]) + 1))


def reason(error: OSError, path: Path) -> str:
    """Why the system does not let a file or folder be read, in words."""
    if may_be_held(error):
        return why(error)
    if error.errno == errno.EACCES:
        return "you may not read it"
    if error.errno == errno.ELOOP:
        return "it is a link that leads back to itself"
    if error.errno == errno.ENOENT:
        return "it is a link to something that is not there" if path.is_symlink() else "it is not there"
    if error.errno == errno.ENOTDIR:
        return "it is a file"
    return why(error)
