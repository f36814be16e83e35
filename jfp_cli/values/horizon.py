"""How far ahead to look: `90d`, `6w`, `3m`, `1y`."""

import re
from datetime import date

_LENGTH = re.compile(r"(\d{1,4}) ?(d|w|m|y)(?:ays?|eeks?|onths?|ears?)?", re.IGNORECASE | re.ASCII)
_UNITS = {"d": "days", "w": "weeks", "m": "months", "y": "years"}


class HorizonError(ValueError):
    """A text that is no length of time; the message says what to write."""


def last_day_within(text: str, day: date) -> date:
    """The last day within a length of time from a day: three months from 30 November end on 28 February.

    Raises HorizonError.
    """
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - slow, and only one question needs it

    length = _LENGTH.fullmatch(text.strip())
    if length is None:
        raise HorizonError(f'"{text}" is no length of time; write 90d, 6w, 3m or 1y')
    ahead = {_UNITS[length[2].lower()]: int(length[1])}
    try:
        return day + relativedelta(**ahead)  # type: ignore[arg-type]
    except (OverflowError, ValueError):
        raise HorizonError(f'"{text}" is too far ahead; write 90d, 6w, 3m or 1y') from None
