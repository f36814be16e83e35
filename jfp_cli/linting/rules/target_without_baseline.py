"""JFP403 target-without-baseline."""

import re
from collections.abc import Iterator

from jfp_cli.linting.rule import Candidates, Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.linting.target_figures import is_rate, with_figure
from jfp_cli.model.target import Target
from jfp_cli.values.address import Address
from jfp_cli.values.figures import NAMES, PER_CENT, POUNDS, Quantity
from jfp_cli.values.finding import Severity

# What is made, so that there was none of it before: "12 new hubs", "hubs opened", "recruit 40 nurses".
_MAKE = (
    r"open|build|install|launch|create|set up|establish|recruit|train|appoint|hire|introduce|convert|plant|start|award"
)
_MADE = (
    "opened|built|installed|launched|created|set up|established|recruited|trained|appointed|hired|introduced|converted"
    "|planted|started|awarded|in place|rolled out|completed|insulated|fitted|replaced|digitised|signed up|accredited"
)
_THINGS = (
    "hub|clinic|centre|center|practice|unit|ward|bed|post|role|job|team|site|van|scanner|service|building|home|place|space"
    "|tool|pathway|school|programme|scheme|group|nurse|doctor|dentist|midwife|midwive|therapist|worker|prescriber"
    "|apprentice|volunteer|pharmacist|paramedic|navigator|lead|theatre|house|flat|room|point"
)
_FROM_NOUGHT = re.compile(
    rf"^(?:{_MAKE})\b|\b(?:new|additional|extra|further|first) (?:[\w-]+ ){{0,3}}?(?:{_THINGS})e?s?\b|\b(?:{_MADE})\b",
    re.IGNORECASE,
)
# What is counted over again, week by week or of every so many, never begins at nought.
_RUNNING = re.compile(
    r"\b(?:a|per|each|every|in any|in a) (?:day|week|month|quarter|year)\b|\b(?:daily|weekly|monthly|annual|yearly)\b"
    r"|\b(?:rate|share|proportion|percentage|average|number of patients|waiting|referrals?|appointments?"
    r"|admissions?)\b",
    re.IGNORECASE,
)


def _check(subject: Subject) -> Iterator[Problem]:
    for target, promised in subject.promised_figures:
        if target.target is None or target.baseline is not None or _begins_at_nought(target, target.target):
            continue
        if target.hold:
            continue  # a standard is kept, whatever was before
        # A change without a baseline is a worse fault, with a rule of its own.
        if all(promise.figure.change is None for promise in promised):
            yield Problem(
                Address("targets", target.id),
                f'nothing says how far {target.id} has to go to reach "{target.target}"',
                'add where it stood, with a line such as "baseline: {value: ..., at: March 2025}"',
            )


def _begins_at_nought(target: Target, figure: Quantity) -> bool:
    """Whether a target counts what is made from now on: where it starts is no question then."""
    text = f"{target.statement}\n{target.measure or ''}"
    is_count = figure.unit not in NAMES and not figure.unit.startswith((PER_CENT, POUNDS)) and not is_rate(figure.unit)
    if not is_count or target.better == "lower" or figure.value == 0 or _RUNNING.search(text):
        return False
    return any(_FROM_NOUGHT.search(each) for each in text.splitlines())


RULE = Rule(
    code="JFP403",
    name="target-without-baseline",
    severity=Severity.WARNING,
    what="A target says where a measure is to be, but not where it was.",
    why="Without a start nobody knows whether the figure is ambitious or was reached long ago, or whether a reading is "
    "on the way. A warning: whether the target was met can be told, but its progress cannot be tracked. What is "
    "counted as it is made, such as new hubs, begins at nought and needs no baseline.",
    bad="""
targets:
  - id: missed-appointments  # <--
    statement: Fewer missed appointments
    better: lower
    target: under 6%
    due: March 2026
""",
    good="""
targets:
  - id: missed-appointments
    statement: Fewer missed appointments
    better: lower
    baseline: {value: 7.1%, at: March 2025}
    target: under 6%
    due: March 2026
  - id: neighbourhood-hubs
    statement: New neighbourhood hubs opened
    better: higher
    target: "12"
    due: March 2027
""",
    check=_check,
    by_file=True,
    candidates=Candidates(
        with_figure,
        "none of {of} targets with a figure says where it began",
        "{count} of {of} targets with a figure do not say where they began",
    ),
)
