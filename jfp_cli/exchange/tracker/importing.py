"""A tracker that jfp did not write, as what it proposes to a plan."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from jfp_cli.edit.change import Change
from jfp_cli.exchange.excel.package import UnreadableError
from jfp_cli.exchange.exported import words_of
from jfp_cli.exchange.names import ids_by_name
from jfp_cli.exchange.proposal import Proposal, Remark
from jfp_cli.exchange.tracker.beginning import Begun, begin
from jfp_cli.exchange.tracker.cards import card_rows, cards_in
from jfp_cli.exchange.tracker.found import Found
from jfp_cli.exchange.tracker.grid import File, Grid
from jfp_cli.exchange.tracker.head_rows import HeadRows
from jfp_cli.exchange.tracker.heads import REF
from jfp_cli.exchange.tracker.in_step import parted
from jfp_cli.exchange.tracker.legend import legend_in
from jfp_cli.exchange.tracker.mapping import TrackerMap
from jfp_cli.exchange.tracker.matching import OWN_REF, Matching
from jfp_cli.exchange.tracker.measures import Measuring, is_of_measures, readings_proposed
from jfp_cli.exchange.tracker.promises import Reading
from jfp_cli.exchange.tracker.proposing import MILESTONES, Proposing
from jfp_cli.exchange.tracker.record import Record
from jfp_cli.exchange.tracker.statuses import Statuses
from jfp_cli.exchange.tracker.tables import tables_in
from jfp_cli.exchange.tracker.telling import Telling
from jfp_cli.exchange.tracker.turned import spread, turned
from jfp_cli.exchange.tracker.used import UsedMap
from jfp_cli.exchange.tracker.uses import DUE, STATUS, TITLE, Choosing, Uses
from jfp_cli.model.field import fields_of
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.plan import Plan
from jfp_cli.values.text import capitalised, folded, quoted

_SAYING_NOTHING = (
    "sheet table tracker plan workplan action log delivery milestone deliverable data list project programme status "
    "update main master tab report book workbook document register copy of the final draft v and all work task kpi "
    "performance measure activity item card highlight month monthly key risk issue"
)
_GENERIC = re.compile(rf"(?:{'|'.join(_SAYING_NOTHING.split())}|activitie|\d+)s?", re.IGNORECASE)
_LONGEST_AREA = 60  # characters of a line over a table that names its area
_NO_NAME = "Tracker"
_MOST_ROWS = 5_000
_LESS = "take out of it what is not the plan's, or take it in sheet by sheet"
_MOST = 2_000  # rows of things to do: each is entered by itself, and more would take minutes


class NothingFoundError(Exception):
    """No table of the file could be understood; the text says why, and what to do."""


class Tracker:
    """A tracker that was read against a plan, of which nothing has changed yet.

    Raises NothingFoundError, or UnreadableError where it is larger than any plan.

    `remarks` are sentences on what was passed over, and `used` is the map that its columns and words were read by.
    """

    def __init__(self, file: File, name: str, plan: Plan, texts: Iterable[str], said: TrackerMap, day: date) -> None:
        if sum(len(grid.numbers) for grid in file.grids) > _MOST_ROWS:
            raise UnreadableError(f"it has more than {_MOST_ROWS:,} rows, which no tracker of a plan has; {_LESS}")
        self._name = name
        self._plan = plan
        self._day = day
        model = plan.models.of(MILESTONES)
        self._telling = Telling(texts, is_1904=file.is_1904)
        status, called = fields_of(model)[STATUS], words_of(plan)
        legend = legend_in(file.grids, self._telling, Statuses(status, called, TrackerMap()).judged)
        self._grids = legend.grids
        self._said = said = replace(said, colours={**legend.colours, **said.colours})
        self._statuses = Statuses(status, called, said)
        organisations = ids_by_name(plan).get("organisations", {})
        self._choosing = Choosing(self._telling, model, self._statuses, organisations, said.columns)
        self._heads = HeadRows(self._telling, plan.settings.calendar, model, said.columns)
        self._measuring = Measuring(plan, self._telling)
        self.records: list[Record] = []
        self.remarks = [*file.remarks, *legend.remarks]
        self._untaken: list[Remark] = []
        self.used = UsedMap(said, self._statuses)
        self._take()

    def _take(self) -> None:
        """Read every table; raises NothingFoundError where none could be understood."""
        tables = 0
        for grid in self._grids:
            here = list(self._tables(grid))
            for found in here:
                tables += self._take_table(found, tables)
            if not here and grid.rows:
                self.remarks.append(f"{quoted(grid.name)} has no row of heads that is known; nothing of it was taken")
        if not tables:
            told = "; ".join(self.remarks[-3:]) or "it is empty"
            raise NothingFoundError(
                f"nothing in it can be read as a tracker: {told}. A table needs a row of heads, of which one says what "
                "is to be done, such as Action, and others who, by when and how it stands; with --map you can say what "
                "heads mean. A workbook that jfp takes back whole comes from: jfp export xlsx"
            )
        if len(self.records) > _MOST:
            told = (
                f"its {len(self.records):,} rows say what is to be done, and no plan has more than {_MOST:,} milestones"
            )
            raise UnreadableError(f"{told}; {_LESS}")
        self.remarks += self.used.strange()

    def _tables(self, grid: Grid) -> Iterator[Found]:
        """The tables of a grid, cards and those with months below each other among them, each with its heads on top."""
        here = list(tables_in(grid, self._heads, self._telling))
        cards = card_rows(grid, self._heads.meaning, self._telling)
        if any(head.row in cards for found in here for head in found.heads.values()):
            here = list(self._below_card(grid, cards))
        for found in here:
            other = spread(found, self._telling, self._plan.settings.calendar)
            yield from tables_in(other, self._heads, self._telling) if other else [found]
        if not here:
            of_cards = cards_in(grid, self._heads.meaning, self._telling)
            other = of_cards or turned(grid, self._heads, self._telling)
            yield from tables_in(other, self._heads, self._telling) if other else ()

    def _below_card(self, grid: Grid, cards: Mapping[int, str]) -> Iterator[Found]:
        """The tables of a sheet that a card stands over, which says what they are about."""
        rest = replace(grid, rows={row: cells for row, cells in grid.rows.items() if row not in cards})
        title = next(filter(None, cards.values()), "")
        for number, found in enumerate(tables_in(rest, self._heads, self._telling)):
            if not number:
                told = f"the card over the table says that it is about {quoted(title)}" if title else "it is a card"
                self.remarks.append(f"{grid.row_name(min(cards))}: {told}; nothing else of the card was taken")
            yield replace(found, section=title or found.section)

    def _take_table(self, found: Found, number: int) -> bool:
        """Take one table, and say whether it was understood."""
        if {"id", f"{KINDS['areas'].noun} (id)"} <= {folded(head.text) for head in found.heads.values()}:
            raise NothingFoundError(
                f"{found.name} is a table that jfp exported, but the hidden sheet that says what was exported is gone; "
                "export it anew, and let people work in that"
            )
        self.remarks.extend(found.passed)
        uses = self._choosing.uses(found)
        if is_of_measures(found, self._telling) and not (uses.has(TITLE) and uses.has(DUE)):
            self._measuring.take(found)
            return True
        if TITLE not in uses.columns:
            self.remarks.append(f"{found.name}: no head says what is to be done, so nothing of this table was taken")
            return False
        self.used.take(found, uses)
        self.remarks.extend(uses.unplaced)
        self._untaken.extend(found.of_unread(uses.unread))
        self._take_promises(found, uses, number)
        return True

    def _take_promises(self, found: Found, uses: Uses, number: int) -> None:
        found, said = parted(found, uses, self._telling, self._plan.settings.calendar)
        self.remarks.extend(said)
        reading = Reading(found, uses, self._telling, self._statuses, self._plan.settings.calendar, self._day)
        self.records.extend(reading.records(number, self._said.area or _usual_area(found, self._name)))
        self.remarks.extend(reading.passed)

    def begin(self, change: Change) -> list[Begun]:
        """Begin in the plan what the tracker needs; raises EditError."""
        self._matching = Matching(self._plan)
        self._matches = self._matching.match(self.records)
        return begin(change, self.records, self._matches, self._measuring.measured.new)

    def proposed(self, plan: Plan, because: str = "") -> Proposal:
        """What it proposes to a plan in which that was begun; `because` is why dates moved, where somebody says it."""
        proposal = Proposal.empty()
        why = because or f"not said in {PurePath(self._name).name}"
        Proposing(plan, self.records, self._matching, self._matches, why, self._day).propose(proposal)
        readings_proposed(plan, self._measuring.measured.entries, proposal)
        proposal.untaken.extend([*self._untaken, *self._measuring.measured.untaken])
        proposal.untaken[:] = together(proposal.untaken)
        proposal.remarks.extend([*self.remarks, *self._measuring.measured.remarks])
        for place in self._matching.missing(self.records, self._matches):
            ref, name = getattr(place.milestone, OWN_REF), PurePath(self._name).name
            proposal.remarks.append(f"{place.address} ({REF} {ref}) is not in {name}; it stays as it is")
        return proposal


def together(remarks: Iterable[Remark]) -> list[Remark]:
    """Remarks in the same words as one, with the places of all: of those in one sheet the others without its name."""
    places: dict[tuple[str, str], list[str]] = {}
    for remark in remarks:
        sheet, mark, cell = remark.place.partition("!")
        places.setdefault((f"{sheet}{mark}", remark.text), []).append(cell)
    return [Remark(sheet + ", ".join(dict.fromkeys(cells)), text) for (sheet, text), cells in places.items()]


def _usual_area(found: Found, file: str) -> str:
    """What the rows of a grid belong to of which nothing says it: what stands over it, or is its name or the file's."""
    stem = PurePath(file).stem.replace("_", " ").replace("-", " ")
    if found.section and not _is_generic(found.section):
        return found.section
    grid = found.grid
    over = [text for text in grid.above[:1] if len(text) <= _LONGEST_AREA] if grid.is_word else [grid.name]
    names = [text for text in (*over, stem) if not _is_generic(text) and folded(text) != folded(file)]
    name = names[0] if names else _NO_NAME
    return capitalised(name)


def _is_generic(text: str) -> bool:
    return all(_GENERIC.fullmatch(word) for word in re.findall(r"[^\W_]+", text))
