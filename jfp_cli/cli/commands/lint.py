"""`jfp lint`."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from jfp_cli.cli import options
from jfp_cli.cli.completing_words import complete_rule
from jfp_cli.cli.console.output import write_json, write_rows
from jfp_cli.cli.console.table import Column
from jfp_cli.cli.finding_output import FindingFormat, FormOption, write_for_programs
from jfp_cli.cli.findings import (
    findings_in,
    fixable_sentence,
    reasons,
    statistics,
    summary,
    within,
    write_findings,
    write_groups,
)
from jfp_cli.cli.session import day_of, open_plan, plan_folder, stop
from jfp_cli.linting.baseline import NAME, BaselineError, baseline_of, new_findings
from jfp_cli.linting.grouping import regrouped, said_better
from jfp_cli.linting.lint import look
from jfp_cli.linting.registry import RULES, look_back, unknown_names
from jfp_cli.linting.settings import InForce
from jfp_cli.loading import Loaded
from jfp_cli.model.plan import Plan
from jfp_cli.query.rows import Row
from jfp_cli.query.sentences import counted
from jfp_cli.source.folder import shown
from jfp_cli.source.whole_file import write_file
from jfp_cli.values.finding import Finding, Severity

app = typer.Typer()
SETTINGS = (
    Column("setting", "Setting", essential=True, style="cyan"),
    Column("value", "In force", essential=True),
    Column("why", "Who says so", essential=True, long=True),
)


class FailOn(StrEnum):
    """From which severity on the exit code is 1."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"
    NEVER = "never"


@app.command(
    rich_help_panel=options.CHECK,
    epilog=options.examples(
        "jfp lint --select JFP3,conflicting-targets --statistics", "jfp lint --select JFP4 --as-of 2026-11-21"
    ),
)
def lint(
    files: options.PlanFiles = None,
    chosen: Annotated[
        list[str] | None,
        typer.Option(
            "--select",
            metavar="RULE",
            help="Only these rules: codes, families such as JFP4, or names.",
            autocompletion=complete_rule,
        ),
    ] = None,
    ignored: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="RULE", help="All rules but these.", autocompletion=complete_rule),
    ] = None,
    fail_on: Annotated[
        FailOn,
        typer.Option(
            "--fail-on",
            metavar="WORD",
            help=f"Exit with 1 where there is a finding as grave as this: {options.one_of(FailOn)}.",
        ),
    ] = FailOn.ERROR,
    form: FormOption = FindingFormat.TEXT,
    every: Annotated[
        bool, typer.Option("--all", help="Print each finding, also where a rule is true of nearly everything.")
    ] = False,
    counts: Annotated[bool, typer.Option("--statistics", help="Count the findings of each rule.")] = False,
    baseline: Annotated[
        Path | None,
        typer.Option("--baseline", metavar="FILE", help="Leave out the known findings that this file lists."),
    ] = None,
    write: Annotated[
        bool,
        typer.Option(
            "--write-baseline", help=f"Write today's findings to the baseline ({NAME} in the plan, if not named)."
        ),
    ] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended with certainty.")] = False,
    unsafe: Annotated[
        bool, typer.Option("--unsafe", help="With --fix or --diff: also make fixes that you should look at.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and write nothing.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain-settings", help="Show which rules look and what they weigh, and who says so.")
    ] = False,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="STATE",
            help="Also what became of the plan since a day, tag, revision or edition: silent moves, weaker targets.",
        ),
    ] = None,
    as_of: options.AsOf = None,
    plan: options.PlanDir = None,
) -> None:
    """Hold the plan's dates, targets, wording and coverage to account.

    Everything that jfp validate finds is listed too; where files are named, what is in them. A finding that the plan's
    owners accept stands with its reason under lint: allow: in plan.yaml. Run jfp rules CODE to learn what a rule looks
    for and why.
    """
    wanted, unwanted = options.several(chosen), options.several(ignored)
    for message in unknown_names([*wanted, *unwanted]):
        raise stop(message)
    if since is None and wanted and look_back(wanted):
        raise stop(f"{', '.join(wanted)} compares the plan with an earlier one; say with which: --since STATE")
    before = None if since is None else _before(plan_folder(plan, files or []), since)
    asked = _Asked(files or [], wanted, unwanted, as_of, None if write else baseline, before)
    if unsafe and not (fix or diff):
        raise stop("--unsafe says which fixes are made, so it goes with --fix or --diff")
    if fix or diff:
        from jfp_cli.cli.fixing import carry_out_fixes  # noqa: PLC0415 - only to write

        root = plan_folder(plan, asked.files)
        loaded = carry_out_fixes(root, asked.findings, unsafe=unsafe, dry_run=diff)
    else:
        loaded = open_plan(plan, chosen=asked.files)
    if explain:
        _explain(asked.in_force(loaded), loaded, form)
        raise typer.Exit(0)
    findings = asked.everything(loaded)
    if write:
        _write_baseline(baseline or _path_inside(loaded.root, NAME), findings)
        raise typer.Exit(0)
    findings = regrouped(findings_in(asked.files, findings, loaded))
    if not diff:
        _write(findings, loaded, form, counts=counts, every=every or bool(chosen))
    grave = fail_on is not FailOn.NEVER and any(f.severity >= Severity[fail_on.name] for f in findings)
    raise typer.Exit(1 if grave or loaded.plan is None else 0)


class _Asked(NamedTuple):
    """What is asked of a plan, before and after its fixes."""

    files: list[Path]
    chosen: tuple[str, ...]
    ignored: tuple[str, ...]
    as_of: str | None
    baseline: Path | None
    before: Plan | None = None

    def in_force(self, loaded: Loaded) -> InForce:
        """The settings of the plan and of the command line."""
        return InForce(loaded, self.chosen, self.ignored, self.before)

    def everything(self, loaded: Loaded) -> list[Finding]:
        """The findings in every file that are not known already."""
        findings = look(loaded, self.in_force(loaded), day_of(loaded.plan, self.as_of))
        if self.baseline is None:
            return findings
        try:
            return new_findings(self.baseline, findings, loaded.plan)
        except BaselineError as error:
            raise stop(str(error)) from None

    def findings(self, loaded: Loaded) -> list[Finding]:
        """Those of them in the files that are named."""
        return within(self.files, self.everything(loaded))


def _before(root: Path, state: str) -> Plan:
    """The plan at an earlier time."""
    from jfp_cli.cli.states import History  # noqa: PLC0415 - few ask for one

    return History(root).at(state).state.plan


def _path_inside(root: Path, name: str) -> Path:
    """A file of the plan folder; stops where a link leads out of that."""
    from jfp_cli.edit.journal import real  # noqa: PLC0415 - only to write
    from jfp_cli.edit.yaml.splice import EditError  # noqa: PLC0415 - as above

    try:
        return real(root, name)
    except EditError as error:
        raise stop(str(error)) from None


def _write_baseline(path: Path, findings: list[Finding]) -> None:
    text, known = baseline_of(findings)
    write_file(path, text.encode())
    sys.stderr.write(f"wrote {counted(known, 'known finding')} to {shown(path)}\n")


def _explain(in_force: InForce, loaded: Loaded, form: FindingFormat) -> None:
    from jfp_cli.linting.explaining import settings  # noqa: PLC0415 - only to explain them

    rows: list[Row] = [
        {
            "setting": of,
            "value": value,
            "why": said.words,
            "file": said.span.file if said.span else None,
            "line": said.span.line if said.span else None,
        }
        for of, value, said in settings(in_force, loaded)
    ]
    if form is FindingFormat.JSON:
        write_json(rows)
        return
    for row in rows:
        if row["file"]:
            row["why"] += f" ({row['file']}:{row['line']})"
    write_rows(rows, SETTINGS, options.Format.TABLE)


def _write(findings: list[Finding], loaded: Loaded, form: FindingFormat, *, counts: bool, every: bool) -> None:
    printed = findings
    match form:
        case FindingFormat.TEXT if counts:
            statistics(findings)
        case FindingFormat.TEXT:
            why = reasons(RULES)
            weaker = set() if every else said_better(findings, RULES)
            printed = [finding for finding in findings if every or not (finding.group or finding in weaker)]
            write_findings(printed, loaded.sources, why)
            if not every:
                write_groups([finding for finding in findings if finding.group], RULES, why)
        case _:
            write_for_programs(findings, loaded.root, form)
    if form is FindingFormat.TEXT:
        rest = "" if len(printed) == len(findings) else f"; {len(printed)} of them stand above, --all prints each"
        said = summary(findings) + rest + fixable_sentence(findings) if findings else "nothing to find fault with"
        sys.stdout.write(said + "\n")
