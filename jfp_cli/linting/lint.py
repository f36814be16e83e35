"""Linting as one question: what is wrong with a loaded plan on a day."""

from collections.abc import Iterable
from datetime import date

from jfp_cli.linting.engine import run
from jfp_cli.linting.registry import RULES, unknown_names
from jfp_cli.loading.loader import Loaded
from jfp_cli.values.finding import Finding


def lint(loaded: Loaded, day: date, rules: Iterable[str] | None = None) -> list[Finding]:
    """Everything wrong with a plan as of a day, in order of place: what loading found, and what the rules find.

    `rules` has codes, families such as `JFP4`, or names; without it, every rule looks. Raises ValueError where a name
    is no rule's.
    """
    if rules is None:
        return run(loaded, RULES, day)
    names = list(rules)
    for message in unknown_names(names):
        raise ValueError(message)
    return run(loaded, [rule for rule in RULES if any(rule.is_called(name) for name in names)], day)
