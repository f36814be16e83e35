"""JFP415 direction-contradicts-wording."""

import re
from collections.abc import Iterator

from jfp_cli.linting.prose.words import stem, words_of
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.target import Target
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
    for home in subject.homes:
        found = _said(home.target)
        if found and home.target.better in ("lower", "higher"):
            way, words = found
            if way != home.target.better:
                yield Problem(
                    Address("targets", home.target.id, ("better",) if _states_it(home.target.id, subject) else ()),
                    f'the statement says "{words}", and {home.target.better} is called better',
                    f'write "better: {way}", or reword the statement',
                )


def _states_it(name: str, subject: Subject) -> bool:
    """Whether the target itself says what is better, and not its measure."""
    return getattr(subject.plan.things.get(Address("targets", name)), "better", None) is not None


def _said(target: Target) -> tuple[str, str] | None:
    """Which way a statement goes by its first words, and those words; None where that is not certain.

    What the statement counts has to be what the measure counts.
    """
    leads = _LEADS.match(target.statement)
    if leads is None or _TURNS.search(leads["rest"]) or (target.measure and _TURNS.search(target.measure)):
        return None
    counted = {stem(word.lower()) for word in words_of(leads["rest"])}
    if target.measure and not counted & {stem(word.lower()) for word in words_of(target.measure)}:
        return None
    way = "lower" if leads["lower"] else "higher"
    words = leads[way] + leads["rest"]
    return way, " ".join(words.split()[:4])


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
