"""What stands beside a picture: what its icons say, and what each of its lines and marks means."""

from collections.abc import Iterator, Sequence

from jfp_cli.measures.assurance import Assurance
from jfp_cli.measures.spc import Variation
from jfp_cli.measures.words import ASSURANCE_WORDS, VARIATION_WORDS
from jfp_cli.report.charts.control import sort
from jfp_cli.report.charts.measured import Measured
from jfp_cli.report.charts.svg import Kind, Line, Mark, Part
from jfp_cli.report.language import say
from jfp_cli.values.text import capitalised


def badges(measured: Measured) -> Iterator[tuple[Variation | Assurance, str]]:
    """What the icons say, and in words."""
    variation = measured.chart.variation
    if variation:
        yield variation, capitalised(say(VARIATION_WORDS[variation]))
    for aim in measured.aims:
        if aim.figure and aim.assurance:
            yield aim.assurance, f"{capitalised(say(ASSURANCE_WORDS[aim.assurance]))} {aim.figure}"


def legend(measured: Measured, parts: Sequence[Part]) -> Iterator[tuple[Line | Mark, str]]:
    """What each line and mark of the drawing means, once."""
    kinds: dict[tuple[Kind, int], str] = {}
    for judged in measured.chart.points:
        if judged.variation:
            kinds.setdefault(sort(judged), say(VARIATION_WORDS[judged.variation]))
    for (kind, way), words in sorted(kinds.items()):
        yield Mark(kind, way, 50, 8, 4.5), words
    if any(isinstance(part, Mark) and part.crossed for part in parts):
        yield Mark("common", 1, 50, 8, 4.5, crossed=True), say("left out of limits and rules")
    if any(isinstance(part, Mark) and part.hollow and not part.crossed for part in parts):
        yield Mark("common", 1, 50, 8, 4.5, hollow=True), say("provisional reading")
    drawn = {part.ink for part in parts if isinstance(part, Line)}
    limits = measured.chart.limits
    told = {"mean": say("mean"), "limit": say("limits"), "early": say("provisional limits")}
    if limits:
        told["mean"] += f" {measured.about(limits.mean)}"
        if limits.lower is not None and limits.upper is not None:
            told["early" if measured.chart.provisional else "limit"] += (
                f" {measured.between(limits.lower, limits.upper)}"
            )
    told["aim"] = "; ".join(aim.words for aim in measured.aims)
    told["way"] = say("the way to the target")
    for ink in ("mean", "limit", "early", "aim", "way"):
        if ink in drawn:
            yield Line(ink, 0, 8, 100, 8), told[ink]
