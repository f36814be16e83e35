"""The filters that every question shares, such as `--area`, `--owner` and `--due-before`."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple, get_args

from jfp_cli.model.field import Entity
from jfp_cli.model.plan import Plan, TargetHome
from jfp_cli.model.promise import NOT_REPORTED, Status
from jfp_cli.query.promises import HOMES, Promise, promises
from jfp_cli.query.where import WhereError, matches, read_where
from jfp_cli.query.words import wanted_in
from jfp_cli.values.dates import DateError, PlanDate
from jfp_cli.values.near_miss import did_you_mean
from jfp_cli.values.text import folded, natural, unaccented

PROMISE_STATUSES: tuple[str, ...] = (*get_args(Status), NOT_REPORTED)


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
    leads: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    text: str = ""
    due_before: str = ""
    due_after: str = ""
    where: tuple[str, ...] = ()

    def files_for(self, kinds: Iterable[str] = HOMES) -> set[str]:
        """The kinds of file that say which promises of some kinds are kept or dropped."""
        files = {HOMES[kind] for kind in kinds}
        if self.sections or self.workstreams or self.places:
            files.add("sections")
        return files | {"areas"} if self.areas else files

    @property
    def holding(self) -> dict[str, re.Pattern[str]]:
        """The key that files must have to hold promises, by kind, where no filter looks at what stands around them."""
        return {} if any(self) else {"sections": _key("action"), "enablers": _key("due")}

    @property
    def files_for_targets(self) -> set[str]:
        """The same for targets and their progress."""
        return {"sections", "measures", "areas"} if self.areas else {"sections", "measures"}

    def promises(self, plan: Plan, kinds: Iterable[str] = HOMES, having: Iterable[str] | None = None) -> list[Promise]:
        """The promises of some kinds to keep, in the plan's order; raises UnknownValueError.

        A milestone is in the sections of its workstreams, and what names no place is for those of its workstreams.
        `having` are the kinds that may have the fields of `where`, if not these alone.
        """
        keep = self.keeping(plan, having or kinds)
        return [one for one in promises(plan, kinds) if keep(one)]

    def keeping(self, plan: Plan, having: Iterable[str]) -> Callable[[Promise], bool]:
        """What tells of a promise whether it is to be kept, whatever gathered it; raises UnknownValueError."""
        wanted = self.known(plan)
        wanted = wanted._replace(statuses=known_statuses("status", plan, wanted.statuses, PROMISE_STATUSES))
        window, around, said = self.window(plan), _Around(plan, self), self.said(plan, having)
        return lambda one: window.holds(one.due) and wanted.keeps(one, around) and said(one.step)

    def keeps(self, one: Promise, around: "_Around") -> bool:
        """Whether a promise is to be kept, the ids of these filters being known."""
        return (
            (not self.areas or bool(set(self.areas).intersection(around.areas(one))))
            and (not self.sections or bool(set(self.sections).intersection(around.sections(one))))
            and (not self.workstreams or bool(set(self.workstreams).intersection(one.workstreams)))
            and (not self.places or bool(set(self.places).intersection(around.places(one))))
            and self.is_owner(one.owner)
            and (not self.leads or bool(set(self.leads).intersection(one.leads)))
            and (not self.statuses or (one.status or NOT_REPORTED) in self.statuses)
            and self.holds_text(*around.texts(one))
        )

    def targets(self, plan: Plan, having: Iterable[str] = ("targets",)) -> list[TargetHome]:
        """The targets to keep, but for `statuses`, which for a target is its progress; raises UnknownValueError."""
        keep = self.keeping_targets(plan, having)
        return [home for home in plan.targets() if keep(home)]

    def keeping_targets(self, plan: Plan, having: Iterable[str]) -> Callable[[TargetHome], bool]:
        """What tells of a target whether it is to be kept, but for `statuses`; raises UnknownValueError."""
        wanted = self.known(plan)
        window, said = self.window(plan), self.said(plan, having)
        return lambda home: window.holds(home.target.due) and wanted.keeps_target(home) and said(home.target)

    def keeps_target(self, home: TargetHome) -> bool:
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
            and (not self.leads or bool(set(self.leads).intersection(target.leads)))
            and self.holds_text(target.id, target.statement, target.measure, target.owner, section.title)
        )

    def is_owner(self, owner: str | None) -> bool:
        """Whether an owner is one of those that are wanted."""
        return not self.owners or folded(owner or "") in map(folded, self.owners)

    def said(self, plan: Plan, kinds: Iterable[str]) -> Callable[[Entity | str], bool]:
        """What tells whether a thing of some kinds says what `where` asks for; raises UnknownValueError."""
        try:
            wanted = read_where(self.where, plan.models, kinds) if self.where else ()
        except WhereError as error:
            raise UnknownValueError(str(error)) from None
        return lambda thing: matches(thing, wanted, plan.settings.calendar)

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
            leads=known_ids("organisation", self.leads, plan.settings.organisations),
            areas=known_ids("area", self.areas, plan.areas) if self.areas else (),
            sections=known_ids("section", self.sections, plan.sections) if self.sections else (),
            workstreams=known_ids("workstream", self.workstreams, streams),
        )


class _Around:
    """What promises belong to, as far as the filters ask for it."""

    def __init__(self, plan: Plan, filters: Filters) -> None:
        streams = list(plan.workstreams()) if plan.has("sections") else []
        self._section = {stream.id: section.id for section, stream in streams} if filters.sections else {}
        self._places = {stream.id: stream.places for _, stream in streams} if filters.places else {}

    def areas(self, one: Promise) -> tuple[str, ...]:
        if one.area:
            return (one.area.area,)
        return one.workstream.areas if one.workstream else one.enabler.areas if one.enabler else ()

    def sections(self, one: Promise) -> tuple[str, ...]:
        if one.section:
            return (one.section.id,)
        return tuple(self._section[stream] for stream in one.workstreams if stream in self._section)

    def places(self, one: Promise) -> tuple[str, ...]:
        if one.places:
            return one.places
        return tuple(place for stream in one.workstreams for place in self._places.get(stream, ()))

    def texts(self, one: Promise) -> Iterable[str | None]:
        home = one.area or one.workstream or one.enabler
        group = one.milestone.group if one.milestone else None
        below = one.milestone.checkpoints if one.milestone and one.kind == "milestones" else ()
        above = one.milestone.activity if one.milestone and one.kind == "checkpoints" else None
        title = home.title if home else None
        return (one.id, group, one.text, above, one.owner, title, *(step.activity for step in below))


def _key(name: str) -> re.Pattern[str]:
    return re.compile(rf"{name}[\"']?[ \t]*:")  # which begins with what is looked for, and so is found fast


def known_ids(noun: str, wanted: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """The wanted values as they are known; raises UnknownValueError with the one that was likely meant."""
    keys = {folded(name): name for name in known}
    for value in wanted:
        if folded(value) not in keys:
            otherwise = f"write one of: {', '.join(keys.values())}" if keys else f"this plan has no {noun}"
            advice = did_you_mean(value, keys.values(), otherwise)
            raise UnknownValueError(f'there is no {noun} "{value}"; {advice}')
    return tuple(keys[folded(value)] for value in wanted)


def status_word(text: str) -> str:
    """A status, or the progress of a target, as it is written, from what somebody typed."""
    return folded(text).replace(" ", "_").replace("-", "_")


def known_statuses(noun: str, plan: Plan, wanted: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """The words that are meant: they themselves, or what this plan calls them; raises UnknownValueError."""
    words = tuple(known)
    called = {status_word(plan.settings.called(word)): word for word in words}
    meant = tuple(word if word in words else called.get(word, word) for word in wanted)
    return known_ids(noun, meant, words)


def _owners(plan: Plan) -> list[str]:
    """Every owner in the files that were loaded for this question."""
    kinds = [kind for kind, home in HOMES.items() if plan.has(home)]
    owners = {one.step.owner for one in promises(plan, kinds)}
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
