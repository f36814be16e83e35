"""What has to be known of a plan to begin it, read from what somebody wrote of it."""

from datetime import date, timedelta
from typing import NamedTuple

from jfp_cli.edit.naming import check_id
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.start.kinds import Kind
from jfp_cli.values.dates import MONTH_NAMES, DateError, PlanDate
from jfp_cli.values.dates.rewriting import years_between
from jfp_cli.values.text import as_id, quoted

_LONGEST = 15  # years


class Beginning(NamedTuple):
    """What has to be known of a plan to begin it: whose it is, its first and last day, its areas by id, and the day.

    The kind says what its examples are about.
    """

    organisation: str
    start: date
    end: date
    areas: dict[str, str]
    day: date
    kind: Kind = Kind.HEALTH


def organisation_of(written: str) -> str:
    """The name of an organisation; raises EditError."""
    if not written.strip():
        raise EditError("a plan is somebody's; write a name, such as North Town")
    return written


def month_of(written: str) -> int:
    """The number of a month from its name; raises EditError."""
    for number, name in enumerate(MONTH_NAMES, 1):
        if written.strip().lower() in (name.lower(), name[:3].lower()):
            return number
    raise EditError(f"{quoted(written)} is no month; write its name, such as April")


def coming_years(day: date, year_starts: int) -> str:
    """The five years that a plan which is begun on a day will usually cover."""
    return years_between(day.year + 1, day.year + 6, year_starts)


def period_of(written: str, year_starts: int, day: date) -> tuple[date, date]:
    """The first and the last day of the financial years of a plan that is begun on a day; raises EditError."""
    instead = f"write whole financial years, from the first to the last, such as {coming_years(day, year_starts)}"
    try:
        meant = PlanDate.parse(written, year_starts)
    except DateError:
        raise EditError(f"{quoted(written)} is not the years of a plan; {instead}") from None
    first, last = meant.first, meant.last
    if last is None or (first.month, first.day) != (year_starts, 1) or _after(last) != (year_starts, 1):
        raise EditError(f"{quoted(written)} does not begin and end with a financial year; {instead}")
    years = last.year - first.year + (year_starts == 1)
    if years > _LONGEST:
        raise EditError(f"{quoted(written)} is {years} years, and a plan covers {_LONGEST} at most; {instead}")
    return first, last


def _after(day: date) -> tuple[int, int]:
    following = day + timedelta(days=1)
    return following.month, following.day


def areas_of(written: str, usual: str) -> dict[str, str]:
    """The names of service areas, with commas between them, by their ids; raises EditError."""
    found: dict[str, str] = {}
    for title in filter(None, map(str.strip, written.split(","))):
        name = as_id(title)
        if not name:
            raise EditError(
                f"{quoted(title)} has no letter from a to z and no digit for the id of the area; "
                "write a name that has some, and change the title in its file later"
            )
        if name in found:
            raise EditError(f"{quoted(title)} is named twice; write it once")
        check_id(name)
        found[name] = title
    if not found:
        raise EditError(f'name at least one service area, such as "{usual}"')
    return found
