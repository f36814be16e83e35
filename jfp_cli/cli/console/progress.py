"""How far something is that takes longer than a second, at a terminal that shows standard error."""

import sys
from time import monotonic
from typing import Self

_PATIENCE = 1.0  # seconds before anything is said
_BETWEEN = 0.1  # seconds from one word to the next
_WIPED = "\r\x1b[K"


class Progress:
    """Counts what is done of so many, and wipes away in the end what it said; `what` names them, such as plans."""

    def __init__(self, what: str, total: int) -> None:
        self._what = what
        self._total = total
        self._done = 0
        self._next = monotonic() + _PATIENCE
        self._is_said = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._is_said:
            sys.stderr.write(_WIPED)
            sys.stderr.flush()

    def advance(self) -> None:
        """One more is done."""
        self._done += 1
        if monotonic() >= self._next and sys.stderr.isatty():
            self._next = monotonic() + _BETWEEN
            self._is_said = True
            sys.stderr.write(f"\r{self._done:,} of {self._total:,} {self._what}")
            sys.stderr.flush()
