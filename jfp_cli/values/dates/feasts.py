"""Days that planners name and the calendar sets: Christmas Day and Easter Sunday."""

from jfp_cli.values.dates.periods import DateError, Period, single_day
from jfp_cli.values.dates.years import Unit, Year

FEASTS = {"christmas": "christmas", "xmas": "christmas", "easter": "easter"}


def feast(name: str) -> Unit:
    def day(year: Year) -> Period:
        if name == "christmas":
            return year.day(25, 12)
        if not year.is_calendar:
            # Easter may fall twice in a financial year, or not at all.
            raise DateError(
                f'may fall in either calendar year; write "Easter {year.number}" or "Easter {year.number + 1}"'
            )
        from dateutil.easter import easter  # noqa: PLC0415 - rarely needed

        return single_day(easter(year.number))

    return day
