"""The chart of a measure. The shipped plan counts nothing month by month, so this one is invented, and says so."""

from contextlib import redirect_stderr
from io import StringIO
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from jfp_cli.cli.door import main

_BEFORE = (1492, 1508, 1487, 1499, 1515, 1481, 1503, 1490, 1511, 1496, 1484, 1506, 1494)
_AFTER = (1421, 1398, 1412, 1386, 1404, 1379, 1391, 1366, 1383, 1358, 1371, 1349, 1362)
_MEASURE = """\
id: waiting-list
title: Open elective pathways, an invented example
unit: pathways
better: lower
every: month
rebase: [{from: 2025-11, because: two more theatres opened}]
readings:
"""


def drawn() -> str:
    """The SVG that `jfp show measures/waiting-list --output chart.svg` writes."""
    with TemporaryDirectory() as folder, redirect_stderr(StringIO()):
        main(["init", folder, "--organisation", "North Town", "--period", "2025-30"])
        plan = Path(folder, "plan")
        months = (f"{year}-{month:02}" for year in (2024, 2025, 2026) for month in range(1, 13))
        read = zip(islice(months, 9, None), _BEFORE + _AFTER, strict=False)
        readings = (f'  - {{at: {at}, value: "{hundreds}00"}}\n' for at, hundreds in read)
        (plan / "measures").mkdir(exist_ok=True)
        (plan / "measures" / "waiting-list.yaml").write_text(_MEASURE + "".join(readings), encoding="utf-8")
        chart = Path(folder, "chart.svg")
        main(["show", "measures/waiting-list", "--plan", str(plan), "--as-of", "2026-12-31", "--output", str(chart)])
        return chart.read_text(encoding="utf-8")
