"""Every rule, in the order of codes. A new rule is a module in `rules/` and a line here."""

from importlib import import_module

from jfp_cli.lint.rule import Rule

MODULES = (
    "bare_year",
    "milestone_without_owner",
    "target_without_figure",
    "placeholder",
    "unused_allowance",
    "expired_allowance",
)

RULES: tuple[Rule, ...] = tuple(import_module(f"jfp_cli.lint.rules.{name}").RULE for name in MODULES)
