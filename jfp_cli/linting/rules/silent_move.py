"""JFP701 silent-move."""

from collections.abc import Iterator

from jfp_cli.edit.remedies import Append
from jfp_cli.history.moves import as_far_as, since_then
from jfp_cli.history.telling import later
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.finding import Severity

_NO_REASON = "no reason was recorded"


def _check(subject: Subject) -> Iterator[Problem]:
    for (old, new), change in subject.changed_promises:
        if change.sort != "moved" or change.recorded or not (old and old.due and new and new.due):
            continue
        moves, before = (getattr(part.entity, "moves", ()) for part in (new, old))
        known = as_far_as(since_then(moves, before, old.due), old.due)
        entry = {"from": known.text, "to": new.due.text, "date": subject.day.isoformat()}
        words = ", ".join(f"{key}: {text}" for key, text in entry.items())
        title = "record the move, of which you have to say why"
        value = {**entry, "because": _NO_REASON}
        yield Problem(
            new.address.at("due"),
            f"its date was {change.before} and is {change.after}{later(change.days)}; no entry in moves says why",
            f'add "moves: [{{{words}, because: ...}}]", or write the date that was promised',
            remedies=(Append(title, safe=False, at=new.address.at("moves"), value=value),),
        )


RULE = Rule(
    code="JFP701",
    name="silent-move",
    severity=Severity.WARNING,
    what="A date moved since an earlier time, and no entry in moves says that it did.",
    why="The plan reads as if the new date had always been the promise. A warning: git alone knows that it slipped, "
    "and nobody knows why.",
    bad="""
--- before
milestones:
  - {id: skin-clinic, activity: Open the skin clinic, due: March 2026}
  - id: foot-clinic
    activity: Open the foot clinic
    due: March 2026
    checkpoints: [{due: January 2026, activity: Rooms found}]
--- now
milestones:
  - {id: skin-clinic, activity: Open the skin clinic, due: September 2026}  # <--
  - id: foot-clinic
    activity: Open the foot clinic
    due: September 2026  # <--
    moves:
      - {from: March 2026, to: June 2026, date: 2025-12-10, because: no rooms}
    checkpoints: [{due: May 2026, activity: Rooms found}]  # <--
""",
    good="""
--- before
milestones:
  - {id: skin-clinic, activity: Open the skin clinic, due: March 2026}
  - {id: foot-clinic, activity: Open the foot clinic, due: March 2026}
--- now
milestones:
  - id: skin-clinic
    activity: Open the skin clinic
    due: September 2026
    moves:
      - {from: March 2026, to: June 2026, date: 2025-11-10, because: no rooms}
      - {from: June 2026, to: September 2026, date: 2025-12-10, because: no staff}
  - {id: foot-clinic, activity: Open the foot clinic, due: 2026-03}
""",
    check=_check,
    looks_back=True,
)
