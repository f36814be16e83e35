"""Lengths of time: `90d`, `6 weeks`, `3 months`, `1y`."""

import re
from datetime import date
from typing import NamedTuple, Self

_LENGTH = re.compile(
    r"(\d{1,4}) ?(?:(d)(?:ays?)?|(w)(?:eeks?)?|(m)(?:onths?)?|(y)(?:ears?)?)", re.IGNORECASE | re.ASCII
)
_UNITS = {"d": "days", "w": "weeks", "m": "months", "y": "years"}


class HorizonError(ValueError):
    """A text that is no length of time, or one that leads too far; the message says what to write."""


class Length(NamedTuple):
    """A length of time as it was written, such as "3 months"."""

    text: str
    number: int
    unit: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a length of time; raises HorizonError."""
        length = _LENGTH.fullmatch(text.strip())
        if length is None:
            raise HorizonError(f'"{text}" is no length of time; write 90d, 6w, 3m or 1y')
        letter = next(letter for letter in length.groups()[1:] if letter)
        return cls(text, int(length[1]), _UNITS[letter.lower()])

    def after(self, day: date) -> date:
        """The day that is this long after a day: three months from 30 November end on 28 February.

        Raises HorizonError where there is none.
        """
        from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - slow, and few questions need it

        try:
            return day + relativedelta(**{self.unit: self.number})  # type: ignore[arg-type]
        except (OverflowError, ValueError):
            raise HorizonError(f'"{self.text}" is too far ahead; write 90d, 6w, 3m or 1y') from None

    def before(self, day: date) -> date:
        """The day that is this long before a day; the first of all days where that is further back."""
        from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - as above

        try:
            return day - relativedelta(**{self.unit: self.number})  # type: ignore[arg-type]
        except (OverflowError, ValueError):
            return date.min


def last_day_within(text: str, day: date) -> date:
    """The last day within a length of time from a day; raises HorizonError."""
    return Length.parse(text).after(day)
