"""The moment that a file says it was made: that of the clock, or of SOURCE_DATE_EPOCH where a build gives it."""

import os
from datetime import UTC, datetime

from jfp_cli.cli.session import stop
from jfp_cli.values.text import quoted

EPOCH = "SOURCE_DATE_EPOCH"


def moment() -> datetime:
    """Now, in UTC and without its zone; stops where the environment gives something else than a number of seconds."""
    seconds = os.environ.get(EPOCH)
    if not seconds:
        return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    try:
        return datetime.fromtimestamp(int(seconds), UTC).replace(tzinfo=None)
    except (ValueError, OverflowError, OSError):
        raise stop(f"{EPOCH} is {quoted(seconds)}, and has to be a number of seconds since 1970") from None
