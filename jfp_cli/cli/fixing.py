"""`jfp lint --fix`: what can be mended is, by the writing of every edit; with `--diff` it is only shown."""

import sys
from collections.abc import Sequence
from pathlib import Path

from jfp_cli.cli.change import after_writing, looking, show, writing
from jfp_cli.cli.session import stop
from jfp_cli.edit.fixing import Ask, Fixed, fixed
from jfp_cli.edit.store import write
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.loading import Loaded, load
from jfp_cli.query.sentences import counted
from jfp_cli.values.finding import Finding
from jfp_cli.values.text import safe


def carry_out_fixes(root: Path, ask: Ask, *, unsafe: bool, dry_run: bool) -> Loaded:
    """Make the fixes of what `ask` finds in a plan, all of them or none; returns the plan as it is then.

    With `dry_run` the changes are shown on standard output, and nothing is written.
    """
    try:
        with looking(root) if dry_run else writing(root):
            before = load(root)
            done = fixed(before, ask, unsafe=unsafe)
            if not dry_run:
                write(root, done.steps)
    except EditError as error:
        raise stop(safe(str(error))) from None
    if dry_run:
        with after_writing():
            show(done.steps)
    sys.stderr.write(f"{_made(done, dry_run=dry_run)}; {_left(ask(done.loaded))}\n")
    return before if dry_run else done.loaded


def _made(done: Fixed, *, dry_run: bool) -> str:
    """What was mended, in a sentence."""
    if not done.steps:
        return "there is nothing to fix"
    mended = f"{counted(len(done.mended), 'finding')} in {counted(len(done.steps), 'file')}"
    return f"would fix {mended} (nothing was written)" if dry_run else f"fixed {mended}"


def _left(findings: Sequence[Finding]) -> str:
    """How many findings are left, and how many of them have a fix that somebody has to look at first."""
    doubtful = sum(1 for finding in findings if finding.fixes)
    look = f", {doubtful} of them with a fix that --fix --unsafe makes, and that you should look at" if doubtful else ""
    return f"{len(findings)} left{look}"
