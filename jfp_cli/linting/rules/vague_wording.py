"""JFP503 vague-wording."""

import re
from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.area import CLOSED
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity

_VAGUE = re.compile(
    r"(?:(?:keep|continue|work|help|seek|aim|start|begin|try|look)(?: to(?:wards)?| on)? )?"
    r"(?:(?P<change>improv(?:e|ing)|enhanc(?:e|ing)|optimi[sz](?:e|ing)|strengthen(?:ing)?|maximi[sz](?:e|ing))"
    r"|(?P<thought>explor(?:e|ing)|consider(?:ing)?|look(?:ing)? (?:at|into)|investigat(?:e|ing)))\b"
    r"(?! and (?:agree|begin|build|commission|decide|deliver|implement|introduce|launch|open|pilot|put|set|start)\b)",
    re.IGNORECASE,
)
# Words and figures that say how, how much or to which end.
_CONCRETE = re.compile(
    r"\d|[:;%(]|\b(?:by \w+ing|through|with|using|via|so that|so as to|half|double|every|each|all|whole)\b"
)


def _check(subject: Subject) -> Iterator[Problem]:
    settled = _settled(subject)
    for at, text in subject.prose:
        found = _VAGUE.match(text)
        if found and _is_promise(at) and at.thing not in settled and not _CONCRETE.search(text):
            if found["change"]:
                message = f'"{found[0]}" says neither by how much nor what will be different'
                advice = 'write what can be checked, such as "Cut missed appointments from 8% to 6%", or say how'
            else:
                message = f'"{found[0]}" is done as soon as somebody has thought about it'
                advice = "say what will be decided or tried, and by when"
            yield Problem(at, message, advice, words=found[0])


def _is_promise(at: Address) -> bool:
    return at.path[0] == "actions" or at.path[-1] in ("activity", "commitment")


def _settled(subject: Subject) -> set[Address]:
    """Workstreams with an indicator that has a figure, and milestones that are complete or cancelled."""
    measured = {home.workstream.id for home in subject.plan.targets() if home.workstream and home.target.target}
    closed = {milestone.id for _, milestone in subject.plan.milestones() if milestone.status in CLOSED}
    return {Address("workstreams", name) for name in measured} | {Address("milestones", name) for name in closed}


RULE = Rule(
    code="JFP503",
    name="vague-wording",
    severity=Severity.ADVICE,
    what="A promise says improve, enhance, optimise, explore or consider, and nothing that could be checked.",
    why="Any change at all keeps such a promise, and so does none. Advice: the intention is clear, and sometimes no "
    "more can be said yet.",
    bad="""
workstreams:
  - id: workforce-supply
    title: Workforce supply
    actions:
      2025-26:
        - Improve recruitment and retention  # <--
        - Keep exploring opportunities for new roles  # <--
""",
    good="""
workstreams:
  - id: workforce-supply
    title: Workforce supply
    actions:
      2025-26:
        - Improve retention by holding an exit interview with every leaver
        - Decide which three new roles to pilot
  - id: outpatients
    title: Outpatients
    actions:
      2025-26: [Optimise clinic templates]
    indicators:
      - {id: missed-appointments, statement: Fewer missed appointments, target: under 6%, due: March 2026}
""",
    check=_check,
)
