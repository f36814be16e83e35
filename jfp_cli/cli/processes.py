"""Work on several plans side by side, each in a process of its own, with progress for whoever waits."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from jfp_cli.cli.console.progress import Progress

if TYPE_CHECKING:
    from multiprocessing.pool import IMapIterator

Result = TypeVar("Result")
_LOOKS_UP = 0.2  # seconds


def side_by_side(work: Callable[[Any], Result], tasks: Sequence[Any]) -> Iterator[Result]:
    """The results of tasks in their order, worked on in as many processes as there are processors; Ctrl-C ends all.

    `work` stands in a module, so that any process finds it.
    """
    if len(tasks) < 2:
        yield from map(work, tasks)
        return
    pool = multiprocessing.Pool(min(len(tasks), _processors()), _leave_interrupts)
    with pool, Progress("plans", len(tasks)) as progress:
        results = pool.imap(work, tasks)
        for _ in tasks:
            result = _awaited(results)
            progress.advance()
            yield result


def _awaited(results: "IMapIterator[Result]") -> Result:
    """The next result. Waiting looks up now and then: where it does not, Ctrl-C may go unheard until there is one."""
    while True:
        try:
            return results.next(timeout=_LOOKS_UP)
        except multiprocessing.TimeoutError:
            continue


def _leave_interrupts() -> None:
    """Leave Ctrl-C to the process that waits for this one: it ends all of them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
