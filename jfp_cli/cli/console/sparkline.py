"""A row of small columns for the readings of a measure, in one line of a table."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from jfp_cli.cli.console.terminal import shows

BLOCKS, PLAIN = "▁▂▃▄▅▆▇█", "_.-^'"
"""From the lowest to the highest; the plain ones stand higher in their line the higher they are."""


def sparkline(levels: Sequence[Decimal | Fraction | None], room: int, encoding: str) -> str:
    """The last levels that there is room for, a column each, between their lowest and highest; None is a gap.

    Levels that are all the same stand half way up.
    """
    steps = BLOCKS if shows(BLOCKS, encoding) else PLAIN
    shown = [None if level is None else Fraction(level) for level in levels[-room:]] if room > 0 else []
    known = [level for level in shown if level is not None]
    if not known:
        return " " * len(shown)
    low, span = min(known), max(known) - min(known)
    top = len(steps) - 1
    heights = (None if level is None else round(top * (level - low) / span) if span else top // 2 for level in shown)
    return "".join(" " if height is None else steps[height] for height in heights)
