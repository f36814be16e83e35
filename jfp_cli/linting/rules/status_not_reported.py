"""JFP303 status-not-reported."""

from collections.abc import Iterator

from jfp_cli.linting.messages import bare
from jfp_cli.linting.option import Option, length_of_time
from jfp_cli.linting.rule import Candidates, Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.area import Checkpoint, Milestone
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity

_HELP = 'add "status: complete" and when it was completed, or the status it has, such as "status: off_track"'
_AFTER = Option(
    name="after",
    default="0 days",
    meaning="How long after its date a milestone may stay without a status.",
    read=length_of_time,
)


def _check(subject: Subject) -> Iterator[Problem]:
    silent: set[Address] = set()
    for at, step in subject.open_steps:
        if step.status is not None or subject.home(at) in silent:  # a milestone speaks for its checkpoints
            continue
        if isinstance(step, Milestone) and step.completed is not None:
            silent.add(at)
            yield Problem(
                at.at("completed"),
                f"completed {bare(step.completed)}, but without a status it still counts as open",
                'add "status: complete"',
            )
        elif (days := step.due.days_overdue(subject.day)) and _is_awaited(step, subject):
            silent.add(at)
            ago = "1 day" if days == 1 else f"{days} days"
            yield Problem(at.at("due"), f"due {bare(step.due)}, {ago} ago, and no status is reported", _HELP)


def _is_awaited(step: Milestone | Checkpoint, subject: Subject) -> bool:
    """Whether a status should have been reported by now."""
    patience = subject.value(_AFTER)
    return patience.is_none or step.due.overdue(patience.before(subject.day))


def _late(subject: Subject) -> int:
    """Open milestones whose date has passed, each counted with its checkpoints."""
    return len({subject.home(at) for at, step in subject.open_steps if step.due.overdue(subject.day)})


RULE = Rule(
    code="JFP303",
    name="status-not-reported",
    severity=Severity.WARNING,
    what="A milestone's date has passed and nobody has said how it stands.",
    why="It may be long done or forgotten, and the board cannot tell which. A warning, since the plan is not wrong, "
    "but it cannot be tracked. Of a silent milestone the checkpoints are not asked for as well.",
    bad="""
as of 2026-11-21
milestones:
  - id: travel-strategy
    activity: Deliver the travel and transport strategy
    due: January 2026  # <--
""",
    good="""
as of 2026-11-21
milestones:
  - id: travel-strategy
    activity: Deliver the travel and transport strategy
    due: January 2026
    status: off_track
  - id: digital-passport
    activity: Bring in the digital staff passport
    due: November 2026
""",
    check=_check,
    by_file=True,
    options=(_AFTER,),
    candidates=Candidates(
        _late,
        "none of {of} open milestones that are past their date has a status",
        "{count} of {of} open milestones that are past their date have no status",
    ),
)
