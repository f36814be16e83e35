"""JFP503 vague-wording."""

from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.rules.vague_promise import vague_promise
from jfp_cli.linting.subject import Subject
from jfp_cli.model.field import Field
from jfp_cli.model.walk import walk
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    settled = _settled(subject)
    places = tuple(subject.plan.settings.places.values())
    for at, _, text, in_key in walk(subject.plan, _says_what_is_promised):
        found = vague_promise(text, places) if isinstance(text, str) and not in_key else None
        if found is None or not settled.isdisjoint((at.thing, subject.home(at), Address(at.kind, at.id, at.path[:-1]))):
            continue
        if found.is_thought:
            message = f'"{found.words}" is done as soon as somebody has thought about it'
            advice = "say what will be decided or tried, and by when"
        else:
            message = f'"{found.words}" says neither by how much nor what will be different'
            advice = 'write what can be checked, such as "Cut missed appointments from 8% to 6%", or say how'
        yield Problem(at, message, advice, words=found.words)


def _says_what_is_promised(field: Field) -> bool:
    """Has the words of a promise, or sentences that are one."""
    return field.about.prose and field.key in ("activity", "action", "commitment", "actions")


def _settled(subject: Subject) -> set[Address]:
    """Workstreams with an indicator that has a figure, and promises that are complete or cancelled."""
    measured = {home.workstream.id for home in subject.homes if home.workstream and home.target.target}
    closed = {one.address for one in subject.promises if not one.is_open}
    return {Address("workstreams", name) for name in measured} | closed


RULE = Rule(
    code="JFP503",
    name="vague-wording",
    severity=Severity.ADVICE,
    what="A promise says improve, promote, embed, explore or the like, and no reader could tell whether it was done.",
    why="Any change at all keeps such a promise, and so does none. A figure, a named product and the means are what "
    'can be checked; for whom ("with dementia"), with which partners and by when are not. Advice: the intention is '
    "clear, and sometimes no more can be said yet.",
    bad="""
workstreams:
  - id: workforce-supply
    title: Workforce supply
    actions:
      2025-26:
        - Improve recruitment and retention  # <--
        - Keep exploring opportunities for new roles  # <--
        - Promote a culture of kindness  # <--
        - Strengthen support for people with dementia by 2027  # <--
        - Communication with staff will be improved  # <--
""",
    good="""
workstreams:
  - id: workforce-supply
    title: Workforce supply
    actions:
      2025-26:
        - Improve retention by holding an exit interview with every leaver
        - Decide which three new roles to pilot
        - Promote the Blue Light Card
        - Strengthen the floor of the training room
  - id: outpatients
    title: Outpatients
    actions:
      2025-26: [Optimise clinic templates]
    indicators:
      - {id: missed-appointments, statement: Fewer missed appointments, target: under 6%, due: March 2026}
""",
    check=_check,
    by_file=True,
)
