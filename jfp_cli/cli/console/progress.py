"""How far something is that takes longer than a second, on standard error."""

import sys
from time import monotonic
from typing import Self

_PATIENCE = 1.0  # seconds before anything is said
_BETWEEN = 0.2  # seconds from one word to the next


class Progress:
    """Counts what is done, and says so once it takes long: again and again at a terminal, once elsewhere."""

    def __init__(self, what: str, total: int) -> None:
        self._what = what
        self._total = total
        self._done = 0
        self._next = monotonic() + _PATIENCE
        self._is_said = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._is_said and sys.stderr.isatty():
            sys.stderr.write("\r\x1b[K")

    def advance(self) -> None:
        """One more is done."""
        self._done += 1
        if monotonic() < self._next:
            return
        self._next = monotonic() + _BETWEEN
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{self._done:,} of {self._total:,} {self._what}")
            sys.stderr.flush()
        elif not self._is_said:
            sys.stderr.write(f"jfp: reading {self._total:,} {self._what}\n")
        self._is_said = True
