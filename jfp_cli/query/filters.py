"""The filters that every question shares: `--area --section --workstream --place --owner --status --text`."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, get_args

from jfp_cli.model.area import Area, Milestone, Status
from jfp_cli.model.plan import Plan, TargetHome
from jfp_cli.values.near_miss import did_you_mean

NOT_REPORTED = "not_reported"
MILESTONE_STATUSES: tuple[str, ...] = (*get_args(Status), NOT_REPORTED)


class UnknownValueError(Exception):
    """A filter names something that the plan does not have; the text says what was likely meant."""


class Filters(NamedTuple):
    """What to keep: within a filter any of its values will do, and every filter must agree."""

    areas: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    workstreams: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    text: str = ""

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
        self._check(plan)
        check_known("status", self.statuses, MILESTONE_STATUSES)
        streams = {*self.workstreams}
        if self.sections:
            own = {stream.id for section, stream in plan.workstreams() if section.id in self.sections}
            streams = streams & own if self.workstreams else own
        return [
            (area, milestone)
            for area, milestone in plan.milestones()
            if (not self.areas or area.area in self.areas)
            and (not (self.sections or self.workstreams) or streams.intersection(milestone.workstreams))
            and (not self.places or set(self.places).intersection(milestone.places))
            and (not self.owners or _folded(milestone.owner) in map(_folded, self.owners))
            and (not self.statuses or (milestone.status or NOT_REPORTED) in self.statuses)
            and self._holds_text(
                milestone.id,
                milestone.group,
                milestone.activity,
                milestone.owner,
                area.title,
                *(checkpoint.activity for checkpoint in milestone.checkpoints),
            )
        ]

    def targets(self, plan: Plan) -> list[TargetHome]:
        """The targets to keep, but for `statuses`, which for a target is its progress; raises UnknownValueError."""
        self._check(plan)
        return [home for home in plan.targets() if self._keeps_target(home)]

    def _keeps_target(self, home: TargetHome) -> bool:
        target, section, stream = home.target, home.section, home.workstream
        streams = [stream] if stream else section.workstreams
        places = target.places or (stream.places if stream else ())
        return (
            (not self.areas or any(set(self.areas).intersection(s.areas) for s in streams))
            and (not self.sections or section.id in self.sections)
            and (not self.workstreams or (stream is not None and stream.id in self.workstreams))
            and (not self.places or bool(set(self.places).intersection(places)))
            and (not self.owners or _folded(target.owner) in map(_folded, self.owners))
            and self._holds_text(target.id, target.statement, target.measure, target.owner, section.title)
        )

    def _holds_text(self, *texts: str | None) -> bool:
        whole = " ".join(text for text in texts if text).casefold()
        return all(word in whole for word in self.text.casefold().split())

    def _check(self, plan: Plan) -> None:
        check_known("place", self.places, plan.settings.places)
        if self.areas:
            check_known("area", self.areas, plan.areas)
        if self.sections:
            check_known("section", self.sections, plan.sections)
        if self.workstreams:
            check_known("workstream", self.workstreams, [stream.id for _, stream in plan.workstreams()])
        if self.owners:
            _check_owners(self.owners, _owners(plan))


def _folded(text: str | None) -> str:
    return (text or "").casefold()


def check_known(noun: str, wanted: Iterable[str], known: Iterable[str] | Mapping[str, object]) -> None:
    """Every value is one of those known; raises UnknownValueError with the one that was likely meant."""
    known = list(known)
    for value in wanted:
        if value not in known:
            otherwise = f"write one of: {', '.join(known)}" if known else f"this plan has no {noun}"
            raise UnknownValueError(f'there is no {noun} "{value}"; {did_you_mean(value, known, otherwise)}')


def _owners(plan: Plan) -> list[str]:
    """Every owner in the files that were loaded for this question."""
    owners = {milestone.owner for _, milestone in plan.milestones()} if plan.has("areas") else set()
    if plan.has("sections"):
        owners |= {home.target.owner for home in plan.targets()}
    return sorted(owner for owner in owners if owner)


def _check_owners(wanted: Iterable[str], known: list[str]) -> None:
    folded = {_folded(owner) for owner in known}
    for value in wanted:
        if _folded(value) not in folded:
            otherwise = f"the owners are: {', '.join(known)}" if known else "no owner is named in this plan yet"
            raise UnknownValueError(f'no owner here is called "{value}"; {did_you_mean(value, known, otherwise)}')
