"""JFP315 commitment-overdue."""

from collections.abc import Iterator

from jfp_cli.linting.messages import bare
from jfp_cli.linting.option import Option, length_of_time
from jfp_cli.linting.rule import Candidates, Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.finding import Severity

_AFTER = Option(
    name="after",
    default="0 days",
    meaning="How long after its date a commitment or an action may stay without a status.",
    read=length_of_time,
)


def _check(subject: Subject) -> Iterator[Problem]:
    patience = subject.value(_AFTER)
    asked_on = subject.day if patience.is_none else patience.before(subject.day)
    for promise in subject.late_commitments:
        if promise.status is None and promise.due.overdue(asked_on):
            days = promise.due.days_overdue(subject.day)
            ago = "1 day" if days == 1 else f"{days} days"
            yield Problem(
                promise.address.at("due"),
                f"due {bare(promise.due)}, {ago} ago, and nobody says whether it was kept",
                'add "status: complete" and when it was completed, or the status it has, such as "status: off_track"',
            )


RULE = Rule(
    code="JFP315",
    name="commitment-overdue",
    severity=Severity.WARNING,
    what="The date of a commitment or of an action has passed and nobody has said how it stands.",
    why="It was promised as firmly as a milestone, and is forgotten more easily, since it stands in a text. A warning, "
    "since the plan is not wrong, but it cannot be tracked.",
    bad="""
as of 2026-11-21
--- enablers/estates.yaml
commitments:
  - commitment: Develop neighbourhood hubs
    due: 2025/26  # <--
--- sections/elective-care.yaml
workstreams:
  - id: outpatients
    title: Outpatients
    actions:
      2026-30:
        - {action: Close the old clinic, due: Summer 2026}  # <--
""",
    good="""
as of 2026-11-21
--- enablers/estates.yaml
commitments:
  - {commitment: Develop neighbourhood hubs, due: 2025/26, status: off_track}
  - {commitment: Sell the old clinic, due: November 2026}
  - commitment: Open the first hub
    due: March 2026
    status: complete
    completed: 2026-02-20
--- sections/elective-care.yaml
workstreams:
  - id: outpatients
    title: Outpatients
    actions:
      2026-30:
        - {action: Close the old clinic, due: Autumn 2026}
        - {action: Move the clinic, due: May 2026, status: cancelled}
""",
    check=_check,
    by_file=True,
    options=(_AFTER,),
    candidates=Candidates(
        lambda subject: len(subject.late_commitments),
        "none of {of} commitments and actions that are past their date has a status",
        "{count} of {of} commitments and actions that are past their date have no status",
    ),
)
