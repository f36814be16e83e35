"""What time it is: by the clock, or by SOURCE_DATE_EPOCH where a build gives it, so that what it makes is the same."""

import os
from datetime import UTC, date, datetime

from jfp_cli.values.text import quoted

EPOCH = "SOURCE_DATE_EPOCH"


def today() -> date:
    """The day where the user is, that of SOURCE_DATE_EPOCH in UTC; stops where that is no number of seconds."""
    given = _given()
    return given.date() if given else date.today()  # noqa: DTZ011 - the day where the user is


def moment() -> datetime:
    """Now, in UTC and without its zone; stops as `today` does."""
    return _given() or datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def _given() -> datetime | None:
    seconds = os.environ.get(EPOCH)
    if not seconds:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC).replace(tzinfo=None)
    except (ValueError, OverflowError, OSError):
        from jfp_cli.cli.session import stop  # noqa: PLC0415 - which asks for the day itself

        raise stop(f"{EPOCH} is {quoted(seconds)}, and has to be a number of seconds since 1970") from None
