"""What an answer comes to, in one sentence."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from jfp_cli.query.promises import Promise, not_reported
from jfp_cli.query.words import wanted_in
from jfp_cli.values.text import long_day, quoted

if TYPE_CHECKING:
    from jfp_cli.measures.progress import Progress
    from jfp_cli.measures.series import Series
    from jfp_cli.model.plan import Plan
    from jfp_cli.model.publishing import StatusLook
    from jfp_cli.query.coverage import Covered
    from jfp_cli.query.search import Match
    from jfp_cli.query.targets import Tracked


def counted(number: int, noun: str) -> str:
    """A number with its noun, which takes an s but for one."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def overdue_sentence(kept: Sequence[Promise], day: date) -> str:
    """How many of the milestones that were asked about are overdue, how many other promises, and what none reports.

    A checkpoint of a milestone that is overdue too counts, though it has no row of its own.
    """
    own, others = _parted(kept)
    late, late_others = (sum(1 for one in part if one.days_overdue(day)) for part in (own, others))
    sentence = f"{late} of {counted(len(own), 'milestone')} overdue as of {long_day(day)}"
    if others:
        sentence += f", and {late_others} of {counted(len(others), 'other promise')}"
    return f"{sentence}; {_silent(own or others)}"


def due_sentence(rows: Sequence[Promise], day: date, until: date) -> str:
    """How many dates fall between two days."""
    return f"{counted(len(rows), 'date')} from {long_day(day)} to {long_day(until)}"


def milestones_sentence(kept: Sequence[Promise], day: date) -> str:
    """How many milestones there are, and how many of them are overdue or without a status."""
    late = sum(1 for one in kept if one.days_overdue(day))
    return f"{counted(len(kept), 'milestone')}; {late} overdue as of {long_day(day)}; {_silent(kept)}"


def _parted(kept: Iterable[Promise]) -> tuple[list[Promise], list[Promise]]:
    """The milestones among some promises, and the others."""
    parted: tuple[list[Promise], list[Promise]] = ([], [])
    for one in kept:
        parted[one.kind != "milestones"].append(one)
    return parted


def _silent(kept: Sequence[Promise]) -> str:
    silent = not_reported(kept)
    return f"{silent} {'has' if silent == 1 else 'have'} no status reported"


def targets_sentence(rows: "Iterable[Tracked]", day: date, looks: "Mapping[str, StatusLook] | None" = None) -> str:
    """How many targets there are, and how many in each state of progress, in the words that a plan has for it."""
    labels = {word: look.label for word, look in (looks or {}).items() if look.label}
    every = [row.progress for row in rows]
    states = Counter(progress.state for progress in every)
    counts = ", ".join(
        f"{number} {labels.get(state) or state.replace('_', ' ')}{_because(state, every)}"
        for state, number in states.most_common()
    )
    return f"{counted(states.total(), 'target')} as of {long_day(day)}" + (f": {counts}" if counts else "")


def _because(state: str, every: "Sequence[Progress]") -> str:
    """Why targets are in a state, in brackets; nothing where none of them says why."""
    (reason, number), *others = Counter(one.cause for one in every if one.state == state).most_common()
    if not others:
        return f" ({reason})" if reason else ""
    told = [f"{number} because {reason}" for reason, number in ((reason, number), *others) if reason]
    return f" ({', '.join(told)})"


def measures_sentence(kept: "Sequence[Series]", day: date) -> str:
    """How many measures there are, in how many charts, and how many of these changed or cannot be relied on."""
    measures = len({series.measure.id for series in kept})
    concerns = sum(1 for series in kept if (series.chart.variation or "").startswith("concern"))
    failing = sum(1 for series in kept if any(held.assurance == "consistent_fail" for held in series.targets))
    return (
        f"{counted(measures, 'measure')} in {counted(len(kept), 'chart')} as of {long_day(day)}; "
        f"{concerns} of concern, {failing} consistently missing a target"
    )


def search_sentence(
    matches: "Sequence[Match]", words: Sequence[str], likely: Sequence[str] = (), *, narrowed: bool = False
) -> str:
    """How many places were found, whether they hold every word, and which words were likely meant.

    `narrowed`: filters chose what was looked through.
    """
    wanted = len(wanted_in(words))
    held = matches[0].words if matches else 0
    asked = f"; did you mean {' and '.join(map(quoted, likely))}?" if likely else ""
    if not matches:
        return f"nothing {'that the filters keep' if narrowed else 'in the plan'} holds these words{asked}"
    places = counted(len(matches), "place")
    every = "both" if wanted == 2 else f"all {wanted}"
    return places if held == wanted else f"nothing holds {every} words; {places} with {held} of them{asked}"


def plan_sentence(plan: "Plan") -> str:
    """How much of everything a valid plan holds."""
    kinds = {
        "section": len(plan.sections),
        "workstream": sum(1 for _ in plan.workstreams()),
        "target": sum(1 for _ in plan.targets()),
        "area": len(plan.areas),
        "milestone": sum(1 for _ in plan.milestones()),
        "enabler": len(plan.enablers),
    }
    return "the plan is valid: " + ", ".join(counted(number, noun) for noun, number in kinds.items())


def coverage_sentence(every: "Sequence[Covered]", *, narrowed: bool = False) -> str:
    """How many of the things that the plan must treat it does treat; `narrowed`: filters chose what counts."""
    missing = [covered.id for covered in every if not covered.is_covered]
    sentence = f"{len(every) - len(missing)} of {len(every)} are treated"
    nothing = f"nothing{' that the filters keep' if narrowed else ''} treats"
    return f"{sentence}; {nothing} {', '.join(missing)}" if missing else sentence
