"""JFP420 undated-baseline."""

from collections.abc import Iterator

from jfp_cli.edit.remedies import Enter
from jfp_cli.linting.pending import is_awaited
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.target import Target
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for target in subject.targets:
        baseline = target.baseline
        if baseline is None or baseline.at is not None or baseline.value.value == 0:
            continue
        if not is_awaited(target.pending, "baseline"):
            at = Address("targets", target.id, ("baseline",))
            date = _measured_at(target, subject)
            yield Problem(
                at,
                f'nothing says when it stood at "{baseline.value}"',
                f'add when it was measured, with a line such as "at: {date or "March 2025"}"',
                remedies=(Enter(f'add "at: {date}"', True, at, "at", date),) if date else (),
            )


def _measured_at(target: Target, subject: Subject) -> str:
    """When the measure was read as the baseline has it; empty where it never was, or more than once."""
    if target.baseline is None or len(target.places) > 1:
        return ""
    place = target.places[0] if target.places else None
    dates = {
        reading.at.text
        for reading in subject.plan.readings_of(target)
        if reading.place == place and reading.value == target.baseline.value
    }
    return dates.pop() if len(dates) == 1 else ""


RULE = Rule(
    code="JFP420",
    name="undated-baseline",
    severity=Severity.WARNING,
    what="A baseline does not say when it was measured.",
    why="Whether work is on the way to its target is told by the line from the baseline on, and that line has no "
    "beginning. A warning: whether the target was met can be told, but its progress cannot be tracked. What begins "
    "at nought needs no date.",
    bad="""
targets:
  - id: missed-appointments
    statement: Fewer missed appointments
    better: lower
    baseline: {value: 7.1%}  # <--
    target: under 6%
    due: March 2026
  - {id: uptake, statement: Higher uptake, baseline: {value: 52%}, target: 60%, due: March 2027}  # <--
""",
    good="""
targets:
  - id: missed-appointments
    statement: Fewer missed appointments
    better: lower
    baseline: {value: 7.1%, at: March 2025}
    target: under 6%
    due: March 2026
  - {id: hubs, statement: New hubs, better: higher, baseline: {value: "0"}, target: "12", due: March 2027}
  - id: uptake
    statement: Higher uptake
    baseline: {value: 52%}
    target: 60%
    due: March 2027
    pending: [{what: Date of the baseline to be added, by: March 2026}]
""",
    check=_check,
    by_file=True,
)
