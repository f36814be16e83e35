"""Work on several plans side by side, each in a process of its own, with progress for whoever waits."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import Any, TypeVar

Result = TypeVar("Result")
SHOWN_AFTER = 1.0  # seconds, after which progress is worth a line


def side_by_side(work: Callable[[Any], Result], tasks: Sequence[Any], what: str) -> Iterator[Result]:
    """The results of tasks in their order, worked on in as many processes as there are processors; Ctrl-C ends all.

    `work` stands in a module, so that any process finds it; `what` is what it does to the plans, for the progress.
    """
    if len(tasks) < 2:
        yield from map(work, tasks)
        return
    with multiprocessing.Pool(min(len(tasks), _processors()), _leave_interrupts) as pool, _progress(what) as tell:
        for number, result in enumerate(pool.imap(work, tasks), 1):
            tell(number, len(tasks))
            yield result


def _leave_interrupts() -> None:
    """Leave Ctrl-C to the process that waits for this one: it ends all of them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """What tells how far the work is, at a terminal and once it takes long."""
    began, bar = monotonic(), _Bar(what)

    def tell(done: int, of: int) -> None:
        if sys.stderr.isatty() and monotonic() - began > SHOWN_AFTER:
            bar.show(done, of)

    try:
        yield tell
    finally:
        bar.end()


class _Bar:
    """A bar at a terminal, there only once it was shown."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._shown: Any = None

    def show(self, done: int, of: int) -> None:
        if self._shown is None:
            from rich.console import Console  # noqa: PLC0415 - slow to start, and few wait so long
            from rich.progress import Progress  # noqa: PLC0415 - the same

            self._shown = Progress(console=Console(stderr=True), transient=True)
            self._shown.add_task(self._what, total=of)
            self._shown.start()
        self._shown.update(self._shown.task_ids[0], completed=done)

    def end(self) -> None:
        if self._shown is not None:
            self._shown.stop()
