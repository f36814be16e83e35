"""Tables with months as columns: each row is a measure, and each cell a reading of it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from jfp_cli.exchange.excel.numbers import plain_number
from jfp_cli.exchange.excel.typography import typed
from jfp_cli.exchange.names import ids_by_name
from jfp_cli.exchange.proposal import Changed, Proposal, Remark
from jfp_cli.exchange.readings import period_column, readings_of
from jfp_cli.exchange.tracker.found import Found, Head, Line
from jfp_cli.exchange.tracker.heads import MEASURED, NOTHING, PLACE, SHARE, SURE, Meant, meanings_of_measure
from jfp_cli.exchange.tracker.telling import Telling, is_placeholder
from jfp_cli.model.field import fields_of
from jfp_cli.model.kinds import model_of
from jfp_cli.model.measure import Measure, Reading
from jfp_cli.model.plan import Plan
from jfp_cli.model.synonyms import words_meant
from jfp_cli.values.address import Address
from jfp_cli.values.figures import QuantityError
from jfp_cli.values.text import folded, id_from, quoted

TITLE, UNIT, BETTER = MEASURED, "unit", "better"
_NO_UNIT = frozenset(
    ("number", "no", "no.", "count", "#", "n", "num", "volume", "rate", "score", "ratio", "figure", "total")
)
_SHARES = frozenset(("%", "percent", "percentage", "per cent", "pct"))
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
    numbers = sum(telling.is_number(cell) or _is_figure(telling.line(cell)) for cell in cells)
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
        self._known |= {folded(name): name for name in plan.measures}
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
        texts = (at for at in sorted(free - set(columns.values())))
        first = next(texts, None)
        if TITLE not in columns and first is not None:
            columns[TITLE] = first
        return columns

    def _say_unplaced(self, found: Found, columns: Mapping[str, int]) -> None:
        said = [at for at in found.heads if any(self._telling.line(found.cell(line, at)) for line in found.lines)]
        self.measured.untaken.extend(found.of_unread(at for at in said if found.heads[at].unread))
        for at in said:
            head = found.heads[at]
            is_known = at in columns.values() and at not in (columns.get(NOTHING), columns.get(SHARE))
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
        """Bare figures of a row of percentages as such: 0.41 is 41% where the measure has been read so before."""
        bare = [one for one in figures if _is_bare(one.text)]
        are_parts = bool(bare) and all(_number(one.text) <= 1 for one in bare)
        measure = self._plan.measures.get(figures[0].measure) if are_parts else None
        known = measure.readings[-1].value.text if measure and measure.readings else ""
        if are_parts and not known.endswith("%"):
            told = "may be a share or a percentage; show these cells as percentages, or write the % sign"
            self.measured.untaken.extend(Remark(one.place, f"{one.text} {told}") for one in bare)
            return [one for one in figures if one not in bare]
        factor = 100 if are_parts and _number(known) > 1 else 1
        return [
            one._replace(text=f"{plain_number(_number(one.text) * factor)}%") if one in bare else one for one in figures
        ]

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
        days = {(head.period.last - head.period.first).days + 1 for head in periods if head.period and head.period.last}
        rhythm = next((word for most, word in _RHYTHMS.items() if days and max(days) <= most), "")
        return said | ({"every": rhythm} if rhythm else {})

    def _said(self, found: Found, line: Line, columns: Mapping[str, int], name: str) -> str:
        text = self._telling.line(found.cell(line, columns[name])) if name in columns else ""
        return "" if is_placeholder(text) else text

    def _place(self, found: Found, line: Line, columns: Mapping[str, int]) -> str | None:
        """The place that the readings of a row are of, empty for the whole system; None where nobody knows it."""
        text = self._said(found, line, columns, PLACE)
        name = self._names.get("places", {}).get(folded(typed(text)), "")
        if text and not name and folded(text) not in ("all", "system", "total", "overall"):
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
        after = _as_counted(measure, entry.text)
        if before is None or not _is_same(plan, before, after):
            said = before.value.text if before else ""
            at = Address("measures", measure.id)
            proposal.changes.append(Changed(entry.place, at, column, said, after, entry.of_place))


def _as_counted(measure: Measure, text: str) -> str:
    """A figure with the unit that the readings of its measure are written with, where it stands bare."""
    if not text.replace(",", "").replace(".", "", 1).isdigit() or not measure.readings:
        return text
    last = measure.readings[-1].value.text
    words = last.lstrip("0123456789.,")
    return f"{text}{words}" if words != last and words.strip() and words.startswith(" ") else text


def _is_same(plan: Plan, before: Reading, text: str) -> bool:
    try:
        return before.value == plan.settings.calendar.level(text)
    except QuantityError:
        return before.value.text == text


def _number(text: str) -> Decimal:
    try:
        return Decimal(text.replace(",", "").strip("<>% "))
    except InvalidOperation:
        return Decimal()


def _is_bare(text: str) -> bool:
    return text.replace(",", "").replace(".", "", 1).removeprefix("-").isdecimal()


def _is_figure(text: str) -> bool:
    return bool(text) and text.strip("<>£% ").replace(",", "").replace(".", "", 1).isdigit()
