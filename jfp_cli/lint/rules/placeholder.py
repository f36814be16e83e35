"""JFP501 placeholder."""

import re
from collections.abc import Iterator

from jfp_cli.lint.rule import Problem, Rule
from jfp_cli.lint.subject import Subject
from jfp_cli.values.finding import Severity

_PLACEHOLDER = re.compile(
    r"\b(TBC|TBA|TBD|XX+"
    r"|(?:section |link |figures? |text |date |details? )?to be (?:updated|confirmed|added|agreed later|decided|completed)"
    r"|(?:insert|add) (?:text|link|figures?|here)\b|lorem ipsum)(?=\W|$)",
    re.IGNORECASE,
)


def _check(subject: Subject) -> Iterator[Problem]:
    for at, text in subject.prose:
        if "pending" in at.path:
            continue
        for found in _PLACEHOLDER.finditer(text):
            yield Problem(
                at,
                f'"{found[0]}" would be published as it stands',
                'write what is meant, or record the gap: "pending: [{what: ..., by: March 2026}]"',
                words=found[0],
            )


RULE = Rule(
    code="JFP501",
    name="placeholder",
    severity=Severity.WARNING,
    what="A text says that it is still to be written.",
    why="Placeholders are overlooked and published. A warning: `pending` is the place for a known gap, where it has a "
    "date and is left out of the published plan.",
    bad="""
challenges:
  - Waiting lists have grown (figures to be updated)  # <--
""",
    good="""
challenges:
  - Waiting lists have grown
pending:
  - {what: Figures of the waiting lists to be updated, by: March 2026}
""",
    check=_check,
)
