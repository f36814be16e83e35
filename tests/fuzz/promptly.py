"""What takes more than a second of the processor's time hangs, and is broken off."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

MOST = 1.0  # second


class HangError(Exception):
    """Something took longer than anybody would wait."""


@contextmanager
def promptly() -> Iterator[None]:
    """Break off what hangs, with a HangError; where the system has no such clock, wait."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _break_off)
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _break_off(_signal: int, _frame: FrameType | None) -> None:
    raise HangError(f"it took more than {MOST:g} second")
