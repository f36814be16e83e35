"""How one plan of several stands: its promises and its targets counted, as a whole, by area and by organisation."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import NamedTuple

from jfp_cli.measures.assurance import Assurance
from jfp_cli.measures.progress import STATES
from jfp_cli.measures.words import ASSURANCE_WORDS
from jfp_cli.model.plan import Plan
from jfp_cli.query.filters import Filters
from jfp_cli.query.happened import is_late
from jfp_cli.query.kept import promised_and_measured
from jfp_cli.query.promises import Promise
from jfp_cli.query.rows import Row
from jfp_cli.query.targets import judging

ASSURANCES: tuple[Assurance, ...] = ("consistent_pass", "inconsistent", "consistent_fail")


class Counts(NamedTuple):
    """How many promises there are: complete by their date, complete later, overdue, and with a date that was moved.

    `unreported` are those of the overdue of which nobody reported anything, so that they may be done.
    """

    promises: int = 0
    kept: int = 0
    late: int = 0
    overdue: int = 0
    moved: int = 0
    unreported: int = 0

    @property
    def others(self) -> int:
        """Those that are not due yet, or cancelled."""
        return self.promises - self.kept - self.late - self.overdue

    @classmethod
    def of(cls, promises: Iterable[Promise], day: date) -> "Counts":
        """Promises counted as of a day."""
        return cls.together(map(partial(cls._of_one, day), promises))

    @classmethod
    def _of_one(cls, day: date, one: Promise) -> "Counts":
        is_done, is_overdue = one.status == "complete", one.days_overdue(day) > 0
        return cls(
            promises=1,
            kept=is_done and not is_late(one),
            late=is_done and is_late(one),
            overdue=is_overdue,
            moved=bool(one.step.moves),
            unreported=is_overdue and one.status is None,
        )

    @classmethod
    def together(cls, several: Iterable["Counts"]) -> "Counts":
        """The sum of several."""
        columns = list(zip(*several, strict=True))
        return cls(*map(sum, columns)) if columns else cls()


class Share(NamedTuple):
    """What an area or an organisation of a plan has of its promises."""

    kind: str
    id: str
    title: str
    counts: Counts


class Standing(NamedTuple):
    """A plan among others; `days` are its first and its last, and its language is there where it says one."""

    title: str
    organisation: str
    days: tuple[date, date]
    language: str
    counts: Counts
    targets: dict[str, int]
    assurance: dict[str, int]
    shares: tuple[Share, ...]

    @property
    def targets_words(self) -> str:
        """How many targets there are of each progress that any has, in words."""
        return _in_words(self.targets)

    @property
    def assurance_words(self) -> str:
        """The same of what the charts say of their figures."""
        return _in_words({ASSURANCE_WORDS[word]: self.assurance[word] for word in ASSURANCES})

    @property
    def row(self) -> Row:
        """The plan as a row of plain numbers."""
        counts = self.counts._asdict()
        return {"title": self.title, "organisation": self.organisation, **counts, "targets": self.targets} | {
            "assurance": self.assurance
        }


def standing(plan: Plan, filters: Filters, day: date) -> Standing:
    """How a plan stands on a day, as far as the filters keep of it; raises UnknownValueError."""
    kept, targets = promised_and_measured(plan, filters, day)
    progress = Counter(row.progress.state for row in targets)
    judged = judging(plan, targets, day)
    held = [series.held(name) for name, series in judged.items()]
    assurance = Counter(one.assurance for one in held if one is not None and one.assurance)
    return Standing(
        plan.settings.title,
        plan.settings.organisation,
        plan.settings.period.days,
        plan.settings.language or "",
        Counts.of(kept, day),
        {state: progress[state] for state in STATES},
        {word: assurance[word] for word in ASSURANCES},
        tuple(_shares(plan, kept, day)),
    )


def _in_words(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{number} {word.replace('_', ' ')}" for word, number in counts.items() if number)


def _shares(plan: Plan, kept: Iterable[Promise], day: date) -> Iterator[Share]:
    areas: dict[str, list[Promise]] = {}
    leads: dict[str, list[Promise]] = {}
    for one in kept:
        if one.area is not None:
            areas.setdefault(one.area.area, []).append(one)
        for lead in one.leads:
            leads.setdefault(lead, []).append(one)
    for name, own in areas.items():
        yield Share("areas", name, plan.areas[name].title, Counts.of(own, day))
    for name, own in leads.items():
        yield Share("organisations", name, plan.settings.organisations.get(name, name), Counts.of(own, day))
