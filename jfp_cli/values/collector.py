"""The garbage collector, kept off while much is made that lasts: it would only look through all of it again."""

import gc


class CollectorOff:
    """With this, nothing is collected meanwhile; afterwards all is as before, and what was made counts as old."""

    def __enter__(self) -> None:
        self._collecting = gc.isenabled()
        gc.disable()

    def __exit__(self, *_: object) -> None:
        if self._collecting:
            if not gc.get_freeze_count():  # else these are somebody else's, to be left alone
                gc.freeze()
                gc.unfreeze()
            gc.enable()
