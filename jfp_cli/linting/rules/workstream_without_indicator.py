"""JFP601 workstream-without-indicator."""

from collections.abc import Iterator

from jfp_cli.linting.pending import is_awaited
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for section, stream in subject.plan.workstreams():
        if not stream.indicators and not is_awaited((*stream.pending, *section.pending), "indicator"):
            yield Problem(
                Address("workstreams", stream.id),
                f'nothing shows whether "{stream.title}" is being delivered',
                'add a line such as "indicators: [Tool in use in every specialty]", or record the gap: '
                '"pending: [{what: Indicators to be agreed, by: March 2026}]"',
            )


RULE = Rule(
    code="JFP601",
    name="workstream-without-indicator",
    severity=Severity.WARNING,
    what="A workstream has no progress indicator.",
    why="Without one, nobody can tell a year later whether the work was done. A warning: the actions stand, but they "
    "cannot be tracked.",
    bad="""
workstreams:
  - id: patient-portals  # <--
    title: Patient portals
    actions:
      2025-26: [Let patients see their records]
""",
    good="""
workstreams:
  - id: patient-portals
    title: Patient portals
    actions:
      2025-26: [Let patients see their records]
    indicators: [More patients who use the portal]
  - id: outpatients
    title: Outpatients
    actions:
      2025-26: [Offer one-stop clinics]
    pending: [{what: Key indicators to be confirmed, by: March 2026}]
""",
    check=_check,
)
