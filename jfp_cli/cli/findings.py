"""Findings for people: where, what is wrong, the line with the place underlined, and what to write."""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from textwrap import fill
from types import MappingProxyType

from jfp_cli.cli.console.output import write_rows
from jfp_cli.cli.console.table import Column
from jfp_cli.cli.console.terminal import ellipsis, paint
from jfp_cli.cli.options import Format
from jfp_cli.cli.session import stop
from jfp_cli.linting.rule import Rule
from jfp_cli.loading import Loaded
from jfp_cli.loading.faults.fault import Fault
from jfp_cli.loading.source_map import SourceMap
from jfp_cli.model.kinds import OF_FOLDER
from jfp_cli.query.sentences import counted
from jfp_cli.source.folder import shown
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Finding, Severity
from jfp_cli.values.span import Span
from jfp_cli.values.text import printable, safe

_FOLD = re.compile(r"[|>][+-]?\d?\s*(#.*)?$")
SEVERITIES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.ADVICE: "blue"}
WIDEST = 110  # characters of a plan's line that are shown
_FILES = frozenset(kind.name for kind in OF_FOLDER.values())


def write_findings(
    findings: Iterable[Finding], sources: SourceMap, why: Mapping[str, str] = MappingProxyType({})
) -> None:
    """Write findings to standard output: those of one thing together, and the line of each place once.

    `why` has the reasons of codes, each said with the first finding of it.
    """
    explained: set[str] = set()
    before: Finding | None = None
    for finding in findings:
        is_same = before is not None and _subject(finding) == _subject(before)
        if before is not None and not is_same:
            sys.stdout.write("\n")
        where = paint(f"{safe(str(finding.span))}:", "bold")
        weight = paint(f"{finding.severity}:", SEVERITIES[finding.severity])
        sys.stdout.write(f"{where} {weight} {safe(finding.message)} [{finding.code} {finding.name}]\n")
        if before is None or finding.span != before.span:
            sys.stdout.write(_excerpt(finding.span, sources))
        if finding.code in why and finding.code not in explained:
            explained.add(finding.code)
            sys.stdout.write(f"  why: {safe(why[finding.code])}\n")
        if finding.help and not (is_same and before is not None and finding.help == before.help):
            sys.stdout.write(f"  help: {safe(finding.help)}\n")
        before = finding
    if before is not None:
        sys.stdout.write("\n")


def _subject(finding: Finding) -> Address | Span:
    """What a finding is about: a thing within a file, else the place itself."""
    address = finding.address
    return address.thing if address and address.kind not in _FILES else finding.span


def write_groups(findings: Sequence[Finding], rules: Iterable[Rule], why: Mapping[str, str]) -> None:
    """Write each group of findings once: what its rule found of nearly everything, and how often in which file."""
    candidates = {rule.code: rule.candidates for rule in rules if rule.candidates}
    for code in dict.fromkeys(finding.code for finding in findings):
        first, *_ = of_code = [finding for finding in findings if finding.code == code]
        group, wording = first.group, candidates[code]
        if group is None:
            continue
        sentence = (wording.none if group.count == group.of else wording.most).format(of=group.of, count=group.count)
        sys.stdout.write(f"{first.severity}: {sentence} [{code} {first.name}]\n")
        counts = Counter(finding.span.file for finding in of_code)
        listed = ", ".join(f"{safe(file)}: {number}" for file, number in counts.most_common())
        sys.stdout.write(f"{_wrapped(listed)}\n")
        sys.stdout.write(f"  why: {safe(why[code])}\n  help: {safe(first.help)}\n")
        sys.stdout.write(f"  jfp lint --select {code} lists them\n\n")


def _wrapped(line: str) -> str:
    return fill(
        line, WIDEST, initial_indent="  ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )


def summary(findings: Sequence[Finding]) -> str:
    """How many findings of each severity, in how many files."""
    counts = []
    for severity in sorted(Severity, reverse=True):
        number = sum(1 for finding in findings if finding.severity is severity)
        if number:
            counts.append(counted(number, str(severity)) if severity is not Severity.ADVICE else f"{number} advice")
    files = counted(len({finding.span.file for finding in findings}), "file")
    return f"{', '.join(counts)} in {files}"


def fixable_sentence(findings: Iterable[Finding]) -> str:
    """How many findings fixes mend of which it is certain what was meant, as the end of a sentence."""
    certain = sum(1 for finding in findings if any(fix.safe for fix in finding.fixes))
    return f"; jfp lint --fix mends {certain} of them" if certain else ""


def reasons(rules: Iterable[Fault]) -> dict[str, str]:
    """Why each rule's fault matters, in its first sentence."""
    return {rule.code: rule.why.partition(". ")[0].removesuffix(".") for rule in rules}


def statistics(findings: Sequence[Finding]) -> None:
    """Write how many findings each rule has, the most first."""
    counts = Counter((finding.code, finding.name, str(finding.severity)) for finding in findings)
    rows = [
        {"findings": number, "code": code, "name": name, "severity": severity}
        for (code, name, severity), number in counts.most_common()
    ]
    columns = (
        Column("findings", "Findings", essential=True, number=True),
        Column("code", "Code", essential=True, style="cyan"),
        Column("name", "Rule", essential=True),
        Column("severity", "Severity"),
    )
    write_rows(rows, columns, Format.TABLE)
    if rows:
        sys.stdout.write("\n")


def _excerpt(span: Span, sources: SourceMap) -> str:
    file = sources.files.get(span.file)
    line = file.line_text(span.line) if file else ""
    if not line.strip():
        return ""
    number, start = span.line, span.column - 1
    if file and span.end_line > span.line and _FOLD.match(line, start):  # the text begins below its sign
        number, line = span.line + 1, file.line_text(span.line + 1)
        start = len(line) - len(line.lstrip())
    end = span.end_column - 1 if span.end_line == number else len(line)
    cut = max(0, start - WIDEST // 3) if len(line) > WIDEST else 0
    shown = line[cut : cut + WIDEST].replace("\t", " ")
    marked = max(1, min(end, cut + WIDEST, len(line)) - start)
    margin = " " * len(str(number))
    before, after = (ellipsis() if cut else ""), (ellipsis() if cut + WIDEST < len(line) else "")
    return (
        f"  {number} | {before}{printable(shown)}{after}\n"
        f"  {margin} | {' ' * (start - cut + len(before))}{'^' * marked}\n"
    )


def findings_in(chosen: Sequence[Path], findings: Sequence[Finding], loaded: Loaded) -> list[Finding]:
    """The findings in the files that were named, all where none was; how many others there are is said."""
    known = {source.file.shown for source in loaded.sources.files.values()} | {found.span.file for found in findings}
    for path in chosen:
        if not path.is_file():
            raise stop(f"there is no file {shown(path)}")
        if shown(path) not in known:
            sys.stderr.write(f"{safe(shown(path))} is no file of the plan in {safe(shown(loaded.root))}\n")
    inside = within(chosen, findings)
    others = len(findings) - len(inside)
    if others:
        sys.stderr.write(f"{counted(others, 'finding')} in other files of the plan\n")
    return inside


def within(chosen: Sequence[Path], findings: Sequence[Finding]) -> list[Finding]:
    """The findings in some files; all where none is named."""
    named = {shown(path) for path in chosen}
    return [finding for finding in findings if not chosen or finding.span.file in named]
