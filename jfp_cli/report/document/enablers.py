"""Enablers as the document shows them."""

from collections.abc import Iterable

from jfp_cli.model.enabler import Commitment, Enabler, Fact
from jfp_cli.report.document.names import Names, named, pending_views, written
from jfp_cli.report.document.section_views import (
    CommitmentView,
    EnablerView,
    FactView,
    LawView,
    StrategyView,
    TopicView,
)


def enabler_view(enabler: Enabler, names: Names) -> EnablerView:
    """One enabler."""
    own = names.enablers[enabler.id]
    return EnablerView(
        id=enabler.id,
        anchor=own.anchor,
        number=own.number,
        title=enabler.title,
        edition=written(enabler.edition),
        supports=names.supports(enabler.supports),
        duties=names.duties(enabler.duties),
        areas=named(enabler.areas, names.areas),
        points=enabler.points,
        topics=tuple(
            TopicView(
                topic.title,
                names.places(topic.places),
                topic.points,
                _facts(topic.facts),
                _commitments(topic.commitments, names),
            )
            for topic in enabler.topics
        ),
        facts=_facts(enabler.facts),
        commitments=_commitments(enabler.commitments, names),
        strategies=tuple(
            StrategyView(strategy.title, written(strategy.years), strategy.what or "")
            for strategy in enabler.strategies
        ),
        laws=tuple(
            LawView(law.title, written(law.published), written(law.in_force), law.what or "") for law in enabler.laws
        ),
        pending=pending_views(enabler.pending),
    )


def _facts(facts: Iterable[Fact]) -> tuple[FactView, ...]:
    return tuple(FactView(fact.figure, fact.what, written(fact.at)) for fact in facts)


def _commitments(commitments: Iterable[Commitment], names: Names) -> tuple[CommitmentView, ...]:
    return tuple(
        CommitmentView(promise.commitment, names.places(promise.places), written(promise.due), promise.owner)
        for promise in commitments
    )
