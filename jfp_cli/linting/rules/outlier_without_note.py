"""JFP423 outlier-without-note."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from jfp_cli.linting.messages import bare
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.measures.series import Series
from jfp_cli.measures.spc import Judged
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for series in subject.charts:
        for run in _runs(series):
            final = [judged for judged in run if not judged.point.provisional]
            if final and not any(judged.point.note for judged in run):
                yield _problem(subject, series, final)


def _runs(series: Series) -> Iterator[Sequence[Judged]]:
    """The readings outside the limits that follow one another on one side, where the limits can be relied on."""
    counted = (judged for judged in series.chart.points if judged.variation)
    for (stretch, way), run in groupby(counted, key=lambda judged: (judged.stretch, _way(judged))):
        if way and not series.chart.stretches[stretch].provisional:
            yield list(run)


def _way(judged: Judged) -> int:
    """Above the limits (1), below them (-1) or within."""
    return next((signal.way for signal in judged.signals if signal.rule == "outside_limits"), 0)


def _problem(subject: Subject, series: Series, run: Sequence[Judged]) -> Problem:
    first, several = run[0], len(run) > 1
    number, reading = next(
        (number, reading)
        for number, reading in enumerate(series.measure.readings)
        if reading.place == series.place and reading.day == first.point.at
    )
    where = f" of {subject.plan.settings.places[series.place]}" if series.place else ""
    those = f" and those after it, {len(run)} in all, are" if several else " is"
    side = "above" if _way(first) > 0 else "below"
    help_text = 'say why with a line such as "note: all clinics closed"; leave out a wrong one with "exclude: ..."'
    if several:
        help_text += '; where it changed for good, add "rebase: [{from: ..., because: ...}]" to the measure'
    return Problem(
        Address("measures", series.measure.id, ("readings", number, "value")),
        f'the reading of {bare(reading.at)}{where}, "{reading.value}",{those} {side} the limits of usual variation',
        help_text,
    )


def _monthly(*values: int, last: str = "") -> str:
    return "\n".join(
        f'  - {{at: {2025 + month // 12}-{month % 12 + 1:02}, value: "{value:,}"{last if value == values[-1] else ""}}}'
        for month, value in enumerate(values, start=3)
    )


_STEADY = (410, 395, 402, 420, 408, 399, 415, 404, 411, 398, 406, 413)

RULE = Rule(
    code="JFP423",
    name="outlier-without-note",
    severity=Severity.ADVICE,
    what="A reading lies outside the limits of usual variation, and nothing says why.",
    why="Something happened that does not usually happen; in a year nobody remembers what, and whether to repeat it or "
    "to prevent it. Advice: the reading may well be right. Of several in a row one note will do; limits from fewer "
    "than thirteen readings tell nothing yet, and what is provisional may still be corrected.",
    bad=f"""
as of 2026-05-20
--- measures/missed-visits.yaml
readings:
{_monthly(*_STEADY, 630)}  # <--
""",
    good=f"""
as of 2026-05-20
--- measures/missed-visits.yaml
readings:
{_monthly(*_STEADY, 630, last=", note: the depot was flooded")}
--- measures/late-visits.yaml
readings:
{_monthly(*_STEADY, 630, last=", exclude: counted twice")}
--- measures/short-visits.yaml
readings:
{_monthly(*_STEADY, 630, last=", provisional: true")}
--- measures/long-visits.yaml
readings:
{_monthly(*_STEADY[2:], 630)}
""",
    check=_check,
)
