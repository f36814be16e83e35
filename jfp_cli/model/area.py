"""Service areas and the milestones that they own."""

from jfp_cli.model import promise, shared
from jfp_cli.model.field import Entity, field, required
from jfp_cli.model.promise import Move, Status, Update
from jfp_cli.model.shared import Pending
from jfp_cli.model.types import Date, Id, Ids, Text, Texts


class Checkpoint(Entity):
    """A dated step towards a milestone."""

    id: Id | None = shared.own_id_if_any("checkpoint", "half-of-practices-live")
    due: Date = promise.due(default=...)
    forecast: Date | None = promise.forecast()
    activity: Text = promise.activity("Half of practices live")
    status: Status | None = promise.status()
    completed: Date | None = promise.completed()
    owner: Text | None = shared.owner()
    leads: Ids = shared.leads()
    places: Ids = shared.places()
    moves: tuple[Move, ...] = promise.moves()
    updates: tuple[Update, ...] = promise.updates()
    evidence: Texts = promise.evidence()


class Milestone(Entity):
    """A dated deliverable of an area; without a status, none was reported."""

    id: Id = shared.own_id("milestone", "elective-hub")
    group: Text | None = field(
        "The heading that it stands under, where the area has several.",
        "New buildings",
        synonyms=(
            *("project", "project_name", "category", "phase", "strand", "objective", "work_package", "section"),
            *("sub_theme", "sub_programme", "subheading"),
        ),
    )
    activity: Text = promise.activity("Open the elective hub at St Albans")
    why: Text | None = field(
        "Why it is done.",
        "Bowel cancer is found late",
        may_hide=True,
        synonyms=("rationale", "reason", "because", "purpose", "justification"),
    )
    benefit: Text | None = field(
        "What residents will see of it.",
        "Results within a week",
        may_hide=True,
        synonyms=("benefits", "outcome", "outcomes", "impact"),
    )
    starts: Date | None = promise.starts()
    due: Date = promise.due(default=...)
    forecast: Date | None = promise.forecast()
    status: Status | None = promise.status()
    completed: Date | None = promise.completed()
    owner: Text | None = shared.owner()
    leads: Ids = shared.leads()
    places: Ids = shared.places()
    workstreams: Ids = field(
        "The workstreams that it delivers, by their ids.",
        ["outpatients"],
        default=(),
        names="workstreams",
        prose=False,
    )
    targets: Ids = field(
        "The targets that it serves, by their ids.",
        ["waiting-list-size"],
        default=(),
        names="targets",
        may_hide=True,
        prose=False,
    )
    needs: Ids = field(
        "The milestones that must come first, by their ids.",
        ["pathology-network"],
        default=(),
        names="milestones",
        audience="internal",
        may_hide=True,
        prose=False,
        synonyms=(
            *("depends_on", "dependent_on", "dependencies", "dependency"),
            *("requires", "prerequisites", "blocked_by", "depends_upon", "dependent_upon", "predecessors"),
            *("predecessor", "interdependencies"),
        ),
    )
    checkpoints: tuple[Checkpoint, ...] = field(
        "Dated steps on the way.", [{"due": "January 2026", "activity": "Half of it"}], default=(), may_hide=True
    )
    moves: tuple[Move, ...] = promise.moves()
    updates: tuple[Update, ...] = promise.updates()
    evidence: Texts = promise.evidence()


class Area(Entity):
    """A service area's file."""

    area: Id = required(
        "The name of the file without its ending.",
        "cancer",
        prose=False,
        synonyms=(
            *("service_area", "service", "directorate", "department", "division", "programme", "workstream", "theme"),
            *("portfolio", "pillar", "domain", "priority_area", "work_area", "business_area"),
        ),
    )
    title: Text = shared.title("Cancer")
    pending: tuple[Pending, ...] = shared.pending()
    milestones: tuple[Milestone, ...] = field("What the area will have done, and by when.", default=())
