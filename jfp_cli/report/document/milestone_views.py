"""Key milestones of the document, each with what follows from it on the day."""

from jfp_cli.model.area import Area, Checkpoint, Milestone
from jfp_cli.report.document.view import OfEntity, view


@view
class Link:
    """Somewhere else; `href` is empty where the text is not an address on the web or of mail."""

    text: str
    href: str


@view
class CheckpointView(OfEntity):
    """A dated step towards a milestone."""

    entity: Checkpoint
    status: str
    status_words: str
    days_overdue: int


@view
class MilestoneView(OfEntity):
    """A dated deliverable; what nobody reported on has the status `not_reported`, and a hidden status is empty."""

    entity: Milestone
    anchor: str
    status: str
    status_words: str
    days_overdue: int
    checkpoints: tuple[CheckpointView, ...]
    evidence: tuple[Link, ...]


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
class AreaView(OfEntity):
    """A service area's milestones, in its order; `groups` has those without a heading first, then those of each."""

    entity: Area
    anchor: str
    groups: tuple[tuple[str, tuple[MilestoneView, ...]], ...]
    milestones: tuple[MilestoneView, ...]
    counts: MilestoneCounts


@view
class OverdueView(OfEntity):
    """A milestone, or a checkpoint `of` one, that should have been done."""

    entity: Milestone | Checkpoint
    id: str
    anchor: str
    area: Area
    of: Milestone | None
    owner: str | None
    status: str
    status_words: str
    days_overdue: int


@view
class MilestonesView:
    """The key milestones by area, and those that are overdue, the longest first; `sentence` says how many."""

    number: str
    anchor: str
    areas: tuple[AreaView, ...]
    counts: MilestoneCounts
    overdue: tuple[OverdueView, ...]
    sentence: str
