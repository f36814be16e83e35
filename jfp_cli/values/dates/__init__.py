"""Dates as planners write them, and the first and last day that each stands for.

Each name is loaded when it is first asked for: a question about milestones reads dates and finds none in prose.
"""

from typing import TYPE_CHECKING

from jfp_cli.values.door import door

if TYPE_CHECKING:
    from jfp_cli.values.dates.date_error import DateError
    from jfp_cli.values.dates.house_style import house_style
    from jfp_cli.values.dates.periods import Precision
    from jfp_cli.values.dates.plan_date import PlanDate
    from jfp_cli.values.dates.prose import find_dates
    from jfp_cli.values.dates.vocabulary import MONTH_NAMES, MONTHS, SEASONS

__all__ = ["MONTHS", "MONTH_NAMES", "SEASONS", "DateError", "PlanDate", "Precision", "find_dates", "house_style"]

_HOMES = {
    "DateError": "date_error",
    "MONTHS": "vocabulary",
    "MONTH_NAMES": "vocabulary",
    "PlanDate": "plan_date",
    "Precision": "periods",
    "SEASONS": "vocabulary",
    "find_dates": "prose",
    "house_style": "house_style",
}

if not TYPE_CHECKING:  # to a type checker a module with this has every name
    __getattr__ = door(__name__, _HOMES)
