"""What rules look at: the plan on a day, and what several of them need, worked out once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from jfp_cli.model.plan import Plan
from jfp_cli.model.target import Target
from jfp_cli.query.texts import texts
from jfp_cli.values.address import Address
from jfp_cli.values.dates import PlanDate, find_dates

# Fields that hold names, dates, figures or links, not sentences.
_NOT_PROSE = frozenset(
    [
        "id",
        "area",
        "status",
        "owner",
        "due",
        "by",
        "on",
        "at",
        "from",
        "to",
        "completed",
        "until",
        "better",
        "relative",
        "places",
        "areas",
        "supports",
        "duties",
        "workstreams",
        "evidence",
        "target",
        "value",
        "figure",
        "edition",
        "years",
        "in_force",
        "published",
        "rule",
        "agreed_by",
        "planning_periods",
        "period",
        "year_starts",
        "sections",
        "enablers",
    ]
)


class Prose(NamedTuple):
    """A sentence, title or note of the plan, and its address."""

    at: Address
    text: str


class AllowanceUse(NamedTuple):
    """An allowance of plan.yaml by its position, and whether it stopped a finding in this run."""

    at: Address
    used: bool


@dataclass(frozen=True)
class Subject:
    """A plan as of a day. What is cached is shared by the rules of one run."""

    plan: Plan
    day: date

    @cached_property
    def prose(self) -> tuple[Prose, ...]:
        """Every text that people read, but for the vocabularies of plan.yaml."""
        return tuple(
            Prose(at, text)
            for at, text in texts(self.plan)
            if at.kind not in ("glossary", "places", "duties", "strategy_priorities")
            and not _names(at)
            and not (at.kind == "plan" and at.path[:1] == ("lint",))
        )

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Every target, those among indicators included."""
        return tuple(home.target for home in self.plan.targets())

    def dates_in(self, text: str) -> Iterator[tuple[int, int, PlanDate]]:
        """The dates that a text names, as this plan reads dates."""
        if not any(char.isdigit() for char in text):
            return iter(())
        settings = self.plan.settings
        return find_dates(text, settings.year_starts, settings.period.start.first)

    def date(self, text: str) -> PlanDate:
        """The date of a text, as this plan reads dates; raises DateError."""
        settings = self.plan.settings
        return PlanDate.parse(text, settings.year_starts, settings.period.start.first)


def _names(at: Address) -> bool:
    """The address is of an id, a date or a reference."""
    fields = [step for step in at.path if isinstance(step, str)]
    return bool(fields) and (fields[-1] in _NOT_PROSE)
