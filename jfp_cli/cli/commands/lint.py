"""`jfp lint`."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from jfp_cli.cli import options
from jfp_cli.cli.completing_words import complete_rule
from jfp_cli.cli.console.output import write_json, write_rows
from jfp_cli.cli.console.table import Column
from jfp_cli.cli.finding_output import FindingFormat, FormOption
from jfp_cli.cli.findings import findings_in
from jfp_cli.cli.lint_asked import Asked, asked_of
from jfp_cli.cli.lint_output import FailOn, Shown
from jfp_cli.cli.session import open_plan, plan_folder, stop
from jfp_cli.linting.baseline import NAME, baseline_of
from jfp_cli.linting.grouping import regrouped
from jfp_cli.linting.registry import across
from jfp_cli.linting.settings import InForce
from jfp_cli.loading import Loaded
from jfp_cli.query.rows import Row
from jfp_cli.query.sentences import counted
from jfp_cli.source.folder import shown
from jfp_cli.source.whole_file import write_file
from jfp_cli.values.finding import Finding

if TYPE_CHECKING:
    pass

app = typer.Typer()
SETTINGS = (
    Column("setting", "Setting", essential=True, style="cyan"),
    Column("value", "In force", essential=True),
    Column("why", "Who says so", essential=True, long=True),
)


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
    portfolio: options.PortfolioFile = None,
    inside: options.Inside = None,
    plan: options.PlanDir = None,
) -> None:
    """Hold the plan's dates, targets, wording and coverage to account.

    Everything that jfp validate finds is listed too; where files are named, what is in them. A finding that the plan's
    owners accept stands with its reason under lint: allow: in plan.yaml. Run jfp rules CODE to learn what a rule looks
    for and why.

    Of the plans of a portfolio each is linted, and then it is asked where they say different things of what is one.
    """
    asked = asked_of(files or [], chosen, ignored, as_of, None if write else baseline, since, plan)
    shown = Shown(form, fail_on, counts, every or bool(chosen))
    if portfolio is not None or inside:
        alone = {"FILES": bool(files), "--write-baseline": write, "--baseline": baseline is not None, "--fix": fix}
        alone |= {"--diff": diff, "--explain-settings": explain, "--since": since is not None}
        _lint_several(
            portfolio, options.several(inside), asked, shown, [name for name, given in alone.items() if given]
        )
    if unsafe and not (fix or diff):
        raise stop("--unsafe says which fixes are made, so it goes with --fix or --diff")
    if write and asked.files:
        raise stop("--write-baseline is of the whole plan; leave out FILES, or name the file to write with --baseline")
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
        _write_baseline(baseline or _path_inside(loaded.root, NAME), findings, loaded.root)
        raise typer.Exit(0)
    findings = regrouped(findings_in(asked.files, findings, loaded))
    if not diff:
        shown.write(findings, loaded)
    raise typer.Exit(shown.code(findings, is_read=loaded.plan is not None))


def _lint_several(
    portfolio: Path | None, inside: Sequence[str], asked: Asked, shown: Shown, others: list[str]
) -> NoReturn:
    """Lint the plans of a portfolio and leave; stops where options are given that are of one plan alone."""
    if others:
        raise stop(f"--portfolio lints every plan as it is; leave out {' and '.join(others)}")
    from jfp_cli.cli.lint_several import lint_each  # noqa: PLC0415 - few lint more than one plan

    several = lint_each(portfolio, inside, asked.everything, across(asked.chosen, asked.ignored))
    shown.write_several(several)
    findings = [finding for linted in several for finding in linted.findings]
    raise typer.Exit(shown.code(findings, is_read=all(linted.could_be_read for linted in several)))


def _path_inside(root: Path, name: str) -> Path:
    """A file of the plan folder; stops where a link leads out of that."""
    from jfp_cli.edit.journal import real  # noqa: PLC0415 - only to write
    from jfp_cli.edit.yaml.splice import EditError  # noqa: PLC0415 - as above

    try:
        return real(root, name)
    except EditError as error:
        raise stop(str(error)) from None


def _write_baseline(path: Path, findings: list[Finding], root: Path) -> None:
    from jfp_cli.cli.outputs import check_is_no_plan_file  # noqa: PLC0415 - only to write

    check_is_no_plan_file(path, root)
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
