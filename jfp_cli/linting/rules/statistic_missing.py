"""JFP417 statistic-missing."""

import re
from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.address import Address
from jfp_cli.values.figures import common_unit
from jfp_cli.values.finding import Severity

# Which of many lengths of time is meant: the average, the longest, everybody's.
_STATISTIC = re.compile(
    r"\b(?:average|mean|median|mode|typical|percentile|centile|quartile|longest|shortest|maximum|minimum|max"
    r"|min|longer than"
    r"|more than|less than|at least|at most|within|total|overall|sum|nobody|no[- ]?one|none|every(?:one|body)?"
    r"|all|each|any"
    r"|never|most|half|combined|lost|saved)\b|\d+(?:th|st|nd|rd)\b|%",
    re.IGNORECASE,
)
# What many people or cases have, each its own; a journey or a contract has but one length.
_MANY = re.compile(
    r"\b(?:waits?|waiting|response|stays?|length of stay|turnaround|handovers?|delays?|times?|downtime|duration"
    r"|queues?)\b",
    re.IGNORECASE,
)


def _check(subject: Subject) -> Iterator[Problem]:
    for target in subject.targets:
        figure = target.target
        if figure is None or figure.change is not None or figure.value == 0 or not _is_time(figure.unit):
            continue
        measure = subject.plan.measure_of(target)
        told = [target.statement, target.measure or "", *((measure.title, measure.definition or "") if measure else ())]
        text = "\n".join(told)
        if _MANY.search(text) and not _STATISTIC.search(text):
            yield Problem(
                Address("targets", target.id, ("target",)),
                f'"{figure}" does not say whether it is the average, the longest or what share of them',
                'say so in the measure, with a word such as average, median or longest, or "within" and a share',
            )


def _is_time(unit: str) -> bool:
    return any(common_unit(unit, time) for time in ("minutes", "months"))


RULE = Rule(
    code="JFP417",
    name="statistic-missing",
    severity=Severity.WARNING,
    what="A target gives a length of time for many waits or stays, but not whether it is their average, their longest "
    "or what else.",
    why="An average of 65 weeks and a longest wait of 65 weeks are two different services. A warning: whether the "
    "target was met depends on who counts.",
    bad="""
targets:
  - id: paediatric-waits
    statement: A shorter wait for community paediatrics
    better: lower
    target: 65 weeks  # <--
    due: April 2026
  - {id: stays, statement: Shorter stays, measure: Length of stay, target: under 2 days, due: March 2026}  # <--
""",
    good="""
targets:
  - id: paediatric-waits
    statement: A shorter wait for community paediatrics
    measure: Longest wait for community paediatrics
    better: lower
    target: 65 weeks
    due: April 2026
  - {id: stays, statement: Shorter stays, measure: Mean length of stay, target: under 2 days, due: March 2026}
  - {id: everyone, statement: Nobody waits more than a year, target: "0", due: March 2026}
  - {id: opening, statement: Longer opening of the clinic, target: 12 hours, due: March 2026}
  - {id: handovers, statement: Shorter handovers, target: down 10%, due: March 2026}
""",
    check=_check,
    by_file=True,
)
