"""The filters that every question shares, such as `--area`, `--owner` and `--due-before`."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple, get_args

from jfp_cli.model.area import Area, Milestone, Status
from jfp_cli.model.plan import Plan, TargetHome
from jfp_cli.query.words import wanted_in
from jfp_cli.values.dates import DateError, PlanDate
from jfp_cli.values.near_miss import did_you_mean
from jfp_cli.values.text import folded, natural, unaccented

if TYPE_CHECKING:
    from jfp_cli.query.milestones import Dated

NOT_REPORTED = "not_reported"
MILESTONE_STATUSES: tuple[str, ...] = (*get_args(Status), NOT_REPORTED)


class UnknownValueError(Exception):
    """A filter names something that the plan does not have; the text says what was likely meant."""


class Window(NamedTuple):
    """The dates between which something is to be due, neither included; None where there is no such bound."""

    after: PlanDate | None
    before: PlanDate | None

    def holds(self, due: PlanDate | None) -> bool:
        """Whether a date is between them."""
        if due is None:
            return self.after is None and self.before is None
        begins_later = self.after is None or (self.after.last is not None and due.first > self.after.last)
        ends_sooner = self.before is None or (due.last is not None and due.last < self.before.first)
        return begins_later and ends_sooner


class Filters(NamedTuple):
    """What to keep: within a filter any of its values will do, and every filter must agree."""

    areas: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    workstreams: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    text: str = ""
    due_before: str = ""
    due_after: str = ""

    @property
    def kinds(self) -> set[str]:
        """The kinds of thing whose files say what milestones are kept or dropped by."""
        return {"areas", "sections"} if self.sections or self.workstreams else {"areas"}

    @property
    def kinds_for_targets(self) -> set[str]:
        """The same for targets and their progress."""
        return {"sections", "readings", "areas"} if self.areas else {"sections", "readings"}

    def milestones(self, plan: Plan) -> "list[tuple[Area, Milestone]]":
        """The milestones to keep, in the plan's order; raises UnknownValueError."""
        wanted = self.known(plan)
        known_ids("status", wanted.statuses, MILESTONE_STATUSES)
        window = self.window(plan)
        streams = {*wanted.workstreams}
        if wanted.sections:
            own = {stream.id for section, stream in plan.workstreams() if section.id in wanted.sections}
            streams = streams & own if wanted.workstreams else own
        return [
            (area, milestone)
            for area, milestone in plan.milestones()
            if (not wanted.areas or area.area in wanted.areas)
            and (not (wanted.sections or wanted.workstreams) or streams.intersection(milestone.workstreams))
            and (not wanted.places or set(wanted.places).intersection(milestone.places))
            and wanted.is_owner(milestone.owner)
            and (window.holds(milestone.due) or any(window.holds(step.due) for step in milestone.checkpoints))
            and (not wanted.statuses or (milestone.status or NOT_REPORTED) in wanted.statuses)
            and self.holds_text(
                milestone.id,
                milestone.group,
                milestone.activity,
                milestone.owner,
                area.title,
                *(checkpoint.activity for checkpoint in milestone.checkpoints),
            )
        ]

    def dated(self, plan: Plan, rows: "Iterable[Dated]") -> "list[Dated]":
        """Of milestones and their checkpoints those whose own date is to be kept; raises UnknownValueError."""
        window = self.window(plan)
        return [row for row in rows if window.holds(row.due)]

    def targets(self, plan: Plan) -> list[TargetHome]:
        """The targets to keep, but for `statuses`, which for a target is its progress; raises UnknownValueError."""
        wanted = self.known(plan)
        window = self.window(plan)
        return [home for home in plan.targets() if window.holds(home.target.due) and wanted.keeps(home)]

    def keeps(self, home: TargetHome) -> bool:
        """Whether a target is to be kept, the ids of these filters being known."""
        target, section, stream = home.target, home.section, home.workstream
        streams = [stream] if stream else section.workstreams
        places = target.places or (stream.places if stream else ())
        return (
            (not self.areas or any(set(self.areas).intersection(s.areas) for s in streams))
            and (not self.sections or section.id in self.sections)
            and (not self.workstreams or (stream is not None and stream.id in self.workstreams))
            and (not self.places or bool(set(self.places).intersection(places)))
            and self.is_owner(target.owner)
            and self.holds_text(target.id, target.statement, target.measure, target.owner, section.title)
        )

    def is_owner(self, owner: str | None) -> bool:
        """Whether an owner is one of those that are wanted."""
        return not self.owners or folded(owner or "") in map(folded, self.owners)

    def window(self, plan: Plan) -> "Window":
        """The dates between which something is to be due; raises UnknownValueError."""
        dates = []
        for option, text in (("--due-after", self.due_after), ("--due-before", self.due_before)):
            try:
                dates.append(plan.settings.calendar.date(text) if text else None)
            except DateError as error:
                raise UnknownValueError(f"{option}: {error}") from None
        return Window(*dates)

    def holds_text(self, *texts: str | None) -> bool:
        """Whether texts hold all the words that are wanted."""
        whole = unaccented(" ".join(text for text in texts if text))
        return all(word.score(whole) for word in wanted_in((self.text,)))

    def known(self, plan: Plan) -> "Filters":
        """These filters with ids as the plan writes them; raises UnknownValueError."""
        streams = (stream.id for _, stream in plan.workstreams()) if self.workstreams else ()
        if self.owners:
            _check_owners(self.owners, _owners(plan))
        return self._replace(
            places=known_ids("place", self.places, plan.settings.places),
            areas=known_ids("area", self.areas, plan.areas) if self.areas else (),
            sections=known_ids("section", self.sections, plan.sections) if self.sections else (),
            workstreams=known_ids("workstream", self.workstreams, streams),
        )


def known_ids(noun: str, wanted: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """The wanted values as they are known; raises UnknownValueError with the one that was likely meant."""
    keys = {folded(name): name for name in known}
    for value in wanted:
        if folded(value) not in keys:
            otherwise = f"write one of: {', '.join(keys.values())}" if keys else f"this plan has no {noun}"
            advice = did_you_mean(value, keys.values(), otherwise)
            raise UnknownValueError(f'there is no {noun} "{value}"; {advice}')
    return tuple(keys[folded(value)] for value in wanted)


def _owners(plan: Plan) -> list[str]:
    """Every owner in the files that were loaded for this question."""
    owners = {milestone.owner for _, milestone in plan.milestones()} if plan.has("areas") else set()
    if plan.has("sections"):
        owners |= {home.target.owner for home in plan.targets()}
    if plan.has("enablers"):
        owners |= {promise.owner for enabler in plan.enablers.values() for promise in enabler.promises()}
    return sorted({folded(owner): owner for owner in owners if owner}.values(), key=natural)


def _check_owners(wanted: Iterable[str], known: list[str]) -> None:
    keys = {folded(owner) for owner in known}
    for value in wanted:
        if folded(value) not in keys:
            otherwise = f"the owners are: {', '.join(known)}" if known else "no owner is named in this plan yet"
            raise UnknownValueError(f'no owner here is called "{value}"; {did_you_mean(value, known, otherwise)}')
