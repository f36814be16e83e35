"""Promises on one measure in one place, and when two of them are for one date."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from jfp_cli.linting.prose.words import singular
from jfp_cli.linting.target_figures import PromisedFigure, is_rate, promised_figures
from jfp_cli.measures.line import direction, level
from jfp_cli.model.plan import TargetHome
from jfp_cli.model.target import Target
from jfp_cli.values.dates import PlanDate, Precision
from jfp_cli.values.figures import Better, Change, common_unit
from jfp_cli.values.text import folded

_WORD = re.compile(r"[^\W_]+|%")
# What two people who name one measure may leave out, and their words for a share.
_OMITTED = "a an the of as in is are was were that which who whom all number total count"
_SILENT = frozenset(_OMITTED.split())
_SHARES = frozenset(("percentage", "proportion", "percent", "%", "share"))
_WHOLE_YEARS = (Precision.FINANCIAL_YEAR, Precision.PLAN_YEAR, Precision.CALENDAR_YEAR)
_DEADLINE = re.compile(r"\b(by|before|until|end|than)\b", re.IGNORECASE)
# One unit of each family, and none for counts: what compares is counted in the same.
_UNITS = ("seconds", "months", "")


class Measured(NamedTuple):
    """A promise on a measure, reduced to what compares with others on it.

    `value` is in the smallest unit; of a range it is the end that is reached first. `months` are those that the
    figure is for, numbered from year 0: a whole year where it is promised for one, else the month that it is due in;
    empty without a date.
    """

    target: Target
    promise: PromisedFigure
    value: Decimal
    months: range
    better: Better | None
    is_level: bool

    @property
    def month(self) -> int | None:
        """The last month that it is for; None without a date."""
        return self.months[-1] if self.months else None

    def is_easier_than(self, other: "Measured") -> bool:
        """Whether this asks for less; False where the two do not agree on what is better."""
        if self.better != other.better or not (self.is_level and other.is_level):
            return False
        if self.better == "lower":
            return self.value > other.value
        return self.better == "higher" and self.value < other.value


def by_measure(homes: Iterable[TargetHome]) -> Iterable[list[Measured]]:
    """The promises on each measure in each place that compare with one another, in the order of the plan.

    A measure is the same where its words are, in whatever order, but for articles, plurals, case and punctuation; a
    share is a percentage or a proportion, and a rate is neither that nor a count. An indicator without places is for
    those of its workstream. Targets without a measure, and promises for open dates, are left out.
    """
    return chain.from_iterable(_comparable(same) for same in of_one_measure(homes))


def of_one_measure(homes: Iterable[TargetHome]) -> Iterable[list[TargetHome]]:
    """The targets on each measure that several have, in the order of the plan."""
    same: defaultdict[frozenset[str], list[TargetHome]] = defaultdict(list)
    for home in homes:
        if home.target.measure is not None:
            same[_words(home.target.measure)].append(home)
    return (homes for homes in same.values() if len(homes) > 1)


def places_of(home: TargetHome) -> tuple[str, ...]:
    """Where a target holds; an indicator without places is for those of its workstream."""
    return home.target.places or (home.workstream.places if home.workstream else ()) or ("",)


@lru_cache(maxsize=4096)
def _words(measure: str) -> frozenset[str]:
    text = folded(measure).replace("per cent", "percent")
    read = (word for word in _WORD.findall(text) if word not in _SILENT)
    return frozenset("share" if word in _SHARES else singular(word) for word in read)


def _comparable(homes: Iterable[TargetHome]) -> Iterable[list[Measured]]:
    """The promises on one measure, those apart that are for different places, in different units, or changes."""
    groups: defaultdict[tuple[str, str, Change | None], list[Measured]] = defaultdict(list)
    for home in homes:
        for promise in promised_figures(home.target):
            if promise.due is None or promise.due.last is not None:
                unit, change, measured = _measured(home.target, promise)
                for place in places_of(home):
                    groups[place, unit, change].append(measured)
    return groups.values()


def _measured(target: Target, promise: PromisedFigure) -> tuple[str, Change | None, Measured]:
    figure = level(target, promise.figure) or promise.figure
    unit, times = _smallest(figure.unit)
    better = direction(target)
    end = figure.upper if figure.upper is not None and better == "lower" else figure.value
    months = _months(promise.due) if promise.due else range(0)
    return unit, figure.change, Measured(target, promise, end * times, months, better, figure.change is None)


def _smallest(unit: str) -> tuple[str, int]:
    if is_rate(unit):
        return unit, 1
    for small in _UNITS:
        found = common_unit(unit, small)
        if found:
            return small, found[1]
    return unit, 1


def _months(due: PlanDate) -> range:
    last = _month(due.last or due.first)
    is_year = due.precision in _WHOLE_YEARS and not _DEADLINE.search(due.text)
    return range(_month(due.first) if is_year else last, last + 1)


def _month(day: date) -> int:
    return day.year * 12 + day.month
