"""A rule across plans: where two of them say different things of what is one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jfp_cli.linting.across.said import Said
from jfp_cli.loading.faults.fault import Fault
from jfp_cli.model.kinds import KINDS
from jfp_cli.values.finding import Finding, by_place
from jfp_cli.values.text import quoted

Plans = Mapping[str, Sequence[Said]]
"""What each plan says, by the plan's name."""
Ties = Mapping[tuple[str, str], str]
"""What a plan and an address of it, such as `north` and `measures/waits`, are called in common."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RuleAcross(Fault):
    """A fault of several plans: some field of things of these kinds says something else than in an earlier plan."""

    kinds: tuple[str, ...]
    advice: str

    def look(self, plans: Plans, ties: Ties) -> Iterator[Finding]:
        """A finding for each field of a thing that differs from the first plan that says it."""
        first: dict[tuple[str, str], tuple[str, Said]] = {}
        for plan, said in plans.items():
            for one in said:
                if one.kind not in self.kinds:
                    continue
                known_as = ties.get((plan, f"{one.kind}/{one.id}"), f"{one.kind}/{one.id}")
                other_plan, other = first.setdefault((known_as, one.field), (plan, one))
                if other_plan != plan and other.meant != one.meant:
                    yield self._finding(one, other_plan, other)

    def _finding(self, one: Said, other_plan: str, other: Said) -> Finding:
        noun = KINDS[one.kind].noun
        called = one.id if one.id == other.id else f"{one.id}, there called {other.id},"
        here, there = quoted(one.written), quoted(other.written)
        if here == there:  # what counts from each plan's own first day
            here, there = f"{here}, or {one.days},", f"{there}, or {other.days},"
        message = f"the {one.field} of the {noun} {called} is {here} here and {there} in {other_plan}, at {other.span}"
        return self.finding(message, one.span, one.address, self.advice)


def look_across(rules: Iterable[RuleAcross], plans: Plans, ties: Ties) -> list[Finding]:
    """What some rules find across plans, in order of place."""
    return sorted((found for rule in rules for found in rule.look(plans, ties)), key=by_place)
