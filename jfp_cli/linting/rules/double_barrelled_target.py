"""JFP419 double-barrelled-target."""

import re
from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.target import Target
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity

_BETTER = (
    "more|fewer|less|lower|higher|greater|smaller|shorter|longer|faster|quicker|earlier|better|improved|reduced"
    "|increased"
)
# "Fewer falls and shorter stays", but not "more and better care", nor "fewer of less than 18".
_TWO_WAYS = re.compile(
    rf"(?:an? |the )?(?:{_BETTER}) (?!{_BETTER}|than\b)[^,;:.]{{3,60}}?(?:,? and|;|,? as well as"
    rf"|,) (?P<second>(?:{_BETTER})\b(?! than)"
    r"[^,;:.]{3,40})",
    re.IGNORECASE,
)
_TWO_FIGURES = re.compile(
    r"\d ?(?:%|per ?cent) of [^,;:.]{3,60}?,? and (?P<second>\d[\d.]* ?(?:%|per ?cent) of \w[^,;:.]{0,30})",
    re.IGNORECASE,
)
# Two counts that are taken apart, under one figure; of a share of all of something they may be one.
_COUNTS = (
    "attendances?|admissions?|readmissions?|referrals?|discharges|visits|calls|complaints|conveyances|births|vacancies"
    "|turnover|sickness|recruitment|retention|engagement|response|satisfaction|productivity|uptake|waits|stays|costs"
)
_TWO_COUNTS = re.compile(rf"\b(?:{_COUNTS}) and (?P<second>(?:[a-z]+ )?(?:{_COUNTS}))\b", re.IGNORECASE)
_OF_ALL = re.compile(
    r"\b(?:share|percentage|proportion|%|per cent) of\b|\bsum\b|\btotal\b|together|combined", re.IGNORECASE
)


def _check(subject: Subject) -> Iterator[Problem]:
    for target in subject.targets:
        second = _second(target)
        if second:
            yield Problem(
                Address("targets", target.id, ("statement",)),
                f'one target promises two things, the second "{second}"',
                "make two targets of it, each with its own measure, figure and date",
                words=second,
            )


def _second(target: Target) -> str:
    """The second thing that a statement promises; empty where it promises one, or where one measure holds both."""
    statement = " ".join(target.statement.split())
    found = _TWO_FIGURES.search(statement)
    if found is None and (target.target is not None or target.measure is None):
        found = _TWO_WAYS.match(statement)
    if found is None and target.target is not None:
        found = _TWO_COUNTS.search(statement) if " and " in statement.lower() else None
        if found and _OF_ALL.search(f"{statement}\n{target.measure or ''}"):
            found = None
    return found["second"].strip() if found else ""


RULE = Rule(
    code="JFP419",
    name="double-barrelled-target",
    severity=Severity.WARNING,
    what="One target promises two things.",
    why="When the one is reached and the other is not, the target is neither met nor missed. A warning: the promises "
    "stand, but they cannot be tracked.",
    bad="""
targets:
  - {id: falls, statement: Fewer falls and shorter stays, better: lower, target: down 5%, due: March 2028}  # <--
  - id: children
    statement: A lower rate of emergency department attendance and admission  # <--
    measure: Rate of emergency department attendance and admission
    target: down 5%
    due: March 2028
  - {id: visits, statement: 85% of adults and 95% of children seen within a week}  # <--
  - {id: checks, statement: "85% of adults have a check, and 95% of children have one", target: 85%}  # <--
  - {id: cancer, statement: "Faster access to cancer services and faster treatment, as the standards ask"}  # <--
""",
    good="""
targets:
  - {id: care, statement: More and better care at home, better: higher, target: up 5%, due: March 2028}
  - {id: older, statement: Fewer falls of men and women, better: lower, target: down 5%, due: March 2028}
  - {id: pipeline, statement: "Recruitment that serves better retention and less agency spend"}
  - id: deaths
    statement: Fewer stillbirths and fewer deaths in the first week
    measure: Stillbirths and deaths in the first week
    better: lower
  - id: outpatients
    statement: More first attendances and discharges
    measure: First attendances and discharges, as a share of all appointments
    target: 55%
    due: March 2028
""",
    check=_check,
    by_file=True,
)
