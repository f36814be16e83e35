"""JFP509 pending-without-date."""

from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for at, entry in subject.pending:
        if entry.by is None:
            yield Problem(
                at,
                f'nothing says by when "{entry.what}" is done',
                'add by when, with a line such as "by: March 2026"',
            )


RULE = Rule(
    code="JFP509",
    name="pending-without-date",
    severity=Severity.ADVICE,
    what="A known gap does not say by when it is filled.",
    why="Nobody is ever late with it, so it ships in one edition after the other. Advice: the gap is known, and the "
    "plan can be tracked around it.",
    bad="""
pending:
  - what: Name of the lead to be added  # <--
""",
    good="""
pending:
  - what: Section to be updated
    by: March 2026
  - {what: Name of the lead to be added, by: 2025-26}
""",
    check=_check,
    by_file=True,
)
