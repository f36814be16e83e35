"""`jfp validate`."""

import sys

import typer

from jfp_cli.cli import options
from jfp_cli.cli.finding_output import FindingFormat, FormOption, write_for_programs
from jfp_cli.cli.findings import findings_in, fixable_sentence, summary, write_findings
from jfp_cli.cli.session import open_plan
from jfp_cli.loading import Loaded
from jfp_cli.query.sentences import plan_sentence
from jfp_cli.values.finding import Finding, Severity

app = typer.Typer()


@app.command(
    rich_help_panel=options.CHECK, epilog=options.examples("jfp validate --format json", "jfp validate plan/plan.yaml")
)
def validate(
    chosen: options.PlanFiles = None,
    form: FormOption = FindingFormat.TEXT,
    plan: options.PlanDir = None,
) -> None:
    """Check every plan file: its YAML, its keys and values, and what it refers to.

    Everything wrong is listed in one run, or what is wrong in the files that are named. The exit code is 0 where
    nothing is, and 1 where something is.
    """
    files = chosen or []
    loaded = open_plan(plan, chosen=files)
    wrong = [*loaded.findings, *_in_settings(loaded)]
    findings = findings_in(files, wrong, loaded)
    if form is not FindingFormat.TEXT:
        write_for_programs(findings, loaded.root, form)
    else:
        write_findings(findings, loaded.sources)
        said = summary(findings) + fixable_sentence(findings) if findings else "nothing wrong in what was named"
        sys.stdout.write((said if wrong or loaded.plan is None else plan_sentence(loaded.plan)) + "\n")
    grave = any(finding.severity >= Severity.ERROR for finding in findings)
    raise typer.Exit(1 if grave or loaded.plan is None else 0)


def _in_settings(loaded: Loaded) -> list[Finding]:
    """What is wrong with the settings of jfp lint, where the plan has any that name rules."""
    lint = loaded.plan.settings.lint if loaded.plan else None
    if lint is None or not (lint.select or lint.ignore or lint.severity or lint.options):
        return []
    from jfp_cli.linting.mistaken_settings import mistaken_settings  # noqa: PLC0415 - it loads every rule

    return mistaken_settings(loaded)
