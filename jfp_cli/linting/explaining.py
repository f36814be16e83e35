"""The settings of a linting in rows: each with its value, and who says so."""

from collections.abc import Iterator
from typing import NamedTuple

from jfp_cli.linting.registry import RULES
from jfp_cli.linting.rule import Rule
from jfp_cli.linting.settings import BUILT_IN, LINT, InForce, Said
from jfp_cli.loading import Loaded

OFF = "off"


class Setting(NamedTuple):
    """What a setting is of, what it is set to, and who says so."""

    of: str
    value: str
    said: Said


def settings(in_force: InForce, loaded: Loaded) -> Iterator[Setting]:
    """Every rule with what it weighs and its options, then the known abbreviations and the allowances of the plan."""
    for rule in RULES:
        yield _of_rule(in_force, rule)
        for option in rule.options:
            yield Setting(f"{rule.name}: {option.name}", *in_force.value(rule, option))
    for name, said in in_force.known():
        yield Setting("known", name, said)
    for at, allowance in enumerate(in_force.lint.allow):
        until = f"until {allowance.until}" if allowance.until else "allowed"
        said = Said(f"{allowance.at}: {allowance.because}", loaded.sources.span(LINT.at("allow", at, "rule")))
        yield Setting(f"allow {allowance.rule}", until, said)


def _of_rule(in_force: InForce, rule: Rule) -> Setting:
    """Whether a rule looks and what it weighs: of the two that may say so, the one that is not built in."""
    looks, chosen = in_force.looks(rule)
    severity, weighed = in_force.weighs(rule)
    value = str(severity) if looks else OFF
    return Setting(f"{rule.code} {rule.name}", value, chosen if not looks or weighed is BUILT_IN else weighed)
