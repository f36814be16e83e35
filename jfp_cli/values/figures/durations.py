"""Lengths of time in several parts: 1 hour 15 minutes, 00:32:27, half an hour, 1h 15m."""

from decimal import Decimal
from fractions import Fraction

from jfp_cli.values.figures.numerals import numeral_at
from jfp_cli.values.figures.tokens import Tokens
from jfp_cli.values.figures.vocabulary import FRACTIONS, MONTHS, SECONDS, TIMES
from jfp_cli.values.figures.writing import in_decimals
from jfp_cli.values.unclear import UnclearError

LETTERS = {"h": "hours", "m": "minutes", "s": "seconds", "d": "days"}
_SIXTY = 60


def duration_at(tokens: Tokens, i: int) -> tuple[Decimal, str, int] | None:
    """A number of minutes, or of the one unit that is named, with that unit and the place after it."""
    return _clock_at(tokens, i) or _compound_at(tokens, i) or _part_of_a_unit_at(tokens, i)


def _clock_at(tokens: Tokens, i: int) -> tuple[Decimal, str, int] | None:
    """00:32:27 is hours, minutes and seconds; 32:27 minutes and seconds, as response times are published."""
    if tokens.at(i + 1) != ":" or not (tokens.is_number(i) and tokens.is_number(i + 2) and tokens.glued(i, 3)):
        return None
    parts, end = [tokens.at(i), tokens.at(i + 2)], i + 3
    if tokens.at(end) == ":" and tokens.is_number(end + 1) and tokens.glued(i, 5):
        parts, end = [*parts, tokens.at(end + 1)], end + 2
    if not all(part.isdigit() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    is_time = all(len(part) == 2 and int(part) < _SIXTY for part in parts[1:])
    unit = TIMES.get(tokens.at(end), "")
    if len(parts) == 2:
        _refuse_ratio(tokens, i, is_time=is_time, is_named=unit in ("minutes", "hours"))
    if not is_time:
        return None
    end += bool(unit)
    if len(parts) == 2 and unit == "hours":
        numbers.append(0)
    hours, minutes, seconds = [0, *numbers][-3:]
    return in_decimals(Fraction(hours * 3600 + minutes * 60 + seconds, _SIXTY)), "minutes", end


def _refuse_ratio(tokens: Tokens, i: int, *, is_time: bool, is_named: bool) -> None:
    """1:4 is a ratio, and so may 1:10 be, which is no usual way to write minutes."""
    first, second = int(tokens.at(i)), int(tokens.at(i + 2))
    proportion = (f"{first} in {second}",) if 0 < first <= second else ()
    if 0 < first == second:
        proportion = ("half",)  # 50:50
    elif first + second == 100:
        proportion = (f"{first}%",)  # 60:40
    if not is_time:
        further = "" if proportion else "write what it comes to as a number"
        raise UnclearError("is a ratio", *proportion, further=further).at(i, i + 3)
    if not is_named and proportion and (len(tokens.at(i)) == 1 or first == second or first + second == 100):
        minutes = f"{first} {'minute' if first == 1 else 'minutes'} {second} seconds"
        raise UnclearError("could be minutes and seconds, or a ratio", minutes, *proportion).at(i, i + 3)


def _compound_at(tokens: Tokens, i: int) -> tuple[Decimal, str, int] | None:
    """1 hour 15 minutes, 2 years and 6 months, 1h 15m."""
    parts: list[tuple[Decimal, str]] = []
    j = i
    while True:
        k = j + (bool(parts) and tokens.at(j) in {"and", ","})
        part = _single_at(tokens, k)
        if part is None or (parts and not _is_smaller(part[1], parts[-1][1])):
            break
        value, unit, j = part
        parts.append((value, unit))
    if len(parts) < 2:
        return None
    family, into = (SECONDS, "minutes") if parts[0][1] in SECONDS else (MONTHS, "months")
    total = sum((Fraction(value) * family[unit] for value, unit in parts), Fraction(0))
    return in_decimals(total / family[into]), into, j


def _single_at(tokens: Tokens, i: int) -> tuple[Decimal, str, int] | None:
    numeral = (Decimal(1), i + 1) if tokens.at(i) in {"a", "an"} and tokens.at(i + 1) in TIMES else None
    if numeral is None:
        read = numeral_at(tokens, i)
        if read is None or read[0].scale not in ("", "m"):
            return None
        is_minutes = read[0].scale == "m" and read[1] == i + 2
        if read[0].scale and not is_minutes:
            return None
        numeral = (read[0].value / 10**6, i + 1) if is_minutes else (read[0].value, read[1])
    value, j = numeral
    unit = TIMES.get(tokens.at(j)) or (LETTERS.get(tokens.at(j)) if tokens.is_number(j - 1) else None)
    return (value, unit, j + 1) if unit else None


def _is_smaller(unit: str, than: str) -> bool:
    return any(unit in family and than in family and family[unit] < family[than] for family in (SECONDS, MONTHS))


def _part_of_a_unit_at(tokens: Tokens, i: int) -> tuple[Decimal, str, int] | None:
    """Half an hour, a quarter of an hour, an hour and a half, 1h."""
    start = i + (tokens.at(i) in {"a", "an"})
    whole = FRACTIONS.get(tokens.at(start))
    j = start + 1 + (tokens.at(start + 1) == "of")
    if whole and tokens.at(j) in {"a", "an"} and tokens.at(j + 1) in TIMES:
        return in_decimals(Fraction(1, whole)), TIMES[tokens.at(j + 1)], j + 2
    if tokens.at(i) in {"a", "an"} and tokens.at(i + 1) in TIMES and tokens.sequence(i + 2, 3) == ("and", "a", "half"):
        return Decimal("1.5"), TIMES[tokens.at(i + 1)], i + 5
    if tokens.is_number(i) and tokens.at(i + 1) in {"h", "hrs"} and tokens.at(i + 2) != "-":
        read = numeral_at(tokens, i)
        return (read[0].value, "hours", i + 2) if read else None
    return None
