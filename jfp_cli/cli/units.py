"""Whether what was measured can stand beside the other figures of its measure and its targets."""

from datetime import date

from jfp_cli.edit.change import Change
from jfp_cli.values.address import Address


def faults_of_units(change: Change) -> dict[Address, str]:
    """What is wrong with each figure that does not compare with others: no progress could be told from it."""
    from jfp_cli.linting.rules.unit_mismatch import RULE  # noqa: PLC0415 - help and other commands need no rule
    from jfp_cli.linting.subject import Subject  # noqa: PLC0415 - the same

    plan = change.result().plan
    problems = RULE.check(Subject(plan, date.today(), frozenset())) if plan else ()  # noqa: DTZ011 - any day
    return {problem.at: f"{problem.message}; {problem.help}" for problem in problems}
