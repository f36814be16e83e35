"""A plan's own templates run in a process of their own, which ends where one takes too long or too much memory.

What a template may write can double a text in every line or go round in circles; only what can be ended holds it.
"""

import multiprocessing
import os
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from types import FrameType
from typing import Any

from jfp_cli.report.pages.page_error import PageError, innermost

SECONDS = 30.0
_GRACE = 5.0  # seconds in which the process may say by itself where it was
_MEMORY = 2 << 30  # bytes of addresses, where the system can be asked to keep to them


def within_limits(folders: tuple[str, ...], make: Callable[..., str], *arguments: Any) -> str:
    """What a function makes of its arguments, in a process of its own; raises PageError where that is ended.

    `folders` are those of the templates: the line of one at which it was ended is said.
    """
    # A process with threads cannot be copied as it stands; starting one anew takes a second longer.
    is_copied = sys.platform == "linux" and threading.active_count() == 1
    context: Any = multiprocessing.get_context("fork" if is_copied else "spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(theirs, SECONDS, folders, make, arguments), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(SECONDS + _GRACE):
            raise PageError(_too_long(SECONDS))
        answer = ours.recv()
    except EOFError:
        raise PageError("the template takes more memory than this computer gives it, or includes too deeply") from None
    finally:
        ours.close()
        process.kill()
        process.join()
    if isinstance(answer, Exception):
        raise answer
    return str(answer)


def _run(
    answers: Connection, seconds: float, folders: tuple[str, ...], make: Callable[..., str], arguments: tuple[Any, ...]
) -> None:
    _limit_memory()
    at_work, once = threading.get_ident(), threading.Lock()

    def answer(said: str | Exception) -> None:
        if once.acquire(blocking=False):
            answers.send(said)

    def end() -> None:
        steps = traceback.walk_stack(sys._current_frames()[at_work])  # noqa: SLF001 - how Python gives them
        lines = [(frame.f_code.co_filename, _line(frame, line)) for frame, line in steps]
        answer(PageError(_too_long(seconds), *innermost(reversed(lines), folders)))
        os._exit(1)

    clock = threading.Timer(seconds, end)
    clock.daemon = True
    clock.start()
    try:
        page: str | Exception = make(*arguments)
    except PageError as error:
        page = error.with_traceback(None)
        page.__cause__ = page.__context__ = None
    answer(page)


def _line(frame: FrameType, line: int) -> int:
    """The line of the template that a line of what Jinja compiled stands for."""
    template = frame.f_globals.get("__jinja_template__")
    return line if template is None else int(template.get_corresponding_lineno(line))


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Windows has none

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _too_long(seconds: float) -> str:
    return f"the template takes more than {seconds:g} seconds; it may go round and round"
