"""JFP422 consistently-failing."""

from collections.abc import Iterator

from jfp_cli.linting.messages import bare
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.measures.series import Figure, Series
from jfp_cli.model.target import Target
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    failing: dict[Address, tuple[Figure, list[Series]]] = {}
    for series in subject.charts:
        for held in series.targets:
            if held.assurance == "consistent_fail" and held.in_force:
                at = _address(held.target, held.in_force)
                failing.setdefault(at, (held.in_force, []))[1].append(series)
    for at, (figure, charts) in failing.items():
        places = [subject.plan.settings.places[series.place] for series in charts if series.place]
        measure, by = charts[0].measure.id, f" ({bare(figure.at)})" if figure.at else ""
        yield Problem(
            at,
            f'"{figure.written}"{by} is consistently missed{" in " if places else ""}{", ".join(places)}: none of the '
            "usual variation meets it",
            "say in an action what will change how the work is done, or agree another figure; the chart is drawn by: "
            f"jfp show measures/{measure}",
        )


def _address(target: Target, figure: Figure) -> Address:
    """Where the figure stands that is in force."""
    at = Address("targets", target.id)
    steps = (number for number, step in enumerate(target.trajectory) if step.target is figure.written)
    number = next(steps, None)
    return at.at("target") if number is None else at.at("trajectory", number, "target")


_READ = "\n".join(
    f"  - {{at: {2025 + month // 12}-{month % 12 + 1:02}, value: {value}%}}"
    for month, value in enumerate((71, 74, 72, 73, 70, 74, 72, 71, 73, 75, 72, 74, 73), start=3)
)

RULE = Rule(
    code="JFP422",
    name="consistently-failing",
    severity=Severity.WARNING,
    what="A measure varies as it always does, and none of that variation meets the figure that is in force.",
    why="A better month is no success then and a worse one no failure: without a change of how the work is done the "
    "figure will be missed again. A warning: the figure may be right, but the plan has no way to it. It takes thirteen "
    "readings to tell; what is not due yet is foretold by the chart and is no finding.",
    bad=f"""
as of 2026-04-20
--- sections/urgent-care.yaml
targets:
  - id: seen-in-four-hours
    statement: Patients are seen within four hours
    measure: four-hours
    better: higher
    target: 80%  # <--
    hold: true
--- measures/four-hours.yaml
every: month
readings:
{_READ}
""",
    good=f"""
as of 2026-04-20
--- sections/urgent-care.yaml
targets:
  - id: seen-in-four-hours
    statement: Patients are seen within four hours
    measure: four-hours
    better: higher
    target: 74%
    hold: true
  - id: seen-by-the-end
    statement: Patients are seen within four hours
    measure: four-hours
    better: higher
    target: 82%
    due: March 2029
--- measures/four-hours.yaml
every: month
readings:
{_READ}
""",
    check=_check,
)
