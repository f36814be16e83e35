"""JFP703 target-weakened."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jfp_cli.history.moves import is_noted
from jfp_cli.history.telling import later
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.finding import Severity

if TYPE_CHECKING:
    from jfp_cli.history.changes import Change
    from jfp_cli.history.matching import Pair
    from jfp_cli.history.parts import Part


def _check(subject: Subject) -> Iterator[Problem]:
    for pair, several in subject.changes:
        if pair.before and pair.after and pair.last.kind == "targets" and not _is_noted(pair):
            for change in several:
                if change.sort == "weaker" or _is_later(change) or _is_put_off(change, pair.last):
                    yield Problem(
                        pair.last.address.at(*change.path),
                        f"{_told(change)}; no update says why",
                        'say why: "updates: [{date: 2026-01-31, note: ...}]", or write again what was promised',
                    )


def _is_noted(pair: "Pair") -> bool:
    old, new = (part and part.entity for part in pair)
    return is_noted(old, new)


def _is_later(change: "Change") -> bool:
    return change.sort == "moved" and (change.days is None or change.days > 0)


def _is_put_off(change: "Change", target: "Part") -> bool:
    """Whether a target that is no standard has no date any more."""
    return change.key == ("due",) and change.after is None and not getattr(target.entity, "hold", False)


def _told(change: "Change") -> str:
    if change.key == ("hold",):
        return "it had to hold at every reading, and has to no more"
    what = "its date" if change.key == ("due",) else "it" if change.key == ("target",) else "a point of its trajectory"
    return f"{what} was {change.before} and is {change.after or 'gone'}{later(change.days)}"


RULE = Rule(
    code="JFP703",
    name="target-weakened",
    severity=Severity.WARNING,
    what="A target asks for less than it did at an earlier time, or for it later, or need not hold any more, and no "
    "update says why.",
    why="A target that is met because it was lowered is met for nobody. A warning: the plan does not say that it ever "
    "asked for more.",
    bad="""
--- before
targets:
  - {id: staff-turnover, statement: Lower turnover, better: lower, target: 9%, due: March 2028}
  - id: staff-sickness
    statement: Less sickness
    better: lower
    trajectory: [{target: 6%, due: March 2027}]
    target: 4%
    due: March 2028
  - {id: staff-vaccinated, statement: Staff are vaccinated, better: higher, target: 90%, due: March 2026, hold: true}
--- now
targets:
  - id: staff-turnover
    statement: Lower turnover
    better: lower
    target: 11%  # <--
    due: March 2029  # <--
  - id: staff-sickness
    statement: Less sickness
    better: lower
    trajectory: [{target: 7%, due: March 2027}]  # <--
    target: 3%
    due: March 2028
  - {id: staff-vaccinated, statement: Staff are vaccinated, better: higher, target: 90%, due: March 2026}  # <--
""",
    good="""
--- before
targets:
  - {id: staff-turnover, statement: Lower turnover, better: lower, target: 9%, due: March 2028}
  - {id: staff-trained, statement: More are trained, better: higher, target: 80%, due: March 2028}
--- now
targets:
  - id: staff-turnover
    statement: Lower turnover
    better: lower
    target: 11%
    due: March 2028
    updates: [{date: 2025-12-01, note: The board accepted 11% for as long as pay is below that of the city}]
  - {id: staff-trained, statement: More are trained, better: higher, target: 85%, due: March 2028}
""",
    check=_check,
    looks_back=True,
)
