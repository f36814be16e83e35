"""What `same:` ties: what it is called in common, and what of it a plan does not have."""

from collections.abc import Iterator, Mapping

from jfp_cli.linting.across.rule import Ties
from jfp_cli.loading import Loaded
from jfp_cli.loading.source_file import SourceFile
from jfp_cli.model.field import fields_of
from jfp_cli.model.kinds import KINDS
from jfp_cli.portfolio.portfolio import Named, Portfolio, Same
from jfp_cli.portfolio.reading import dangling
from jfp_cli.query.promises import HOMES
from jfp_cli.values.address import Path
from jfp_cli.values.finding import Finding
from jfp_cli.values.near_miss import SEARCH, did_you_mean
from jfp_cli.values.text import quoted

PROMISES = "promises"
ACROSS = ("measures", "organisations", PROMISES)
"""The kinds of tie that rules across plans look at."""


def ties_of(portfolio: Portfolio) -> Ties:
    """What is called differently and is one, by what it is called in common."""
    return {
        (one.plan, _address(kind, one.name)): _address(kind, name)
        for kind in ACROSS
        for one, name in portfolio.in_common(kind).items()
    }


def tied_in(portfolio: Portfolio, plan: str) -> list[str]:
    """The things of a plan that are tied, as `kind/id`."""
    return [_address(kind, named.name) for _, kind, named in _every(portfolio) if named.plan == plan]


def not_there(loaded: Loaded, tied: list[str]) -> dict[str, str]:
    """Which of the things that are tied a plan does not have, each with what was likely meant."""
    found = {}
    for name in tied:
        kind, _, own_id = name.partition("/")
        if (kind, own_id) not in loaded.sources.things:
            kinds = [kind] if kind in KINDS else list(HOMES)
            known = [other for one in kinds for other in loaded.sources.ids(one)]
            found[name] = did_you_mean(own_id or kind, known, SEARCH)
    return found


def faults_of_ties(portfolio: Portfolio, source: SourceFile, missing: Mapping[str, Mapping[str, str]]) -> list[Finding]:
    """A finding for each member of a tie that its plan does not have; `missing` are those by plan."""
    return [
        dangling(
            source,
            path,
            f"{named.plan} has no {_noun(kind, named.name)} {quoted(named.name)}",
            missing[named.plan][_address(kind, named.name)],
        )
        for path, kind, named in _every(portfolio)
        if _address(kind, named.name) in missing.get(named.plan, ())
    ]


def _every(portfolio: Portfolio) -> Iterator[tuple[Path, str, Named]]:
    """Each member of each tie, with where it stands and the kind of tie."""
    for kind in fields_of(Same):
        for number, members in enumerate(getattr(portfolio.same, kind)):
            for at, member in enumerate(members):
                yield ("same", kind, number, at), kind, Named.of(member)


def _address(kind: str, name: str) -> str:
    return name if kind == PROMISES else f"{kind}/{name}"


def _noun(kind: str, name: str) -> str:
    """What a member of a tie is in a sentence; a promise says itself of which kind it is."""
    kind = name.partition("/")[0] if kind == PROMISES else kind
    return KINDS[kind].noun if kind in KINDS else "promise"
