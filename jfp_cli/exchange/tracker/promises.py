"""The rows of a tracker's table as records: each cell read as what its column is taken for."""

import re
from collections.abc import Iterator
from datetime import date

from jfp_cli.exchange.proposal import Remark
from jfp_cli.exchange.tracker.dated import COMPLETE, COMPLETED, DATES, RowDates
from jfp_cli.exchange.tracker.days import Days
from jfp_cli.exchange.tracker.found import Found, Line
from jfp_cli.exchange.tracker.heads import AREA, DAY, REF
from jfp_cli.exchange.tracker.record import Record, Told
from jfp_cli.exchange.tracker.reports import as_in_updates, day_of_head, reports_in
from jfp_cli.exchange.tracker.statuses import Judged, Statuses, colour_of
from jfp_cli.exchange.tracker.telling import Telling, is_placeholder
from jfp_cli.exchange.tracker.uses import DUE, STATUS, TITLE, Uses
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.nobody import names_nobody
from jfp_cli.values.text import folded, quoted

NEEDS = "needs"
GROUP = "group"
_ELSEWHERE = (TITLE, GROUP, REF, AREA, STATUS, DAY, NEEDS, *DATES)
_ANSWERING = ("owner", "leads")
_DONE = re.compile(r"^[\[(]([^\])]{3,20})[\])]\s*|\s*[\[(]([^\])]{3,20})[\])]$")
_WORD = re.compile(r"[\W\d]*([^\W\d]+)\W+")


class Reading:
    """A table on its way to records."""

    def __init__(
        self, found: Found, uses: Uses, telling: Telling, statuses: Statuses, calendar: Calendar, today: date
    ) -> None:
        self._found = found
        self._uses = uses
        self._telling = telling
        self._statuses = statuses
        self._calendar = calendar
        self._today = today
        self._dates = RowDates(found, uses, telling, calendar, today)
        self._above: dict[str, Told] = {}
        self.passed: list[str] = []

    def records(self, table: int, usual_area: str) -> Iterator[Record]:
        """The rows as records; those that say nothing of what is to be done are passed over, and that is said."""
        if self._uses.matrix:
            yield from self._by_period(table, usual_area)
            return
        for line in self._found.lines:
            title = self._told(line, TITLE)
            if title is None or is_placeholder(title.text):
                said = next((told for name in self._uses.columns if (told := self._told(line, name))), None)
                if said is not None and not is_placeholder(said.text):
                    head = quoted(self._found.heads[self._uses.columns[TITLE]].text)
                    self.passed.append(f"{said.place}: nothing stands under {head} in this row, so it was passed over")
                continue
            yield self._record(line, title, table, usual_area)

    def _by_period(self, table: int, usual_area: str) -> Iterator[Record]:
        """What a table promises under the heads of periods, of which each cell says what is done by then."""
        for line in self._found.lines:
            title = self._said_or_above(line, TITLE)
            area = self._area_of(line, title.text if title and not self._uses.has(AREA) else usual_area)
            for at in self._uses.matrix:
                text = self._telling.line(self._found.cell(line, at))
                if text and not is_placeholder(text):
                    place, head = self._found.place(line, at), self._found.heads[at]
                    said = {TITLE: Told(place, text), DUE: Told(place, head.when)}
                    if title and area.text != title.text:
                        said[GROUP] = title
                    owner = self._told(line, "owner")
                    said |= {"owner": owner} if owner and not names_nobody(owner.text) else {}
                    yield Record(place, table, None, area, said)

    def _record(self, line: Line, title: Told, table: int, usual_area: str) -> Record:
        untaken = list(self._faults(line))
        said: dict[str, Told] = {}
        activity, done = self._done(title)
        said[TITLE] = activity
        for name in self._uses.columns:
            told = self._told(line, name)
            if told is None or name in _ELSEWHERE:
                continue
            if name in _ANSWERING and names_nobody(told.text):
                untaken.append(Remark(told.place, f"{quoted(told.text)} names nobody who answers for it"))
            elif not is_placeholder(told.text):
                said[name] = told if name == "evidence" else told._replace(text=", ".join(told.text.split("\n")))
        area = self._area_of(line, usual_area)
        group = self._said_or_above(line, GROUP) or (Told(title.place, line.bands[1]) if line.bands[1:] else None)
        if group is not None:
            said[GROUP] = group
        undated = self._dates.take(line, said, untaken)
        status = self._status(line, said, untaken) or done or said.pop(STATUS, None)
        if status is None and COMPLETED in said:
            status = said[COMPLETED]._replace(text=COMPLETE)
        if status is not None:
            said[STATUS] = status
        reports = list(self._reports(line))
        if status is not None and status.text == COMPLETE and COMPLETED not in said:
            completed = next((day for told in reports if (day := self._completed_in(told))), None)
            if completed is not None:
                said[COMPLETED] = completed
        ref = self._number(line)
        return Record(
            *(title.place, table, ref, area, said, reports, self._told(line, NEEDS)),
            undated=undated,
            has_date_column=self._dates.has_any,
            has_more=ref is not None or len(said) > 1 or bool(reports) or status is not None,
            untaken=untaken,
        )

    def _faults(self, line: Line) -> Iterator[Remark]:
        """Why cells that would be taken say nothing; those of dates are said where these are taken."""
        columns = (at for name, at in self._uses.columns.items() if name not in DATES)
        for at in (*columns, *self._uses.updates):
            cell = self._found.cell(line, at)
            if cell.fault:
                yield Remark(self._found.place(line, at), f"it {cell.fault}")

    def _told(self, line: Line, name: str) -> Told | None:
        """What a row says under the column that is taken for something."""
        at = self._uses.columns.get(name)
        if at is None:
            return None
        text = self._telling.text(self._found.cell(line, at))
        return Told(self._found.place(line, at), " ".join(text.split()) if name == TITLE else text) if text else None

    def _number(self, line: Line) -> Told | None:
        at = self._uses.columns.get(REF)
        text = self._telling.number_text(self._found.cell(line, at)) if at else ""
        return Told(self._found.place(line, at or 0), text) if text and not is_placeholder(text) else None

    def _area_of(self, line: Line, usual_area: str) -> Told:
        """What a row belongs to: what its column says, or said above; else the row across, the map, or the sheet."""
        before = self._above.get(AREA)
        told = self._said_or_above(line, AREA)
        if told is not None:
            if before is not None and folded(before.text) != folded(told.text):
                self._above.pop(GROUP, None)
            return told
        place = self._found.grid.row_name(line.number)
        return Told(place, line.bands[0] if line.bands else usual_area)

    def _said_or_above(self, line: Line, name: str) -> Told | None:
        """What a row says of what it stands in, or the last one above that said it, as people leave it out."""
        told = self._told(line, name)
        if told is not None and not is_placeholder(told.text):
            self._above[name] = told._replace(text=" ".join(told.text.split()))
        return self._above.get(name)

    def _status(self, line: Line, said: dict[str, Told], untaken: list[Remark]) -> Told | None:
        """How a row says that something stands, where it says one status; a colour alone counts where a map has it.

        The day that stands beside "Completed" is what it was completed on.
        """
        told = self._told(line, STATUS)
        at = self._uses.columns.get(STATUS)
        colour = self._found.grid.colours.get((line.number, at), "") if at else ""
        if told is not None and not is_placeholder(told.text):
            completed = None if self._statuses.judged(told.text).is_known else self._completed_in(told)
            if completed is not None:
                said.setdefault(COMPLETED, completed)
                return told._replace(text=COMPLETE)
            judged = self._statuses.read(told.text)
            if judged.status and judged.rest:
                untaken.append(Remark(told.place, f"{quoted(judged.rest)} beside the status was not taken"))
            if not judged.status and (judged.options or not judged.is_known):
                untaken.append(Remark(told.place, _unclear(told.text, judged)))
            return told._replace(text=judged.status) if judged.status else None
        if colour and at:
            place, status = self._found.place(line, at), self._statuses.of_colour(colour)
            if status:
                return Told(place, status)
            untaken.append(Remark(place, f"it is filled {colour} and says nothing; {_by_colours(colour, colour)}"))
        return None

    def _reports(self, line: Line) -> Iterator[Told]:
        """What a row reports, each with its day: its own, that of its column's head, or that of the row."""
        at = self._uses.columns.get(DAY)
        own = self._day(self._telling.date_text(self._found.cell(line, at))) if at else ""
        for column in self._uses.updates:
            text = self._telling.text(self._found.cell(line, column))
            if text and not is_placeholder(text):
                day = own or day_of_head(self._found.heads[column].when, self._calendar, self._today)
                for note, on in reports_in(text, self._calendar, day):
                    yield Told(self._found.place(line, column), note, on)

    def _day(self, text: str) -> str:
        found = Days(self._calendar).read(text)
        return "" if found.fault or not text else as_in_updates(self._calendar.date(found.text))

    def _completed_in(self, told: Told) -> Told | None:
        """The day that a report gives, where it says no more than that something was completed then."""
        found = _WORD.match(told.text)
        if not found or self._statuses.judged(found[1]).status != COMPLETE:
            return None
        rest = told.text[found.end() :].strip(" .:-")
        at = self._calendar.date_if_any(rest.removeprefix("on ").removeprefix("in "))
        return Told(told.place, at.text) if at and at.last is not None and at.first <= self._today else None

    def _done(self, title: Told) -> tuple[Told, Told | None]:
        """What is to be done, without a status in brackets before or after it."""
        found = _DONE.search(title.text)
        status = self._statuses.judged(found[1] or found[2]).status if found else ""
        rest = f"{title.text[: found.start()]}{title.text[found.end() :]}".strip() if found else ""
        return (title._replace(text=rest), title._replace(text=status)) if status and rest else (title, None)


_USUALLY = {"green": "on_track", "red": "off_track", "blue": "complete", "grey": "not_started", "gray": "not_started"}


def _by_colours(text: str, colour: str) -> str:
    """What to write where a colour says how something stands, with what it means in most bodies as the example."""
    meant = _USUALLY.get(colour, "at_risk")
    return (
        f"colours differ between bodies, so say what it means, as in: colours: {{{text}: {meant}}} in a file for --map"
    )


def _unclear(text: str, judged: Judged) -> str:
    """Why a status was not taken."""
    if colour := colour_of(text):
        return f"{quoted(text)} was not taken; {_by_colours(text, colour)}"
    if judged.options:
        may = " or ".join(judged.options)
        example = f"statuses: {{{text}: {judged.options[0]}}}"
        return f"{quoted(text)} may be {may}; say which, as in: {example} in a file for --map"
    return f"{quoted(text)} is no status of a plan; say what it means under statuses: in a file for --map"
