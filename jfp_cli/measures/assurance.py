"""Whether a process can be relied on to meet a figure: its limits against the figure in force."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from jfp_cli.measures.spc import Chart, Level
from jfp_cli.values.figures import Better

Assurance = Literal["consistent_pass", "consistent_fail", "inconsistent"]
ASSURANCES: tuple[Assurance, ...] = ("consistent_pass", "inconsistent", "consistent_fail")


@dataclass(frozen=True, slots=True)
class Asked:
    """A level to be held or reached, in the unit of the chart, from when it is asked for, and whether beyond it only.

    Of a range it is the end that is reached first. A figure that always held has no day. `beyond` is that of "more than
    90%" and "under 6%", which 90% and 6% themselves do not meet.
    """

    level: Level
    since: date | None = None
    beyond: bool = False


def in_force(figures: Iterable[Asked], day: date) -> Asked | None:
    """The figure that is asked for on a day: of those whose day has come, the last; None where none has."""
    come = [figure for figure in figures if figure.since is None or figure.since <= day]
    return max(reversed(come), key=lambda figure: figure.since or date.min, default=None)


def assurance(chart: Chart, figure: Asked | None, better: Better | None) -> Assurance | None:
    """Whether a figure lies outside the limits of the last point, and on which side.

    As Making Data Count's assurance icon, but that a figure on a limit counts as met there: what never moves passes
    where it meets the figure. None where nothing can be said: no figure, no direction, no limits, or a failure by
    limits that are provisional, which is none yet.
    """
    limits = chart.limits
    if figure is None or better not in ("higher", "lower") or limits is None or limits.reach is None:
        return None
    way = 1 if better == "higher" else -1
    worst, best = (limits.mean - way * limits.reach) * way, (limits.mean + way * limits.reach) * way
    level = Fraction(figure.level) * way
    if worst > level or (worst == level and not figure.beyond):
        return "consistent_pass"
    if best < level or (best == level and figure.beyond):
        return None if chart.provisional else "consistent_fail"
    return "inconsistent"
