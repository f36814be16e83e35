"""Linting as one question: what is wrong with a loaded plan on a day."""

from collections.abc import Callable, Iterable
from datetime import date

from jfp_cli.linting.engine import Known, run
from jfp_cli.linting.mistaken_settings import mistaken_settings
from jfp_cli.linting.registry import unknown_names
from jfp_cli.linting.settings import InForce
from jfp_cli.loading.loader import Loaded
from jfp_cli.model.plan import Plan
from jfp_cli.values.finding import Finding, by_place


def lint(loaded: Loaded, day: date, rules: Iterable[str] | None = None, *, before: Plan | None = None) -> list[Finding]:
    """Everything wrong with a plan as of a day, in order of place: what loading found, and what the rules find.

    `rules` has codes, families such as `JFP4`, or names; without it, the rules look that the plan's own settings leave
    in force. `before` is the plan at an earlier time: only with it the rules look that tell what became of it. Raises
    ValueError where a name is no rule's.
    """
    if rules is None:
        return look(loaded, InForce(loaded, before=before), day)
    names = list(rules)
    for message in unknown_names(names):
        raise ValueError(message)
    return look(loaded, InForce(loaded, names, before=before), day) if names else list(loaded.findings)


def look(
    loaded: Loaded,
    in_force: InForce,
    day: date,
    begin: Callable[[], object] = bool,
    known: Known | None = None,
) -> list[Finding]:
    """The same with what is in force; what is wrong with the plan's own settings is found too.

    What `begin` raises as a rule begins to look ends it all. A rule of which it is `known` what it finds does not look.
    """
    weights, options, before = in_force.weights, in_force.options, in_force.before
    findings = run(
        loaded, in_force.rules, day, weights=weights, options=options, before=before, begin=begin, known=known
    )
    mistaken = mistaken_settings(loaded)
    return sorted([*findings, *mistaken], key=by_place) if mistaken else findings
