"""What rules look at: the plan on a day, and what several of them need, worked out once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

from jfp_cli.lint.prose import Prose, ProseIndex, prose_by_file
from jfp_cli.model.plan import Plan
from jfp_cli.model.target import Target
from jfp_cli.values.dates import PlanDate, find_dates


@dataclass(frozen=True)
class Subject:
    """A plan as of a day. What is cached is shared by the rules of one run."""

    plan: Plan
    day: date

    @cached_property
    def prose_by_file(self) -> dict[str, tuple[Prose, ...]]:
        """Every text that people read, but for the vocabularies of plan.yaml, by file (`sections/cancer`)."""
        return prose_by_file(self.plan)

    @cached_property
    def prose(self) -> tuple[Prose, ...]:
        """The same without files."""
        return tuple(chain.from_iterable(self.prose_by_file.values()))

    @cached_property
    def prose_index(self) -> ProseIndex:
        """Finds the prose that holds a word, for rules that would otherwise match a pattern against all of it."""
        return ProseIndex(self.prose)

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
