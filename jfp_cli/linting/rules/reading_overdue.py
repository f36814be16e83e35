"""JFP421 reading-overdue."""

from collections.abc import Iterator

from jfp_cli.linting.messages import bare
from jfp_cli.linting.option import Option, length_of_time
from jfp_cli.linting.pending import is_awaited
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.measures.awaited import awaited
from jfp_cli.measures.rhythm import DELAYS
from jfp_cli.model.measure import Every, Measure
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity
from jfp_cli.values.text import long_day

_DELAYS = {
    every: Option(
        name=every,
        default=delay,
        meaning=f"How long the reading of a {every} may take once that is over.",
        read=length_of_time,
    )
    for every, delay in DELAYS.items()
}


def _check(subject: Subject) -> Iterator[Problem]:
    for measure in subject.plan.measures.values():
        if measure.every is None or is_awaited(measure.pending, "reading"):
            continue
        late: dict[str, list[str]] = {}
        for since, place in _late(subject, measure, measure.every):
            late.setdefault(since, []).append(place)
        if late:
            missing = " nor ".join(
                f"{since} ({', '.join(places)})" if places[0] else since for since, places in late.items()
            )
            yield Problem(
                Address("measures", measure.id, ("every",)),
                f"it is read every {measure.every}, but there is no reading {missing}",
                f"enter what was measured with: jfp record measures/{measure.id} VALUE --at DATE; where it is not read "
                'any more, take out "every"',
            )


def _late(subject: Subject, measure: Measure, every: Every) -> Iterator[tuple[str, str]]:
    """Since when readings are missing, and of which place; that is empty where the measure has none of places."""
    settings, has_places = subject.plan.settings, any(reading.place for reading in measure.readings)
    before = subject.value(_DELAYS[every]).before(subject.day)
    for place, last in awaited(subject.plan, measure, every, subject.day, before):
        began = f"yet, though the plan began on {long_day(settings.period.start.first)}"
        where = settings.place(place) if place else "all places"
        yield f"after the one of {bare(last.at)}" if last else began, where if has_places else ""


RULE = Rule(
    code="JFP421",
    name="reading-overdue",
    severity=Severity.WARNING,
    what="A measure says how often it is read, and the next reading is missing.",
    why="Its chart and the progress of its targets tell how things stood then, and nobody sees that they are old. A "
    "warning: until it is read again nobody can say whether the plan works. A reading that is left out or may still be "
    "corrected was taken; the first is due once a first week, month, quarter or year of the plan is over, the last is "
    "that of the plan's end.",
    bad="""
as of 2026-11-21
--- measures/waiting-list.yaml
every: month  # <--
readings:
  - {at: 2026-06, value: "148,300"}
  - {at: 2026-07, value: "147,100"}
--- measures/complaints.yaml
every: quarter  # <--
""",
    good="""
as of 2026-11-21
--- measures/waiting-list.yaml
every: month
readings:
  - {at: 2026-08, value: "147,100"}
  - {at: 2026-09, value: "9,000", exclude: half of the month is missing}
--- measures/staff-survey.yaml
every: year
readings: [{at: 2025/26, value: 61%}]
--- measures/visits.yaml
readings: [{at: 2025-08, value: "310"}]
--- measures/complaints.yaml
every: quarter
pending: [{what: readings to be added, by: December 2026}]
""",
    check=_check,
    options=tuple(_DELAYS.values()),
)
