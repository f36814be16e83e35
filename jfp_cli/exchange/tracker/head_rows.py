"""Rows of heads: how they are told from the rows below them, and what each column of theirs is called."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress

from jfp_cli.exchange.tracker.found import Head
from jfp_cli.exchange.tracker.grid import Grid
from jfp_cli.exchange.tracker.heads import AREA, MEASURED, NOTHING, REF, SHARE, meanings_of, meanings_of_measure
from jfp_cli.exchange.tracker.telling import Telling
from jfp_cli.model.field import Entity
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import DateError, PlanDate
from jfp_cli.values.text import folded

_LONGEST = 90  # characters of a head
_MOST_ROWS = 4
_FEWEST_KNOWN = 3  # heads, where none of them says what is to be done
_FEWEST_PERIODS = 2
_LEAST_SHARE = 0.4  # of the heads of a row are known
_LONGEST_PERIOD = 370  # days
_LIKE_A_PERIOD = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q\d|quarter|h\d|half|spring|summer|autumn|winter|year|fy)"
    r"|\b\d{1,2}[/.-]\d|\b(?:19|20)\d\d",
    re.IGNORECASE,
)
_ACTUAL = re.compile(r"^(?:actuals?|outturn)\s+(?=\S)|(?<=\S)\s+(?:actuals?|outturn|results?)$", re.IGNORECASE)
_KINDS_OF_FIGURES = (
    "targets?|baseline|plan|planned|total|average|mean|ytd|to date|cumulative|trajectory|variance|change|threshold"
    "|standard|benchmark|rank|trend|forecast|comparator|national|budget"
)
_OF_FIGURES = re.compile(rf"\b(?:{_KINDS_OF_FIGURES})\b", re.IGNORECASE)
_KIND_OF_FIGURE = re.compile(rf"(?:{_KINDS_OF_FIGURES}|actuals?|outturn|results?)", re.IGNORECASE)
_ANY_YEAR = ("2025/26",)
_MOST_WORDS = 4  # of a head that is a period
_SAY_LITTLE = (REF, NOTHING, SHARE)
_YEARS = re.compile(r"\b20\d\d\s?[/-]\s?(?:20)?\d\d\b|\b(?:FY ?)?\d\d/\d\d\b", re.IGNORECASE)


class HeadRows:
    """How heads are known: by the words of the field and of a map, and by the dates of the plan."""

    def __init__(self, telling: Telling, calendar: Calendar, model: type[Entity], named: Mapping[str, str]) -> None:
        self._telling = telling
        self._calendar = calendar
        self._model = model
        self._named = {folded(head): meaning for head, meaning in named.items()}
        self._meanings: dict[str, str] = {}
        self._periods: dict[str, bool] = {}

    def rows_from(self, grid: Grid, row: int) -> list[int]:
        """The rows of heads that begin with a row; none where it is no such row."""
        if not self._is_head(grid, row):
            return []
        rows = [row]
        for number in (number for number in grid.numbers if row < number < row + _MOST_ROWS):
            if number != rows[-1] + 1 or not (self._is_head(grid, number) or self._goes_on(grid, rows[-1], number)):
                break
            rows.append(number)
        return rows

    def columns(self, grid: Grid, rows: Sequence[int]) -> list[int]:
        """The columns that have a head."""
        return [column for column in range(1, grid.width + 1) if self.joined(grid, rows, column)]

    def joined(self, grid: Grid, rows: Sequence[int], column: int) -> str:
        """What the rows of heads say over a column, each text once."""
        said = (self._telling.line(grid.cell(row, column)) for row in rows)
        return " ".join(dict.fromkeys(text for text in said if text))

    def head(self, grid: Grid, rows: Sequence[int], column: int, above: Sequence[str]) -> Head:
        """The head of a column: of a person's row and a machine's the one whose words are known."""
        texts = dict.fromkeys(self._telling.line(grid.cell(row, column)) for row in rows)
        lowest = max(row for row in rows if self._telling.line(grid.cell(row, column)))
        whole = self.joined(grid, rows, column)
        is_under_another = any(_is_spanned(grid, row, column) for row in rows)
        each = [text for text in texts if text]
        alone = [] if is_under_another and (self._sureness(whole) or not any(map(self._sureness, each))) else each
        best = max((*alone, whole), key=lambda text: (self._sureness(text), "_" not in text))
        years = _YEARS.findall(" ".join((*above, self._over(grid, rows[0], column))))
        period = next((found for text in (each[-1], whole) if (found := self._period(text, years))), None)
        return Head(lowest, column, best, period, "" if period or self._meaning(best) else self._unread(best))

    def is_whole(self, grid: Grid, rows: Sequence[int], columns: Sequence[int]) -> bool:
        """Whether some columns have all that makes a table."""
        known = {meaning for column in columns if (meaning := self._meaning(self.joined(grid, rows, column)))}
        return "activity" in known and len(known) > 1

    def _is_head(self, grid: Grid, row: int) -> bool:
        cells = {column: grid.cell(row, column) for column in range(1, grid.width + 1)}
        said = {column: self._telling.line(cell) for column, cell in cells.items()}
        texts = [text for text in said.values() if text]
        if any(self._telling.is_number(cell) for cell in cells.values()) or any(len(text) > _LONGEST for text in texts):
            return False
        if len(dict.fromkeys(texts)) < _FEWEST_PERIODS:
            return False
        known = {text: meaning for text in texts if (meaning := self._meaning(text))}
        if len(known) < _FEWEST_PERIODS and not any(map(self._is_period, (*texts[1:3], texts[len(texts) // 2]))):
            return False  # most rows end here: to look for periods in all their cells would take long
        strange = [text for text in dict.fromkeys(texts) if text not in known]
        periods = [text for text in strange if self._is_period(text) or self._unread(text)]
        meanings = set(known.values())
        others = set(texts) - set(periods)
        if len(periods) > _FEWEST_PERIODS or (periods and MEASURED in meanings):
            return len(known) >= len(others) / 2
        telling = meanings - set(_SAY_LITTLE)
        is_enough = (
            len(telling) >= _FEWEST_KNOWN
            or ("activity" in telling and len(meanings) > 1)
            or ({AREA, "group"} & telling and len(telling) > 1)
        )
        return bool(is_enough) and len(periods) <= len(known) and len(known) >= _LEAST_SHARE * len(others)

    def _goes_on(self, grid: Grid, above: int, row: int) -> bool:
        """Whether a row only says more under the heads of the one above: under one over several columns, or none."""
        columns = [at for at in range(1, grid.width + 1) if grid.origin(row, at)[0] == row]
        said = {at: text for at in columns if (text := self._telling.line(grid.cell(row, at)))}
        if not said or any(self._telling.is_number(grid.cell(row, at)) for at in said):
            return False
        are_under = all(_is_spanned(grid, above, at) or not self._telling.line(grid.cell(above, at)) for at in said)
        return are_under and all(
            self._meaning(text) or self._is_period(text) or _KIND_OF_FIGURE.fullmatch(text) for text in said.values()
        )

    def _is_period(self, text: str) -> bool:
        """Whether a text names a period, if only with a year that stands elsewhere."""
        if text not in self._periods:
            self._periods[text] = self._period(text, _ANY_YEAR) is not None
        return self._periods[text]

    def _meaning(self, text: str) -> str:
        if text not in self._meanings:
            meant = meanings_of(text, self._model) or meanings_of_measure(text)
            self._meanings[text] = self._named.get(folded(text)) or (meant[0].meaning if meant else "")
        return self._meanings[text]

    def _sureness(self, text: str) -> int:
        if folded(text) in self._named:
            return 9
        return max((one.sureness for one in meanings_of(text, self._model)), default=0)

    def _over(self, grid: Grid, row: int, column: int) -> str:
        return self._telling.line(grid.cell(row - 1, column)) if row > 1 else ""

    def _period(self, text: str, years: Sequence[str]) -> PlanDate | None:
        """The period that a head names; a month without its year is one of the financial year that stands over it."""
        text = _ACTUAL.sub("", text)
        if not text[:1].isalnum() or len(text.split()) > _MOST_WORDS or not _LIKE_A_PERIOD.search(text):
            return None
        written = [text, *(f"{text} {year}" for year in years[-1:] if not self._meaning(text))]
        for found in filter(None, map(self._date, written)):
            if found.last is not None and (found.last - found.first).days <= _LONGEST_PERIOD:
                return found
        return None

    def _unread(self, text: str) -> str:
        """Why a head that is like the name of a period is none; nothing where it is not like one."""
        if not _LIKE_A_PERIOD.search(text) or len(text.split()) > _MOST_WORDS or _OF_FIGURES.search(text):
            return ""
        try:
            self._calendar.date(text)
        except DateError as error:
            return str(error) if error.is_understood else ""
        return ""

    def _date(self, text: str) -> PlanDate | None:
        """A date; that of "Mar 26", which may be a day as well, is the month."""
        for written in (text, *_advised(text, self._calendar)):
            with suppress(DateError):
                return self._calendar.date(written)
        return None


def said_in(grid: Grid, row: int, telling: Telling) -> str:
    """All that a row says, each text once."""
    return " ".join(dict.fromkeys(text for at in sorted(grid.rows[row]) if (text := telling.line(grid.cell(row, at)))))


def _advised(text: str, calendar: Calendar) -> tuple[str, ...]:
    """The one way in which a text that is no date could be written as one."""
    try:
        calendar.date(text)
    except DateError as error:
        return error.advised if len(error.advised) == 1 and "could be" in error.message else ()
    return ()


def _is_spanned(grid: Grid, row: int, column: int) -> bool:
    """Whether a cell is a part of one over several columns."""
    origin = grid.origin(row, column)
    return grid.origin(row, column + 1) == origin or (column > 1 and grid.origin(row, column - 1) == origin)
