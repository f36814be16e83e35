"""A file taken into the plan: what it proposes made, shown, and told of what was not taken and how it is undone."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from shlex import quote
from typing import NamedTuple

import typer

from jfp_cli.cli.change import COLOURS, Done, Refused
from jfp_cli.cli.clock import today
from jfp_cli.cli.console.output import write_lines
from jfp_cli.cli.console.taken import dates_moved, lines_of, sentence_of
from jfp_cli.cli.console.terminal import paint
from jfp_cli.cli.exporting import check_free
from jfp_cli.cli.findings import summary, write_findings
from jfp_cli.cli.tracker_file import XLSX, Source, propose
from jfp_cli.cli.units import faults_of_units
from jfp_cli.edit.change import Change, Step
from jfp_cli.edit.options import check_said
from jfp_cli.exchange.applying import StillNamedError, Wish
from jfp_cli.exchange.excel.importing import proposed
from jfp_cli.exchange.excel.kept import ForeignError, NotExportedError
from jfp_cli.exchange.excel.package import UnreadableError
from jfp_cli.exchange.excel.returned import UnclearError
from jfp_cli.exchange.exported import words_of
from jfp_cli.exchange.proposal import Proposal
from jfp_cli.exchange.settling import FaultyError, Settled, settle
from jfp_cli.exchange.tracker.beginning import Begun
from jfp_cli.exchange.tracker.importing import NothingFoundError
from jfp_cli.query.sentences import counted
from jfp_cli.source.folder import shown
from jfp_cli.source.git import GitError, repository_of
from jfp_cli.source.whole_file import write_file
from jfp_cli.values.text import safe, short

_LETTERS = 10  # of a commit's name
_FEW = 3  # files that are named one by one
_STAYS = "these did not come back, and stay in the plan unless you write --remove:"


class Saving(NamedTuple):
    """Where the map that a tracker was read by is written, and whether over what is there."""

    path: Path | None = None
    force: bool = False


class Import:
    """A workbook or another tracker that is taken in."""

    def __init__(
        self,
        source: Source,
        note: str | None,
        because: str | None,
        saving: Saving = Saving(),  # noqa: B008 - it never changes
        *,
        may_remove: bool,
    ) -> None:
        self._source = source
        self._name = source.name
        self._said = [("--note", note), ("--because", because)]
        self._wish = Wish(today(), note or "", because or "", may_remove)
        self._saving = saving
        self._proposal = Proposal.empty()
        self._begun: Sequence[Begun] = ()
        self._map = ""
        self._settled: Settled | None = None
        self._lines: list[str] = []
        self._notes: list[str] = []
        self._root = Path()
        self._steps: list[Step] = []

    def take(self, change: Change) -> Done:
        """Change the plan as the workbook proposes, and say what was done; raises Refused or EditError."""
        check_said(self._said)
        self._root = change.loaded.root
        if self._saving.path:
            check_free(self._saving.path, force=self._saving.force)
        try:
            self._propose(change)
        except (UnreadableError, NotExportedError, UnclearError, NothingFoundError) as error:
            raise Refused([f"jfp: {self._name} cannot be taken in: {error}"], 2) from None
        if self._proposal.conflicts:
            count = counted(len(self._proposal.conflicts), "cell")
            told = f"jfp: {count} of {self._name} cannot be decided, and so nothing was taken"
            revision = self._proposal.revision[:_LETTERS]
            since = [f"what changed in the plan since: jfp diff {revision}"] if revision else []
            raise Refused([told, *map(str, self._proposal.conflicts), *since], 2)
        try:
            self._settled = settle(change, self._proposal, self._wish, faults_of_units)
        except StillNamedError as error:
            raise Refused([f"jfp: {error}"], 2) from None
        except FaultyError as error:
            write_findings(error.findings, change.loaded.sources)
            raise Refused([f"the plan would not be valid: {summary(error.findings)}"], 2) from None
        moved = () if self._wish.because else dates_moved(self._settled.applied, change.plan)
        self._notes = [*self._proposal.remarks, *moved]
        begun = [f"+ {one.at}: {safe(short(one.text))}  ({one.place})" for one in self._begun]
        self._lines = [*begun, *lines_of(self._settled.applied, change.plan, words_of(change.plan))]
        self._steps = list(change.steps())
        done = Done(self._sentence(self._settled), show=self._show)
        if not self._settled.untaken:
            return done
        nothing = "nothing new could be taken" if self._map else "nothing of it could be taken"
        return done._replace(unchanged=nothing)

    def _sentence(self, settled: Settled) -> str:
        """What was done, in a sentence."""
        begun = f"begun {counted(len(self._begun), 'thing')} for it" if self._begun else ""
        has_more = settled.applied.changes or settled.applied.added or not begun
        return " and ".join(filter(None, (sentence_of(settled.applied) if has_more else "", begun)))

    def _propose(self, change: Change) -> None:
        """What the file proposes; one that jfp did not write is read as a tracker."""
        if self._source.kind == XLSX and not self._source.map:
            try:
                self._proposal = proposed(self._source.data, change.plan, self._wish.day)
            except ForeignError:
                pass
            else:
                if self._saving.path:
                    raise Refused(["jfp: jfp exported this workbook, so no map is needed; leave out --save-map"], 2)
                return
        if self._wish.may_remove:
            raise Refused(["jfp: --remove is for workbooks that jfp exported; a tracker says nothing of the rest"], 2)
        self._proposal, self._begun, self._map = propose(change, self._source, self._wish.day, self._wish.because)

    def _show(self, _: Sequence[Step]) -> None:
        """Show what changes, thing by thing."""
        for line in self._lines:
            sign = line[0]
            sys.stdout.write(paint(line.removeprefix("@ "), COLOURS.get(sign, "") if sign != "@" else "bold") + "\n")

    def tell(self, *, is_written: bool) -> None:
        """Say what was passed over, what was not taken and how it is undone; leave with 1 where a cell was not."""
        untaken = self._settled.untaken if self._settled else []
        write_lines(self._notes, sys.stderr)
        gone = [] if self._wish.may_remove else self._proposal.gone
        _write_list(_STAYS, list(map(str, gone)))
        _write_list("not taken:", list(map(str, untaken)))
        if is_written and self._steps:
            write_lines(self._how_to_undo(), sys.stderr)
        if self._saving.path:
            write_file(self._saving.path, self._map.encode("utf-8"))
            sys.stderr.write(f"wrote {shown(self._saving.path)}: the map that it was read by\n")
        if untaken:
            raise typer.Exit(1)

    def _how_to_undo(self) -> Iterator[str]:
        try:
            repository_of(self._root)
        except GitError:
            return
        changed = [self._path(step.old) for step in self._steps if step.old and step.new]
        new = [self._path(step.new) for step in self._steps if step.new and not step.old]
        if changed:
            files = changed if len(changed) <= _FEW else [shown(self._root)]
            yield f"to undo it: git restore {' '.join(map(quote, files))}, which brings back what was last committed"
        if new:
            yield f"and delete what is new: {', '.join(new)}"

    def _path(self, name: str) -> str:
        return shown(self._root / name)


def _write_list(heading: str, lines: list[str]) -> None:
    """Say some lines under a heading, where there are some."""
    if lines:
        sys.stderr.write(f"{heading}\n" + "".join(f"  {safe(line)}\n" for line in lines))
