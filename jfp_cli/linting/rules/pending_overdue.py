"""JFP502 pending-overdue."""

from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for at, entry in subject.pending:
        if entry.by is not None and (days := entry.by.days_overdue(subject.day)):
            yield Problem(
                at.at("by"),
                f'"{entry.what}" was promised for {entry.by} and is {days} day{"s" * (days != 1)} late',
                "write what was pending and delete this entry, or agree a new date",
            )


RULE = Rule(
    code="JFP502",
    name="pending-overdue",
    severity=Severity.WARNING,
    what="A known gap should have been filled by now.",
    why="The plan says that this part is not finished, and by its own date it should be: what stands here is out of "
    "date. A warning, since the rest can be tracked and only the gap cannot.",
    bad="""
as of 2026-11-21
pending:
  - what: Section to be updated
    by: March 2025  # <--
""",
    good="""
as of 2026-11-21
pending:
  - what: Section to be updated
    by: 21 November 2026
  - what: Name of the lead to be added
""",
    check=_check,
    by_file=True,
)
