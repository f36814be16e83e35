"""JFP510 stale-fact."""

from collections.abc import Iterator

from jfp_cli.linting.messages import bare
from jfp_cli.linting.option import Option, length_of_time
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.enabler import Fact
from jfp_cli.model.field import Field
from jfp_cli.model.walk import walk
from jfp_cli.values.finding import Severity

_AFTER = Option(
    name="after",
    default="2 years",
    meaning="How long after its date, or after the end of its year, a figure may be rested on.",
    read=length_of_time,
)


def _check(subject: Subject) -> Iterator[Problem]:
    patience = subject.value(_AFTER)
    for at, _, fact, _ in walk(subject.plan, _holds_facts):
        if fact.at is not None and fact.at.overdue(patience.before(subject.day)):
            yield Problem(
                at.at("at"),
                f'"{fact.figure}" is of {bare(fact.at)}, more than {patience.text} ago',
                "write the newest figure and its date, or take it out if nothing rests on it any more",
            )


def _holds_facts(field: Field) -> bool:
    return Fact in field.models


RULE = Rule(
    code="JFP510",
    name="stale-fact",
    severity=Severity.ADVICE,
    what="A figure that the plan rests on is old.",
    why="Readers take it for how things stand, and decide by what was true years ago. Advice: it may still be the "
    "newest that there is.",
    bad="""
as of 2026-11-21
--- enablers/estates.yaml
facts:
  - {figure: £7m, what: Our share of the national top-up, at: 2023/24}  # <--
topics:
  - title: New hospitals
    facts:
      - {figure: "3", what: Hospitals to be rebuilt, at: October 2024}  # <--
""",
    good="""
as of 2026-11-21
--- enablers/estates.yaml
facts:
  - {figure: £7m, what: Our share of the national top-up, at: 2024/25}
  - {figure: £3m, what: What repairs cost until now, at: 2020-2026}
  - {figure: "12", what: Clinics in use}
""",
    check=_check,
    by_file=True,
    options=(_AFTER,),
)
