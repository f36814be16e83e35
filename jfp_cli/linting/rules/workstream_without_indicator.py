"""JFP601 workstream-without-indicator."""

from collections.abc import Iterator

from jfp_cli.linting.pending import is_awaited
from jfp_cli.linting.prose.words import telling
from jfp_cli.linting.rule import Candidates, Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.section import Section, Workstream
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for section, stream in subject.plan.workstreams():
        if stream.indicators or Address("sections", section.id) in subject.unread or _is_measured(section, stream):
            continue
        if not is_awaited((*stream.pending, *section.pending), "indicator"):
            yield Problem(
                Address("workstreams", stream.id),
                f'nothing shows whether "{stream.title}" is being delivered',
                'add a line such as "indicators: [Tool in use in every specialty]", or record the gap: '
                '"pending: [{what: Indicators to be agreed, by: March 2026}]"',
            )


def _is_measured(section: Section, stream: Workstream) -> bool:
    """Whether a target of the section tells how the work goes: it is all of the section's work, or the target's own."""
    if len(section.workstreams) == 1 and section.targets:
        return True
    about = telling(stream.title)
    return any(_shares(about, telling(f"{target.statement} {target.measure or ''}")) for target in section.targets)


def _shares(title: frozenset[str], target: frozenset[str]) -> bool:
    """Whether a target speaks of at least two thirds of what a title names."""
    return bool(title) and 3 * len(title & target) >= 2 * len(title)


def _every(subject: Subject) -> int:
    return sum(1 for _ in subject.plan.workstreams())


RULE = Rule(
    code="JFP601",
    name="workstream-without-indicator",
    severity=Severity.WARNING,
    what="A workstream has no progress indicator, and no target of its section measures its work.",
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
  - id: diagnostics
    title: Diagnostic tests
    actions:
      2025-26: [Open the endoscopy unit]
targets:
  - {id: diagnostic-waits, statement: Diagnostic tests within six weeks, target: 95%, due: March 2026}
""",
    check=_check,
    by_file=True,
    candidates=Candidates(
        _every, "none of {of} workstreams has an indicator", "{count} of {of} workstreams have no indicator"
    ),
)
