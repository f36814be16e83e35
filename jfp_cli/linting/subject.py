"""What rules look at: the plan on a day, and what several of them need, worked out once."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

from jfp_cli.linting.memory import Memory
from jfp_cli.linting.open_promises import open_promises
from jfp_cli.linting.option import Option
from jfp_cli.linting.pending import pending
from jfp_cli.linting.prose.abbreviations import Use, uses
from jfp_cli.linting.prose.index import Prose, ProseIndex, prose_by_file
from jfp_cli.linting.prose.promised_dates import PromisedDate, promised_dates
from jfp_cli.linting.shared_promises import SharedPromise, shared_promises
from jfp_cli.linting.target_figures import PromisedFigure, promised_figures
from jfp_cli.model.area import Checkpoint, Milestone
from jfp_cli.model.plan import Plan, TargetHome
from jfp_cli.model.shared import Pending
from jfp_cli.model.target import Target
from jfp_cli.query.coverage import Covered, coverage
from jfp_cli.query.promises import HOMES, Promise, parents, promises
from jfp_cli.values.address import Address
from jfp_cli.values.dates import PlanDate, find_dates

if TYPE_CHECKING:
    from jfp_cli.history.changes import Change
    from jfp_cli.history.matching import Pair
    from jfp_cli.measures.series import Series

Value = TypeVar("Value")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Subject:
    """A plan as it was known on a day. What is cached is shared by the rules of one run."""

    plan: Plan
    day: date
    unread: frozenset[Address] = frozenset()
    """The files of which something could not be read."""
    as_written: Plan | None = None
    """The plan with what is still to come on that day, for the rules that look at just this."""
    options: Mapping[Option[Any], Any] = field(default_factory=dict)
    """The values of options that are not what they are by themselves."""
    before: Plan | None = None
    """The plan at an earlier time, for the rules that tell what became of it."""
    memory: Memory = field(default_factory=Memory)
    """What was worked out of its files in another look."""

    def value(self, option: Option[Value]) -> Value:
        """What an option of a rule is set to."""
        found: Value = self.options.get(option, option.usual)
        return found

    def is_whole(self, *kinds: str) -> bool:
        """Whether every file of these kinds of thing was read to its end: else nobody knows what is not in them."""
        return all(file.kind not in kinds for file in self.unread)

    @cached_property
    def changes(self) -> "tuple[tuple[Pair, list[Change]], ...]":
        """What became of everything since the earlier time; nothing where there is none."""
        if self.before is None:
            return ()
        from jfp_cli.history.diff import changes  # noqa: PLC0415 - few ask for what became of a plan

        now = self.as_written or self.plan
        return tuple(changes(dict(self.before.files()), dict(now.files()), self.before, now))

    @cached_property
    def changed_promises(self) -> "tuple[tuple[Pair, Change], ...]":
        """Every change of a milestone, a checkpoint, an action or a commitment since then."""
        return tuple((pair, change) for pair, several in self.changes if pair.last.kind in HOMES for change in several)

    def home(self, at: Address) -> Address:
        """The thing around a place: of a checkpoint its milestone, of an action or a commitment what it stands in."""
        thing = at.thing
        return self._homes.get(thing, thing)

    @cached_property
    def _homes(self) -> dict[Address, Address]:
        return {at: parent.thing for at, parent in parents(self.plan)}

    @cached_property
    def prose_by_file(self) -> dict[str, tuple[Prose, ...]]:
        """Every text that people read, but for the vocabularies of plan.yaml, by file (`sections/cancer`)."""
        return prose_by_file(self.plan)

    def of_prose(self, work: Callable[..., Value], *given: Any) -> Iterator[Value]:
        """What some work comes to in the prose of each file; it follows from that and plan.yaml alone."""
        for (_, entity), prose in zip(self.plan.files(), self.prose_by_file.values(), strict=True):
            yield self.memory.of(entity, work, prose, *given)

    @cached_property
    def prose(self) -> tuple[Prose, ...]:
        """The same without files."""
        return tuple(chain.from_iterable(self.prose_by_file.values()))

    @cached_property
    def prose_index(self) -> ProseIndex:
        """Finds the prose that holds a word, for rules that would otherwise match a pattern against all of it."""
        return ProseIndex(self.prose_by_file.values())

    @cached_property
    def abbreviations(self) -> dict[str, tuple[Use, ...]]:
        """Every abbreviation that the prose uses, by file, in the order of its use."""
        return dict(zip(self.prose_by_file, self.of_prose(uses), strict=True))

    @cached_property
    def coverage(self) -> dict[str, list[Covered]]:
        """What treats each thing that the plan must treat, by its kind: `duties`, `areas`."""
        kinds = ("strategy_priorities", "duties", "areas")
        rows = coverage(self.plan, kinds)
        return {kind: [row for row in rows if row.kind == kind] for kind in kinds}

    @cached_property
    def homes(self) -> tuple[TargetHome, ...]:
        """Every target, those among indicators included, with what it belongs to."""
        return tuple(self.plan.targets())

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """The same without that."""
        return tuple(home.target for home in self.homes)

    @cached_property
    def promised_figures(self) -> tuple[tuple[Target, tuple[PromisedFigure, ...]], ...]:
        """Every target with the figures that it promises: those of its trajectory, then its own."""
        return tuple((target, tuple(promised_figures(target))) for target in self.targets)

    @cached_property
    def pending(self) -> tuple[tuple[Address, Pending], ...]:
        """Every gap that the plan knows of."""
        return tuple(pending(self.plan))

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """Every milestone, checkpoint, dated action and dated commitment."""
        return tuple(promises(self.plan))

    @cached_property
    def charts(self) -> "tuple[Series, ...]":
        """The chart of every measure that was read, of all places and of each place."""
        from jfp_cli.measures.series import series_of  # noqa: PLC0415 - a plan without readings has no charts

        read = [measure for measure in self.plan.measures.values() if measure.readings]
        return tuple(chain.from_iterable(series_of(self.plan, measure, self.day) for measure in read))

    @cached_property
    def open_commitments(self) -> tuple[Promise, ...]:
        """Dated commitments and actions that are neither complete nor cancelled."""
        return tuple(one for one in self.promises if one.kind in ("commitments", "actions") and one.is_open)

    @cached_property
    def late_commitments(self) -> tuple[Promise, ...]:
        """Those of them whose date has passed."""
        return tuple(one for one in self.open_commitments if one.due.overdue(self.day))

    @cached_property
    def shared_promises(self) -> tuple[SharedPromise, ...]:
        """Open milestones with the targets that promise the same thing."""
        return tuple(shared_promises(self.plan, self.homes))

    @cached_property
    def due_dates(self) -> tuple[tuple[Address, PlanDate], ...]:
        """Every date by which something that is still to be done is due."""
        return tuple((at.at("due"), promise.due) for at, promise in self._open_promises)

    @cached_property
    def open_steps(self) -> tuple[tuple[Address, Milestone | Checkpoint], ...]:
        """Milestones that are neither complete nor cancelled, each followed by its checkpoints that are not."""
        return tuple(step for step in self._open_promises if isinstance(step[1], (Milestone, Checkpoint)))

    @cached_property
    def open_milestones(self) -> int:
        """How many milestones are neither complete nor cancelled."""
        return sum(1 for _, step in self.open_steps if isinstance(step, Milestone))

    @cached_property
    def _open_promises(self) -> tuple[tuple[Address, Any], ...]:
        return tuple(open_promises(self.plan))

    @cached_property
    def promised_dates(self) -> dict[str, tuple[PromisedDate, ...]]:
        """The dates that activities still to be done promise, by activity."""
        activities = dict.fromkeys(step.activity for _, step in self.open_steps)
        promised = ((activity, tuple(promised_dates(activity, self.dates_in))) for activity in activities)
        return {activity: dates for activity, dates in promised if dates}

    def dates_in(self, text: str) -> Iterator[tuple[int, int, PlanDate]]:
        """The dates that a text names, as this plan reads dates."""
        if not _DIGIT.search(text):
            return iter(())
        settings = self.plan.settings
        return find_dates(text, settings.year_starts, settings.period.start.first)

    def date(self, text: str) -> PlanDate:
        """The date of a text, as this plan reads dates; raises DateError."""
        settings = self.plan.settings
        return PlanDate.parse(text, settings.year_starts, settings.period.start.first)
