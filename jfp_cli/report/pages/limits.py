"""A plan's own templates run in a process of their own, which ends where one takes too long or too much memory.

What a template may write can double a text in every line or go round in circles; only what can be ended holds it. So
it is with what lays a page out that such a template made.
"""

import multiprocessing
import os
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

from jfp_cli.report.pages.page_error import PageError, innermost

_GRACE = 5.0  # seconds in which the process may say by itself where it was


class Limits(NamedTuple):
    """What something may take: seconds, and bytes of addresses where the system can be asked to keep to them."""

    what: str
    seconds: float
    memory: int

    @property
    def too_long(self) -> str:
        return f"{self.what} takes more than {self.seconds:g} seconds; it may go round and round"

    @property
    def too_much(self) -> str:
        return f"{self.what} takes more memory than this computer gives it, or includes too deeply"


OF_TEMPLATES = Limits("the template", 30.0, 2 << 30)
OF_PAPER = Limits("laying out the page that the template makes", 300.0, 8 << 30)


def within_limits(limits: Limits, folders: tuple[str, ...], make: Callable[..., Any], *arguments: Any) -> Any:
    """What a function makes of its arguments, in a process of its own; raises PageError where that is ended.

    `folders` are those of the templates: the line of one at which it was ended is said.
    """
    # A process with threads cannot be copied as it stands; starting one anew takes a second longer.
    context: Any = multiprocessing.get_context("spawn" if _has_threads() else "fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(theirs, limits, folders, make, arguments), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(limits.seconds + _GRACE):
            raise PageError(limits.too_long)
        answer = ours.recv()
    except EOFError:
        raise PageError(limits.too_much) from None
    finally:
        ours.close()
        process.kill()
        process.join()
    if isinstance(answer, Exception):
        raise answer
    return answer


def _has_threads() -> bool:
    """Whether this process has other threads, those included that Python does not know; yes where nobody can tell."""
    try:
        return len(list(Path("/proc/self/task").iterdir())) > 1
    except OSError:
        return True


def _run(
    answers: Connection, limits: Limits, folders: tuple[str, ...], make: Callable[..., Any], arguments: tuple[Any, ...]
) -> None:
    _limit_memory(limits.memory)
    at_work, once = threading.get_ident(), threading.Lock()

    def answer(said: Any) -> None:
        if once.acquire(blocking=False):
            answers.send(said)

    def end() -> None:
        steps = traceback.walk_stack(sys._current_frames()[at_work])  # noqa: SLF001 - how Python gives them
        lines = [(frame.f_code.co_filename, _line(frame, line)) for frame, line in steps]
        answer(PageError(limits.too_long, *innermost(reversed(lines), folders)))
        os._exit(1)

    clock = threading.Timer(limits.seconds, end)
    clock.daemon = True
    clock.start()
    try:
        made = make(*arguments)
    except PageError as error:
        made = error.with_traceback(None)
        made.__cause__ = made.__context__ = None
    answer(made)


def _line(frame: FrameType, line: int) -> int:
    """The line of the template that a line of what Jinja compiled stands for."""
    template = frame.f_globals.get("__jinja_template__")
    return line if template is None else int(template.get_corresponding_lineno(line))


def _limit_memory(memory: int) -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Windows has none

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))
