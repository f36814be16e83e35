"""How what lint finds is shown, of one plan or of several, and from when on it is grave."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jfp_cli.cli.console.terminal import paint
from jfp_cli.cli.finding_output import FindingFormat, write_for_programs
from jfp_cli.cli.findings import fixable_sentence, reasons, statistics, summary, write_findings, write_groups
from jfp_cli.linting.grouping import regrouped, said_better
from jfp_cli.linting.registry import RULES, RULES_ACROSS
from jfp_cli.loading import Loaded
from jfp_cli.loading.source_map import SourceMap
from jfp_cli.values.finding import Finding, Severity

if TYPE_CHECKING:
    from jfp_cli.cli.lint_several import Linted


class FailOn(StrEnum):
    """From which severity on the exit code is 1."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"
    NEVER = "never"


class Shown(NamedTuple):
    """How findings are shown, and from when on they are grave."""

    form: FindingFormat
    fail_on: FailOn
    counts: bool
    every: bool

    def write(self, findings: Sequence[Finding], loaded: Loaded) -> None:
        """Write what was found in a plan."""
        if self.form is FindingFormat.TEXT:
            _write_text(findings, loaded.sources, counts=self.counts, every=self.every)
        else:
            write_for_programs(findings, loaded.root, self.form)

    def write_several(self, several: "Sequence[Linted]") -> None:
        """Write what was found in several plans: as text one after the other, for programs as one list."""
        if self.form is not FindingFormat.TEXT:
            write_for_programs([finding for linted in several for finding in linted.findings], Path.cwd(), self.form)
            return
        for linted in several:
            sys.stdout.write(f"{paint(linted.name, 'bold')}\n")
            _write_text(linted.findings, linted.sources, counts=self.counts, every=self.every)

    def code(self, findings: Sequence[Finding], *, is_read: bool) -> int:
        """The exit code."""
        least = None if self.fail_on is FailOn.NEVER else Severity[self.fail_on.name]
        grave = least is not None and any(finding.severity >= least for finding in findings)
        return 1 if grave or not is_read else 0


def _write_text(findings: Sequence[Finding], sources: SourceMap, *, counts: bool, every: bool) -> None:
    """Write findings to standard output: `counts` alone, or those that say something new, or `every` one."""
    findings = regrouped(findings)
    printed = findings
    if counts:
        statistics(findings)
    else:
        why = reasons([*RULES, *RULES_ACROSS])
        weaker = set() if every else said_better(findings, RULES)
        printed = [finding for finding in findings if every or not (finding.group or finding in weaker)]
        write_findings(printed, sources, why)
        if not every:
            write_groups([finding for finding in findings if finding.group], RULES, why)
    rest = "" if len(printed) == len(findings) else f"; {len(printed)} of them stand above, --all prints each"
    said = summary(findings) + rest + fixable_sentence(findings) if findings else "nothing to find fault with"
    sys.stdout.write(said + "\n")
