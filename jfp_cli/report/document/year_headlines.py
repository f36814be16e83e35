"""What a financial year came to: a sentence each on what was due, what moved and which figures were reached."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jfp_cli.model.promise import NOT_REPORTED
from jfp_cli.query.delivery import OUTCOMES, Outcome, completed_besides, due_in, outcome
from jfp_cli.query.happened import Time, moves_in, slips
from jfp_cli.query.promises import Promise
from jfp_cli.query.reached import Reached
from jfp_cli.query.sentences import counted
from jfp_cli.query.years import name_of
from jfp_cli.report.document.headlines import Headline, listed, was

_ENDED: dict[Outcome, str] = {
    "in_time": "delivered by the date",
    "late": "delivered late",
    "undated": "complete on a day that nobody reported",
    "dropped": "dropped",
    "open": "not delivered",
    "not_reported": "not reported",
}
_REACHED = {
    "met": "met",
    "missed": "missed",
    "breached": "not held",
    "unread": "without a reading",
    "not_measurable": "that cannot be measured",
}
_UNREAD = ("awaiting_reading", "no_reading")


class Told(NamedTuple):
    """What is told of a year: what was delivered, what moved and what targets reached; None what is hidden."""

    year: Time
    delivery: Sequence[Promise] | None
    moves: Sequence[Promise] | None
    reached: Sequence[Reached] | None


def year_headlines(told: Told) -> Iterator[Headline]:
    """What was due, what moved, and which figures and standards were met."""
    year = name_of(told.year)
    if told.delivery is None:
        yield _hidden("Due", f"what was delivered in {year}")
    else:
        yield from _due(told.delivery, told.year)
    if told.moves is None:
        yield _hidden("Moved", f"which dates were moved in {year}")
    else:
        yield _moved(told.moves, told.year)
    if told.reached is None:
        yield _hidden("Targets", f"which targets were met in {year}")
    else:
        yield _targets([one for one in told.reached if not one.home.target.hold], year)
        standards = [one for one in told.reached if one.home.target.hold]
        if standards:
            yield _standards(standards, year)


def _hidden(title: str, what: str) -> Headline:
    return Headline(title, NOT_REPORTED, f"{what[0].upper()}{what[1:]} is not published.")


def _due(kept: Sequence[Promise], time: Time) -> Iterator[Headline]:
    year, due = name_of(time), due_in(kept, time)
    ended = Counter(map(outcome, due))
    if not due:
        yield Headline("Due", "not_started", f"Nothing was due in {year}.")
    else:
        parts = [f"{ended[name]:,} {_ENDED[name]}" for name in OUTCOMES if ended[name]]
        done = ended["in_time"] + ended["undated"] + ended["dropped"]
        kind = "complete" if done == len(due) else NOT_REPORTED if ended["not_reported"] == len(due) else "at_risk"
        yield Headline("Due", kind, f"{counted(len(due), 'promise')} {was(len(due))} due in {year}: {listed(parts)}.")
    others = len(completed_besides(kept, time))
    if others:
        said = f"{counted(others, 'promise')} of another year {was(others)} delivered in {year}."
        yield Headline("Delivered besides", "complete", said)


def _moved(kept: Sequence[Promise], time: Time) -> Headline:
    year, moved = name_of(time), {one.promise.address for one in moves_in(kept, time)}
    later = [slip.days for slip in slips(kept, time)]
    if not moved:
        return Headline("Moved", "on_track", f"No move of a date was agreed in {year}.")
    many, days = f"{counted(len(moved), 'date')} {was(len(moved))}", ""
    if later:
        average = " on average" if len(later) > 1 else ""
        days = f", by {counted(round(sum(later) / len(later)), 'day')}{average}"
    if len(later) == len(moved):
        said = f"{many} moved later in {year}{days}"
    else:
        said = f"{many} moved in {year}, {len(later) or 'none'} of them later{days}"
    return Headline("Moved", "at_risk" if later else "on_track", f"{said}{_out_of(kept, time)}.")


def _out_of(kept: Sequence[Promise], time: Time) -> str:
    """How many promises were due in a time when it began and no longer when it ended."""
    moves = ([move for move in one.step.moves if time.begins_in(move.date)] for one in kept)
    number = sum(1 for own in moves if own and time.holds(own[0].from_) and not time.holds(own[-1].to))
    return f"; {number:,} of them {was(number)} due in {name_of(time)} before" if number else ""


def _targets(reached: Sequence[Reached], year: str) -> Headline:
    if not reached:
        return Headline("Targets", "not_started", f"No target, and no step to one, was to be reached in {year}.")
    parts = _counted(reached)
    figures = "target or step to one" if len(reached) == 1 else "targets or steps to one"
    said = f"{len(reached):,} {figures} {was(len(reached))} to be reached in {year}: {listed(parts)}."
    return Headline("Targets", _kind(reached), said)


def _standards(reached: Sequence[Reached], year: str) -> Headline:
    said = f"{counted(len(reached), 'standard')} {was(len(reached))} to be held in {year}: {listed(_counted(reached))}."
    return Headline("Standards", _kind(reached), said.replace(" met", " held at every reading"))


def _counted(reached: Sequence[Reached]) -> list[str]:
    states = Counter("unread" if one.progress.state in _UNREAD else one.progress.state for one in reached)
    return [f"{states[state]:,} {words}" for state, words in _REACHED.items() if states[state]]


def _kind(reached: Sequence[Reached]) -> str:
    """The mark of some targets: of those that were not met, or of what nobody knows."""
    states = {one.progress.state for one in reached}
    if states & {"missed", "breached"}:
        return "overdue"
    return "complete" if states == {"met"} else NOT_REPORTED
