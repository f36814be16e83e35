"""What a board is told first: a sentence each, with the numbers that stand behind the pages after it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from jfp_cli.measures.progress import OTHER_PLACES
from jfp_cli.measures.series import Series
from jfp_cli.model.promise import NOT_REPORTED
from jfp_cli.query.happened import Time, came_due, completed, is_late, slips
from jfp_cli.query.promises import Promise
from jfp_cli.query.sentences import counted
from jfp_cli.query.targets import Tracked
from jfp_cli.report.document import view
from jfp_cli.values.text import long_day

_MOST_NAMED = 3


@view
class Headline:
    """A sentence; `kind` is the status by whose mark and colour it is told at sight."""

    title: str
    kind: str
    words: str


class Known(NamedTuple):
    """What the headlines count: promises, targets and charts on a day, and what came about since another.

    `silent` is how many moves since then nobody recorded.
    """

    kept: Sequence[Promise]
    targets: Sequence[Tracked]
    series: Sequence[Series]
    since: date
    day: date
    silent: int = 0

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
    since, yesterday = long_day(known.since), known.day - timedelta(days=1)
    come = came_due(known.kept, Time(known.since, yesterday))
    if not come:
        return Headline("Came due", "not_started", f"Nothing came due since {since}.")
    late = sum(1 for one in come if one.is_open)
    kind = "off_track" if late == len(come) else "at_risk" if late else "complete"
    who = "it" if len(come) == 1 else f"{late or 'none'} of them"
    told = f"{who} {_is(late or 1)} {'still' if late or len(come) > 1 else 'no longer'} open"
    return Headline("Came due", kind, f"{counted(len(come), 'promise')} came due since {since}; {told}.")


def _completed(known: Known) -> Headline:
    since = long_day(known.since)
    done = completed(known.kept, Time(known.since, known.day))
    if not done:
        return Headline("Completed", "not_started", f"Nothing was reported complete since {since}.")
    late = sum(map(is_late, done))
    who = f"{late} of them " if len(done) > 1 else ""
    told = f", {who}after {_its(late)} date" if late else ""
    return Headline(
        "Completed", "complete", f"{counted(len(done), 'promise')} {was(len(done))} completed since {since}{told}."
    )


def _slipped(known: Known) -> Headline:
    since = long_day(known.since)
    slipped = list(slips(known.kept, Time(known.since, known.day)))
    awaited = sum(1 for one in known.open if _is_forecast_late(one))
    said = f"No date was {'agreed to move' if known.silent else 'moved'} later since {since}"
    if slipped:
        days = round(sum(slip.days for slip in slipped) / len(slipped))
        said = (
            f"{counted(len(slipped), 'date')} {was(len(slipped))} moved later since {since}, by {counted(days, 'day')}"
        )
        said += " on average" if len(slipped) > 1 else ""
    told = f"; {counted(awaited, 'open promise')} {_is(awaited)} forecast for later than promised" if awaited else ""
    told += f"; {counted(known.silent, 'move')} {was(known.silent)} not recorded" if known.silent else ""
    is_told = slipped or awaited or known.silent
    return Headline("Slipped", "at_risk" if is_told else "on_track", f"{said}{told}.")


def _is_forecast_late(one: Promise) -> bool:
    forecast, due = one.step.forecast, one.due
    return forecast is not None and due.last is not None and (forecast.last is None or forecast.last > due.last)


def _failing(known: Known) -> Headline:
    title = "Not held"
    broken = known.targets_that_are("breached")
    failing = [series for series in known.series if any(one.assurance == "consistent_fail" for one in series.targets)]
    measures = list(dict.fromkeys(series.measure.title for series in failing))
    if not any(series.readings for series in known.series):
        return Headline(title, NOT_REPORTED, "No measure here has a reading yet, so nobody knows what is failing.")
    if not broken and not measures:
        said = "Every standard with a reading is held, and no measure consistently misses a target."
        return Headline(title, "on_track", said)
    parts = []
    if broken:
        parts.append(f"{counted(len(broken), 'standard')} {_is(len(broken))} not held: {_named(broken)}")
    if measures:
        misses = "misses" if len(measures) == 1 else "miss"
        parts.append(f"{counted(len(measures), 'measure')} consistently {misses} a target: {_named(measures)}")
    return Headline(title, "overdue", f"{'. '.join(parts)}.")


def _awaiting(known: Known) -> Headline:
    awaiting, unread = (len(known.targets_that_are(state)) for state in ("awaiting_reading", "no_reading"))
    elsewhere = sum(1 for row in known.targets if row.progress.reason == OTHER_PLACES)
    parts = []
    if awaiting:
        parts.append(f"{counted(awaiting, 'target')} past {_its(awaiting)} date without a reading since")
    if unread > elsewhere:
        parts.append(f"{counted(unread - elsewhere, 'target')} without any reading")
    if elsewhere:
        parts.append(f"{counted(elsewhere, 'target')} with readings of other places alone")
    return _gaps("Awaiting readings", parts, "No target awaits a reading.")


def _untracked(known: Known) -> Headline:
    unowned = sum(1 for one in known.open if not one.owner)
    silent = sum(1 for one in known.open if _is_silent(one, known.day))
    unmeasured = len(known.targets_that_are("not_measurable"))
    parts = []
    if unowned:
        parts.append(f"{counted(unowned, 'open promise')} without an owner")
    if silent:
        parts.append(f"{counted(silent, 'promise')} without a status that should have begun or ended")
    if unmeasured:
        parts.append(f"{counted(unmeasured, 'target')} that cannot be measured")
    return _gaps("Cannot be tracked", parts, "Everything here can be tracked.")


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
    return "; ".join([*names[:_MOST_NAMED], *([f"and {more} more"] if more > 0 else [])])


def listed(parts: list[str]) -> str:
    """Parts of a sentence, with "and" before the last of them."""
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def was(number: int) -> str:
    """The verb of so many things."""
    return "was" if number == 1 else "were"


def _its(number: int) -> str:
    return "its" if number == 1 else "their"
