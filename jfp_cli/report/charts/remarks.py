"""What is said of a chart in words: its key, its remarks, and what each point tells."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from jfp_cli.measures.spc import ENOUGH, Judged, Stretch
from jfp_cli.measures.words import NO_ASSURANCE, RULE_WORDS, VARIATION_WORDS
from jfp_cli.report.charts.measured import Measured
from jfp_cli.report.charts.scale import named
from jfp_cli.report.language import counted, say
from jfp_cli.values.text import capitalised


class Noted(NamedTuple):
    """What stands in the key: its sign, its day, and what is said."""

    sign: str
    day: date
    said: str


def noted(measured: Measured) -> list[Noted]:
    """What the key explains: rebases by letter, then notes and why points are left out by number, oldest first."""
    found = [
        Noted(_letter(at), rebase.start, rebase.because)
        for at, rebase in enumerate(rebase for rebase in measured.chart.rebases)
    ]
    number = 0
    for judged in measured.chart.points:
        point = judged.point
        said = [say("left out: {why}", why=point.excluded)] if point.excluded else []
        said += [point.note] if point.note else []
        if said:
            number += 1
            found.append(Noted(str(number), point.at, "; ".join(said)))
    return found


def remarks(measured: Measured, low: Fraction, high: Fraction) -> Iterator[str]:
    """What is said below a chart between two levels: what cannot be told and why, and how its limits were made."""
    chart = measured.chart
    directed = chart.better in ("higher", "lower")
    if not directed:
        yield say("No direction is better, so a change is neither an improvement nor a concern.")
    if not (measured.aims or measured.has_target):
        yield say("There is no target for this measure.")
    elif measured.judged_elsewhere:
        yield say("No target is judged by these readings.")
    for aim in measured.aims:
        if aim.forecast:
            yield f"{capitalised(aim.forecast)}."
        elif directed and aim.figure and not aim.assurance:
            yield f"{capitalised(say(NO_ASSURANCE))} {aim.figure}."
    if chart.limits and chart.limits.reach is None:
        yield say("One reading alone has no limits.")
    elif chart.latest and chart.provisional:
        yield _provisional(chart.stretches[chart.latest.stretch])
    if measured.season:
        yield measured.season
    yield from _beyond(measured, low, high)
    yield say("Outliers screened: {answer}.", answer=say("yes" if chart.screen else "no"))


def _beyond(measured: Measured, low: Fraction, high: Fraction) -> Iterator[str]:
    """What is not drawn: limits and readings that lie outside, and readings in no such figure."""
    chart = measured.chart
    if chart.limits and chart.limits.reach is not None:
        lower, upper = chart.limits.mean - chart.limits.reach, chart.limits.mean + chart.limits.reach
        if lower < low and high < upper:
            yield say("The limits {limits} lie beyond what is drawn.", limits=measured.between(lower, upper))
    beyond = sum(not low <= judged.point.value <= high for judged in chart.points)
    if beyond:
        yield counted(
            beyond, "{number} reading lies beyond what is drawn.", "{number} readings lie beyond what is drawn."
        )
    if measured.apart:
        one = "{number} reading is no single figure in this unit and is not drawn."
        yield counted(measured.apart, one, "{number} readings are no single figure in this unit and are not drawn.")


def _provisional(stretch: Stretch) -> str:
    """Why limits are provisional."""
    if stretch.counted < ENOUGH:
        return say("The limits are provisional: fewer than thirteen readings count for them.")
    return say("The limits are provisional: there are fewer readings yet than they are to be fixed after.")


def told(measured: Measured, judged: Judged) -> str:
    """What a point says when it is pointed at."""
    said = f"{named(judged.point.at, measured.every)}: {measured.exactly(judged.point)}"
    if judged.point.excluded:
        return f"{said}, {say('left out')}"
    if judged.rules and judged.variation:
        said += f", {signal(judged)}"
    return f"{said}, {say('provisional')}" if judged.point.provisional else said


def signal(judged: Judged) -> str:
    """What a point that broke a rule says: the change that it is, and each rule."""
    rules = [say(RULE_WORDS[rule]) for rule in judged.rules]
    joined = f" {say('and')} ".join(rules)
    return f"{say(VARIATION_WORDS[judged.variation or 'common_cause'])}: {joined}"


def _letter(at: int) -> str:
    """A, B, ..., Z, AA, ..."""
    return (_letter(at // 26 - 1) if at >= 26 else "") + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[at % 26]
