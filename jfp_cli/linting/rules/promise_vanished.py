"""JFP704 promise-vanished."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.promise import CLOSED
from jfp_cli.query.promises import HOMES
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity
from jfp_cli.values.text import a_or_an

if TYPE_CHECKING:
    from jfp_cli.history.parts import Part

_TARGETS = "targets"
_CANCELLED = 'where it is not done any more, write "status: cancelled" and say why in updates'
_GIVEN_UP = "where it was given up, allow this with the reason in plan.yaml"


def _check(subject: Subject) -> Iterator[Problem]:
    if not subject.is_whole(*HOMES.values()):
        return
    for (old, new), several in subject.changes:
        if old is None or old.due is None or _is_closed(old):
            continue
        if new is None and old.kind in (*HOMES, _TARGETS) and any(change.sort == "removed" for change in several):
            yield Problem(
                old.address,
                f"there was {a_or_an(KINDS[old.kind].noun)} due {old.due}: {old.text}",
                f"put it back; {_GIVEN_UP if old.kind == _TARGETS else _CANCELLED}",
                key=True,
                place=_place(subject, old),
            )
        elif new is not None and old.kind in HOMES and new.due is None and not _is_closed(new):
            yield Problem(new.address, f"it was due {old.due}, and has no date any more", f"write one; {_CANCELLED}")


def _is_closed(part: "Part") -> bool:
    return getattr(part.entity, "status", "") in CLOSED


def _place(subject: Subject, gone: "Part") -> Address:
    """Where a promise would stand: the nearest around it that is there still."""
    for part in gone.outwards():
        if part.parent is not None and subject.plan.get(part.parent.address) is not None:
            steps = gone.address.path[:-1] if gone.address.path else (KINDS[gone.kind].lists[0],)
            return part.parent.address.at(*steps[-2:]) if part is gone else part.parent.address
    return Address("plan")


RULE = Rule(
    code="JFP704",
    name="promise-vanished",
    severity=Severity.WARNING,
    what="Something with a date, neither complete nor cancelled, stood in the plan at an earlier time and is gone, or "
    "has no date now.",
    why="Whoever was promised it reads the plan and finds nothing. A warning: to give something up is a decision, and "
    "a plan that does not say so cannot be held to it.",
    bad="""
--- before
milestones:
  - {id: skin-clinic, activity: Open the skin clinic, due: March 2026, status: off_track}
  - {id: foot-clinic, activity: Open the foot clinic, due: March 2027}
--- now
milestones:  # <--
  - {id: foot-clinic, activity: Open the foot clinic, due: March 2027}
""",
    good="""
--- before
milestones:
  - {id: skin-clinic, activity: Open the skin clinic, due: March 2026, status: off_track}
  - {id: foot-clinic, activity: Open the foot clinic, due: March 2027}
  - {id: eye-clinic, activity: Open the eye clinic, due: May 2025, status: complete, completed: 2025-05-20}
--- now
milestones:
  - id: skin-clinic
    activity: Open the skin clinic
    due: March 2026
    status: cancelled
    updates: [{date: 2025-12-01, note: The board gave it up for want of rooms}]
  - {id: podiatry-clinic, activity: Open the foot clinic, due: March 2027}
""",
    check=_check,
    looks_back=True,
)
