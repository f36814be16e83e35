"""Every rule, in the order of codes. A new rule is a module in `rules/` with its RULE: it is found there."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TypeVar

from jfp_cli.linting import across as across_plans
from jfp_cli.linting import rules
from jfp_cli.linting.across.rule import RuleAcross
from jfp_cli.linting.rule import Rule
from jfp_cli.loading.faults.fault import Fault
from jfp_cli.loading.faults.registry import FAULTS
from jfp_cli.values.near_miss import did_you_mean

A = TypeVar("A", bound=Fault)


def _of(package: ModuleType, kind: type[A]) -> Iterator[A]:
    """The rules of a package; a module that has none is what a rule beside it needs."""
    for module in iter_modules(package.__path__):
        rule = getattr(import_module(f"{package.__name__}.{module.name}"), "RULE", None)
        if isinstance(rule, kind):
            yield rule


RULES: tuple[Rule, ...] = tuple(sorted(_of(rules, Rule), key=lambda rule: rule.code))
RULES_ACROSS: tuple[RuleAcross, ...] = tuple(sorted(_of(across_plans, RuleAcross), key=lambda rule: rule.code))
"""Those that hold several plans against each other."""
EVERY_FAULT: tuple[Fault, ...] = (*FAULTS, *RULES, *RULES_ACROSS)
"""What a finding can be of: the faults of loading, then those that rules find."""


def across(chosen: Iterable[str], ignored: Iterable[str]) -> list[RuleAcross]:
    """The rules across plans that look: those that are chosen, all where none is, but for those that are ignored."""
    chosen, ignored = list(chosen), list(ignored)
    return [
        rule
        for rule in RULES_ACROSS
        if not any(map(rule.is_called, ignored)) and (not chosen or any(map(rule.is_called, chosen)))
    ]


def look_back(names: Iterable[str]) -> bool:
    """Whether everything that names mean tells what became of the plan since an earlier time."""
    meant = [fault for name in names for fault in EVERY_FAULT if fault.is_called(name)]
    return all(isinstance(fault, Rule) and fault.looks_back for fault in meant)


def unknown_names(names: Iterable[str]) -> Iterator[str]:
    """A sentence for each name that is no fault's code, family or name."""
    for name in names:
        if not any(fault.is_called(name) for fault in EVERY_FAULT):
            known = [known for fault in EVERY_FAULT for known in (fault.code, fault.name)]
            in_full = f"JFP{name}"
            if any(fault.is_called(in_full) for fault in EVERY_FAULT):
                advice = f'did you mean "{in_full}"?'
            else:
                advice = did_you_mean(name, known, "run jfp rules for the list")
            yield f'there is no rule "{name}"; {advice}'
