"""JFP705 baseline-rewritten."""

from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for pair, several in subject.changes:
        for change in several:
            if change.sort == "baseline" and change.before is not None:
                yield Problem(
                    pair.last.address.at(*change.path),
                    f"the baseline said {change.before} and now says {change.after or 'nothing'}",
                    "write again what it was; where that was wrong, allow this with the reason in plan.yaml",
                )


RULE = Rule(
    code="JFP705",
    name="baseline-rewritten",
    severity=Severity.WARNING,
    what="The baseline of a target is another than it was at an earlier time.",
    why="Progress is counted from the baseline: with another one the same reading is good news or bad. A warning: "
    "a mistake may have been mended, which somebody should have agreed to.",
    bad="""
--- before
targets:
  - id: staff-turnover
    statement: Lower turnover
    better: lower
    baseline: {value: 14%, at: March 2025}
    target: 9%
    due: March 2028
--- now
targets:
  - id: staff-turnover
    statement: Lower turnover
    better: lower
    baseline:
      value: 16%  # <--
      at: June 2025  # <--
    target: 9%
    due: March 2028
""",
    good="""
--- before
targets:
  - {id: staff-turnover, statement: Lower turnover, better: lower, target: 9%, due: March 2028}
--- now
targets:
  - id: staff-turnover
    statement: Lower turnover
    better: lower
    baseline: {value: 16%, at: March 2025}
    target: 9%
    due: March 2028
""",
    check=_check,
    looks_back=True,
)
