"""Lengths of time: `90d`, `6w`, three months, a fortnight, 1 year and 6 months."""

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Self

from jfp_cli.values.figures.vocabulary import NUMBER_WORDS
from jfp_cli.values.text import quoted

if TYPE_CHECKING:
    from dateutil.relativedelta import relativedelta

_UNITS = {
    spelling: (unit, times)
    for spellings, unit, times in (
        ("d day days", "days", 1),
        ("w wk wks week weeks", "weeks", 1),
        ("fortnight fortnights", "weeks", 2),
        ("m mth mths month months", "months", 1),
        ("quarter quarters", "months", 3),
        ("y yr yrs year years", "years", 1),
    )
    for spelling in spellings.split()
}
_NUMBERS = NUMBER_WORDS | {"a": 1, "an": 1}
_TENS = range(20, 100, 10)
_SILENT = frozenset({"and", ",", "within", "in", "the", "next", "coming", "following"})
_WORD = re.compile(r"\d+|[a-z]+|(?!(?<=\w)-\w)\S", re.ASCII)  # twenty-one, but not -3
_MOST_DIGITS = 4
_SUCH_AS = 'write one such as "90d", "6 weeks" or "three months"'


class HorizonError(ValueError):
    """A text that is no length of time, or one that leads too far; the message says what to write."""


class Length(NamedTuple):
    """A length of time as it was written, such as "3 months"."""

    text: str
    days: int = 0
    weeks: int = 0
    months: int = 0
    years: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a length of time; raises HorizonError."""
        words = [word for word in _WORD.findall(text.lower()) if word not in _SILENT]
        length: dict[str, int] = {}
        i = 0
        while i < len(words):
            number, i = _number_at(words, i)
            unit, times = _UNITS.get(words[i], ("", 0)) if number is not None and i < len(words) else ("", 0)
            if not unit and number is not None and i == len(words):
                either = ", ".join(f'"{number} {unit}"' for unit in ("days", "weeks"))
                raise HorizonError(f'{quoted(text)} does not say of what; write {either} or "{number} months"')
            if number is None or not unit or number >= 10**_MOST_DIGITS:
                length = {}
                break
            length[unit] = length.get(unit, 0) + number * times
            i += 1
        if not length:
            raise HorizonError(f"{quoted(text)} is no length of time; {_SUCH_AS}")
        return cls(text, **length)

    @property
    def is_none(self) -> bool:
        """No time at all."""
        return not any(self[1:])

    def after(self, day: date) -> date:
        """The day that is this long after a day: three months from 30 November end on 28 February.

        Raises HorizonError where there is none.
        """
        try:
            return day + self._delta
        except (OverflowError, ValueError):
            raise HorizonError(f"{quoted(self.text)} is too far ahead; {_SUCH_AS}") from None

    def before(self, day: date) -> date:
        """The day that is this long before a day; the first of all days where that is further back."""
        try:
            return day - self._delta
        except (OverflowError, ValueError):
            return date.min

    @property
    def _delta(self) -> "relativedelta":
        from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - slow, and few questions need it

        return relativedelta(days=self.days, weeks=self.weeks, months=self.months, years=self.years)


def last_day_within(text: str, day: date) -> date:
    """The last day within a length of time from a day; raises HorizonError."""
    return Length.parse(text).after(day)


def _number_at(words: list[str], i: int) -> tuple[int | None, int]:
    """The number at `i`, in digits or in words, and the place after it."""
    if words[i].isdecimal():
        return int(words[i]), i + 1
    number = _NUMBERS.get(words[i])
    after = NUMBER_WORDS.get(words[i + 1], 0) if i + 1 < len(words) else 0
    if number is not None and number in _TENS and 0 < after < _TENS.step:
        return number + after, i + 2
    return number, i + 1
