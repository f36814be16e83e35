"""The picture of a measure with all that stands around it: icons with words, a key, remarks, and the table."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from jfp_cli.measures.spc import Stretch
from jfp_cli.measures.words import VARIATION_WORDS
from jfp_cli.report.charts.control import Ranges, drawing, ranges
from jfp_cli.report.charts.icons import icon, kind_of
from jfp_cli.report.charts.legend import badges, legend
from jfp_cli.report.charts.measured import Measured
from jfp_cli.report.charts.remarks import Noted, noted, remarks, signal
from jfp_cli.report.charts.scale import named
from jfp_cli.report.charts.svg import sample, svg
from jfp_cli.report.document import view
from jfp_cli.report.language import counted, say

PLOT, SMALL = 190, 110  # pixels


@view
class Badge:
    """An icon and its words; `kind` is that of its colour."""

    icon: Markup
    kind: str
    words: str


@view
class Explained:
    """What stands in a legend or a key: a sample or a sign, and what it means."""

    sign: Markup
    words: str


@view
class Row:
    """A reading in the table, every figure as it is written."""

    at: str
    value: str
    mean: str
    lower: str
    upper: str
    said: str


@view
class Picture:
    """A measure in a place: the drawing, and in words and figures all that it shows."""

    title: str
    svg: Markup
    words: str
    badges: tuple[Badge, ...]
    legend: tuple[Explained, ...]
    key: tuple[Explained, ...]
    remarks: tuple[str, ...]
    rows: tuple[Row, ...]


def picture(
    measured: Measured, width: int | None = None, *, shown: Ranges | None = None, small: bool = False
) -> Picture:
    """The picture of a measure that has a reading; `width` in pixels where it is to stand by itself.

    `small` leaves the signs of the key out of the drawing, which then has room for little more than its line.
    """
    shown = shown or ranges(measured)
    signs = [] if small else noted(measured)
    parts, height = drawing(measured, shown, SMALL if small else PLOT, signs)
    words = words_of(measured)
    return Picture(
        title=measured.title,
        svg=svg(parts, height, words, width),
        words=words,
        badges=tuple(Badge(icon(said), kind_of(said), words) for said, words in badges(measured)),
        legend=() if small else tuple(Explained(sample(part), words) for part, words in legend(measured, parts)),
        key=tuple(_explained(sign, measured) for sign in signs),
        remarks=tuple(remarks(measured, shown.low, shown.high)),
        rows=tuple(_rows(measured))[::-1],
    )


def multiples(several: Sequence[Measured], width: int | None = None) -> tuple[Picture, ...]:
    """Small pictures side by side of one measure in several places: the same days across, and the same levels.

    Where the levels of one would leave another flat, in less than a quarter of the height, each has its own.
    """
    own = [ranges(measured) for measured in several]
    if not own:
        return ()
    low, high = min(one.low for one in own), max(one.high for one in own)
    alike = all(4 * (one.high - one.low) >= high - low for one in own)
    first, last = min(one.first for one in own), max(one.last for one in own)
    shown = [Ranges(first, last, low if alike else one.low, high if alike else one.high) for one in own]
    return tuple(
        picture(measured, width, shown=each, small=True) for measured, each in zip(several, shown, strict=True)
    )


def words_of(measured: Measured) -> str:
    """What the picture shows, for who does not see it."""
    chart, every = measured.chart, measured.every
    days = [judged.point.at for judged in chart.points]
    count = say("one reading")
    if len(days) > 1:
        first, last = named(days[0], every), named(days[-1], every)
        count = say("{what} from {first} to {last}", what=counted(len(days), "reading"), first=first, last=last)
    said = [f"{measured.title}: {count}"]
    if chart.latest and chart.variation and chart.limits:
        latest = chart.latest.point
        ends = chart.limits.lower, chart.limits.upper
        value = f"{measured.exactly(latest)} ({named(latest.at, every)})"
        said.append(f"{say('latest')} {value}, {say(VARIATION_WORDS[chart.variation])}")
        said.append(f"{say('mean')} {measured.about(chart.limits.mean)}")
        if ends[0] is not None and ends[1] is not None:
            said.append(f"{say('limits')} {measured.between(ends[0], ends[1])}")
    said += [aim.words for aim in measured.aims]
    return "; ".join(said) + "."


def _explained(noted: Noted, measured: Measured) -> Explained:
    return Explained(Markup.escape(noted.sign), f"{named(noted.day, measured.every)}: {noted.said}")


def _rows(measured: Measured) -> Iterator[Row]:
    """The readings, oldest first, each with the limits of its stretch."""
    limits = [_limits(measured, stretch) for stretch in measured.chart.stretches]
    for judged in measured.chart.points:
        point = judged.point
        said = [signal(judged)] if judged.variation and judged.rules else []
        said += [say("left out: {why}", why=point.excluded)] if point.excluded else []
        said += [say("provisional")] if point.provisional else []
        said += [point.note] if point.note else []
        value = measured.exactly(point)
        yield Row(named(point.at, measured.every), value, *limits[judged.stretch], "; ".join(said))


def _limits(measured: Measured, stretch: Stretch) -> tuple[str, str, str]:
    """The mean, the lower and the upper limit of a stretch, as they are written."""
    limits = stretch.limits
    levels = (limits.mean, limits.lower, limits.upper) if limits else (None, None, None)
    mean, lower, upper = ("" if level is None else measured.about(level) for level in levels)
    return mean, lower, upper
