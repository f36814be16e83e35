"""Every rule, in the order of codes. A new rule is a module in `rules/` with its RULE: it is found there."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from jfp_cli.linting import rules
from jfp_cli.linting.rule import Rule
from jfp_cli.loading.faults.fault import Fault
from jfp_cli.loading.faults.registry import FAULTS


def _rules() -> Iterator[Rule]:
    """The rules of the package; a module that has none is what a rule beside it needs."""
    for module in iter_modules(rules.__path__):
        rule = getattr(import_module(f"{rules.__name__}.{module.name}"), "RULE", None)
        if rule is not None:
            yield rule


RULES: tuple[Rule, ...] = tuple(sorted(_rules(), key=lambda rule: rule.code))
EVERY_FAULT: tuple[Fault, ...] = (*FAULTS, *RULES)
"""What a finding can be of: the faults of loading, then those that rules find."""
