"""The garbage collector, kept off while much is made that lasts: it would only look through all of it again."""

import gc


class CollectorOff:
    """With this, nothing is collected meanwhile; afterwards the collector is as it was."""

    def __enter__(self) -> None:
        self._collecting = gc.isenabled()
        gc.disable()

    def __exit__(self, *_: object) -> None:
        if self._collecting:
            gc.enable()
