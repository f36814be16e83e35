"""The dates of a row: promised, expected, kept, and those that were promised before."""

import re
from datetime import date

from jfp_cli.exchange.proposal import Remark
from jfp_cli.exchange.tracker.days import Days
from jfp_cli.exchange.tracker.found import Found, Line
from jfp_cli.exchange.tracker.heads import FORMER
from jfp_cli.exchange.tracker.record import Told
from jfp_cli.exchange.tracker.telling import Telling, is_placeholder
from jfp_cli.exchange.tracker.uses import DUE, FORECAST, STATUS, TITLE, Uses
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.text import folded

COMPLETE, COMPLETED, STARTS = "complete", "completed", "starts"
_YES = ("yes", "y", "done", "true", "x", "\u2713", "\u2714")
_SAYING_SO = (*_YES, "no", "n", "false", "not yet")
_DONE = re.compile(r"(?:completed|done|delivered|achieved|finished|closed)\b[ :,-]*(?:(?:on|in) )?(?=.)", re.IGNORECASE)
DATES = (DUE, FORMER, FORECAST, COMPLETED, STARTS)


class RowDates:
    """How the dates of a table are taken, row by row."""

    def __init__(self, found: Found, uses: Uses, telling: Telling, calendar: Calendar, today: date) -> None:
        self._today = today
        self._calendar = calendar
        self._found = found
        self._uses = uses
        self._telling = telling
        self._columns = {name: uses.columns[name] for name in DATES if uses.has(name)}
        texts = (telling.date_text(found.cell(line, at)) for line in found.lines for at in self._columns.values())
        self._days = Days(calendar, texts)

    @property
    def has_any(self) -> bool:
        """Whether the table says by when things are promised."""
        return DUE in self._columns or bool(self._uses.ticked)

    def take(self, line: Line, said: dict[str, Told], untaken: list[Remark]) -> Remark | None:
        """Add the dates of a row to what it says; why there is none that is promised, where there is none."""
        undated = None if self.has_any else Remark(self._place(line, TITLE), "the table has no column of dates")
        for name in self._columns:
            fault = self._take(line, name, said, untaken)
            undated = fault if name == DUE else undated
        if self._uses.ticked:
            undated = self._take_ticks(line, said)
        former = said.pop(FORMER, None)
        if former is not None and DUE in said and not said[DUE].former:
            is_same = self._days.is_same(former.text, said[DUE].text)
            said[DUE] = said[DUE]._replace(former="" if is_same else former.text)
        if FORECAST in said and DUE in said and self._days.is_same(said[FORECAST].text, said[DUE].text):
            del said[FORECAST]
        return undated

    def _take(self, line: Line, name: str, said: dict[str, Told], untaken: list[Remark]) -> Remark | None:
        """Take one date; why a row has none under this head that can be read."""
        at = self._columns[name]
        text, place = self._telling.date_text(self._found.cell(line, at)), self._found.place(line, at)
        fault = self._found.cell(line, at).fault
        if fault and name != DUE:
            untaken.append(Remark(place, f"it {fault}"))
        if not text:
            return Remark(place, f"it {fault}" if fault else "there is no date")
        if name == COMPLETED and folded(text) in _SAYING_SO:
            if folded(text) in _YES:
                said[STATUS] = Told(place, COMPLETE)
            return None
        if name == DUE and (done := _DONE.match(text)):
            self._take_completed(place, text[done.end() :], said)
            text = text[done.end() :] if COMPLETED in said else text
        day = self._days.read(text)
        if day.fault:
            if name != DUE and not is_placeholder(text):
                untaken.append(Remark(place, day.fault))
            return Remark(place, day.fault)
        said[name] = Told(place, day.text, former=day.former)
        if day.left:
            untaken.append(Remark(place, day.left))
        return None

    def _take_completed(self, place: str, text: str, said: dict[str, Told]) -> None:
        """Take the day that a date says that something was done on."""
        day = self._days.read(text)
        if not day.fault and self._calendar.date(day.text).first <= self._today:
            said[COMPLETED] = Told(place, day.text)

    def _take_ticks(self, line: Line, said: dict[str, Told]) -> Remark | None:
        """Take the periods that a row has marks under: it ends with the last of them."""
        ticked = [at for at in self._uses.ticked if self._telling.line(self._found.cell(line, at))]
        if not ticked:
            return Remark(self._found.place(line, self._uses.ticked[0]), "no period is marked")
        for name, at in {STARTS: ticked[0], DUE: ticked[-1]}.items():
            if name == DUE or at != ticked[-1]:
                said[name] = Told(self._found.place(line, at), self._found.heads[at].when)
        return None

    def _place(self, line: Line, name: str) -> str:
        return self._found.place(line, self._uses.columns[name])
