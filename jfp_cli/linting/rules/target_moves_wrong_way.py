"""JFP405 target-moves-wrong-way."""

from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.linting.target_figures import behind_baseline, wrong_way
from jfp_cli.model.target import Target
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for target, promised in subject.promised_figures:
        opposed = [(promise, how) for promise in promised if (how := wrong_way(target, promise.figure))]
        for promise, how in opposed:
            yield Problem(promise.figure_at, f"{target.better} is better, but {how}", _help(target))
        if not opposed and behind_baseline(target) and target.baseline:
            side = "above" if target.better == "lower" else "below"
            yield Problem(
                Address("targets", target.id, ("target",)),
                f'{target.better} is better, but "{target.target}" is {side} the baseline, "{target.baseline.value}"',
                f'{_help(target)}; a floor is said in the statement: "held at ..."',
            )


def _help(target: Target) -> str:
    other = "higher" if target.better == "lower" else "lower"
    return f'correct the figure, or write "better: {other}"'


RULE = Rule(
    code="JFP405",
    name="target-moves-wrong-way",
    severity=Severity.ERROR,
    what="A target leads away from what it calls better.",
    why="Progress is counted towards the figure, so every step for the worse would be shown as a success. An error: "
    "one of the two is wrong.",
    bad="""
targets:
  - id: repeat-admissions
    statement: Fewer repeated admissions
    better: lower
    baseline: {value: 5%, at: March 2025}
    target: 6%  # <--
    due: March 2027
  - id: hypertension-diagnosis
    statement: More hypertension diagnosed
    better: higher
    target: down 2%  # <--
    due: March 2026
""",
    good="""
targets:
  - id: repeat-admissions
    statement: Fewer repeated admissions
    better: lower
    baseline: {value: 6%, at: March 2025}
    target: 5%
    due: March 2027
  - id: vaccine-uptake
    statement: Uptake of vaccines held above 50%
    better: higher
    baseline: {value: 52%, at: March 2025}
    target: at least 50%
    due: March 2026
""",
    check=_check,
    by_file=True,
)
