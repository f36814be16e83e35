"""What a point's signals mean: an improvement, a concern, a change that is neither, or nothing."""

from typing import Literal, get_args

from jfp_cli.measures.spc.rules import Signals
from jfp_cli.values.figures import Better

Variation = Literal[
    "common_cause",
    "improvement_high",
    "improvement_low",
    "concern_high",
    "concern_low",
    "neutral_high",
    "neutral_low",
]
VARIATIONS: tuple[Variation, ...] = get_args(Variation)


def variation(signals: Signals, better: Better | None) -> Variation:
    """The variation of a point: high where its signal points up, low where it points down.

    What both improves and worsens is an improvement, as in Making Data Count's single chart tool (NHSRplotthedots
    shows what its first rule says). Where no direction is better, the first rule says which way.
    """
    if not signals:
        return "common_cause"
    ways = {signal.way for signal in signals}
    if better == "higher":
        return "improvement_high" if 1 in ways else "concern_low"
    if better == "lower":
        return "improvement_low" if -1 in ways else "concern_high"
    return "neutral_high" if signals[0].way > 0 else "neutral_low"
