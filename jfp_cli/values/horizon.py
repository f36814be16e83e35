"""How far ahead to look: `90d`, `6w`, three months, a fortnight, 1 year and 6 months."""

import re
from datetime import date

from jfp_cli.values.figures.vocabulary import NUMBER_WORDS
from jfp_cli.values.text import quoted

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
    """A text that is no length of time; the message says what to write."""


def last_day_within(text: str, day: date) -> date:
    """The last day within a length of time from a day: three months from 30 November end on 28 February.

    Raises HorizonError.
    """
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - slow, and only one question needs it

    length = _length(text)
    try:
        return day + relativedelta(**length)  # type: ignore[arg-type]
    except (OverflowError, ValueError):
        raise HorizonError(f"{quoted(text)} is too far ahead; {_SUCH_AS}") from None


def _length(text: str) -> dict[str, int]:
    """So many days, weeks, months and years; raises HorizonError."""
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
    return length


def _number_at(words: list[str], i: int) -> tuple[int | None, int]:
    """The number at `i`, in digits or in words, and the place after it."""
    if words[i].isdecimal():
        return int(words[i]), i + 1
    number = _NUMBERS.get(words[i])
    after = NUMBER_WORDS.get(words[i + 1], 0) if i + 1 < len(words) else 0
    if number is not None and number in _TENS and 0 < after < _TENS.step:
        return number + after, i + 2
    return number, i + 1
