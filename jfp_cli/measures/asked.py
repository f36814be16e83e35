"""What a target asks of a process: its level in the unit of the chart."""

from datetime import date

from jfp_cli.measures.assurance import Asked
from jfp_cli.measures.line import ends
from jfp_cli.values.figures import Better, Comparison, Quantity

_BEYOND = (Comparison.MORE_THAN, Comparison.UNDER)


def asked(level: Quantity, unit: str, better: Better | None, since: date | None = None) -> Asked | None:
    """A level of a target, or of its trajectory, as a figure of the chart; None where the two units do not compare.

    Of a range it is the end that meets the target first: 4% to 5% is kept up to 5% where lower is better.
    """
    reach = ends(level, unit)
    if reach is None:
        return None
    return Asked(reach.high if better == "lower" else reach.low, since, level.comparison in _BEYOND)
