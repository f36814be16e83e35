"""JFP319 milestone-that-never-ends."""

import re
from collections.abc import Iterator

from jfp_cli.linting.messages import bare
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.finding import Severity

_GOES_ON = re.compile(
    r"(?:we (?:will )?)?(?:to )?(?:continu(?:e|ed|ing)\b|keep(?:ing)?\b(?= (?:on )?(?:the |our |all )?\w+)"
    r"|carry(?:ing)? on\b"
    r"|maintain(?:ing)?\b|sustain(?:ing)?\b|ongoing\b|continual(?:ly)?\b|continuous(?:ly)?\b|on-going\b|regularly\b)",
    re.IGNORECASE,
)
_ANYWHERE = re.compile(r"\bon an? (?:ongoing|on-going|rolling|continuing) basis\b", re.IGNORECASE)
# What ends all the same: a result named beside what goes on, or an end of its own.
_ENDS = re.compile(
    r"(?:\b(?:and|to|then)\b,?|[:;,])(?: (?:to|then|also|fully|help [^.;]{1,60}? to))? (?:approve|agree|publish"
    r"|write|complete"
    r"|finish|open|launch|procure|commission|award|appoint|recruit|build|add|deliver|carry out|roll out|put"
    r"|establish|set up"
    r"|introduce|implement|adopt|submit|sign|mobilise|bring|move|close|evaluate|train|extend|reach|achieve)\b"
    r"|\b(?:until|till|up to|through to|to the end of|so that (?:all|every|each|no))\b|\bphase\b|%|\bby (?:the end|\d)",
    re.IGNORECASE,
)


def _check(subject: Subject) -> Iterator[Problem]:
    for at, step in subject.open_steps:
        text = step.activity
        goes_on = _GOES_ON.match(text) or _ANYWHERE.search(text)
        if goes_on and not _ENDS.search(text) and next(subject.dates_in(text), None) is None:
            yield Problem(
                at.at("activity"),
                f'"{goes_on[0].strip()}" goes on for ever, so nobody can say whether it was done by {bare(step.due)}',
                "write what will be there by then; what simply goes on belongs among the actions of a workstream",
                words=goes_on[0].strip(),
            )


RULE = Rule(
    code="JFP319",
    name="milestone-that-never-ends",
    severity=Severity.WARNING,
    what="A milestone or checkpoint is dated, but is work that only goes on.",
    why="It can be called complete on any day or on none, so its date says nothing. A warning: the work may be right, "
    "but as a milestone it cannot be tracked.",
    bad="""
milestones:
  - id: prescribing-service
    activity: Keep the social prescribing service running  # <--
    due: March 2026
  - id: care-processes
    activity: Continue to improve the eight care processes  # <--
    due: April 2026
  - id: staff-forum
    activity: Hold staff forums on an ongoing basis  # <--
    due: April 2026
""",
    good="""
milestones:
  - id: one-pathway
    activity: Keep developing the joint pathway, and approve it
    due: March 2026
  - id: pilot
    activity: Continue the pilot until its evaluation
    due: April 2026
  - id: strategy
    activity: Keep delivering the Dementia Strategy 2023-2028
    due: December 2028
  - id: uptake
    activity: Maintain uptake at 52%
    due: March 2026
  - id: service-kept
    activity: Keep the ward open
    due: March 2026
    status: complete
    completed: 2026-01-01
""",
    check=_check,
    by_file=True,
    stronger_than=("JFP503",),
)
