"""JFP205 event-in-future."""

from collections.abc import Iterator

from jfp_cli.linting.messages import bare
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.field import Field
from jfp_cli.model.measure import Reading
from jfp_cli.model.promise import Move, Update
from jfp_cli.model.walk import walk
from jfp_cli.values.finding import Severity
from jfp_cli.values.text import long_day

_NOUNS = {Reading: "reading", Update: "report", Move: "change of date"}


def _check(subject: Subject) -> Iterator[Problem]:
    for at, _, event, _ in walk(subject.as_written or subject.plan, _holds_events):
        key, date = ("at", event.at) if isinstance(event, Reading) else ("date", event.date)
        if date.first > subject.day:
            noun = next(noun for model, noun in _NOUNS.items() if isinstance(event, model))
            yield Problem(
                at.at(key),
                f"this {noun} is dated {bare(date)}, which on {long_day(subject.day)} is still to come",
                "write the day on which it came about; what is only expected is a forecast or a target",
            )


def _holds_events(field: Field) -> bool:
    return not _NOUNS.keys().isdisjoint(field.models)


RULE = Rule(
    code="JFP205",
    name="event-in-future",
    severity=Severity.ERROR,
    what="A reading, a report or an agreed change of date is from a day that has not come yet.",
    why="Nothing can have been measured, reported or agreed on such a day, and until it comes nobody sees what stands "
    "there. An error, since it cannot be true: the date is mistyped, or the figure is a forecast.",
    bad="""
as of 2026-11-21
--- milestones/cancer.yaml
milestones:
  - id: breast-pain-clinic
    activity: Open the breast pain clinic
    due: March 2027
    moves:
      - {from: June 2026, to: March 2027, date: 2027-02-01, because: no rooms}  # <--
    updates:
      - {date: 2026-12-03, note: Rooms found}  # <--
--- measures/waiting-list.yaml
unit: pathways
readings:
  - {at: 2026-10, value: "148,300"}
  - {at: 2026-12, value: "147,000"}  # <--
""",
    good="""
as of 2026-11-21
--- milestones/cancer.yaml
milestones:
  - id: breast-pain-clinic
    activity: Open the breast pain clinic
    due: March 2027
    forecast: June 2027
    moves:
      - {from: June 2026, to: March 2027, date: 2026-02-01, because: no rooms}
    updates:
      - {date: 2026-11-21, note: Rooms found}
--- measures/waiting-list.yaml
unit: pathways
readings:
  - {at: November 2026, value: "148,300"}
""",
    check=_check,
    by_file=True,
)
