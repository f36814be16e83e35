"""JFP702 moved-again."""

from collections.abc import Iterator

from jfp_cli.linting.option import Option, whole_number
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.finding import Severity

_TIMES = Option(
    name="times",
    default="3",
    meaning="from which move of a date on this is said.",
    read=whole_number,
)


def _check(subject: Subject) -> Iterator[Problem]:
    for (_, new), change in subject.changed_promises:
        if change.sort != "moved" or new is None:
            continue
        times = len(getattr(new.entity, "moves", ())) + (not change.recorded)
        if times >= subject.value(_TIMES):
            yield Problem(
                new.address.at("due"),
                f"this date has moved {times} times now, the last from {change.before} to {change.after}",
                "find out what stands in its way, and promise a date that will hold or write status: cancelled",
            )


RULE = Rule(
    code="JFP702",
    name="moved-again",
    severity=Severity.ADVICE,
    what="A date that moved before has moved once more since an earlier time, for the third time or oftener.",
    why="A date that moves again and again is no promise, and each move by itself looks small. Advice, since each may "
    "have had its reason.",
    bad="""
--- before
milestones:
  - id: skin-clinic
    activity: Open the skin clinic
    due: June 2026
    moves:
      - {from: January 2026, to: March 2026, date: 2025-10-10, because: no rooms}
      - {from: March 2026, to: June 2026, date: 2025-11-10, because: no staff}
--- now
milestones:
  - id: skin-clinic
    activity: Open the skin clinic
    due: September 2026  # <--
    moves:
      - {from: January 2026, to: March 2026, date: 2025-10-10, because: no rooms}
      - {from: March 2026, to: June 2026, date: 2025-11-10, because: no staff}
      - {from: June 2026, to: September 2026, date: 2025-12-10, because: no lift}
""",
    good="""
--- before
milestones:
  - id: skin-clinic
    activity: Open the skin clinic
    due: March 2026
    moves: [{from: January 2026, to: March 2026, date: 2025-10-10, because: no rooms}]
--- now
milestones:
  - id: skin-clinic
    activity: Open the skin clinic
    due: June 2026
    moves:
      - {from: January 2026, to: March 2026, date: 2025-10-10, because: no rooms}
      - {from: March 2026, to: June 2026, date: 2025-11-10, because: no staff}
""",
    check=_check,
    options=(_TIMES,),
    looks_back=True,
)
