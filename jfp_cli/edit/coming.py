"""The years that a plan moves on to, and what becomes of its planning periods."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from jfp_cli.edit.change import Change
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.model.settings import Settings
from jfp_cli.query.planning_periods import periods_with_days
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import DateError, PlanDate
from jfp_cli.values.dates.rewriting import Days, as_written, days_of, rewritten
from jfp_cli.values.text import quoted


class Coming(NamedTuple):
    """The days of a plan before and after it is rolled on, and how it reads dates before and after."""

    before: Days
    after: Days
    calendars: tuple[Calendar, Calendar]

    @property
    def start(self) -> date:
        """The first day of the plan that comes."""
        return self.after.first

    @property
    def names(self) -> tuple[str, str]:
        """How the years are written."""
        was, now = map(as_written, (self.before, self.after), self.calendars)
        return was, now


class Periods(NamedTuple):
    """The planning periods after a plan was rolled on.

    Each old one leads to the one in which its open actions stand from now on. `days` are those of the new ones, `ended`
    the old ones that are over, `later` those that begin a year later, others go on. `undated` say no days and stay.
    """

    names: list[str]
    days: dict[str, PlanDate]
    leads_to: dict[str, str]
    ended: tuple[str, ...]
    later: tuple[str, ...]
    undated: tuple[str, ...]


def coming(change: Change, to: str) -> Coming:
    """The years that are meant, which begin one year later than those of the plan; raises EditError."""
    settings = change.plan.settings
    calendar, before = settings.calendar, Days(settings.period.start.first, settings.period.end.last)
    shorter = Days(before.a_year_on().first, before.last)
    fitting = [before.a_year_on()] + ([shorter] if before.last and shorter.first < before.last else [])
    try:
        meant = calendar.date(to)
    except DateError:  # whose advice may be a day or a month
        said = f"--to: {quoted(to)} says no years" if to.strip() else "--to is empty"
        raise EditError(f"{said}; {_advice(fitting, calendar)}") from None
    wanted = Days(meant.first, meant.last)
    if wanted not in fitting:
        raise EditError(f"--to: {_why_not(to, wanted, before, fitting, calendar)}")
    return Coming(before, wanted, (calendar, calendar._replace(plan_starts=wanted.first)))


def _why_not(to: str, wanted: Days, before: Days, fitting: Sequence[Days], calendar: Calendar) -> str:
    """Why a plan is not moved on to some years, and what to write instead."""
    now, next_year = (as_written(days, calendar) for days in (before, fitting[0]))
    advice = _advice(fitting, calendar)
    if wanted == before:
        return f"the plan covers {now} already: it was rolled on, or began so; what comes next is {next_year}"
    if wanted.first >= fitting[0].a_year_on().first:
        return (
            f"{quoted(to)} begins more than a year after the plan does, which covers {now}; "
            f"roll it on year by year, first to {next_year}"
        )
    if wanted.first != fitting[0].first:
        return f"{quoted(to)} does not begin a year after the plan does, which covers {now}; {advice}"
    return f"{quoted(to)} ends otherwise than a year after the plan does, which covers {now}; {advice}"


def _advice(fitting: Iterable[Days], calendar: Calendar) -> str:
    """Which years to write."""
    next_year, *same_end = (as_written(days, calendar) for days in fitting)
    return f"write {next_year}" + "".join(f", or {years} where its end stays" for years in same_end)


def periods(settings: Settings, years: Coming) -> Periods:
    """What becomes of the planning periods: each moves on by a year, as far as the plan goes.

    Where none begins before the plan that comes, they are its own already and stay.
    """
    was, now = years.calendars
    old = {name: days_of(name, was) for name in settings.planning_periods}
    moves = any(days and days.first < years.start for days in old.values())
    moved = {name: days and _within(days.a_year_on() if moves else days, years.after) for name, days in old.items()}
    named = {name: _name(name, days, old, now) for name, days in moved.items() if days or old[name] is None}
    by_days = {days: named[name] for name, days in moved.items() if days}
    leads_to = {name: _led(name, days, moved[name], by_days, years) for name, days in old.items()}
    names = list(dict.fromkeys(named.values()))
    ended = tuple(name for name, days in old.items() if days and _is_over(days, years))
    return Periods(
        names,
        periods_with_days(names, now),
        leads_to,
        ended,
        tuple(
            name
            for name, days in old.items()
            if days and name not in ended and days not in by_days and leads_to[name] == named.get(name)
        ),
        tuple(name for name, days in old.items() if days is None),
    )


def _led(name: str, days: Days | None, moved: Days | None, by_days: dict[Days, str], years: Coming) -> str:
    """Where the open actions of a period go: to what has its days, or some of them, to the first where it is over."""
    if days is None:
        return name
    if days in by_days:  # it goes on under whatever name it has now
        return by_days[days]
    if _is_over(days, years):
        return next(iter(by_days.values()))
    if moved is not None and _touch(moved, days):
        return by_days[moved]
    touched = [other for when, other in by_days.items() if _touch(when, days)]
    return touched[-1] if touched else by_days[moved] if moved else list(by_days.values())[-1]


def _touch(one: Days, other: Days) -> bool:
    return (one.last is None or other.first <= one.last) and (other.last is None or one.first <= other.last)


def _is_over(days: Days, years: Coming) -> bool:
    return days.last is not None and days.last < years.start


def _within(days: Days, years: Days) -> Days | None:
    """Days as far as they are within some years; None where none is."""
    if years.last is None or days.last is None:
        return days
    return Days(days.first, min(days.last, years.last)) if days.first <= years.last else None


def _name(name: str, days: Days | None, old: dict[str, Days | None], now: Calendar) -> str:
    """What a period is called that moves on to some days: as one of the old ones that has them, where it still does."""
    if days is None:
        return name
    same = (other for other in old if old[other] == days == days_of(other, now))
    return next(same, None) or rewritten(name, days, now)
