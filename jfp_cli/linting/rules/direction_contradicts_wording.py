"""JFP415 direction-contradicts-wording."""

import re
from collections.abc import Iterator

from jfp_cli.linting.prose.words import stem, words_of
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity

_LESS = (
    r"(?P<lower>fewer|less|lower|smaller|shorter|reduced?|reducing|reduction in|cut|cutting"
    r"|decrease[ds]?(?: in)?|decreasing"
    r"|falling|minimi[sz]e|halve|halving|drop in|fall in|lowering)"
)
_MORE = (
    r"(?P<higher>more|higher|greater|larger|increased?(?: in)?|increasing|raised?|raising|rise in|growth in"
    r"|maximi[sz]e|double|doubling"
    r"|rising|widen)"
)
_LEADS = re.compile(rf"(?:we (?:will )?|to |an? |the )?(?:{_LESS}|{_MORE})\b(?P<rest>[^,;:.]*)", re.IGNORECASE)
# Where the wording counts one thing and the measure what is left of it, or a share of those who get it in time.
_TURNS = re.compile(
    r"\b(?:within|without|not|no|free of|avoid\w*|prevent\w*|remain\w*|left|less|fewer|under|below|than|unused"
    r"|gap|rate of compliance|performance|standard|met|on time|in time)\b",
    re.IGNORECASE,
)


def _check(subject: Subject) -> Iterator[Problem]:
    for target in subject.targets:
        leads = _LEADS.match(target.statement) if target.better in ("lower", "higher") else None
        way = "lower" if leads and leads["lower"] else "higher"
        if leads and way != target.better and _counts_the_same(leads["rest"], target.measure):
            words = " ".join((leads[way] + leads["rest"]).split()[:4])
            yield Problem(
                Address("targets", target.id, ("better",) if _states_it(target.id, subject) else ()),
                f'the statement says "{words}", and {target.better} is called better',
                f'write "better: {way}", or reword the statement',
            )


def _states_it(name: str, subject: Subject) -> bool:
    """Whether the target itself says what is better, and not its measure."""
    return getattr(subject.plan.things.get(Address("targets", name)), "better", None) is not None


def _counts_the_same(counted: str, measure: str | None) -> bool:
    """Whether what a statement counts is certainly what the measure counts, and neither what is left of it."""
    if _TURNS.search(counted) or (measure and _TURNS.search(measure)):
        return False
    return not measure or not _stems(counted).isdisjoint(_stems(measure))


def _stems(text: str) -> set[str]:
    return {stem(word.lower()) for word in words_of(text)}


RULE = Rule(
    code="JFP415",
    name="direction-contradicts-wording",
    severity=Severity.WARNING,
    what="A statement promises less of something while more of it is called better, or the other way round.",
    why="Every reading is then judged the wrong way round: what gets worse is reported as on track. A warning: "
    "one of the two is wrong, and only its owner knows which.",
    bad="""
targets:
  - id: missed-appointments
    statement: Fewer missed appointments
    measure: Missed appointments, as a share of all
    better: higher  # <--
    target: 6%
    due: March 2026
  - {id: checks, statement: More health checks, better: lower, target: "500", due: March 2026}  # <--
""",
    good="""
targets:
  - id: missed-appointments
    statement: Fewer missed appointments
    measure: Missed appointments
    better: lower
    target: 6%
    due: March 2026
  - {id: waits, statement: Shorter waits, measure: Patients seen within 18 weeks, better: higher, target: 92%}
  - {id: long-waits, statement: Fewer people wait, measure: Appointments kept, better: higher, target: 92%}
  - {id: gap, statement: More equal outcomes, measure: Gap in outcomes, better: lower, target: "4"}
  - {id: over-waits, statement: More patients waiting less than 18 weeks, better: higher, target: 92%}
""",
    check=_check,
)
