"""JFP312 status-contradicts-date."""

from collections.abc import Iterator

from jfp_cli.linting.messages import bare
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.area import Milestone
from jfp_cli.query.promises import Promise
from jfp_cli.values.finding import Severity

_LATE = 'write how it stands, such as "status: off_track", or "status: complete" and when it was completed'


def _check(subject: Subject) -> Iterator[Problem]:
    for promise in subject.promises:
        found = _contradiction(promise, subject) if promise.status else None
        if found:
            yield Problem(promise.address.at("status"), *found)


def _contradiction(promise: Promise, subject: Subject) -> tuple[str, str] | None:
    """How a status contradicts a date of its promise, and what to write; None where it does not."""
    step, called = promise.step, subject.plan.settings.called(promise.status or "")
    if step.completed is not None and promise.status != "complete":
        return (
            f'it is "{called}", but was completed {bare(step.completed)}',
            'write "status: complete", or take out when it was completed',
        )
    if not promise.is_open:
        return None
    if promise.status == "not_started":
        starts = step.starts if isinstance(step, Milestone) else None
        if starts and starts.days_overdue(subject.day):
            return f'it is "{called}", but was to start {bare(starts)}', _LATE
    forecast = step.forecast
    is_expected = forecast is not None and (forecast.last is None or forecast.last >= subject.day)
    is_well = promise.status in ("on_track", "not_started") or (promise.status == "at_risk" and not is_expected)
    if is_well and promise.due.days_overdue(subject.day):
        return f'it is "{called}", but was due {bare(promise.due)}', _LATE
    if promise.status == "on_track" and forecast and promise.due.last and forecast.first > promise.due.last:
        return (
            f'it is "{called}" for {bare(promise.due)}, but expected {bare(forecast)}',
            'write "status: at_risk" or "status: off_track", or correct the forecast',
        )
    return None


RULE = Rule(
    code="JFP312",
    name="status-contradicts-date",
    severity=Severity.WARNING,
    what="A status says one thing and the dates beside it another.",
    why="A board that counts statuses is told that all is well, and one that reads dates that it is not. A warning: "
    "one of the two is out of date, and only its owner knows which.",
    bad="""
as of 2026-11-21
milestones:
  - {id: skin-clinic, activity: Open the skin clinic, due: June 2026, status: on_track}  # <--
  - {id: foot-clinic, activity: Open the foot clinic, due: June 2026, status: at_risk}  # <--
  - {id: eye-clinic, activity: Open the eye clinic, starts: April 2026, due: June 2027, status: not_started}  # <--
  - {id: heart-clinic, activity: Open the heart clinic, due: March 2027, forecast: July 2027, status: on_track}  # <--
  - {id: ear-clinic, activity: Open the ear clinic, due: March 2027, status: at_risk, completed: 2026-10-01}  # <--
""",
    good="""
as of 2026-11-21
milestones:
  - {id: skin-clinic, activity: Open the skin clinic, due: June 2026, status: off_track}
  - {id: eye-clinic, activity: Open the eye clinic, starts: November 2026, due: June 2027, status: not_started}
  - {id: heart-clinic, activity: Open the heart clinic, due: March 2027, forecast: March 2027, status: on_track}
  - {id: ear-clinic, activity: Open the ear clinic, due: March 2026, status: complete, completed: 2026-10-01}
  - {id: voice-clinic, activity: Open the voice clinic, due: Autumn 2026, status: on_track}
  - {id: foot-clinic, activity: Open the foot clinic, due: June 2026, forecast: March 2027, status: at_risk}
  - id: hand-clinic
    activity: Open the hand clinic
    due: March 2026
    status: cancelled
    checkpoints: [{due: January 2026, activity: Rooms found, status: on_track}]
""",
    check=_check,
    by_file=True,
)
