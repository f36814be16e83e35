"""What rules find file by file, kept while a plan is changed, so that they look only at the files that did."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from operator import is_
from threading import Lock
from typing import Any

from jfp_cli.linting.engine import Known, Look
from jfp_cli.linting.memory import Memory
from jfp_cli.linting.rule import Rule
from jfp_cli.linting.settings import InForce
from jfp_cli.loading.loader import Loaded
from jfp_cli.model.field import Entity
from jfp_cli.model.kinds import FILE_KINDS
from jfp_cli.model.plan import Plan
from jfp_cli.values.address import Address
from jfp_cli.values.collector import CollectorOff
from jfp_cli.values.finding import Finding

Found = dict[Rule, list[Finding]]
PLAN = Address("plan")
EVERYWHERE = "measures"
"""The kind of file that, as plan.yaml, may say something of all others: a measure says which way its targets go."""


class FileByFile:
    """One plan while it is changed, and what the rules that look by file found in each of its files."""

    def __init__(self) -> None:
        self._seen: tuple[object, ...] = ()
        self._kept: dict[Address, tuple[Entity, Found]] = {}
        self._memory = Memory()
        self._one_at_a_time = Lock()

    def known(self, loaded: Loaded, in_force: InForce, day: date, begin: Callable[[], object] = bool) -> Known:
        """All that each rule that looks by file finds in a plan, whatever it allows, and what all may need to know.

        Nothing is found where things share an id, for then nobody can tell of which file a finding is. What `begin`
        raises as a rule begins to look ends it all.
        """
        plan = loaded.plan
        if plan is None or loaded.sources.twins:
            return Known({}, Memory())
        with self._one_at_a_time:
            self._see(day, plan)
            files = dict(plan.files())
            kept = {at: self._kept[at] for at, entity in files.items() if self._is_kept(at, entity)}
            new = {at: entity for at, entity in files.items() if at not in kept}
            rules = [rule for rule in in_force.rules if rule.by_file]
            found: dict[Address, Found] = {}
            if new:
                with CollectorOff():
                    look = Look(loaded, _part(plan, new), day, in_force.weights, in_force.options, None, Memory())
                    found = _found(loaded, new, rules, look, begin)
            self._kept = kept | {at: (entity, found[at]) for at, entity in new.items()}
            self._memory.keep(files.values())
            findings = {rule: [one for at in files for one in self._kept[at][1].get(rule, ())] for rule in rules}
            return Known(findings, self._memory)

    def _see(self, day: date, plan: Plan) -> None:
        """Forget everything where what may say something of all files is no longer as it was."""
        seen = (day, plan.settings, *plan.measures.values())
        if len(seen) != len(self._seen) or seen[0] != self._seen[0] or not all(map(is_, seen[1:], self._seen[1:])):
            self._seen, self._kept, self._memory = seen, {}, Memory()

    def _is_kept(self, at: Address, entity: Entity) -> bool:
        return at in self._kept and self._kept[at][0] is entity


def _found(
    loaded: Loaded, files: Mapping[Address, Entity], rules: Iterable[Rule], look: Look, begin: Callable[[], object]
) -> dict[Address, Found]:
    """What rules find in each of some files."""
    found: dict[Address, Found] = {at: {} for at in files}
    for rule in rules:
        begin()
        for finding in look.all(rule):
            of_file = found.get(loaded.sources.home(finding.address or PLAN)[0].address)
            if of_file is not None:
                of_file.setdefault(rule, []).append(finding)
    return found


def _part(plan: Plan, files: Mapping[Address, Entity]) -> Plan:
    """The plan with these files alone, plan.yaml and the measures."""
    named: dict[str, Any] = {kind.name: {} for kind in FILE_KINDS if kind.name != EVERYWHERE}
    for at, entity in files.items():
        if at.kind in named:
            named[at.kind][at.id] = entity
    return replace(plan, **named)
