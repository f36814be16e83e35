"""What the clock says, or SOURCE_DATE_EPOCH where a build gives it: when a file was made, and which day it is."""

import os
from datetime import UTC, date, datetime

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


def this_day() -> date:
    """The day where the user is; stops where the environment gives something else than a number of seconds."""
    return moment().date() if os.environ.get(EPOCH) else date.today()  # noqa: DTZ011 - the user's day
