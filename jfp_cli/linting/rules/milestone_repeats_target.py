"""JFP320 milestone-repeats-target."""

from collections.abc import Iterator

from jfp_cli.linting.prose.promised_dates import overlaps
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for milestone, target, has_figure in subject.shared_promises:
        if not has_figure or target.id in milestone.targets:
            continue
        if target.due is None or overlaps(milestone.due, target.due):
            yield Problem(
                Address("milestones", milestone.id, ("activity",)),
                f'this is the target {target.id}, "{target.statement}", over again',
                f'write what will be done for it, and link the two with "targets: [{target.id}]"',
            )


RULE = Rule(
    code="JFP320",
    name="milestone-repeats-target",
    severity=Severity.ADVICE,
    what="A milestone promises the figure of a target once more.",
    why="A milestone is something that is done; that a measure reached its figure is told by its readings. Kept twice, "
    "the two are changed apart, and then contradict each other. Advice: for now both say the same.",
    bad="""
--- milestones/cancer.yaml
milestones:
  - id: early-stages
    activity: Improve early diagnosis so that 75% of cancers are found at stage 1 or 2  # <--
    due: March 2028
--- sections/cancer-care.yaml
targets:
  - id: stages
    statement: More cancers diagnosed at stage 1 or 2
    better: higher
    target: 75%
    due: March 2028
""",
    good="""
--- milestones/cancer.yaml
milestones:
  - id: early-stages
    activity: Improve early diagnosis so that 75% of cancers are found at stage 1 or 2
    due: March 2028
    targets: [stages]
  - {id: self-referral, activity: Let patients refer themselves in 75% of practices, due: March 2028}
  - {id: first-step, activity: Find 60% of cancers at stage 1 or 2, due: March 2027}
--- sections/cancer-care.yaml
targets:
  - id: stages
    statement: More cancers diagnosed at stage 1 or 2
    better: higher
    target: 75%
    due: March 2028
""",
    check=_check,
)
