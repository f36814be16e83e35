"""Tables with months as columns: each row is a measure, and each cell a reading of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from jfp_cli.exchange.bare_numbers import NoUnitError, with_unit
from jfp_cli.exchange.excel.typography import typed
from jfp_cli.exchange.names import ids_by_name
from jfp_cli.exchange.proposal import Changed, Proposal, Remark
from jfp_cli.exchange.readings import period_column, readings_of
from jfp_cli.exchange.tracker.figures import is_bare, is_figure, number_in
from jfp_cli.exchange.tracker.found import Found, Head, Line
from jfp_cli.exchange.tracker.heads import MEASURED, NOTHING, PLACE, SHARE, SURE, Meant, meanings_of_measure
from jfp_cli.exchange.tracker.telling import Telling, is_placeholder
from jfp_cli.model.field import fields_of
from jfp_cli.model.kinds import model_of
from jfp_cli.model.measure import Measure, Reading
from jfp_cli.model.plan import Plan
from jfp_cli.model.synonyms import words_meant
from jfp_cli.values.address import Address
from jfp_cli.values.figures import PER_CENT, QuantityError
from jfp_cli.values.text import folded, id_from, quoted

TITLE, UNIT, BETTER, NOTE = MEASURED, "unit", "better", "note"
_OF_NO_MEASURE = (NOTHING, SHARE, *(key for key in fields_of(Reading) if key not in (PLACE, "source")))
_NO_UNIT = frozenset(
    ("number", "no", "no.", "count", "#", "n", "num", "volume", "rate", "score", "ratio", "figure", "total")
)
_SHARES = frozenset(("%", "percent", "percentage", "per cent", "pct"))
_WHOLE = ("all", "system", "total", "overall", "whole system")
_RHYTHMS = {7: "week", 28: "month", 31: "month", 92: "quarter", 366: "year"}
_FEWEST = 2  # periods
_HALF = 0.5


class NewMeasure(NamedTuple):
    """A measure that the plan does not have: its id, its fields, and the cell that names it."""

    name: str
    fields: Mapping[str, str]
    place: str


class Entry(NamedTuple):
    """A reading: the measure, the place that it is of, its cell and what it says."""

    measure: str
    of_place: str
    place: str
    head: Head
    text: str


class Measured(NamedTuple):
    """What tables of measures say: new measures, readings, and what was not taken."""

    new: list[NewMeasure]
    entries: list[Entry]
    untaken: list[Remark]
    remarks: list[str]


def is_of_measures(found: Found, telling: Telling) -> bool:
    """Whether a table has figures by period."""
    periods = [head for head in found.heads.values() if head.period or head.unread]
    cells = [cell for head in periods for line in found.lines if telling.line(cell := found.cell(line, head.column))]
    numbers = sum(telling.is_number(cell) or is_figure(telling.line(cell)) for cell in cells)
    meant = (one for head in found.heads.values() for one in meanings_of_measure(head.text))
    fewest = 1 if Meant(MEASURED, SURE) in meant else _FEWEST
    return len(periods) >= fewest and bool(cells) and numbers >= len(cells) * _HALF


class Measuring:
    """Tables of measures on their way to readings of a plan's measures."""

    def __init__(self, plan: Plan, telling: Telling) -> None:
        self._plan = plan
        self._telling = telling
        self._names = ids_by_name(plan)
        self._known = {folded(typed(measure.title)): name for name, measure in plan.measures.items()}
        self._known |= {folded(text): name for name in plan.measures for text in (name, name.replace("-", " "))}
        self._taken = set(plan.measures)
        self.measured = Measured([], [], [], [])

    def take(self, found: Found) -> None:
        """Take the rows of a table."""
        columns = self._columns(found)
        if TITLE not in columns:
            self.measured.remarks.append(f"{found.name}: no column says what was measured, so nothing of it was taken")
            return
        periods = [head for head in found.heads.values() if head.period]
        self._say_unplaced(found, columns)
        for line in found.lines if periods else ():
            self._take_line(found, line, columns, periods)

    def _columns(self, found: Found) -> dict[str, int]:
        columns: dict[str, int] = {}
        for at, head in sorted(found.heads.items()):
            for one in [] if head.period or head.unread else meanings_of_measure(head.text)[:1]:
                columns.setdefault(one.meaning, at)
        free = {at for at, head in found.heads.items() if not head.period and not head.unread}
        texts = iter(sorted(free - set(columns.values())))
        first = next(texts, None) if TITLE not in columns else None
        if first is not None:
            columns[TITLE] = first
        for at in texts if PLACE not in columns else ():
            if self._are_places(found, at):
                columns.setdefault(PLACE, at)
        return columns

    def _are_places(self, found: Found, at: int) -> bool:
        """Whether all that stands in a column are places of the plan, whatever its head."""
        said = [text for line in found.lines if (text := self._telling.line(found.cell(line, at)))]
        places = self._names.get("places", {})
        return any(folded(text) in places for text in said) and all(
            folded(text) in places or folded(text) in _WHOLE for text in said
        )

    def _say_unplaced(self, found: Found, columns: Mapping[str, int]) -> None:
        said = [at for at in found.heads if any(self._telling.line(found.cell(line, at)) for line in found.lines)]
        self.measured.untaken.extend(found.of_unread(at for at in said if found.heads[at].unread))
        for at in said:
            head = found.heads[at]
            is_known = at in columns.values() and at not in map(columns.get, _OF_NO_MEASURE)
            if not head.period and not head.unread and not is_known:
                told = f"{quoted(head.text)} was not taken: here months become readings of measures"
                self.measured.remarks.append(
                    f"{found.head_place(head)}: {told}; targets stand in sections, see: jfp add target"
                )

    def _take_line(self, found: Found, line: Line, columns: Mapping[str, int], periods: Sequence[Head]) -> None:
        title = self._telling.line(found.cell(line, columns[TITLE]))
        place = found.place(line, columns[TITLE])
        if not title or is_placeholder(title):
            return
        if Meant(NOTE, SURE) in meanings_of_measure(title):
            self.measured.remarks.append(f"{place}: {quoted(title)} was not taken: words are no readings of a measure")
            return
        name = self._known.get(folded(typed(title)))
        unit = self._said(found, line, columns, UNIT)
        if name is None:
            name = id_from(title, self._taken)
            self._taken.add(name)
            self._known[folded(typed(title))] = name
            self.measured.new.append(NewMeasure(name, self._fields(found, line, columns, periods, title), place))
        of_place = self._place(found, line, columns)
        if of_place is None:
            return
        said = ((head, self._figure(found, line, head)) for head in periods)
        figures = [Entry(name, of_place, found.place(line, head.column), head, text) for head, text in said if text]
        self.measured.entries.extend(self._as_shares(figures) if folded(unit) in _SHARES else figures)

    def _as_shares(self, figures: Sequence[Entry]) -> Sequence[Entry]:
        """Bare figures of a row of percentages as such; what was read so before says what they are."""
        bare = [one for one in figures if is_bare(one.text)]
        are_parts = bool(bare) and all(number_in(one.text) <= 1 for one in bare)
        measure = self._plan.measures.get(figures[0].measure) if bare else None
        if measure and measure.readings and measure.readings[-1].value.text.endswith(PER_CENT):
            return figures
        if are_parts:
            told = "may be a share or a percentage; show these cells as percentages, or write the % sign"
            self.measured.untaken.extend(Remark(one.place, f"{one.text} {told}") for one in bare)
            return [one for one in figures if one not in bare]
        return [one._replace(text=f"{one.text}{PER_CENT}") if one in bare else one for one in figures]

    def _fields(
        self, found: Found, line: Line, columns: Mapping[str, int], periods: Sequence[Head], title: str
    ) -> dict[str, str]:
        said: dict[str, str] = {TITLE: title}
        unit = self._said(found, line, columns, UNIT)
        if unit and folded(unit) not in _NO_UNIT | _SHARES:
            said[UNIT] = unit
        better = words_meant(fields_of(model_of("measures"))[BETTER], self._said(found, line, columns, BETTER))
        if len(better) == 1:
            said[BETTER] = better[0]
        for key in ("definition", "source"):
            text = self._said(found, line, columns, key)
            if text:
                said[key] = text
        days = [(head.period.last - head.period.first).days + 1 for head in periods if head.period and head.period.last]
        rhythms = Counter(
            next((word for most, word in _RHYTHMS.items() if count <= most), "") for count in sorted(days)
        )
        rhythm = next((word for word, _ in rhythms.most_common(1)), "")
        return said | ({"every": rhythm} if rhythm else {})

    def _said(self, found: Found, line: Line, columns: Mapping[str, int], name: str) -> str:
        text = self._telling.line(found.cell(line, columns[name])) if name in columns else ""
        return "" if is_placeholder(text) else text

    def _place(self, found: Found, line: Line, columns: Mapping[str, int]) -> str | None:
        """The place that the readings of a row are of, empty for all places; None where nobody knows it."""
        text = self._said(found, line, columns, PLACE)
        name = self._names.get("places", {}).get(folded(typed(text)), "")
        if text and not name and folded(text) not in _WHOLE:
            told = f"the plan has no place called {quoted(text)}, so no reading of this row was taken"
            self.measured.untaken.append(Remark(found.place(line, columns[PLACE]), told))
            return None
        return name

    def _figure(self, found: Found, line: Line, head: Head) -> str:
        cell = found.cell(line, head.column)
        if cell.fault:
            self.measured.untaken.append(Remark(found.place(line, head.column), f"it {cell.fault}"))
        text = self._telling.line(cell)
        return "" if is_placeholder(text) and text != "0" else text


def readings_proposed(plan: Plan, entries: Sequence[Entry], proposal: Proposal) -> None:
    """Add to a proposal the readings that the plan does not have yet, or has otherwise."""
    for entry in entries:
        measure = plan.measures[entry.measure]
        if entry.head.period is None:
            continue
        column = period_column(entry.head.period)
        before = dict(readings_of(measure, entry.of_place or None)).get(column.key)
        try:
            after = with_unit(entry.text, _latest(measure, entry), plan.settings.calendar)
        except NoUnitError as error:
            proposal.untaken.append(Remark(entry.place, str(error)))
            continue
        if before is None or not _is_same(plan, before, after):
            said = before.value.text if before else ""
            at = Address("measures", measure.id)
            proposal.changes.append(Changed(entry.place, at, column, said, after, entry.of_place))


def _latest(measure: Measure, entry: Entry) -> str:
    """The figure that a measure was read as last, of the same place where there is one."""
    of_place = [reading for reading in measure.readings if (reading.place or "") == entry.of_place]
    return next((reading.value.text for reading in reversed(of_place or measure.readings)), "")


def _is_same(plan: Plan, before: Reading, text: str) -> bool:
    try:
        return before.value == plan.settings.calendar.level(text)
    except QuantityError:
        return before.value.text == text
