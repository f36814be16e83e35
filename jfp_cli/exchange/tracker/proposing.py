"""The records of a tracker as what they propose to a plan: fields of what is there, and new milestones."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from jfp_cli.exchange.cell_text import BETWEEN, cell_of
from jfp_cli.exchange.columns import columns_of
from jfp_cli.exchange.excel.typography import typed
from jfp_cli.exchange.names import ids_by_name
from jfp_cli.exchange.proposal import Added, Changed, Proposal, Remark, Said
from jfp_cli.exchange.table import Column, Role
from jfp_cli.exchange.tracker.beginning import why_not_added
from jfp_cli.exchange.tracker.days import Days
from jfp_cli.exchange.tracker.heads import REF
from jfp_cli.exchange.tracker.matching import Matches, Matching, Place, area_ids, area_key, ref_key, words_key
from jfp_cli.exchange.tracker.record import Record, Told
from jfp_cli.exchange.tracker.uses import DUE
from jfp_cli.model.field import Shape, fields_of
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.plan import Plan
from jfp_cli.model.promise import Move
from jfp_cli.values.text import folded, is_link, quoted

MILESTONES = "milestones"
_PARTS = re.compile(r"[,;\n]|\band\b|&|\+")
_LINK = re.compile(r"^([\w.]+?) ?(?:FS|SS|FF|SF)\b.*$")  # how project programs say that one waits for the other
_NO_ONE = re.compile(r"(?:none|nil|n/?a|no)\b.{0,20}", re.IGNORECASE)


class Proposing:
    """A plan, and the records of a tracker on their way into a proposal to it."""

    def __init__(
        self, plan: Plan, records: Sequence[Record], matching: Matching, matches: Matches, why: str, day: date
    ) -> None:
        self._plan = plan
        self._day = day
        self._records = records
        self._matches = matches
        self._why = why
        columns = columns_of(MILESTONES, plan.models)
        self._columns = {column.path[0]: column for column in columns if column.role is Role.FIELD}
        [self._report] = [column for column in columns if column.role is Role.REPORT]
        [self._home] = [column for column in columns if column.role is Role.HOME and column.kind == "areas"]
        self._areas = area_ids(plan)
        self._days = Days(plan.settings.calendar)
        self._ids = ids_by_name(plan)
        self._needs = dict(matching.ids_of_words()) | dict(matching.ids_of_refs())
        self._untaken: list[Remark] = []
        own: dict[tuple[int, str], str] = {}
        for record in records:
            name = self._name(record)
            if name:
                self._needs[words_key(record.activity)] = name
            if name and record.ref:
                own[record.table, ref_key(record.ref.text)] = name
        self._own_needs = own

    def propose(self, proposal: Proposal) -> None:
        """Add what the records say to a proposal."""
        for record in self._records:
            if record.place in self._matches.unclear:
                proposal.untaken.append(self._matches.unclear[record.place])
                continue
            known = self._matches.known.get(record.place)
            self._untaken = proposal.untaken
            if known or record.undated is None:
                self._untaken.extend(record.untaken)
            if known:
                self._untaken.extend([record.undated] if record.undated and _says(record.undated) else [])
                proposal.changes.extend(self._changes(record, known))
            elif record.undated is not None:
                why = f"{record.undated.text}; {why_not_added(record)}"
                self._untaken.append(Remark(record.undated.place, why))
            else:
                proposal.added.append(self._added(record, self._matches.new[record.place]))

    def _added(self, record: Record, name: str) -> Added:
        area = self._areas[area_key(record.area.text)]
        cells = [Said(record.area.place, self._home, area)]
        cells += [Said(told.place, column, told.text) for column, told in self._fields(record)]
        due = record.said[DUE]
        if due.former:
            cells += self._move(due)
        cells += [Said(told.place, self._report, told.text, told.day) for told in record.reports]
        return Added(record.place, MILESTONES, cells, name)

    def _move(self, due: Told) -> Iterator[Said]:
        """The entry in `moves` that a date proposes which took the place of another."""
        said = {"from": due.former, "to": due.text, "date": self._day.isoformat(), "because": self._why}
        for key, field in fields_of(Move).items():
            if key in said:
                heading = f"Moved, {field.label}"
                yield Said(
                    due.place,
                    Column(f"moves.{key}", heading, Role.FIELD, field=field, path=("moves", 0, key)),
                    said[key],
                )

    def _changes(self, record: Record, known: Place) -> Iterator[Changed]:
        for column, told in self._fields(record):
            before = cell_of(known.milestone, column)
            after = told.text
            if column.shape is Shape.TEXTS and before:
                lines = before.split("\n")
                after = "\n".join([*lines, *(line for line in after.split("\n") if line not in lines)])
            if not self._is_same(column, before, after):
                because = self._why if told.former and before and self._days.is_same(before, told.former) else ""
                yield Changed(told.place, known.address, column, before, after, because=because)
        notes = {folded(one.note) for one in known.milestone.updates}
        for told in record.reports:
            if folded(told.text) not in notes:
                yield Changed(told.place, known.address, self._report, "", told.text, day=told.day)

    def _fields(self, record: Record) -> Iterator[tuple[Column, Told]]:
        """What a record says of the fields of its milestone, ids in place of what they are called."""
        if record.ref and REF in self._columns:
            yield self._columns[REF], record.ref
        for name, told in record.said.items():
            column = self._columns[name]
            meant = self._named(told, column) if column.kind else self._links(told) if name == "evidence" else told
            if meant.text:
                yield column, meant
        if record.needs:
            needs = self._needed(record, record.needs)
            if needs.text:
                yield self._columns["needs"], needs

    def _named(self, told: Told, column: Column) -> Told:
        """The ids of what a cell names; what the plan does not know is said."""
        known = self._ids.get(column.kind, {})
        whole = known.get(folded(typed(told.text)))
        parts = [told.text] if whole else _PARTS.split(told.text)
        found = []
        for part in filter(None, (typed(part).strip() for part in parts)):
            name = known.get(folded(part))
            if name:
                found.append(name)
            else:
                noun = KINDS[column.kind].noun
                self._untaken.append(
                    Remark(told.place, f"the plan has no {noun} called {quoted(part)}, so it was not taken")
                )
        return told._replace(text=BETWEEN.join(dict.fromkeys(found)))

    def _links(self, told: Told) -> Told:
        words = told.text.split()
        links = [word for word in words if is_link(word)]
        if len(links) < len(words):
            self._untaken.append(
                Remark(told.place, f"{quoted(told.text)}: only links are evidence; the rest was not taken")
            )
        return told._replace(text="\n".join(links))

    def _needed(self, record: Record, told: Told) -> Told:
        """The ids of the milestones that a row depends on: by their numbers in this table, in the plan, or by words."""
        found = []
        whole = self._need(record, told.text)
        for part in [] if whole else _PARTS.split(told.text):
            name = self._need(record, part)
            if name:
                found.append(name)
            elif part.strip() and not _NO_ONE.fullmatch(part.strip()):
                told_why = f"no row and no milestone is called {quoted(part.strip())}, so it is not among its needs"
                self._untaken.append(Remark(told.place, told_why))
        return told._replace(text=BETWEEN.join(dict.fromkeys([whole] if whole else found)))

    def _need(self, record: Record, said: str) -> str:
        text = _LINK.sub(r"\1", said.strip())
        own = self._own_needs.get((record.table, ref_key(text)))
        name = own or self._needs.get(ref_key(text)) or self._needs.get(words_key(text)) or ""
        return name if name != self._name(record) else ""

    def _name(self, record: Record) -> str:
        known = self._matches.known.get(record.place)
        if known:
            return known.address.id
        return self._matches.new.get(record.place, "") if record.undated is None else ""

    def _is_same(self, column: Column, before: str, after: str) -> bool:
        if column.is_date:
            return self._days.is_same(before, after)
        return words_key(before) == words_key(after)


def _says(undated: Remark) -> bool:
    return undated.text.startswith('"')
