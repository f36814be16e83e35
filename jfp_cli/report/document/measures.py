"""Measures as the document shows them: the chart of all places together, and those of places."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jfp_cli.measures.series import Series, series_of
from jfp_cli.model.measure import Measure
from jfp_cli.model.plan import Plan
from jfp_cli.report.charts.measured import Measured
from jfp_cli.report.charts.of_series import measured
from jfp_cli.report.document import OfEntity, view
from jfp_cli.report.document.dates import in_words
from jfp_cli.report.document.names import anchor
from jfp_cli.report.language import say

WHOLE = "All places"


@view
class ChartView:
    """A measure in a place, or in all places, with its latest reading."""

    place: str
    latest: str
    at: str
    measured: Measured


@view
class MeasureView(OfEntity):
    """A measure that has readings; `whole` has that of all places, if any, and `places` those of each."""

    entity: Measure
    anchor: str
    whole: tuple[ChartView, ...]
    places: tuple[ChartView, ...]


def measure_views(plan: Plan, day: date, section: str | None) -> Iterator[MeasureView]:
    """The measures that have readings by a day; of one section alone those of its targets."""
    write = _Writer(plan)
    homes = [home for home in plan.targets() if section in (None, home.section.id)]
    own = {measure.id for home in homes if (measure := plan.measure_of(home.target))}
    for measure in plan.measures.values():
        if section is None or measure.id in own:
            charts = [series for series in series_of(plan, measure, day) if series.chart.points]
            if charts:
                yield MeasureView(
                    entity=measure,
                    anchor=anchor("measure", measure.id),
                    whole=tuple(write.chart(one, measure.title) for one in charts if one.place is None),
                    places=tuple(write.chart(one, write.place(one)) for one in charts if one.place is not None),
                )


@dataclass(frozen=True, slots=True)
class _Writer:
    """Makes the views of charts."""

    plan: Plan

    def place(self, series: Series) -> str:
        return self.plan.settings.places[series.place] if series.place else say(WHOLE)

    def chart(self, series: Series, title: str) -> ChartView:
        latest = series.latest
        return ChartView(
            place=self.place(series),
            latest=latest.value.text if latest else "",
            at=in_words(latest.at) if latest else "",
            measured=measured(series, title),
        )
