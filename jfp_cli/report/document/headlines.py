"""What a board is told first: a sentence each, with the numbers that stand behind the pages after it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from jfp_cli.measures.progress import OTHER_PLACES
from jfp_cli.measures.series import Series
from jfp_cli.model.promise import NOT_REPORTED
from jfp_cli.query.happened import Shift, Time, came_due, completed, is_late, slips
from jfp_cli.query.promises import Promise
from jfp_cli.query.targets import Tracked
from jfp_cli.report.document import view
from jfp_cli.report.document.changes import Besides
from jfp_cli.report.language import counted, say, spoken
from jfp_cli.values.address import Address

_MOST_NAMED = 3


@view
class Headline:
    """A sentence; `kind` is the status by whose mark and colour it is told at sight."""

    title: str
    kind: str
    words: str


class Known(NamedTuple):
    """What the headlines count: promises, targets and charts on a day, and what came about since another.

    `shifts` are the moves that commits made since then, but for those that were agreed since; of these nobody recorded
    some that are `silent`. `besides` is what else became of promises and targets.
    """

    kept: Sequence[Promise]
    targets: Sequence[Tracked]
    series: Sequence[Series]
    since: date
    day: date
    shifts: Sequence[tuple[Promise, Shift]] = ()
    silent: int = 0
    besides: Besides | None = None

    @property
    def open(self) -> list[Promise]:
        """The promises that are neither complete nor cancelled."""
        return [one for one in self.kept if one.is_open]

    def targets_that_are(self, state: str) -> list[str]:
        """What the targets of a progress promise."""
        return [row.home.target.statement for row in self.targets if row.progress.state == state]


def headlines(known: Known) -> Iterator[Headline]:
    """What came about, what fails and what nobody can tell, in the order of a board's questions."""
    yield from (of(known) for of in (_came_due, _completed, _slipped, _failing, _awaiting, _untracked))


def _came_due(known: Known) -> Headline:
    title, since, yesterday = say("Came due"), spoken().day(known.since), known.day - timedelta(days=1)
    come = came_due(known.kept, Time(known.since, yesterday))
    if not come:
        return Headline(title, "not_started", say("Nothing came due since {day}.", day=since))
    late = sum(1 for one in come if one.is_open)
    kind = "off_track" if late == len(come) else "at_risk" if late else "complete"
    if len(come) == 1:
        how = say("it is still open") if late else say("it is no longer open")
    elif late:
        how = counted(late, "{number} of them is still open", "{number} of them are still open")
    else:
        how = say("none of them is still open")
    what = counted(len(come), "promise")
    return Headline(title, kind, say("{what} came due since {day}; {how}.", what=what, day=since, how=how))


def _completed(known: Known) -> Headline:
    title, since = say("Completed"), spoken().day(known.since)
    done = completed(known.kept, Time(known.since, known.day))
    before = len(_reported_since(known, done))
    if not done and not before:
        return Headline(title, "not_started", say("Nothing was reported complete since {day}.", day=since))
    told = []
    if done:
        one, many = "{number} promise was completed since {day}", "{number} promises were completed since {day}"
        told = [", ".join([counted(len(done), one, many, day=since), *_after_the_date(done)])]
    if before:
        one = "{number} promise that was completed before {day} was reported since"
        many = "{number} promises that were completed before {day} were reported since"
        told.append(counted(before, one, many, day=since))
    return Headline(title, "complete", f"{'; '.join(told)}.")


def _reported_since(known: Known, done: Sequence[Promise]) -> list[Promise]:
    """What was completed before and stands so in the plan only since: no earlier paper could tell it."""
    reported = known.besides.completed if known.besides else frozenset[Address]()
    others = reported.difference(one.address for one in done)
    return [one for one in known.kept if one.status == "complete" and one.address in others]


def _after_the_date(done: Sequence[Promise]) -> Iterator[str]:
    if late := sum(map(is_late, done)):
        one = "{number} of them after its date"
        is_one = len(done) == 1
        yield say("after its date") if is_one else counted(late, one, "{number} of them after their date")


def _slipped(known: Known) -> Headline:
    since = spoken().day(known.since)
    slipped = list(slips(known.kept, Time(known.since, known.day), known.shifts))
    awaited = sum(1 for one in known.open if _is_forecast_late(one))
    if slipped:
        days = counted(round(sum(slip.days for slip in slipped) / len(slipped)), "day")
        one = "{number} date was moved later since {day}, by {days}"
        many = "{number} dates were moved later since {day}, by {days} on average"
        told = [counted(len(slipped), one, many, day=since, days=days)]
    else:
        told = [say("No date was moved later since {day}", day=since)]
    if awaited:
        one = "{number} open promise is forecast for later than promised"
        told.append(counted(awaited, one, "{number} open promises are forecast for later than promised"))
    if known.silent:
        told.append(counted(known.silent, "{number} move was not recorded", "{number} moves were not recorded"))
    told += _given_up(known)
    is_told = slipped or len(told) > 1
    return Headline(say("Slipped"), "at_risk" if is_told else "on_track", f"{'; '.join(told)}.")


def _given_up(known: Known) -> Iterator[str]:
    """How many targets ask for less, and how much is not in the plan any more."""
    if known.besides and known.besides.weakened:
        one, many = "{number} target was made weaker or put off", "{number} targets were made weaker or put off"
        yield counted(known.besides.weakened, one, many)
    if known.besides and known.besides.gone:
        one, many = "{number} promise or target was taken out", "{number} promises or targets were taken out"
        yield counted(known.besides.gone, one, many)


def _is_forecast_late(one: Promise) -> bool:
    forecast, due = one.step.forecast, one.due
    return forecast is not None and due.last is not None and (forecast.last is None or forecast.last > due.last)


def _failing(known: Known) -> Headline:
    title = say("Not held")
    broken = known.targets_that_are("breached")
    failing = [series for series in known.series if any(one.assurance == "consistent_fail" for one in series.targets)]
    measures = list(dict.fromkeys(series.measure.title for series in failing))
    if not any(series.readings for series in known.series):
        told = say("No measure here has a reading yet, so nobody knows what is failing.")
        return Headline(title, NOT_REPORTED, told)
    if not broken and not measures:
        told = say("Every standard with a reading is held, and no measure consistently misses a target.")
        return Headline(title, "on_track", told)
    parts = []
    if broken:
        number = counted(len(broken), "{number} standard is not held", "{number} standards are not held")
        parts.append(f"{number}: {_named(broken)}")
    if measures:
        one, many = "{number} measure consistently misses a target", "{number} measures consistently miss a target"
        parts.append(f"{counted(len(measures), one, many)}: {_named(measures)}")
    return Headline(title, "overdue", f"{'. '.join(parts)}.")


def _awaiting(known: Known) -> Headline:
    awaiting, unread = (len(known.targets_that_are(state)) for state in ("awaiting_reading", "no_reading"))
    elsewhere = sum(1 for row in known.targets if row.progress.reason == OTHER_PLACES)
    parts = []
    if awaiting:
        one = "{number} target past its date without a reading since"
        parts.append(counted(awaiting, one, "{number} targets past their date without a reading since"))
    if unread > elsewhere:
        one, many = "{number} target without any reading", "{number} targets without any reading"
        parts.append(counted(unread - elsewhere, one, many))
    if elsewhere:
        one = "{number} target with readings of other places alone"
        parts.append(counted(elsewhere, one, "{number} targets with readings of other places alone"))
    return _gaps(say("Awaiting readings"), parts, say("No target awaits a reading."))


def _untracked(known: Known) -> Headline:
    unowned = sum(1 for one in known.open if not one.owner)
    silent = sum(1 for one in known.open if _is_silent(one, known.day))
    unmeasured = len(known.targets_that_are("not_measurable"))
    parts = []
    if unowned:
        one, many = "{number} open promise without an owner", "{number} open promises without an owner"
        parts.append(counted(unowned, one, many))
    if silent:
        one = "{number} promise without a status that should have begun or ended"
        parts.append(counted(silent, one, "{number} promises without a status that should have begun or ended"))
    if unmeasured:
        one, many = "{number} target that cannot be measured", "{number} targets that cannot be measured"
        parts.append(counted(unmeasured, one, many))
    return _gaps(say("Cannot be tracked"), parts, say("Everything here can be tracked."))


def _gaps(title: str, parts: list[str], none: str) -> Headline:
    """What nobody knows, in parts; `none` says that there is no such gap."""
    return Headline(title, NOT_REPORTED, f"{listed(parts)}.") if parts else Headline(title, "complete", none)


def _is_silent(one: Promise, day: date) -> bool:
    """Whether nobody reported on what should have been done by a day, or should have begun."""
    starts = getattr(one.step, "starts", None)
    return one.status is None and (one.due.overdue(day) or (starts is not None and starts.overdue(day)))


def _named(names: Iterable[str]) -> str:
    """The first few by name, and how many more there are."""
    names = list(names)
    more = len(names) - _MOST_NAMED
    return "; ".join([*names[:_MOST_NAMED], *([say("and {number} more", number=more)] if more > 0 else [])])


def listed(parts: list[str]) -> str:
    """Parts of a sentence, with "and" before the last of them."""
    *most, last = parts
    return say("{some} and {others}", some=", ".join(most), others=last) if most else last
