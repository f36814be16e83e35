"""Days that planners name and the calendar sets: Christmas Day and Easter Sunday."""

from jfp_cli.values.dates.periods import Period, single_day
from jfp_cli.values.dates.unit import Unit
from jfp_cli.values.dates.words import Words
from jfp_cli.values.dates.years import Year
from jfp_cli.values.unclear import UnclearError

FEASTS = {"christmas": "Christmas", "xmas": "Christmas", "easter": "Easter"}
DAYS = frozenset({"day", "sunday"})  # after their names


def feast_at(words: Words, i: int) -> tuple[Unit, int] | None:
    """A feast, by itself or with "Day" or "Sunday" after it."""
    if words.at(i) == "new" and words.at(i + 1) in {"year", "years", "year's"}:
        j = i + 2 + 2 * (words.at(i + 2) == "'" and words.at(i + 3) == "s")
        is_day = words.at(j) == "day"
        return Unit("New Year", _new_years_day if is_day else _new_year), j + is_day
    name = FEASTS.get(words.at(i))
    if name is None:
        return None
    return Unit(name, _christmas if name == "Christmas" else _easter), i + 1 + (words.at(i + 1) in DAYS)


def _new_years_day(year: Year) -> Period:
    return year.day(1, 1)


def _new_year(year: Year) -> Period:
    number = year.day(1, 1).first.year
    raise UnclearError("could be its first day or its first month", f"1 January {number}", f"January {number}")


def _christmas(year: Year) -> Period:
    return year.day(25, 12)


def _easter(year: Year) -> Period:
    if not year.is_calendar:
        # Easter may fall twice in a financial year, or not at all.
        raise UnclearError("may fall in either calendar year", f"Easter {year.number}", f"Easter {year.number + 1}")
    from dateutil.easter import easter  # noqa: PLC0415 - rarely needed

    return single_day(easter(year.number))
