"""JFP317 milestone-against-target."""

import re
from collections.abc import Iterator

from jfp_cli.linting.messages import bare
from jfp_cli.linting.prose.promised_dates import overlaps
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.shared_promises import SharedPromise
from jfp_cli.linting.subject import Subject
from jfp_cli.model.area import Milestone
from jfp_cli.model.promise import CLOSED
from jfp_cli.model.target import Target
from jfp_cli.values.address import Address
from jfp_cli.values.figures import PER_CENT
from jfp_cli.values.finding import Severity

_REACHES = re.compile(
    r"\b(?:meet|reach|achieve|hit|attain|complete|finish|deliver|carry out|have|bring .{1,60} to)\b", re.IGNORECASE
)
_STEP = re.compile(
    r"\s*(?:start|begin|review|plan|prepare|develop|agree|evaluate|pilot|recruit|appoint|procure)\b", re.IGNORECASE
)
_PER_CENT = re.compile(r"(?<![\d.,/-])(\d[\d,.]*) ?(?:%|per ?cent)")


def _check(subject: Subject) -> Iterator[Problem]:
    targets = {target.id: target for target in subject.targets}
    for _, milestone in subject.plan.milestones():
        for name in milestone.targets if milestone.status not in CLOSED else ():
            target = targets.get(name)
            if target and target.due and target.due.last and milestone.due.first > target.due.last:
                yield _problem(
                    milestone,
                    f"due {bare(milestone.due)}, but the target that it serves, {name}, {bare(target.due)}",
                )
    for shared in subject.shared_promises:
        if shared.target.id not in shared.milestone.targets and (message := _contradiction(shared)):
            yield _problem(shared.milestone, message)


def _problem(milestone: Milestone, message: str) -> Problem:
    return Problem(
        Address("milestones", milestone.id, ("due",)),
        message,
        "agree on one of them; if the milestone is a step on the way, make it a point of the target's trajectory",
    )


def _contradiction(shared: SharedPromise) -> str:
    """What a milestone and a target say differently of one thing; empty where they agree or one leads to the other."""
    milestone, target = shared.milestone, shared.target
    if target.due is None or milestone.due.last is None or _STEP.match(milestone.activity):
        return ""
    at_once = overlaps(milestone.due, target.due)
    others = _other_figures(milestone, target)
    if others and not shared.has_figure:
        if at_once and not any(point.due == milestone.due for point in target.trajectory):
            return f'promises {others[0]}% for {bare(milestone.due)}, and targets/{target.id} "{target.target}"'
        return ""
    reaches = shared.has_figure or _REACHES.search(milestone.activity) is not None
    if at_once or not reaches or any(overlaps(point.due, milestone.due) for point in target.trajectory):
        return ""
    return f"due {bare(milestone.due)}, and targets/{target.id} promises the same for {bare(target.due)}"


def _other_figures(milestone: Milestone, target: Target) -> list[str]:
    """The percentages that a milestone promises and its target, which is one too, does not."""
    if target.target is None or target.target.unit != PER_CENT or target.target.change is not None:
        return []
    figure = f"{target.target.value:f}"
    return [found for found in _PER_CENT.findall(milestone.activity) if found != figure]


RULE = Rule(
    code="JFP317",
    name="milestone-against-target",
    severity=Severity.WARNING,
    what="A milestone and a target promise one thing for two dates, or two figures for one date.",
    why="One of the two is reported as kept while the other is missed, and each reader quotes the one that suits. A "
    "warning: they may mean slightly different things, and then their words should say so.",
    bad="""
--- milestones/cancer.yaml
milestones:
  - id: waiting-standards
    activity: Meet the Faster Diagnosis Standard
    due: April 2025  # <--
  - id: early-stages
    activity: Find 70% of cancers at stage 1 or 2 at diagnosis
    due: March 2028  # <--
  - id: navigators
    activity: Place a navigator on each ward
    due: June 2028  # <--
    targets: [stages]
--- sections/cancer-care.yaml
targets:
  - id: faster-diagnosis
    statement: Faster cancer diagnosis
    measure: Performance against the cancer Faster Diagnosis Standard
    target: at least 80%
    due: March 2026
  - id: stages
    statement: More cancers found at stage 1 or 2 at diagnosis
    target: at least 75%
    due: March 2028
""",
    good="""
--- milestones/cancer.yaml
milestones:
  - {id: waiting-standards, activity: Meet the Faster Diagnosis Standard, due: 2025-26}
  - {id: early-stages, activity: Find 70% of cancers at stage 1 or 2 at diagnosis, due: March 2027}
  - {id: boosters, activity: Finish the spring booster programme of nursing homes, due: July 2025}
  - {id: plan-for-diagnosis, activity: Plan how to meet the Faster Diagnosis Standard, due: June 2025}
--- sections/cancer-care.yaml
targets:
  - id: faster-diagnosis
    statement: Faster cancer diagnosis
    measure: Performance against the cancer Faster Diagnosis Standard
    target: at least 80%
    due: March 2026
  - id: stages
    statement: More cancers found at stage 1 or 2 at diagnosis
    target: at least 75%
    due: March 2028
  - {id: autumn, statement: Autumn booster programme of nursing homes complete, due: January 2026}
""",
    check=_check,
)
