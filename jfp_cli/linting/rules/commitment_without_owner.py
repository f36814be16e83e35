"""JFP316 commitment-without-owner."""

from collections.abc import Iterator

from jfp_cli.linting.messages import bare
from jfp_cli.linting.rule import Candidates, Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for promise in subject.open_commitments:
        if promise.owner is None:
            yield Problem(
                promise.address,
                f"due {bare(promise.due)}, and nobody is named who answers for it",
                'add a line such as "owner: Head of estates"',
            )


RULE = Rule(
    code="JFP316",
    name="commitment-without-owner",
    severity=Severity.WARNING,
    what="A dated commitment or a dated action that is still open names no owner.",
    why="A date that nobody answers for is nobody's to move or to miss. A warning: the plan is not wrong, but the "
    "commitment cannot be chased. What has no date is not asked for an owner.",
    bad="""
--- enablers/estates.yaml
commitments:
  - commitment: Develop neighbourhood hubs  # <--
    due: March 2028
--- sections/elective-care.yaml
workstreams:
  - id: outpatients
    title: Outpatients
    actions:
      2026-30:
        - {action: Close the old clinic, due: Summer 2026}  # <--
""",
    good="""
--- enablers/estates.yaml
commitments:
  - {commitment: Develop neighbourhood hubs, due: March 2028, owner: Head of estates}
  - {commitment: Open the first hub, due: March 2025, status: complete, completed: 2025-03-20}
  - commitment: Share rooms with the councils
--- sections/elective-care.yaml
workstreams:
  - id: outpatients
    title: Outpatients
    actions:
      2025-26: [Cut missed appointments]
      2026-30:
        - {action: Close the old clinic, due: Summer 2026, owner: Head of outpatients}
""",
    check=_check,
    by_file=True,
    candidates=Candidates(
        lambda subject: len(subject.open_commitments),
        "none of {of} dated commitments and actions names an owner",
        "{count} of {of} dated commitments and actions name no owner",
    ),
)
