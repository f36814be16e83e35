"""JFP418 impossible-share."""

import re
from collections.abc import Iterator
from decimal import Decimal

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.measures.line import level
from jfp_cli.model.target import Target
from jfp_cli.values.address import Address
from jfp_cli.values.figures import PER_CENT, Change, Quantity
from jfp_cli.values.finding import Severity

_HELP = "correct the figure, or say in the measure of what it is a share"
_ALL = Decimal(100)
# Words of a share: "as a share of all patients", "percentage of referrals", "uptake".
_SHARE = re.compile(
    r"\b(?:shares?|percentage|proportion|per ?cent|uptake|coverage|patients|people|residents|children|adults"
    r"|staff|pupils|women|men|practices|appointments|referrals|discharges|compliance|vaccinated|trained|screened"
    r"|diagnosed|attendance|satisfaction)\b|% of\b",
    re.IGNORECASE,
)
# What may well come to more than all: "122% of the activity plan", "110% of 2019/20 levels", beds filled twice a day.
_MAY_EXCEED = re.compile(
    r"\b(?:plan(?:s|ned)?|baseline|levels?|capacity|commissioned|budget|target|trajectory|standard|occupan\w+"
    r"|utili[sz]\w+"
    r"|previous|last year|before|pre-\w+|expected|funded|establishment|spend\w*|income|activity|demand|growth"
    r"|index|ratio"
    r"|against|compared|relative|increase\w*|rise|contract\w*)\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)


def _check(subject: Subject) -> Iterator[Problem]:
    for target, promised in subject.promised_figures:
        if target.baseline and (message := _impossible(target, target.baseline.value)):
            yield Problem(Address("targets", target.id, ("baseline", "value")), message, _HELP)
        for promise in promised:
            if message := _impossible(target, promise.figure):
                yield Problem(promise.figure_at, message, _HELP)
    for measure in subject.plan.measures.values():
        text = f"{measure.title}\n{measure.definition or ''}"
        if _is_share(text):
            for number, reading in enumerate(measure.readings):
                if _is_more_than_all(reading.value):
                    yield Problem(
                        Address("measures", measure.id, ("readings", number, "value")),
                        f'"{reading.value}" is more than all of what "{measure.title}" is a share of',
                        _HELP,
                    )


def _impossible(target: Target, figure: Quantity) -> str:
    """Why a figure cannot be, in words; empty where it can."""
    if figure.change is Change.RELATIVE and figure.value < -_ALL:
        return f'"{figure}" takes away more than there is'
    reached = level(target, figure)
    if reached is None or not (_is_more_than_all(reached) and _is_share(f"{target.statement}\n{target.measure or ''}")):
        return ""
    if figure.change is None or target.baseline is None:
        return f'"{figure}" is more than all of what it is a share of'
    return f'"{figure}" on "{target.baseline.value}" comes to {reached.value:f}%, and there is no more than 100%'


def _is_share(text: str) -> bool:
    return _SHARE.search(text) is not None and _MAY_EXCEED.search(text) is None


def _is_more_than_all(figure: Quantity) -> bool:
    return figure.unit == PER_CENT and figure.change is None and (figure.upper or figure.value) > _ALL


RULE = Rule(
    code="JFP418",
    name="impossible-share",
    severity=Severity.ERROR,
    what="A share is more than everything, or a fall takes away more than there is.",
    why="The figure cannot come about, so a comma is wrong or it counts something else than its measure says. An "
    "error, since it cannot be true. A percentage of a plan, a budget, a capacity or an earlier year may well "
    "exceed 100%.",
    bad="""
targets:
  - id: health-checks
    statement: More people with a learning disability have a health check
    measure: Health checks, as a share of all people with a learning disability
    better: higher
    baseline: {value: 68%, at: March 2025}
    target: 750%  # <--
    due: March 2026
  - id: satisfied
    statement: More patients satisfied
    baseline: {value: 92%, at: March 2025}
    target: +10 percentage points  # <--
    due: March 2027
  - {id: falls, statement: Fewer falls, target: down 120%, due: March 2027}  # <--
--- measures/uptake.yaml
title: Uptake of vaccines
unit: "%"
readings: [{at: 2025-10, value: 53%}, {at: 2025-11, value: 530%}]  # <--
""",
    good="""
targets:
  - id: health-checks
    statement: Every person with a learning disability has a health check
    better: higher
    target: 100%
    due: March 2026
  - {id: cases, statement: Cases as a share of the 2023/24 activity plan, target: more than 122.5%, due: March 2026}
  - {id: beds, statement: Occupancy as a share of beds, target: under 105%, due: March 2026}
  - {id: visits, statement: More visits by residents, target: up 150%, due: March 2026}
  - {id: calls, statement: Calls in a day, target: at least 120, due: March 2026}
""",
    check=_check,
    by_file=True,
)
