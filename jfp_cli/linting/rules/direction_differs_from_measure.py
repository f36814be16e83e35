"""JFP424 direction-differs-from-measure."""

from collections.abc import Iterator

from jfp_cli.edit.remedies import TakeOut
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for target in subject.targets:  # one that states no direction has that of its measure
        measure = subject.plan.measure_of(target)
        if target.better is None or measure is None or measure.better in (None, target.better):
            continue
        at = Address("targets", target.id, ("better",))
        is_opposite = "exactly" not in (target.better, measure.better)
        yield Problem(
            at,
            f'"{target.better}" is called better here, and "{measure.better}" in measures/{measure.id}',
            f'take out this line where the measure is right, or write "better: {target.better}" there',
            severity=Severity.ERROR if is_opposite else None,
            remedies=(TakeOut("take out the direction, which is the measure's then", False, at),),
        )


RULE = Rule(
    code="JFP424",
    name="direction-differs-from-measure",
    severity=Severity.WARNING,
    what="A target calls another direction better than the measure that it is on.",
    why="The chart of the measure shows as an improvement what the target counts as a loss. An error where one says "
    '"higher" and the other "lower"; a warning where one of them says "exactly". What a target does not say it takes '
    "from its measure.",
    bad="""
--- sections/elective-care.yaml
targets:
  - id: waiting-list-size
    statement: A waiting list of 92,300
    measure: waiting-list
    better: higher  # <--
    target: "92,300"
  - {id: kept, statement: A list that stays as it is, measure: waiting-list, better: exactly, target: "92,300"}  # <--
--- measures/waiting-list.yaml
better: lower
""",
    good="""
--- sections/elective-care.yaml
targets:
  - id: waiting-list-size
    statement: A waiting list of 92,300
    measure: waiting-list
    better: lower
    target: "92,300"
  - {id: on-the-list, statement: A shorter waiting list, measure: waiting-list, target: "under 92,300"}
  - {id: seen, statement: More patients seen, measure: patients-seen, better: higher, target: "12,000"}
--- measures/waiting-list.yaml
better: lower
--- measures/patients-seen.yaml
readings: [{at: June 2025, value: "9,000"}]
""",
    check=_check,
    by_file=True,
)
