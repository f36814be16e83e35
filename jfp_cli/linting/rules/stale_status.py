"""JFP313 stale-status."""

from collections.abc import Iterator

from jfp_cli.linting.option import Option, length_of_time
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.query.reminders import last_reported
from jfp_cli.values.finding import Severity
from jfp_cli.values.text import long_day

_AFTER = Option(
    name="after",
    default="3 months",
    meaning="How long after the last report a status may stand.",
    read=length_of_time,
)


def _check(subject: Subject) -> Iterator[Problem]:
    earliest = subject.value(_AFTER).before(subject.day)
    for promise in subject.promises:
        reported = last_reported(promise) if promise.status and promise.is_open else None
        if reported and reported < earliest:
            called = subject.plan.settings.called(promise.status or "")
            yield Problem(
                promise.address.at("status"),
                f'"{called}" was last reported on {long_day(reported)}, {(subject.day - reported).days} days ago',
                "ask its owner, write how it stands now and add an update with today's date",
            )


RULE = Rule(
    code="JFP313",
    name="stale-status",
    severity=Severity.WARNING,
    what="The status of something that is still open was last reported long ago.",
    why="What was on track in spring may be lost by autumn, and the plan would still say that it is on track. A "
    "warning: the status may be right, but nobody can rely on it. A status without any dated report is not judged.",
    bad="""
as of 2026-11-21
milestones:
  - id: skin-clinic
    activity: Open the skin clinic
    due: June 2027
    status: on_track  # <--
    updates: [{date: 2026-05-30, note: Rooms found}, {date: 2026-02-12, note: Money agreed}]
""",
    good="""
as of 2026-11-21
milestones:
  - id: skin-clinic
    activity: Open the skin clinic
    due: June 2027
    status: on_track
    updates: [{date: 2026-05-30, note: Rooms found}, {date: 2026-08-21, note: Nurses hired}]
  - id: eye-clinic
    activity: Open the eye clinic
    due: June 2027
    status: off_track
    updates: [{date: 2026-05-30, note: Rooms lost}]
    moves: [{from: March 2027, to: June 2027, date: 2026-10-01, because: no rooms}]
  - id: ear-clinic
    activity: Open the ear clinic
    due: June 2026
    status: complete
    completed: 2026-05-30
    updates: [{date: 2026-05-30, note: First patients seen}]
  - {id: hand-clinic, activity: Open the hand clinic, due: June 2027, status: on_track}
""",
    check=_check,
    by_file=True,
    options=(_AFTER,),
)
