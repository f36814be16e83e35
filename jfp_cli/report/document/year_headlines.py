"""What a financial year came to: a sentence each on what was due, what moved and which figures were reached."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jfp_cli.model.promise import NOT_REPORTED
from jfp_cli.query.delivery import OUTCOMES, Outcome, completed_besides, due_in, outcome
from jfp_cli.query.happened import Time, moves_in, slips
from jfp_cli.query.promises import Promise
from jfp_cli.query.reached import Reached
from jfp_cli.query.years import name_of
from jfp_cli.report.document.headlines import Headline, listed
from jfp_cli.report.language import counted, say

_ENDED: dict[Outcome, str] = {
    "in_time": "{number} delivered by the date",
    "late": "{number} delivered late",
    "undated": "{number} complete on a day that nobody reported",
    "dropped": "{number} dropped",
    "open": "{number} not delivered",
    "not_reported": "{number} not reported",
}
_REACHED = {
    "met": "{number} met",
    "missed": "{number} missed",
    "breached": "{number} not held",
    "unread": "{number} without a reading",
    "not_measurable": "{number} that cannot be measured",
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
        yield Headline(say("Due"), NOT_REPORTED, say("What was delivered in {year} is not published.", year=year))
    else:
        yield from _due(told.delivery, told.year)
    if told.moves is None:
        yield Headline(say("Moved"), NOT_REPORTED, say("Which dates were moved in {year} is not published.", year=year))
    else:
        yield _moved(told.moves, told.year)
    if told.reached is None:
        said = say("Which targets were met in {year} is not published.", year=year)
        yield Headline(say("Targets"), NOT_REPORTED, said)
    else:
        yield _targets([one for one in told.reached if not one.home.target.hold], year)
        standards = [one for one in told.reached if one.home.target.hold]
        if standards:
            yield _standards(standards, year)


def _due(kept: Sequence[Promise], time: Time) -> Iterator[Headline]:
    title, year, due = say("Due"), name_of(time), due_in(kept, time)
    ended = Counter(map(outcome, due))
    if not due:
        yield Headline(title, "not_started", say("Nothing was due in {year}.", year=year))
    else:
        parts = [say(_ENDED[name], number=ended[name]) for name in OUTCOMES if ended[name]]
        done = ended["in_time"] + ended["undated"] + ended["dropped"]
        kind = "complete" if done == len(due) else NOT_REPORTED if ended["not_reported"] == len(due) else "at_risk"
        one, many = "{number} promise was due in {year}: {how}.", "{number} promises were due in {year}: {how}."
        yield Headline(title, kind, counted(len(due), one, many, year=year, how=listed(parts)))
    others = len(completed_besides(kept, time))
    if others:
        one = "{number} promise of another year was delivered in {year}."
        many = "{number} promises of another year were delivered in {year}."
        yield Headline(say("Delivered besides"), "complete", counted(others, one, many, year=year))


def _moved(kept: Sequence[Promise], time: Time) -> Headline:
    title, year, moved = say("Moved"), name_of(time), {one.promise.address for one in moves_in(kept, time)}
    later = [slip.days for slip in slips(kept, time)]
    if not moved:
        return Headline(title, "on_track", say("No move of a date was agreed in {year}.", year=year))
    if len(later) == len(moved):
        one, many = "{number} date was moved later in {year}", "{number} dates were moved later in {year}"
        told = [counted(len(moved), one, many, year=year)]
    else:
        one, many = "{number} date was moved in {year}", "{number} dates were moved in {year}"
        told = [counted(len(moved), one, many, year=year)]
        told.append(say("{number} of them later", number=len(later)) if later else say("none of them later"))
    if later:
        days = counted(round(sum(later) / len(later)), "day")
        told.append(say("by {days} on average", days=days) if len(later) > 1 else say("by {days}", days=days))
    return Headline(title, "at_risk" if later else "on_track", f"{', '.join(told)}{_out_of(kept, time)}.")


def _out_of(kept: Sequence[Promise], time: Time) -> str:
    """How many promises were due in a time when it began and no longer when it ended."""
    moves = ([move for move in one.step.moves if time.begins_in(move.date)] for one in kept)
    number = sum(1 for own in moves if own and time.holds(own[0].from_) and not time.holds(own[-1].to))
    one, many = "{number} of them was due in {year} before", "{number} of them were due in {year} before"
    return f"; {counted(number, one, many, year=name_of(time))}" if number else ""


def _targets(reached: Sequence[Reached], year: str) -> Headline:
    title = say("Targets")
    if not reached:
        said = say("No target, and no step to one, was to be reached in {year}.", year=year)
        return Headline(title, "not_started", said)
    one = "{number} target or step to one was to be reached in {year}: {how}."
    many = "{number} targets or steps to one were to be reached in {year}: {how}."
    how = listed(_counted(reached))
    return Headline(title, _kind(reached), counted(len(reached), one, many, year=year, how=how))


def _standards(reached: Sequence[Reached], year: str) -> Headline:
    one = "{number} standard was to be held in {year}: {how}."
    many = "{number} standards were to be held in {year}: {how}."
    how = listed(_counted(reached, are_standards=True))
    return Headline(say("Standards"), _kind(reached), counted(len(reached), one, many, year=year, how=how))


def _counted(reached: Sequence[Reached], *, are_standards: bool = False) -> list[str]:
    states = Counter("unread" if one.progress.state in _UNREAD else one.progress.state for one in reached)
    parts = [say(_REACHED[state], number=states[state]) for state in _REACHED if states[state]]
    if are_standards and states["met"]:
        parts[0] = say("{number} held at every reading", number=states["met"])
    return parts


def _kind(reached: Sequence[Reached]) -> str:
    """The mark of some targets: of those that were not met, or of what nobody knows."""
    states = {one.progress.state for one in reached}
    if states & {"missed", "breached"}:
        return "overdue"
    return "complete" if states == {"met"} else NOT_REPORTED
