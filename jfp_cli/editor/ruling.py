"""What the rules find in a picture of a plan, in threads of their own: first what they find file by file, then all."""

import asyncio
from collections.abc import Sequence
from datetime import date
from time import monotonic

from jfp_cli.editor.diagnostics import carried
from jfp_cli.editor.index import Picture, PlanIndex
from jfp_cli.linting.allowances import Allowances
from jfp_cli.linting.engine import Known
from jfp_cli.linting.file_by_file import FileByFile
from jfp_cli.linting.lint import look
from jfp_cli.linting.settings import InForce
from jfp_cli.values.finding import Finding, by_place


class OutOfDateError(Exception):
    """What the rules look at is no longer what the plan says."""


class Ruling:
    """One look of the rules at a plan as it is now; it ends before the next rule looks where the plan changes.

    `file_by_file` keeps what they found in files that did not change since. `took` is how many seconds the others of
    them looked.
    """

    def __init__(self, index: PlanIndex, file_by_file: FileByFile, day: date) -> None:
        self.picture = index.picture
        self._index, self._file_by_file, self._day = index, file_by_file, day
        self._in_force = InForce(self.picture.loaded)
        self.took = 0.0

    def by_file(self, before: Picture | None) -> Known | None:
        """What the rules that look by file find; None where the plan changed meanwhile."""
        plan = self.picture.loaded.plan
        if plan is not None:
            plan.gather(before.loaded.plan if before else None)
        try:
            return self._file_by_file.known(self.picture.loaded, self._in_force, self._day, self._begin)
        except OutOfDateError:
            return None

    def so_far(self, known: Known, before: Picture | None, linted: Sequence[Finding]) -> list[Finding]:
        """All that is wrong with the plan, but of the other rules what they had found in an earlier picture."""
        loaded = self.picture.loaded
        findings = list(loaded.findings)
        if loaded.plan is not None:
            allowances = Allowances(loaded.plan, self._day)
            for rule, found in known.found.items():
                findings += allowances.less(rule, found)
        if before is not None:
            codes = {rule.code for rule in known.found}
            findings += [one for one in carried(before, linted, self.picture) if one.code not in codes]
        return sorted(findings, key=by_place)

    async def all(self, by_file: "asyncio.Future[Known | None]") -> list[Finding] | None:
        """All that is wrong with the plan, once it is known what is found by file; None where it changed meanwhile."""
        known = await by_file
        return None if known is None else await asyncio.to_thread(self._all, known)

    def _all(self, known: Known) -> list[Finding] | None:
        loaded, began = self.picture.loaded, monotonic()
        try:
            findings = look(loaded, self._in_force, self._day, self._begin, known)
        except OutOfDateError:
            return None
        if loaded.plan is not None:
            _ = loaded.plan.things, loaded.plan.references  # what an editor asks next is gathered on the way
        self.took = monotonic() - began
        return findings

    def _begin(self) -> None:
        if self._index.number != self.picture.number:
            raise OutOfDateError
