"""JFP606 empty-planning-period."""

from collections.abc import Iterator

from jfp_cli.linting.pending import is_awaited
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.section import Section
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity

_HELP = 'say what will be done then, under "actions" of a workstream'


def _check(subject: Subject) -> Iterator[Problem]:
    plan = subject.plan
    planned = {period for _, stream in plan.workstreams() for period, actions in stream.actions.items() if actions}
    for number, period in enumerate(plan.settings.planning_periods):
        if plan.sections and period not in planned and subject.is_whole("sections"):
            yield Problem(
                Address("plan", "", ("planning_periods", number)), f"the plan has no action for {period}", _HELP
            )
    for section in plan.sections.values():
        if Address("sections", section.id) in subject.unread:
            continue
        yield from _in_section(section, [period for period in plan.settings.planning_periods if period in planned])


def _in_section(section: Section, periods: list[str]) -> Iterator[Problem]:
    planned = {period for stream in section.workstreams for period, actions in stream.actions.items() if actions}
    for period in periods:
        if planned and period not in planned:
            yield Problem(Address("sections", section.id), f'"{section.title}" has no action for {period}', _HELP)
    for stream in section.workstreams:
        at = Address("workstreams", stream.id)
        empty = [period for period, actions in stream.actions.items() if not actions]
        if len(empty) == len(stream.actions):
            if not is_awaited((*stream.pending, *section.pending), "action", "workstream", "section"):
                yield Problem(at, f'"{stream.title}" has no action in any planning period', _HELP)
        else:
            for period in empty:
                message = f'"{stream.title}" names {period} without an action'
                yield Problem(at.at("actions", period), message, f"{_HELP}, or delete this line", key=True)


RULE = Rule(
    code="JFP606",
    name="empty-planning-period",
    severity=Severity.WARNING,
    what="The plan, a section or a workstream says nothing about a planning period that it covers.",
    why="Readers cannot tell whether nothing will be done or nobody has written it yet. A warning: what is not there "
    "cannot be tracked.",
    bad="""
--- sections/finance.yaml
id: finance  # <--
workstreams:
  - id: contracts
    title: Contracts
    actions: {2025-26: [Review every contract]}
  - id: frailty  # <--
    title: Frailty
--- sections/dental.yaml
workstreams:
  - id: orthodontics
    title: Orthodontics
    actions:
      2025-26: []  # <--
      2026-30: [Open the new service]
  - id: dental-access
    title: Dental access
    actions: {2025-26: [Review the pilot]}
""",
    good="""
--- sections/finance.yaml
workstreams:
  - id: contracts
    title: Contracts
    actions: {2025-26: [Review every contract]}
  - id: estates
    title: Estates
    actions: {2026-30: [Sell surplus buildings]}
""",
    check=_check,
    stronger_than=("JFP601",),
)
