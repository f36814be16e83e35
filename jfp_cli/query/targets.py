"""Questions about targets: which there are, and how far each is."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from jfp_cli.measures.progress import STATES, Progress, progress
from jfp_cli.model.plan import Plan, TargetHome
from jfp_cli.query.filters import check_known


class Tracked(NamedTuple):
    """A target where it stands in the plan, and its progress."""

    home: TargetHome
    progress: Progress


def tracked(plan: Plan, homes: Iterable[TargetHome], day: date, states: Iterable[str] = ()) -> list[Tracked]:
    """The progress of targets as of a day, in the order given; with `states`, only those in one of them.

    Raises UnknownValueError for a state that there is not.
    """
    states = tuple(states)
    check_known("progress", states, STATES)
    rows = [Tracked(home, progress(home.target, plan.readings_of(home.target.id), day)) for home in homes]
    return [row for row in rows if not states or row.progress.state in states]
