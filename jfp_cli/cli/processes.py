"""Work on several plans side by side, each in a process of its own, with progress for whoever waits."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from jfp_cli.cli.console.progress import Progress

Result = TypeVar("Result")


def side_by_side(work: Callable[[Any], Result], tasks: Sequence[Any]) -> Iterator[Result]:
    """The results of tasks in their order, worked on in as many processes as there are processors; Ctrl-C ends all.

    `work` stands in a module, so that any process finds it.
    """
    if len(tasks) < 2:
        yield from map(work, tasks)
        return
    pool = multiprocessing.Pool(min(len(tasks), _processors()), _leave_interrupts)
    with pool, Progress("plans", len(tasks)) as progress:
        for result in pool.imap(work, tasks):
            progress.advance()
            yield result


def _leave_interrupts() -> None:
    """Leave Ctrl-C to the process that waits for this one: it ends all of them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
