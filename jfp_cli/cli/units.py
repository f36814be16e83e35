"""Whether what was measured can stand beside the figures of its target."""

from datetime import date

from jfp_cli.edit.change import Change
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.values.address import Address


def check_unit(change: Change, place: Address) -> None:
    """Raise EditError where a figure does not compare with those of its target: no progress could be told from it."""
    from jfp_cli.linting.rules.unit_mismatch import RULE  # noqa: PLC0415 - help and other commands need no rule
    from jfp_cli.linting.subject import Subject  # noqa: PLC0415 - the same

    plan = change.result().plan
    for problem in RULE.check(Subject(plan, date.today(), frozenset())) if plan else ():  # noqa: DTZ011 - any day
        if problem.at == place:
            raise EditError(f"{problem.message}; {problem.help}")
