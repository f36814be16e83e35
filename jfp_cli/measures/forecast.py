"""What a steady process says of a figure that is still to come."""

from typing import Literal

from jfp_cli.measures.assurance import Asked, Assurance, assurance
from jfp_cli.measures.spc import Chart
from jfp_cli.values.figures import Better

Forecast = Literal["will_meet", "will_not_meet"]
_FORETOLD: dict[Assurance | None, Forecast] = {"consistent_pass": "will_meet", "consistent_fail": "will_not_meet"}


def forecast(chart: Chart, figure: Asked, better: Better | None) -> Forecast | None:
    """What a steady process will do about a figure that is not in force yet; None where nothing may be said.

    Only a process that is stable can be foretold (Wheeler): the stretch of the last point has thirteen points or more,
    none of them a signal, and the whole of its usual variation lies on one side of the figure.
    """
    last = chart.latest
    if last is None or chart.provisional or (figure.since is not None and figure.since <= last.point.at):
        return None
    if any(judged.signals for judged in chart.points if judged.stretch == last.stretch):
        return None
    return _FORETOLD.get(assurance(chart, figure, better))
