"""JFP706 completion-withdrawn."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.finding import Severity

if TYPE_CHECKING:
    from jfp_cli.history.changes import Change


def _check(subject: Subject) -> Iterator[Problem]:
    for (_, new), change in subject.changed_promises:
        if change.sort == "reopened" and new is not None:
            yield Problem(
                new.address.at("status"),
                _told(subject, change),
                "complete it again if it was; else say in updates what was found to be missing",
            )


def _told(subject: Subject, change: "Change") -> str:
    if change.key != ("status",):
        return f"this was completed {change.before}, and the day is not there any more"
    if change.after is None:
        return "this was complete, and has no status any more"
    return f'this was complete, and is "{subject.plan.settings.called(change.after)}"'


RULE = Rule(
    code="JFP706",
    name="completion-withdrawn",
    severity=Severity.WARNING,
    what="Something that was complete at an earlier time is not any more, or not since a day.",
    why="It was reported to a board as done. A warning: whoever heard so has to be told that it was not.",
    bad="""
--- before
milestones:
  - {id: skin-clinic, activity: Open the skin clinic, due: May 2025, status: complete, completed: 2025-05-20}
  - {id: foot-clinic, activity: Open the foot clinic, due: May 2025, status: complete, completed: 2025-05-20}
--- now
milestones:
  - {id: skin-clinic, activity: Open the skin clinic, due: May 2025, status: off_track}  # <--
  - {id: foot-clinic, activity: Open the foot clinic, due: May 2025, status: complete}  # <--
""",
    good="""
--- before
milestones:
  - {id: skin-clinic, activity: Open the skin clinic, due: May 2025, status: off_track}
  - {id: foot-clinic, activity: Open the foot clinic, due: May 2025, status: complete, completed: 2025-05-20}
--- now
milestones:
  - {id: skin-clinic, activity: Open the skin clinic, due: May 2025, status: complete, completed: 2025-05-20}
  - {id: foot-clinic, activity: Open the foot clinic, due: May 2025, status: complete, completed: 2025-05-21}
""",
    check=_check,
    looks_back=True,
)
