"""Made-up series of monthly readings."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from jfp_cli.measures.spc import Chart, Point, Rebase, chart
from jfp_cli.values.figures import Better

STEADY = (50, 52, 49, 51, 50, 48, 51, 50, 49, 52, 50, 51, 50)
"""Thirteen months around fifty without a signal."""


def month(number: int) -> date:
    """The last day of a month, counted on from April 2024."""
    year, of_year = divmod(number + 3, 12)
    return date(2024 + year, of_year + 1, monthrange(2024 + year, of_year + 1)[1])


def monthly(values: Iterable[int | str], excluded: Mapping[int, str] | None = None) -> list[Point]:
    """A reading at the end of each month from April 2024 on."""
    left_out = excluded or {}
    return [Point(month(at), Decimal(value), left_out.get(at)) for at, value in enumerate(values)]


def drawn(
    values: Iterable[int | str], better: Better | None = "higher", *rebases: int, fix: int | None = None
) -> Chart:
    """The chart of monthly readings, with a rebase at some of its months."""
    turns = [Rebase(month(at).replace(day=1), f"change {at}") for at in rebases]
    return chart(monthly(values), better, turns, fix)
