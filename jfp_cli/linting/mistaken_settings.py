"""What is wrong with `lint:` of plan.yaml: names of rules and options that there are not, values that cannot be."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jfp_cli.linting.registry import RULES, unknown_names
from jfp_cli.linting.settings import LINT
from jfp_cli.loading import Loaded
from jfp_cli.loading.faults.fault import Fault
from jfp_cli.loading.faults.schema import UNKNOWN_KEY, WRONG_VALUE
from jfp_cli.model.settings import LintSettings
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Finding
from jfp_cli.values.near_miss import did_you_mean


class _Mistake(NamedTuple):
    at: Address
    message: str
    help: str
    key: bool = False
    fault: Fault = WRONG_VALUE


def mistaken_settings(loaded: Loaded) -> list[Finding]:
    """A finding for each mistake; what allowances name is for JFP608."""
    if loaded.plan is None:
        return []
    sources = loaded.sources
    return [
        fault.finding(message, sources.span(at, key=key), at, advice)
        for at, message, advice, key, fault in _mistakes(loaded.plan.settings.lint)
    ]


def _mistakes(lint: LintSettings) -> Iterator[_Mistake]:
    for key in ("select", "ignore"):
        for number, name in enumerate(getattr(lint, key)):
            yield from _no_rule(LINT.at(key, number), name, key=False)
    for name in lint.severity:
        yield from _no_rule(LINT.at("severity", name), name, key=True)
    for name, values in lint.options.items():
        yield from _options(LINT.at("options", name), name, values)


def _no_rule(at: Address, name: str, *, key: bool) -> Iterator[_Mistake]:
    """That a name is no rule's, or only that of something which the plan cannot change."""
    for message in unknown_names([name]):
        said, _, advice = message.partition("; ")
        yield _Mistake(at, said, advice, key)
        return
    if not any(rule.is_called(name) for rule in RULES):
        message = f"{name} is found by jfp validate, which takes no settings"
        yield _Mistake(at, message, "delete it; only what jfp lint adds to that can be set here", key)


def _options(at: Address, name: str, values: Mapping[str, str]) -> Iterator[_Mistake]:
    rule = next((rule for rule in RULES if name in (rule.code, rule.name)), None)
    if rule is None:
        mistaken = list(_no_rule(at, name, key=True))
        yield from mistaken or [
            _Mistake(at, f'"{name}" means several rules', "name one rule, by its code or name", key=True)
        ]
        return
    options = {option.name: option for option in rule.options}
    listed = f"its options are: {', '.join(options)}" if options else "it has none, so delete this"
    for key, text in values.items():
        if key not in options:
            message = f'the rule {rule.name} has no option "{key}"'
            yield _Mistake(at.at(key), message, did_you_mean(key, options, listed), key=True, fault=UNKNOWN_KEY)
            continue
        try:
            options[key].read(text)
        except ValueError as error:
            said, _, advice = str(error).partition("; ")
            yield _Mistake(at.at(key), said, advice)
