"""What is in force when a plan is linted: which rules look, what they weigh and their options, and who says so.

A rule looks and weighs as it is built, unless `lint:` of plan.yaml says otherwise, unless the command line does.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from jfp_cli.linting.option import Option
from jfp_cli.linting.registry import RULES
from jfp_cli.linting.rule import Rule
from jfp_cli.loading import Loaded
from jfp_cli.model.plan import Plan
from jfp_cli.model.settings import LintSettings
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity
from jfp_cli.values.span import Span

LINT = Address("plan", "", ("lint",))


class Said(NamedTuple):
    """Who says that something is in force: in words, and where plan.yaml says so."""

    words: str = "built in"
    span: Span | None = None


BUILT_IN = Said()


class InForce:
    """The rules with what the plan and the command line say of them; whoever names what there is not is passed over.

    `chosen` and `ignored` are those of the command line. Where it chooses rules, the plan neither does nor ignores any;
    what it ignores, it ignores besides. Rules that look back do so where there is a plan `before` to compare with.
    """

    def __init__(
        self, loaded: Loaded, chosen: Sequence[str] = (), ignored: Sequence[str] = (), before: Plan | None = None
    ) -> None:
        self.before = before
        self.lint = loaded.plan.settings.lint if loaded.plan else LintSettings.model_construct()
        self._sources = loaded.sources
        self._chosen, self._ignored = chosen, ignored

    @cached_property
    def rules(self) -> list[Rule]:
        """The rules that look."""
        return [rule for rule in RULES if self.looks(rule)[0]]

    @cached_property
    def weights(self) -> dict[str, Severity]:
        """What the findings of rules weigh, by code, where the plan says so."""
        found = {rule.code: self.weighs(rule) for rule in RULES} if self.lint.severity else {}
        return {code: weight for code, (weight, said) in found.items() if said is not BUILT_IN}

    @cached_property
    def options(self) -> dict[Option[Any], Any]:
        """The values of options, where the plan sets them and they can be read."""
        if not self.lint.options:
            return {}
        found = {option: self.value(rule, option) for rule in RULES for option in rule.options}
        return {option: option.read(text) for option, (text, said) in found.items() if said is not BUILT_IN}

    def looks(self, rule: Rule) -> tuple[bool, Said]:
        """Whether a rule looks, and who says so."""
        if rule.looks_back and self.before is None:
            return False, Said("only with --since")
        if name := _naming(rule, self._ignored):
            return False, Said(f"--ignore {name}")
        if self._chosen:
            name = _naming(rule, self._chosen)
            return name is not None, Said(f"--select {name or ','.join(self._chosen)}")
        if name := _naming(rule, self.lint.ignore):
            return False, self._by_plan("ignore", self.lint.ignore.index(name))
        if self.lint.select:
            name = _naming(rule, self.lint.select)
            step = () if name is None else (self.lint.select.index(name),)
            return name is not None, self._by_plan("select", *step)
        return True, BUILT_IN

    def weighs(self, rule: Rule) -> tuple[Severity, Said]:
        """What the findings of a rule weigh, and who says so."""
        name = _naming(rule, self.lint.severity)
        if name is None:
            return rule.severity, BUILT_IN
        return Severity[self.lint.severity[name].upper()], self._by_plan("severity", name)

    def value(self, rule: Rule, option: Option[Any]) -> tuple[str, Said]:
        """What an option of a rule is set to, as written, and who says so."""
        for name in (rule.name, rule.code):
            text = self.lint.options.get(name, {}).get(option.name)
            if text is not None and can_be_read(option, text):
                return text, self._by_plan("options", name, option.name)
        return option.default, BUILT_IN

    def known(self) -> Iterator[tuple[str, Said]]:
        """The abbreviations that the plan calls known."""
        for at, name in enumerate(self.lint.known):
            yield name, self._by_plan("known", at)

    def _by_plan(self, *path: str | int) -> Said:
        key = isinstance(path[-1], str) and path[0] == "severity"
        return Said(f"lint: {path[0]}", self._sources.span(LINT.at(*path), key=key))


def can_be_read(option: Option[Any], text: str) -> bool:
    """Whether a text is a value of an option."""
    try:
        option.read(text)
    except ValueError:
        return False
    return True


def _naming(rule: Rule, names: Sequence[str] | Mapping[str, Any]) -> str | None:
    """The name among some by which a rule is meant; the closest where several mean it."""
    return max((name for name in names if rule.is_called(name)), key=lambda name: _closeness(rule, name), default=None)


def _closeness(rule: Rule, name: str) -> int:
    return len(rule.code) + 1 if name.lower() == rule.name else len(name.rstrip("Xx"))
