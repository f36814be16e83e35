"""Findings that the plan's owners accept, as `lint.allow` of plan.yaml lists them."""

from collections.abc import Iterator, Sequence
from datetime import date

from jfp_cli.edit.remedies import TakeOut
from jfp_cli.linting.baseline import by_id
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.model.plan import Plan
from jfp_cli.model.settings import Allowance
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Finding
from jfp_cli.values.near_miss import did_you_mean

EXPIRED, UNUSED = "JFP609", "JFP608"


class Allowances:
    """The allowances of a plan on a day, and which of them stopped a finding.

    One that names where something stands holds for it after it got an id, too.
    """

    def __init__(self, plan: Plan, day: date) -> None:
        allowances = plan.settings.lint.allow
        self._allowances = allowances
        self._expired = {
            at
            for at, allowance in enumerate(allowances)
            if allowance.until is not None and allowance.until.last is not None and allowance.until.last < day
        }
        self._used: set[int] = set()
        self._at: dict[str, dict[str, list[int]]] = {}
        for at, allowance in enumerate(allowances):
            self._at.setdefault(allowance.rule, {}).setdefault(by_id(allowance.at, plan), []).append(at)

    def name(self, rule: Rule) -> bool:
        """Whether any of them is of this rule."""
        return rule.code in self._at or rule.name in self._at

    def less(self, rule: Rule, findings: Sequence[Finding]) -> Sequence[Finding]:
        """What a rule found, less what they allow of it."""
        if not self.name(rule):
            return findings
        return [one for one in findings if one.address is None or not self.allow(rule, one.address)]

    def allow(self, rule: Rule, place: Address) -> bool:
        """Whether an allowance that still runs names this rule and this place or a thing it is part of."""
        stops = False
        for named in (rule.code, rule.name):
            if places := self._at.get(named):
                naming = {at for above in _and_above(place) for at in places.get(above, ())}
                self._used |= naming
                stops = stops or not naming <= self._expired
        return stops

    def problems(self, wanted: Sequence[Rule], every: Sequence[Rule], *, whole: bool) -> Iterator[tuple[Rule, Problem]]:
        """What is wrong with the allowances themselves, where the rules that say so are wanted.

        Those of rules that did not run are passed over. Of a plan that could not be read as a `whole` nobody knows what
        an allowance allows.
        """
        by_code = {rule.code: rule for rule in wanted}
        known = [name for rule in every for name in (rule.code, rule.name)]
        silent = set(known) - {name for rule in wanted for name in (rule.code, rule.name)}
        for at, allowance in enumerate(self._allowances):
            address = Address("plan", "", ("lint", "allow", at))
            if allowance.rule in silent:
                continue
            if at in self._expired:
                if EXPIRED in by_code:
                    yield by_code[EXPIRED], _expired(address, allowance)
            elif whole and at not in self._used and UNUSED in by_code:
                yield by_code[UNUSED], _unused(address, allowance, known)


def _and_above(at: Address) -> Iterator[str]:
    """A place and everything that it is part of, up to the whole thing."""
    return (str(Address(at.kind, at.id, at.path[:length])) for length in range(len(at.path) + 1))


def _expired(at: Address, allowance: Allowance) -> Problem:
    return Problem(
        at.at("until"),
        f"the allowance of {allowance.rule} at {allowance.at} ended with {allowance.until}",
        "mend what it allowed and delete it, or agree a later date",
        remedies=(TakeOut("take the allowance out", safe=False, at=at),),
    )


def _unused(at: Address, allowance: Allowance, known: Sequence[str]) -> Problem:
    if allowance.rule not in known:
        advice = did_you_mean(allowance.rule, known, 'run "jfp rules" for the list')
        return Problem(at.at("rule"), f"there is no rule {allowance.rule}", advice)
    return Problem(
        at.at("at"),
        f"{allowance.rule} finds nothing at {allowance.at}, so this allowance allows nothing",
        "delete it if what it allowed has been mended; else correct the address",
    )
