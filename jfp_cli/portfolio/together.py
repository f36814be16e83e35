"""What several plans come to together: their sum, and what of them stands in more than one."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jfp_cli.portfolio.portfolio import Named, Portfolio
from jfp_cli.portfolio.standing import Counts, Share, Standing

Standings = Mapping[str, Standing]
"""How plans stand, by what they are called in the portfolio."""


class Together(NamedTuple):
    """An area or an organisation across plans: what each plan has of it, by the plan's name, and the sum of that."""

    title: str
    counts: Counts
    shares: Mapping[str, Share]


def summed(standings: Standings) -> Counts:
    """The promises of all plans counted."""
    return Counts.together(one.counts for one in standings.values())


def across(portfolio: Portfolio, standings: Standings, kind: str) -> list[Together]:
    """The areas or the organisations of all plans, those first that have most overdue and, of these, most late.

    What is called the same is one, and what the portfolio ties; its title is that of the first plan that has it.
    """
    found: dict[str, dict[str, Share]] = {}
    for plan, name, share in _shares(portfolio, standings, kind):
        own = found.setdefault(name, {})
        own[plan] = _added(own[plan], share) if plan in own else share
    every = [Together(next(iter(own.values())).title, _sum(own), own) for own in found.values()]
    return sorted(every, key=lambda one: (-one.counts.overdue, -one.counts.late, one.title.casefold()))


def _shares(portfolio: Portfolio, standings: Standings, kind: str) -> Iterator[tuple[str, str, Share]]:
    names = portfolio.in_common(kind)
    for plan, standing in standings.items():
        for share in standing.shares:
            if share.kind == kind:
                yield plan, names.get(Named(plan, share.id), share.id), share


def _added(one: Share, other: Share) -> Share:
    """Two areas of one plan that are one among others."""
    return one._replace(title=f"{one.title}; {other.title}", counts=Counts.together([one.counts, other.counts]))


def _sum(shares: Mapping[str, Share]) -> Counts:
    return Counts.together(share.counts for share in shares.values())
