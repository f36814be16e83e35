"""The chart of a measure as a file of its own."""

import sys
from pathlib import Path

from jfp_cli.cli.console.measures import charts_of
from jfp_cli.cli.outputs import check_is_no_plan_file
from jfp_cli.cli.session import Question, stop
from jfp_cli.model.measure import Measure
from jfp_cli.query.filters import UnknownValueError, known_ids
from jfp_cli.report.charts.file import chart_file
from jfp_cli.source.whole_file import write_file
from jfp_cli.values.system import why


def write_chart(question: Question, thing: object, output: Path, place: str | None) -> None:
    """Write a chart of a measure to a file: that of a place, or else of all places or the first place."""
    if not isinstance(thing, Measure):
        raise stop(f"only a measure has a chart that --output could write; leave out --output {output}")
    if output.suffix.lower() not in ("", ".svg"):
        raise stop(f"a chart is a picture in SVG, so end the name of its file with .svg and not with {output.suffix}")
    check_is_no_plan_file(output, question.loaded.root)
    charts = charts_of(question.plan, thing, question.day)
    if not charts:
        raise stop(f"{thing.id} has no reading yet; enter one with: jfp record measures/{thing.id} VALUE --at DATE")
    try:
        [chosen] = known_ids("place with a reading", [place], filter(None, charts)) if place else [next(iter(charts))]
    except UnknownValueError as error:
        raise stop(f"--place: {error}") from None
    try:
        write_file(output, chart_file(charts[chosen]).encode())
    except OSError as error:
        raise stop(f"{output}: {why(error)}") from None
    sys.stderr.write(f"wrote {output}\n")
    if others := [one for one in charts if one and one != chosen]:
        sys.stderr.write(f"it is the chart of {charts[chosen].title}; others with --place {' or '.join(others)}\n")
