"""Statistical process control: an XmR chart as Making Data Count draws it, exact, of one measure in one place.

The rules and the icons are those of NHS England's Making Data Count ("Making data count: getting started" and
"strengthening your decisions"); the arithmetic of limits is Wheeler's XmR chart ("Understanding Variation", 1993).
"""

from jfp_cli.measures.spc.chart import ENOUGH, Chart, Judged, Stretch, chart
from jfp_cli.measures.spc.limits import Limits
from jfp_cli.measures.spc.points import Level, Point, Rebase
from jfp_cli.measures.spc.rules import RULES, Rule, Signal
from jfp_cli.measures.spc.variation import VARIATIONS, Variation

__all__ = [
    "ENOUGH",
    "RULES",
    "VARIATIONS",
    "Chart",
    "Judged",
    "Level",
    "Limits",
    "Point",
    "Rebase",
    "Rule",
    "Signal",
    "Stretch",
    "Variation",
    "chart",
]
