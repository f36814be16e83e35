"""JFP414 same-measure-twice."""

from collections.abc import Iterator

from jfp_cli.linting.prose.promised_dates import overlaps
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.same_measure import of_one_measure, places_of
from jfp_cli.linting.subject import Subject
from jfp_cli.linting.target_figures import compared, has_figure_in_words
from jfp_cli.model.plan import TargetHome
from jfp_cli.model.target import Target
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for homes in of_one_measure(subject.homes):
        for number, here in enumerate(homes):
            others = homes[:number] if here.target.target else homes
            message = next((said for there in others if (said := _again(here, there))), "")
            if message:
                yield Problem(
                    Address("targets", here.target.id, ("measure",)),
                    message,
                    "keep the one and name it where the other stands, or say in each measure what sets the two apart",
                )


def _again(here: TargetHome, there: TargetHome) -> str:
    """How a target promises no more than another one does of its measure; empty where it does."""
    one, other = here.target, there.target
    if one is other or other.target is None or set(places_of(here)).isdisjoint(places_of(there)):
        return ""
    if one.target is None:
        if one.trajectory or has_figure_in_words(one.statement):
            return ""
        return (
            f'promised here without a figure, and in targets/{other.id} as "{other.target}" ({other.due or "no date"})'
        )
    if not (_is_same_figure(one, other) and _is_same_date(one, other)) or one.hold != other.hold:
        return ""
    return f'promised as "{one.target}" ({one.due or "no date"}) in targets/{other.id} too'


def _is_same_figure(one: Target, other: Target) -> bool:
    pair = compared(one.target, other.target) if one.target and other.target else None
    return pair is not None and pair[0] == pair[1]


def _is_same_date(one: Target, other: Target) -> bool:
    if one.due is None or other.due is None:
        return one.due is other.due
    return overlaps(one.due, other.due)


RULE = Rule(
    code="JFP414",
    name="same-measure-twice",
    severity=Severity.ADVICE,
    what="Two targets promise the same of one measure, or one of the two promises it without a figure.",
    why="Next year one of them is changed and the other forgotten, and then they contradict each other. Advice: for "
    "now both can be kept. Other places, dates and figures are promises of their own.",
    bad="""
--- sections/children.yaml
targets:
  - id: paediatrics-wait
    statement: A shorter wait for community paediatrics
    measure: Wait for community paediatrics
    better: lower
    target: 65 weeks
    due: April 2026
--- sections/start.yaml
targets:
  - id: all-paediatric-waits
    statement: Shorter waits in every paediatric service
    measure: Wait for community paediatrics  # <--
    better: lower
--- sections/waits.yaml
targets:
  - {id: long-waits, statement: Shorter waits, measure: Waits over a year, better: lower, target: "5", due: March 2026}
  - id: year-long-waits
    statement: Fewer long waits
    measure: The waits over a year  # <--
    better: lower
    target: "5"
    due: 2025/26
""",
    good="""
--- plan.yaml
places: {north: North, south: South}
--- sections/children.yaml
targets:
  - {id: north-wait, statement: A shorter wait, measure: Wait, better: lower, target: 65 weeks, places: [north]}
  - {id: south-wait, statement: A shorter wait, measure: Wait, better: lower, places: [south]}
--- sections/waits.yaml
targets:
  - {id: long-waits, statement: Shorter waits, measure: Waits over a year, better: lower, target: "5", due: March 2026}
  - {id: no-waits, statement: Nobody waits, measure: Waits over a year, better: lower, target: "0", due: March 2027}
  - {id: stays, statement: Shorter stays, measure: Stays, better: lower}
  - {id: short-stays, statement: Stays kept short, measure: Stays, better: lower}
""",
    check=_check,
)
