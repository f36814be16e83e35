"""Key milestones of the document, as plain values."""

from jfp_cli.report.document.shape import LinkView, Named, PendingView, view


@view
class CheckpointView:
    """A dated step towards a milestone."""

    activity: str
    due: str
    first_iso: str
    last_iso: str
    status: str
    status_words: str
    days_overdue: int


@view
class MoveView:
    """An agreed change of date."""

    before: str
    after: str
    on: str
    because: str
    agreed_by: str


@view
class UpdateView:
    """What was reported on a day."""

    on: str
    note: str


@view
class MilestoneView:
    """A dated deliverable; an open date has no `last_iso`, and what nobody reported on has the status not_reported."""

    id: str
    anchor: str
    group: str
    activity: str
    due: str
    first_iso: str
    last_iso: str
    status: str
    status_words: str
    overdue: bool
    days_overdue: int
    completed: str
    owner: str | None
    places: tuple[str, ...]
    workstreams: tuple[Named, ...]
    checkpoints: tuple[CheckpointView, ...]
    moves: tuple[MoveView, ...]
    updates: tuple[UpdateView, ...]
    evidence: tuple[LinkView, ...]


@view
class StatusCount:
    """How many milestones have a status."""

    status: str
    words: str
    number: int


@view
class MilestoneCounts:
    """How many milestones there are, each status in a fixed order with those of none, and how many are overdue."""

    total: int
    overdue: int
    statuses: tuple[StatusCount, ...]


@view
class AreaView:
    """A service area's milestones, in its order; `groups` has those without a heading first, then those of each."""

    id: str
    anchor: str
    title: str
    pending: tuple[PendingView, ...]
    groups: tuple[tuple[str, tuple[MilestoneView, ...]], ...]
    milestones: tuple[MilestoneView, ...]
    counts: MilestoneCounts


@view
class OverdueView:
    """A milestone, or a checkpoint of it (then `of` is the milestone's activity), that should have been done."""

    id: str
    anchor: str
    area: Named
    activity: str
    of: str
    due: str
    days_overdue: int
    status: str
    status_words: str
    owner: str | None


@view
class MilestonesView:
    """The key milestones by area, and those that are overdue, the longest first; `sentence` says how many."""

    number: str
    anchor: str
    areas: tuple[AreaView, ...]
    counts: MilestoneCounts
    overdue: tuple[OverdueView, ...]
    sentence: str
